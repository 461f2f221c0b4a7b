import { identifier, literal } from "../duck/identifier.ts";
import type { Duck } from "../duck/open.ts";
import { cell, trimmedSql, value, valueSql } from "./cells.ts";
import type { Choice } from "./choose.ts";
import type { RawTable } from "./readers/raw.ts";

/** Cells of a row in SQL, as a list; cells that the row does not have are NULL. */
export function cellsSql(width: number): string {
  return `[${Array.from({ length: width }, (_, column) => cell(column)).join(", ")}]`;
}

/**
 * Reads the records below the header into the temporary table `fw_raw`: `record`, `line` of the original, the cells
 * (`c1`…) and the values of mapped columns (`v1`…), `row_fault` of the row as a whole, and whether the row is `blank`.
 */
export async function makeRows(duck: Duck, choice: Choice, table: RawTable, scan: string): Promise<void> {
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE fw_lines AS
     SELECT unnest(from_json($1, '["BIGINT"]')) AS record, unnest(from_json($2, '["BIGINT"]')) AS line`,
    [JSON.stringify(table.lines.record), JSON.stringify(table.lines.line)],
  );
  const all = Array.from({ length: table.width }, (_, column) => column);
  const trimmed = (column: number) => `w${column + 1}`;
  const mapped = [...choice.columns.at.values()];
  const exact = table.lines.record.length === 0;
  const line = exact ? "record" : "raw.record + coalesce(map.line - map.record, 0)";
  const lines = exact ? "" : "ASOF LEFT JOIN fw_lines map ON raw.record >= map.record";
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE fw_raw AS
     WITH below AS (
       SELECT raw.*, ${line} AS line, ${all.map((column) => `${trimmedSql(column)} AS ${trimmed(column)}`).join(", ")}
       FROM (${scan}) raw ${lines} WHERE raw.record > ${choice.headerRecord}
     ), led AS (SELECT *, coalesce(${[...all.map(trimmed), "NULL"].join(", ")}) AS lead FROM below)
     SELECT record, line, lead IS NULL AS blank, ${rowFaultSql(choice, table.width)} AS row_fault,
       ${all.map(cell).join(", ")}, ${mapped.map((column) => `${valueSql(choice.profile, trimmed(column))} AS ${identifier(value(column))}`).join(", ")}
     FROM led`,
  );
}

/** SQL of the fault of a row as a whole, NULL where it has none; `lead` is its first value. */
function rowFaultSql(choice: Choice, tableWidth: number): string {
  const width = choice.header.length;
  const cases: string[] = [];
  const { totals } = choice.profile;
  if (totals.length > 0) {
    // 合计, 本页合计(元), 合计：12件; and what stands below a table: 共12件, 制表人：…
    const words = totals.map((word) => word.toLowerCase().replaceAll(/[.*+?^${}()|[\]\\]/gu, "\\$&")).join("|");
    const total = `^(本页|本月|本年|本表|累计)?(${words})(金额|数|[(:].*|[0-9].*)?$|^共[0-9]+(件|条|宗|起|行)`;
    const footer = "^(制表|填表|填报|审核|打印|导出|统计)(人|单位|部门|时间|日期)?:";
    cases.push(
      `WHEN strlen(lead) <= 120 AND regexp_matches(fw_word(lead), ${literal(`${total}|${footer}`)}) THEN 'total_row'`,
    );
  }
  // The header again: the first known captions stand in their own columns.
  const repeated = [...choice.columns.at.values()]
    .slice(0, 3)
    .map((column) => `trim(${cell(column)}) = ${literal((choice.header[column] as string).trim())}`);
  cases.push(`WHEN ${repeated.join(" AND ")} THEN 'header_row'`);
  // A cell beyond the header is a fault unless it is empty; a cell that the record does not have is NULL.
  const surplus = Array.from(
    { length: Math.max(0, tableWidth - width) },
    (_, i) => `coalesce(${cell(width + i)}, '') <> ''`,
  );
  const short = `${cell(Math.min(width, tableWidth) - 1)} IS NULL`;
  cases.push(`WHEN ${[...surplus, short].join(" OR ")} THEN 'wrong_column_count'`);
  return `CASE ${cases.join(" ")} END`;
}
