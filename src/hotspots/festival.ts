const DAY = 86_400_000;
/** Days round the first day of the lunar year in which complaints are not what they are otherwise. */
const BEFORE = 7;
const AFTER = 13;

const lunar = new Intl.DateTimeFormat("en-u-ca-chinese", { month: "numeric", day: "numeric", timeZone: "UTC" });

/** The first day of the lunar year 春节 that begins in a year of the common calendar, as days since 1970-01-01. */
function springFestival(year: number): number {
  const first = Date.UTC(year, 0, 20) / DAY;
  for (let day = first; day < first + 40; day++) {
    const parts = lunar.formatToParts(new Date(day * DAY));
    const of = (type: string) => parts.find((part) => part.type === type)?.value;
    if (of("month") === "1" && of("day") === "1") return day;
  }
  throw new RangeError(`no Spring Festival in ${year}`);
}

/**
 * Marks the periods that Spring Festival 春节 touches, from a week before its first day to a fortnight after it. It
 * moves by up to four weeks from year to year, so that the weeks round the same date do not speak for it.
 * @param periods first and last day of each period, as days since 1970-01-01
 */
export function springFestivalPeriods(periods: readonly { readonly from: number; readonly to: number }[]): Uint8Array {
  const [first, last] = [periods[0]?.from ?? 0, periods.at(-1)?.to ?? 0];
  const yearOf = (day: number) => new Date(day * DAY).getUTCFullYear();
  const days: number[] = [];
  for (let year = yearOf(first); periods.length > 0 && year <= yearOf(last) + 1; year++)
    days.push(springFestival(year));
  return Uint8Array.from(periods, ({ from, to }) =>
    Number(days.some((day) => from <= day + AFTER && to >= day - BEFORE)),
  );
}
