import { literal } from "../duck/identifier.ts";
import type { Choice } from "./choose.ts";
import type { FieldRule, Profile } from "./profile.ts";

/** The SQL name of a 0-based column of `fw_raw`: the cell as it stands, NULL where the record is too short. */
export function cell(column: number): string {
  return `c${column + 1}`;
}

/** Its value: without white space at its ends, NULL where it is empty or the profile says that it means "no value". */
export function value(column: number): string {
  return `v${column + 1}`;
}

/** SQL of a cell without white space at its ends, NULL where nothing is left. */
export function trimmedSql(column: number): string {
  const trimmed = `nullif(trim(${cell(column)}, ${literal(" \t\r\n\u3000\u00a0")}), '')`;
  // Spreadsheets keep long numbers as ="2026…": the text in it is the value.
  return `CASE WHEN starts_with(${cell(column)}, '="') THEN nullif(regexp_replace(${cell(column)}, '^="(.*)"$', '\\1'), '') ELSE ${trimmed} END`;
}

/** SQL that makes a {@link value} of a trimmed cell. */
export function valueSql(profile: Profile, trimmed: string): string {
  if (profile.missing.length === 0) return trimmed;
  // Most cells are longer than any word for "no value"; comparing lengths is cheaper than comparing words.
  const longest = Math.max(...profile.missing.map((word) => Buffer.byteLength(word)));
  const words = profile.missing.map(literal).join(", ");
  return `CASE WHEN strlen(${trimmed}) > ${longest} OR ${trimmed} NOT IN (${words}) THEN ${trimmed} END`;
}

/** The columns that fill a field, those that the file has; empty where it has none. */
export function sourcesOf(choice: Choice, rule: FieldRule): { caption: string; column: number }[] {
  return [rule.from ?? []].flat().flatMap((caption) => {
    const column = choice.columns.at.get(caption);
    return column === undefined ? [] : [{ caption, column }];
  });
}

/** SQL of a field's text before it is read as a type: the first of its columns that has a value. */
export function textOf(choice: Choice, rule: FieldRule): string | null {
  const values = sourcesOf(choice, rule).map(({ column }) => value(column));
  if (values.length === 0) return null;
  return values.length === 1 ? (values[0] as string) : `coalesce(${values.join(", ")})`;
}
