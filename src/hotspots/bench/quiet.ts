import { assess } from "../assess.ts";
import type { Detector } from "../detector.ts";
import type { Panel } from "../panel.ts";
import { ALPHA, share } from "./figures.ts";

/** What was flagged at p ≤ 0.01 where nothing happened. */
export interface Quiet {
  /** Over all tested weeks, and over those of the worst week. */
  readonly rate: number;
  readonly worst: number;
  /** How often p ≤ 0.001. */
  readonly rare: number;
  readonly tests: number;
  /** By how many are expected: the p of all tested weeks, in ascending order. */
  readonly tails: readonly Tail[];
}

/** The p-values of quiet weeks that expect fewer than five, or five and more, in ascending order. */
export interface Tail {
  readonly expected: "below5" | "from5";
  readonly p: Float64Array;
}

/** The two tails of p-values with what was expected. */
export function tailsOf(weeks: Iterable<readonly [p: number, expected: number]>): Tail[] {
  const [below, from]: [number[], number[]] = [[], []];
  for (const [p, expected] of weeks) (expected < 5 ? below : from).push(p);
  return [
    { expected: "below5", p: Float64Array.from(below).sort() },
    { expected: "from5", p: Float64Array.from(from).sort() },
  ];
}

/** Counts alarms of a panel in which nothing happened, over the weeks from `from` on. */
export function countQuiet(panel: Panel, from: number, detectors: readonly Detector[]): Quiet {
  const weeks = panel.completeness.length;
  const tests = new Float64Array(weeks - from);
  const alarms = new Float64Array(weeks - from);
  let rare = 0;
  const seen: [number, number][] = [];
  for (const { p, expected } of assess(panel, from, weeks, detectors)) {
    for (const [t, value] of p.entries()) {
      if (Number.isNaN(value)) continue;
      seen.push([value, expected[t] as number]);
      tests[t] = (tests[t] as number) + 1;
      if (value <= ALPHA) alarms[t] = (alarms[t] as number) + 1;
      if (value <= ALPHA / 10) rare += 1;
    }
  }
  const sum = (column: Float64Array) => column.reduce((total, value) => total + value, 0);
  return {
    rate: share(sum(alarms), sum(tests)),
    rare: share(rare, sum(tests)),
    worst: Math.max(...Array.from(alarms, (value, t) => share(value, tests[t] as number))),
    tests: sum(tests),
    tails: tailsOf(seen),
  };
}
