import { createHash } from "node:crypto";
import type { Duck } from "../duck/open.ts";
import { measured } from "../hotspots/measured.ts";
import { LOCALES, type Locale } from "../i18n/define.ts";
import { languageTag, translate } from "../i18n/translate.ts";
import { createEntries } from "./entries.ts";
import { type HotspotEvidence, hotspotEvidenceSchema } from "./evidence-schema.ts";

type Both = { zh: string; en: string };

interface HotspotRow {
  id: string;
  rank: number | null;
  cell: string;
  category: string | null;
  problem: string | null;
  region: string | null;
  business: string | null;
  brand: string | null;
  grain: "week" | "month";
  period: string;
  from: string;
  to: string;
  level: "watch" | "warning";
  observed: string;
  complainants: string;
  expected: number;
  low: number;
  high: number;
  ratio: number;
  ratio_at_least: number;
  p: number;
  q: number;
  detector: string;
  reason: string;
  years: number;
  phi: number;
  tests: string;
  one_in: string | null;
  quiet_periods: string | null;
  completeness: number;
  breaks: string[];
}

const bothOf = (give: (locale: Locale) => string): Both =>
  Object.fromEntries(LOCALES.map((locale) => [locale, give(locale)])) as Both;

/** Where less of a period's complaints is in, its sentence says so. */
const SAID_BELOW = 0.95;

/** Numbers in a record: six decimals are more than anybody needs, and the same on every machine. */
const rounded = (value: number) => Math.round(value * 1e6) / 1e6;

/** A period in words: "October 2026", "19 October 2026 to 25 October 2026". */
export function periodText(locale: Locale, { grain, from, to }: Pick<HotspotRow, "grain" | "from" | "to">): string {
  const [first, last] = [from, to].map((day) => new Date(`${day}T00:00:00Z`)) as [Date, Date];
  const month = { year: "numeric", month: "long", timeZone: "UTC" } as const;
  if (grain === "month") return new Intl.DateTimeFormat(languageTag(locale), month).format(first);
  const day = new Intl.DateTimeFormat(languageTag(locale), { ...month, day: "numeric" });
  return translate(locale, "hotspots.span", { from: day.format(first), to: day.format(last) });
}

/** A number of people for a sentence: whole from ten on, else with one decimal. */
const people = (locale: Locale, value: number) =>
  new Intl.NumberFormat(languageTag(locale), { maximumFractionDigits: value < 10 ? 1 : 0 }).format(value);
const times = (locale: Locale, value: number) =>
  new Intl.NumberFormat(languageTag(locale), { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(
    Math.floor(value * 10) / 10,
  );

/** The part of flags that were false in the bench, by whether the rules had years to look at. */
function falseShare(years: number): number {
  const id = `flags.${years >= 1 ? "long" : "short"}.watch_false_share`;
  const figure = measured().figures.find((one) => one.id === id);
  if (!figure) throw new TypeError(`the bench has no ${id}`);
  return figure.value;
}

/**
 * The finding in sentences for a reader who knows no statistics: what came, what was expected, how large the rise is at
 * least, how often chance alone gives the like, and how many of the period's flags chance may have given.
 */
export function sentence(
  locale: Locale,
  name: string,
  row: Pick<
    HotspotRow,
    | "grain"
    | "from"
    | "to"
    | "complainants"
    | "observed"
    | "expected"
    | "low"
    | "high"
    | "ratio_at_least"
    | "completeness"
  > & {
    oneIn: number | null;
    flags: number;
    tests: number;
    byChance: number;
  },
): string {
  const t = (key: Parameters<typeof translate>[1], params: Parameters<typeof translate>[2]) =>
    translate(locale, key, params);
  const parts = [
    t("hotspots.sentence.counts", {
      period: periodText(locale, row),
      name,
      people: Number(row.complainants),
      complaints: Number(row.observed),
      expected: people(locale, row.expected),
      low: Math.round(row.low),
      high: Math.round(row.high),
    }),
  ];
  if (row.completeness < SAID_BELOW)
    parts.push(t("hotspots.sentence.incomplete", { part: Math.floor(row.completeness * 100) / 100, grain: row.grain }));
  if (row.ratio_at_least > 1) parts.push(t("hotspots.sentence.ratio", { ratio: times(locale, row.ratio_at_least) }));
  if (row.oneIn !== null) parts.push(t("hotspots.sentence.odds", { oneIn: row.oneIn, grain: row.grain }));
  parts.push(
    t("hotspots.sentence.family", {
      tests: row.tests,
      flags: row.flags,
      grain: row.grain,
      byChance: Math.round(row.byChance),
    }),
  );
  return parts.join(locale === "zh" ? "" : " ");
}

/** The flags that are judged together: those of a period by what was complained of, and those by whom. */
const familyOf = ({ grain, period, business, brand }: HotspotRow) =>
  `${grain}\n${period}\n${(business ?? brand) === null}`;

/** Names of codes by dimension; a code without one stands for itself. */
async function readNames(duck: Duck): Promise<(dim: string, key: string) => Both> {
  const rows = await duck.rows<{ dim: string; key: string; zh: string; en: string }>(
    "SELECT dim, key, zh, en FROM dimension",
  );
  const names = new Map(rows.map(({ dim, key, zh, en }) => [`${dim}\n${key}`, { zh, en }]));
  return (dim, key) =>
    key === "?"
      ? bothOf((locale) => translate(locale, "hotspots.unknown", { dim }))
      : (names.get(`${dim}\n${key}`) ?? { zh: key, en: key });
}

/**
 * Creates the temp table `evidence`, the mart of that name: for each hotspot of `hotspot_week` and `hotspot_month` one
 * JSON with all that a warning may be bound to, its digest, and the sentences that a reader gets. Needs the temp tables
 * that `findHotspots` leaves, `dimension` and `break`.
 */
export async function createEvidence(duck: Duck, options: { release: string; asOf: string }): Promise<void> {
  const nameOf = await readNames(duck);
  const hotspots = await duck.rows<HotspotRow>(
    "SELECT * FROM hotspot_week UNION ALL SELECT * FROM hotspot_month ORDER BY grain, period, id",
  );
  const contributors = await duck.rows<{
    id: string;
    dim: string;
    key: string;
    observed: string;
    usual: number;
    part: number;
  }>("SELECT * FROM contributor_week UNION ALL SELECT * FROM contributor_month ORDER BY id, dim, part DESC, key");
  const breaks = await duck.rows<HotspotEvidence["breaks"][number]>(
    `SELECT "from", "to", what, effect, coalesce(zh, what) AS zh, coalesce(en, what) AS en FROM break ORDER BY "from"`,
  );
  const series = await duck.rows<{ cell: string; grain: string; points: string }>(
    `SELECT cell, grain, to_json(list({'period': period, 'from': "from", 'to': "to", 'observed': complainants::INTEGER,
       'complaints': observed::INTEGER, 'expected': round(expected, 6), 'low': low, 'high': high, 'complete': complete} ORDER BY "from")) AS points
     FROM (FROM series_week UNION ALL FROM series_month) AS series
     SEMI JOIN (SELECT cell, grain FROM hotspot_week UNION ALL SELECT cell, grain FROM hotspot_month) AS flagged USING (cell, grain)
     GROUP BY cell, grain`,
  );
  const points = new Map(series.map(({ cell, grain, points }) => [`${grain}\n${cell}`, points]));
  const flags = new Map<string, number>();
  for (const row of hotspots) flags.set(familyOf(row), (flags.get(familyOf(row)) ?? 0) + 1);

  const rows = hotspots.map((row) => {
    const listed = flags.get(familyOf(row)) ?? 0;
    const byChance = listed * falseShare(row.years);
    const named = (dim: "category" | "problem" | "region") => {
      const key = row[dim];
      return key === null ? null : nameOf(dim, key);
    };
    const plain = (name: string | null) => (name === null ? null : { zh: name, en: name });
    const names = {
      business: plain(row.business),
      brand: plain(row.brand),
      category: named("category"),
      problem: named("problem"),
      region: named("region"),
    };
    const name = bothOf((locale) =>
      Object.values(names)
        .flatMap((one) => (one === null ? [] : [one[locale]]))
        .join(translate(locale, "hotspots.joiner")),
    );
    const oneIn = row.one_in === null ? null : Number(row.one_in);
    const [id = "", version = ""] = row.detector.split("/");
    const evidence: HotspotEvidence = {
      schema: 1,
      id: row.id,
      release: options.release,
      asOf: options.asOf,
      cell: row.cell,
      names,
      grain: row.grain,
      period: row.period,
      from: row.from,
      to: row.to,
      level: row.level,
      rank: row.rank,
      observed: Number(row.complainants),
      complaints: Number(row.observed),
      expected: rounded(row.expected),
      low: row.low,
      high: row.high,
      ratio: rounded(row.ratio),
      ratio_at_least: rounded(row.ratio_at_least),
      q: rounded(row.q),
      odds: oneIn === null ? null : { one_in: oneIn, quiet_periods: Number(row.quiet_periods) },
      family: { tested: Number(row.tests), flagged: listed, by_chance: rounded(byChance) },
      completeness: rounded(row.completeness),
      detector: {
        id,
        version,
        reason: bothOf((locale) => translate(locale, row.reason as Parameters<typeof translate>[1])),
        years: row.years,
        dispersion: rounded(row.phi),
      },
      breaks: breaks.filter(({ from }) => row.breaks.includes(from)),
      contributors: contributors
        .filter((one) => one.id === row.id)
        .map(({ dim, key, observed, usual, part }) => ({
          dim,
          key,
          name: nameOf(dim, key),
          observed: Number(observed),
          usual: rounded(usual),
          part: rounded(part),
        })),
      sentence: bothOf((locale) =>
        sentence(locale, name[locale], { ...row, oneIn, flags: listed, tests: Number(row.tests), byChance }),
      ),
      series: JSON.parse(points.get(`${row.grain}\n${row.cell}`) ?? "[]") as HotspotEvidence["series"],
    };
    const json = JSON.stringify(hotspotEvidenceSchema.parse(evidence));
    return { id: row.id, sha256: createHash("sha256").update(json).digest("hex"), json };
  });
  await createEntries(duck, "evidence", rows);
}
