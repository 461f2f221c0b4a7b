import { literal } from "../duck/identifier.ts";
import { value } from "./cells.ts";
import type { Choice } from "./choose.ts";

/** The identifying values that the file has, as SQL. A layout is chosen only where there is at least one. */
function identityValues(choice: Choice, captions: readonly string[]): string[] {
  return captions.flatMap((caption) => {
    const column = choice.columns.at.get(caption);
    return column === undefined ? [] : [value(column)];
  });
}

function digest(values: readonly string[]): string {
  return `md5(concat_ws(chr(31), ${values.map((sql) => `coalesce(${sql}, '')`).join(", ")}))`;
}

/**
 * SQL of `record_key`: the source's name and the native number or, where the source gives none, the digest of the
 * identifying cells. NULL where a native number is missing.
 */
export function keySql(choice: Choice): string {
  const source = choice.profile.source ?? choice.profile.id;
  const { identity } = choice.layout;
  if ("content" in identity) return `${literal(`${source}#`)} || ${digest(identityValues(choice, identity.content))}`;
  const numbers = identityValues(choice, [identity.native].flat());
  const also = identityValues(choice, identity.also ?? []);
  const rest = also.length === 0 ? "" : ` || '/' || ${digest(also)}`;
  return `${literal(`${source}:`)} || fw_word(coalesce(${[...numbers, "NULL"].join(", ")}))${rest}`;
}
