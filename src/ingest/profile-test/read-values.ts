import { identifier, literal } from "../../duck/identifier.ts";
import { cell, sourcesOf } from "../cells.ts";
import type { Choice } from "../choose.ts";
import type { CodeTable } from "../codes.ts";
import type { FieldRule } from "../profile.ts";

/** A field of the layout that is read from columns of the file. */
export interface ReadField {
  readonly field: string;
  readonly rule: FieldRule;
  /** 0-based columns of the file that fill it. */
  readonly columns: readonly number[];
  /** Where its words and their codes stand, of a coded field; else null. */
  readonly code: CodeTable | null;
}

/** The fields that a file's columns fill, in the layout's order. */
export function readFields(choice: Choice, codes: readonly CodeTable[]): ReadField[] {
  return Object.entries(choice.layout.fields).flatMap(([field, rule]) => {
    const columns = sourcesOf(choice, rule).map(({ column }) => column);
    const code = codes.find((table) => table.field === field) ?? null;
    return columns.length === 0 ? [] : [{ field, rule, columns, code }];
  });
}

/** SQL of what a field was read as, as text, over `fw_row` joined with {@link codeJoins}. */
export function readSql({ field, code }: ReadField): string {
  return `CAST(${code ? `${code.table}.code` : identifier(`f_${field}`)} AS VARCHAR)`;
}

/** Joins the codes of coded fields to `fw_row`. */
export function codeJoins(fields: readonly ReadField[]): string {
  return fields
    .flatMap(({ code }) =>
      code ? [`LEFT JOIN ${code.table} ON ${code.table}.raw = fw_row.${identifier(code.column)}`] : [],
    )
    .join(" ");
}

/** SQL of the first cell of a field that has a value, as it is printed. */
export function printedSql(choice: Choice, { columns }: ReadField): string {
  const missing = ["", ...choice.profile.missing].map(literal).join(", ");
  const values = columns.map((column) => {
    const text = `trim(regexp_replace(${cell(column)}, '^="(.*)"$', '\\1'), ${literal(" \t\r\n\u3000\u00a0")})`;
    return `CASE WHEN ${text} NOT IN (${missing}) THEN ${text} END`;
  });
  return `coalesce(${[...values, "NULL"].join(", ")})`;
}
