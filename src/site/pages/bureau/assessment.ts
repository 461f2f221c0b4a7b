import type { Locale } from "../../../i18n/define.ts";
import { translate } from "../../../i18n/translate.ts";
import type { Release } from "../../../release/read.ts";
import { type Format, formatter } from "../../format.ts";
import type { Page, PageSource } from "../../page.ts";
import {
  assessmentFigure,
  assessmentSentence,
  type FigureWords,
  isUniform,
  SIGNS,
  shareWord,
} from "./assessment-figure.ts";
import {
  type AssessedGrain,
  type AssessedPeriod,
  type AssessedRow,
  assessedPeriods,
  assessedRows,
  GRAINS,
} from "./assessment-rows.ts";
import { type Names, readNames } from "./names.ts";

interface Words {
  readonly locale: Locale;
  readonly format: Format;
  readonly names: Names;
}

/** The measures of a period's rows in their order. */
function byMeasure(rows: readonly AssessedRow[]): AssessedRow[][] {
  return [...new Set(rows.map(({ measure }) => measure))].map((id) => rows.filter((row) => row.measure === id));
}

/** All units by all measures, in the bureau's order of units. */
function gridOf(rows: readonly AssessedRow[], { locale, format, names }: Words) {
  const measures = byMeasure(rows);
  const found = new Map(rows.map((row) => [`${row.measure}\n${row.unit}`, row]));
  const units = new Set(rows.map(({ unit }) => unit));
  const known = names.list("unit").map(({ key }) => key);
  const order = [...known.filter((key) => units.has(key)), ...[...units].filter((key) => !known.includes(key)).sort()];
  const cell = (measure: string, unit: string) => {
    const row = found.get(`${measure}\n${unit}`);
    if (row === undefined) return null;
    const outside = row.position !== "within";
    return {
      exact: `${row.numerator}/${row.denominator}`,
      text: shareWord(row, locale, format),
      position: row.position,
      sign: outside ? SIGNS[row.position] : null,
      word: outside ? translate(locale, `assessment.position.${row.position}`) : null,
      colour: row.colour,
      colourName: row.colour && translate(locale, `assessment.colour.${row.colour}`),
    };
  };
  return {
    columns: measures.map(([first]) => ({ id: first?.measure ?? "", name: first?.name ?? "" })),
    whole: measures.map(([first]) => format.percent(first?.pooled)),
    rows: order.map((unit) => ({
      unit,
      name: names.of("unit", unit),
      cells: measures.map(([first]) => cell(first?.measure ?? "", unit)),
    })),
  };
}

/** The bounds of colours, one sentence a measure; none where the bureau has none. */
function rulesOf(rows: readonly AssessedRow[], { locale, format }: Words): string[] {
  return byMeasure(rows).flatMap(([first]) =>
    first === undefined || first.red_below === null || first.blue_from === null
      ? []
      : translate(locale, "assessment.rule", {
          name: first.name,
          red: format.percent(first.red_below, 0),
          blue: format.percent(first.blue_from, 0),
        }),
  );
}

/** The other periods by grain, as links. */
function periodLinks(periods: readonly AssessedPeriod[], here: AssessedPeriod, { locale, format }: Words) {
  return (Object.keys(GRAINS) as AssessedGrain[])
    .map((grain) => ({
      name: translate(locale, `assessment.grain.${grain}`),
      entries: periods
        .filter((period) => period.grain === grain)
        .map(({ period, path }) => ({ path, name: format.period(period), current: path === here.path })),
    }))
    .filter(({ entries }) => entries.length > 0);
}

function manyOf(rows: readonly AssessedRow[], { locale, format }: Words): string {
  const expected = byMeasure(rows).reduce((sum, [first]) => sum + (first?.expected_outside ?? 0), 0);
  return translate(locale, "assessment.many", {
    count: rows.length,
    outside: rows.filter(({ position }) => position !== "within").length,
    expected: format.decimal(expected, 1),
  });
}

/** Chart and table of a measure; a sentence where all cases are alike. */
function drawn(rows: readonly AssessedRow[], words: FigureWords) {
  return isUniform(rows)
    ? { sentence: assessmentSentence(rows, words), figure: null }
    : { sentence: null, figure: assessmentFigure(rows, words) };
}

async function periodPage(
  release: Release,
  here: AssessedPeriod,
  periods: readonly AssessedPeriod[],
  words: Words,
): Promise<Page> {
  const { locale, format } = words;
  const period = format.period(here.period);
  const before = here.before && format.period(here.before);
  const rows = await assessedRows(release, locale, here);
  return {
    path: here.path,
    template: "assessment.md",
    title:
      here.path === "assessment"
        ? translate(locale, "assessment.title")
        : translate(locale, "assessment.table", { name: translate(locale, "assessment.title"), period }),
    description: translate(locale, "assessment.description", { period }),
    values: {
      heading: translate(locale, "assessment.all", { period }),
      grid: gridOf(rows, words),
      many: manyOf(rows, words),
      rules: rulesOf(rows, words),
      periods: periodLinks(periods, here, words),
      measures: byMeasure(rows).map((its) => ({
        id: its[0]?.measure,
        name: its[0]?.name,
        note: its[0]?.note,
        ...drawn(its, { ...words, period, before }),
      })),
    },
  };
}

/**
 * Units against the share of the whole bureau: the last complete quarter, and pages of other periods. A release that
 * names no two units has one page that says so.
 */
export const assessmentPages: PageSource = async ({ locale, release }) => {
  const words = { locale, format: formatter(locale), names: await readNames(release, locale) };
  const periods = await assessedPeriods(release);
  const pages: Page[] = [];
  for (const period of periods) pages.push(await periodPage(release, period, periods, words));
  if (pages.length > 0) return pages;
  const asOf = words.format.date(release.manifest.asOf);
  return [
    {
      path: "assessment",
      template: "assessment.md",
      title: translate(locale, "assessment.title"),
      description: translate(locale, "assessment.description", { period: asOf }),
      values: { grid: null, periods: [], measures: [], rules: [] },
    },
  ];
};
