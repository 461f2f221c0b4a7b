import { gammaTails } from "./gamma.ts";
import { logGamma } from "./log-gamma.ts";
import { roughNormalQuantile } from "./normal.ts";
import { poissonMass } from "./saddle-point.ts";

/** Wilson & Hilferty (1931); the first term of the series where that fails (small shape, far lower tail). */
function start(p: number, shape: number): number {
  const ninth = 1 / (9 * shape);
  const cube = 1 - ninth + roughNormalQuantile(p) * Math.sqrt(ninth);
  const guess = shape * cube ** 3;
  if (cube > 0.2) return guess;
  return Math.exp((Math.log(p) + logGamma(shape + 1)) / shape);
}

/**
 * The x with P(X ≤ x) = p of the gamma distribution with `shape` a > 0 and `rate` > 0. Newton steps on the logarithm of
 * the smaller tail, kept within a bracket. 0 at p = 0, ∞ at p = 1, NaN outside. Relative error below 3e-12 where x is
 * above 1e-300; for p > 1/2 it is as exact as 1 − p is.
 */
export function gammaQuantile(p: number, shape: number, rate = 1): number {
  if (!(p >= 0 && p <= 1 && shape > 0 && rate > 0)) return Number.NaN;
  if (p === 0) return 0;
  if (p === 1) return Number.POSITIVE_INFINITY;
  const upper = p > 0.5;
  let low = 0;
  let high = Number.POSITIVE_INFINITY;
  let x = start(p, shape);
  for (let i = 0; i < 200; i++) {
    const tails = gammaTails(shape, x);
    const tail = upper ? tails.upper : tails.lower;
    const gap = upper ? Math.log(tail / (1 - p)) : Math.log(p / tail);
    if (gap > 0) low = x;
    else high = x;
    // d ln(tail) / d ln x, without its sign; Γ's density times x is a · poissonMass(a, x).
    const slope = (shape * poissonMass(shape, x)) / tail;
    let next = x * Math.exp(gap / slope);
    if (!(next > low && next < high)) next = high === Number.POSITIVE_INFINITY ? 2 * x : (low + high) / 2;
    if (Math.abs(next - x) <= 1e-15 * x) return next / rate;
    x = next;
  }
  return x / rate;
}
