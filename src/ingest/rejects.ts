import type { Duck } from "../duck/open.ts";
import { EXIT, ForewarnError } from "../errors.ts";
import type { MessageKey } from "../i18n/catalogue/index.ts";
import type { Rejection, RejectionCode } from "./result.ts";

interface Found {
  line: number;
  sheet: string | null;
  column: string | null;
  value: string | null;
  code: RejectionCode;
  detail: string | null;
  found: number;
  expected: number;
}

/** Messages of kinds of one code. */
const DETAILS: Readonly<Record<string, MessageKey>> = {
  quoting: "ingest.reject.malformed",
  size: "ingest.reject.size",
  syntax: "ingest.reject.syntax",
  unmended: "ingest.reject.unmended",
  date_order: "ingest.reject.date_order",
};

/** Names the message of a rejected row: the code's own, or that of its kind. */
function explained(row: Found): Rejection {
  const cutOff = row.code === "out_of_range" && /^[0-9](\.[0-9]+)?e\+?[0-9]+$/iu.test(row.value ?? "");
  const special = cutOff ? "ingest.reject.native_id" : row.detail === null ? undefined : DETAILS[row.detail];
  return {
    line: row.line,
    sheet: row.sheet,
    column: row.column,
    value: row.value,
    code: row.code,
    key: special ?? `ingest.reject.${row.code}`,
    params: row.code === "wrong_column_count" && !special ? { found: row.found, expected: row.expected } : {},
  };
}

const SELECT = `SELECT r.line::DOUBLE AS line, r.sheet, r.column_name AS "column", r.value, r.code, r.detail,
  len(list_filter(r.cells, lambda value: value IS NOT NULL))::DOUBLE AS found, len(t.header)::DOUBLE AS expected`;
const FROM = `FROM rejected_row r JOIN source_file f USING (file_id)
  LEFT JOIN source_table t ON t.file_id = r.file_id AND t.sheet IS NOT DISTINCT FROM r.sheet`;

/** The first rejected rows of a loaded file, by line. */
export async function readRejections(duck: Duck, sha256: string, most: number): Promise<Rejection[]> {
  const rows = await duck.rows<Found>(
    `${SELECT} ${FROM} WHERE f.sha256 = $1 ORDER BY r.line LIMIT ${Math.trunc(most)}`,
    [sha256],
  );
  return rows.map(explained);
}

/** A rejected row of any file, with its cells. */
export interface RejectedRow extends Rejection {
  readonly file: string;
  readonly sha256: string;
  readonly also: readonly string[];
  readonly cells: readonly (string | null)[];
  /** The captions of the table that it stands in. */
  readonly header: readonly string[];
  /** The file in which it came back, mended or not; null while it waits for that. */
  readonly mendedBy: string | null;
}

/** SQL of whether a row of `source_file` (`f`) is meant by `$1`: its name, the end of its name, another name of it, or the beginning of its sha256. */
const MEANT = `(f.name = $1 OR ends_with(f.name, '/' || $1) OR (length($1) >= 8 AND starts_with(f.sha256, lower($1)))
  OR f.sha256 IN (SELECT sha256 FROM file_name n WHERE n.name = $1 OR ends_with(n.name, '/' || $1)))`;

/**
 * Every rejected row that waits to be mended, complete, by file and line; with `all` those too that came back. `file` picks
 * one file by its name, the end of its name, or the beginning of its sha256.
 * @throws ForewarnError `ingest.undo_unknown` where no file is meant
 */
export async function readRejectedRows(duck: Duck, file: string | null, all = false): Promise<RejectedRow[]> {
  if (file !== null && (await filesMeant(duck, file)).length === 0) {
    throw new ForewarnError("ingest.undo_unknown", { what: file }, { exitCode: EXIT.usage });
  }
  const rows = await duck.rows<
    Found & Pick<RejectedRow, "file" | "sha256" | "also" | "cells" | "mendedBy"> & { header: string[] | null }
  >(
    `${SELECT}, f.name AS file, f.sha256, r.also, r.cells, t.header, m.name AS "mendedBy"
     ${FROM} LEFT JOIN source_file m ON m.file_id = r.mended_by
     WHERE ($1::VARCHAR IS NULL OR ${MEANT}) AND ($2 OR r.mended_by IS NULL)
     ORDER BY f.name, f.sha256, r.sheet, r.line`,
    [file, all],
  );
  return rows.map((row) => ({
    ...explained(row),
    file: row.file,
    sha256: row.sha256,
    also: row.also,
    cells: row.cells,
    header: row.header ?? [],
    mendedBy: row.mendedBy,
  }));
}

/** The files that a name or the beginning of a sha256 means. */
export async function filesMeant(duck: Duck, file: string): Promise<{ fileId: number; name: string; rows: number }[]> {
  return duck.rows(
    `SELECT file_id AS "fileId", name, "rows"::DOUBLE AS "rows" FROM source_file f WHERE ${MEANT} ORDER BY file_id`,
    [file],
  );
}

/** The files of a batch, those loaded last first. */
export async function filesOfBatch(
  duck: Duck,
  batch: string,
): Promise<{ fileId: number; name: string; rows: number }[]> {
  return duck.rows(
    'SELECT file_id AS "fileId", name, "rows"::DOUBLE AS "rows" FROM source_file WHERE batch_id = $1 ORDER BY file_id DESC',
    [batch],
  );
}
