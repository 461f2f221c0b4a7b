import { gammaQuantile } from "./gamma-quantile.ts";
import type { Interval } from "./wilson.ts";

/**
 * The exact interval of a Poisson mean after `count` events, at a confidence `level` (Garwood 1936, Biometrika 28:437).
 * Null where count is negative or level outside (0, 1).
 */
export function poissonInterval(count: number, level = 0.95): Interval | null {
  if (!(count >= 0 && level > 0 && level < 1)) return null;
  const tail = (1 - level) / 2;
  return { low: count === 0 ? 0 : gammaQuantile(tail, count), high: gammaQuantile(1 - tail, count + 1) };
}
