import type { Grain } from "./grain.ts";
import { type Measured, measured } from "./measured.ts";

/** How seldom a p so small came up where nothing happened, in words that the bench can answer for. */
export interface Odds {
  /** "Fewer than one in so many quiet periods": 1, 2 or 5 times a power of ten. */
  readonly oneIn: number;
  /** Quiet periods that were looked at. */
  readonly weeks: number;
}

export interface Flag {
  /** Id without version. */
  readonly detector: string;
  readonly grain: Grain;
  readonly years: number;
  readonly expected: number;
  readonly p: number;
}

/** Below these p nothing is said that is rarer: so small ones come up oftener than they say. */
const FLOORS = { below5: 0.001, from5: 0.0001 } as const;
const TAILS = [0.01, 0.001, 0.0001] as const;
/** Events that may be missed by chance in 5 of 100 such benches where none was seen (the rule of three). */
const UNSEEN = 3;

/** Under which name the bench tells the quiet periods of a rule with so many past years: the nearest that has no more. */
function benchOf(detector: string, grain: Grain, years: number): string | null {
  // The share rule has no season: months and weeks are alike to it.
  if (detector === "share") return "shocks.growth_festival.share.quiet";
  const months = grain === "month";
  const name = `${months ? "months" : "scenarios"}.${detector}`;
  if (detector === "farrington-flat") return `${name}.b${years >= 2 ? 2 : 1}.quiet`;
  if (detector !== "farrington") return null;
  if (years >= 7) return months ? `${name}.b7.quiet` : `${name}.quiet`;
  return `${name}.b${years >= 5 ? 5 : 3}.quiet`;
}

/** The largest 1, 2 or 5 times a power of ten that is not above `value` ≥ 1. */
export function roundDown(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value) + 1e-12);
  const digit = value / power + 1e-9;
  return power * (digit >= 5 ? 5 : digit >= 2 ? 2 : 1);
}

/**
 * The measured odds of a flag: how often a p as small came up in quiet weeks of the bench, for the same rule and about as
 * many expected. Never the model's own p, which small counts do not keep to. Null for p above 0.01 and for rules that the
 * bench does not know.
 */
export function oddsOf({ detector, grain, years, expected, p }: Flag, bench: Measured = measured()): Odds | null {
  const name = benchOf(detector, grain, years);
  if (name === null) return null;
  const band = expected < 5 ? "below5" : "from5";
  const value = (what: string) => bench.figures.find(({ id }) => id === `${name}.${band}.${what}`)?.value;
  const weeks = value("weeks");
  const tail = TAILS.filter((one) => p <= one && one >= FLOORS[band]).at(-1);
  if (weeks === undefined || tail === undefined) return null;
  const rate = value(`p_below_${tail}`);
  if (rate === undefined) return null;
  return { oneIn: roundDown(1 / Math.max(rate, UNSEEN / weeks, tail)), weeks };
}
