import { dayFactor, FIRST_DAY, isLongHoliday, LAST_DAY, seasonAt, weekOf } from "./calendar.ts";
import { type Draw, exp } from "./draw.ts";
import { SEASONS } from "./mix/shape.ts";
import { TRADES } from "./trades.ts";

/** Tickets of the background, without hotspots, serial complainants and repeats. */
const BACKGROUND = 55_800;
/** Weeks vary by more than chance: what the news and the weather do. */
const WEEKLY = 0.16;
const SHOCKS = 24;

/** Expected tickets of each trade on each day, before and after the unforeseen. */
export interface Intensity {
  /** What season, growth and calendar let expect: the base of a hotspot's multiplier. */
  expected(trade: number, day: number): number;
  /** The same with the ups and downs of the week. */
  actual(trade: number, day: number): number;
}

export function makeIntensity(draw: Draw): Intensity {
  const days = LAST_DAY - FIRST_DAY + 1;
  const table = new Float64Array(TRADES.length * days);
  let total = 0;
  for (let d = 0; d < days; d++) {
    const day = FIRST_DAY + d;
    const factor = dayFactor(day);
    const away = isLongHoliday(day);
    TRADES.forEach((trade, t) => {
      const holiday = away && trade.season === SEASONS.travel ? 3.2 : 1;
      const level = trade.share * factor * seasonAt(trade.season, day) * holiday;
      table[t * days + d] = level;
      total += level;
    });
  }
  const firstWeek = weekOf(FIRST_DAY);
  const weeks = weekOf(LAST_DAY) - firstWeek + 1;
  const mood = new Float64Array(TRADES.length * weeks);
  for (let i = 0; i < mood.length; i++) mood[i] = exp(WEEKLY * draw.normal() - (WEEKLY * WEEKLY) / 2);
  const shock = new Map<number, number>();
  for (let i = 0; i < SHOCKS; i++) {
    const t = draw.below(TRADES.length);
    const first = draw.below(days - 8);
    const length = draw.between(2, 5);
    for (let d = first; d < first + length; d++) shock.set(t * days + d, 1.6);
  }
  const scale = BACKGROUND / total;
  const expected = (t: number, day: number) => (table[t * days + day - FIRST_DAY] as number) * scale;
  return {
    expected,
    actual: (t, day) =>
      expected(t, day) *
      (mood[t * weeks + weekOf(day) - firstWeek] as number) *
      (shock.get(t * days + day - FIRST_DAY) ?? 1),
  };
}
