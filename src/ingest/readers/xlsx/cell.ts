import type { NumberKind } from "./styles.ts";

const DAY = 86_400;
/** 9999-12-31, the last day that a spreadsheet knows. */
const LAST_DAY = 2_958_465;

/** Writes out the exponent of a number that is written shortly: `1.5e-7` → `0.00000015`. */
function withoutExponent(text: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?e([-+]?\d+)$/i.exec(text);
  if (!match) return text;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${digits}`;
  if (point >= digits.length) return `${sign}${digits}${"0".repeat(point - digits.length)}`;
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/**
 * A stored number as decimal text. Whole numbers keep all their digits, also those beyond 2^53. Of others 15 digits
 * count, which is what a spreadsheet keeps and shows: 0.30000000000000004 in the file is the rest of a binary sum.
 */
export function numberText(stored: string): string {
  // The usual case, told without arithmetic: a plain decimal of no more than 15 digits.
  if (stored.length <= 16 && /^-?(0|[1-9]\d*)\.\d*[1-9]$/.test(stored)) return stored;
  if (/^-?\d+$/.test(stored)) return stored.replace(/^(-?)0+(?=\d)/, "$1");
  const value = Number(stored);
  if (!Number.isFinite(value) || stored.trim() === "") return stored;
  if (Number.isSafeInteger(value)) return String(value);
  const rounded = Number(value.toPrecision(15));
  return withoutExponent(String(Number.isFinite(rounded) ? rounded : value));
}

const two = (value: number) => String(value).padStart(2, "0");

const days = new Map<number, string>();

/** The date so many days after 1 January 1970; a sheet names the same days over and over. */
function isoDay(day: number): string {
  let text = days.get(day);
  if (text === undefined) {
    text = new Date(day * DAY * 1000).toISOString().slice(0, 10);
    if (days.size < 100_000) days.set(day, text);
  }
  return text;
}

/** A count of days as `YYYY-MM-DD`, with the 29 February 1900 that spreadsheets know and the calendar does not. */
function dayText(day: number, epoch1904: boolean): string {
  if (!epoch1904 && day === 60) return "1900-02-29";
  const shift = epoch1904 ? 24_107 : day < 60 ? 25_568 : 25_569;
  return isoDay(day - shift);
}

function clockText(hours: number, secondsOfDay: number): string {
  return `${two(hours)}:${two(Math.floor((secondsOfDay % 3600) / 60))}:${two(secondsOfDay % 60)}`;
}

/**
 * A stored count of days as its format means it: `YYYY-MM-DD`, `YYYY-MM-DD HH:MM:SS`, or `HH:MM:SS` for a time without
 * a day. A time is given where the format shows one or the number has one. Numbers that are no day stay numbers.
 */
export function serialText(stored: string, kind: Exclude<NumberKind, "number">, epoch1904: boolean): string {
  const value = Number(stored);
  if (!Number.isFinite(value) || stored.trim() === "" || value < 0) return numberText(stored);
  const seconds = Math.round(value * DAY);
  const ofDay = seconds % DAY;
  const day = (seconds - ofDay) / DAY;
  if (kind === "elapsed") return clockText(Math.floor(seconds / 3600), ofDay);
  const time = clockText(Math.floor(ofDay / 3600), ofDay);
  if (kind === "time" && day === 0) return time;
  if ((day < 1 && !epoch1904) || day > LAST_DAY - (epoch1904 ? 1462 : 0)) return numberText(stored);
  const date = dayText(day, epoch1904);
  return kind === "date" && ofDay === 0 ? date : `${date} ${time}`;
}

/** An ISO 8601 date in a cell of type `d`, without its zone: a spreadsheet knows none. */
export function isoText(stored: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?Z?)?$/.exec(stored.trim());
  if (!match) return stored;
  const [, date = "", time] = match;
  return time === undefined ? date : `${date} ${time.length === 5 ? `${time}:00` : time}`;
}
