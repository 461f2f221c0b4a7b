import { trend } from "../../../charts/trend.js";
import type { MessageKey } from "../../../i18n/catalogue/index.ts";
import type { Locale } from "../../../i18n/define.ts";
import { translate } from "../../../i18n/translate.ts";
import type { Release } from "../../../release/read.ts";
import { chartDocument, figure } from "../../chart.ts";
import { formatter } from "../../format.ts";
import type { Html } from "../../html.ts";

interface Row {
  measure: string;
  period: string;
  from: string;
  complete: boolean;
  value: string | null;
  previous: string | null;
  change: number | null;
  change_unit: "ratio" | "points" | null;
}

export interface MonthFigure {
  readonly measure: string;
  readonly name: string;
  readonly value: string;
  readonly compared: string;
}

export interface MonthOverview {
  readonly title: string;
  readonly figures: readonly MonthFigure[];
  readonly chart: Html;
}

const SHOWN = {
  received: "measures.received",
  amount_recovered: "measures.amount_recovered",
} as const satisfies Record<string, MessageKey>;
const MONTHS = 25;

function monthFigure(row: Row, locale: Locale, currency: string): MonthFigure {
  const format = formatter(locale);
  const print = (value: string | null) => {
    if (row.measure !== "received") return format.moneyShort(value, currency);
    return value === null ? "—" : translate(locale, "public.pieces", { count: Number(value) });
  };
  const previous = print(row.previous);
  const compared =
    row.previous === null
      ? translate(locale, "public.noYearBefore")
      : row.change === null
        ? translate(locale, "public.yearBefore", { previous })
        : translate(locale, "public.yearOnYear", { previous, change: format.change(row.change, row.change_unit) });
  return {
    measure: row.measure,
    name: translate(locale, SHOWN[row.measure as keyof typeof SHOWN]),
    value: print(row.value),
    compared,
  };
}

function monthChart(rows: readonly Row[], last: Row, locale: Locale): Html {
  const format = formatter(locale);
  const t = (key: MessageKey) => translate(locale, key);
  const points = rows.map((row) => ({
    from: row.from,
    observed: row.value === null ? null : Number(row.value),
    complete: row.complete,
  }));
  const draw = (width: number) =>
    trend(
      { series: [{ label: t("public.complaints"), points }] },
      {
        locale,
        width,
        height: width < 500 ? 190 : 240,
        document: chartDocument(),
        texts: {
          expected: t("public.chartExpected"),
          range: t("public.chartRange"),
          incomplete: t("public.chartIncomplete"),
          withheld: t("public.chartWithheld"),
          flagged: t("public.chartFlagged"),
        },
      },
    );
  return figure({
    svg360: draw(360),
    svg720: draw(720),
    sentence: translate(locale, "public.trendSentence", {
      from: format.month(rows[0]?.period ?? last.period),
      to: format.month(rows.at(-1)?.period ?? last.period),
      period: format.month(last.period),
      value: format.number(last.value),
    }),
    tableLabel: t("public.table"),
    table: {
      caption: t("public.trendCaption"),
      columns: [t("public.period"), t("public.complaints")],
      rows: rows.toReversed().map((row) => {
        const period = format.month(row.period);
        return [
          row.complete ? period : translate(locale, "public.incompletePeriod", { period }),
          format.number(row.value),
        ];
      }),
    },
  });
}

/** The last complete month in two figures, and the two years before it as a chart. Null where no month is complete. */
export async function monthOverview(release: Release, locale: Locale): Promise<MonthOverview | null> {
  const rows = await release.rows<Row>(
    `SELECT measure, period, "from", complete, value, previous, change, change_unit FROM measure
     WHERE grain = 'month' AND dim IS NULL AND measure IN ('received', 'amount_recovered') ORDER BY period`,
  );
  const received = rows.filter((row) => row.measure === "received");
  const last = received.findLast((row) => row.complete);
  if (!last) return null;
  const figures = Object.keys(SHOWN).flatMap((measure) => {
    const row = rows.find((it) => it.measure === measure && it.period === last.period);
    return row ? [monthFigure(row, locale, release.manifest.bureau.currency)] : [];
  });
  return {
    title: translate(locale, "public.month", { period: formatter(locale).month(last.period) }),
    figures,
    chart: monthChart(received.slice(-MONTHS), last, locale),
  };
}
