/** How long a period is: ISO weeks (Monday to Sunday) or calendar months. */
export type Grain = "week" | "month";

/** What "recent", "the same season" and "enough history" mean at one grain; all in periods. */
export interface GrainRules {
  /** Periods in a year. */
  readonly year: number;
  /** Length of the recent baseline. */
  readonly baseline: number;
  /** Periods left out between the baseline and the tested one: a rise that begins slowly must not raise its own bar. */
  readonly gap: number;
  /** Half-width of the window round the same period of an earlier year. */
  readonly window: number;
  /** Earlier years that are looked at. */
  readonly years: number;
  /** Below this length of history nothing is tested. */
  readonly leastHistory: number;
  /** Length of the calendar: earlier complaints are not read. */
  readonly calendar: number;
  /** Latest periods that are tested, so that charts can show what was flagged. */
  readonly tested: number;
  /** Latest periods whose flags are listed. */
  readonly listed: number;
}

export const GRAINS: Readonly<Record<Grain, GrainRules>> = {
  week: {
    year: 52,
    baseline: 26,
    gap: 1,
    window: 3,
    years: 5,
    leastHistory: 13,
    calendar: 7 * 52 + 1,
    tested: 104,
    listed: 52,
  },
  month: {
    year: 12,
    baseline: 12,
    gap: 1,
    window: 1,
    years: 5,
    leastHistory: 6,
    calendar: 7 * 12,
    tested: 60,
    listed: 12,
  },
};
