import type { Duck } from "../duck/open.ts";
import { poissonInterval } from "../stats/poisson-interval.ts";
import { poissonTwoSample } from "../stats/poisson-two-sample.ts";
import { fisher } from "../stats/two-proportions.ts";
import { type Interval, wilson } from "../stats/wilson.ts";
import type { IntervalKind } from "./definition.ts";
import { createReckoned } from "./reckoned.ts";

/** Confidence level of all intervals. */
export const LEVEL = 0.95;

/** The interval of a share top ÷ bottom, or of a count `top`; null for other values. */
export function intervalOf(
  kind: IntervalKind | null,
  top: string | number | null,
  bottom: string | number | null,
): Interval | null {
  if (top === null) return null;
  if (kind === "poisson") return poissonInterval(Number(top), LEVEL);
  return kind === "wilson" && bottom !== null ? wilson(Number(top), Number(bottom), LEVEL) : null;
}

/** What is compared: counts or shares of two spans of days, each with its length. */
export interface Comparison {
  readonly interval: IntervalKind | null;
  readonly top: string | number | null;
  readonly bottom: string | number | null;
  readonly previous_top: string | number | null;
  readonly previous_bottom: string | number | null;
  readonly days: number;
  readonly previous_days: number;
}

/**
 * How probable a change as large as this one is by chance alone, two-sided: the exact test of two Poisson rates for counts
 * (per day, so that 29 February does not matter), Fisher's exact test for shares. Null for other values, and where
 * either side is unknown. Complaints come in clusters, so that small values are smaller than they should be.
 */
export function chanceOf(row: Comparison): number | null {
  const { interval, top, bottom, previous_top: before, previous_bottom: beforeBottom } = row;
  if (top === null || before === null) return null;
  if (interval === "poisson") {
    return poissonTwoSample(Number(top), Number(before), row.days, row.previous_days)?.pTwoSided ?? null;
  }
  if (interval !== "wilson" || bottom === null || beforeBottom === null) return null;
  return fisher(Number(top), Number(bottom), Number(before), Number(beforeBottom))?.twoSided ?? null;
}

/**
 * Creates the temp tables `measure_interval(interval, top, bottom, low, high)` and `measure_chance` (its columns those of a
 * {@link Comparison}, and `p`) for each value that occurs in a table of values. The same values occur again and again, so
 * that each is reckoned once, by the one formula.
 */
export async function createIntervals(duck: Duck, table: "measure_value" | "public_cell"): Promise<void> {
  await createReckoned<Pick<Comparison, "interval" | "top" | "bottom">>(duck, "measure_interval", ["low", "high"], {
    values: `SELECT DISTINCT "interval", top, bottom FROM ${table} WHERE "interval" IN ('wilson', 'poisson') AND top IS NOT NULL`,
    read: `"interval", top::DOUBLE AS top, bottom::DOUBLE AS bottom`,
    reckon: ({ interval, top, bottom }) => {
      const bounds = intervalOf(interval, top, bottom);
      return bounds && [bounds.low, bounds.high];
    },
  });
  await createReckoned<Comparison>(duck, "measure_chance", ["p"], {
    values: `SELECT DISTINCT "interval", top, bottom, previous_top, previous_bottom, ${DAYS}
      FROM ${table} JOIN measure_period USING (period_id)
      WHERE "interval" IN ('wilson', 'poisson') AND comparable AND top IS NOT NULL AND previous_top IS NOT NULL`,
    read: `"interval", top::DOUBLE AS top, bottom::DOUBLE AS bottom, previous_top::DOUBLE AS previous_top,
      previous_bottom::DOUBLE AS previous_bottom, days, previous_days`,
    reckon: (row) => [chanceOf(row)],
  });
}

/** SQL of the lengths of a window and of the days one year before. */
export const DAYS = `("to" - "from" + 1)::INTEGER AS days, (previous_to - previous_from + 1)::INTEGER AS previous_days`;

/** SQL that joins both tables to rows of `figure` that have their columns. */
export const JOIN_INTERVALS = `LEFT JOIN measure_interval AS bound ON bound."interval" = figure."interval" AND bound.top = figure.top AND bound.bottom IS NOT DISTINCT FROM figure.bottom
  LEFT JOIN measure_chance AS chance ON chance."interval" = figure."interval" AND chance.top = figure.top AND chance.bottom IS NOT DISTINCT FROM figure.bottom
    AND chance.previous_top = figure.previous_top AND chance.previous_bottom IS NOT DISTINCT FROM figure.previous_bottom
    AND chance.days = figure.days AND chance.previous_days = figure.previous_days`;
