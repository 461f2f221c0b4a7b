import type { Random } from "../random.ts";

/** A weekly series without outbreaks: log mean θ + βt + Σ γ₁ cos(2πjt/52) + γ₂ sin(2πjt/52), j = 1 … m; variance φ · mean. */
export interface Scenario {
  readonly theta: number;
  readonly beta: number;
  readonly gamma1: number;
  readonly gamma2: number;
  readonly phi: number;
  readonly harmonics: number;
}

/** θ, γ₁, γ₂, φ and the β of the growing half. */
const BLOCKS = [
  [0.1, 0.6, 0.6, 1.5, 0.0025],
  [-2, 0.1, 0.3, 2, 0.005],
  [1.5, 0.2, -0.4, 1, 0.003],
  [0.5, 0.5, 0.5, 5, 0.002],
  [2.5, 1, 0.1, 3, 0.001],
  [3.75, 0.1, -0.1, 1.1, 0.001],
  [5, 0.05, 0.01, 1.2, 0.0001],
] as const;

/** The 42 scenarios of Noufaily et al. (2013, Stat Med 32:1206): seven levels, without and with trend, 0 to 2 harmonics. */
export const SCENARIOS: readonly Scenario[] = BLOCKS.flatMap(([theta, gamma1, gamma2, phi, growth]) =>
  [0, growth].flatMap((beta) =>
    [0, 1, 2].map((harmonics) => ({
      theta,
      beta,
      gamma1: harmonics && gamma1,
      gamma2: harmonics && gamma2,
      phi,
      harmonics,
    })),
  ),
);

/** Length of the series, the weeks with outbreaks in the past, and those that are looked at. */
export const WEEKS = 624;
export const BASELINE_FROM = 312;
export const CURRENT_FROM = 575;
/** Standard deviations by which past outbreaks are raised, in turn over the replicates, and how many there are. */
export const PAST_SIZES = [0, 2, 3, 5, 10] as const;
const PAST_OUTBREAKS = 4;

/** The mean of week t ≥ 0, that is week t + 1 of the paper. */
export function meanOf({ theta, beta, gamma1, gamma2, harmonics }: Scenario, t: number): number {
  let log = theta + beta * (t + 1);
  for (let j = 1; j <= harmonics; j++) {
    const angle = (2 * Math.PI * j * (t + 1)) / 52;
    log += gamma1 * Math.cos(angle) + gamma2 * Math.sin(angle);
  }
  return Math.exp(log);
}

/**
 * Draws an outbreak that begins in a week: a Poisson number of cases with mean `size` standard deviations of that week, spread
 * over the weeks after it by a lognormal delay (0, 0.5).
 * @returns cases of each week from the first on; empty where there is none
 */
export function drawOutbreak(random: Random, scenario: Scenario, week: number, size: number): number[] {
  const cases = random.poisson(size * Math.sqrt(meanOf(scenario, week) * scenario.phi));
  const weeks: number[] = [];
  for (let i = 0; i < cases; i++) {
    const delay = Math.floor(Math.exp(0.5 * random.normal()));
    while (weeks.length <= delay) weeks.push(0);
    weeks[delay] = (weeks[delay] as number) + 1;
  }
  return weeks;
}

/** Draws a series of {@link WEEKS} weeks with four outbreaks of `past` standard deviations in its baseline. */
export function drawSeries(random: Random, scenario: Scenario, past: number): Float64Array {
  const series = Float64Array.from({ length: WEEKS }, (_, t) => random.count(meanOf(scenario, t), scenario.phi));
  for (let i = 0; past > 0 && i < PAST_OUTBREAKS; i++) {
    const week = BASELINE_FROM + Math.floor(random.uniform() * (CURRENT_FROM - BASELINE_FROM));
    for (const [delay, cases] of drawOutbreak(random, scenario, week, past).entries())
      series[week + delay] = (series[week + delay] as number) + cases;
  }
  return series;
}
