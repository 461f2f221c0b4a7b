/** Which points of the past a seasonal model is fitted to, and the season of each. */
export interface SeasonGroups {
  /** Number of seasons; the last is the window round the tested period's own time of the year. */
  readonly groups: number;
  /** Fills `time` and `group` with the points and gives their number; 0 where the history is too short. */
  points(tested: number, first: number, time: Int32Array, group: Int32Array): number;
}

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
}

/**
 * The reference periods of Noufaily et al. (2013, Stat Med 32:1206), as R's surveillance::farringtonFlexible takes them:
 * season `seasons` is the window of ± `window` periods round the tested period's time of the year in each past year, and
 * the periods between two windows are cut into `seasons` − 1 parts of equal length, the first of them one longer where
 * they do not come out even. The last `recent` + 1 periods belong to none, so that a rise which began slowly does not
 * raise its own bar.
 */
export function seasonGroups(shape: SeasonShape): SeasonGroups {
  const { years, window, seasons, recent, before } = shape;
  return {
    groups: seasons,
    points(tested, first, time, group) {
      let length = 0;
      const end = tested - recent;
      let centre = before(tested, years);
      if (centre - window < first) return 0;
      for (let back = years - 1; back >= 0; back--) {
        const next = back === 0 ? tested : before(tested, back);
        for (let t = centre - window; t <= centre + window && t < end; t++, length++) {
          time[length] = t;
          group[length] = seasons - 1;
        }
        const between = next - window - (centre + window + 1);
        if (seasons > 1) {
          const size = Math.floor(between / (seasons - 1));
          const longer = between - size * (seasons - 1);
          const border = longer * (size + 1);
          for (let i = 0; i < between; i++) {
            const t = centre + window + 1 + i;
            if (t >= end) break;
            time[length] = t;
            group[length] = i < border ? Math.floor(i / (size + 1)) : longer + Math.floor((i - border) / size);
            length += 1;
          }
        }
        centre = next;
      }
      // The window that ends with the tested period itself.
      for (let t = tested - window; t < end; t++, length++) {
        time[length] = t;
        group[length] = seasons - 1;
      }
      return length;
    },
  };
}
