import type { Series } from "./detector.ts";

/** Sums over the periods of a baseline. Sums of two baselines may be added up field by field. */
export interface Baseline {
  /** Complainants of the cell. */
  count: number;
  /** Complainants of all other complaints. */
  rest: number;
  /** Σ count² / rest, from which Pearson's residuals follow. */
  squares: number;
  /** Periods in which anything came in. */
  points: number;
}

export function emptyBaseline(): Baseline {
  return { count: 0, rest: 0, squares: 0, points: 0 };
}

/** Complainants of all complaints but the cell's own. With them a large cell does not hide its own rise. */
export function restAt(series: Series, period: number): number {
  return Math.max((series.total[period] as number) - (series.observed[period] as number), 0);
}

/** Adds the periods `from` ≤ t < `to` to `sums`, as far as they belong to the cell's history. */
export function addPeriods(sums: Baseline, series: Series, from: number, to: number): void {
  for (let t = Math.max(from, series.start); t < to; t++) {
    const rest = restAt(series, t);
    if (rest <= 0) continue;
    const count = series.observed[t] as number;
    sums.count += count;
    sums.rest += rest;
    sums.squares += (count * count) / rest;
    sums.points += 1;
  }
}

/** Pearson's statistic Σ (y − e)²/e of a constant share, where e = rest · Σ y / Σ rest. */
export function pearson(sums: Baseline): number {
  if (sums.count === 0) return 0;
  return Math.max((sums.squares * sums.rest) / sums.count - sums.count, 0);
}

/** The dispersion that residuals with so many degrees of freedom tell: phi, and how well it is known. */
export interface Dispersion {
  readonly phi: number;
  /** ∞ where the residuals scatter no more than chance does: phi is then 1 and not estimated. */
  readonly freedom: number;
}

export function dispersion(residuals: number, freedom: number): Dispersion {
  const phi = freedom > 0 ? residuals / freedom : 1;
  return phi > 1 ? { phi, freedom } : { phi: 1, freedom: Number.POSITIVE_INFINITY };
}
