import { identifier, literal } from "../duck/identifier.ts";
import type { Duck } from "../duck/open.ts";
import { type Field, RECORDS, type RecordName } from "./records.ts";
import { toldViewSql } from "./views.ts";

/** The columns that every table of versions has; those of the fields are added as files fill them. */
export const VERSION_COLUMNS = `record_key VARCHAR NOT NULL,
  part BOOLEAN NOT NULL,
  file_id INTEGER NOT NULL,
  sheet VARCHAR,
  line BIGINT NOT NULL`;

/** The SQL type of a field in a table of versions: closed lists are kept as numbers, since text costs most to write. */
export function versionType(field: Field): string {
  return field.choices === undefined ? field.type : `ENUM (${field.choices.map(literal).join(", ")})`;
}

/** Names of the fields that the table of versions has columns for; `unread` is the cells that no field holds. */
export async function versionColumns(duck: Duck, record: RecordName): Promise<Set<string>> {
  const rows = await duck.rows<{ name: string }>(
    "SELECT column_name AS name FROM duckdb_columns() WHERE NOT internal AND database_name = current_database() AND table_name = $1",
    [`${record}_version`],
  );
  return new Set(rows.map(({ name }) => name));
}

/**
 * Gives the table of versions the columns that it lacks of `names`, inside the caller's transaction. A column that no file
 * ever filled is not there: to write its millions of NULLs would take as long as to write a column of numbers.
 */
export async function addVersionColumns(duck: Duck, record: RecordName, names: readonly string[]): Promise<void> {
  const present = await versionColumns(duck, record);
  const missing = [...RECORDS[record].map((field) => field.name), "unread"].filter(
    (name) => names.includes(name) && !present.has(name),
  );
  if (missing.length === 0) return;
  for (const name of missing) {
    const field = RECORDS[record].find((other) => other.name === name);
    const type = field === undefined ? "VARCHAR[]" : versionType(field);
    await duck.run(`ALTER TABLE ${record}_version ADD COLUMN ${identifier(name)} ${type}`);
    present.add(name);
  }
  await duck.run(toldViewSql(record, present));
}
