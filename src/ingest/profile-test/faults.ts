import type { Duck } from "../../duck/open.ts";
import { sourcesOf } from "../cells.ts";
import type { Choice } from "../choose.ts";
import { lineOf, type RawTable } from "../readers/raw.ts";
import { captionOf } from "../typing.ts";

/** A row that would be rejected, by its first fault. */
export interface Fault {
  readonly line: number;
  readonly column: string | null;
  readonly value: string | null;
  readonly code: string;
  /** All faults of the row, as "caption: code". */
  readonly also: readonly string[];
}

export interface FaultCount {
  readonly code: string;
  readonly count: number;
}

interface Row {
  record: number;
  code: string;
  check_field: string | null;
  also: string[] | null;
  cells: (string | null)[] | null;
}

/** The faults of `fw_row` and of records that could not be split into cells: the first ones, and how many of each code. */
export async function readFaults(
  duck: Duck,
  choice: Choice,
  table: RawTable,
  most: number,
): Promise<{ faults: Fault[]; counts: FaultCount[] }> {
  const rows = await duck.rows<Row>(
    `SELECT record::DOUBLE AS record, code, check_field, also, cells FROM fw_row WHERE code IS NOT NULL ORDER BY record LIMIT ${Math.trunc(most)}`,
  );
  const counts = await duck.rows<FaultCount>(
    "SELECT code, count(*)::DOUBLE AS count FROM fw_row WHERE code IS NOT NULL GROUP BY 1",
  );
  const found = rows.map((row): Fault => {
    const rule = row.check_field === null ? undefined : choice.layout.fields[row.check_field];
    const texts = rule ? sourcesOf(choice, rule).map(({ column }) => row.cells?.[column] ?? null) : [];
    return {
      line: lineOf(table.lines, row.record),
      column: rule ? captionOf(choice, rule) : null,
      value: texts.find((text) => (text ?? "").trim() !== "") ?? null,
      code: row.code,
      also: row.also ?? [],
    };
  });
  const malformed = table.malformed.map(
    ({ line, text, reason }): Fault => ({
      line,
      column: null,
      value: text,
      code: reason === "encoding" ? "bad_encoding" : "wrong_column_count",
      also: [],
    }),
  );
  const all = new Map(counts.map(({ code, count }) => [code, count]));
  for (const { code } of malformed) all.set(code, (all.get(code) ?? 0) + 1);
  return {
    faults: [...found, ...malformed].sort((a, b) => a.line - b.line).slice(0, most),
    counts: [...all].map(([code, count]) => ({ code, count })).sort((a, b) => b.count - a.count),
  };
}
