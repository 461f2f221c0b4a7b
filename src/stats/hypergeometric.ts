import { binomialMass } from "./saddle-point.ts";

/** `drawn` taken without putting back from `marked` marked and `plain` unmarked ones: the count of marked ones among them. */
export interface Draw {
  readonly marked: number;
  readonly plain: number;
  readonly drawn: number;
}

/** The least and the greatest count that can come, and the most probable one. */
export function range({ marked, plain, drawn }: Draw): { least: number; most: number; mode: number } {
  const mode = Math.floor(((drawn + 1) * (marked + 1)) / (marked + plain + 2));
  return { least: Math.max(0, drawn - plain), most: Math.min(drawn, marked), mode };
}

/**
 * P(X = x) of the hypergeometric distribution, from three binomial probabilities (Loader 2000), because differences of
 * ln Γ would lose digits at large counts. x within the range of the draw.
 */
export function hypergeometricMass(x: number, { marked, plain, drawn }: Draw): number {
  const all = marked + plain;
  if (drawn === 0 || drawn === all || marked === 0 || plain === 0) return 1;
  const share = drawn / all;
  const rest = (all - drawn) / all;
  const first = binomialMass(x, marked - x, share, rest);
  const second = binomialMass(drawn - x, plain - drawn + x, share, rest);
  return (first / binomialMass(drawn, all - drawn, share, rest)) * second;
}

/**
 * P(X ≥ x) for x at or above the most probable count: terms by recurrence from x outward until the rest, which is below
 * a geometric series, adds nothing. That takes as many terms as some standard deviations: about the root of the counts.
 */
function outwards(x: number, draw: Draw): number {
  const { marked, plain, drawn } = draw;
  const { most } = range(draw);
  let term = hypergeometricMass(x, draw);
  let sum = term;
  for (let i = x; i < most; i++) {
    const ratio = ((marked - i) / (i + 1)) * ((drawn - i) / (plain - drawn + i + 1));
    term *= ratio;
    sum += term;
    if (term * ratio <= sum * 1e-17 * (1 - ratio)) break;
  }
  return sum;
}

/** The same draw, seen from the unmarked ones. */
const mirrored = ({ marked, plain, drawn }: Draw): Draw => ({ marked: plain, plain: marked, drawn });

/** P(X ≥ x). The tail away from the most probable count is summed; the other is what it leaves of 1. */
export function hypergeometricUpperTail(x: number, draw: Draw): number {
  const { least, most, mode } = range(draw);
  if (x <= least) return 1;
  if (x > most) return 0;
  // P(X ≤ x − 1) = P(unmarked ≥ drawn − x + 1)
  return Math.min(x > mode ? outwards(x, draw) : 1 - outwards(draw.drawn - x + 1, mirrored(draw)), 1);
}

/** P(X ≤ x). */
export function hypergeometricCdf(x: number, draw: Draw): number {
  return hypergeometricUpperTail(draw.drawn - x, mirrored(draw));
}
