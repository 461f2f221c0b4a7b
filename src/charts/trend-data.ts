import { dateOf } from "./words.js";

/** One month or week of a series. `from` is its first day, YYYY-MM-DD. */
export interface TrendPoint {
  readonly from: string;
  /** Null draws a gap: withheld, or nothing known. */
  readonly observed: number | null;
  readonly expected?: number | null;
  readonly low?: number | null;
  readonly high?: number | null;
  /** False for a period that has not ended: drawn hollow and dashed, never as a fall. */
  readonly complete: boolean;
  readonly withheld?: boolean;
  /** The reader's eye should go here: drawn as a diamond, with its number where there is room. */
  readonly flagged?: boolean;
  /** The point that the text speaks of: where any point is named, only named ones carry their number. */
  readonly named?: boolean;
}

export interface TrendSeries {
  readonly label: string;
  readonly points: readonly TrendPoint[];
}

/** A change of category, system or law: figures before and after do not compare. */
export interface TrendBreak {
  readonly at: string;
  readonly label: string;
}

export interface TrendData {
  /** One or two series in time order; range and expected line are drawn for the first. */
  readonly series: readonly TrendSeries[];
  readonly breaks?: readonly TrendBreak[];
}

/** A point with its place on the axis. */
export interface Dot extends TrendPoint {
  readonly date: Date;
}

export const isNumber = (value: number | null | undefined): value is number => value !== null && value !== undefined;

export const dotsOf = ({ points }: TrendSeries): Dot[] =>
  points.map((point) => ({ ...point, date: dateOf(point.from) }));

/** The stretches of points that a line may join: neighbours that are known and complete. */
export function joined(dots: readonly Dot[]): Dot[][] {
  const runs: Dot[][] = [];
  let open: Dot[] | undefined;
  for (const dot of dots) {
    if (!isNumber(dot.observed) || !dot.complete) {
      open = undefined;
      continue;
    }
    if (!open) {
      open = [];
      runs.push(open);
    }
    open.push(dot);
  }
  return runs;
}
