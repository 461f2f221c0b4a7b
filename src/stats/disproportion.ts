import { gammaQuantile } from "./gamma-quantile.ts";

/** A cell of a two-way table: reports with both, with the row, with the column, and all. */
export interface Pair {
  readonly both: number;
  readonly row: number;
  readonly column: number;
  readonly all: number;
}

/** How many reports with both there would be if row and column had nothing to do with each other. */
export function expectedPair({ row, column, all }: Pair): number {
  return (row * column) / all;
}

/** A ratio with its 95 % limits. */
export interface RatioInterval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

const Z = 1.959963984540054;

function around(value: number, deviation: number): RatioInterval {
  return { value, low: value * Math.exp(-Z * deviation), high: value * Math.exp(Z * deviation) };
}

/** The proportional reporting ratio (Evans et al. 2001): the column's share in the row over its share in all other rows. */
export function proportionalReportingRatio({ both, row, column, all }: Pair): RatioInterval {
  const other = column - both;
  const value = both / row / (other / (all - row));
  return around(value, Math.sqrt(1 / both - 1 / row + 1 / other - 1 / (all - row)));
}

/** The reporting odds ratio with Woolf's limits. */
export function reportingOddsRatio({ both, row, column, all }: Pair): RatioInterval {
  const [b, c, d] = [row - both, column - both, all - row - column + both];
  return around((both * d) / (b * c), Math.sqrt(1 / both + 1 / b + 1 / c + 1 / d));
}

/** Pearson's chi-square of the four-field table, with Yates's correction for the criterion of Evans et al. or without. */
export function chiSquare({ both, row, column, all }: Pair, yates: boolean): number {
  const [b, c, d] = [row - both, column - both, all - row - column + both];
  const gap = Math.max(0, Math.abs(both * d - b * c) - (yates ? all / 2 : 0));
  return (all * gap * gap) / (row * (all - row) * column * (all - column));
}

/**
 * The information component, shrunk: log₂ of (n + ½)/(e + ½), with the 95 % limits of a gamma posterior (Norén et al. 2013,
 * Stat Methods Med Res 22:57). Its lower limit above 0 is the usual sign that a pair stands out.
 */
export function informationComponent(observed: number, expected: number): RatioInterval {
  const [shape, rate] = [observed + 0.5, expected + 0.5];
  const log2 = (p: number) => Math.log2(gammaQuantile(p, shape, rate));
  return { value: Math.log2(shape / rate), low: log2(0.025), high: log2(0.975) };
}
