import { betaQuantile } from "./beta-quantile.ts";
import type { Interval } from "./wilson.ts";

/**
 * The exact interval of a share k/n at a confidence `level` (Clopper & Pearson 1934, Biometrika 26:404): it covers the
 * true share with at least that probability. Null where there is no share: n < 1, k outside 0…n, no whole counts, or a
 * level outside (0, 1).
 */
export function clopperPearson(k: number, n: number, level = 0.95): Interval | null {
  if (!(Number.isSafeInteger(k) && Number.isSafeInteger(n))) return null;
  if (!(n >= 1 && k >= 0 && k <= n && level > 0 && level < 1)) return null;
  const tail = (1 - level) / 2;
  return {
    low: k === 0 ? 0 : betaQuantile(tail, k, n - k + 1).x,
    // The upper bound of the successes is the lower bound of the failures, seen from 1.
    high: k === n ? 1 : betaQuantile(tail, n - k, k + 1).y,
  };
}
