import type { Duck } from "../duck/open.ts";
import { type Column, isMedian } from "./columns.ts";
import { createMedians } from "./medians.ts";
import { keyColumn, list, nothing, type Plan, scans, union } from "./scans.ts";
import { SHIFTS } from "./windows.ts";

/** The columns of a plan's column in `measure_sum`. */
export function outputs(column: Column): string[] {
  const { name } = column;
  return isMedian(column) ? [name, `${name}_n`, `${name}_low`, `${name}_high`] : [name];
}

/** Prefixes of the columns of other days; see {@link SHIFTS}. */
export const PREFIXES = { now: "", previous: "p_", preceding: "b_" } as const;

/**
 * Creates the temp table `measure_sum`: for each window and group that has records in it, in the year before or directly
 * before, the number of each column now (its name), one year before (`p_`) and directly before (`b_`), NULL where nothing
 * was there. The whole has a row for every window. Needs the tables of `createFacts` and `createWindows`.
 */
export async function createSums(duck: Duck, plan: Plan): Promise<void> {
  const params = plan.unit === null ? [] : [plan.unit];
  const keys = [...new Set(plan.groupings.flat())].map(keyColumn);
  const plain = plan.columns.filter((column) => !isMedian(column));
  const added = plain.map(({ name, aggregate }) => `${aggregate === "max" ? "max" : "sum"}(${name}) AS ${name}`);
  const parts: string[] = [];
  if (plain.length > 0) {
    await duck.run(
      `CREATE OR REPLACE TEMP TABLE measure_atom AS
       SELECT ${list(["atom", ...keys, ...added])} FROM (${union([nothing(keys, plain), ...scans({ ...plan, columns: plain })])}) GROUP BY ALL`,
      params,
    );
    parts.push(
      `SELECT ${list(["range_id", ...keys, ...added])} FROM measure_atom JOIN measure_range_atom USING (atom) GROUP BY ALL`,
    );
  }
  const medians = await createMedians(duck, { ...plan, columns: plan.columns.filter(isMedian) });
  await duck.run(`CREATE OR REPLACE TEMP TABLE measure_part AS ${union([...parts, ...medians])}`);
  const whole = plan.groupings.some((grouping) => grouping.length === 0);
  const names = plan.columns.flatMap(outputs);
  const dims = keys.map((key) => `, ${key}`).join("");
  const days = Object.keys(SHIFTS) as (keyof typeof SHIFTS)[];
  const shifted = days.map(
    (shift) =>
      `SELECT ${list(["period_id", ...keys, ...names.map((name) => `${name} AS ${PREFIXES[shift]}${name}`)])}
       FROM measure_window JOIN measure_part USING (range_id) WHERE shift = ${SHIFTS[shift]}`,
  );
  if (whole) shifted.push("SELECT period_id FROM measure_period");
  const picked = days.flatMap((shift) =>
    names.map((name) => `max(${PREFIXES[shift]}${name}) AS ${PREFIXES[shift]}${name}`),
  );
  // Each value stands in one row of its window, group and days, so that max only picks it.
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE measure_sum AS
     SELECT ${list(["period_id", ...keys, ...picked])} FROM (${union(shifted)}) GROUP BY period_id${dims}`,
  );
  for (const table of ["measure_atom", "measure_part", "measure_median"]) {
    await duck.run(`DROP TABLE IF EXISTS ${table}`);
  }
}
