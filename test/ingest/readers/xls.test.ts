import { execFileSync } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Scratch } from "../../../src/ingest/readers/scratch.ts";
import { readOldWorkbook } from "../../../src/ingest/readers/xls/read.ts";
import { bench } from "./bench.ts";
import { biff5, biff8, ole, XLSX } from "./old-workbook.ts";

const { folder, temporary, read, table, cells, lines, refusal, leftovers } = await bench();
const sheet = (rows: unknown[][]) => XLSX.utils.aoa_to_sheet(rows);

test("every kind of cell", async () => {
  const one = sheet([
    ["登记编号", "登记时间", "金额", "网购", "备注"],
    ["00123", null, 1234.56, true, " 前后 "],
    [12345678901234, null, 0.1 + 0.2, false, "两行\n“引号”"],
  ]);
  one.B2 = { t: "n", v: 46053, z: 'yyyy"年"m"月"d"日"' };
  one.B3 = { t: "n", v: 46053.395891203705, z: "m/d/yy h:mm" };
  one.F2 = { t: "e", v: 0x2a };
  one.F3 = { t: "e", v: 0x07 };
  one.G2 = { t: "n", v: 0.5, z: "h:mm:ss" };
  one.G3 = { t: "n", v: 42, f: "6*7" };
  one["!ref"] = "A1:G3";
  const file = await read(biff8({ 投诉: one, 空表: sheet([]), 举报: sheet([["x"]]) }), "list.xls");
  expect([file.format, file.encoding, file.tables.map(({ name }) => name)]).toEqual([
    "xls",
    "binary",
    ["投诉", "举报"],
  ]);
  expect(await cells(file.tables[0] as never)).toEqual([
    ["登记编号", "登记时间", "金额", "网购", "备注", "", ""],
    ["00123", "2026-01-31", "1234.56", "TRUE", " 前后 ", "#N/A", "12:00:00"],
    ["12345678901234", "2026-01-31 09:30:05", "0.3", "FALSE", "两行\n“引号”", "#DIV/0!", "42"],
  ]);
});

test("titles in merged cells stand in the first one; rows keep their numbers", async () => {
  const one = sheet([["某县投诉举报登记表"], [], ["编号", null, "内容"], [], ["1", null, "质量"]]);
  one["!merges"] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 2 } }];
  const raw = await table(biff8({ 一: one }));
  expect(await cells(raw)).toEqual([
    ["某县投诉举报登记表", "", ""],
    ["编号", "", "内容"],
    ["1", "", "质量"],
  ]);
  expect(lines(raw)).toEqual([1, 3, 5]);
});

test("counted from 1904", async () => {
  const one = sheet([["x"]]);
  one.A2 = { t: "n", v: 44591, z: "yyyy-mm-dd" };
  one["!ref"] = "A1:A2";
  expect((await cells(await table(biff8({ 一: one }, true))))[1]).toEqual(["2026-01-31"]);
});

test("Excel 5 in the Chinese code page", async () => {
  const rows = [
    ["编号", "诉求内容", "金额"],
    ["007", "电动车电池鼓包，〇镕", 12.5],
  ];
  const file = await read(biff5("投诉明细", rows), "old.xls");
  expect([file.format, file.tables[0]?.name]).toEqual(["xls", "投诉明细"]);
  expect(await cells(file.tables[0] as never)).toEqual(rows.map((row) => row.map(String)));
});

test("what the library wrote comes back", async () => {
  const text = fc.array(fc.constantFrom("a", "投", '"', ",", "\n", "😀", "0", "é"), { minLength: 1, maxLength: 6 });
  const cell = fc.oneof(
    text.map((characters) => `x${characters.join("")}`),
    fc.integer({ min: -1e9, max: 1e9 }),
    fc.integer({ min: -1e9, max: 1e9 }).map((value) => value / 100),
    fc.boolean(),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 }),
      async (rows) => {
        const raw = await table(biff8({ S: sheet(rows) }));
        expect(await cells(raw)).toEqual(
          rows.map((row) =>
            row.map((value) => (typeof value === "boolean" ? String(value).toUpperCase() : String(value))),
          ),
        );
      },
    ),
    { numRuns: 15 },
  );
});

test("a full sheet", async () => {
  const rows = Array.from({ length: 65_536 }, (_, index) => [index / 8]);
  const raw = await table(biff8({ S: sheet(rows) }));
  expect(raw.records).toBe(65_536);
  expect((await cells(raw)).at(-1)).toEqual(["8191.875"]);
});

describe("is refused, and leaves nothing behind", () => {
  const book = biff8({ S: sheet([["编号"], ["1"]]) });
  test.each([
    ["a document of Word", ole("WordDocument", Buffer.alloc(9000)), "no_profile", "ole"],
    ["a newer file with a password", ole("EncryptedPackage", Buffer.alloc(9000)), "no_profile", "password"],
    ["a workbook with a password", withPassword(book), "no_profile", "password"],
    ["a file that is cut", book.subarray(0, 700), "damaged_file", "workbook"],
    ["the first bytes alone", Buffer.from("d0cf11e0a1b11ae1000000", "hex"), "damaged_file", "workbook"],
    ["a workbook without a cell", biff8({ S: sheet([]) }), "empty_file", undefined],
  ])("%s", async (_, bytes, code, what) => {
    const before = leftovers();
    const error = await refusal(bytes, "a.xls");
    expect([error.code, error.params.fault ?? error.params.format]).toEqual([code, what]);
    for (const locale of ["zh", "en"] as const) expect(error.explain(locale)).toMatch(/^a\.xls: .{8,}[.。]$/);
    expect(leftovers()).toEqual(before);
  });
  test("one that takes too long, or too much", async () => {
    const before = leftovers();
    const path = join(folder, "large.xls");
    writeFileSync(path, biff8({ S: sheet(Array.from({ length: 40_000 }, (_, i) => [i, `x${i}`, `y${i}`])) }));
    for (const limits of [
      { milliseconds: 100, mebibytes: 512 },
      { milliseconds: 60_000, mebibytes: 16 },
    ]) {
      const reading = readOldWorkbook(path, "large.xls", new Scratch(temporary), limits);
      await expect(reading).rejects.toMatchObject({ code: "damaged_file", params: { fault: "effort" } });
    }
    expect(leftovers()).toEqual(before);
  });
  test("bytes changed at random end as a table or as a refusal", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(book.length - 9), fc.nat(255)), { minLength: 1, maxLength: 20 }),
        async (changes) => {
          const bytes = Buffer.from(book);
          for (const [at, byte] of changes) bytes[8 + at] = byte;
          const outcome = await read(bytes).then(
            ({ format }) => format,
            (error: { code?: string }) => error.code,
          );
          expect(["xls", "damaged_file", "no_profile", "empty_file"]).toContain(outcome);
        },
      ),
      { numRuns: 25 },
    );
  });
});

/** A record FILEPASS after the first one: what follows would be encrypted. */
function withPassword(book: Buffer): Buffer {
  const file = XLSX.CFB.read(book, { type: "buffer" });
  const stream = Buffer.from((XLSX.CFB.find(file, "/Workbook")?.content ?? []) as Uint8Array);
  const first = 4 + stream.readUInt16LE(2);
  const pass = Buffer.from([0x2f, 0, 6, 0, 0, 0, 0x34, 0x12, 0x78, 0x56]);
  return ole("Workbook", Buffer.concat([stream.subarray(0, first), pass, stream.subarray(first)]));
}

test("runs as the program is run", () => {
  writeFileSync(join(folder, "program.xls"), biff8({ S: sheet([["编号"], ["7"]]) }));
  const root = resolve(import.meta.dirname, "../../..");
  const script = `
    import { openRawFile } from "./src/ingest/readers/open.ts";
    const { tables } = await openRawFile(${JSON.stringify(join(folder, "program.xls"))}, { temporary: ${JSON.stringify(temporary)} });
    console.log(JSON.stringify(tables[0].head));`;
  const told = execFileSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
    cwd: root,
    encoding: "utf8",
  });
  expect(JSON.parse(told)).toEqual([["编号"], ["7"]]);
  expect(readdirSync(temporary).length).toBeGreaterThan(0);
});
