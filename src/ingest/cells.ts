import { literal } from "../duck/identifier.ts";
import type { Choice } from "./choose.ts";
import type { FieldRule, Profile } from "./profile.ts";
import type { ColumnTraits } from "./readers/raw.ts";

/** The SQL name of a 0-based column of a table: the cell as it stands, NULL where the record is too short. */
export function cell(column: number): string {
  return `c${column + 1}`;
}

/** Its value: without white space at its ends, NULL where it is empty or the profile says that it means "no value". */
export function value(column: number): string {
  return `v${column + 1}`;
}

/** Cells of a row in SQL, as a list; cells that the row does not have are NULL. */
export function cellsSql(width: number): string {
  return `[${Array.from({ length: width }, (_, column) => cell(column)).join(", ")}]`;
}

/** SQL of a cell without white space at its ends, '' or NULL where nothing is left; the traits say what need not be done. */
export function trimmedSql(column: number, traits: ColumnTraits): string {
  const trimmed = traits.trimmed ? cell(column) : `trim(${cell(column)}, ${literal(" \t\r\n\u3000\u00a0")})`;
  if (traits.literal) return trimmed;
  // Spreadsheets keep long numbers as ="2026…": the text in it is the value.
  return `CASE WHEN starts_with(${cell(column)}, '="') THEN regexp_replace(${cell(column)}, '^="(.*)"$', '\\1') ELSE ${trimmed} END`;
}

/** SQL that makes a {@link value} of a trimmed cell. */
export function valueSql(profile: Profile, trimmed: string): string {
  // Most cells are longer than any word for "no value"; comparing lengths is cheaper than comparing words.
  const longest = Math.max(0, ...profile.missing.map((word) => Buffer.byteLength(word)));
  const other = ["", ...profile.missing].map((word) => `${trimmed} <> ${literal(word)}`);
  return `CASE WHEN strlen(${trimmed}) > ${longest} THEN ${trimmed} WHEN ${other.join(" AND ")} THEN ${trimmed} END`;
}

/** The columns that fill a field, those that the file has; empty where it has none. */
export function sourcesOf(choice: Choice, rule: FieldRule): { caption: string; column: number }[] {
  return [rule.from ?? []].flat().flatMap((caption) => {
    const column = choice.columns.at.get(caption);
    return column === undefined ? [] : [{ caption, column }];
  });
}

/** The form of a number of `digits` digits that has lost up to three zeros at its front. */
export function shortened(digits: number): string {
  return `[0-9]{${Math.max(1, digits - 3)},${digits - 1}}`;
}

/** SQL of a field's text before it is read as a type: the first of its columns that has a value. */
export function textOf(choice: Choice, rule: FieldRule): string | null {
  const values = sourcesOf(choice, rule).map(({ column }) => value(column));
  if (values.length === 0) return null;
  const text = values.length === 1 ? (values[0] as string) : `coalesce(${values.join(", ")})`;
  if (rule.pad === undefined) return text;
  // What a spreadsheet took for a number has lost the zeros at its front.
  return `CASE WHEN regexp_full_match(${text}, ${literal(shortened(rule.pad))}) THEN lpad(${text}, ${rule.pad}, '0') ELSE ${text} END`;
}
