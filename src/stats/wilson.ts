import { normalQuantile } from "./normal.ts";

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * The score interval of a share k/n at a confidence `level` (Wilson 1927, JASA 22:209), within [0, 1]. Null where there
 * is no share: n ≤ 0, k outside 0…n, or a level outside (0, 1).
 */
export function wilson(k: number, n: number, level = 0.95): Interval | null {
  if (!(n > 0 && k >= 0 && k <= n && level > 0 && level < 1)) return null;
  const z = -normalQuantile((1 - level) / 2);
  const square = z * z;
  const centre = k + square / 2;
  const half = z * Math.sqrt((k * (n - k)) / n + square / 4);
  // (centre − half)(centre + half) = k² (n + z²) / n, so the lower bound needs no difference of near numbers.
  const low = k === 0 ? 0 : (k * k) / (n * (centre + half));
  const high = k === n ? 1 : (centre + half) / (n + square);
  return { low, high };
}
