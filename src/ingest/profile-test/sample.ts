import { identifier } from "../../duck/identifier.ts";
import type { Duck } from "../../duck/open.ts";
import { cell } from "../cells.ts";
import { lineOf, type RawTable } from "../readers/raw.ts";
import { scanSql } from "../readers/scan.ts";
import { codeJoins, type ReadField, readSql } from "./read-values.ts";

/** What a field is in one row: as it is printed, and as it was read; null where there is nothing. */
export interface SampleValue {
  readonly printed: string | null;
  readonly read: string | null;
}

export interface SampleRow {
  readonly line: number;
  /** Code of the fault for which the row is rejected; null where it loads. */
  readonly code: string | null;
  readonly values: Readonly<Record<string, SampleValue>>;
}

/** The first rows of `fw_row`, printed beside read. */
export async function readSample(
  duck: Duck,
  fields: readonly ReadField[],
  table: RawTable,
  most: number,
): Promise<SampleRow[]> {
  const read = fields.map((field, i) => `, ${readSql(field)} AS ${identifier(`r${i}`)}`).join("");
  const rows = await duck.rows<Record<string, string | null> & { record: number; code: string | null }>(
    `SELECT record::DOUBLE AS record, fw_row.code AS code ${read} FROM fw_row ${codeJoins(fields)} ORDER BY record LIMIT ${Math.trunc(most)}`,
  );
  const last = rows.at(-1)?.record ?? 0;
  const used = [...new Set(fields.flatMap(({ columns }) => columns))];
  const cells = await duck.rows<Record<string, string | null> & { record: number }>(
    `SELECT record::DOUBLE AS record ${used.map((column) => `, ${cell(column)}`).join("")} FROM ${scanSql(table)}
     WHERE record BETWEEN ${rows[0]?.record ?? 1} AND ${last}`,
  );
  const printed = new Map(cells.map((row) => [row.record, row]));
  return rows.map((row) => ({
    line: lineOf(table.lines, row.record),
    code: row.code,
    values: Object.fromEntries(
      fields.map(({ field, columns }, i) => {
        const texts = columns.map((column) => printed.get(row.record)?.[cell(column)] ?? null);
        const text = texts.find((one) => (one ?? "").trim() !== "") ?? texts[0] ?? null;
        return [field, { printed: text, read: row[`r${i}`] ?? null }];
      }),
    ),
  }));
}
