import { identifier, literal } from "../duck/identifier.ts";
import { joinedSql } from "../warehouse/digest.ts";
import { value } from "./cells.ts";
import type { Choice } from "./choose.ts";
import { isTidy, type TraitedTable, traitsOf } from "./traits.ts";
import type { Typing } from "./typing.ts";

/** SQL of a value as it is compared: without width, case and white space. */
function wordSql(table: TraitedTable, column: number): string {
  if (traitsOf(table, column).plain) return value(column);
  // What is plain ASCII without blanks at its ends may still have some within.
  if (isTidy(traitsOf(table, column))) return `replace(lower(${value(column)}), ' ', '')`;
  return `fw_word(${value(column)})`;
}

/**
 * SQL of an identifying value so that other spellings of it are the same: a date or an amount as it was read, a text
 * without width, case and white space; '' where the file lacks the column or the row the value.
 */
function identityValue(choice: Choice, table: TraitedTable, typing: Typing, caption: string): string {
  const column = choice.columns.at.get(caption);
  if (column === undefined) return "''";
  const word = wordSql(table, column);
  for (const [name, rule] of Object.entries(choice.layout.fields)) {
    const read = `v_${name}`;
    if (rule.from !== caption) continue;
    if (rule.pad !== undefined) return `coalesce(${identifier(`t_${name}`)}, '')`;
    if (!typing.values.some((typed) => typed.name === read)) continue;
    return `coalesce(CAST(${identifier(read)} AS VARCHAR), ${word}, '')`;
  }
  return `coalesce(${word}, '')`;
}

/** The namespace of a profile's numbers. */
export function sourceOf(choice: Choice): string {
  return choice.profile.source ?? choice.profile.id;
}

/** SQL of a key by number, NULL where the row has none. */
export function numberKeySql(choice: Choice, table: TraitedTable, captions: readonly string[]): string {
  const numbers = captions.flatMap((caption) => {
    const column = choice.columns.at.get(caption);
    return column === undefined ? [] : [wordSql(table, column)];
  });
  const number = numbers.length === 1 ? numbers[0] : `coalesce(${[...numbers, "NULL"].join(", ")})`;
  return `${literal(`${sourceOf(choice)}:`)} || nullif(${number}, '')`;
}

/**
 * SQL of `record_key`: the source's name and the native number or, where the source gives none, the digest of the
 * identifying values. NULL where a native number is missing.
 */
export function keySql(choice: Choice, table: TraitedTable, typing: Typing): string {
  const { identity } = choice.layout;
  const digest = (captions: readonly string[]) =>
    `md5(${joinedSql(
      captions.map((caption) => identityValue(choice, table, typing, caption)),
      table.control,
    )})`;
  if ("content" in identity) return `${literal(`${sourceOf(choice)}#`)} || ${digest(identity.content)}`;
  const rest = identity.also ? ` || '/' || ${digest(identity.also)}` : "";
  return `${numberKeySql(choice, table, [identity.native].flat())}${rest}`;
}
