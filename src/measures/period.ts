import { addDays, addYears, daysBetween, isDate, monthEnd, monthStart } from "../day.ts";
import { EXIT, ForewarnError } from "../errors.ts";

export const GRAINS = ["month", "quarter", "half", "year", "ytd", "range"] as const;
export type PeriodGrain = (typeof GRAINS)[number];

/** A period by its name: both days belong to it. */
export interface Period {
  readonly grain: PeriodGrain;
  /** `2026-10`, `2026-Q3`, `2026-H1`, `2026`, `ytd:2026-09-30`, `2026-01-01..2026-09-30`. */
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

/** The days of a period that can have happened by an as-of date, and the days that they are compared with. */
export interface Window extends Period {
  /** Whether the whole period lies on or before the as-of date. */
  readonly complete: boolean;
  /** The same days one year before (同比). */
  readonly previous: Span;
  /** The days before that are as many (环比); null for a year to date, which has none. */
  readonly preceding: Span | null;
}

export interface Span {
  readonly from: string;
  readonly to: string;
}

/**
 * Reads the name of a period.
 * @throws ForewarnError `measures.error.period` (exit 2), which names the forms that are right
 */
export function parsePeriod(text: string): Period {
  const label = text.trim();
  const period = whole(label) ?? part(label);
  // No register is older; a typed 0206 for 2026 must not pass as a year.
  if (period === null || period.from > period.to || period.from < "1900") {
    throw new ForewarnError("measures.error.period", { value: text }, { exitCode: EXIT.usage });
  }
  return period;
}

function whole(label: string): Period | null {
  const [, year, kind, number] = /^(\d{4})(?:-(Q|H)?(\d{1,2}))?$/.exec(label) ?? [];
  if (year === undefined) return null;
  if (number === undefined) return { grain: "year", label, from: `${year}-01-01`, to: `${year}-12-31` };
  const [grain, length, digits] =
    kind === "Q" ? (["quarter", 3, 1] as const) : kind === "H" ? (["half", 6, 1] as const) : (["month", 1, 2] as const);
  const last = Number(number) * length;
  if (number.length !== digits || last < 1 || last > 12) return null;
  const month = (value: number) => `${year}-${String(value).padStart(2, "0")}-01`;
  return { grain, label, from: month(last - length + 1), to: monthEnd(month(last)) };
}

function part(label: string): Period | null {
  const [, until] = /^ytd:(.+)$/.exec(label) ?? [];
  if (until !== undefined) {
    return isDate(until) ? { grain: "ytd", label, from: `${until.slice(0, 4)}-01-01`, to: until } : null;
  }
  const [from, to, ...more] = label.split("..");
  if (from === undefined || to === undefined || more.length > 0 || !isDate(from) || !isDate(to)) return null;
  return { grain: "range", label, from, to };
}

/**
 * The same calendar days one year before (同比). Two rules decide what the calendar leaves open, so that the windows of a
 * year's parts always add up to the window of the year:
 * - a window that ends with a month is compared with one that ends with that month: February 2025 with all 29 days of
 *   February 2024, and the 29 days of February 2024 with the 28 of 2023;
 * - 29 February as a first day goes to 28 February.
 */
export function yearBefore(from: string, to: string): { from: string; to: string } {
  const before = addYears(to, -1);
  return { from: addYears(from, -1), to: to === monthEnd(to) ? monthEnd(before) : before };
}

/**
 * Cuts a period at an as-of date. A period that has not ended is counted to the as-of date and compared with the same
 * days, never with the whole period of the year before.
 * @throws ForewarnError `measures.error.ahead` (exit 2) where the period begins after the as-of date
 */
export function windowOf(period: Period, asOf: string): Window {
  if (period.from > asOf) {
    throw new ForewarnError("measures.error.ahead", { period: period.label, asOf }, { exitCode: EXIT.usage });
  }
  const to = period.to < asOf ? period.to : asOf;
  const complete = period.to <= asOf;
  const preceding = periodBefore(period, to);
  return { ...period, to, complete, previous: yearBefore(period.from, to), preceding };
}

const MONTHS: Partial<Record<PeriodGrain, number>> = { month: 1, quarter: 3, half: 6, year: 12 };

/**
 * The period before (环比): the whole month, quarter, half or year before, or where the period is cut at `to`, as many of its first
 * days as it has; of any other range, as many days directly before it. Months differ in length, which is said beside.
 */
function periodBefore({ grain, from, to: end }: Period, to: string): Span | null {
  if (grain === "ytd") return null;
  const days = daysBetween(from, to);
  const last = addDays(from, -1);
  const months = MONTHS[grain];
  if (months === undefined) return { from: addDays(last, -days), to: last };
  let first = monthStart(last);
  for (let i = 1; i < months; i++) first = monthStart(addDays(first, -1));
  const cut = addDays(first, days);
  return { from: first, to: to === end || cut > last ? last : cut };
}

/** The months of a period that begin by the as-of date, each cut to its days that belong to the period. */
export function monthsOf(period: Period, asOf: string): Period[] {
  const months: Period[] = [];
  for (let from = period.from; from <= period.to && from <= asOf; from = addDays(monthEnd(from), 1)) {
    const end = monthEnd(from);
    const ended = end <= period.to;
    const to = ended ? end : period.to;
    const whole = ended && from === monthStart(from);
    months.push({ grain: whole ? "month" : "range", label: from.slice(0, 7), from, to });
  }
  return months;
}

/**
 * Every month, quarter, half-year and year from the one that holds `first` to the one that holds `asOf`, and the year to
 * date, by grain and time.
 */
export function standardPeriods(first: string, asOf: string): Period[] {
  const months: string[] = [];
  for (let month = monthStart(first); month <= asOf; month = addDays(monthEnd(month), 1)) months.push(month);
  const number = (month: string) => Number(month.slice(5, 7));
  const names: readonly ((month: string) => string)[] = [
    (month) => month.slice(0, 7),
    (month) => `${month.slice(0, 4)}-Q${Math.ceil(number(month) / 3)}`,
    (month) => `${month.slice(0, 4)}-H${Math.ceil(number(month) / 6)}`,
    (month) => month.slice(0, 4),
  ];
  const labels = names.flatMap((name) => [...new Set(months.map(name))]);
  return [...labels, `ytd:${asOf}`].map(parsePeriod);
}
