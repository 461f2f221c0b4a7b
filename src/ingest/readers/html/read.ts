import { createReadStream } from "node:fs";
import { Parser } from "htmlparser2";
import { Refusal } from "../../refusal.ts";
import type { RawTable } from "../raw.ts";
import type { Scratch } from "../scratch.ts";
import type { Utf8Text } from "../text.ts";
import { Tables } from "./tables.ts";

/**
 * Reads the table with the most rows of an HTML page, as which many systems write their ".xls". Rows of `lines` are
 * counted within the table.
 *
 * @throws Refusal `empty_file`, `damaged_file` (bytes that mean no character), `no_profile` (a page without a table)
 */
export async function readHtml(text: Utf8Text, name: string, scratch: Scratch): Promise<RawTable> {
  const place = { file: name };
  const fault = text.faultyLines[0];
  // Lines of the page are not rows of the table, so a faulty row could not be left out alone.
  if (fault !== undefined)
    throw new Refusal(
      "damaged_file",
      "readers.damaged_file",
      { fault: "encoding" },
      { place: { ...place, line: fault } },
    );
  const tables = new Tables(scratch);
  const parser = new Parser(tables, { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true });
  const decoder = new TextDecoder();
  try {
    for await (const chunk of createReadStream(text.path, { start: text.skip, highWaterMark: 256 * 1024 })) {
      parser.write(decoder.decode(chunk as Buffer, { stream: true }));
      await tables.pause();
    }
    parser.end();
    const table = await tables.finish();
    if (table) return table;
  } catch (error) {
    await tables.discard();
    throw error;
  }
  if (tables.seen === 0) throw new Refusal("no_profile", "readers.format_not_read", { format: "html" }, { place });
  throw new Refusal("empty_file", "readers.empty_file", {}, { place });
}
