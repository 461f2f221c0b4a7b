import type { Figure } from "../../figure.ts";
import { assess } from "../assess.ts";
import { emptyOutlook } from "../detector.ts";
import { farringtonRule } from "../farrington.ts";
import { judge } from "../levels.ts";
import { type Panel, panelOf } from "../panel.ts";
import { seededRandom } from "../random.ts";
import { figure } from "./figures.ts";
import { drawSeries, SCENARIOS } from "./scenarios.ts";

const YEARS = 5;
const WEEKS = 52;

/** Seconds that 1,000 series of 52 weeks take, each week from the five years before it. */
function series(seed: number): number {
  const random = seededRandom(seed);
  // Five past years and their window before the first week.
  const length = Math.ceil(YEARS * 52.18) + 4 + WEEKS;
  const all = Array.from({ length: 1000 }, (_, i) =>
    drawSeries(random, SCENARIOS[i % SCENARIOS.length] as (typeof SCENARIOS)[number], 0).slice(-length),
  );
  const ones = new Float64Array(length).fill(1);
  const common = {
    grain: "week" as const,
    exposure: ones,
    logExposure: new Float64Array(length),
    completeness: ones,
    festival: new Uint8Array(length),
    start: 0,
  };
  const start = performance.now();
  for (const observed of all)
    farringtonRule.detect({ ...common, observed }, length - WEEKS, length, emptyOutlook(length));
  return (performance.now() - start) / 1000;
}

/** A panel of sparse cells with seven years behind them, as a province would have. */
function sparsePanel(cells: number, seed: number): Panel {
  const random = seededRandom(seed);
  const weeks = 372;
  const total = new Float64Array(weeks);
  const columns = Array.from({ length: cells }, () => {
    const mean = 0.02 * 500 ** random.uniform();
    return Float64Array.from({ length: weeks }, () => random.poisson(mean));
  });
  for (const column of columns) for (let t = 0; t < weeks; t++) total[t] = (total[t] as number) + (column[t] as number);
  return panelOf("week", total, columns);
}

/** Seconds that one weekly run over so many cells takes: the last week and the one before it, judged. */
function run(cells: number, seed: number): number {
  const panel = sparsePanel(cells, seed);
  const weeks = panel.completeness.length;
  const start = performance.now();
  judge(assess(panel, weeks - 2, weeks));
  return (performance.now() - start) / 1000;
}

/**
 * How long the rules take, on one thread. The yardstick of the first figure is R's farringtonFlexible: 228 s for the same on two
 * cores.
 */
export function benchSpeed(seed: number): Figure[] {
  // Once to warm up.
  series(seed);
  const thousand = series(seed);
  const [small, large] = [run(10_000, seed), run(50_000, seed)];
  return [
    figure("speed.1000_series_52_weeks", thousand, { unit: "s", aim: [0, 2.5], must: [0, 6] }),
    figure("speed.weekly_run_10000_cells", small, { unit: "s" }),
    figure("speed.weekly_run_50000_cells", large, { unit: "s", aim: [0, 10], must: [0, 10] }),
    figure("speed.growth_5_times_the_cells", large / small, { aim: [0, 6], must: [0, 10] }),
  ];
}
