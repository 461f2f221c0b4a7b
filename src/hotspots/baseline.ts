import type { Series } from "./detector.ts";

/** Sums over the periods of a baseline. */
export interface Baseline {
  /** Complainants of the cell. */
  count: number;
  /** What they are measured against. */
  exposure: number;
  /** Σ count² / exposure, from which Pearson's residuals follow. */
  squares: number;
  /** Periods in which anything came in. */
  points: number;
}

export function emptyBaseline(): Baseline {
  return { count: 0, exposure: 0, squares: 0, points: 0 };
}

/** Adds the periods `from` ≤ t < `to` to `sums`, as far as they belong to the cell's history. */
export function addPeriods(sums: Baseline, series: Series, from: number, to: number): void {
  for (let t = Math.max(from, series.start); t < to; t++) {
    const exposure = series.exposure[t] as number;
    if (!(exposure > 0)) continue;
    const count = series.observed[t] as number;
    sums.count += count;
    sums.exposure += exposure;
    sums.squares += (count * count) / exposure;
    sums.points += 1;
  }
}

/** Pearson's statistic Σ (y − e)²/e of a constant share, where e = exposure · Σ y / Σ exposure. */
export function pearson(sums: Baseline): number {
  if (sums.count === 0) return 0;
  return Math.max((sums.squares * sums.exposure) / sums.count - sums.count, 0);
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
