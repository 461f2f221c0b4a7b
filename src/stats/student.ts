import { betaTails } from "./beta.ts";
import { logGamma } from "./log-gamma.ts";
import { normalQuantile } from "./normal.ts";

/** P(T ≥ t) of Student's distribution with `freedom` > 0 degrees of freedom (∞: normal) (Abramowitz & Stegun 26.7.1). */
export function studentUpperTail(t: number, freedom: number): number {
  if (!(freedom > 0) || Number.isNaN(t)) return Number.NaN;
  const square = t * t;
  if (square === Number.POSITIVE_INFINITY) return t > 0 ? 0 : 1;
  const outer = betaTails(freedom / (freedom + square), freedom / 2, 0.5, square / (freedom + square)).lower / 2;
  return t >= 0 ? outer : 1 - outer;
}

/**
 * The t with P(T ≥ t) = p, for `freedom` ≥ 1. Start: Abramowitz & Stegun 26.7.5; then Newton steps on the tail. Relative
 * error below 1e-10.
 */
export function studentUpperQuantile(p: number, freedom: number): number {
  if (!(p >= 0 && p <= 1 && freedom >= 1)) return Number.NaN;
  if (p > 0.5) return -studentUpperQuantile(1 - p, freedom);
  const z = -normalQuantile(p);
  if (z === 0 || z === Number.POSITIVE_INFINITY) return z;
  const scale = Math.exp(logGamma((freedom + 1) / 2) - logGamma(freedom / 2)) / Math.sqrt(freedom * Math.PI);
  let t = z + (z ** 3 + z) / (4 * freedom);
  for (let i = 0; i < 100; i++) {
    const tail = studentUpperTail(t, freedom);
    const density = scale * (1 + (t * t) / freedom) ** (-(freedom + 1) / 2);
    // The logarithm of the tail bends less than the tail itself: Newton steps on it do not overshoot far.
    const step = (Math.log(tail / p) * tail) / density;
    t = Math.max(t + step, t / 2);
    if (Math.abs(step) <= 1e-12 * t) break;
  }
  return t;
}
