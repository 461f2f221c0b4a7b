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

/** What is told of a window beside each of its rows: what values are read by. */
const PERIOD = ['"to"', "previous_from", "covered", "previous_covered", "previous_part", "preceding_covered"];

/**
 * Creates the temp table `measure_sum`: for each window and group that has records in it, in the year before or directly
 * before, the number of each column now (its name), one year before (`p_`) and directly before (`b_`), NULL where nothing
 * was there. The whole has a row for every window. What `measure_period` tells of the window's days stands beside, see
 * {@link PERIOD}. Needs the tables of `createFacts` and `createWindows`.
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
  const names = plan.columns.flatMap(outputs);
  // Each value stands in one row of its span and group, so that max only brings these rows together.
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE measure_part AS
     SELECT ${list(["range_id", ...keys, ...names.map((name) => `max(${name}) AS ${name}`)])}
     FROM (${union([...parts, ...medians])}) GROUP BY ${list(["range_id", ...keys])}`,
  );
  const whole = plan.groupings.some((grouping) => grouping.length === 0);
  const groups = [
    `SELECT DISTINCT ${list(["period_id", ...keys])} FROM measure_window JOIN measure_part USING (range_id)`,
  ];
  if (whole) groups.push(`SELECT ${list(["period_id", ...keys.map((key) => `NULL AS ${key}`)])} FROM measure_period`);
  const days = Object.keys(SHIFTS) as (keyof typeof SHIFTS)[];
  const joined = days.map(
    (
      day,
    ) => `LEFT JOIN measure_window AS w_${day} ON w_${day}.period_id = grouped.period_id AND w_${day}.shift = ${SHIFTS[day]}
     LEFT JOIN measure_part AS of_${day} ON of_${day}.range_id = w_${day}.range_id
       ${keys.map((key) => `AND of_${day}.${key} IS NOT DISTINCT FROM grouped.${key}`).join(" ")}`,
  );
  const picked = days.flatMap((day) => names.map((name) => `of_${day}.${name} AS ${PREFIXES[day]}${name}`));
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE measure_sum AS
     SELECT ${list(["grouped.*", ...PERIOD.map((column) => `measure_period.${column}`), ...picked])}
     FROM (${groups.join(" UNION ")}) AS grouped JOIN measure_period USING (period_id) ${joined.join(" ")}`,
  );
  for (const table of ["measure_atom", "measure_part", "measure_median"]) {
    await duck.run(`DROP TABLE IF EXISTS ${table}`);
  }
}
