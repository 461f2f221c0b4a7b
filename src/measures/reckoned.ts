import { DOUBLE, INTEGER } from "@duckdb/node-api";
import { appender } from "../duck/append.ts";
import { identifier } from "../duck/identifier.ts";
import type { Duck } from "../duck/open.ts";

/**
 * Creates a temp table of the rows of a query and of numbers that are reckoned from each: for formulas that SQL does not have.
 * The rows should be distinct, so that each value that occurs again and again is reckoned once. A row without numbers is left out.
 */
export async function createReckoned<T>(
  duck: Duck,
  name: `measure_${string}`,
  columns: readonly string[],
  { values, reckon }: { values: string; reckon: (row: T) => readonly (number | null)[] | null },
): Promise<void> {
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE measure_given AS SELECT row_number() OVER ()::INTEGER AS id, * FROM (${values})`,
  );
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE measure_reckoned (id INTEGER, ${columns.map((column) => `${identifier(column)} DOUBLE`).join(", ")})`,
  );
  const append = await appender(duck, "measure_reckoned", [INTEGER, ...columns.map(() => DOUBLE)]);
  for (const row of await duck.rows<T & { id: number }>("SELECT * FROM measure_given")) {
    const numbers = reckon(row);
    if (numbers) append.row([row.id, ...numbers]);
  }
  append.close();
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE ${identifier(name)} AS SELECT * EXCLUDE (id) FROM measure_given JOIN measure_reckoned USING (id)`,
  );
  for (const table of ["measure_given", "measure_reckoned"]) await duck.run(`DROP TABLE ${table}`);
}
