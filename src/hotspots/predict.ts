import { negativeBinomialQuantile, negativeBinomialUpperTail } from "../stats/negative-binomial.ts";
import { normalCdf, normalQuantile } from "../stats/normal.ts";
import { studentUpperQuantile, studentUpperTail } from "../stats/student.ts";
import type { Outlook } from "./detector.ts";

/** Cells that expect fewer complainants are not tested; what they hold is tested in their parents. */
export const LEAST_EXPECTED = 1;
const RANGE_TAIL = 0.025;

/** A predictive distribution of one count: negative binomial, its dispersion known only as well as its residuals tell. */
export interface Prediction {
  readonly expected: number;
  /** Variance over mean, ≥ 1. */
  readonly phi: number;
  /** Degrees of freedom behind phi; ∞ where phi is not estimated. */
  readonly freedom: number;
}

const rangeTails = new Map<number, number>();

/** The normal tail that corresponds to Student's 2.5 % tail at these degrees of freedom. */
function rangeTail(freedom: number): number {
  let tail = rangeTails.get(freedom);
  if (tail === undefined) {
    tail = normalCdf(-studentUpperQuantile(RANGE_TAIL, freedom));
    rangeTails.set(freedom, tail);
  }
  return tail;
}

/**
 * P(as many or more). An estimated dispersion makes large counts more frequent than the negative binomial distribution
 * says, as it does with Student's t; so its tail is carried over, by way of the normal deviate, to Student's tail.
 */
export function upperTail(observed: number, { expected, phi, freedom }: Prediction): number {
  const p = negativeBinomialUpperTail(observed, expected, phi);
  if (freedom === Number.POSITIVE_INFINITY || !(p > 0 && p < 0.5)) return p;
  return Math.max(p, studentUpperTail(-normalQuantile(p), freedom));
}

/** Writes one period's outlook: the range and the tail only where enough are expected for a test. */
export function predict(out: Outlook, period: number, observed: number, prediction: Prediction): void {
  const { expected, phi, freedom } = prediction;
  out.expected[period] = expected;
  out.phi[period] = phi;
  if (!(expected >= LEAST_EXPECTED)) return;
  const tail = freedom === Number.POSITIVE_INFINITY ? RANGE_TAIL : rangeTail(freedom);
  out.low[period] = negativeBinomialQuantile(tail, expected, phi);
  out.high[period] = negativeBinomialQuantile(1 - tail, expected, phi);
  out.p[period] = upperTail(observed, prediction);
}
