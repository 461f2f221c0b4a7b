import { identifier, literal } from "../duck/identifier.ts";
import type { Duck } from "../duck/open.ts";
import type { Choice } from "./choose.ts";
import { type CodedField, type Typing, wordsColumn } from "./typing.ts";
import { valuesList } from "./words.ts";

/** A temporary table `(raw, code)` or `(raw, codes)` that a coded field is joined with. */
export interface CodeTable {
  readonly field: string;
  readonly table: string;
  /** The column of the typed table that it is joined on. */
  readonly column: string;
}

/** A regular expression's bracket that matches any of the signs. */
function anyOf(signs: string): string {
  return `[${signs.replaceAll(/[\\\]^-]/gu, "\\$&")}]`;
}

/**
 * Makes the table of codes of one coded field. The work is done once for each distinct cell, not for each row.
 * Cells with several values (`split`) give a list in the order of the cell; of a path (`path`) its last known step counts.
 */
export async function makeCodeTable(duck: Duck, choice: Choice, typing: Typing, coded: CodedField): Promise<CodeTable> {
  const { rule } = coded;
  const field = coded.field.name;
  const list = coded.field.type === "VARCHAR[]";
  const column = wordsColumn(typing, coded);
  const words = rule.lookup ?? valuesList(choice.profile, rule.values as string);
  const table = identifier(`fw_code_${field}`);
  const stripped = rule.strip === undefined ? "value" : `regexp_replace(value, ${literal(rule.strip)}, '')`;
  const parts = rule.split === undefined ? "[raw]" : `string_split_regex(raw, ${literal(anyOf(rule.split))})`;
  const steps =
    rule.path === undefined
      ? `[${stripped}]`
      : `list_concat([${stripped}], string_split_regex(${stripped}, ${literal(anyOf(rule.path))}))`;
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE ${table} AS
     WITH cells AS (SELECT DISTINCT ${identifier(column)} AS raw FROM fw_row),
     parts AS (SELECT raw, unnest(${parts}) AS value, generate_subscripts(${parts}, 1) AS part FROM cells WHERE raw IS NOT NULL),
     steps AS (SELECT raw, part, unnest(${steps}) AS step, generate_subscripts(${steps}, 1) AS depth FROM parts),
     found AS (
       SELECT raw, part, arg_max(code, depth) AS code
       FROM steps JOIN fw_words ON list = ${literal(words)} AND word = fw_word(step)
       GROUP BY raw, part
     ),
     firsts AS (SELECT raw, code, min(part) AS part FROM found GROUP BY raw, code)
     SELECT raw, ${list ? "list(code ORDER BY part) AS code" : "arg_min(code, part) AS code"} FROM firsts GROUP BY raw`,
  );
  return { field, table, column };
}
