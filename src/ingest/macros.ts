import { literal } from "../duck/identifier.ts";
import type { Duck } from "../duck/open.ts";
import { HANZI_MACROS, HANZI_NUMERALS } from "./hanzi-numerals.ts";

const fullWidth = Array.from({ length: 94 }, (_, i) => String.fromCharCode(0xff01 + i)).join("");
const halfWidth = Array.from({ length: 94 }, (_, i) => String.fromCharCode(0x21 + i)).join("");

/**
 * SQL macros with which cells are read. They are temporary: they live in the connection that ingests.
 *
 * - `fw_tidy(s)`: full-width signs made half-width, white space and byte order marks at the ends cut off.
 * - `fw_word(s)`: a word as it is looked up: tidy, without white space, in lower case.
 * - `fw_flag(s)`: yes and no in the words of sources, else NULL.
 * - `fw_amount(s, factor)`: an amount as DECIMAL; a unit in the cell (元, 万元, 亿元) outranks the column's `factor`.
 *   Chinese numerals are read too (叁万贰仟元). NULL where the cell is no number.
 * - `fw_money(s, factor)`: the same as DECIMAL(18,2), at most 10^15.
 */
// No IN with a list: DuckDB makes a join of it, and the rows of a file then lose their order.
const MACROS = [
  // Text in plain ASCII, and text without the signs that are changed, is left alone: translating costs most.
  `fw_tidy(s) AS trim(CASE
     WHEN strlen(s) = length(s) OR NOT regexp_matches(s, '[\\x{ff01}-\\x{ff5e}\\x{3000}\\x{a0}\\x{2212}\\x{ffe5}]') THEN s
     ELSE translate(s, ${literal(`${fullWidth}\u3000\u00a0\u2212\uffe5`)}, ${literal(`${halfWidth}  -¥`)}) END, ${literal(" \t\r\n\u200b\ufeff")})`,
  `fw_word(s) AS lower(CASE WHEN regexp_matches(fw_tidy(s), '\\s') THEN regexp_replace(fw_tidy(s), '\\s+', '', 'g') ELSE fw_tidy(s) END)`,
  `fw_flag(s) AS CASE
     WHEN list_contains(['是', 'yes', 'y', 'true', '1', '有', '√', '已立案', '立案'], fw_word(s)) THEN true
     WHEN list_contains(['否', 'no', 'n', 'false', '0', '无', '×', '未立案', '不立案'], fw_word(s)) THEN false END`,
  "fw_bare(s) AS regexp_replace(lower(fw_tidy(s)), '^(人民币|rmb|cny|usd|[¥$€])\\s*|\\s*(圆|元)?整?$', '', 'g')",
  "fw_cell_unit(s) AS regexp_extract(fw_word(s), '(亿|千万|百万|万|千|百)(圆|元)?整?$|((圆|元)整?$)', 0)",
  "fw_digits(s) AS regexp_replace(fw_bare(s), '\\s*(亿|千万|百万|万|千|百)$', '')",
  `fw_number(s) AS CASE
     WHEN regexp_full_match(s, '[-+]?[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]*)?') THEN try_cast(replace(s, ',', '') AS DECIMAL(26,6))
     WHEN regexp_full_match(s, '[-+]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)') THEN try_cast(s AS DECIMAL(26,6)) END`,
  `fw_factor(unit, factor) AS CASE
     WHEN unit = '' THEN factor
     WHEN starts_with(unit, '亿') THEN 100000000
     WHEN starts_with(unit, '千万') THEN 10000000
     WHEN starts_with(unit, '百万') THEN 1000000
     WHEN starts_with(unit, '万') THEN 10000
     WHEN starts_with(unit, '千') THEN 1000
     WHEN starts_with(unit, '百') THEN 100
     ELSE 1 END`,
  ...HANZI_MACROS,
  // Plain numbers, which most cells are, take the short way.
  `fw_amount(s, factor) AS CASE
     WHEN regexp_full_match(s, '-?[0-9]{1,18}(\\.[0-9]{1,6})?') THEN CAST(s AS DECIMAL(26,6)) * CAST(factor AS DECIMAL(9,0))
     WHEN regexp_matches(s, ${literal(HANZI_NUMERALS)}) THEN fw_hanzi_amount(s, factor)
     ELSE fw_number(fw_digits(s)) * CAST(fw_factor(fw_cell_unit(s), factor) AS DECIMAL(9,0)) END`,
  // As an amount of the warehouse; one beyond all measure stays so, to be told as such.
  `fw_money(s, factor) AS CAST(list_transform([fw_amount(s, factor)], lambda amount: CASE
     WHEN amount > 1000000000000000 THEN 1000000000000000
     WHEN amount < -1000000000000000 THEN -1000000000000000
     ELSE amount END)[1] AS DECIMAL(18,2))`,
  // A ledger's quantity may be a lower bound: 20余, 200多. The bound itself is kept in a field of its own.
  "fw_quantity(s) AS fw_number(regexp_replace(fw_word(s), '[余多+]+$', ''))",
];

/** Defines the macros of this file on a connection. */
export async function defineMacros(duck: Duck): Promise<void> {
  for (const macro of MACROS) await duck.run(`CREATE OR REPLACE TEMP MACRO ${macro}`);
}
