import { identifier } from "../duck/identifier.ts";
import type { Duck } from "../duck/open.ts";
import { qualitySql } from "./quality.ts";
import { CODED, type Field, MONEY_FIELDS, RECORDS, type RecordName } from "./records.ts";
import { versionColumns } from "./version-columns.ts";
import { toldSql } from "./views.ts";

/** What the parts of a record tell together: lists are united, and words are told one after the other. */
const UNITED: Readonly<Record<string, string>> = {
  problem_codes:
    "list_sort(list_distinct(flatten(list(problem_codes) FILTER (part AND step_of_record = last_step AND len(problem_codes) > 0))))",
  problem_words:
    "array_to_string(list_sort(list_distinct(list(problem_words) FILTER (part AND step_of_record = last_step AND problem_words IS NOT NULL))), '; ')",
};

/**
 * SQL of a field of the current record: the value of the highest-ranked version that has one. A ticket that was opened
 * again keeps its first acceptance 受理 and counts by its last conclusion 办结.
 */
function currentValue(field: Field): string {
  const value = latestValue(field);
  // accepted again after its first conclusion, or marked so by the source
  if (/^accepted_at/u.test(field.name)) {
    return `CASE WHEN bool_or(opened_again) THEN arg_min(${identifier(field.name)}, accepted_at) ELSE ${value} END`;
  }
  if (/^(concluded_at|outcome)/u.test(field.name)) {
    return `CASE WHEN arg_max(opened_again, rank) FILTER (WHERE status IS NOT NULL OR closed_again) THEN NULL ELSE ${value} END`;
  }
  if (field.name === "status") {
    return `CASE WHEN bool_or(opened_again) AND arg_max(status IS NULL, rank) FILTER (WHERE status IS NOT NULL OR closed_again)
      THEN 'concluded' ELSE ${value} END`;
  }
  return value;
}

function latestValue(field: Field): string {
  const column = identifier(field.name);
  const money = MONEY_FIELDS.find((name) => field.name === name || field.name === `${name}_basis`);
  if (money !== undefined) return field.name === money ? `any_value(${money}_now)` : `any_value(${money}_why)`;
  if (field.name in UNITED) {
    const words = field.name === "problem_codes" ? "problem_words" : field.name;
    const has =
      field.type === "VARCHAR[]" ? `problem_words IS NOT NULL OR len(problem_codes) > 0` : `${words} IS NOT NULL`;
    const latest = `arg_max({'value': ${column}}, rank) FILTER (WHERE ${has}).value`;
    return `CASE WHEN bool_or(part AND step_of_record = last_step) THEN nullif(${UNITED[field.name]}, ${field.type === "VARCHAR[]" ? "[]" : "''"}) ELSE ${latest} END`;
  }
  const words = CODED[field.name];
  if (words !== undefined) {
    // In a struct the code may be NULL; by itself arg_max would pass over it.
    return `arg_max({'code': ${column}}, rank) FILTER (WHERE ${identifier(words)} IS NOT NULL OR ${column} IS NOT NULL).code`;
  }
  const lead = identifier(field.name.replace(/_precision$/u, ""));
  return `arg_max(${column}, rank) FILTER (WHERE ${lead} IS NOT NULL)`;
}

/** SQL of whether a version shows a ticket that was opened again 重办 after it had been concluded. */
const OPENED_AGAIN: Partial<Record<RecordName, string>> = {
  ticket: `coalesce(status IN ('registered', 'assigned', 'in_progress', 'suspended')
           AND (accepted_at > min(concluded_at) OVER (PARTITION BY merged_key) OR contains(status_words, '重办')), false)`,
};

/**
 * SQL of whether a version tells of a conclusion after such an opening: registers and closings give the day, but no status.
 * A later export may still tell of the first conclusion, which closes nothing again.
 */
const CLOSED_AGAIN: Partial<Record<RecordName, string>> = {
  ticket: `coalesce(concluded_at > least(min(concluded_at) OVER (PARTITION BY merged_key),
           max(CASE WHEN opened_again THEN seen_at END) OVER (PARTITION BY merged_key)), false)`,
};

/**
 * SQL of a record's amounts: of the versions of the highest step that print one other than 0, the largest; it is
 * `conflicting` where these differ. A printed amount outranks a zero, since the forms of many systems are pre-filled with 0;
 * but where the parts of one record tell both, they contradict each other.
 */
function moneySql(record: RecordName): string {
  const present = MONEY_FIELDS.filter((name) => RECORDS[record].some((field) => field.name === name));
  const steps = present.map(
    (
      name,
    ) => `max(${name}) FILTER (WHERE ${name} <> 0) AS ${name}_high, min(${name}) FILTER (WHERE ${name} <> 0) AS ${name}_low,
         bool_or(${name} = 0) AS ${name}_zero, bool_or(part AND ${name} = 0) AS ${name}_mixed`,
  );
  const found = present.map(
    (
      name,
    ) => `coalesce(arg_max(${name}_high, step_of_record) FILTER (WHERE ${name}_high IS NOT NULL), CASE WHEN bool_or(${name}_zero) THEN 0 END) AS ${name}_now,
         coalesce(arg_max(CASE WHEN ${name}_high <> ${name}_low OR ${name}_mixed THEN 'conflicting' ELSE 'stated' END, step_of_record) FILTER (WHERE ${name}_high IS NOT NULL),
           CASE WHEN bool_or(${name}_zero) THEN 'zero_stated' END, 'not_recorded') AS ${name}_why`,
  );
  return `by_step AS (SELECT merged_key, step_of_record, ${steps.join(", ")} FROM ranked GROUP BY merged_key, step_of_record),
       amounts AS (SELECT merged_key, ${found.join(", ")} FROM by_step GROUP BY merged_key)`;
}

/**
 * Brings the current records of the keys in the table `keys` (column `record_key`) up to date with their versions.
 * The answer depends on the set of versions and files alone, not on the order in which they came. Versions are ranked by
 * when the source exported them (where a file says so, else by the latest event that they tell of), by that event, by the
 * step of the handling that they have reached; those that are equal in all that are of one step.
 */
export async function mergeVersions(duck: Duck, record: RecordName, keys: string): Promise<void> {
  const fields = RECORDS[record];
  const names = fields.map((field) => identifier(field.name)).join(", ");
  const linked = record === "ticket";
  const joined = linked ? "coalesce(link.joined_key, record_key)" : "record_key";
  const links = linked ? "LEFT JOIN ticket_link link USING (record_key)" : "";
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE fw_touched AS SELECT DISTINCT ${joined} AS merged_key FROM ${identifier(keys)} ${links}`,
  );
  // Also those that stood under their own number and are now joined under another one.
  await duck.run(
    `DELETE FROM ${record}_merged WHERE record_key IN (SELECT merged_key FROM fw_touched UNION SELECT record_key FROM ${identifier(keys)})`,
  );
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE fw_many AS
     SELECT ${joined} AS merged_key, version.rowid AS "at", record_key FROM ${record}_version version ${links}
     WHERE merged_key IN (SELECT merged_key FROM fw_touched)
     QUALIFY count(*) OVER (PARTITION BY merged_key) > 1 OR merged_key <> record_key`,
  );
  const { many } = await duck.row<{ many: number }>("SELECT count(*)::DOUBLE AS many FROM fw_many");
  if (many === 0) return;
  const money = record === "ticket";
  const columns = await versionColumns(duck, record);
  await duck.run(
    `INSERT INTO ${record}_merged (record_key, id_basis, source, versions, ${names}, quality)
     WITH versions AS MATERIALIZED (
       SELECT many.merged_key, version.* EXCLUDE ("at", rank_at),
         CASE WHEN part THEN max(rank_at) OVER (PARTITION BY file_id, version.record_key) ELSE rank_at END AS rank_at
       FROM fw_many many JOIN (${toldSql(record, columns, `rowid IN (SELECT "at" FROM fw_many)`)}) version USING ("at")
     ), sightings AS (
       SELECT version_id, max(exported_at) AS exported_at FROM row_fate JOIN source_file USING (file_id)
       WHERE version_id IN (SELECT version_id FROM versions) GROUP BY version_id
     ), seen AS (
       SELECT versions.*, greatest(file.exported_at, sightings.exported_at) AS seen_at
       FROM versions LEFT JOIN source_file file USING (file_id) LEFT JOIN sightings USING (version_id)
     ), stepped AS (
       SELECT *, dense_rank() OVER (
         PARTITION BY merged_key ORDER BY coalesce(seen_at, rank_at, TIMESTAMP '0001-01-01'), coalesce(rank_at, TIMESTAMP '0001-01-01'), rank_step
       ) AS step_of_record, ${OPENED_AGAIN[record] ?? "false"} AS opened_again FROM seen
     ), ranked AS (
       SELECT *, max(step_of_record) OVER (PARTITION BY merged_key) AS last_step,
         ${CLOSED_AGAIN[record] ?? "false"} AS closed_again,
         row_number() OVER (PARTITION BY merged_key ORDER BY step_of_record, version_id) AS rank
       FROM stepped
     )${money ? `, ${moneySql(record)}` : ""}, merged AS (
       SELECT merged_key AS record_key, any_value(id_basis) AS id_basis, any_value(source) AS source, count(*)::INTEGER AS versions,
         ${fields.map((field) => `${currentValue(field)} AS ${identifier(field.name)}`).join(",\n         ")}
       FROM ranked${money ? " JOIN amounts USING (merged_key)" : ""} GROUP BY merged_key
     )
     SELECT record_key, id_basis, source, versions, ${names}, ${qualitySql(record)} FROM merged`,
  );
}
