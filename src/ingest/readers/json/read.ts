import { Refusal } from "../../refusal.ts";
import { LineMapBuilder } from "../lines.ts";
import type { Format, RawTable } from "../raw.ts";
import type { Scratch } from "../scratch.ts";
import { TableWriter } from "../table-writer.ts";
import type { Utf8Text } from "../text.ts";
import { FileWindow } from "../window.ts";
import { Columns } from "./columns.ts";
import { RecordReader } from "./records.ts";
import { findShape } from "./shape.ts";

/**
 * Reads JSON: an object a line (NDJSON), objects one after the other, an array of objects, or an object that holds such
 * an array somewhere. The first record of the table are the names; objects within the records are laid out flat, with
 * dots between their names. Numbers stand exactly as they are written, `true` and `false` too; null is an empty cell;
 * arrays of plain values are joined by `; `, other arrays remain JSON.
 *
 * DuckDB's own JSON functions are not used: they read numbers as doubles (0.10 becomes 0.1), and take names that differ
 * in case for the same.
 *
 * @throws Refusal `damaged_file` (never closed, nested too deep, mostly malformed), `empty_file`, `no_profile` (no
 * objects)
 */
export async function readJson(
  text: Utf8Text,
  name: string,
  scratch: Scratch,
): Promise<{ table: RawTable; format: Format }> {
  const shape = await findShape(text, name);
  const columns = new Columns();
  const writer = new TableWriter(scratch, { headed: true, keepEmpty: true });
  const window = await FileWindow.open(text.path, shape.offset);
  const ordinals = new LineMapBuilder();
  const place = { file: name };
  try {
    const reader = new RecordReader(shape, name, window, writer, columns, text.faultyLines);
    let good = 0;
    reader.onRecord = (ordinal) => {
      good++;
      ordinals.add(good + 1, ordinal);
    };
    await window.more();
    await reader.run();
    const faults = reader.faults.length;
    // Objects without a name are no records either.
    if (reader.count === 0 || (faults === 0 && columns.count === 0))
      throw new Refusal("empty_file", "readers.empty_file", {}, { place });
    if (good === 0 && reader.faults.every(({ text: fault }) => !fault.startsWith("{")))
      throw new Refusal("no_profile", "readers.format_not_read", { format: "json" }, { place });
    if (faults > good && (faults >= 20 || good === 0)) {
      const line = reader.faults[0]?.line ?? 1;
      throw new Refusal("damaged_file", "readers.damaged_file", { fault: "syntax" }, { place: { ...place, line } });
    }
    const table = await writer.finish(null, columns.captions(good));
    if (!table) throw new TypeError("a table with records has none");
    const byOrdinal = reader.sharesLines;
    const malformed = [
      ...reader.faults.map(({ ordinal, line, ...fault }) => ({ line: byOrdinal ? ordinal : line, ...fault })),
      ...table.malformed,
    ];
    return {
      table: { ...table, malformed, lines: byOrdinal ? ordinals.build() : table.lines },
      format: shape.kind === "lines" ? "ndjson" : "json",
    };
  } catch (error) {
    await writer.discard();
    throw error;
  } finally {
    await window.close();
  }
}
