import { gammaTails } from "./gamma.ts";
import { cornishFisher, QUANTILE_SLACK, smallestInteger } from "./integer-quantile.ts";
import { roughNormalQuantile } from "./normal.ts";

/** P(Y ≥ y) of the Poisson distribution with `mean` ≥ 0. Relative error below 3e-12 down to 1e-307. */
export function poissonUpperTail(y: number, mean: number): number {
  const first = Math.ceil(y);
  if (first <= 0) return mean >= 0 ? 1 : Number.NaN;
  return gammaTails(first, mean).lower;
}

/** P(Y ≤ y) of the Poisson distribution with `mean` ≥ 0. Relative error below 3e-12 down to 1e-307. */
export function poissonCdf(y: number, mean: number): number {
  const last = Math.floor(y);
  if (last < 0) return mean >= 0 ? 0 : Number.NaN;
  return gammaTails(last + 1, mean).upper;
}

/** The smallest y with P(Y ≤ y) ≥ p. ∞ at p = 1 (unless mean is 0), NaN outside [0, 1]. */
export function poissonQuantile(p: number, mean: number): number {
  if (!(p >= 0 && p <= 1 && mean >= 0)) return Number.NaN;
  if (p === 0 || mean === 0) return 0;
  if (p === 1) return Number.POSITIVE_INFINITY;
  const guess = cornishFisher(roughNormalQuantile(p), mean, Math.sqrt(mean), 1 / Math.sqrt(mean));
  return p <= 0.5
    ? smallestInteger(guess, (y) => poissonCdf(y, mean) >= p * (1 - QUANTILE_SLACK))
    : smallestInteger(guess, (y) => poissonUpperTail(y + 1, mean) <= (1 - p) * (1 + QUANTILE_SLACK));
}
