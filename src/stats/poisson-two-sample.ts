import { betaQuantile } from "./beta-quantile.ts";
import { binomialCdf, binomialProbability, binomialUpperTail } from "./binomial.ts";
import { smallestInteger } from "./integer-quantile.ts";
import type { Interval } from "./wilson.ts";

export interface RateComparison extends Interval {
  /** (x1/t1) / (x2/t2), with its exact interval from low to high; ∞ (as high) where x2 = 0. */
  readonly ratio: number;
  /** P of a split at most as probable as the one seen, were the rates the same. */
  readonly pTwoSided: number;
  /** P of at least x1 of the events in the first sample, were the rates the same. */
  readonly pGreater: number;
}

/** Outcomes whose probabilities differ by less than this (relatively) count as equally probable, as in R's binom.test. */
const TIE = 1e-7;

/**
 * Whether x1 events in a time (or amount) t1 come at another rate than x2 in t2: the exact test of two Poisson rates given
 * x1 + x2 (Przyborowski & Wilenski 1940, Biometrika 31:313), where x1 is binomial with the chance t1/(t1 + t2); two-sided
 * by the probabilities not above the observed one. The interval of the ratio is Clopper & Pearson's. As `poisson.test`
 * of R. Null where there are no events, a count is no whole number ≥ 0, a time is not positive or level outside (0, 1).
 */
export function poissonTwoSample(x1: number, x2: number, t1: number, t2: number, level = 0.95): RateComparison | null {
  if (!(Number.isSafeInteger(x1) && Number.isSafeInteger(x2) && x1 >= 0 && x2 >= 0 && x1 + x2 > 0)) return null;
  const time = t1 + t2;
  if (!(t1 > 0 && t2 > 0 && time < Number.POSITIVE_INFINITY && level > 0 && level < 1)) return null;
  const tail = (1 - level) / 2;
  const least = betaQuantile(tail, x1, x2 + 1);
  const most = betaQuantile(tail, x2, x1 + 1);
  return {
    ratio: x1 / t1 / (x2 / t2),
    low: x1 === 0 ? 0 : (least.x / least.y) * (t2 / t1),
    high: x2 === 0 ? Number.POSITIVE_INFINITY : (most.y / most.x) * (t2 / t1),
    pTwoSided: twoSided(x1, x1 + x2, t1 / time, t2 / time),
    pGreater: binomialUpperTail(x1, x1 + x2, t1 / time, t2 / time),
  };
}

/** P of all counts at most as probable as x: the tail that x is in, and the other from where it is improbable enough. */
function twoSided(x: number, n: number, share: number, rest: number): number {
  const mean = n * share;
  if (x === mean) return 1;
  if (x > mean) return twoSidedBelow(n - x, n, rest, share);
  return twoSidedBelow(x, n, share, rest);
}

function twoSidedBelow(x: number, n: number, share: number, rest: number): number {
  const mean = n * share;
  const first = Math.ceil(mean);
  const limit = binomialProbability(x, n, share, rest) * (1 + TIE);
  // From the mean on the probabilities only fall, so the place where they get below the limit can be searched for.
  const other = smallestInteger(
    Math.min(2 * mean - x, n),
    (i) => i > n || (i >= first && binomialProbability(i, n, share, rest) <= limit),
  );
  return Math.min(binomialCdf(x, n, share, rest) + binomialUpperTail(other, n, share, rest), 1);
}
