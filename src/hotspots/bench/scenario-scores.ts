import type { Random } from "../random.ts";
import type { Compared, Judged } from "./compared.ts";
import { type Tail, tailsOf } from "./quiet.ts";
import { CURRENT_FROM, drawOutbreak, drawSeries, PAST_SIZES, SCENARIOS, WEEKS } from "./scenarios.ts";

/** Standard deviations by which current outbreaks are raised. */
export const SIZES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
/** An outbreak begins so early that its weeks fall within the series. */
const LAST_START = WEEKS - 4;

interface Outbreak {
  readonly series: number;
  readonly size: number;
  readonly start: number;
  readonly cases: readonly number[];
}

/** Made-up series of all scenarios, and outbreaks to be put into them one at a time. */
export interface ScenarioData {
  readonly series: readonly Float64Array[];
  readonly scenario: readonly number[];
  readonly outbreaks: readonly Outbreak[];
}

/** Draws `replicates` series of each scenario and one outbreak of each size for each of them. */
export function drawScenarios(random: Random, replicates: number): ScenarioData {
  const series: Float64Array[] = [];
  const scenario: number[] = [];
  const outbreaks: Outbreak[] = [];
  for (const [number, shape] of SCENARIOS.entries()) {
    for (let replicate = 0; replicate < replicates; replicate++) {
      series.push(drawSeries(random, shape, PAST_SIZES[replicate % PAST_SIZES.length] as number));
      scenario.push(number);
      for (const size of SIZES) {
        const start = CURRENT_FROM + Math.floor(random.uniform() * (LAST_START - CURRENT_FROM));
        const cases = drawOutbreak(random, shape, start, size);
        if (cases.length > 0) outbreaks.push({ series: series.length - 1, size, start, cases });
      }
    }
  }
  return { series, scenario, outbreaks };
}

/** What one method makes of the scenarios. */
export interface ScenarioScore {
  /** Quiet weeks that it judged. */
  readonly weeks: number;
  /** Part of them with p ≤ 0.01, over all and in the scenario in which it is largest. */
  readonly falseAlarms: number;
  readonly worstScenario: number;
  /** Part of outbreaks with p ≤ 0.01 in any of their weeks, and in their first. */
  readonly found: number;
  readonly foundFirst: number;
  /** The same by size in standard deviations. */
  readonly foundBySize: ReadonlyMap<number, number>;
  /** Weeks from the first one to the alarm, over outbreaks that were found. */
  readonly weeksToFind: number;
  /** Part found where the bound is set so that false alarms are 1 % and 0.1 % of the weeks. */
  readonly foundAt1: number;
  readonly foundAt01: number;
  /** Quiet weeks that expect fewer than five, and five or more: how many, and their p in ascending order. */
  readonly tails: readonly Tail[];
}

const ALPHA = 0.01;

const part = (count: number, whole: number) => (whole > 0 ? count / whole : 0);

/** The p of each week of an outbreak, in order. */
type OutbreakTails = readonly number[];

function foundAt(outbreaks: readonly OutbreakTails[], bound: number): number {
  return part(outbreaks.filter((tails) => tails.some((p) => p <= bound)).length, outbreaks.length);
}

/** Measures a method. The past that it looks at ends before the outbreaks begin, so that each week is judged once. */
export function scoreScenarios(data: ScenarioData, method: Compared): ScenarioScore {
  const judged: (Judged | null)[][] = data.series.map((series) => {
    const weeks: (Judged | null)[] = [];
    for (let t = CURRENT_FROM; t < WEEKS; t++) weeks.push(method.at(series, t));
    return weeks;
  });
  const quiet: number[] = [];
  const seen: [number, number][] = [];
  const alarms = new Float64Array(SCENARIOS.length);
  const weeks = new Float64Array(SCENARIOS.length);
  for (const [i, series] of data.series.entries()) {
    const scenario = data.scenario[i] as number;
    for (const [week, one] of (judged[i] as (Judged | null)[]).entries()) {
      if (!one) continue;
      const p = one.tail(series[CURRENT_FROM + week] as number);
      quiet.push(p);
      seen.push([p, one.expected]);
      weeks[scenario] = (weeks[scenario] as number) + 1;
      if (p <= ALPHA) alarms[scenario] = (alarms[scenario] as number) + 1;
    }
  }
  const outbreaks = data.outbreaks.map(
    ({ series, start, cases }): OutbreakTails =>
      cases.map((extra, delay) => {
        const t = start + delay;
        const one = t < WEEKS ? judged[series]?.[t - CURRENT_FROM] : null;
        return one ? one.tail(((data.series[series] as Float64Array)[t] as number) + extra) : 1;
      }),
  );
  const first = outbreaks.map((tails) => tails.findIndex((p) => p <= ALPHA)).filter((at) => at >= 0);
  const sorted = Float64Array.from(quiet).sort();
  const boundFor = (rate: number) => sorted[Math.floor(rate * sorted.length)] ?? 0;
  return {
    weeks: quiet.length,
    falseAlarms: part(
      alarms.reduce((sum, n) => sum + n, 0),
      quiet.length,
    ),
    worstScenario: Math.max(...Array.from(alarms, (n, i) => part(n, weeks[i] as number))),
    found: part(first.length, outbreaks.length),
    foundFirst: part(first.filter((at) => at === 0).length, outbreaks.length),
    foundBySize: new Map(
      SIZES.map((size) => [
        size,
        foundAt(
          outbreaks.filter((_, i) => data.outbreaks[i]?.size === size),
          ALPHA,
        ),
      ]),
    ),
    weeksToFind: part(
      first.reduce((sum, at) => sum + at, 0),
      first.length,
    ),
    foundAt1: foundAt(outbreaks, boundFor(0.01)),
    foundAt01: foundAt(outbreaks, boundFor(0.001)),
    tails: tailsOf(seen),
  };
}
