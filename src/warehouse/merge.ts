import { identifier, literal } from "../duck/identifier.ts";
import type { Duck } from "../duck/open.ts";
import { type Field, MONEY_FIELDS, RECORDS, type RecordName } from "./records.ts";

/** Which other field's value decides on the version that a field is taken from, so that pairs stay pairs. */
function leader(field: Field): string {
  return field.name.replace(/_(precision|basis)$/u, "");
}

/** A code and the source's words for it come from one version: a word that is not known must not keep an older code. */
const CODED: Readonly<Record<string, string>> = {
  category_code: "category_words",
  problem_codes: "problem_words",
  region_code: "region_words",
  outcome: "outcome_words",
  status: "status_words",
};

/**
 * SQL of a field of the current record: the value of the highest-ranked version that has one. A printed amount outranks
 * a zero, since the forms of many systems are pre-filled with 0.
 */
function currentValue(field: Field): string {
  const column = identifier(field.name);
  const lead = leader(field);
  const has = field.type === "VARCHAR[]" ? `len(${column}) > 0` : `${identifier(lead)} IS NOT NULL`;
  const words = CODED[field.name];
  if (words !== undefined) {
    // In a struct the code may be NULL; by itself arg_max would pass over it.
    return `arg_max({'code': ${column}}, rank) FILTER (WHERE ${identifier(words)} IS NOT NULL OR ${has}).code`;
  }
  const isMoney = (MONEY_FIELDS as readonly string[]).includes(lead);
  const rank = isMoney ? `CASE WHEN ${identifier(lead)} <> 0 THEN rank + 1000000 ELSE rank END` : "rank";
  const value = `arg_max(${column}, ${rank}) FILTER (WHERE ${has})`;
  if (field.name.endsWith("_basis")) return `coalesce(${value}, 'not_recorded')`;
  return value;
}

/** SQL of a field of a record with one version: as {@link currentValue} of that version alone. */
function loneValue(field: Field): string {
  const column = identifier(field.name);
  if (field.name.endsWith("_basis")) return `coalesce(${column}, 'not_recorded')`;
  if (field.type === "VARCHAR[]") return `CASE WHEN len(${column}) > 0 THEN ${column} END`;
  return column;
}

/** Doubts about a ticket that are kept with it and counted on the data-quality page; each SQL is true where it holds. */
export const QUALITY: Readonly<Record<string, string>> = {
  unmapped_category: "category_words IS NOT NULL AND category_code IS NULL",
  unmapped_problem: "problem_words IS NOT NULL AND coalesce(len(problem_codes), 0) = 0",
  unmapped_region: "region_words IS NOT NULL AND region_code IS NULL",
  unmapped_outcome: "outcome_words IS NOT NULL AND outcome IS NULL",
  unmapped_status: "status_words IS NOT NULL AND status IS NULL",
  unknown_kind: "kind IS NULL",
  no_registration_date: "registered_at IS NULL",
  concluded_before_registered: "concluded_at < date_trunc('day', registered_at)",
  accepted_before_registered: "accepted_at < date_trunc('day', registered_at)",
  recovered_over_disputed: "recovered > disputed AND disputed > 0",
};

/** SQL of the list of doubts about a row with a ticket's columns; other records have none. */
export function qualitySql(record: RecordName): string {
  if (record !== "ticket") return "[]::VARCHAR[]";
  const flags = Object.entries(QUALITY).map(([flag, sql]) => `CASE WHEN ${sql} THEN ${literal(flag)} END`);
  // Most rows have none, and are told so without making a list.
  const any = Object.values(QUALITY)
    .map((sql) => `(${sql})`)
    .join(" OR ");
  return `CASE WHEN ${any} THEN list_filter([${flags.join(", ")}], lambda flag: flag IS NOT NULL) ELSE [] END`;
}

/**
 * Brings the current records of the keys in the table `keys` (column `record_key`) up to date with their versions.
 * The answer depends on the set of versions alone, not on the order in which they came.
 */
export async function mergeVersions(duck: Duck, record: RecordName, keys: string): Promise<void> {
  const fields = RECORDS[record];
  const names = fields.map((field) => identifier(field.name)).join(", ");
  const touched = `SELECT record_key FROM ${identifier(keys)}`;
  await duck.run(`DELETE FROM ${record} WHERE record_key IN (${touched})`);
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE fw_many AS
     SELECT record_key FROM ${record}_version WHERE record_key IN (${touched}) GROUP BY record_key HAVING count(*) > 1`,
  );
  const columns = `${record} (record_key, id_basis, source, versions, ${names}, quality)`;
  // Most records have one version, which needs no ranking.
  await duck.run(
    `INSERT INTO ${columns}
     SELECT record_key, id_basis, source, 1, ${fields.map(loneValue).join(", ")}, ${qualitySql(record)}
     FROM ${record}_version WHERE record_key IN (${touched}) AND record_key NOT IN (SELECT record_key FROM fw_many)`,
  );
  await duck.run(
    `INSERT INTO ${columns}
     WITH ranked AS (
       SELECT *, row_number() OVER (
         PARTITION BY record_key ORDER BY coalesce(rank_at, TIMESTAMP '0001-01-01'), rank_step, version_id
       ) AS rank
       FROM ${record}_version WHERE record_key IN (SELECT record_key FROM fw_many)
     ), merged AS (
       SELECT record_key, any_value(id_basis) AS id_basis, any_value(source) AS source, count(*)::INTEGER AS versions,
         ${fields.map((field) => `${currentValue(field)} AS ${identifier(field.name)}`).join(",\n         ")}
       FROM ranked GROUP BY record_key
     )
     SELECT record_key, id_basis, source, versions, ${names}, ${qualitySql(record)} FROM merged`,
  );
}
