import { betaTails } from "./beta.ts";
import { binomialMass } from "./saddle-point.ts";

/**
 * P(R ≤ k) of R successes in n trials, each with the chance `share`. Give `rest` = 1 − share where it is known better
 * than by the difference. NaN where share is outside [0, 1]. Relative error below 3e-12 up to a thousand trials, below
 * 1e-10 up to ten million, down to 1e-300. No loop over n: the incomplete beta function (Abramowitz & Stegun 26.5.24).
 */
export function binomialCdf(k: number, n: number, share: number, rest = 1 - share): number {
  const last = Math.floor(k);
  if (!(share >= 0 && rest >= 0)) return Number.NaN;
  if (last < 0) return 0;
  return last >= n ? 1 : betaTails(share, last + 1, n - last, rest).upper;
}

/** P(R ≥ k); as exact as `binomialCdf`. */
export function binomialUpperTail(k: number, n: number, share: number, rest = 1 - share): number {
  const first = Math.ceil(k);
  if (!(share >= 0 && rest >= 0)) return Number.NaN;
  if (first <= 0) return 1;
  return first > n ? 0 : betaTails(share, first, n - first + 1, rest).lower;
}

/** P(R = k) for an integer k. */
export function binomialProbability(k: number, n: number, share: number, rest = 1 - share): number {
  if (!(share >= 0 && rest >= 0)) return Number.NaN;
  if (!(k >= 0 && k <= n)) return 0;
  if (share === 0) return k === 0 ? 1 : 0;
  if (rest === 0) return k === n ? 1 : 0;
  return binomialMass(k, n - k, share, rest);
}
