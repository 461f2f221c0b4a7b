import { stirlingError } from "./log-gamma.ts";

const TWO_PI = 2 * Math.PI;

/**
 * The deviance part x ln(x/m) + m − x without loss of digits where x is close to m (Loader 2000, "Fast and accurate
 * computation of binomial probabilities", `bd0`). x ≥ 0, m > 0.
 */
export function deviancePart(x: number, m: number): number {
  if (x === 0) return m;
  const difference = x - m;
  if (Math.abs(difference) < 0.1 * (x + m)) {
    const v = difference / (x + m);
    let sum = difference * v;
    let term = 2 * x * v;
    for (let j = 1; j < 1000; j++) {
      term *= v * v;
      const next = sum + term / (2 * j + 1);
      if (next === sum) break;
      sum = next;
    }
    return sum;
  }
  return x * Math.log(x / m) - difference;
}

/** m^x e^−m / Γ(x + 1): the Poisson probability of x at mean m, also for x that is no integer. x ≥ 0, m ≥ 0. */
export function poissonMass(x: number, m: number): number {
  if (m === 0) return x === 0 ? 1 : 0;
  if (x === 0) return Math.exp(-m);
  return Math.exp(-stirlingError(x) - deviancePart(x, m)) / Math.sqrt(TWO_PI * x);
}

/**
 * Γ(a + b + 1) / (Γ(a + 1) Γ(b + 1)) · x^a · y^b with y = 1 − x: the binomial probability of a successes and b
 * failures, also for numbers that are no integers. a, b ≥ 0; 0 < x, y < 1.
 */
export function binomialMass(a: number, b: number, x: number, y: number): number {
  if (a === 0) return y < x ? y ** b : Math.exp(b * Math.log1p(-x));
  if (b === 0) return x < y ? x ** a : Math.exp(a * Math.log1p(-y));
  const n = a + b;
  const exponent =
    stirlingError(n) - stirlingError(a) - stirlingError(b) - deviancePart(a, n * x) - deviancePart(b, n * y);
  return Math.exp(exponent) * Math.sqrt(n / (TWO_PI * a * b));
}
