import { dayOf, LAST_DAY } from "./calendar.ts";

/** A person who lodges item after item about labels and promises of food and health goods. */
export interface Serial {
  readonly start: number;
  readonly end: number;
  /** Items in all, about. */
  readonly items: number;
  /** Share of reports; the others are complaints. */
  readonly reports: number;
}

const serial = (from: string, to: number, items: number, reports: number): Serial => ({
  start: dayOf(from),
  end: to,
  items,
  reports,
});

export const SERIALS: readonly Serial[] = [
  serial("2021-03-01", dayOf("2022-02-28"), 240, 0.5),
  serial("2021-09-01", dayOf("2023-06-30"), 410, 0.65),
  serial("2022-05-01", dayOf("2022-12-31"), 130, 0.35),
  serial("2022-11-01", dayOf("2024-12-31"), 540, 0.6),
  serial("2023-08-01", dayOf("2024-03-31"), 170, 0.4),
  serial("2024-02-01", dayOf("2026-05-31"), 520, 0.7),
  serial("2025-01-01", LAST_DAY, 360, 0.55),
  serial("2025-10-01", LAST_DAY, 150, 0.45),
];

/** What they choose, and how often. */
export const SERIAL_TRADES = ["G0101", "G0102", "G0105", "G0201", "G0202", "S0101"] as const;
export const SERIAL_WEIGHTS = [48, 9, 16, 12, 10, 5] as const;
/** Labels (false advertising), safety, quality. */
export const SERIAL_PROBLEMS = ["P07", "P02", "P01"] as const;
export const SERIAL_PROBLEM_WEIGHTS = [60, 26, 14] as const;
