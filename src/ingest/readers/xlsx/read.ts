import { Refusal } from "../../refusal.ts";
import type { RawTable } from "../raw.ts";
import type { Scratch } from "../scratch.ts";
import { TableWriter } from "../table-writer.ts";
import { Zip } from "../zip.ts";
import { BeyondSheet, type Context, SheetHandler } from "./sheet.ts";
import { StringsHandler } from "./strings.ts";
import { StylesHandler } from "./styles.ts";
import { RelationsHandler, relationsOf, type Workbook, WorkbookHandler } from "./workbook.ts";
import { type PartHandler, readPart } from "./xml.ts";

/** A workbook in an open archive. */
class Package {
  readonly #zip: Zip;
  readonly #name: string;

  constructor(zip: Zip, name: string) {
    this.#zip = zip;
    this.#name = name;
  }

  /** Reads one part; what is wrong with it is told as a refusal. */
  async part<T extends PartHandler>(part: string, handler: T): Promise<T> {
    const entry = this.#zip.entries.get(part);
    try {
      if (!entry) throw new Error("missing");
      await readPart(this.#zip.content(entry), handler);
      return handler;
    } catch (error) {
      if (error instanceof Refusal) throw error;
      const size = error instanceof BeyondSheet;
      throw new Refusal(
        "damaged_file",
        "readers.damaged_file",
        { fault: size ? "size" : "workbook", part: size ? `${part}: ${error.message}` : part },
        { place: { file: this.#name }, cause: error },
      );
    }
  }

  /** The part that the archive names as its main document; null where it is no workbook of this kind. */
  async #mainPart(): Promise<string | null> {
    const entries = this.#zip.entries;
    if (!entries.has("_rels/.rels")) return entries.has("xl/workbook.xml") ? "xl/workbook.xml" : null;
    const { relations } = await this.part("_rels/.rels", new RelationsHandler(""));
    const main = relations.find(({ type }) => type === "officeDocument")?.part ?? "xl/workbook.xml";
    return entries.has(main) ? main : null;
  }

  async workbook(): Promise<Workbook> {
    const main = await this.#mainPart();
    const rels = main === null ? null : relationsOf(main);
    if (main === null || rels === null || !main.endsWith(".xml") || !this.#zip.entries.has(rels.part)) {
      throw this.#notRead(main);
    }
    const { relations } = await this.part(rels.part, new RelationsHandler(rels.folder));
    const book = (await this.part(main, new WorkbookHandler())).workbook(relations);
    // A Word document is an archive of the same kind, but its main part names no sheets.
    if (book.sheets.length > 0) return book;
    throw this.#notRead(main);
  }

  #notRead(main: string | null): Refusal {
    const has = (folder: string) => [...this.#zip.entries.keys()].some((part) => part.startsWith(folder));
    const format = main?.endsWith(".bin")
      ? "xlsb"
      : this.#zip.entries.has("mimetype")
        ? "ods"
        : has("word/")
          ? "docx"
          : has("ppt/")
            ? "pptx"
            : "office";
    return new Refusal("no_profile", "readers.format_not_read", { format }, { place: { file: this.#name } });
  }
}

async function readSheets(zip: Zip, name: string, scratch: Scratch): Promise<RawTable[]> {
  const parts = new Package(zip, name);
  const book = await parts.workbook();
  const context: Context = {
    strings: book.strings === null ? [] : (await parts.part(book.strings, new StringsHandler())).strings,
    kinds: book.styles === null ? [] : (await parts.part(book.styles, new StylesHandler())).kinds,
    epoch1904: book.epoch1904,
  };
  const tables: RawTable[] = [];
  for (const sheet of book.sheets) {
    const writer = new TableWriter(scratch);
    try {
      await parts.part(sheet.part, new SheetHandler(writer, context));
    } catch (error) {
      await writer.discard();
      throw error;
    }
    const table = await writer.finish(sheet.name);
    if (table) tables.push(table);
  }
  return tables;
}

/**
 * Reads every sheet of an .xlsx workbook (ECMA-376), hidden ones too, that has a row; rows of `lines` are those of the
 * sheet. Cells become text: dates as `YYYY-MM-DD[ HH:MM:SS]`, numbers in decimal notation, TRUE and FALSE, errors as
 * they are (#N/A), a formula that was never calculated as `=…`; text is left untouched.
 *
 * @throws Refusal `damaged_file`, `unsafe_archive`, `empty_file`, `no_profile` (an archive that is no workbook)
 */
export async function readWorkbook(path: string, name: string, scratch: Scratch): Promise<readonly RawTable[]> {
  const zip = await Zip.open(path, name);
  try {
    const tables = await readSheets(zip, name, scratch);
    if (tables.length > 0) return tables;
    throw new Refusal("empty_file", "readers.empty_file", {}, { place: { file: name } });
  } finally {
    await zip.close();
  }
}
