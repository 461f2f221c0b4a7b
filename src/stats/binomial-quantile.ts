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

/** Control limits of a share, and the counts that lie within them. */
export interface FunnelLimits extends Interval {
  /** The smallest and the largest number of n that is no rare outcome. */
  readonly least: number;
  readonly most: number;
}

/**
 * Control limits of the share of a unit with n cases in a funnel plot, when the share of all units together is `pooled`
 * (Spiegelhalter 2005, Statistics in Medicine 24:1185). A count x lies below where P(R ≤ x) < (1 − level)/2, and above where
 * P(R ≥ x) is: so exact that a unit of any size is outside by chance at most as often as the level says. `low` and `high` are
 * drawn between counts as in the appendix A.1.1 of the paper: (r − α)/n with r the least count within and
 * α = (P(R ≤ r) − p)/P(R = r), and the same from the other side, within [0, 1]; x/n lies beyond them where x lies outside.
 * (The paper takes its upper limit from the quantile, which is up to one case narrower than a test.)
 *
 * Null where n < 1, pooled is outside [0, 1] or level outside (0, 1).
 */
export function funnelLimits(n: number, pooled: number, level: number): FunnelLimits | null {
  if (!(Number.isSafeInteger(n) && n >= 1 && pooled >= 0 && pooled <= 1 && level > 0 && level < 1)) return null;
  const tail = (1 - level) / 2;
  const least = binomialQuantile(tail, n, pooled);
  const most = binomialQuantile(1 - tail, n, pooled);
  const low = (least - part(binomialCdf(least, n, pooled) - tail, least, n, pooled)) / n;
  const high = (most + part(binomialUpperTail(most, n, pooled) - tail, most, n, pooled)) / n;
  // Next to 0 or 1 a step of one count leads past the pooled share itself.
  return { least, most, low: Math.min(Math.max(low, 0), pooled), high: Math.max(Math.min(high, 1), pooled) };
}

/** α: how much of P(R = r) lies beyond the wanted probability, from 0 to 1. */
function part(beyond: number, r: number, n: number, share: number): number {
  return Math.min(Math.max(beyond / binomialProbability(r, n, share), 0), 1);
}
