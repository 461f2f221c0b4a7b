/**
 * How long a period is: ISO weeks (Monday to Sunday), calendar months, or the seven days that end with the as-of date and
 * those before them (`day`: any day can be asked about, and the day of the week drops out).
 */
export type Grain = "week" | "month" | "day";

/** What "recent", "the same season" and "enough history" mean at one grain; all in periods. */
export interface GrainRules {
  /** Periods in a year; weeks do not come out even. */
  readonly year: number;
  /** Length of the recent baseline of the share rule. */
  readonly baseline: number;
  /** Periods left out between that baseline and the tested one: a rise that begins slowly must not raise its own bar. */
  readonly gap: number;
  /** The same for seasonal rules with a trend, and without one. */
  readonly seasonalGap: { readonly trend: number; readonly flat: number };
  /** Half-width of the window round the same period of an earlier year. */
  readonly window: number;
  /** Seasons of a year, that window being one of them. */
  readonly seasons: number;
  /** Below this length of history nothing is tested. */
  readonly leastHistory: number;
  /** Length of the calendar: earlier complaints are not read. */
  readonly calendar: number;
  /** Latest periods that are tested, so that charts can show what was flagged. */
  readonly tested: number;
  /** Latest periods whose flags are listed. */
  readonly listed: number;
}

/** Earlier years that are looked at, at most. */
export const MOST_YEARS = 7;

const WEEK: GrainRules = {
  year: 365.2425 / 7,
  baseline: 26,
  gap: 1,
  seasonalGap: { trend: 26, flat: 13 },
  window: 3,
  seasons: 10,
  leastHistory: 13,
  calendar: 7 * 53 + 4,
  tested: 104,
  listed: 52,
};

export const GRAINS: Readonly<Record<Grain, GrainRules>> = {
  week: WEEK,
  month: {
    year: 12,
    baseline: 12,
    gap: 1,
    seasonalGap: { trend: 6, flat: 3 },
    window: 1,
    seasons: 10,
    leastHistory: 6,
    calendar: 7 * 12 + 2,
    tested: 60,
    listed: 12,
  },
  day: { ...WEEK, tested: 1, listed: 1 },
};

/** The period `years` years before another one: that which is nearest to the same day of the year. */
export function yearsBefore(grain: Grain, period: number, years: number): number {
  return period - Math.round(years * GRAINS[grain].year);
}
