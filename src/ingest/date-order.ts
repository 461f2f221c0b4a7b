import { identifier, literal } from "../duck/identifier.ts";
import type { Duck } from "../duck/open.ts";
import { sourcesOf } from "./cells.ts";
import type { Choice } from "./choose.ts";
import { dateSql, datesOf, type Typing } from "./typing.ts";

/** A column whose dates contradict the stated order this often was written in the other one; below, these are slips. */
const CONTRADICTED = 0.05;

/** A format with day and month changed about; null where the order cannot be mistaken. */
export function swappedOrder(format: string): string | null {
  if (!/^%[md]\W%[md]\W%[yY]/u.test(format)) return null;
  return format.replaceAll(/%[md]/gu, (part) => (part === "%m" ? "%d" : "%m"));
}

/**
 * The fields whose dates contradict the order that the profile states: some read only with day and month changed about, so
 * that the others, which read either way, would be other days than they mean. Reads `fw_row`.
 */
export async function contradictedFields(duck: Duck, choice: Choice, typing: Typing): Promise<Set<string>> {
  const contradicted = new Set<string>();
  const swapped = datesOf(choice).flatMap((format) => swappedOrder(format) ?? []);
  if (swapped.length === 0) return contradicted;
  for (const check of typing.checks) {
    const rule = choice.layout.fields[check.field];
    if (rule === undefined || !check.sql.includes("'not_a_date'")) continue;
    const columns = sourcesOf(choice, rule).map(({ column }) => `cells[${column + 1}]`);
    if (columns.length === 0) continue;
    const read = dateSql(swapped, "cell", false);
    const { other, all } = await duck.row<{ other: number; all: number }>(
      `SELECT count(*) FILTER (other)::DOUBLE AS other, (SELECT count(${identifier(`f_${check.field}`)}) FROM fw_row)::DOUBLE + count(*) FILTER (other) AS "all"
       FROM (SELECT ${read} IS NOT NULL AS other FROM (
         SELECT coalesce(${columns.map((column) => `nullif(trim(${column}), '')`).join(", ")}) AS cell
         FROM fw_row WHERE code = 'not_a_date' AND check_field = ${literal(check.field)}))`,
    );
    if (other > 0 && other >= CONTRADICTED * all) contradicted.add(check.field);
  }
  return contradicted;
}
