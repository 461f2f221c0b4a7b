import type { Duck } from "../duck/open.ts";
import type { Parts } from "./columns.ts";
import { type Groupings, keyColumn, scans, union } from "./scans.ts";
import { SHIFTS } from "./windows.ts";

/**
 * Creates the temp table `measure_complainants`: for each window, group and position of `parts`, the number of distinct
 * complainants behind n. Tickets are first added up by person, so that each person is counted once, not each ticket
 * sorted for each measure. Needs `measure_fact` and the tables of `createWindows`.
 */
export async function createComplainants(duck: Duck, parts: readonly Parts[], groupings: Groupings): Promise<void> {
  const columns = [...new Map(parts.map(({ n }) => [n.name, n])).values()];
  const keys = [...new Set(groupings.flat())].map((dim) => `${keyColumn(dim)}, `).join("");
  const people = groupings.map((dims) => [...dims, "complainant"] as const);
  const each = (sql: (name: string) => string) => columns.map(({ name }) => sql(name)).join(", ");
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE measure_person AS
     WITH person AS (
       SELECT period_id, ${keys} key_complainant, ${each((name) => `bool_or(${name} > 0) AS ${name}`)}
       FROM (${union(scans({ groupings: people, columns, unit: null }))}) JOIN measure_range_atom USING (atom)
         JOIN measure_window USING (range_id)
       WHERE shift = ${SHIFTS.now} GROUP BY ALL
     )
     SELECT period_id, ${keys} ${each((name) => `count(*) FILTER (WHERE ${name}) AS ${name}`)} FROM person GROUP BY ALL`,
  );
  const rows = parts.map(
    ({ n }, position) =>
      `SELECT ${position} AS position, period_id, ${keys} ${n.name} AS complainants FROM measure_person`,
  );
  await duck.run(`CREATE OR REPLACE TEMP TABLE measure_complainants AS ${rows.join("\nUNION ALL\n")}`);
  await duck.run("DROP TABLE measure_person");
}
