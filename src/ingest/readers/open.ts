import { resolve } from "node:path";
import { Refusal } from "../refusal.ts";
import { readCsv } from "./csv.ts";
import { findEncoding } from "./encoding.ts";
import { binaryKind, declaredCharset, textKind } from "./format.ts";
import { readHead } from "./head.ts";
import { readHtml } from "./html/read.ts";
import type { Encoding, Format, RawFile, RawTable } from "./raw.ts";
import { Scratch } from "./scratch.ts";
import { type Survey, survey } from "./survey.ts";
import type { Utf8Text } from "./text.ts";
import { transcode } from "./transcode.ts";
import { readWorkbook } from "./xlsx/read.ts";

export interface OpenOptions {
  /** An existing folder for rewritten files. The caller removes it when the tables have been read. */
  readonly temporary: string;
  /** How messages call the file; its path if not given. */
  readonly name?: string;
}

interface Content {
  readonly format: Format;
  readonly encoding: Encoding;
  readonly tables: readonly RawTable[];
}

async function surveyOrRefuse(path: string, name: string): Promise<Survey> {
  try {
    return await survey(path);
  } catch (error) {
    const part = String((error as NodeJS.ErrnoException).code ?? error);
    throw new Refusal(
      "damaged_file",
      "readers.damaged_file",
      { fault: "unreadable", part },
      { place: { file: name }, cause: error },
    );
  }
}

/** The file as valid UTF-8: itself where it is that already. */
async function asUtf8(path: string, found: Survey, name: string, scratch: Scratch): Promise<Utf8Text> {
  const encoding = await findEncoding(path, found, declaredCharset(found.head));
  if (!encoding)
    throw new Refusal("damaged_file", "readers.damaged_file", { fault: "encoding" }, { place: { file: name } });
  const ready = found.validUtf8 && (encoding.encoding === "utf-8" || encoding.encoding === "utf-8-bom");
  if (ready) return { path, ...encoding, faultyLines: [] };
  const target = scratch.path();
  const faultyLines = await transcode(path, encoding, target, name);
  return { path: target, encoding: encoding.encoding, skip: 0, faultyLines };
}

async function readText(path: string, found: Survey, name: string, scratch: Scratch): Promise<Content> {
  const text = await asUtf8(path, found, name, scratch);
  const kind = textKind((await readHead(text.path, text.skip, 64 * 1024)).head.toString());
  const { encoding } = text;
  if (kind === "delimited") return { format: "csv", encoding, tables: [await readCsv(text, name, scratch)] };
  if (kind === "html") return { format: "html-table", encoding, tables: [await readHtml(text, name, scratch)] };
  throw new Refusal("no_profile", "readers.format_not_read", { format: kind }, { place: { file: name } });
}

async function read(path: string, found: Survey, name: string, scratch: Scratch): Promise<Content> {
  if (found.bytes === 0) throw new Refusal("empty_file", "readers.empty_file", {}, { place: { file: name } });
  const binary = binaryKind(found.head);
  if (binary === null) return readText(path, found, name, scratch);
  if (binary === "zip") return { format: "xlsx", encoding: "binary", tables: await readWorkbook(path, name, scratch) };
  throw new Refusal("no_profile", "readers.format_not_read", { format: binary }, { place: { file: name } });
}

/**
 * Reads a file as tables of text that DuckDB can scan strictly. What it is, and in which encoding, is told from its
 * bytes: delimited text in UTF-8 (with or without a mark), UTF-16, GB18030 or Windows-1252; an HTML page, as which many
 * systems export .xls; or an .xlsx workbook. A clean UTF-8 file is left where it is; all else is rewritten.
 *
 * A record with bytes that mean no character, or with quotes that do not pair, is left out and told in `malformed`.
 *
 * @throws Refusal `empty_file`, `damaged_file`, `unsafe_archive`, `no_profile` (a format that is not read)
 */
export async function openRawFile(path: string, options: OpenOptions): Promise<RawFile> {
  const absolute = resolve(path);
  const name = options.name ?? path;
  const scratch = new Scratch(options.temporary);
  try {
    const found = await surveyOrRefuse(absolute, name);
    const content = await read(absolute, found, name, scratch);
    await scratch.keepOnly(content.tables.map((table) => table.csvPath));
    return { path: absolute, bytes: found.bytes, sha256: found.sha256, ...content };
  } catch (error) {
    await scratch.keepOnly([]);
    throw error;
  }
}
