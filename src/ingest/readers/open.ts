import { rename } from "node:fs/promises";
import { resolve } from "node:path";
import { Refusal } from "../refusal.ts";
import { members } from "./archive.ts";
import { readCsv } from "./csv.ts";
import { decodeText } from "./decode.ts";
import { binaryKind, type Kind, textKind } from "./format.ts";
import { readHead } from "./head.ts";
import { readHtml } from "./html/read.ts";
import { readJson } from "./json/read.ts";
import { unpackPage } from "./mhtml.ts";
import { readParquet } from "./parquet/read.ts";
import type { Encoding, Format, RawFile, RawTable, Repair } from "./raw.ts";
import { Scratch } from "./scratch.ts";
import { assertUnchanged } from "./stamp.ts";
import { type Survey, survey } from "./survey.ts";
import { readOldWorkbook } from "./xls/read.ts";
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
  readonly repaired: Repair | null;
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

/** One file while it is being read. */
class Reading {
  readonly #path: string;
  readonly #name: string;
  readonly #scratch: Scratch;
  readonly #options: OpenOptions;

  constructor(path: string, name: string, scratch: Scratch, options: OpenOptions) {
    this.#path = path;
    this.#name = name;
    this.#scratch = scratch;
    this.#options = options;
  }

  async content(found: Survey): Promise<Content> {
    if (found.bytes === 0) throw new Refusal("empty_file", "readers.empty_file", {}, { place: { file: this.#name } });
    const kind = binaryKind(found.head);
    if (kind === null) return this.#text(this.#path, found);
    if (kind === "zip" || kind === "gzip") return (await this.#only(kind)) ?? this.#workbook();
    const binary = { encoding: "binary", repaired: null } as const;
    if (kind === "ole")
      return { ...binary, format: "xls", tables: await readOldWorkbook(this.#path, this.#name, this.#scratch) };
    if (kind === "parquet") {
      const tables = [await readParquet(this.#path, this.#name, this.#scratch, this.#options.temporary)];
      return { ...binary, format: "parquet", tables };
    }
    throw this.#notRead(kind);
  }

  async #workbook(): Promise<Content> {
    const tables = await readWorkbook(this.#path, this.#name, this.#scratch);
    return { format: "xlsx", encoding: "binary", repaired: null, tables };
  }

  async #text(path: string, found: Survey): Promise<Content> {
    const name = this.#name;
    const scratch = this.#scratch;
    const text = await decodeText(path, found, name, scratch);
    const kind = textKind((await readHead(text.path, text.skip, 64 * 1024)).head.toString());
    const { encoding, repaired } = text;
    const told = { encoding, repaired };
    if (kind === "delimited") return { format: "csv", ...told, tables: [await readCsv(text, name, scratch)] };
    if (kind === "html") return { format: "html-table", ...told, tables: [await readHtml(text, name, scratch)] };
    if (kind === "json") {
      const { table, format } = await readJson(text, name, scratch);
      return { format, ...told, tables: [table] };
    }
    if (kind !== "mhtml") throw this.#notRead(kind);
    const page = await unpackPage(path, name, scratch);
    return { ...(await this.#text(page, await surveyOrRefuse(page, name))), format: "mhtml" };
  }

  /** What an archive of one file holds; null where the file is no archive but a workbook, or nothing that is known. */
  async #only(kind: Kind): Promise<Content | null> {
    const { temporary } = this.#options;
    let only: { path: string; name: string } | null = null;
    for await (const member of members(this.#path, { temporary, name: this.#name })) {
      if (member.refusal) throw member.refusal;
      if (member.archive === null) return null;
      if (only) throw this.#notRead(kind);
      // It is ours from now on, and not removed when the next one is asked for.
      only = { path: this.#scratch.path(), name: member.name };
      await rename(member.path, only.path);
    }
    if (!only) return null;
    const inner = new Reading(only.path, only.name, this.#scratch, this.#options);
    return inner.content(await surveyOrRefuse(only.path, only.name));
  }

  #notRead(format: Kind): Refusal {
    return new Refusal("no_profile", "readers.format_not_read", { format }, { place: { file: this.#name } });
  }
}

/**
 * Reads a file as tables of text that DuckDB can scan strictly. What it is, and in which encoding, is told from its
 * bytes: delimited text in UTF-8 (with or without a mark), UTF-16, GB18030 or Windows-1252; JSON, an object a line or a
 * list in one document; an HTML page, as which many systems export .xls, also in a web archive; a workbook of Excel 5
 * or newer; Parquet; or a zip or gzip file that holds one of these and nothing else (see {@link members} for others). A
 * clean UTF-8 file is left where it is; all else is rewritten. Text that was saved after a wrong decoding is put right,
 * and `repaired` tells so.
 *
 * A record with bytes that mean no character, or that cannot be split into cells, is left out and told in `malformed`.
 *
 * @throws Refusal `empty_file`, `damaged_file`, `unsafe_archive`, `no_profile` (a format that is not read)
 */
export async function openRawFile(path: string, options: OpenOptions): Promise<RawFile> {
  const absolute = resolve(path);
  const name = options.name ?? path;
  const scratch = new Scratch(options.temporary);
  try {
    const found = await surveyOrRefuse(absolute, name);
    const content = await new Reading(absolute, name, scratch, options).content(found);
    const sha256 = await found.sha256;
    await assertUnchanged(absolute, found.stamp, name);
    await scratch.keepOnly(content.tables.map((table) => table.csvPath));
    return { path: absolute, bytes: found.bytes, sha256, stamp: found.stamp, ...content };
  } catch (error) {
    await scratch.keepOnly([]);
    // What went wrong may be due to somebody who writes to the file; the message should say so.
    throw error;
  }
}
