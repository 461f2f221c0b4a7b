import { addDays, monthEnd, monthStart } from "../day.ts";
import { parsePeriod, standardPeriods, type Window, windowOf } from "../measures/period.ts";

/** A window of the public half. */
export interface PublicWindow extends Window {
  /** False for the year to date of the year before: it is shown only as what another one is compared with. */
  readonly listed: boolean;
}

/** The last day of the last month that had ended by the as-of date. */
export function lastMonthEnd(asOf: string): string {
  return asOf === monthEnd(asOf) ? asOf : addDays(monthStart(asOf), -1);
}

/** All standard periods of the bureau's half, from the first record on; those that have not ended are cut at the as-of date. */
export function bureauWindows(first: string, asOf: string): Window[] {
  return standardPeriods(first, asOf).map((period) => windowOf(period, asOf));
}

/**
 * The periods of the public half, by length: those that ended with a month, and the year to the end of that month with
 * what it is compared with. None where no month has ended.
 */
export function publicWindows(first: string, asOf: string): PublicWindow[] {
  const end = lastMonthEnd(asOf);
  if (end < first) return [];
  const ended = standardPeriods(first, end).filter((period) => period.to <= end && period.grain !== "ytd");
  const toDate = windowOf(parsePeriod(`ytd:${end}`), end);
  const before = toDate.previous.to;
  return [
    ...ended.map((period) => ({ ...windowOf(period, end), listed: true })),
    ...(before >= first ? [{ ...windowOf(parsePeriod(`ytd:${before}`), end), listed: false }] : []),
    { ...toDate, listed: true },
  ];
}
