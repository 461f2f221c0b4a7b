import type { Locale } from "../i18n/define.ts";
import { dayWord, monthWord, textWidth, yearWord } from "./words.js";

export interface Tick {
  readonly date: Date;
  readonly label: string;
}

const STEPS = [1, 2, 3, 6, 12, 24, 60] as const;

/**
 * Ticks of a time axis at starts of months, as close as their labels allow: every month, quarter, half-year, year, …
 * Where the span is too short for two of them, its first and last day.
 * @param room width of the axis in units of the font size
 */
export function timeTicks(locale: Locale, first: Date, last: Date, room: number): Tick[] {
  for (const step of STEPS) {
    const word = step >= 12 ? yearWord : monthWord;
    const ticks: Tick[] = [];
    const date = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), 1));
    if (date < first) date.setUTCMonth(date.getUTCMonth() + 1);
    for (; date <= last; date.setUTCMonth(date.getUTCMonth() + 1)) {
      const months = date.getUTCFullYear() * 12 + date.getUTCMonth();
      if (months % step === 0) ticks.push({ date: new Date(date), label: word(locale, date) });
    }
    const needed = ticks.reduce((sum, tick) => sum + textWidth(tick.label) + 1, 0);
    // A step of years that hits fewer than two would leave the reader without a year: the denser step is cut instead.
    if (needed <= room && ticks.length > 1) return ticks;
    if (ticks.length <= 1) break;
  }
  const ends = [first, last].map((date) => ({ date, label: dayWord(locale, date) }));
  return first.getTime() === last.getTime() ? ends.slice(0, 1) : ends;
}
