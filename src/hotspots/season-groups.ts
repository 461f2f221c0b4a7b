import type { SeasonLayout } from "../stats/season-trend-fit.ts";

export interface SeasonShape {
  /** Years of the past. */
  readonly years: number;
  /** Half-width of the window round the same time of each past year. */
  readonly window: number;
  /** Number of seasons, the window included; 1 leaves all points outside the windows out. */
  readonly seasons: number;
  /** Periods before the tested one that are left out, beside the tested one itself. */
  readonly recent: number;
  /** The period that is `years` years before `tested`. */
  before(tested: number, years: number): number;
  /** 1 in periods of a moving festival: they are a season of their own, the one after all others. */
  readonly festival?: Uint8Array;
}

/** How many seasons a layout has. */
export function seasonsOf({ seasons, festival }: SeasonShape): number {
  return festival ? seasons + 1 : seasons;
}

/** The season that a tested period belongs to. */
export function seasonAt({ seasons, festival }: SeasonShape, tested: number): number {
  return festival?.[tested] === 1 ? seasons : seasons - 1;
}

/** The first period that the reference periods of `tested` begin with. */
export function firstReference({ years, window, before }: SeasonShape, tested: number): number {
  return before(tested, years) - window;
}

/**
 * The reference periods of Noufaily et al. (2013, Stat Med 32:1206), as R's surveillance::farringtonFlexible takes them.
 * The last season is the window of ± `window` periods round the tested period's time of the year in each past year; the
 * periods between two windows are cut into `seasons` − 1 parts of equal length, the first of them one longer where they do
 * not come out even. The last `recent` + 1 periods belong to none, so that a rise which began slowly does not raise its
 * own bar.
 */
export function seasonLayout(shape: SeasonShape, tested: number): SeasonLayout {
  const { years, window, seasons, recent, before, festival } = shape;
  const parts: number[][] = Array.from({ length: seasonsOf(shape) }, () => []);
  const end = tested - recent;
  const add = (season: number, t: number) => {
    if (t < end) parts[festival?.[t] === 1 ? seasons : season]?.push(t);
  };
  let centre = before(tested, years);
  for (let back = years - 1; back >= 0; back--) {
    const next = back === 0 ? tested : before(tested, back);
    for (let t = centre - window; t <= centre + window; t++) add(seasons - 1, t);
    const between = next - window - (centre + window + 1);
    if (seasons > 1) {
      const size = Math.floor(between / (seasons - 1));
      const longer = between - size * (seasons - 1);
      const border = longer * (size + 1);
      for (let i = 0; i < between; i++) {
        const season = i < border ? Math.floor(i / (size + 1)) : longer + Math.floor((i - border) / size);
        add(season, centre + window + 1 + i);
      }
    }
    centre = next;
  }
  // The window that ends with the tested period itself.
  for (let t = tested - window; t < tested; t++) add(seasons - 1, t);
  let length = 0;
  return {
    time: Int32Array.from(parts.flat()),
    end: Int32Array.from(parts, (part) => {
      length += part.length;
      return length;
    }),
  };
}
