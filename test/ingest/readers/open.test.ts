import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openRawFile } from "../../../src/ingest/readers/open.ts";
import { lineOf } from "../../../src/ingest/readers/raw.ts";
import { bench } from "./bench.ts";

const { folder, temporary, read, table, cells, lines, refusal, leftovers } = await bench();

test("size and digest are those of the file, whatever was rewritten", async () => {
  const bytes = Buffer.from('a,b\r\nc,"d"e\nf,g\n');
  const file = await read(bytes);
  expect([file.bytes, file.sha256]).toEqual([bytes.length, createHash("sha256").update(bytes).digest("hex")]);
});

describe("what cannot be read is refused with a code, a key and a place", () => {
  test.each([
    ["nothing", "", "empty_file", null],
    ["a mark and nothing else", "\uFEFF", "empty_file", null],
    ["blank lines", "\r\n\r\n\n", "empty_file", null],
    ["a line that names the delimiter, and nothing else", "sep=;\r\n", "empty_file", null],
    ["the beginning of an old Excel file", Buffer.from("d0cf11e0a1b11ae1000000", "hex"), "damaged_file", null],
    ["the beginning of a gzip file", Buffer.from("1f8b080000000000", "hex"), "damaged_file", null],
    ["what looks like Parquet at both ends", "PAR1....PAR1", "damaged_file", null],
    ["PDF", "%PDF-1.7\n", "no_profile", "pdf"],
    ["JSON without a record", "[\n  [1, 2]\n]", "no_profile", "json"],
    ["JSON that was cut off", '[{"a": 1},\n{"a": 2},', "damaged_file", null],
    ["XML", '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>', "no_profile", "xml"],
    ["a web archive", "MIME-Version: 1.0\nContent-Type: multipart/related\n", "no_profile", "mhtml"],
  ])("%s", async (_, content, code, format) => {
    const before = leftovers();
    const error = await refusal(content, "投诉.csv");
    expect([error.code, error.params.format ?? null, error.place.file]).toEqual([code, format, "投诉.csv"]);
    for (const locale of ["zh", "en"] as const) expect(error.explain(locale)).toMatch(/^投诉\.csv(:\d+)?: .{8,}[.。]$/);
    expect(leftovers()).toEqual(before);
  });
  test("a folder, and a file that is not there", async () => {
    mkdirSync(join(folder, "folder.csv"), { recursive: true });
    for (const name of ["folder.csv", "absent.csv"])
      await expect(openRawFile(join(folder, name), { temporary, name })).rejects.toMatchObject({
        code: "damaged_file",
        place: { file: name },
        params: { fault: "unreadable" },
      });
  });
  test("a CSV that begins like JSON is none", async () => {
    expect((await table("[编号],{名称}\n1,2\n")).head[0]).toEqual(["[编号]", "{名称}"]);
  });
});

describe("the delimiter", () => {
  test.each([",", "\t", ";", "|"])("%j", async (delimiter) => {
    const rows = [
      ["编号", "金额", "备注"],
      ["1", "1.5", "a, b; c | d"],
      ["2", "2.5", ""],
    ];
    const text = rows
      .map((row) => row.map((cell) => (cell.includes(" ") ? `"${cell}"` : cell)).join(delimiter))
      .join("\n");
    const raw = await table(text);
    expect([raw.delimiter, await cells(raw)]).toEqual([delimiter, rows]);
  });
  test("decimal commas between semicolons", async () => {
    const raw = await table("name;amount\na;1,5\nb;2,5\nc;10,25\n");
    expect([raw.delimiter, raw.width]).toEqual([";", 2]);
  });
  test("a title above the table", async () => {
    const raw = await table("某县市场监督管理局投诉举报登记表,,,\n\n编号;a|b,类型,内容,金额\n1,投诉,x,2\n");
    expect([raw.delimiter, raw.records, lines(raw)]).toEqual([",", 3, [1, 3, 4]]);
  });
  test("one column", async () => {
    const raw = await table("编号\n1\n2\n");
    expect([raw.delimiter, raw.width, await cells(raw)]).toEqual([",", 1, [["编号"], ["1"], ["2"]]]);
  });
  test("as a first line says, which is no record but a line", async () => {
    const raw = await table("sep=|\r\na,b|c\r\n1|2,3\r\n");
    expect([raw.delimiter, await cells(raw), lines(raw)]).toEqual([
      "|",
      [
        ["a,b", "c"],
        ["1", "2,3"],
      ],
      [2, 3],
    ]);
  });
});

test("lines after blank ones and after texts of several lines", () => {
  const map = { record: [3, 5], line: [4, 9] };
  expect([1, 2, 3, 4, 5, 6].map((record) => lineOf(map, record))).toEqual([1, 2, 4, 5, 9, 10]);
});
