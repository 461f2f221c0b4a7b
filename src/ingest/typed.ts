import { identifier, literal } from "../duck/identifier.ts";
import type { Duck } from "../duck/open.ts";
import { cell, cellsSql, value, valueSql } from "./cells.ts";
import type { Choice } from "./choose.ts";
import { derivedColumns } from "./derive.ts";
import { keySql, numberKeySql } from "./key.ts";
import type { RawTable } from "./readers/raw.ts";
import { csvSql } from "./readers/scan.ts";
import { leadSql, rowFaultSql, surplusSql, trimmed, trimmedColumns } from "./rows.ts";
import { type TraitedTable, traitsOfField, withTraits } from "./traits.ts";
import { type Check, columnList, type Typing, typedColumns, typeFields } from "./typing.ts";

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

/** What the typed table of a table holds beside its rows. */
export interface Typed {
  readonly typing: Typing;
  /** Whether some cells of the rows are held by no field. */
  readonly unread: boolean;
  /** Names of the record's fields that the table fills, coded ones too. */
  readonly fields: readonly string[];
}

/** Columns of the file that no field holds as they stand, 0-based. */
function unreadColumns(choice: Choice, table: TraitedTable, typing: Typing): number[] {
  const held = new Set<number>();
  const textual = new Set([
    ...typing.fields.filter(({ field }) => field.type === "VARCHAR").map(({ field }) => field.name),
    ...typing.coded.map(({ field }) => field.name),
    ...typing.values.map(({ name }) => name.slice(2)),
  ]);
  for (const [name, rule] of Object.entries(choice.layout.fields)) {
    const column = typeof rule.from === "string" ? choice.columns.at.get(rule.from) : undefined;
    if (column === undefined || rule.matches !== undefined || !textual.has(name)) continue;
    // Of a code that has no words beside it the words are kept where they are not known: see the writing of versions.
    held.add(column);
  }
  return Array.from({ length: table.width }, (_, column) => column).filter(
    (column) => !held.has(column) && (choice.header[column] ?? "").trim() !== "",
  );
}

/** The text of the native number, where the key is made of it alone; null where there is none. */
function numberText(choice: Choice): string | null {
  const { identity, fields } = choice.layout;
  const captions = "native" in identity && !identity.also ? [identity.native].flat() : [];
  return captions.length === 1 && fields.native_id?.from === captions[0] && choice.columns.at.has(captions[0] ?? "")
    ? identifier("t_native_id")
    : null;
}

/** SQL of the code of a row's first fault and of the field where it lies; both NULL where the row passes. */
function faultSql(checks: readonly Check[]): { code: string; field: string } {
  const passes = `coalesce(${["row_fault", ...checks.map((check) => identifier(check.name)), "NULL"].join(", ")}) IS NULL AND record_key IS NOT NULL`;
  const codes = [`WHEN ${passes} THEN NULL`, "WHEN row_fault IS NOT NULL THEN row_fault"];
  const fields = [`WHEN ${passes} OR row_fault IS NOT NULL THEN NULL`];
  for (const code of CODE_ORDER) {
    for (const check of checks) {
      if (!check.sql.includes(`'${code}'`)) continue;
      codes.push(`WHEN ${identifier(check.name)} = '${code}' THEN '${code}'`);
      fields.push(`WHEN ${identifier(check.name)} = '${code}' THEN ${literal(check.field)}`);
    }
  }
  codes.push("WHEN record_key IS NULL THEN 'missing_required'");
  return { code: `CASE ${codes.join(" ")} END`, field: `CASE ${[...fields, "ELSE NULL"].join(" ")} END` };
}

/** SQL of all faults of a row as "caption: code". */
function faultList(checks: readonly Check[]): string {
  if (checks.length === 0) return "[]::VARCHAR[]";
  const items = checks.map((check) => `${literal(`${check.caption}: `)} || ${identifier(check.name)}`);
  return `list_filter([${items.join(", ")}], lambda fault: fault IS NOT NULL)`;
}

/** Tables with fewer records are read by one thread anyway. */
const MANY = 10_000;
/** Tables of more columns are read by one thread, for the sake of memory. */
const WIDE = 256;

/**
 * Makes a table so that its rows have the order of the file. DuckDB promises that, but not for every plan: with one that
 * does not keep the order, one thread does the work.
 */
async function inOrder(duck: Duck, table: RawTable, sql: string): Promise<void> {
  // Each thread holds some thousand values of every column.
  if (table.width <= WIDE) {
    if (table.records < MANY) return duck.run(sql);
    const [plan] = await duck.rows<{ explain_value: string }>(`EXPLAIN ${sql}`);
    if (plan?.explain_value.includes("BATCH_CREATE_TABLE_AS")) return duck.run(sql);
  }
  const { threads } = await duck.row<{ threads: number }>("SELECT current_setting('threads')::INTEGER AS threads");
  await duck.run("SET threads = 1");
  try {
    await duck.run(sql);
  } finally {
    await duck.run(`SET threads = ${threads}`);
  }
}

/**
 * Reads a table into the temporary table `fw_typed`, one row a record of the file, in its order (by `rowid`): `code` and
 * `check_field` of its first fault, `row_cells` its cells and then all its faults where it has one; `blank`, `record_key`, the
 * record's fields as `f_…`, and the words of coded fields as `t_…`. All of it is one pass over the file: nothing is read twice,
 * and nothing but this table is made. The view `fw_row` leaves out what stands above the header, and blank rows; there `record`
 * is the 1-based number of the record, `cells` and `also` are told apart, and `alias_key` and `unread` are always there.
 */
export async function typeTable(
  duck: Duck,
  choice: Choice,
  raw: RawTable,
  now: string,
  distrusted: ReadonlySet<string> = new Set(),
): Promise<Typed> {
  const { layout } = choice;
  const table = withTraits(raw, choice.headerRecord);
  const typing = typeFields(choice, table, now, distrusted);
  const present = new Set([...typing.fields, ...typing.coded].map(({ field }) => field.name));
  const derived = derivedColumns(choice, table, new Set(typing.fields.map(({ field }) => field.name)));
  const fields = [...present, ...derived.keys()];
  const mapped = [...new Set(choice.columns.at.values())];
  const unread = unreadColumns(choice, table, typing);
  const strict = typing.coded.some(({ rule }) => rule.strict);
  const fault = faultSql(typing.checks);
  const alias = "native" in layout.identity ? (layout.identity.alias ?? []) : [];
  const aliasKey = alias.some((caption) => choice.columns.at.has(caption)) ? numberKeySql(choice, table, alias) : null;
  // The key tells the number, and other spellings of it are no other version. Where it holds it as it stands, the number need
  // not be written a second time.
  const number = numberText(choice);
  const held =
    number !== null &&
    layout.fields.native_id !== undefined &&
    traitsOfField(table, choice, layout.fields.native_id).plain;
  // Each step of the plan has room for some thousand values of every column that passes through: of a wide table the cells
  // pass through as one list.
  const wide = table.width > WIDE;
  const captions = Array.from({ length: Math.min(choice.header.length, table.width) }, (_, column) => cell(column));
  const kept = wide ? [...captions, `${cellsSql(table.width)} AS all_cells`].join(", ") : "*";
  const cells = wide ? "all_cells" : cellsSql(table.width);
  const sql = `CREATE OR REPLACE TEMP TABLE fw_typed AS
     WITH trimmed AS (SELECT ${kept}${trimmedColumns(choice, table)}, ${surplusSql(choice, table)} AS surplus FROM ${csvSql(table)}),
     led AS (SELECT *, ${leadSql(choice, table)} AS lead FROM trimmed),
     valued AS (SELECT *, lead IS NULL AS blank, ${rowFaultSql(choice, table)} AS row_fault
       ${mapped.map((column) => `, ${valueSql(choice.profile, trimmed(column))} AS ${value(column)}`).join("")} FROM led),
     texts AS (SELECT *${columnList(typing.texts)} FROM valued),
     parsed AS (SELECT *${columnList(typing.values)} FROM texts),
     typed AS (SELECT *, ${keySql(choice, table, typing)} AS record_key${columnList(typedColumns(typing).filter(({ name }) => name.startsWith("f_")))}
       ${columnList(typing.checks)} FROM parsed),
     coded AS (SELECT *, ${fault.code} AS code, ${fault.field} AS check_field
       ${[...derived].map(([name, sql]) => `, ${sql} AS ${identifier(`f_${name}`)}`).join("")} FROM typed)
     SELECT code, check_field, blank, record_key${aliasKey === null ? "" : `, ${aliasKey} AS alias_key`},
       CASE WHEN code IS NOT NULL THEN list_concat(${cells}, ${faultList(typing.checks)}) ${strict ? `ELSE ${cells} ` : ""}END AS row_cells
       ${unread.length === 0 ? "" : `, CASE WHEN code IS NULL THEN [${unread.map(cell).join(", ")}] END AS unread`}
       ${typedColumns(typing)
         .map(
           ({ name, sql }) =>
             `, ${held && sql === number ? "NULL::VARCHAR" : name.startsWith("t_") ? sql : identifier(name)} AS ${identifier(name)}`,
         )
         .join("")}${[...derived.keys()].map((name) => `, ${identifier(`f_${name}`)}`).join("")}
     FROM coded`;
  await inOrder(duck, raw, sql);
  // Within a transaction DuckDB numbers the rows of a new table from a large number on.
  const { base } = await duck.row<{ base: string }>(
    "SELECT CAST(coalesce(min(rowid), 0) AS VARCHAR) AS base FROM fw_typed",
  );
  await duck.run(
    `CREATE OR REPLACE TEMP VIEW fw_row AS
     SELECT rowid - ${BigInt(base)} + 1 AS record, * EXCLUDE (row_cells), row_cells[:${table.width}] AS cells, row_cells[${table.width + 1}:] AS also
       ${aliasKey === null ? ", NULL::VARCHAR AS alias_key" : ""}${unread.length === 0 ? ", NULL::VARCHAR[] AS unread" : ""}
     FROM fw_typed
     WHERE rowid >= ${BigInt(base) + BigInt(choice.headerRecord)} AND NOT blank`,
  );
  return { typing, fields, unread: unread.length > 0 };
}
