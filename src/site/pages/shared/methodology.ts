import type { Locale } from "../../../i18n/define.ts";
import { translate, translateIfAny } from "../../../i18n/translate.ts";
import type { Half, Release } from "../../../release/read.ts";
import { type Format, formatter } from "../../format.ts";
import { type MeasureDefinition, readMeasures } from "../../measures.ts";
import type { PageSource } from "../../page.ts";

interface Words {
  readonly locale: Locale;
  readonly format: Format;
  readonly currency: string;
  readonly half: Half;
}

/** Rules that hold for all measures, in the order in which they are told. */
const GENERAL = ["compared", "pooled", "interval", "small", "missing", "frozen", "break"] as const;

/** A measure's definition in words and as it was written. */
function measureOf(definition: MeasureDefinition, { locale, currency, half }: Words) {
  const { measure, name, note, source, basis, interval, denominator, smallest_n: smallest } = definition;
  const word = (part: string, code: string) => translateIfAny(locale, `measures.${part}.${code}`, { currency }) ?? code;
  return {
    id: measure,
    name,
    note,
    matures: definition.matures,
    // Units are assessed on the bureau's site only.
    assessed: half === "bureau" && definition.better !== null,
    parts: [
      { name: translate(locale, "methodology.unit"), text: word("unit", definition.unit) },
      { name: translate(locale, "methodology.basis"), text: word("basis", basis) },
      { name: translate(locale, "methodology.source"), text: word("source", source) },
      { name: translate(locale, "methodology.interval"), text: word("interval", interval ?? "none") },
      ...(smallest > 0
        ? [
            {
              name: translate(locale, "methodology.smallest"),
              text: translate(locale, "methodology.smallestText", { count: smallest }),
            },
          ]
        : []),
    ],
    formula: [
      { name: translate(locale, "methodology.id"), text: measure },
      { name: translate(locale, "methodology.population"), text: definition.population },
      {
        name: translate(locale, denominator === null ? "methodology.value" : "methodology.numerator"),
        text: definition.numerator,
      },
      ...(denominator === null ? [] : [{ name: translate(locale, "methodology.denominator"), text: denominator }]),
    ],
  };
}

/** A row of the mart `time_limit`. */
interface TimeLimit {
  readonly step: string;
  readonly name: string;
  readonly from: string;
  readonly to: string | null;
  readonly limit_days: number;
  readonly day_kind: string;
  readonly extension: number | null;
  readonly stops_for: string | null;
  readonly article: string | null;
  readonly counts_from: string | null;
  readonly counts_to: string | null;
  readonly moves_after: string | null;
}

function span(from: string, to: string | null, { locale, format }: Words): string {
  return to === null
    ? translate(locale, "methodology.since", { from: format.date(from) })
    : translate(locale, "methodology.span", { from: format.date(from), to: format.date(to) });
}

function limitOf(limit: TimeLimit, words: Words) {
  const { locale } = words;
  const { step, day_kind: kind, limit_days: count, extension, stops_for: stops, moves_after: moves } = limit;
  return {
    step: translateIfAny(locale, `methodology.step.${step}`) ?? step,
    name: limit.name,
    article: limit.article,
    inForce: span(limit.from, limit.to, words),
    limit: [
      translateIfAny(locale, `methodology.days.${kind}`, { count }) ?? String(count),
      extension === null ? "" : translate(locale, "methodology.extension", { count: extension }),
      stops === null ? "" : translate(locale, "methodology.stops"),
      moves === null ? "" : (translateIfAny(locale, `methodology.moves.${moves}`) ?? ""),
    ].join(""),
    counts:
      limit.counts_from === null
        ? translate(locale, "methodology.never")
        : span(limit.counts_from, limit.counts_to, words),
  };
}

/** Years in their order, runs of them as "2014–2026". */
function yearsText(years: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const year of years) {
    const last = runs.at(-1);
    if (last && last[1] === year - 1) last[1] = year;
    else runs.push([year, year]);
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(", ");
}

/** The limits of time of the bureau's half, and of which years the days off are known. */
async function limitsOf(release: Release, words: Words) {
  const limits = await release.rows<TimeLimit>(
    `SELECT step, CASE WHEN $1 = 'zh' THEN zh ELSE en END AS name, "from", "to", limit_days, day_kind, extension, stops_for, article,
       counts_from, counts_to, moves_after
     FROM time_limit ORDER BY array_position(['acceptance', 'mediation', 'report_check'], step), "from", rule`,
    [words.locale],
  );
  const years = await release.rows<{ year: number }>("SELECT year FROM holiday_year ORDER BY year");
  return {
    rows: limits.map((limit) => limitOf(limit, words)),
    calendar:
      years.length === 0
        ? null
        : translate(words.locale, "methodology.calendar", { years: yearsText(years.map(({ year }) => year)) }),
  };
}

/** What each measure of the half means and how it is reckoned; in the bureau's half also by which limits of time. */
export const methodologyPage: PageSource = async ({ locale, release }) => {
  const { half, bureau, methods } = release.manifest;
  const format = formatter(locale);
  const words = { locale, format, currency: bureau.currency, half };
  const { all } = await readMeasures(release, { locale, format });
  return [
    {
      path: "methodology",
      template: "../shared/methodology.md",
      title: translate(locale, "methodology.title"),
      description: translate(locale, "methodology.description"),
      values: {
        intro: translate(locale, "methodology.intro", { rules: methods.measures ?? "" }),
        general: GENERAL.map((rule) => translate(locale, `methodology.general.${rule}`)),
        limits: half === "bureau" ? await limitsOf(release, words) : null,
        withheld: half === "public",
        measures: all.map((definition) => measureOf(definition, words)),
      },
    },
  ];
};
