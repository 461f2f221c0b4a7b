import type { Duck } from "../duck/open.ts";
import type { MessageKey } from "../i18n/catalogue/index.ts";
import type { Rejection, RejectionCode } from "./result.ts";

interface Found {
  line: number;
  column: string | null;
  value: string | null;
  code: RejectionCode;
  found: number;
  expected: number;
  malformed: boolean;
}

/** Names the message of a rejected row: the code's own, but for rows whose quotes do not pair. */
function explained(row: Found): Rejection {
  const cutOff = row.code === "out_of_range" && /^[0-9](\.[0-9]+)?e\+?[0-9]+$/iu.test(row.value ?? "");
  const special: MessageKey | null = row.malformed
    ? "ingest.reject.malformed"
    : cutOff
      ? "ingest.reject.native_id"
      : null;
  const key: MessageKey = special ?? `ingest.reject.${row.code}`;
  return {
    line: row.line,
    column: row.column,
    value: row.value,
    code: row.code,
    key,
    params: row.code === "wrong_column_count" ? { found: row.found, expected: row.expected } : {},
  };
}

const SELECT = `SELECT r.line::DOUBLE AS line, r.column_name AS "column", r.value, r.code,
  len(list_filter(r.cells, lambda value: value IS NOT NULL))::DOUBLE AS found, len(f.header)::DOUBLE AS expected,
  (r.code = 'wrong_column_count' AND len(r.cells) = 1 AND len(f.header) > 1) AS malformed`;

/** The first rejected rows of a loaded file, by line. */
export async function readRejections(duck: Duck, sha256: string, most: number): Promise<Rejection[]> {
  const rows = await duck.rows<Found>(
    `${SELECT} FROM rejected_row r JOIN source_file f USING (file_id) WHERE f.sha256 = $1 ORDER BY r.line LIMIT ${Math.trunc(most)}`,
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
}

/**
 * Every rejected row, complete, by file and line; of one file where `file` is its name, the end of its name, or the
 * beginning of its sha256.
 */
export async function readRejectedRows(duck: Duck, file: string | null): Promise<RejectedRow[]> {
  const rows = await duck.rows<Found & { file: string; sha256: string; also: string[]; cells: (string | null)[] }>(
    `${SELECT}, f.name AS file, f.sha256, r.also, r.cells
     FROM rejected_row r JOIN source_file f USING (file_id)
     WHERE $1::VARCHAR IS NULL OR f.name = $1 OR ends_with(f.name, '/' || $1) OR (length($1) >= 8 AND starts_with(f.sha256, lower($1)))
     ORDER BY f.name, f.file_id, r.line`,
    [file],
  );
  return rows.map((row) => ({
    ...explained(row),
    file: row.file,
    sha256: row.sha256,
    also: row.also,
    cells: row.cells,
  }));
}
