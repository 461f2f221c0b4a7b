import iconv from "iconv-lite";
import type { Line } from "./dirt.ts";
import type { Table } from "./table.ts";

export type TextEncoding = "gb18030" | "utf-8-bom" | "utf-8";

function encode(text: string, encoding: TextEncoding): Buffer {
  return encoding === "gb18030" ? iconv.encode(text, "gb18030") : Buffer.from(text, "utf8");
}

const quoted = (cell: string) => (/[",\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

const record = (cells: readonly string[]) => `${cells.map(quoted).join(",")}\r\n`;

/** A byte that begins no character in either encoding. */
const BROKEN = Buffer.from([0xff]);

function brokenRecord(line: Line, encoding: TextEncoding): Buffer {
  const text = record(line.cells);
  // Within the second cell, where a number or a word stands.
  const at = text.indexOf(",") + 2;
  return Buffer.concat([encode(text.slice(0, at), encoding), BROKEN, encode(text.slice(at), encoding)]);
}

/** CSV as spreadsheets of the region write it: commas, CRLF, quotes where they are needed. */
export function csvBytes(table: Table, encoding: TextEncoding): Buffer {
  const parts: Buffer[] = [];
  let text = encoding === "utf-8-bom" ? "\ufeff" : "";
  if (table.title !== null) text += record([table.title, ...table.header.slice(1).map(() => "")]);
  text += record(table.header);
  for (const line of table.lines) {
    if (line.brokenBytes) {
      parts.push(encode(text, encoding), brokenRecord(line, encoding));
      text = "";
    } else if (line.blank) text += "\r\n";
    else text += record(line.cells);
    if (text.length > 1 << 20) {
      parts.push(encode(text, encoding));
      text = "";
    }
  }
  parts.push(encode(text, encoding));
  return Buffer.concat(parts);
}
