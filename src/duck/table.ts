import { identifier } from "./identifier.ts";
import type { Duck } from "./open.ts";

/** Creates a temp table of a few rows that TypeScript made; `columns` gives the SQL type of each of their keys, in order. */
export async function createTable(
  duck: Duck,
  table: string,
  columns: Readonly<Record<string, string>>,
  rows: readonly object[],
): Promise<void> {
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE ${identifier(table)} AS SELECT unnest(from_json($1, $2), recursive := true)`,
    [JSON.stringify(rows), JSON.stringify([columns])],
  );
}
