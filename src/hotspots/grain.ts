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
  /** How seasonal rules cut a year up, with a trend (three past years and more) and without one. */
  readonly seasonal: { readonly trend: SeasonalRules; readonly flat: SeasonalRules };
  /** Below this length of history nothing is tested. */
  readonly leastHistory: number;
  /** Length of the calendar: earlier complaints are not read. */
  readonly calendar: number;
  /** Latest periods that are tested, so that charts can show what was flagged. */
  readonly tested: number;
  /** The same for cells of a business or a brand: there are many, and it is the latest that one looks up. */
  readonly testedByWhom: number;
  /** Latest periods whose flags are listed. */
  readonly listed: number;
}

/** How a seasonal rule looks at a year; all in periods. */
export interface SeasonalRules {
  /** Half-width of the window round the same time of an earlier year. */
  readonly window: number;
  /** Seasons of a year, that window being one of them. */
  readonly seasons: number;
  /** Periods left out before the tested one. */
  readonly recent: number;
}

/** Earlier years that are looked at, at most. */
export const MOST_YEARS = 7;

const WEEK: GrainRules = {
  year: 365.2425 / 7,
  baseline: 26,
  gap: 1,
  seasonal: { trend: { window: 3, seasons: 10, recent: 26 }, flat: { window: 3, seasons: 10, recent: 13 } },
  leastHistory: 13,
  calendar: 7 * 53 + 4,
  tested: 104,
  testedByWhom: 26,
  listed: 52,
};

export const GRAINS: Readonly<Record<Grain, GrainRules>> = {
  week: WEEK,
  month: {
    year: 12,
    baseline: 12,
    gap: 1,
    // A window of three months would hide a season that is steep; two years of single months are too few to fit.
    seasonal: { trend: { window: 0, seasons: 12, recent: 6 }, flat: { window: 1, seasons: 4, recent: 3 } },
    leastHistory: 6,
    calendar: 7 * 12 + 2,
    tested: 60,
    testedByWhom: 12,
    listed: 12,
  },
  day: { ...WEEK, tested: 1, testedByWhom: 1, listed: 1 },
};

/** The period `years` years before another one: that which is nearest to the same day of the year. */
export function yearsBefore(grain: Grain, period: number, years: number): number {
  return period - Math.round(years * GRAINS[grain].year);
}

/** Past years from which on a trend can be told from a season. */
export const TREND_YEARS = 3;

/** How so many past years are looked at. */
export function seasonalRules(grain: Grain, years: number): SeasonalRules {
  const { trend, flat } = GRAINS[grain].seasonal;
  return years >= TREND_YEARS ? trend : flat;
}
