import type { Duck } from "../../duck/open.ts";
import type { Assignment } from "./assign.ts";
import { distinctSql } from "./survey.ts";

/** How many digits numbers have that spreadsheets rob of their leading zeros, by the word of the caption. */
const DIGITS: readonly (readonly [RegExp, number])[] = [
  [/zip/u, 5],
  [/\bcep\b/u, 8],
  [/cnpj/u, 14],
];

/** Numbers that are shorter than they should be, by field: how many digits they should have. */
export async function findPadded(duck: Duck, assigned: readonly Assignment[]): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  for (const { field, word, view } of assigned) {
    const digits = DIGITS.find(([expression]) => expression.test(word))?.[1];
    if (digits === undefined) continue;
    const numbers = (least: number, most: number) =>
      `coalesce(sum(n) FILTER (WHERE regexp_full_match(value, '[0-9]{${least},${most}}')), 0)`;
    const { full, short } = await duck.row<{ full: number; short: number }>(
      `SELECT ${numbers(digits, digits)} AS full, ${numbers(digits - 3, digits - 1)} AS short FROM ${distinctSql(view.facts.column)}`,
    );
    if (short > 0 && full + short >= view.facts.filled * 0.9) found.set(field, digits);
  }
  return found;
}
