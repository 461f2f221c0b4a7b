import { literal } from "../duck/identifier.ts";
import type { Choice } from "./choose.ts";
import type { FieldRule, Profile } from "./profile.ts";

/** The SQL name of a 0-based column of the raw table. */
export function cell(column: number): string {
  return `c${column + 1}`;
}

/** SQL of a cell without its white space, NULL where the profile says that it means "no value". */
export function cellValue(profile: Profile, column: number): string {
  const text = `nullif(trim(${cell(column)}, ' \t\r\n\u3000\u00a0'), '')`;
  if (profile.missing.length === 0) return text;
  return `CASE WHEN ${text} NOT IN (${profile.missing.map(literal).join(", ")}) THEN ${text} END`;
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
  const sources = sourcesOf(choice, rule);
  if (sources.length === 0) return null;
  const values = sources.map(({ column }) => cellValue(choice.profile, column));
  return values.length === 1 ? (values[0] as string) : `coalesce(${values.join(", ")})`;
}
