import { Refusal } from "../refusal.ts";
import { writeClean } from "./clean.ts";
import { guessDelimiter } from "./delimiter.ts";
import { readHead } from "./head.ts";
import { type Dialect, QUOTE } from "./lex.ts";
import type { RawTable } from "./raw.ts";
import type { Layout } from "./records.ts";
import { lineEnd, nextLine } from "./recover.ts";
import type { Scratch } from "./scratch.ts";
import { describeTable, type Summary, summarize } from "./summary.ts";
import type { Utf8Text } from "./text.ts";

const HEAD_BYTES = 256 * 1024;

/** The character that a first line `sep=;` names; spreadsheets write and read such a line, it is no record. */
function declaredDelimiter(head: Buffer): { delimiter: string; length: number } | null {
  const match = /^sep=([,;|\t])(?=\r|\n)/.exec(head.toString("latin1", 0, 8));
  if (!match) return null;
  return { delimiter: match[1] as string, length: nextLine(head, lineEnd(head, 0, head.length), head.length) };
}

async function layOut(text: Utf8Text, name: string): Promise<Layout & { plain: boolean }> {
  const { head, whole } = await readHead(text.path, text.skip, HEAD_BYTES);
  const declared = declaredDelimiter(head);
  const body = declared ? head.subarray(declared.length) : head;
  const guess = guessDelimiter(body, whole);
  return {
    path: text.path,
    name,
    skip: text.skip + (declared?.length ?? 0),
    firstLine: declared ? 2 : 1,
    dialect: { delimiter: (declared?.delimiter ?? guess.delimiter).charCodeAt(0), quote: QUOTE },
    expected: guess.expected,
    faultyLines: text.faultyLines,
    plain: declared === null,
  };
}

/**
 * Some programs write quotes as ordinary characters. That is so where several quotes make no sense, more than there are
 * quoted cells, and reading without quoting gives an even table.
 */
async function withoutQuotes(layout: Layout, summary: Summary): Promise<{ dialect: Dialect; summary: Summary } | null> {
  let faults = 0;
  for (const { reason, text } of summary.malformed) if (reason === "quoting") faults += text.split("\n").length;
  if (faults < 3 || faults <= summary.quotedCells) return null;
  const dialect = { ...layout.dialect, quote: -1 };
  const other = await summarize({ ...layout, dialect });
  const even = other.uniform && other.width > 1 && other.width === layout.expected;
  return even ? { dialect, summary: other } : null;
}

/**
 * Reads a delimited text. The table points to the text itself if DuckDB can read that strictly; a copy is written
 * where records are malformed, line ends are mixed, spaces stand around quotes, or a first line is no record.
 *
 * @throws Refusal `empty_file`, `damaged_file`
 */
export async function readCsv(text: Utf8Text, name: string, scratch: Scratch): Promise<RawTable> {
  let layout = await layOut(text, name);
  let summary = await summarize(layout);
  const bare = await withoutQuotes(layout, summary);
  if (bare) {
    layout = { ...layout, dialect: bare.dialect };
    summary = bare.summary;
  }
  const faults = summary.malformed.length;
  // Of a file that is broken throughout, the few records that look sound are chance.
  if (faults > summary.records && (faults >= 20 || summary.records === 0)) {
    const place = { file: name, line: summary.malformed[0]?.line ?? 1 };
    throw new Refusal("damaged_file", "readers.damaged_file", { fault: "quoting" }, { place });
  }
  if (summary.records === 0) throw new Refusal("empty_file", "readers.empty_file", {}, { place: { file: name } });
  let newline = summary.newline;
  // DuckDB takes the first line break in the file, even one inside quotes, for the end of records.
  const misleading = newline === "\r\n" && summary.opensWithBreak;
  let csvPath = text.path;
  if (faults > 0 || !newline || summary.padded || misleading || !layout.plain || text.skip > 3) {
    csvPath = scratch.path();
    newline = "\n";
    await writeClean(layout, csvPath);
  }
  return { ...describeTable(summary, layout.dialect), csvPath, newline };
}
