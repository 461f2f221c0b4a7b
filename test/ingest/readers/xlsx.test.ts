import fc from "fast-check";
import readExcelFile from "read-excel-file/node";
import { describe, expect, test } from "vitest";
import writeExcelFile, { type SheetData } from "write-excel-file/node";
import { numberText } from "../../../src/ingest/readers/xlsx/cell.ts";
import { kindOfCode } from "../../../src/ingest/readers/xlsx/styles.ts";
import { bench } from "./bench.ts";
import { type Parts, parts, workbook, zip } from "./workbook.ts";

const { read, table, cells, lines, refusal, leftovers } = await bench();
const book = async (description: Parts) => table(workbook(description), "book.xlsx");
const row = (sheet: string) => ({ sheets: { 一: sheet } });

test("what another program wrote", async () => {
  const moment = new Date(Date.UTC(2026, 0, 31, 9, 30, 5));
  const bytes = await writeExcelFile([
    [
      { value: "登记编号" },
      { value: "登记时间" },
      { value: "挽回经济损失" },
      { value: "是否网购" },
      { value: "诉求内容" },
    ],
    [
      { value: "00123", type: String },
      { value: moment, type: Date, format: "yyyy/m/d h:mm:ss" },
      { value: 1234.56, type: Number },
      { value: true, type: Boolean },
      { value: " 两行\n“引号” <&> ", type: String },
    ],
  ]).toBuffer();
  const file = await read(new Uint8Array(bytes), "list.xls");
  expect([file.format, file.encoding, file.tables.length]).toEqual(["xlsx", "binary", 1]);
  expect(await cells(file.tables[0] as never)).toEqual([
    ["登记编号", "登记时间", "挽回经济损失", "是否网购", "诉求内容"],
    ["00123", "2026-01-31 09:30:05", "1234.56", "TRUE", " 两行\n“引号” <&> "],
  ]);
});

test("every kind of cell", async () => {
  const raw = await book({
    sheets: {
      全部: `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>a &amp; <![CDATA[<b>]]> c</t></is></c></row>
        <row r="2"><c r="A2" t="b"><v>1</v></c><c r="B2" t="b"><v>0</v></c><c r="C2" t="e"><v>#N/A</v></c></row>
        <row r="3"><c r="A3" t="str"><f>A1&amp;"x"</f><v>甲x</v></c><c r="B3"><f>SUM(A1:A9)</f></c><c r="C3" t="d"><v>2026-01-31T08:00:00.000Z</v></c></row>
        <row r="4"><c r="A4"><v>42</v></c><c r="B4" t="s"/><c r="C4"/></row>`,
    },
    strings: [
      '<t xml:space="preserve">  前后 </t>',
      "<r><t>粗</t></r><r><rPr><b/></rPr><t>细_x000D_</t></r><rPh><t>cū</t></rPh>",
    ],
  });
  expect(raw.name).toBe("全部");
  expect(await cells(raw)).toEqual([
    ["  前后 ", "粗细\r", "a & <b> c"],
    ["TRUE", "FALSE", "#N/A"],
    ["甲x", "=SUM(A1:A9)", "2026-01-31 08:00:00"],
    ["42", "", ""],
  ]);
});

describe("rows and columns keep their places", () => {
  test("with rows and cells left out", async () => {
    const raw = await book(
      row(
        '<row r="3"><c r="B3"><v>1</v></c></row><row r="4"><c r="A4" s="0"/></row><row r="7"><c r="A7"><v>2</v></c><c r="D7"><v>3</v></c></row>',
      ),
    );
    expect(await cells(raw)).toEqual([
      ["", "1", "", ""],
      ["2", "", "", "3"],
    ]);
    expect(lines(raw)).toEqual([3, 7]);
    expect(raw).toMatchObject({
      uniform: true,
      width: 4,
      head: [
        ["", "1", "", ""],
        ["2", "", "", "3"],
      ],
    });
  });
  test("without any numbers, and with a prefix to every name", async () => {
    const description = row("");
    const sheet =
      '<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row><x:row/><x:row><x:c><x:v>3</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    const raw = await book({ ...description, extra: { "xl/worksheets/sheet1.xml": sheet } });
    expect([await cells(raw), lines(raw)]).toEqual([
      [
        ["1", "2"],
        ["3", ""],
      ],
      [1, 3],
    ]);
  });
  test("every sheet is a table; those without a cell are none", async () => {
    const one = '<row r="2"><c r="A2"><v>7</v></c></row>';
    const { tables } = await read(workbook({ sheets: { 投诉: one, 空表: "", 举报: one } }));
    expect(tables.map(({ name }) => name)).toEqual(["投诉", "举报"]);
    expect(new Set(tables.map(({ csvPath }) => csvPath)).size).toBe(2);
  });
});

describe("numbers", () => {
  test.each([
    ["0.30000000000000004", "0.3"],
    ["1234.5600000000002", "1234.56"],
    ["1.1000000000000001", "1.1"],
    ["1E+21", "1000000000000000000000"],
    ["1.5E-7", "0.00000015"],
    ["-2.5e3", "-2500"],
    ["12345678901234567890", "12345678901234567890"],
    ["1.0", "1"],
    ["0", "0"],
    ["-0.5", "-0.5"],
    ["", ""],
    ["abc", "abc"],
  ])("%s", (stored, text) => expect(numberText(stored)).toBe(text));
  test("are the same number, and never in scientific notation", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = numberText(String(value));
        expect(text).toMatch(/^-?\d+(\.\d+)?$/);
        expect(Math.abs(Number(text) - value)).toBeLessThanOrEqual(Math.abs(value) * 1e-14);
      }),
    );
  });
});

describe("dates", () => {
  const dated = async (format: string | number, stored: string, epoch1904 = false) =>
    (
      await cells(
        await book({ ...row(`<row r="1"><c r="A1" s="1"><v>${stored}</v></c></row>`), formats: [format], epoch1904 }),
      )
    )[0]?.[0];
  test.each([
    ["yyyy-mm-dd", "46053", "2026-01-31"],
    [14, "46053", "2026-01-31"],
    [22, "46053.395891203704", "2026-01-31 09:30:05"],
    [22, "46053", "2026-01-31 00:00:00"],
    ["yyyy-mm-dd", "46053.5", "2026-01-31 12:00:00"],
    ['[DBNum1][$-804]yyyy"年"m"月"d"日";@', "46053", "2026-01-31"],
    ["yyyy/m/d h:mm;@", "46053.999999", "2026-02-01 00:00:00"],
    [31, "46053", "2026-01-31"],
    [20, "0.5", "12:00:00"],
    ["h:mm", "46053.5", "2026-01-31 12:00:00"],
    ["[h]:mm:ss", "2.5", "60:00:00"],
    ["0.00", "46053", "46053"],
    ["#,##0.00_);[Red](#,##0.00)", "1234.5", "1234.5"],
    ["General", "46053", "46053"],
    // The calendar of spreadsheets knows a 29 February 1900; a zero is no day; neither is a negative number.
    [14, "59", "1900-02-28"],
    [14, "60", "1900-02-29"],
    [14, "61", "1900-03-01"],
    [14, "1", "1900-01-01"],
    [14, "0", "0"],
    [14, "-5", "-5"],
    [14, "99999999", "99999999"],
  ])("%s of %s", async (format, stored, text) => expect(await dated(format, stored)).toBe(text));
  test("counted from 1904", async () => {
    expect(await dated(14, "0", true)).toBe("1904-01-01");
    expect(await dated(14, "44591", true)).toBe("2026-01-31");
  });
  test.each([
    ["yyyy-mm", "date"],
    ["mm:ss", "time"],
    ["mm:ss.0", "time"],
    ["h:mm AM/PM", "time"],
    ['上午/下午h"时"mm"分"', "time"],
    ["m/d/yy h:mm", "datetime"],
    ["mmmm d, yyyy", "date"],
    ["aaaa", "date"],
    ["0.00E+00", "number"],
    ['"第"0"件"', "number"],
    ["@", "number"],
    ["[Red]General", "number"],
    ["[mm]:ss", "elapsed"],
    ['0"d"', "number"],
    ["\\d0", "number"],
  ])("%s shows a %s", (code, kind) => expect(kindOfCode(code)).toBe(kind));
});

test("agrees with read-excel-file on what that can read", async () => {
  const text = fc
    .array(fc.constantFrom("a", "投", "<", "&", '"', ",", "'", "😀", "\n", "_x000D_", " ", "0"), {
      minLength: 1,
      maxLength: 6,
    })
    .map((c) => c.join(""));
  const cell = fc.oneof(
    fc.constant(null),
    text.map((value) => ({ value, type: String })),
    fc.integer().map((value) => ({ value, type: Number })),
    fc.integer({ min: -1e9, max: 1e9 }).map((value) => ({ value: value / 100, type: Number })),
    fc.boolean().map((value) => ({ value, type: Boolean })),
    fc.date({ min: new Date("1900-03-01"), max: new Date("2100-01-01"), noInvalidDate: true }).map((date) => ({
      value: new Date(Math.floor(date.getTime() / 1000) * 1000),
      type: Date,
      format: "yyyy-mm-dd hh:mm:ss",
    })),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 8 }),
      async (rows) => {
        const sheet = [[{ value: "h" }, { value: "i" }, { value: "j" }, { value: "k" }], ...rows];
        const bytes = Buffer.from(await writeExcelFile(sheet as SheetData).toBuffer());
        const wanted = ((await readExcelFile(bytes, { trim: false }))[0]?.data ?? []).map((values) =>
          values.map((value: unknown) =>
            value === null
              ? ""
              : value instanceof Date
                ? new Date(Math.round(value.getTime() / 1000) * 1000).toISOString().slice(0, 19).replace("T", " ")
                : typeof value === "boolean"
                  ? String(value).toUpperCase()
                  : String(value),
          ),
        );
        const raw = await table(bytes);
        expect(await cells(raw)).toEqual(wanted.filter((values) => values.some((value) => value !== "")));
      },
    ),
    { numRuns: 60 },
  );
});

describe("damage", () => {
  const sound = parts(row('<row r="1"><c r="A1"><v>1</v></c></row>'));
  const damaged = async (bytes: Buffer) => {
    const before = leftovers();
    const error = await refusal(bytes, "damaged.xlsx");
    expect(leftovers()).toEqual(before);
    return [error.code, error.params.fault ?? error.params.format, error.params.part ?? null];
  };
  const sheet = (inner: string) =>
    zip({ ...sound, "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${inner}</sheetData></worksheet>` });

  test("an archive that is cut short", async () => {
    const bytes = zip(sound);
    expect(await damaged(bytes.subarray(0, bytes.length - 30))).toEqual(["damaged_file", "archive", null]);
  });
  test("a byte that has changed", async () => {
    const bytes = zip({
      ...sound,
      "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${"<row><c><v>1</v></c></row>".repeat(500)}</sheetData></worksheet>`,
    });
    const at = bytes.indexOf("xl/worksheets/sheet1.xml") + 60;
    bytes[at] = (bytes[at] as number) ^ 0xff;
    const [code, fault, part] = await damaged(bytes);
    expect([code, part]).toEqual(["damaged_file", "xl/worksheets/sheet1.xml"]);
    expect(["archive", "checksum"]).toContain(fault);
  });
  test("a sheet that ends early", async () => {
    const bytes = zip({
      ...sound,
      "xl/worksheets/sheet1.xml": '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row>',
    });
    expect(await damaged(bytes)).toEqual(["damaged_file", "workbook", "xl/worksheets/sheet1.xml"]);
  });
  test("a text that is not there", async () => {
    expect(await damaged(sheet('<row><c t="s"><v>9</v></c></row>'))).toEqual([
      "damaged_file",
      "workbook",
      "xl/worksheets/sheet1.xml",
    ]);
  });
  test("a sheet that is not there", async () => {
    const { "xl/worksheets/sheet1.xml": _, ...rest } = sound;
    expect(await damaged(zip(rest))).toEqual(["damaged_file", "workbook", "xl/worksheets/sheet1.xml"]);
  });
  test.each([
    '<row r="99999999999"><c r="A1"><v>1</v></c></row>',
    '<row r="2"/><row r="1"/>',
    '<row r="1"><c r="ZZZZ1"><v>1</v></c></row>',
  ])("impossible places: %s", async (inner) => {
    const [code, fault] = await damaged(sheet(inner));
    expect([code, fault]).toEqual(["damaged_file", "size"]);
  });
  test("entities that would grow without end", async () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet><sheetData><row><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>`;
    expect(await cells(await table(zip({ ...sound, "xl/worksheets/sheet1.xml": bomb })))).toEqual([["&b;"]]);
  });
  test("archives that are no workbook", async () => {
    expect(
      await damaged(zip({ mimetype: "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<a/>" })),
    ).toEqual(["no_profile", "ods", null]);
    expect(await damaged(zip({}))).toEqual(["empty_file", undefined, null]);
    const word = { ...sound, "xl/workbook.xml": "<document><body/></document>" };
    expect(await damaged(zip(word))).toEqual(["no_profile", "office", null]);
  });
  test("a workbook without a cell", async () =>
    expect(await damaged(zip(parts(row(""))))).toEqual(["empty_file", undefined, null]));
});
