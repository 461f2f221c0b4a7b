import { identifier, literal } from "../duck/identifier.ts";
import { value } from "./cells.ts";
import type { Choice } from "./choose.ts";
import type { Typing } from "./typing.ts";

/**
 * SQL of an identifying value so that other spellings of it are the same: a date or an amount as it was read, a text
 * without width, case and white space; empty where the file lacks the column.
 */
function identityValue(choice: Choice, typing: Typing, caption: string): string {
  const column = choice.columns.at.get(caption);
  if (column === undefined) return "''";
  const word = `fw_word(${value(column)})`;
  for (const [name, rule] of Object.entries(choice.layout.fields)) {
    const read = `v_${name}`;
    if (rule.from !== caption || !typing.values.some((typed) => typed.name === read)) continue;
    return `coalesce(CAST(${identifier(read)} AS VARCHAR), ${word}, '')`;
  }
  return `coalesce(${word}, '')`;
}

function digest(values: readonly string[]): string {
  return `md5(concat_ws(chr(31), ${values.join(", ")}))`;
}

/**
 * SQL of `record_key`: the source's name and the native number or, where the source gives none, the digest of the
 * identifying values. NULL where a native number is missing.
 */
export function keySql(choice: Choice, typing: Typing): string {
  const source = choice.profile.source ?? choice.profile.id;
  const { identity } = choice.layout;
  const values = (captions: readonly string[]) => captions.map((caption) => identityValue(choice, typing, caption));
  if ("content" in identity) return `${literal(`${source}#`)} || ${digest(values(identity.content))}`;
  const numbers = [identity.native].flat().flatMap((caption) => {
    const column = choice.columns.at.get(caption);
    return column === undefined ? [] : [value(column)];
  });
  const rest = identity.also ? ` || '/' || ${digest(values(identity.also))}` : "";
  return `${literal(`${source}:`)} || nullif(fw_word(coalesce(${[...numbers, "NULL"].join(", ")})), '')${rest}`;
}
