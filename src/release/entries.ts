import type { Duck } from "../duck/open.ts";
import { MARTS, type MartName } from "./marts.ts";

/** Creates the temp table of a mart's name from a few entries with its columns. */
export async function createEntries(duck: Duck, mart: MartName, entries: readonly object[]): Promise<void> {
  await duck.run(`CREATE OR REPLACE TEMP TABLE ${mart} AS SELECT unnest(from_json($1, $2), recursive := true)`, [
    JSON.stringify(entries),
    JSON.stringify([MARTS[mart].columns]),
  ]);
}
