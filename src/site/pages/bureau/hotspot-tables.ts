import type { Locale } from "../../../i18n/define.ts";
import { translate } from "../../../i18n/translate.ts";
import type { Release } from "../../../release/read.ts";
import type { Format } from "../../format.ts";
import type { Names } from "./names.ts";

interface Words {
  readonly locale: Locale;
  readonly format: Format;
  readonly names: Names;
}

/** Gatherings with a higher q are not shown. */
const MOST_Q = 0.1;
const MOST_BUSINESSES = 20;

/** Where complaints gather, those that chance does not explain. */
export async function readScan(release: Release, { locale, format, names }: Words) {
  const rows = await release.rows<{
    category: string | null;
    regions: string[];
    from: string;
    to: string;
    observed: string;
    expected: number;
    p: number;
  }>(`SELECT category, regions, "from", "to", observed, expected, p FROM scan WHERE q <= ${MOST_Q} ORDER BY rank`);
  return rows.map((row) => ({
    category: row.category === null ? translate(locale, "site.whole") : names.of("category", row.category),
    regions: row.regions.map((code) => names.of("region", code)).join(translate(locale, "hotspots.and")),
    span: translate(locale, "hotspots.span", { from: format.date(row.from), to: format.date(row.to) }),
    observed: format.number(row.observed),
    expected: format.decimal(row.expected, 1),
    p: format.decimal(row.p, 3),
  }));
}

/** Businesses that draw more complaints of a problem than was to be expected, the clearest first. */
export async function readBusinesses(release: Release, { locale, format, names }: Words) {
  const rows = await release.rows<{
    business: string;
    problem: string;
    observed: string;
    all_of_business: string;
    expected: number;
    ic_low: number;
    rate_ratio: number | null;
    rate_ratio_low: number | null;
  }>(
    `SELECT business, problem, observed, all_of_business, expected, ic_low, rate_ratio, rate_ratio_low FROM disproportion
     WHERE stands_out ORDER BY rank LIMIT ${MOST_BUSINESSES}`,
  );
  return rows.map((row) => ({
    business: row.business,
    problem: names.of("problem", row.problem),
    observed: format.number(row.observed),
    all: format.number(row.all_of_business),
    expected: format.decimal(row.expected, 1),
    // The IC is a binary logarithm: its lower limit as a ratio is easier read.
    atLeast: translate(locale, "site.times", { ratio: format.decimal(Math.floor(2 ** row.ic_low * 10) / 10, 1) }),
    rate:
      row.rate_ratio === null
        ? null
        : translate(locale, "hotspots.rate", {
            ratio: format.decimal(row.rate_ratio, 1),
            low: format.decimal(row.rate_ratio_low, 1),
          }),
  }));
}

/** How complaints of each source come in, in a sentence each. */
export async function readDelaySentences(release: Release, { locale, format }: Words): Promise<string[]> {
  const rows = await release.rows<{
    source: string;
    known: boolean;
    exports: string;
    day: number | null;
    week: number | null;
  }>(
    `SELECT source, any_value(known) AS known, any_value(exports) AS exports, max(completeness) FILTER (age = 1) AS day,
       max(completeness) FILTER (age = 7) AS week FROM delay GROUP BY source ORDER BY source`,
  );
  return rows.map(({ source, known, exports, day, week }) =>
    known
      ? translate(locale, "hotspots.delay", {
          source,
          exports: Number(exports),
          day: format.percent(day, 0),
          week: format.percent(week, 0),
        })
      : translate(locale, "hotspots.delayUnknown", { source, exports: Number(exports) }),
  );
}

/** Breaks of the series, the latest first. */
export async function readBreakRows(release: Release, { locale, format }: Words) {
  const rows = await release.rows<{
    from: string;
    to: string | null;
    effect: string;
    zh: string | null;
    en: string | null;
    what: string;
  }>(`SELECT "from", "to", what, effect, zh, en FROM break ORDER BY "from" DESC`);
  return rows.map((row) => ({
    from: format.date(row.from),
    to: row.to === null ? "" : format.date(row.to),
    what: row[locale] ?? row.what,
    effect: translate(locale, `hotspots.effect.${row.effect as "break"}`),
  }));
}
