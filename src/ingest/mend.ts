import path from "node:path";
import { identifier, literal } from "../duck/identifier.ts";
import type { Duck } from "../duck/open.ts";
import { findColumns } from "./columns.ts";
import type { ChosenTable } from "./load.ts";
import type { Profile } from "./profile.ts";
import { openRawFile } from "./readers/open.ts";
import { lineOf, type RawFile, type RawTable } from "./readers/raw.ts";
import { scanSql } from "./readers/scan.ts";
import { Refusal } from "./refusal.ts";
import type { Note } from "./result.ts";

/** The columns that `forewarn rejects` writes before the cells of the row; a file that begins so holds mended rows. */
export const REJECT_COLUMNS = [
  "file",
  "sha256",
  "sheet",
  "line",
  "column",
  "value",
  "code",
  "message",
  "also",
] as const;

interface Origin {
  readonly fileId: number;
  readonly profile: string;
  readonly layout: string;
  readonly header: readonly string[];
}

/** The 1-based record that is the header of a file of rejected rows; 0 where there is none. */
function headerOf(table: RawTable): number {
  const index = table.head.findIndex((cells) =>
    REJECT_COLUMNS.every(
      (name, i) =>
        (cells[i] ?? "")
          .replace(/^\ufeff/u, "")
          .trim()
          .toLowerCase() === name,
    ),
  );
  return index + 1;
}

async function originOf(
  duck: Duck,
  sha256: string,
  sheet: string | null,
  place: { file: string; line: number },
): Promise<Origin> {
  const [origin] = await duck.rows<Origin>(
    `SELECT f.file_id AS "fileId", t.profile, t.layout, t.header FROM source_table t JOIN source_file f USING (file_id)
     WHERE f.sha256 = lower(trim($1)) AND (t.sheet IS NOT DISTINCT FROM $2)`,
    [sha256, sheet],
  );
  if (!origin) throw new Refusal("no_profile", "ingest.mend.unknown", { sha256: sha256.slice(0, 12) }, { place });
  return origin;
}

/**
 * Rows that had too few or too many cells and came back as they were. A spreadsheet fills short rows up, so that they would
 * pass for sound ones now, with their values in the wrong columns.
 */
async function tornRows(
  duck: Duck,
  fileId: number,
  cells: readonly string[],
  where: string,
): Promise<{ record: number; cells: string[] }[]> {
  const joined = (list: string) =>
    `rtrim(array_to_string(list_transform(${list}, lambda cell: regexp_replace(coalesce(cell, ''), '^="(.*)"$', '\\1')), chr(31)), chr(31))`;
  return duck.rows(
    `WITH back AS (SELECT record, try_cast(trim(c4) AS BIGINT) AS line, sheet, [${cells.join(", ")}] AS cells FROM fw_mend WHERE ${where})
     SELECT record::DOUBLE AS record, list_transform(r.cells, lambda cell: coalesce(cell, '')) AS cells
     FROM back JOIN rejected_row r ON r.file_id = $1 AND r.line = back.line AND r.sheet IS NOT DISTINCT FROM back.sheet
     WHERE r.code = 'wrong_column_count' AND ${joined("back.cells")} = ${joined("r.cells")} ORDER BY record`,
    [fileId],
  );
}

/**
 * Reads a file that `forewarn rejects` wrote and a person mended: its rows go the way of the files that they came from, by
 * the same layouts. Null where the file is no such file.
 * @throws Refusal `no_profile` where the file that a row came from is not in the warehouse, or its layout is gone
 */
export async function mendingTables(
  duck: Duck,
  raw: RawFile,
  profiles: readonly Profile[],
  temporary: string,
): Promise<{ tables: ChosenTable[]; notes: Note[] } | null> {
  const [table] = raw.tables;
  const headerRecord = table === undefined ? 0 : headerOf(table);
  if (table === undefined || headerRecord === 0) return null;
  const fixed = REJECT_COLUMNS.length;
  const name = path.basename(raw.path);
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE fw_mend AS SELECT *, lower(trim(c2)) AS sha256, nullif(c3, '') AS sheet
     FROM ${scanSql(table)} WHERE record > ${headerRecord} AND trim(coalesce(c2, '')) <> ''`,
  );
  const groups = await duck.rows<{ sha256: string; sheet: string | null; records: number[]; lines: string[] }>(
    `SELECT sha256, sheet, list(record::DOUBLE ORDER BY record) AS records, list(try_cast(trim(c4) AS BIGINT)::VARCHAR ORDER BY record) AS lines
     FROM fw_mend GROUP BY ALL ORDER BY min(record)`,
  );
  const tables: ChosenTable[] = [];
  for (const [index, group] of groups.entries()) {
    const place = { file: name, line: lineOf(table.lines, group.records[0] ?? headerRecord) };
    const origin = await originOf(duck, group.sha256, group.sheet, place);
    const profile = profiles.find(({ id }) => id === origin.profile);
    const layout = profile?.layouts.find(({ id }) => id === origin.layout);
    if (!profile || !layout) {
      throw new Refusal(
        "no_profile",
        "ingest.mend.layout",
        { profile: `${origin.profile}/${origin.layout}` },
        { place },
      );
    }
    const width = Math.max(origin.header.length, table.width - fixed);
    const cells = Array.from({ length: width }, (_, i) => {
      const column = fixed + i < table.width ? `coalesce(${identifier(`c${fixed + i + 1}`)}, '')` : "''";
      // An apostrophe was put before what a spreadsheet would have run.
      return `regexp_replace(${column}, '^''(''*[=+\\-@\\t\\r])', '\\1')`;
    });
    const where = `sha256 = ${literal(group.sha256)} AND sheet IS NOT DISTINCT FROM ${group.sheet === null ? "NULL" : literal(group.sheet)}`;
    const torn = await tornRows(duck, origin.fileId, cells, where);
    const captions = Array.from(
      { length: width },
      (_, i) => `${literal((origin.header[i] ?? "").replaceAll("\0", ""))} AS c${i + 1}`,
    );
    const file = path.join(temporary, `mended-${index}.csv`);
    await duck.run(
      `COPY (SELECT * EXCLUDE (record) FROM (
         SELECT 0 AS record, ${captions.join(", ")} UNION ALL
         SELECT record, ${cells.map((sql, i) => `${sql} AS c${i + 1}`).join(", ")} FROM fw_mend
         WHERE ${where} AND record NOT IN (SELECT unnest(from_json($1, '["BIGINT"]')))
       ) ORDER BY record) TO ${literal(file)} (FORMAT csv, HEADER false, DELIMITER ',', QUOTE '"', FORCE_QUOTE *)`,
      [JSON.stringify(torn.map(({ record }) => record))],
    );
    const kept = group.records.filter((record) => !torn.some((row) => row.record === record));
    const copy = (await openRawFile(file, { temporary, name })).tables[0];
    if (copy === undefined) continue;
    const mended: RawTable = {
      ...copy,
      // Each origin has captions of its own, and so counts as a table of its own.
      name: groups.length > 1 ? String(index + 1) : null,
      lines: {
        record: kept.map((_, i) => i + 2),
        line: kept.map((record) => lineOf(table.lines, record)),
      },
      malformed: torn.map(({ record, cells: found }) => ({
        line: lineOf(table.lines, record),
        text: found.join(" "),
        cells: found,
        reason: "unmended" as const,
      })),
    };
    const header = origin.header;
    tables.push({
      table: mended,
      choice: { profile, layout, columns: findColumns(profile, layout, header), headerRecord: 1, header, score: 1 },
      padded: false,
      mends: { fileId: origin.fileId, sheet: group.sheet, lines: group.lines.map(Number) },
    });
  }
  await duck.run("DROP TABLE fw_mend");
  if (tables.length === 0) throw new Refusal("empty_file", "readers.empty_file", {}, { place: { file: name } });
  return {
    tables,
    notes: [
      { key: "ingest.note.mended", params: { rows: groups.reduce((sum, { records }) => sum + records.length, 0) } },
    ],
  };
}
