import { binomialCdf, binomialProbability, binomialUpperTail } from "./binomial.ts";
import { cornishFisher, QUANTILE_SLACK, smallestInteger } from "./integer-quantile.ts";
import { roughNormalQuantile } from "./normal.ts";
import type { Interval } from "./wilson.ts";

/**
 * The smallest integer r with P(R ≤ r) ≥ p, for R successes in n ≥ 0 trials with the chance `share` each. NaN where p or
 * share is outside [0, 1] or n is no count.
 */
export function binomialQuantile(p: number, n: number, share: number): number {
  if (!(p >= 0 && p <= 1 && share >= 0 && share <= 1 && Number.isSafeInteger(n) && n >= 0)) return Number.NaN;
  if (p === 0 || share === 0 || n === 0) return 0;
  if (p === 1 || share === 1) return n;
  const deviation = Math.sqrt(n * share * (1 - share));
  const guess = cornishFisher(roughNormalQuantile(p), n * share, deviation, (1 - 2 * share) / deviation);
  const within = Math.min(guess, n);
  return p <= 0.5
    ? smallestInteger(within, (r) => binomialCdf(r, n, share) >= p * (1 - QUANTILE_SLACK))
    : smallestInteger(within, (r) => binomialUpperTail(r + 1, n, share) <= (1 - p) * (1 + QUANTILE_SLACK));
}

/**
 * Control limits of the share of a unit with n cases in a funnel plot, when the share of all units together is `pooled`:
 * exact binomial limits at (1 − level)/2 and (1 + level)/2, interpolated between counts (Spiegelhalter 2005, Statistics
 * in Medicine 24:1185, appendix A.1.1): (r − α)/n with r the quantile at p and α = (P(R ≤ r) − p)/P(R = r), within [0, 1].
 *
 * Two additions to the paper, for shares next to 0 or 1, where interpolation goes astray. Where even n of n is no rare
 * outcome (r = n), the upper limit is 1, just as clipping makes the lower one 0 where r = 0. And the limits always hold
 * `pooled` itself.
 *
 * The upper limit marks the counts x with P(R > x) below (1 − level)/2, not P(R ≥ x): for a few cases it is up to one
 * case narrower than a test. Null where n < 1, pooled is outside [0, 1] or level outside (0, 1).
 */
export function funnelLimits(n: number, pooled: number, level: number): Interval | null {
  if (!(Number.isSafeInteger(n) && n >= 1 && pooled >= 0 && pooled <= 1 && level > 0 && level < 1)) return null;
  const tail = (1 - level) / 2;
  const r = binomialQuantile(tail, n, pooled);
  const low = (r - part(binomialCdf(r, n, pooled) - tail, r, n, pooled)) / n;
  const s = binomialQuantile(1 - tail, n, pooled);
  const high = s === n ? 1 : (s - part(tail - binomialUpperTail(s + 1, n, pooled), s, n, pooled)) / n;
  return { low: Math.min(Math.max(low, 0), pooled), high: Math.max(high, pooled) };
}

/** α: how much of P(R = r) lies beyond the wanted probability, from 0 to 1. */
function part(beyond: number, r: number, n: number, share: number): number {
  return Math.min(Math.max(beyond / binomialProbability(r, n, share), 0), 1);
}
