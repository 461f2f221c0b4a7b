import { createRequire } from "node:module";
import iconv from "iconv-lite";

/** The library that reads these workbooks is here the one that writes them; see `biff5` for one it did not write. */
export const XLSX = createRequire(import.meta.url)("@e965/xlsx") as typeof import("@e965/xlsx");

export type Sheets = Readonly<Record<string, import("@e965/xlsx").WorkSheet>>;

/** A workbook of Excel 97 to 2003. */
export function biff8(sheets: Sheets, epoch1904 = false): Buffer {
  const book = XLSX.utils.book_new();
  for (const [name, sheet] of Object.entries(sheets)) XLSX.utils.book_append_sheet(book, sheet, name);
  if (epoch1904) book.Workbook = { WBProps: { date1904: true } };
  return XLSX.write(book, { type: "buffer", bookType: "biff8" }) as Buffer;
}

/** An OLE2 file with one stream. */
export function ole(stream: string, content: Buffer): Buffer {
  const file = XLSX.CFB.utils.cfb_new();
  XLSX.CFB.utils.cfb_add(file, `/${stream}`, content);
  return Buffer.from(XLSX.CFB.write(file, { type: "buffer" }) as Uint8Array);
}

function record(type: number, ...parts: readonly (number | Buffer)[]): Buffer {
  const body = Buffer.concat(
    parts.map((part) => (typeof part === "number" ? Buffer.from([part & 0xff, part >> 8]) : part)),
  );
  const head = Buffer.alloc(4);
  head.writeUInt16LE(type, 0);
  head.writeUInt16LE(body.length, 2);
  return Buffer.concat([head, body]);
}

function double(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return bytes;
}

/** A sheet of Excel 5 or 95, put together record by record: texts are in the code page of simplified Chinese. */
export function biff5(name: string, rows: readonly (readonly (string | number)[])[]): Buffer {
  const text = (value: string) => iconv.encode(value, "gbk");
  const begin = (kind: number) => record(0x809, 0x500, kind, 0, 0);
  const end = record(0x0a);
  const title = text(name);
  const first = Buffer.concat([begin(5), record(0x42, 936)]);
  const sheetAt = first.length + 4 + 7 + title.length + end.length;
  const offset = Buffer.alloc(4);
  offset.writeUInt32LE(sheetAt);
  const cells = rows.flatMap((row, y) =>
    row.map((value, x) =>
      typeof value === "number"
        ? record(0x203, y, x, 0, double(value))
        : record(0x204, y, x, 0, text(value).length, text(value)),
    ),
  );
  const bound = record(0x85, offset, 0, Buffer.from([title.length]), title);
  return ole(
    "Book",
    Buffer.concat([first, bound, end, begin(0x10), record(0x200, 0, rows.length, 0, 9, 0), ...cells, end]),
  );
}
