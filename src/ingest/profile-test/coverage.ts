import { identifier } from "../../duck/identifier.ts";
import type { Duck } from "../../duck/open.ts";
import type { Choice } from "../choose.ts";
import type { CodeTable } from "../codes.ts";
import type { RawTable } from "../readers/raw.ts";
import { scanSql } from "../readers/scan.ts";
import { codeJoins, printedSql, type ReadField, readSql } from "./read-values.ts";

export interface WordCount {
  readonly word: string;
  readonly count: number;
}

/** How much of a field the whole table gives. */
export interface FieldCoverage {
  readonly field: string;
  /** Captions of the layout that fill it. */
  readonly from: readonly string[];
  /** Rows with a value in one of its columns, and rows where that value was read. */
  readonly filled: number;
  readonly read: number;
  /** Of coded fields: how many distinct words have no code, and the 20 that stand in most rows. */
  readonly unmapped: number;
  readonly words: readonly WordCount[];
}

const SHOWN = 20;

/** Counts over `fw_row` and the file how many rows fill each field, and how many of these were read. */
export async function readCoverage(
  duck: Duck,
  choice: Choice,
  fields: readonly ReadField[],
  table: RawTable,
): Promise<FieldCoverage[]> {
  if (fields.length === 0) return [];
  const count = (sql: readonly string[]) => sql.map((value, i) => `(count(${value}))::DOUBLE AS n${i}`).join(", ");
  const read = await duck.row<Record<string, number>>(
    `SELECT ${count(fields.map(readSql))} FROM fw_row ${codeJoins(fields)}`,
  );
  const filled = await duck.row<Record<string, number>>(
    `SELECT ${count(fields.map((field) => printedSql(choice, field)))} FROM ${scanSql(table)} WHERE record > ${choice.headerRecord}`,
  );
  const found: FieldCoverage[] = [];
  for (const [i, { field, rule, code }] of fields.entries()) {
    const words = code ? await unmappedWords(duck, code) : [];
    found.push({
      field,
      from: [rule.from ?? []].flat(),
      filled: filled[`n${i}`] ?? 0,
      read: read[`n${i}`] ?? 0,
      unmapped: words.length,
      words: words.slice(0, SHOWN),
    });
  }
  return found;
}

function unmappedWords(duck: Duck, { table, column }: CodeTable): Promise<WordCount[]> {
  const text = identifier(column);
  return duck.rows<WordCount>(
    `SELECT ${text} AS word, count(*)::DOUBLE AS count FROM fw_row
     WHERE ${text} IS NOT NULL AND ${text} NOT IN (SELECT raw FROM ${table})
     GROUP BY 1 ORDER BY 2 DESC, 1`,
  );
}
