import { literal } from "../duck/identifier.ts";
import { cell, trimmedSql } from "./cells.ts";
import type { Choice } from "./choose.ts";
import { isTidy, type TraitedTable, traitsOf } from "./traits.ts";

/** The name of a trimmed cell in SQL. */
export function trimmed(column: number): string {
  return `w${column + 1}`;
}

/** How many cells of a row stand below a caption; those beyond are surplus. */
const captioned = (choice: Choice, table: TraitedTable) => Math.min(choice.header.length, table.width);

/**
 * SQL of whether a row has more cells than the header, empty ones apart. Each expression on a column takes memory of its own,
 * and one torn row may make a table thousands of columns wide: so this is all that is done with them.
 */
export function surplusSql(choice: Choice, table: TraitedTable): string {
  const from = captioned(choice, table);
  const cells = Array.from({ length: table.width - from }, (_, i) => cell(from + i));
  return cells.length === 0 ? "false" : `trim(concat(${cells.join(", ")}), ${literal(" \t\r\n\u3000\u00a0")}) <> ''`;
}

/** SQL of the first value of a row below a caption, a space where there are surplus ones alone, NULL where it is blank. */
export function leadSql(choice: Choice, table: TraitedTable): string {
  const values = Array.from({ length: captioned(choice, table) }, (_, column) => `nullif(${trimmed(column)}, '')`);
  return `coalesce(${[...values, "CASE WHEN surplus THEN ' ' END", "NULL"].join(", ")})`;
}

/** SELECT list of the trimmed cells below captions, with a comma before each. */
export function trimmedColumns(choice: Choice, table: TraitedTable): string {
  return Array.from(
    { length: captioned(choice, table) },
    (_, column) => `, ${trimmedSql(column, traitsOf(table, column))} AS ${trimmed(column)}`,
  ).join("");
}

/** SQL of the fault of a row as a whole, NULL where it has none; `lead` and `surplus` are as above. */
export function rowFaultSql(choice: Choice, table: TraitedTable): string {
  const width = choice.header.length;
  const cases: string[] = [];
  const { totals } = choice.profile;
  if (totals.length > 0) {
    // 合计, 本页合计(元), 合计：12件; and what stands below a table: 共12件, 制表人：…
    const words = totals.map((word) => word.toLowerCase().replaceAll(/[.*+?^${}()|[\]\\]/gu, "\\$&")).join("|");
    const total = `^(本页|本月|本年|本表|累计)?(${words})(金额|数|[(:].*|[0-9].*)?$|^共[0-9]+(件|条|宗|起|行)`;
    const footer = "^(制表|填表|填报|审核|打印|导出|统计)(人|单位|部门|时间|日期)?:";
    // Most rows begin with a number, which begins none of these words.
    const initials = [...new Set(totals.map((word) => word.toLowerCase()[0] ?? ""))].filter((sign) => sign < "\u0080");
    const first = initials.map((sign) => `OR lower(lead[1]) = ${literal(sign)}`).join(" ");
    cases.push(
      `WHEN (strlen(lead) <> length(lead) ${first}) AND strlen(lead) <= 120 AND regexp_matches(fw_word(lead), ${literal(`${total}|${footer}`)}) THEN 'total_row'`,
    );
  }
  if (!choice.layout.headerless) {
    // The header again: the first known captions stand in their own columns.
    const repeated = [...choice.columns.at.values()].slice(0, 3).map((column) => {
      const text = isTidy(traitsOf(table, column)) ? cell(column) : `trim(${cell(column)})`;
      return `${text} = ${literal((choice.header[column] as string).trim())}`;
    });
    cases.push(`WHEN ${repeated.join(" AND ")} THEN 'header_row'`);
  }
  // A cell that the record does not have is NULL.
  const surplus = table.width > width ? ["surplus"] : [];
  const short = table.uniform ? [] : [`${cell(captioned(choice, table) - 1)} IS NULL`];
  if (surplus.length + short.length > 0)
    cases.push(`WHEN ${[...surplus, ...short].join(" OR ")} THEN 'wrong_column_count'`);
  return cases.length === 0 ? "NULL::VARCHAR" : `CASE ${cases.join(" ")} END`;
}
