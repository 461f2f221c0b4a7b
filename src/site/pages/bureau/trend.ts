import { type TrendBreak, type TrendPoint, trend } from "../../../charts/trend.js";
import type { Locale } from "../../../i18n/define.ts";
import { translate, translateIfAny } from "../../../i18n/translate.ts";
import type { Release } from "../../../release/read.ts";
import { chartDocument, figure } from "../../chart.ts";
import type { Format } from "../../format.ts";
import type { Html } from "../../html.ts";
import type { Measures } from "../../measures.ts";

interface MonthRow {
  period: string;
  from: string;
  complete: boolean;
  value: string | null;
  previous: string | null;
  change: number | null;
  change_unit: "ratio" | "points" | null;
}

/** The words of a chart, in one language. */
export function chartTexts(locale: Locale) {
  return {
    expected: translate(locale, "site.expected"),
    range: translate(locale, "site.range"),
    incomplete: translate(locale, "site.incompleteMonth"),
    withheld: translate(locale, "site.withheld"),
    flagged: translate(locale, "site.hotspots"),
  };
}

/** The breaks of the series that charts draw, with the word for what changed; the register says more. */
export async function readTrendBreaks(release: Release, locale: Locale): Promise<TrendBreak[]> {
  const rows = await release.rows<{ day: string; what: string }>(
    `SELECT "from" AS day, what FROM break
     WHERE "from" BETWEEN (SELECT min("from") FROM measure WHERE grain = 'month') AND (SELECT max("from") FROM measure WHERE grain = 'month')
     ORDER BY day, what`,
  );
  return rows.map(({ day, what }) => ({ at: day, label: translateIfAny(locale, `hotspots.what.${what}`) ?? what }));
}

/**
 * The months of one measure of the whole as a figure that needs no script. Null where the release has no months.
 * The browser's explorer starts from the same numbers.
 */
export async function trendFigure(
  release: Release,
  measure: string,
  options: { locale: Locale; format: Format; measures: Measures },
): Promise<Html | null> {
  const { locale, format, measures } = options;
  const rows = await release.rows<MonthRow>(
    `SELECT period, "from", complete, value, previous, change, change_unit FROM measure
     WHERE grain = 'month' AND dim IS NULL AND measure = $1 ORDER BY period`,
    [measure],
  );
  if (rows.length === 0) return null;
  const breaks = await readTrendBreaks(release, locale);
  const name = measures.name(measure);
  const print = (value: string | null) => measures.print(measure, value);
  const points: TrendPoint[] = rows.map((row) => ({
    from: row.from,
    observed: row.value === null ? null : Number(row.value),
    complete: row.complete,
  }));
  const draw = (width: number) =>
    trend(
      { series: [{ label: name, points }], breaks },
      { locale, width, document: chartDocument(), texts: chartTexts(locale) },
    );
  const last = rows.findLast((row) => row.complete) ?? (rows.at(-1) as MonthRow);
  const said = { name, month: format.month(last.period), value: print(last.value) };
  const sentence =
    last.previous === null
      ? translate(locale, "site.trendSentenceNew", said)
      : translate(locale, "site.trendSentence", {
          ...said,
          previous: print(last.previous),
          change: format.change(last.change, last.change_unit),
        });
  return figure({
    svg360: draw(360),
    svg720: draw(720),
    sentence,
    tableLabel: translate(locale, "site.trendTable"),
    table: {
      caption: name,
      columns: [translate(locale, "site.monthColumn"), name],
      rows: rows.toReversed().map((row) => [monthLabel(locale, format, row), print(row.value)]),
    },
  });
}

/** Name of a month, marked where it has not ended. */
export function monthLabel(locale: Locale, format: Format, row: { period: string; complete: boolean }): string {
  const month = format.month(row.period);
  return row.complete ? month : translate(locale, "site.monthIncomplete", { month });
}
