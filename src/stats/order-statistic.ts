import { binomialCdf, binomialUpperTail } from "./binomial.ts";
import { cornishFisher, QUANTILE_SLACK, smallestInteger } from "./integer-quantile.ts";
import { roughNormalQuantile } from "./normal.ts";

/** Ranks, counted from 1 in rising order. */
export interface RankInterval {
  /** Null: the sample is too small to bound the quantile from below. */
  readonly low: number | null;
  /** Null: the sample is too small to bound the quantile from above. */
  readonly high: number | null;
  /** The probability that the quantile lies between the two values; with one of them null, that it lies beyond the other. */
  readonly coverage: number;
}

/**
 * Between which two of n sorted values the quantile q of the population lies, whatever its distribution, at a confidence
 * `level`: the exact interval by order statistics (Thompson 1936, Annals of Mathematical Statistics 7:122; David &
 * Nagaraja 2003, Order Statistics, 7.1). The values below the quantile are R ~ binomial(n, q); low is the largest rank r
 * with P(R < r) ≤ (1 − level)/2, high the smallest with P(R ≥ r) ≤ (1 − level)/2, so that neither end errs more often
 * than that. Where the values have ties, it covers at least as often.
 *
 * Null where neither bound exists, n is no count ≥ 1, or q or level is outside (0, 1).
 */
export function orderStatisticRanks(n: number, q: number, level: number): RankInterval | null {
  if (!(Number.isSafeInteger(n) && n >= 1 && q > 0 && q < 1 && level > 0 && level < 1)) return null;
  const tail = ((1 - level) / 2) * (1 + QUANTILE_SLACK);
  const deviation = Math.sqrt(n * q * (1 - q));
  const guess = (z: number) => Math.min(cornishFisher(z, n * q, deviation, (1 - 2 * q) / deviation), n);
  const z = roughNormalQuantile((1 - level) / 2);
  const low = smallestInteger(guess(z), (r) => binomialCdf(r, n, q) > tail);
  const high = smallestInteger(guess(-z) + 1, (r) => binomialUpperTail(r, n, q) <= tail);
  const bounded = { low: low >= 1, high: high <= n };
  if (!bounded.low && !bounded.high) return null;
  const below = bounded.low ? binomialCdf(low - 1, n, q) : 0;
  const above = bounded.high ? binomialUpperTail(high, n, q) : 0;
  return { low: bounded.low ? low : null, high: bounded.high ? high : null, coverage: 1 - below - above };
}
