import { type Panel, panelOf } from "../panel.ts";
import type { Random } from "../random.ts";

/** A made-up bureau's weeks, for the bench: many cells that share one platform. */
export interface World {
  readonly weeks: number;
  /** Complaints of each cell and week, [cell][week]. */
  readonly counts: readonly Float64Array[];
  /** Their means and dispersions, which no detector sees. */
  readonly means: readonly Float64Array[];
  readonly phis: readonly number[];
  readonly festival: Uint8Array;
  /** The part of each cell's complaints that came by the second channel; none where there is one channel only. */
  readonly second?: readonly Float64Array[];
}

export interface WorldShape {
  readonly cells: number;
  readonly weeks: number;
  /** Growth of the whole in a week, as a logarithm. */
  readonly growth?: number;
  /** Spring Festival: two weeks at 0.4 of the usual, then two at 1.5, once a year. */
  readonly festival?: boolean;
  /** A surge of the whole platform to 1.8 times the usual for six weeks, the last of them so many weeks before the end. */
  readonly surge?: number;
  /** A second channel opens so many weeks before the end; each cell gains by it between nothing and twice the usual. */
  readonly channel?: number;
  /** Largest amplitude of a cell's own yearly season, as a logarithm. */
  readonly season?: number;
}

const FESTIVAL: Readonly<Record<number, number>> = { 40: 0.4, 41: 0.4, 42: 1.5, 43: 1.5 };
const DISPERSIONS = [1, 1.3, 1.8, 2.5];
const SURGE = { factor: 1.8, weeks: 6 } as const;

/**
 * Draws a world in which nothing happens but what its shape says, and chance. Mean numbers of the cells are spread
 * evenly on the logarithmic scale from 0.5 to 50 a week; dispersions are 1, 1.3, 1.8 and 2.5 in turn (1 = Poisson).
 */
export function drawWorld(random: Random, shape: WorldShape): World {
  const { weeks, growth = 0, season = 0 } = shape;
  const surgeEnd = shape.surge === undefined ? -1 : weeks - shape.surge;
  const opens = shape.channel === undefined ? weeks : weeks - shape.channel;
  const platform = Float64Array.from({ length: weeks }, (_, t) => {
    const festival = shape.festival ? (FESTIVAL[t % 52] ?? 1) : 1;
    const surge = t < surgeEnd && t >= surgeEnd - SURGE.weeks ? SURGE.factor : 1;
    return Math.exp(growth * (t - weeks)) * festival * surge;
  });
  const phis: number[] = [];
  const means: Float64Array[] = [];
  const counts: Float64Array[] = [];
  const second: Float64Array[] = [];
  for (let cell = 0; cell < shape.cells; cell++) {
    const mean = 0.5 * 100 ** random.uniform();
    const amplitude = season * random.uniform();
    const phase = 2 * Math.PI * random.uniform();
    const phi = DISPERSIONS[cell % DISPERSIONS.length] as number;
    const usual = platform.map(
      (factor, t) => mean * factor * Math.exp(amplitude * Math.sin((Math.PI * t) / 26 + phase)),
    );
    const column = usual.map((expected) => random.count(expected, phi));
    if (shape.channel === undefined) means.push(usual);
    else {
      const gain = 2 * random.uniform() ** 2;
      const more = usual.map((expected, t) => (t >= opens ? random.count(gain * expected, phi) : 0));
      second.push(more);
      means.push(usual.map((expected, t) => (t >= opens ? (1 + gain) * expected : expected)));
      for (let t = opens; t < weeks; t++) column[t] = (column[t] as number) + (more[t] as number);
    }
    phis.push(phi);
    counts.push(column);
  }
  const festival = Uint8Array.from({ length: weeks }, (_, t) => Number(shape.festival && t % 52 in FESTIVAL));
  return { weeks, counts, means, phis, festival, ...(second.length > 0 ? { second } : {}) };
}

/** Raises the given cells in one week by `deviations` standard deviations (Poisson draws of that mean); a copy. */
export function raise(
  world: World,
  random: Random,
  week: number,
  cells: ReadonlySet<number>,
  deviations: number,
): World {
  const counts = world.counts.map((column, cell) => {
    if (!cells.has(cell)) return column;
    const raised = Float64Array.from(column);
    const deviation = Math.sqrt((world.means[cell]?.[week] as number) * (world.phis[cell] as number));
    raised[week] = (raised[week] as number) + random.poisson(deviations * deviation);
    return raised;
  });
  return { ...world, counts };
}

const sumOf = (weeks: number, columns: readonly Float64Array[]) => {
  const total = new Float64Array(weeks);
  for (const column of columns) for (let t = 0; t < weeks; t++) total[t] = (total[t] as number) + (column[t] as number);
  return total;
};

/** The world as the detectors see it; `apart`: with the channels told apart. */
export function panelOfWorld(world: World, apart = true): Panel {
  const { weeks, counts, second, festival } = world;
  const total = sumOf(weeks, counts);
  const panel = { ...panelOf("week", total, counts), festival };
  if (!second || !apart) return panel;
  const other = sumOf(weeks, second);
  const cells = counts.length;
  const sum = (column: Float64Array) => column.reduce((all, n) => all + n, 0);
  const mix = new Float64Array(2 * cells);
  for (let cell = 0; cell < cells; cell++) {
    mix[2 * cell + 1] = sum(second[cell] as Float64Array);
    mix[2 * cell] = sum(counts[cell] as Float64Array) - (mix[2 * cell + 1] as number);
  }
  return {
    ...panel,
    sources: [total.map((n, t) => n - (other[t] as number)), other],
    mixOffset: Int32Array.from({ length: cells + 1 }, (_, cell) => 2 * cell),
    mixSource: Int32Array.from({ length: 2 * cells }, (_, i) => i % 2),
    mixCount: mix,
  };
}
