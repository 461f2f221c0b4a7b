import { identifier, literal } from "../duck/identifier.ts";
import type { Duck } from "../duck/open.ts";
import { linkTickets } from "../warehouse/link.ts";
import { mergeVersions } from "../warehouse/merge.ts";
import { eventFields, type RecordName } from "../warehouse/records.ts";
import { addVersionColumns } from "../warehouse/version-columns.ts";
import { cell, shortened, sourcesOf } from "./cells.ts";
import type { Choice } from "./choose.ts";
import { decideFates, type Fates, type Prepared, prepareRows } from "./fates.ts";
import { cutHeader } from "./header-width.ts";
import type { FieldRule } from "./profile.ts";
import type { Malformed, RawFile, RawTable } from "./readers/raw.ts";
import { csvSql } from "./readers/scan.ts";
import { Refusal } from "./refusal.ts";
import type { Counts, Note } from "./result.ts";
import { aliasSameMatter } from "./same-matter.ts";
import { captionOf } from "./typing.ts";
import { versionRow } from "./version-row.ts";

/** One table of a file with the layout that was chosen for it. */
export interface ChosenTable {
  readonly table: RawTable;
  readonly choice: Choice;
  /** Whether the reader filled short records up to the width of the table, the header too. */
  readonly padded: boolean;
  /** Where the rows are rejected ones of another file that come back: that file's, and the lines where they stood. */
  readonly mends?: { readonly fileId: number; readonly sheet: string | null; readonly lines: readonly number[] };
}

export interface LoadContext {
  readonly batch: string;
  /** Now, UTC, ISO without zone: when the file was loaded. */
  readonly loadedAt: string;
  /** Now in the bureau's zone, ISO without zone: what lies after it is the future. */
  readonly localNow: string;
  readonly tool: string;
  /** How the file is called in the warehouse and in messages. */
  readonly name: string;
  /** How files are read at present: a digest of profiles, taxonomy and regions. */
  readonly reading: string;
  /** When the source made the file, ISO without zone, where that is known. */
  readonly exportedAt: string | null;
}

/** What became of a file's rows, and remarks on how they were read. */
export interface Loaded {
  readonly counts: Counts;
  readonly notes: readonly Note[];
}

type Tally = { -readonly [key in keyof Counts]: number };

/**
 * Loads one file's tables, inside the caller's transaction, and gives the fates of its rows.
 * @throws Refusal where the records read are not those counted; nothing of the file may be kept then
 */
export async function loadTables(
  duck: Duck,
  file: RawFile,
  tables: readonly ChosenTable[],
  context: LoadContext,
  notes: readonly Note[],
  ready: ReadyTable | null = null,
): Promise<Loaded> {
  await duck.run(
    "INSERT INTO batch SELECT $1, CAST($2 AS TIMESTAMP), $3 WHERE NOT EXISTS (SELECT 1 FROM batch WHERE batch_id = $1)",
    [context.batch, context.loadedAt, context.tool],
  );
  const { id } = await duck.row<{ id: number }>("SELECT coalesce(max(file_id), 0) + 1 AS id FROM source_file");
  const counts: Tally = { rows: 0, accepted: 0, unchanged: 0, duplicate: 0, rejected: 0 };
  const told: Note[] = [...notes];
  const touched = new Map<RecordName, string>();
  const first = tables[0] as ChosenTable;
  await duck.run(
    `INSERT INTO source_file SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, CAST($12 AS TIMESTAMP), $13, CAST($14 AS TIMESTAMP),
       from_json($15, '["VARCHAR"]'), NULL, 0, 0, 0, 0, 0`,
    [
      id,
      file.sha256,
      context.name,
      BigInt(file.bytes),
      file.format,
      file.encoding,
      first.choice.profile.id,
      first.choice.profile.version,
      [...new Set(tables.map(({ choice }) => choice.layout.id))].join("+"),
      first.choice.layout.record,
      context.reading,
      context.exportedAt,
      context.batch,
      context.loadedAt,
      JSON.stringify(first.choice.header),
    ],
  );
  for (const [index, chosen] of tables.entries()) {
    const { record } = chosen.choice.layout;
    const rows = (index === 0 ? ready : null) ?? (await readyTable(duck, chosen, context));
    const found = await loadTable(duck, id, rows, context, touched.get(record) ?? null);
    touched.set(record, `fw_keys_${record}`);
    for (const key of Object.keys(counts) as (keyof Counts)[]) counts[key] += found.counts[key];
    told.push(...found.notes);
  }
  await duck.run(
    `UPDATE source_file SET notes = $2, "rows" = $3, accepted = $4, "unchanged" = $5, duplicate = $6, rejected = $7 WHERE file_id = $1`,
    [
      id,
      told.length === 0 ? null : JSON.stringify(told),
      counts.rows,
      counts.accepted,
      counts.unchanged,
      counts.duplicate,
      counts.rejected,
    ],
  );
  for (const { mends } of tables) {
    if (!mends) continue;
    await duck.run(
      `UPDATE rejected_row SET mended_by = $1 WHERE file_id = $2 AND sheet IS NOT DISTINCT FROM $3
         AND line IN (SELECT unnest(from_json($4, '["BIGINT"]')))`,
      [id, mends.fileId, mends.sheet, JSON.stringify(mends.lines)],
    );
  }
  for (const [record, keys] of touched) {
    await mergeVersions(duck, record, keys);
    await duck.run(`DROP TABLE ${identifier(keys)}`);
  }
  return { counts, notes: told };
}

/** A table whose rows were read, and are not yet loaded. */
export interface ReadyTable {
  readonly table: RawTable;
  readonly choice: Choice;
  readonly prepared: Prepared;
  readonly notes: readonly Note[];
}

/**
 * Reads the rows of a table, without a look at the warehouse. That of the first table of a file is best done before the
 * transaction begins; those of the others must wait for their turn.
 * @throws Refusal where the records read are not those counted
 */
export async function readyTable(duck: Duck, chosen: ChosenTable, context: LoadContext): Promise<ReadyTable> {
  const { table } = chosen;
  const choice = chosen.padded ? await cutHeader(duck, chosen.choice, table) : chosen.choice;
  const prepared = await prepareRows(duck, choice, table, context.localNow);
  await checkRecords(duck, table, context);
  return { table, choice, prepared, notes: await paddingNotes(duck, choice, table) };
}

/** Tells how many numbers of each column got back the zeros that a spreadsheet had taken from them. */
async function paddingNotes(duck: Duck, choice: Choice, table: RawTable): Promise<Note[]> {
  const notes: Note[] = [];
  for (const rule of Object.values(choice.layout.fields)) {
    const [source] = sourcesOf(choice, rule);
    if (rule.pad === undefined || source === undefined) continue;
    const { rows } = await duck.row<{ rows: number }>(
      `SELECT count(*)::DOUBLE AS "rows" FROM ${csvSql(table)} WHERE regexp_full_match(trim(${cell(source.column)}), $1)`,
      [shortened(rule.pad)],
    );
    if (rows > 0) notes.push({ key: "ingest.note.padded", params: { caption: captionOf(choice, rule), rows } });
  }
  return notes;
}

/** Names the line of the original of each row: the view `fw_lined` is `fw_row` with `line`. */
async function makeLines(duck: Duck, table: RawTable): Promise<void> {
  const { record, line } = table.lines;
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE fw_lines AS
     SELECT unnest(from_json($1, '["BIGINT"]')) AS record, unnest(from_json($2, '["BIGINT"]')) AS line`,
    [JSON.stringify(record), JSON.stringify(line)],
  );
  await duck.run(
    record.length === 0
      ? "CREATE OR REPLACE TEMP VIEW fw_lined AS SELECT *, record AS line FROM fw_row"
      : `CREATE OR REPLACE TEMP VIEW fw_lined AS SELECT r.*, r.record + coalesce(map.line - map.record, 0) AS line
         FROM fw_row r ASOF LEFT JOIN fw_lines map ON r.record >= map.record`,
  );
}

async function loadTable(
  duck: Duck,
  fileId: number,
  { table, choice, prepared, notes: told }: ReadyTable,
  context: LoadContext,
  keys: string | null,
): Promise<Loaded> {
  const fates = await decideFates(duck, choice, prepared, fileId);
  await makeLines(duck, table);
  const { record } = choice.layout;
  const sheet = table.name === null ? "NULL" : literal(table.name.replaceAll("\0", "\ufffd"));
  await duck.run(`INSERT INTO source_table SELECT $1, ${sheet}, $2, $3, $4, from_json($5, '["VARCHAR"]')`, [
    fileId,
    choice.profile.id,
    choice.layout.id,
    record,
    JSON.stringify(choice.header),
  ]);
  await touchKeys(duck, choice, keys, context.exportedAt !== null);
  await insertVersions(duck, fileId, choice, sheet, fates);
  await linkAliases(duck, fileId, choice, fates, `fw_keys_${record}`);
  if (fates.exceptions) {
    await duck.run(
      `INSERT INTO row_fate SELECT ${fileId}, ${sheet}, line, fate, e.version_id, row_month
       FROM fw_except e JOIN fw_lined USING (record) ORDER BY record`,
    );
    const detail = [...fates.distrusted].map(
      (field) => `WHEN code = 'not_a_date' AND check_field = ${literal(field)} THEN 'date_order'`,
    );
    await duck.run(
      `INSERT INTO rejected_row SELECT ${fileId}, ${sheet}, line, ${captionSql(choice)}, ${valueSql(choice)}, code,
         ${detail.length === 0 ? "NULL" : `CASE ${detail.join(" ")} END`}, also, cells, NULL
       FROM fw_lined WHERE code IS NOT NULL ORDER BY record`,
    );
  }
  await insertMalformed(duck, fileId, sheet, table.malformed);
  const counted = await duck.row<Tally>(
    `SELECT (SELECT count(*) FROM fw_row)::DOUBLE AS "rows", count(*) FILTER (fate = 'unchanged')::DOUBLE AS "unchanged",
       count(*) FILTER (fate = 'duplicate')::DOUBLE AS duplicate, count(*) FILTER (fate = 'rejected')::DOUBLE AS rejected FROM fw_except`,
  );
  await duck.run("DROP VIEW fw_lined");
  await duck.run("DROP VIEW fw_row");
  for (const made of ["fw_lines", "fw_typed", "fw_except", "fw_several", "fw_known", "fw_compared"])
    await duck.run(`DROP TABLE ${made}`);
  const malformed = table.malformed.length;
  const accepted = counted.rows - counted.unchanged - counted.duplicate - counted.rejected;
  const notes: Note[] = [...told];
  if (counted.rows + malformed === 0) notes.push({ key: "ingest.note.no_rows", params: {} });
  else if (!eventFields(record).some((name) => fates.fields.includes(name))) {
    notes.push({ key: "ingest.note.no_dates", params: {} });
  }
  return {
    counts: { ...counted, accepted, rows: counted.rows + malformed, rejected: counted.rejected + malformed },
    notes,
  };
}

/**
 * Gathers the keys of records that may have several versions now: those that stand on several rows, and those that the
 * warehouse knows. All others are as their one version tells. Must be done before the versions are written.
 */
async function touchKeys(duck: Duck, choice: Choice, keys: string | null, dated: boolean): Promise<void> {
  const { record } = choice.layout;
  const known = "SELECT record_key FROM fw_known WHERE record NOT IN (SELECT record FROM fw_except)";
  // That a later export still tells the same is a reason to believe it over another.
  const seenAgain = `SELECT record_key FROM fw_row JOIN fw_except USING (record)
      WHERE fate = 'unchanged' AND record_key IN (SELECT record_key FROM ${record}_merged)`;
  const selected = ["SELECT record_key FROM fw_several", known, ...(dated ? [seenAgain] : [])].join(" UNION ");
  if (keys === null) await duck.run(`CREATE OR REPLACE TEMP TABLE fw_keys_${record} AS ${selected}`);
  else await duck.run(`INSERT INTO ${identifier(keys)} ${selected}`);
}

/** Keeps the other numbers of the accepted tickets, and joins those that share one. */
async function linkAliases(duck: Duck, fileId: number, choice: Choice, fates: Fates, keys: string): Promise<void> {
  if (choice.layout.record !== "ticket") return;
  await duck.run(
    `INSERT INTO ticket_alias SELECT DISTINCT alias_key, record_key, ${fileId}, true FROM fw_row
     WHERE code IS NULL AND alias_key IS NOT NULL AND alias_key <> record_key`,
  );
  await aliasSameMatter(duck, fileId, choice, fates.fields);
  const { any } = await duck.row<{ any: boolean }>("SELECT count(*) > 0 AS any FROM ticket_alias");
  if (!any) return;
  await duck.run("CREATE OR REPLACE TEMP TABLE fw_linked AS SELECT DISTINCT record_key FROM fw_row WHERE code IS NULL");
  await linkTickets(duck, "fw_linked", keys);
  await duck.run("DROP TABLE fw_linked");
}

/** Writes the accepted rows as versions of their records. */
async function insertVersions(duck: Duck, fileId: number, choice: Choice, sheet: string, fates: Fates): Promise<void> {
  const { record, repeats } = choice.layout;
  const { names, columns, joins } = versionRow(choice, fates);
  await addVersionColumns(duck, record, names);
  // Versions need no order, and without one all threads can write them.
  await duck.run("SET preserve_insertion_order = false");
  try {
    await duck.run(
      `INSERT INTO ${record}_version (record_key, part, file_id, sheet, line${names.map((name) => `, ${identifier(name)}`).join("")})
     SELECT record_key, ${repeats}, ${fileId}, ${sheet}, line${columns} FROM fw_lined ${joins}
     WHERE ${fates.exceptions ? "record NOT IN (SELECT record FROM fw_except)" : "true"}`,
    );
  } finally {
    await duck.run("SET preserve_insertion_order = true");
  }
}

/** Records that could not be split into cells are rejected rows too, with their text as the only cell. */
async function insertMalformed(
  duck: Duck,
  fileId: number,
  sheet: string,
  malformed: readonly Malformed[],
): Promise<void> {
  if (malformed.length === 0) return;
  const rows = malformed.map(({ line, text, reason, cells }) => ({
    line,
    text,
    code: reason === "encoding" ? "bad_encoding" : "wrong_column_count",
    detail: reason,
    cells: cells ?? [text],
  }));
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE fw_malformed AS
     SELECT unnest(from_json($1, '[{"line":"BIGINT","text":"VARCHAR","code":"VARCHAR","detail":"VARCHAR","cells":["VARCHAR"]}]'), recursive := true)`,
    [JSON.stringify(rows)],
  );
  await duck.run(`INSERT INTO row_fate SELECT ${fileId}, ${sheet}, line, 'rejected', NULL, NULL FROM fw_malformed`);
  await duck.run(
    `INSERT INTO rejected_row SELECT ${fileId}, ${sheet}, line, NULL, text, code, detail, [], cells, NULL FROM fw_malformed`,
  );
  await duck.run("DROP TABLE fw_malformed");
}

/** DuckDB must have read as many records as the reader counted by itself. */
async function checkRecords(duck: Duck, table: RawTable, context: LoadContext): Promise<void> {
  const { read } = await duck.row<{ read: number }>("SELECT count(*)::DOUBLE AS read FROM fw_typed");
  if (read !== table.records) {
    throw new Refusal(
      "damaged_file",
      "ingest.record_count",
      { read, counted: table.records },
      { place: { file: context.name } },
    );
  }
}

/** SQL of the caption at fault, as it stands in the file. */
function captionSql(choice: Choice): string {
  return perField(choice, (rule) => literal(captionOf(choice, rule)));
}

/** SQL of the cell at fault, as it stands in the file. */
function valueSql(choice: Choice): string {
  return perField(choice, (rule) => {
    const columns = sourcesOf(choice, rule).map(({ column }) => `nullif(trim(cells[${column + 1}]), '')`);
    return columns.length === 0 ? "NULL" : `coalesce(${columns.join(", ")})`;
  });
}

function perField(choice: Choice, sql: (rule: FieldRule) => string): string {
  const cases = Object.entries(choice.layout.fields).map(([field, rule]) => `WHEN ${literal(field)} THEN ${sql(rule)}`);
  return `CASE check_field ${cases.join(" ")} END`;
}

/** Remarks on how a table's header was read. */
export function notesOn(choice: Choice): Note[] {
  const notes: Note[] = choice.columns.doubled.map((caption) => ({ key: "ingest.note.doubled", params: { caption } }));
  if (choice.columns.unknown.length > 0) {
    notes.push({ key: "ingest.note.unknown", params: { captions: choice.columns.unknown.join(", ") } });
  }
  return notes;
}
