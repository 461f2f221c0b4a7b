import { type Draw, hypergeometricCdf, hypergeometricMass, hypergeometricUpperTail, range } from "./hypergeometric.ts";
import { smallestInteger } from "./integer-quantile.ts";
import { type Interval, wilson } from "./wilson.ts";

/** Tables whose probabilities differ by less than this (relatively) count as equally probable, as in R's fisher.test. */
const TIE = 1e-7;

/**
 * The interval of the difference x1/n1 − x2/n2 of two independent shares at a confidence `level`: the hybrid score
 * interval without continuity correction (Newcombe 1998, Statistics in Medicine 17:873, method 10), within [−1, 1].
 * Null where one of the shares does not exist.
 */
export function newcombe(x1: number, n1: number, x2: number, n2: number, level = 0.95): Interval | null {
  const one = wilson(x1, n1, level);
  const two = wilson(x2, n2, level);
  if (one === null || two === null) return null;
  const first = x1 / n1;
  const second = x2 / n2;
  return {
    low: first - second - Math.hypot(first - one.low, two.high - second),
    high: first - second + Math.hypot(one.high - first, second - two.low),
  };
}

/**
 * Fisher's (1935, JRSS 98:39) exact test of x1 of n1 against x2 of n2: were the shares the same, the probability of a
 * table at most as probable as the one seen (`twoSided`), and of x1 or more in the first, given x1 + x2 (`greater`). As
 * `fisher.test` of R. Null where a count is no whole number, n < 1 or x outside 0…n. Relative error below 1e-10 for
 * counts up to ten million; a probability under 1e-300 may come out as 0.
 */
export function fisher(
  x1: number,
  n1: number,
  x2: number,
  n2: number,
): { readonly twoSided: number; readonly greater: number } | null {
  if (![x1, n1, x2, n2].every(Number.isSafeInteger)) return null;
  if (!(n1 >= 1 && n2 >= 1 && x1 >= 0 && x2 >= 0 && x1 <= n1 && x2 <= n2)) return null;
  const draw: Draw = { marked: n1, plain: n2, drawn: x1 + x2 };
  return { twoSided: atMostAsProbable(x1, draw), greater: hypergeometricUpperTail(x1, draw) };
}

function atMostAsProbable(x: number, draw: Draw): number {
  const { least, most, mode } = range(draw);
  const limit = hypergeometricMass(x, draw) * (1 + TIE);
  // On either side of the mode the probabilities only fall; each search ends where they have fallen to the limit.
  const steps = Math.abs(x - mode);
  const down = smallestInteger(steps, (i) => i > mode - least || hypergeometricMass(mode - i, draw) <= limit);
  const up = smallestInteger(steps, (i) => i > most - mode || hypergeometricMass(mode + i, draw) <= limit);
  if (down + up <= 1) return 1;
  return Math.min(hypergeometricCdf(mode - down, draw) + hypergeometricUpperTail(mode + up, draw), 1);
}
