import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { Crc32 } from "../../../src/ingest/readers/crc32.ts";
import { bench } from "./bench.ts";
import { parts } from "./workbook.ts";

const { refusal } = await bench();
const sound = parts({ sheets: { S: "<row><c><v>1</v></c></row>" } });
const MEGABYTE = 1024 * 1024;

function pack(files: Record<string, Uint8Array>): Buffer {
  const texts = Object.entries(sound).map(([name, text]) => [name, Buffer.from(text)] as const);
  return Buffer.from(zipSync({ ...Object.fromEntries(texts), ...files }, { level: 6 }));
}

test("the checksum of the standard's example", () => {
  const crc = new Crc32();
  crc.add(Buffer.from("1234"));
  crc.add(Buffer.from("56789"));
  expect(crc.value).toBe(0xcbf43926);
});

describe("archives that unpack to more than is safe", () => {
  const sheet = (bytes: number) => {
    const content = Buffer.alloc(bytes, " ");
    content.write("<worksheet><sheetData>");
    content.write("</sheetData></worksheet>", bytes - 24);
    return content;
  };
  test("a ratio above 200 is fine below 100 MB", async () => {
    const error = await refusal(pack({ "xl/worksheets/sheet1.xml": sheet(90 * MEGABYTE) }));
    expect(error.code).toBe("empty_file");
  });
  test("and refused above, before anything is unpacked", async () => {
    const error = await refusal(pack({ "xl/worksheets/sheet1.xml": sheet(120 * MEGABYTE) }), "bomb.xlsx");
    expect([error.code, error.key, error.place]).toEqual([
      "unsafe_archive",
      "readers.unsafe_archive",
      { file: "bomb.xlsx" },
    ]);
    expect(Number(error.params.ratio)).toBeGreaterThan(200);
  });
  test("also where the archive lies about its sizes", async () => {
    const bytes = pack({ "xl/worksheets/sheet1.xml": sheet(120 * MEGABYTE) });
    // The size in the directory: 24 bytes into the entry, whose name follows at 46.
    const entry = bytes.lastIndexOf("xl/worksheets/sheet1.xml") - 46;
    expect(bytes.readUInt32LE(entry + 24)).toBe(120 * MEGABYTE);
    bytes.writeUInt32LE(1000, entry + 24);
    expect((await refusal(bytes)).code).toBe("unsafe_archive");
  });
  test("a declared size above 2 GiB", async () => {
    const bytes = pack({});
    const entry = bytes.lastIndexOf("xl/styles.xml") - 46;
    bytes.writeUInt32LE(0x90000000, entry + 24);
    expect((await refusal(bytes)).code).toBe("unsafe_archive");
  });
});

test("content that does not have the checksum that the archive says", async () => {
  const bytes = pack({});
  const entry = bytes.lastIndexOf("xl/styles.xml") - 46;
  bytes.writeUInt32LE(bytes.readUInt32LE(entry + 16) ^ 1, entry + 16);
  const error = await refusal(bytes);
  expect([error.code, error.params]).toEqual(["damaged_file", { fault: "checksum", part: "xl/styles.xml" }]);
});

test("an entry that is encrypted, or packed in a way that is not read", async () => {
  for (const [field, value, fault] of [
    [8, 1, "password"],
    [10, 12, "archive"],
  ] as const) {
    const bytes = pack({});
    const entry = bytes.lastIndexOf("xl/workbook.xml") - 46;
    bytes.writeUInt16LE(value, entry + field);
    const error = await refusal(bytes);
    expect([error.code, error.params]).toEqual(["damaged_file", { fault, part: "xl/workbook.xml" }]);
  }
});
