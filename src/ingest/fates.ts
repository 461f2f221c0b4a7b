import { identifier, literal } from "../duck/identifier.ts";
import type { Duck } from "../duck/open.ts";
import type { RecordName } from "../warehouse/records.ts";
import { versionColumns } from "../warehouse/version-columns.ts";
import { versionIdSql } from "../warehouse/version-id.ts";
import { firstEventSql, toldSql } from "../warehouse/views.ts";
import type { Choice } from "./choose.ts";
import { type CodeTable, makeCodeTable } from "./codes.ts";
import { contradictedFields } from "./date-order.ts";
import type { RawTable } from "./readers/raw.ts";
import { type Typed, typeTable } from "./typed.ts";
import { captionOf, type Typing, wordsColumn } from "./typing.ts";
import { versionRow } from "./version-row.ts";

/** The rows of a table with what they read as, the codes of their words, and how many have which fate. */
export interface Fates extends Typed {
  readonly codes: readonly CodeTable[];
  /** Fields whose dates contradict the order that the profile states. */
  readonly distrusted: ReadonlySet<string>;
  /** Whether `fw_except` holds any row. */
  readonly exceptions: boolean;
}

/** SQL of the month in which a row of `fw_row` counts; an impossible date has none. */
function rowMonth(record: RecordName, fields: readonly string[]): string {
  const first = firstEventSql(record).replaceAll(/"?(\w+_at)"?/gu, (_, name: string) =>
    fields.includes(name) ? identifier(`f_${name}`) : "NULL",
  );
  return `CASE WHEN coalesce(r.code, '') NOT IN ('future_date', 'out_of_range') THEN CAST(date_trunc('month', CAST(${first} AS TIMESTAMP)) AS DATE) END`;
}

/** Rows with a word that the profile says must be known, and is not. */
async function rejectUnknown(duck: Duck, choice: Choice, typing: Typing): Promise<void> {
  for (const coded of typing.coded) {
    const { field, rule } = coded;
    if (!rule.strict) continue;
    const words = identifier(wordsColumn(typing, coded));
    await duck.run(
      `UPDATE fw_typed SET code = 'unknown_code', check_field = ${literal(field.name)}, row_cells = list_append(row_cells, ${literal(`${captionOf(choice, rule)}: unknown_code`)})
       WHERE code IS NULL AND ${words} IS NOT NULL AND ${words} NOT IN (SELECT raw FROM ${identifier(`fw_code_${field.name}`)})`,
    );
  }
}

/** Rows that were read, and are not yet compared with those of the warehouse. */
export type Prepared = Omit<Fates, "exceptions">;

/**
 * Reads a table into `fw_typed` and `fw_row` (see {@link typeTable}) and makes the tables of codes. It does not look at the
 * warehouse, and is best done outside of a transaction: within one, DuckDB reads the new tables with one thread only.
 */
export async function prepareRows(duck: Duck, choice: Choice, table: RawTable, now: string): Promise<Prepared> {
  let typed = await typeTable(duck, choice, table, now);
  const distrusted = await contradictedFields(duck, choice, typed.typing);
  if (distrusted.size > 0) typed = await typeTable(duck, choice, table, now, distrusted);
  const codes: CodeTable[] = [];
  for (const coded of typed.typing.coded) codes.push(await makeCodeTable(duck, choice, typed.typing, coded));
  await rejectUnknown(duck, choice, typed.typing);
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE fw_several AS
     SELECT record, record_key FROM fw_row WHERE code IS NULL
       AND hash(record_key) IN (SELECT hash(record_key) FROM fw_row WHERE code IS NULL GROUP BY 1 HAVING count(*) > 1)`,
  );
  return { ...typed, codes, distrusted };
}

/**
 * Decides on the fate of each of the rows that were read. `fw_except` holds those that are not accepted: `record`, `fate`,
 * `version_id`, `row_month`; `fw_several` those of records that stand on several rows, `fw_known` those of records that the
 * warehouse knows. Only such rows can repeat a version, and only theirs are compared. Nothing is written to the warehouse.
 * A row that another sheet of the file `fileId` told already is a duplicate, one that another file told is unchanged.
 */
export async function decideFates(duck: Duck, choice: Choice, prepared: Prepared, fileId: number): Promise<Fates> {
  const { record } = choice.layout;
  const month = rowMonth(record, prepared.fields);
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE fw_except AS
     SELECT record, 'rejected' AS fate, NULL::UHUGEINT AS version_id, ${month} AS row_month FROM fw_row r WHERE code IS NOT NULL`,
  );
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE fw_known AS
     SELECT record, record_key FROM fw_row WHERE code IS NULL AND record_key IN (SELECT record_key FROM ${record}_version)`,
  );
  const version = versionRow(choice, prepared);
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE fw_compared AS
     SELECT record, ${versionIdSql(record, new Set(version.names))} AS version_id FROM (
       SELECT record, record_key${version.columns} FROM fw_row ${version.joins}
       WHERE record IN (SELECT record FROM fw_several UNION SELECT record FROM fw_known)
     )`,
  );
  await duck.run(
    `INSERT INTO fw_except
     WITH own AS (SELECT record, version_id FROM fw_compared WHERE record IN (SELECT record FROM fw_several)),
     repeated AS (SELECT version_id, min(record) AS first FROM own GROUP BY version_id HAVING count(*) > 1)
     SELECT record, 'duplicate', version_id, ${month} FROM fw_row r JOIN own USING (record) JOIN repeated USING (version_id)
     WHERE record > first`,
  );
  await duck.run(
    `INSERT INTO fw_except
     WITH known AS (SELECT version_id, file_id FROM (${toldSql(record, await versionColumns(duck, record), "record_key IN (SELECT record_key FROM fw_known)")}))
     SELECT record, CASE WHEN known.file_id = ${Math.trunc(fileId)} THEN 'duplicate' ELSE 'unchanged' END, version_id, ${month}
     FROM fw_row r JOIN fw_compared USING (record) JOIN known USING (version_id) WHERE record NOT IN (SELECT record FROM fw_except)`,
  );
  const { any } = await duck.row<{ any: boolean }>("SELECT count(*) > 0 AS any FROM fw_except");
  return { ...prepared, exceptions: any };
}
