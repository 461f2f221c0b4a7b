import { identifier } from "../duck/identifier.ts";
import { namedSql } from "./digest.ts";
import { CODED, type Field, RECORDS, type RecordName } from "./records.ts";

/** SQL of a field's value as a text that does not hang on how it is stored. */
function textSql(field: Field): string {
  const column = identifier(field.name);
  if (field.type === "TIMESTAMP") return `CAST(epoch_us(${column}) AS VARCHAR)`;
  if (field.type === "VARCHAR[]") return `array_to_string(${column}, chr(10))`;
  return `CAST(${column} AS VARCHAR)`;
}

/**
 * SQL of `version_id`, a digest of what a version tells, over the columns that are there (`columns`): two rows of one record
 * with the same are one version. What follows from other fields takes no part: keys made of names; a number, since the
 * record's key tells it and other spellings are no other version; a code beside the words that it was found for. Of the cells
 * that no field holds only words without a code count (`caption=words`): row numbers and the like differ in each export.
 */
export function versionIdSql(record: RecordName, columns: ReadonlySet<string>): string {
  const texts: Record<string, string> = {};
  for (const field of RECORDS[record]) {
    if (!columns.has(field.name) || /^(respondent|complainant)_key$/u.test(field.name)) continue;
    const words = CODED[field.name];
    const text = textSql(field);
    if (field.name === "native_id") texts[field.name] = `CASE WHEN NOT contains(record_key, ':') THEN ${text} END`;
    else if (words !== undefined && columns.has(words)) {
      texts[field.name] = `CASE WHEN ${identifier(words)} IS NULL THEN ${text} END`;
    } else texts[field.name] = text;
  }
  if (columns.has("unread")) {
    texts.unread = `CASE WHEN unread IS NOT NULL THEN array_to_string(list_filter(unread, lambda cell: contains(cell, '=')), chr(10)) END`;
  }
  return `md5_number(${namedSql({ record_key: "record_key", ...texts })})`;
}
