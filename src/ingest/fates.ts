import { identifier, literal } from "../duck/identifier.ts";
import type { Duck } from "../duck/open.ts";
import { eventFields, RECORDS, STATUSES } from "../warehouse/records.ts";
import type { Choice } from "./choose.ts";
import { type CodeTable, makeCodeTable } from "./codes.ts";
import { keySql } from "./key.ts";
import type { RawTable } from "./readers/raw.ts";
import { makeRows } from "./rows.ts";
import { type Check, columnList, typedColumns, typeFields } from "./typing.ts";

/** The order in which the faults of one row are told: what the row is, then what stands in it, then what it lacks. */
const CODE_ORDER = [
  "total_row",
  "header_row",
  "wrong_column_count",
  "not_a_number",
  "not_a_date",
  "future_date",
  "out_of_range",
  "unknown_code",
  "missing_required",
] as const;

/** SQL of a telephone's number: digits without separators and without the country's code. */
const PHONE = `CASE WHEN regexp_full_match(f_complainant_phone, '[02-9][0-9]{6,11}|1[0-9]{10}') THEN f_complainant_phone
  ELSE regexp_replace(regexp_replace(fw_tidy(f_complainant_phone), '[^0-9]', '', 'g'), '^(0086|86)(1[0-9]{10})$', '\\2') END`;

/** Names that stand for nobody in particular: whoever hides behind one is a person of their own. */
const NOBODY = [
  "匿名",
  "无名",
  "保密",
  "不详",
  "不愿透露",
  "不愿透露姓名",
  "未留姓名",
  "市民",
  "消费者",
  "先生",
  "女士",
  "anonymous",
];

/** Fields that follow from others of the same row. */
function derivedColumns(choice: Choice, present: ReadonlySet<string>): Map<string, string> {
  const derived = new Map<string, string>();
  if (choice.layout.record !== "ticket") return derived;
  if (present.has("respondent_name")) {
    derived.set(
      "respondent_key",
      "nullif(regexp_replace(fw_word(f_respondent_name), '[\\s()\\[\\].,\\-·\"'']', '', 'g'), '')",
    );
  }
  const phone = present.has("complainant_phone")
    ? // A number of one repeated digit is typed to fill the form.
      `CASE WHEN length(${PHONE}) >= 7 AND replace(${PHONE}, left(${PHONE}, 1), '') <> '' THEN 'tel:' || ${PHONE} END`
    : "NULL";
  const name = present.has("complainant_name")
    ? `CASE WHEN fw_word(f_complainant_name) NOT IN ('', ${NOBODY.map(literal).join(", ")}) AND NOT contains(f_complainant_name, '*')
       THEN 'name:' || fw_word(f_complainant_name) END`
    : "NULL";
  if (phone !== "NULL" || name !== "NULL") derived.set("complainant_key", `coalesce(${phone}, ${name})`);
  return derived;
}

/** Text of a typed value for the digest of a version; NULL has a sign that no cell can hold. */
function digestText(name: string): string {
  return `coalesce(CAST(${name} AS VARCHAR), chr(30))`;
}

/**
 * Reads the rows of a table below its header into the temporary table `fw_fate`: `record`, `line`, `fate`, `code`,
 * `check_field`, `row_month`, `record_key`, `version_id`, `rank_at`, `rank_step` and the record's fields as `f_…`.
 * `fw_raw` holds the cells. Nothing is written to the warehouse.
 */
export async function decideFates(
  duck: Duck,
  choice: Choice,
  table: RawTable,
  scan: string,
  now: string,
): Promise<void> {
  await makeRows(duck, choice, table, scan);
  const { layout } = choice;
  const codes: CodeTable[] = [];
  for (const field of RECORDS[layout.record]) {
    const rule = layout.fields[field.name];
    if (!rule || (rule.lookup === undefined && rule.values === undefined)) continue;
    const made = await makeCodeTable(duck, choice, field.name, rule, field.type === "VARCHAR[]");
    if (made) codes.push(made);
  }
  const typing = typeFields(choice, codes, now);
  const joins = codes.map(({ field, table: name }) => `LEFT JOIN ${name} ON ${name}.raw = ${identifier(`t_${field}`)}`);
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE fw_typed AS
     WITH texts AS (SELECT *${columnList(typing.texts)} FROM fw_raw WHERE NOT blank),
     parsed AS (SELECT *${columnList(typing.values)} FROM texts)
     SELECT record, line, row_fault, ${keySql(choice, typing)} AS record_key${columnList(typedColumns(typing))} FROM parsed ${joins.join(" ")}`,
  );
  const present = new Set(typing.fields.map(({ field }) => field.name));
  const derived = derivedColumns(choice, present);
  const fields = [...present, ...derived.keys()];
  const names = fields.map((name) => identifier(`f_${name}`));
  const events = eventFields(layout.record).filter((name) => present.has(name));
  const rankAt = events.length === 0 ? "NULL" : `greatest(${events.map((name) => identifier(`f_${name}`)).join(", ")})`;
  const step = present.has("status")
    ? `CASE f_status ${STATUSES.map((status, i) => `WHEN '${status}' THEN ${i + 1}`).join(" ")} ELSE 0 END`
    : "0";
  const month = present.has("registered_at")
    ? "f_registered_at"
    : (events[0] && identifier(`f_${events[0]}`)) || "NULL";
  const fault = faultSql(typing.checks);
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE fw_fate AS
     WITH derived AS (
       SELECT *, ${[...derived].map(([name, sql]) => `${sql} AS ${identifier(`f_${name}`)}, `).join("")}
         ${fault} AS fault FROM fw_typed
     ), hashed AS (
       SELECT *, md5(concat_ws(chr(31), record_key, ${literal(fields.join(","))}, ${names.map(digestText).join(", ")})) AS version_id FROM derived
     ), repeated AS (
       SELECT version_id, min(record) AS first FROM hashed WHERE fault IS NULL GROUP BY version_id HAVING count(*) > 1
     )
     SELECT record, line, record_key, hashed.version_id, fault.code AS code, fault.field AS check_field,
       CASE
         WHEN fault IS NOT NULL THEN 'rejected'
         WHEN record > repeated.first THEN 'duplicate'
         WHEN known.version_id IS NOT NULL THEN 'unchanged'
         ELSE 'accepted' END AS fate,
       CASE WHEN coalesce(fault.code, '') NOT IN ('future_date', 'out_of_range') THEN CAST(date_trunc('month', ${month}) AS DATE) END AS row_month,
       ${rankAt} AS rank_at, CAST(${step} AS UTINYINT) AS rank_step, ${names.join(", ")}
     FROM hashed LEFT JOIN repeated USING (version_id)
       LEFT JOIN (SELECT version_id FROM ${layout.record}_version) known ON known.version_id = hashed.version_id`,
  );
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE fw_fault AS
     SELECT record, line, code, check_field, ${faultList(typing.checks)} AS also FROM fw_typed JOIN fw_fate USING (record, line)
     WHERE fate = 'rejected'`,
  );
}

/** SQL of the first fault of a row as a struct (code, field), NULL where the row passes. */
function faultSql(checks: readonly Check[]): string {
  const names = ["row_fault", ...checks.map((check) => identifier(check.name)), "NULL"];
  const cases = [
    // Nearly every row passes, and is told so by one test.
    `WHEN coalesce(${names.join(", ")}) IS NULL AND record_key IS NOT NULL THEN NULL`,
    "WHEN row_fault IS NOT NULL THEN {'code': row_fault, 'field': NULL::VARCHAR}",
  ];
  for (const code of CODE_ORDER) {
    for (const check of checks) {
      if (!check.sql.includes(`'${code}'`)) continue;
      cases.push(
        `WHEN ${identifier(check.name)} = '${code}' THEN {'code': '${code}', 'field': ${literal(check.field)}}`,
      );
    }
  }
  cases.push("WHEN record_key IS NULL THEN {'code': 'missing_required', 'field': NULL::VARCHAR}");
  return `CASE ${cases.join(" ")} END`;
}

/** SQL of all faults of a row as "field: code". */
function faultList(checks: readonly Check[]): string {
  if (checks.length === 0) return "[]::VARCHAR[]";
  const items = checks.map((check) => `${literal(`${check.caption}: `)} || ${identifier(check.name)}`);
  return `list_filter([${items.join(", ")}], lambda fault: fault IS NOT NULL)`;
}
