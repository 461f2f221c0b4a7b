import { addDays } from "../day.ts";
import { daysOf, type Holidays, isWeekend } from "./holidays.ts";

/** From this day on the notice for the next year may say otherwise. */
const YEAR_END = "12-27";

/** A day that a limit ends on. */
export interface Due {
  readonly day: string;
  /** Whether a year without a published notice lies in the way: the day may yet move. */
  readonly estimated: boolean;
}

/** A limit in natural days, under each reading of what happens where its last day is no working day. */
export interface NaturalDue {
  /** The last day as counted. */
  readonly counted: string;
  /** Where the last day is a holiday 法定节假日, the first day after it (article 45 of 市场监督管理投诉举报处理办法). */
  readonly afterHoliday: string;
  /** Where the last day is not worked, weekends too, the first working day after it: the article is silent on weekends. */
  readonly afterDayOff: string;
  readonly estimated: boolean;
}

/**
 * Which days are worked in China: Monday to Friday, but for the holidays and made-up days 调休 that the State Council announces
 * for each year. Days are `YYYY-MM-DD`. A year without a notice is reckoned with weekends alone, and what comes of it is `estimated`.
 */
export class WorkCalendar {
  /** Years with a published notice, ascending. */
  readonly years: readonly string[];
  readonly #off: ReadonlySet<string>;
  readonly #work: ReadonlySet<string>;

  constructor({ years }: Holidays) {
    const all = Object.values(years);
    this.years = Object.keys(years).sort();
    this.#off = new Set(all.flatMap(({ off }) => off.flatMap(daysOf)));
    this.#work = new Set(all.flatMap(({ work }) => work));
  }

  /** Whether a notice tells of the day. */
  isKnown(day: string): boolean {
    const year = day.slice(0, 4);
    const next = String(Number(year) + 1).padStart(4, "0");
    return this.years.includes(year) && (day.slice(5) < YEAR_END || this.years.includes(next));
  }

  /** Whether the day is off by a notice; the weekend within a holiday is part of it. */
  isHoliday(day: string): boolean {
    return this.#off.has(day);
  }

  isWorking(day: string): boolean {
    return this.#work.has(day) || !(this.isHoliday(day) || isWeekend(day));
  }

  /**
   * The last day of a limit of `count` working days 工作日 that begins on `start`. The first day is not counted (article 45).
   */
  addWorkingDays(start: string, count: number): Due {
    let day = start;
    let estimated = false;
    for (let left = count; left > 0; ) {
      day = addDays(day, 1);
      if (!this.isKnown(day)) estimated = true;
      if (this.isWorking(day)) left--;
    }
    return { day, estimated };
  }

  /** The last day of a limit of `count` natural days 日 that begins on `start`. The first day is not counted (article 45). */
  addNaturalDays(start: string, count: number): NaturalDue {
    const counted = addDays(start, count);
    const after = (skipped: (day: string) => boolean) => {
      let day = counted;
      while (skipped(day)) day = addDays(day, 1);
      return day;
    };
    const afterDayOff = after((day) => !this.isWorking(day));
    return {
      counted,
      afterHoliday: after((day) => this.isHoliday(day)),
      afterDayOff,
      estimated: !this.isKnown(counted) || !this.isKnown(afterDayOff),
    };
  }
}
