import type { FunnelPosition } from "../../../charts/funnel.js";
import type { Release } from "../../../release/read.ts";

/** Grains of the pages, in their order, with how many of the latest complete periods have one. */
export const GRAINS = { month: 6, quarter: 5, half: 2, year: 2, ytd: 1 } as const;
export type AssessedGrain = keyof typeof GRAINS;

/** The grain whose last period comes first, and those that stand in for it: a month has few cases for a unit. */
const FIRST: readonly AssessedGrain[] = ["quarter", "half", "year", "month", "ytd"];

export interface AssessedPeriod {
  readonly grain: AssessedGrain;
  readonly period: string;
  /** Address of its page: "assessment" for the first one, "assessment/2026-q1". */
  readonly path: string;
  /** The period of the same length before it, "2025-Q4"; null for the year to date. */
  readonly before: string | null;
}

/** A row of the mart `assessment` with the definition of its measure. */
export interface AssessedRow {
  readonly measure: string;
  readonly unit: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly value: number;
  readonly pooled: number;
  readonly low: number;
  readonly high: number;
  readonly position: FunnelPosition;
  readonly expected_outside: number;
  readonly dispersion: number | null;
  readonly colour: "red" | "yellow" | "blue" | null;
  readonly red_below: number | null;
  readonly blue_from: number | null;
  readonly name: string;
  readonly note: string;
  readonly smallest_n: number | null;
  readonly pooled_numerator: string;
  readonly pooled_denominator: string;
  /** Where the unit lay in the period before; null where it was not assessed. */
  readonly before: FunnelPosition | null;
}

const slug = (period: string) => period.toLowerCase().replace(/^ytd:.*/, "ytd");

/** The periods that have a page, the first page's first, then by grain from the latest back. */
export async function assessedPeriods(release: Release): Promise<AssessedPeriod[]> {
  const rows = await release.rows<{ grain: AssessedGrain; period: string }>(
    `SELECT DISTINCT grain, period, "from" FROM assessment WHERE complete OR grain = 'ytd' ORDER BY grain, "from" DESC`,
  );
  const first = FIRST.map((grain) => rows.find((row) => row.grain === grain)).find((row) => row !== undefined);
  const offered = (Object.keys(GRAINS) as AssessedGrain[]).flatMap((grain) =>
    rows.filter((row) => row.grain === grain).slice(0, GRAINS[grain]),
  );
  const before = new Map<string, string>();
  for (const row of await release.rows<{ period: string; before: string }>(
    `SELECT DISTINCT a.period, b.period AS before FROM assessment a JOIN assessment b ON a.grain = b.grain AND a.grain <> 'ytd' AND b."to" = a."from" - 1`,
  ))
    before.set(row.period, row.before);
  return offered.map(({ grain, period }) => ({
    grain,
    period,
    path: period === first?.period && grain === first.grain ? "assessment" : `assessment/${slug(period)}`,
    before: before.get(period) ?? null,
  }));
}

/** The units of one period, by measure in the registry's order, the lowest share first. */
export async function assessedRows(
  release: Release,
  locale: "zh" | "en",
  { grain, period, before }: AssessedPeriod,
): Promise<AssessedRow[]> {
  return release.rows<AssessedRow>(
    `SELECT a.measure, a.unit, a.numerator, a.denominator, a.value, a.pooled, a.low, a.high, a.position, a.expected_outside, a.dispersion,
       a.colour, a.red_below, a.blue_from, CASE WHEN $4 = 'zh' THEN d.zh ELSE d.en END AS name, CASE WHEN $4 = 'zh' THEN d.note_zh ELSE d.note_en END AS note,
       d.smallest_n, m.numerator::BIGINT AS pooled_numerator, m.denominator::BIGINT AS pooled_denominator, b.position AS before
     FROM assessment a JOIN definition d USING (measure)
     JOIN measure m ON m.grain = a.grain AND m.period = a.period AND m.measure = a.measure AND m.dim IS NULL
     LEFT JOIN assessment b ON b.grain = a.grain AND b.period = $3 AND b.measure = a.measure AND b.unit = a.unit
     WHERE a.grain = $1 AND a.period = $2 ORDER BY d.position, a.value, a.unit`,
    [grain, period, before, locale],
  );
}
