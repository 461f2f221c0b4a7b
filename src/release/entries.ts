import type { Duck } from "../duck/open.ts";
import { createTable } from "../duck/table.ts";
import { MARTS, type MartName } from "./marts.ts";

/** Creates the temp table of a mart's name from a few entries with its columns. */
export async function createEntries(duck: Duck, mart: MartName, entries: readonly object[]): Promise<void> {
  await createTable(duck, mart, MARTS[mart].columns, entries);
}
