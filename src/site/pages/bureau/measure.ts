import type { Release } from "../../../release/read.ts";

/** A row of the `measure` mart as it is read: decimals as text. */
export interface MeasureRow {
  measure: string;
  period: string;
  group_key: string | null;
  value: string | null;
  numerator: string | null;
  denominator: string | null;
  n: string | null;
  low: number | null;
  high: number | null;
  previous: string | null;
  change: number | null;
  change_unit: "ratio" | "points" | null;
  note: string | null;
}

/** The months that the release has figures of. */
export interface Months {
  /** The last complete month, "2026-05"; null where there is none. */
  readonly complete: string | null;
  /** The month after it that has begun but not ended. */
  readonly incomplete: { readonly period: string; readonly to: string } | null;
}

export async function readMonths(release: Release): Promise<Months> {
  const rows = await release.rows<{ period: string; to: string; complete: boolean }>(
    `SELECT DISTINCT period, "to", complete FROM measure WHERE grain = 'month' AND dim IS NULL ORDER BY period DESC LIMIT 12`,
  );
  const complete = rows.find((row) => row.complete)?.period ?? null;
  const open = rows.find((row) => !row.complete && (complete === null || row.period > complete));
  return { complete, incomplete: open ? { period: open.period, to: open.to } : null };
}

/** The figures of one month, of the whole (`dim` null) or of every value of a dimension. */
export async function readFigures(release: Release, period: string, dim: string | null): Promise<MeasureRow[]> {
  return release.rows<MeasureRow>(
    `SELECT measure, period, group_key, value, numerator, denominator, n, low, high, previous, change, change_unit, note
     FROM measure WHERE grain = 'month' AND period = $1 AND dim IS NOT DISTINCT FROM $2 ORDER BY measure, group_key`,
    [period, dim],
  );
}
