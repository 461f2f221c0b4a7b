import type { Grain } from "./grain.ts";

/** What breaks of the series do to some cells. */
export interface Broken {
  /** The first period that can be compared with today's. */
  readonly start: number;
  /** 1 in periods that are neither looked at nor tested. */
  readonly excluded: Uint8Array;
}

/** The counts of many cells over one calendar, as columns. */
export interface Panel {
  readonly grain: Grain;
  /** Distinct complainants of all complaints of each source, one element a period. */
  readonly sources: readonly Float64Array[];
  /** The part of each period that is in, 0 to 1, and whether it has ended (1). */
  readonly completeness: Float64Array;
  readonly ended: Uint8Array;
  /** 1 in periods of a moving festival. */
  readonly festival: Uint8Array;
  /** The first period of each cell's history. */
  readonly start: Int32Array;
  /** Which cells are judged together: 0 by what was complained of, 1 by whom. */
  readonly family: Uint8Array;
  /** Which of `breaks` each cell is under; −1 for none. */
  readonly broken: Int32Array;
  readonly breaks: readonly Broken[];
  /** Where each cell's counts begin in `period` and `count`; one element more than there are cells. */
  readonly offset: Int32Array;
  /** Periods in which a cell had complaints, in ascending order, and its distinct complainants then. */
  readonly period: Int32Array;
  readonly count: Int32Array;
  /** The same for the complainants of each source, over all periods. */
  readonly mixOffset: Int32Array;
  readonly mixSource: Int32Array;
  readonly mixCount: Float64Array;
}

/** Writes the counts of one cell, zeros included, into `column`. */
export function fillCounts(panel: Panel, cell: number, column: Float64Array): void {
  column.fill(0);
  const end = panel.offset[cell + 1] as number;
  for (let i = panel.offset[cell] as number; i < end; i++) {
    column[panel.period[i] as number] = panel.count[i] as number;
  }
}

/** Distinct complainants of all sources, one element a period. */
export function totalOf(panel: Panel): Float64Array {
  const total = new Float64Array(panel.completeness.length);
  for (const source of panel.sources)
    for (let t = 0; t < total.length; t++) total[t] = (total[t] as number) + (source[t] as number);
  return total;
}

/**
 * Writes what a cell is measured against: the totals of the sources, each weighed by the part of it that the cell has over
 * all periods, less the cell's own part of the whole. So a source that joins, grows or fails raises or lowers what is
 * expected of those cells alone whose complaints come from it (indirect standardisation), and a large cell does not
 * hide its own rise. `whole` is `totalOf(panel)`, `sums` the sum of each source.
 */
export function fillExposure(
  panel: Panel,
  cell: number,
  observed: Float64Array,
  whole: Float64Array,
  sums: Float64Array,
  column: Float64Array,
): void {
  column.fill(0);
  const [begin, end] = [panel.mixOffset[cell] as number, panel.mixOffset[cell + 1] as number];
  const rateOf = (i: number) => {
    const sum = sums[panel.mixSource[i] as number] as number;
    return sum > 0 ? (panel.mixCount[i] as number) / sum : 0;
  };
  // The largest rate counts as 1: only ratios matter, and with one source later complaints must not move earlier figures.
  let largest = 0;
  for (let i = begin; i < end; i++) largest = Math.max(largest, rateOf(i));
  for (let i = begin; i < end; i++) {
    const totals = panel.sources[panel.mixSource[i] as number] as Float64Array;
    const rate = rateOf(i) / largest;
    for (let t = 0; t < column.length; t++) column[t] = (column[t] as number) + rate * (totals[t] as number);
  }
  for (let t = 0; t < column.length; t++) {
    const all = whole[t] as number;
    column[t] = all > 0 ? (column[t] as number) * Math.max(0, 1 - (observed[t] as number) / all) : 0;
  }
  const broken = panel.breaks[panel.broken[cell] as number];
  if (broken) for (let t = 0; t < column.length; t++) if (broken.excluded[t] === 1) column[t] = 0;
}

/** The first period of a cell that can be compared with today's. */
export function startOf(panel: Panel, cell: number): number {
  return Math.max(panel.start[cell] as number, panel.breaks[panel.broken[cell] as number]?.start ?? 0);
}

/** A panel of cells whose counts are given period by period, zeros included; one source, history from the first period on. */
export function panelOf(grain: Grain, total: Float64Array, columns: readonly ArrayLike<number>[]): Panel {
  const offset = new Int32Array(columns.length + 1);
  const period: number[] = [];
  const count: number[] = [];
  const mix = new Float64Array(columns.length);
  for (const [cell, column] of columns.entries()) {
    for (let t = 0; t < column.length; t++) {
      const value = column[t] as number;
      if (value === 0) continue;
      period.push(t);
      count.push(value);
      mix[cell] = (mix[cell] as number) + value;
    }
    offset[cell + 1] = period.length;
  }
  return {
    grain,
    sources: [total],
    completeness: new Float64Array(total.length).fill(1),
    ended: new Uint8Array(total.length).fill(1),
    festival: new Uint8Array(total.length),
    start: new Int32Array(columns.length),
    family: new Uint8Array(columns.length),
    broken: new Int32Array(columns.length).fill(-1),
    breaks: [],
    offset,
    period: Int32Array.from(period),
    count: Int32Array.from(count),
    mixOffset: Int32Array.from({ length: columns.length + 1 }, (_, cell) => cell),
    mixSource: new Int32Array(columns.length),
    mixCount: mix,
  };
}

/**
 * Where the history begins: the first period with at least a tenth of the usual number, so that a stray old date does
 * not pass for years of zeros. `usual` is the median of the periods in which anything came in.
 */
export function historyStart(total: Float64Array): number {
  const positive = total.filter((n) => n > 0).sort();
  const usual = positive[Math.floor(positive.length / 2)] ?? 0;
  const start = total.findIndex((n) => n > 0 && n >= usual / 10);
  return start < 0 ? total.length : start;
}
