import { dayOf } from "./calendar.ts";
import type { ProblemCode } from "./mix/shape.ts";

/** A rise that is put into the data on purpose. The detectors never see this list. */
export interface Hotspot {
  readonly id: string;
  readonly category: string;
  readonly problem: ProblemCode;
  /** Short name of the township; null: the whole county. */
  readonly township: string | null;
  readonly start: number;
  readonly weeks: number;
  /** How many times the usual number of complaints. */
  readonly multiplier: number;
}

function hotspot(
  id: string,
  start: string,
  weeks: number,
  category: string,
  problem: ProblemCode,
  township: string | null,
  multiplier: number,
): Hotspot {
  return { id, category, problem, township, start: dayOf(start), weeks, multiplier };
}

/** Strong and weak ones, local and county-wide, in every year; the last three are under way when the data end. */
export const HOTSPOTS: readonly Hotspot[] = [
  hotspot("H01", "2021-06-07", 8, "G0401", "P09", null, 3.5),
  hotspot("H02", "2021-11-01", 5, "S0601", "P09", null, 6),
  hotspot("H03", "2022-03-07", 6, "S0402", "P06", "新城", 16),
  hotspot("H04", "2022-05-02", 4, "S0102", "P03", null, 9),
  hotspot("H05", "2022-09-05", 7, "S0404", "P06", null, 6),
  hotspot("H06", "2022-12-05", 6, "G0901", "P03", null, 30),
  hotspot("H07", "2023-01-02", 8, "S0701", "P01", "城关", 12),
  hotspot("H08", "2023-04-10", 5, "G1001", "P05", null, 20),
  hotspot("H09", "2023-07-03", 6, "S0401", "P06", null, 2),
  hotspot("H10", "2023-10-09", 10, "G0603", "P01", null, 2.2),
  hotspot("H11", "2024-01-08", 4, "S0703", "P03", "城关", 30),
  hotspot("H12", "2024-03-18", 6, "G0601", "P06", null, 3),
  hotspot("H13", "2024-06-03", 5, "G0202", "P02", "东河", 40),
  hotspot("H14", "2024-09-02", 8, "S0103", "P06", null, 1.8),
  hotspot("H15", "2025-01-13", 5, "G0201", "P05", null, 6),
  hotspot("H16", "2025-04-07", 6, "S0801", "P06", "新城", 20),
  hotspot("H17", "2025-07-07", 4, "S1102", "P03", null, 18),
  hotspot("H18", "2025-11-10", 5, "G0502", "P02", null, 30),
  hotspot("H19", "2026-03-02", 6, "G0606", "P04", null, 7),
  hotspot("H20", "2026-09-07", 8, "S0301", "P06", null, 4.5),
  hotspot("H21", "2026-10-05", 4, "G0402", "P01", null, 14),
  hotspot("H22", "2026-09-21", 6, "S0103", "P06", "东河", 16),
];
