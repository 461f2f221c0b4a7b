import { identifier } from "../duck/identifier.ts";
import { qualitySql } from "./quality.ts";
import { eventFields, type Field, RECORD_NAMES, RECORDS, type RecordName, STATUSES } from "./records.ts";
import { versionIdSql } from "./version-id.ts";

/** SQL of a field of a version as it was told: what is not kept because it follows is reckoned. */
function toldValue(field: Field, columns: ReadonlySet<string>): string {
  const column = identifier(field.name);
  const has = columns.has(field.name);
  if (field.follows) {
    const name = field.name.replace(/_basis$/u, "");
    if (!columns.has(name)) return `'not_recorded' AS ${column}`;
    const amount = identifier(name);
    return `CASE WHEN ${amount} IS NULL THEN 'not_recorded' WHEN ${amount} = 0 THEN 'zero_stated' ELSE 'stated' END AS ${column}`;
  }
  if (field.name === "native_id") {
    const number = `substr(record_key, length(${SOURCE}) + 2)`;
    return `${has ? `coalesce(native_id, ${number})` : number} AS native_id`;
  }
  if (field.name === "respondent_key") {
    const parts = ["respondent_key", "respondent_name"].filter((name) => columns.has(name));
    return `${parts.length === 0 ? "NULL::VARCHAR" : `coalesce(${parts.join(", ")})`} AS respondent_key`;
  }
  if (!has) return `NULL::${field.type} AS ${column}`;
  if (field.choices !== undefined) return `CAST(${column} AS VARCHAR) AS ${column}`;
  if (field.type === "VARCHAR[]") return `CASE WHEN len(${column}) > 0 THEN ${column} END AS ${column}`;
  return column;
}

/** A key is the source's name, `:` and a number, or `#` and a digest of the content; no source's name holds either sign. */
const SOURCE = "split_part(split_part(record_key, ':', 1), '#', 1)";

/**
 * SELECT of versions with all their fields, of the rows of the version table that `where` is true of; `columns` are those that
 * the table has. A number is kept only where it is not as in the key, a respondent's key only where it is not its name.
 * `rank_at` and `rank_step` order the versions of a record by what they say; `at` is the row of the table. To make `version_id`
 * takes time: what only some rows are needed for must say so in `where`, as DuckDB would join after it has made all.
 */
export function toldSql(record: RecordName, columns: ReadonlySet<string>, where = "true"): string {
  const events = eventFields(record).filter((name) => columns.has(name));
  const rankAt = events.length === 0 ? "NULL::TIMESTAMP" : `greatest(${events.map(identifier).join(", ")})`;
  const rankStep = columns.has("status")
    ? `CASE status ${STATUSES.map((name, i) => `WHEN '${name}' THEN ${i + 1}`).join(" ")} ELSE 0 END`
    : "0";
  return `SELECT ${versionIdSql(record, columns)} AS version_id, record_key, CASE WHEN contains(record_key, ':') THEN 'native' ELSE 'content' END AS id_basis, ${SOURCE} AS source,
  ${rankAt} AS rank_at, ${rankStep} AS rank_step, part, file_id, sheet, line, ${RECORDS[record].map((field) => toldValue(field, columns)).join(", ")},
  ${columns.has("unread") ? "unread" : "NULL::VARCHAR[] AS unread"}, rowid AS "at"
FROM ${record}_version WHERE ${where}`;
}

/** SQL of the view `ticket_told` (`activity_told`, …): all versions, see {@link toldSql}. */
export function toldViewSql(record: RecordName, columns: ReadonlySet<string>): string {
  return `CREATE OR REPLACE VIEW ${record}_told AS ${toldSql(record, columns)}`;
}

/** SQL of the view `ticket` (`activity`, …): each record once, as it stands now. */
export function recordViewSql(record: RecordName): string {
  const names = RECORDS[record].map((field) => identifier(field.name)).join(", ");
  const linked = record === "ticket" ? " AND record_key NOT IN (SELECT record_key FROM ticket_link)" : "";
  return `CREATE VIEW ${record} AS
SELECT record_key, id_basis, source, 1::INTEGER AS versions, ${names}, ${qualitySql(record)} AS quality
FROM ${record}_told WHERE record_key NOT IN (SELECT record_key FROM ${record}_merged)${linked}
UNION ALL SELECT record_key, id_basis, source, versions, ${names}, quality FROM ${record}_merged`;
}

/** SQL of the first moment that a version tells of: its month is the row's in the accounting by month. */
export function firstEventSql(record: RecordName): string {
  return `coalesce(${[...eventFields(record), "NULL"].join(", ")})`;
}

/** SQL of the view `source_row`: the fate of every row of every file. */
export function fateViewSql(): string {
  const accepted = RECORD_NAMES.map(
    (
      record,
    ) => `SELECT file_id, sheet, line, 'accepted' AS fate, version_id, CAST(date_trunc('month', ${firstEventSql(record)}) AS DATE) AS row_month
FROM ${record}_told`,
  );
  return `CREATE VIEW source_row AS
${accepted.join("\nUNION ALL ")}
UNION ALL SELECT file_id, sheet, line, fate, version_id, row_month FROM row_fate`;
}

/** Tickets of one person on one kind of goods within a year, and businesses that they are about, from which on they stand out. */
const SERIAL = { tickets: 6, respondents: 3, days: 365 } as const;

/**
 * SQL of the view `suspected_serial`: complaints and reports of people who lodge many on one kind of goods against several
 * businesses, with how many they lodged within the year before. It says who is to be looked at, not who is what: a person must
 * verify it, and it stays inside the bureau. A person is a telephone number or a name (`complainant_key`).
 */
export function serialViewSql(): string {
  return `CREATE VIEW suspected_serial AS
WITH lodged AS (
  SELECT record_key, complainant_key, category_code, respondent_key, CAST(coalesce(registered_at, accepted_at) AS DATE) AS lodged_on
  FROM ticket WHERE complainant_key IS NOT NULL AND category_code IS NOT NULL AND kind IS DISTINCT FROM 'inquiry' AND kind IS DISTINCT FROM 'suggestion'
), counted AS (
  SELECT *, count(*) OVER (
    PARTITION BY complainant_key, category_code ORDER BY lodged_on RANGE BETWEEN INTERVAL ${SERIAL.days} DAYS PRECEDING AND CURRENT ROW
  ) AS within_year FROM lodged WHERE lodged_on IS NOT NULL
), people AS (
  SELECT complainant_key, category_code, max(within_year)::INTEGER AS most FROM counted GROUP BY ALL
  HAVING max(within_year) >= ${SERIAL.tickets} AND count(DISTINCT respondent_key) >= ${SERIAL.respondents}
)
SELECT record_key, complainant_key, category_code, most FROM counted JOIN people USING (complainant_key, category_code)`;
}
