import { type Panel, panelOf } from "./panel.ts";
import type { Random } from "./random.ts";

/** A made-up bureau's weeks, for the bench: many cells that share one platform. */
export interface World {
  readonly weeks: number;
  /** Complaints of each cell and week, [cell][week]. */
  readonly counts: readonly Float64Array[];
  /** Their means and dispersions, which no detector sees. */
  readonly means: readonly Float64Array[];
  readonly phis: readonly number[];
}

export interface WorldShape {
  readonly cells: number;
  readonly weeks: number;
  /** Growth of the whole in a week, as a logarithm. */
  readonly growth: number;
  /** Spring Festival: two weeks at 0.4 of the usual, then two at 1.5, once a year. */
  readonly festival: boolean;
  /** Largest amplitude of a cell's own yearly season, as a logarithm. */
  readonly season: number;
}

const FESTIVAL: Readonly<Record<number, number>> = { 40: 0.4, 41: 0.4, 42: 1.5, 43: 1.5 };
const DISPERSIONS = [1, 1.3, 1.8, 2.5];

/**
 * Draws a world in which nothing happens but growth, festival, season and chance. Mean numbers of the cells are spread
 * evenly on the logarithmic scale from 0.5 to 50 a week; dispersions are 1, 1.3, 1.8 and 2.5 in turn (1 = Poisson).
 */
export function drawWorld(random: Random, shape: WorldShape): World {
  const platform = Float64Array.from({ length: shape.weeks }, (_, t) => {
    const festival = shape.festival ? (FESTIVAL[t % 52] ?? 1) : 1;
    return Math.exp(shape.growth * (t - shape.weeks)) * festival;
  });
  const phis: number[] = [];
  const means: Float64Array[] = [];
  const counts: Float64Array[] = [];
  for (let cell = 0; cell < shape.cells; cell++) {
    const mean = 0.5 * 100 ** random.uniform();
    const amplitude = shape.season * random.uniform();
    const phase = 2 * Math.PI * random.uniform();
    const phi = DISPERSIONS[cell % DISPERSIONS.length] as number;
    const column = platform.map(
      (factor, t) => mean * factor * Math.exp(amplitude * Math.sin((Math.PI * t) / 26 + phase)),
    );
    phis.push(phi);
    means.push(column);
    counts.push(column.map((expected) => random.count(expected, phi)));
  }
  return { weeks: shape.weeks, counts, means, phis };
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

/** The world as the detectors see it. */
export function panelOfWorld(world: World): Panel {
  const total = new Float64Array(world.weeks);
  for (const column of world.counts)
    for (let t = 0; t < world.weeks; t++) total[t] = (total[t] as number) + (column[t] as number);
  return panelOf("week", total, world.counts);
}
