import { gammaTails } from "./gamma.ts";

const SQRT_TWO_PI = Math.sqrt(2 * Math.PI);

/** P(Z ≤ z) of the standard normal distribution, with all digits in the lower tail; the upper tail is `normalCdf(-z)`. */
export function normalCdf(z: number): number {
  if (Number.isNaN(z)) return Number.NaN;
  const tails = gammaTails(0.5, (z * z) / 2);
  return z < 0 ? tails.upper / 2 : 0.5 + tails.lower / 2;
}

/** The normal quantile of 0 < p ≤ 1/2 within 4.5e-4 (Abramowitz & Stegun 26.2.23): a first guess. */
function roughLowerQuantile(p: number): number {
  const t = Math.sqrt(-2 * Math.log(p));
  return (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) - t;
}

/** The normal quantile of 0 < p < 1 within 4.5e-4, where a search only needs a place to start. */
export function roughNormalQuantile(p: number): number {
  return p <= 0.5 ? roughLowerQuantile(p) : -roughLowerQuantile(1 - p);
}

/**
 * The z with P(Z ≤ z) = p: Newton steps on ln Φ, which is concave, so that they close in from one side. Relative error
 * below 1e-14 for p ≤ 1/2; above, as exact as 1 − p is. −∞ at 0, ∞ at 1, NaN outside.
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN;
  if (p === 0) return Number.NEGATIVE_INFINITY;
  if (p === 0.5) return 0;
  if (p > 0.5) return -normalQuantile(1 - p);
  let z = roughLowerQuantile(p);
  for (let i = 0; i < 20; i++) {
    const cdf = normalCdf(z);
    const density = Math.exp((-z * z) / 2) / SQRT_TWO_PI;
    if (!(cdf > 0 && density > 0)) break;
    const step = (Math.log(p / cdf) * cdf) / density;
    z += step;
    if (Math.abs(step) <= 1e-15 * Math.abs(z)) break;
  }
  return z;
}
