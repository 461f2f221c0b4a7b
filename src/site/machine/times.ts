import { offsetAt } from "../../warnings/moment.ts";

/** A point of time to the second (RFC 3339), with the offset that it was written with. */
export const toSecond = (at: string): string => at.replace(/\.\d+(?=Z|[+-])/, "");

/** A point of time as CAP 1.2 wants it: to the second, and UTC as "-00:00", never as "Z" (3.3.2). */
export const capTime = (at: string): string => toSecond(at).replace(/(?:Z|\+00:00)$/, "-00:00");

/** Whether the first of two points of time is the earlier one: negative; 0 where they are the same. */
export const byTime = (a: string, b: string): number => Date.parse(a) - Date.parse(b);

/** The day of a step of a history: it is written in the bureau's own time. */
export const dayOf = (at: string): string => at.slice(0, "2026-06-17".length);

/** A time of the clock on a day in a zone: ("2026-09-15", "23:59:59", "Asia/Shanghai") → "2026-09-15T23:59:59+08:00". */
export function timeIn(day: string, clock: string, timeZone: string): string {
  const local = `${day}T${clock}`;
  const utc = Date.parse(`${local}Z`);
  // The offset is that of the instant, which the offset gives: the second look is right but for the hour of a change.
  const near = offsetAt(utc, timeZone);
  return `${local}${offsetAt(utc - near.milliseconds, timeZone).text}`;
}

/** The last second of a day in a zone. */
export const endOfDay = (day: string, timeZone: string): string => timeIn(day, "23:59:59", timeZone);
