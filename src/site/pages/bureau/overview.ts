import type { Locale } from "../../../i18n/define.ts";
import { translate } from "../../../i18n/translate.ts";
import type { Release } from "../../../release/read.ts";
import { type Format, formatter } from "../../format.ts";
import { type Measures, readMeasures, smallShare } from "../../measures.ts";
import type { PageSource } from "../../page.ts";
import { explorer } from "./explorer.ts";
import { headlines } from "./headlines.ts";
import { readHotspots } from "./hotspot-rows.ts";
import { type MeasureRow, readFigures, readMonths } from "./measure.ts";
import { type Names, readNames } from "./names.ts";
import { trendFigure } from "./trend.ts";

/** Columns of the table by unit. */
const UNIT_MEASURES = ["received", "concluded", "agreements", "mediation_success_rate", "amount_recovered"] as const;

interface Words {
  readonly locale: Locale;
  readonly format: Format;
  readonly names: Names;
  readonly measures: Measures;
}

/** A table whose every number says which measure, period and group it is. */
export interface FigureGrid {
  readonly columns: readonly { readonly measure: string; readonly name: string }[];
  readonly rows: readonly {
    readonly name: string;
    readonly cells: readonly { measure: string; group: string; exact: string; text: string }[];
  }[];
}

function unitGrid(rows: readonly MeasureRow[], { names, measures, ...words }: Words): FigureGrid {
  const columns = UNIT_MEASURES.filter((measure) => rows.some((row) => row.measure === measure));
  const found = new Map(rows.map((row) => [`${row.measure}\n${row.group_key ?? ""}`, row]));
  const groups = new Set(rows.map((row) => row.group_key ?? ""));
  // A source that names no unit has one group, the unknown one: that is no table.
  if (groups.size === 1 && groups.has("")) groups.clear();
  const known = names.list("unit").map(({ key }) => key);
  const order = [...known.filter((key) => groups.has(key)), ...[...groups].filter((key) => !known.includes(key))];
  return {
    columns: columns.map((measure) => ({ measure, name: measures.name(measure) })),
    rows: order.map((group) => ({
      name: names.of("unit", group),
      cells: columns.map((measure) => {
        const row = found.get(`${measure}\n${group}`);
        const exact = row?.value ?? null;
        const share = row && smallShare(row, measures.unit(measure), words);
        return { measure, group, exact: exact ?? "", text: share ?? measures.print(measure, exact) };
      }),
    })),
  };
}

async function monthValues(release: Release, period: string, words: Words) {
  return {
    period: words.format.month(period),
    key: period,
    headlines: headlines(await readFigures(release, period, null), words),
    units: unitGrid(await readFigures(release, period, "unit"), words),
  };
}

/** The first page: the last complete month's numbers, the trend with a choice, the units, what rises. */
export const overviewPage: PageSource = async ({ locale, release }) => {
  const format = formatter(locale);
  const names = await readNames(release, locale);
  const measures = await readMeasures(release, { locale, format });
  const words = { locale, format, names, measures };
  const { complete, incomplete } = await readMonths(release);
  const hotspots = await readHotspots(release, "month", words);
  const period = complete ? format.month(complete) : format.date(release.manifest.asOf);
  return [
    {
      path: "index",
      template: "index.md",
      title: translate(locale, "site.overview"),
      description: translate(locale, "site.overviewDescription", { period }),
      values: {
        month: complete ? await monthValues(release, complete, words) : null,
        incomplete: incomplete
          ? translate(locale, "site.incompleteNote", {
              period: format.month(incomplete.period),
              date: format.date(incomplete.to),
            })
          : null,
        trend: await trendFigure(release, "received", words),
        explorer: await explorer(release, words),
        hotspots: hotspots.current.slice(0, 5),
        hotspotPeriod: hotspots.period && format.period(hotspots.period),
      },
    },
  ];
};
