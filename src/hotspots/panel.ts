import type { Grain } from "./grain.ts";

/** The counts of many cells over one calendar, as columns. */
export interface Panel {
  readonly grain: Grain;
  /** Distinct complainants of all complaints, one element a period. */
  readonly total: Float64Array;
  /** The part of each period that is in, 0 to 1. */
  readonly completeness: Float64Array;
  /** The first period of each cell's history. */
  readonly start: Int32Array;
  /** Where each cell's counts begin in `period` and `count`; one element more than there are cells. */
  readonly offset: Int32Array;
  /** Periods in which a cell had complaints, in ascending order, and its distinct complainants then. */
  readonly period: Int32Array;
  readonly count: Int32Array;
}

/** Writes the counts of one cell, zeros included, into `column`. */
export function fillCounts(panel: Panel, cell: number, column: Float64Array): void {
  column.fill(0);
  const end = panel.offset[cell + 1] as number;
  for (let i = panel.offset[cell] as number; i < end; i++) {
    column[panel.period[i] as number] = panel.count[i] as number;
  }
}

/** A panel of cells whose counts are given period by period, zeros included; all with history from the first period. */
export function panelOf(grain: Grain, total: Float64Array, columns: readonly ArrayLike<number>[]): Panel {
  const offset = new Int32Array(columns.length + 1);
  const period: number[] = [];
  const count: number[] = [];
  for (const [cell, column] of columns.entries()) {
    for (let t = 0; t < column.length; t++) {
      const value = column[t] as number;
      if (value === 0) continue;
      period.push(t);
      count.push(value);
    }
    offset[cell + 1] = period.length;
  }
  return {
    grain,
    total,
    completeness: new Float64Array(total.length).fill(1),
    start: new Int32Array(columns.length),
    offset,
    period: Int32Array.from(period),
    count: Int32Array.from(count),
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
