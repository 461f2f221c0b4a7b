import { DOUBLE, INTEGER } from "@duckdb/node-api";
import { appender } from "../duck/append.ts";
import { identifier } from "../duck/identifier.ts";
import type { Duck } from "../duck/open.ts";

/**
 * Creates a temp table of the rows of a query and of numbers that are reckoned from each: for formulas that SQL does not have.
 * The rows should be distinct, so that each value that occurs again and again is reckoned once. A row without numbers is left out.
 * `read`: the columns as `reckon` is given them, numbers as DOUBLE.
 */
export async function createReckoned<T>(
  duck: Duck,
  name: `measure_${string}`,
  columns: readonly string[],
  { values, read, reckon }: { values: string; read: string; reckon: (row: T) => readonly (number | null)[] | null },
): Promise<void> {
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE measure_given AS SELECT row_number() OVER ()::INTEGER AS id, * FROM (${values})`,
  );
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE measure_reckoned (id INTEGER, ${columns.map((column) => `${identifier(column)} DOUBLE`).join(", ")})`,
  );
  const append = await appender(duck, "measure_reckoned", [INTEGER, ...columns.map(() => DOUBLE)]);
  // Column by column: a row as an object of texts takes longer to read than its numbers take to reckon.
  const given = await duck.connection.runAndReadAll(`SELECT id, ${read} FROM measure_given`);
  const [ids = [], ...parts] = given.getColumnsJS();
  const names = given.columnNames().slice(1);
  for (const [i, id] of (ids as number[]).entries()) {
    const row: Record<string, unknown> = {};
    for (const [k, part] of parts.entries()) row[names[k] as string] = part[i];
    const numbers = reckon(row as T);
    if (numbers) append.row([id, ...numbers]);
  }
  append.close();
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE ${identifier(name)} AS SELECT * EXCLUDE (id) FROM measure_given JOIN measure_reckoned USING (id)`,
  );
  for (const table of ["measure_given", "measure_reckoned"]) await duck.run(`DROP TABLE ${table}`);
}
