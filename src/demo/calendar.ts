/** Days are whole numbers since 1970-01-01 and moments seconds since then, both in the county's own time, without a zone. */
export const DAY = 86_400;

export function dayOf(iso: string): number {
  return Date.UTC(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)) - 1, Number(iso.slice(8, 10))) / 864e5;
}

const isoOf = new Map<number, string>();
/** A day as YYYY-MM-DD. */
export function isoDay(day: number): string {
  let iso = isoOf.get(day);
  if (iso === undefined) {
    iso = new Date(day * 864e5).toISOString().slice(0, 10);
    isoOf.set(day, iso);
  }
  return iso;
}

const two = (value: number) => (value < 10 ? `0${value}` : String(value));

/** A moment as YYYY-MM-DD HH:MM:SS. */
export function isoMoment(moment: number): string {
  const day = Math.floor(moment / DAY);
  const second = moment - day * DAY;
  return `${isoDay(day)} ${two(Math.floor(second / 3600))}:${two(Math.floor((second % 3600) / 60))}:${two(second % 60)}`;
}

export const FIRST_DAY = dayOf("2021-01-01");
export const LAST_DAY = dayOf("2026-10-31");

/** 0 is Monday. 1970-01-01 was a Thursday. */
export const weekday = (day: number) => (day + 3) % 7;
/** Whole weeks from Monday to Sunday, counted from that of 1969-12-29. */
export const weekOf = (day: number) => Math.floor((day + 3) / 7);

/** First day of the lunar year. */
const SPRING = ["2021-02-12", "2022-02-01", "2023-01-22", "2024-02-10", "2025-01-29", "2026-02-17", "2027-02-06"].map(
  dayOf,
);
/** First days and lengths of the other holidays: New Year, Qingming, Labour Day, Dragon Boat, Mid-Autumn, National Day. */
const HOLIDAYS: readonly (readonly [first: number, days: number])[] = [
  ...[2021, 2022, 2023, 2024, 2025, 2026].flatMap((year) => [
    [dayOf(`${year}-01-01`), 1] as const,
    [dayOf(`${year}-04-04`), 3] as const,
    [dayOf(`${year}-05-01`), 5] as const,
    [dayOf(`${year}-10-01`), 7] as const,
  ]),
  ...["2021-06-14", "2022-06-03", "2023-06-22", "2024-06-10", "2025-05-31", "2026-06-19"].map(
    (iso) => [dayOf(iso), 1] as const,
  ),
  ...["2021-09-21", "2022-09-10", "2023-09-29", "2024-09-17", "2025-10-06", "2026-09-25"].map(
    (iso) => [dayOf(iso), 1] as const,
  ),
];

const WEEK = [1.26, 1.16, 1.1, 1.06, 1.03, 0.77, 0.62];
/** A year grows by this share over the year before. */
const GROWTH = 0.08;

const held = new Map<number, number>();
for (const [first, days] of HOLIDAYS) {
  for (let i = 0; i < days; i++) held.set(first + i, 0.58);
  // What waited for the offices to open comes in the days after.
  for (let i = days; i < days + 4; i++) if (days > 1 && !held.has(first + i)) held.set(first + i, 1.16);
}
for (const first of SPRING) {
  for (let i = -4; i < 0; i++) held.set(first + i, 0.7);
  for (let i = 0; i < 7; i++) held.set(first + i, 0.3);
  for (let i = 7; i < 20; i++) held.set(first + i, 1.24);
}

/** Whether people are off and on the road: the long holidays, Spring Festival too. */
export function isLongHoliday(day: number): boolean {
  const near = (first: number, days: number) => day >= first && day < first + days + 3;
  return SPRING.some((first) => near(first, 7)) || HOLIDAYS.some(([first, days]) => days >= 5 && near(first, days));
}

/** How many tickets a day brings, relative to a plain day at the beginning: growth, day of the week, holidays. */
export function dayFactor(day: number): number {
  const years = (day - FIRST_DAY) / 365.25;
  let growth = 1;
  for (let year = 1; year <= years; year++) growth *= 1 + GROWTH;
  growth *= 1 + GROWTH * (years - Math.floor(years));
  return growth * (WEEK[weekday(day)] as number) * (held.get(day) ?? 1);
}

/** The first working day (Monday to Friday, no holiday) on or after `day`. */
export function workingDay(day: number): number {
  let next = day;
  while (weekday(next) > 4 || (held.get(next) ?? 1) < 0.65) next++;
  return next;
}

/** A yearly course of twelve monthly levels with mean 1, read between the middles of the months. */
export function seasonAt(levels: readonly number[], day: number): number {
  const iso = isoDay(day);
  const month = Number(iso.slice(5, 7)) - 1;
  const offset = (Number(iso.slice(8, 10)) - 15.5) / 30.5;
  const here = levels[month] as number;
  const there = levels[(month + (offset < 0 ? 11 : 1)) % 12] as number;
  const mean = levels.reduce((sum, level) => sum + level, 0) / 12;
  return (here + (there - here) * Math.abs(offset)) / mean;
}
