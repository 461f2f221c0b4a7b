import type { Duck } from "../duck/open.ts";
import { cell } from "./cells.ts";
import type { Choice } from "./choose.ts";
import type { RawTable } from "./readers/raw.ts";
import { scanSql } from "./readers/scan.ts";

/** An untitled column at the end belongs to the table where at least this share of rows has a value in it. */
const USED = 0.5;

/**
 * Cuts the empty cells off a header that was padded to the width of the table, as those of sheets and HTML tables are.
 * Otherwise a row with a cell too many, whose values are shifted, would look like any other. A column without a title that
 * most rows use is kept: it is one of those that exports leave untitled.
 */
export async function cutHeader(duck: Duck, choice: Choice, table: RawTable): Promise<Choice> {
  const titled = choice.header.findLastIndex((caption) => caption.trim() !== "") + 1;
  if (titled === choice.header.length) return choice;
  const columns = Array.from({ length: choice.header.length - titled }, (_, i) => titled + i);
  const shares = await duck.row<Record<string, number | null>>(
    `SELECT ${columns.map((column) => `avg((trim(coalesce(${cell(column)}, '')) <> '')::INTEGER) AS ${cell(column)}`).join(", ")}
     FROM (${scanSql(table)}) WHERE record > ${choice.headerRecord}`,
  );
  const used = columns.findLast((column) => (shares[cell(column)] ?? 0) >= USED);
  return { ...choice, header: choice.header.slice(0, Math.min(used === undefined ? titled : used + 1, table.width)) };
}
