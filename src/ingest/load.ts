import { identifier, literal } from "../duck/identifier.ts";
import type { Duck } from "../duck/open.ts";
import { mergeVersions } from "../warehouse/merge.ts";
import { RECORDS } from "../warehouse/records.ts";
import { transaction } from "../warehouse/transaction.ts";
import { textOf } from "./cells.ts";
import type { Choice } from "./choose.ts";
import { decideFates } from "./fates.ts";
import { cutHeader } from "./header-width.ts";
import type { FieldRule } from "./profile.ts";
import type { Malformed, RawFile, RawTable } from "./readers/raw.ts";
import { scanSql } from "./readers/scan.ts";
import { Refusal } from "./refusal.ts";
import type { Counts, Note } from "./result.ts";
import { cellsSql } from "./rows.ts";
import { captionOf } from "./typing.ts";

/** One table of a file with the layout that was chosen for it. */
export interface ChosenTable {
  readonly table: RawTable;
  readonly choice: Choice;
  /** Whether the reader filled short records up to the width of the table, the header too. */
  readonly padded: boolean;
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
}

/**
 * Loads one file's tables in one transaction and gives the fates of its rows. A file that was loaded before changes
 * nothing: its accepted rows are told as unchanged.
 * @throws Refusal where the records read are not those counted; nothing of the file is kept then
 */
export async function loadFile(
  duck: Duck,
  file: RawFile,
  tables: readonly ChosenTable[],
  context: LoadContext,
): Promise<Counts> {
  return transaction(duck, async () => {
    await duck.run(
      "INSERT INTO batch SELECT $1, CAST($2 AS TIMESTAMP), $3 WHERE NOT EXISTS (SELECT 1 FROM batch WHERE batch_id = $1)",
      [context.batch, context.loadedAt, context.tool],
    );
    const { id } = await duck.row<{ id: number }>("SELECT coalesce(max(file_id), 0) + 1 AS id FROM source_file");
    const counts = { rows: 0, accepted: 0, unchanged: 0, duplicate: 0, rejected: 0 };
    for (const chosen of tables) {
      const found = await loadTable(duck, id, chosen, context);
      for (const key of Object.keys(counts) as (keyof Counts)[]) counts[key] += found[key];
    }
    const first = tables[0] as ChosenTable;
    await duck.run(
      `INSERT INTO source_file SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, CAST($13 AS TIMESTAMP),
         from_json($14, '["VARCHAR"]'), $15, $16, $17, $18, $19`,
      [
        id,
        file.sha256,
        context.name,
        BigInt(file.bytes),
        file.format,
        file.encoding,
        first.choice.profile.id,
        first.choice.profile.version,
        tables.map(({ choice }) => choice.layout.id).join("+"),
        first.choice.layout.record,
        null,
        context.batch,
        context.loadedAt,
        JSON.stringify(first.choice.header),
        counts.rows,
        counts.accepted,
        counts.unchanged,
        counts.duplicate,
        counts.rejected,
      ],
    );
    return counts;
  });
}

async function loadTable(duck: Duck, fileId: number, chosen: ChosenTable, context: LoadContext): Promise<Counts> {
  const { table } = chosen;
  const scan = scanSql(table);
  const choice = chosen.padded ? await cutHeader(duck, chosen.choice, table, scan) : chosen.choice;
  await decideFates(duck, choice, table, scan, context.localNow);
  await checkRecords(duck, table, choice, context);
  const record = choice.layout.record;
  const cells = cellsSql(table.width);
  await duck.run(
    `INSERT INTO source_row SELECT ${fileId}, line, fate, CASE WHEN fate <> 'rejected' THEN version_id END, row_month
     FROM fw_fate ORDER BY record`,
  );
  await duck.run(
    `INSERT INTO rejected_row SELECT ${fileId}, line, ${captionSql(choice)}, ${valueSql(choice)}, code, also, ${cells}
     FROM fw_fault JOIN fw_raw USING (record, line) ORDER BY record`,
  );
  await insertMalformed(duck, fileId, table.malformed);
  const present = (await duck.rows<{ name: string }>("SELECT column_name AS name FROM (DESCRIBE fw_fate)")).map(
    ({ name }) => name,
  );
  const fields = RECORDS[record].filter((field) => present.includes(`f_${field.name}`)).map((field) => field.name);
  const native = "native" in choice.layout.identity;
  await duck.run(
    `INSERT INTO ${record}_version
       (version_id, record_key, id_basis, source, rank_at, rank_step, file_id, line, ${fields.map(identifier).join(", ")}, quality, cells)
     SELECT version_id, record_key, ${literal(native ? "native" : "content")}, ${literal(choice.profile.source ?? choice.profile.id)},
       rank_at, rank_step, ${fileId}, line, ${fields.map((name) => identifier(`f_${name}`)).join(", ")}, [], ${cells}
     FROM fw_fate JOIN fw_raw USING (record, line) WHERE fate = 'accepted'`,
  );
  await duck.run(
    "CREATE OR REPLACE TEMP TABLE fw_keys AS SELECT DISTINCT record_key FROM fw_fate WHERE fate = 'accepted'",
  );
  await mergeVersions(duck, record, "fw_keys");
  const counts = await duck.row<Record<keyof Counts, number>>(
    `SELECT count(*)::DOUBLE AS "rows", count(*) FILTER (WHERE fate = 'accepted')::DOUBLE AS accepted,
       count(*) FILTER (WHERE fate = 'unchanged')::DOUBLE AS "unchanged",
       count(*) FILTER (WHERE fate = 'duplicate')::DOUBLE AS duplicate,
       count(*) FILTER (WHERE fate = 'rejected')::DOUBLE AS rejected FROM fw_fate`,
  );
  for (const made of ["fw_raw", "fw_typed", "fw_fate", "fw_fault"]) await duck.run(`DROP TABLE ${made}`);
  const malformed = table.malformed.length;
  return { ...counts, rows: counts.rows + malformed, rejected: counts.rejected + malformed };
}

/** Records that could not be split into cells are rejected rows too, with their text as the only cell. */
async function insertMalformed(duck: Duck, fileId: number, malformed: readonly Malformed[]): Promise<void> {
  if (malformed.length === 0) return;
  const rows = malformed.map(({ line, text, reason }) => ({
    line,
    text,
    code: reason === "encoding" ? "bad_encoding" : "wrong_column_count",
  }));
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE fw_malformed AS
     SELECT unnest(from_json($1, '[{"line":"BIGINT","text":"VARCHAR","code":"VARCHAR"}]'), recursive := true)`,
    [JSON.stringify(rows)],
  );
  await duck.run(`INSERT INTO source_row SELECT ${fileId}, line, 'rejected', NULL, NULL FROM fw_malformed`);
  await duck.run(`INSERT INTO rejected_row SELECT ${fileId}, line, NULL, text, code, [], [text] FROM fw_malformed`);
}

/** DuckDB must have read as many records as the reader counted by itself. */
async function checkRecords(duck: Duck, table: RawTable, choice: Choice, context: LoadContext): Promise<void> {
  const { below } = await duck.row<{ below: number }>("SELECT count(*)::DOUBLE AS below FROM fw_raw");
  const read = below + choice.headerRecord;
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
  return perField(choice, (rule) => textOf(choice, rule) ?? "NULL");
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
