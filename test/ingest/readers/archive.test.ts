import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { type Member, members } from "../../../src/ingest/readers/archive.ts";
import { openRawFile } from "../../../src/ingest/readers/open.ts";
import { Refusal } from "../../../src/ingest/refusal.ts";
import { bench } from "./bench.ts";
import { workbook } from "./workbook.ts";
import { type Packed, zipOf } from "./zip-writer.ts";

const { folder, temporary, read, table, cells, refusal, leftovers } = await bench();
const MEGABYTE = 1024 * 1024;
const csv = "编号,内容\n1,甲\n";

let made = 0;
function file(content: string | Uint8Array, name = `archive-${++made}.zip`): { path: string; name: string } {
  const path = join(folder, `${++made}`);
  writeFileSync(path, content);
  return { path, name };
}

interface Seen {
  name: string;
  archive: string | null;
  text: string | null;
  refused: string | null;
}

/** All members with their contents; nothing may be left when they are done. */
async function unpack(content: string | Uint8Array, name?: string): Promise<Seen[]> {
  const before = leftovers();
  const outer = file(content, name);
  const seen: Seen[] = [];
  for await (const { path, name: member, archive, refusal: refused } of members(outer.path, {
    temporary,
    name: outer.name,
  })) {
    // The file that was on the disk before, or one at a time in the temporary folder, under a name of ours.
    if (path !== null && archive !== null) {
      expect([dirname(path), leftovers().length]).toEqual([temporary, expect.any(Number)]);
      expect(basename(path)).toMatch(/^table-\d+-\d+\.csv$/);
    }
    const text = path === null ? null : readFileSync(path, "utf8");
    seen.push({ name: member, archive, text, refused: refused ? `${refused.code} ${refused.params.fault}` : null });
  }
  expect(leftovers()).toEqual(before);
  return seen;
}

async function refused(content: Uint8Array, name = "a.zip"): Promise<Refusal> {
  const before = leftovers();
  const given: Member[] = [];
  const { path } = file(content);
  try {
    for await (const member of members(path, { temporary, name })) given.push(member);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect(given).toEqual([]);
    expect(leftovers()).toEqual(before);
    for (const locale of ["zh", "en"] as const) expect(error.explain(locale)).toMatch(/^a\.zip.*: .{8,}[.。]$/);
    return error;
  }
  throw new Error("was not refused");
}

describe("the files in an archive", () => {
  test("an archive without a file to read is told as such, within another one too", async () => {
    const hidden = zipOf([{ name: ".DS_Store", content: "x" }, { name: "2026/" }]);
    for (const [content, name] of [
      [zipOf([]), "空.zip"],
      [hidden, "空.zip"],
    ] as const) {
      expect(await unpack(content, name)).toEqual([
        { name, archive: null, text: null, refused: "empty_file undefined" },
      ]);
    }
    const outer = zipOf([
      { name: "a.csv", content: csv },
      { name: "b.zip", content: hidden },
    ]);
    expect((await unpack(outer, "外.zip")).map(({ name, refused }) => [name, refused])).toEqual([
      ["外.zip/a.csv", null],
      ["外.zip/b.zip", "empty_file undefined"],
    ]);
  });

  test("each with its name, one at a time; folders and hidden files are none", async () => {
    const bytes = zipOf([
      { name: "2026/" },
      { name: "2026/投诉.csv", content: csv },
      { name: "__MACOSX/2026/._投诉.csv", content: "x" },
      { name: "2026/.DS_Store", content: "x" },
      { name: ".hidden/a.csv", content: "x" },
      { name: "./说明.txt", content: "请先阅读", stored: true },
      { name: "2026\\举报.csv", content: csv },
      { name: "empty.csv" },
    ]);
    expect(await unpack(bytes, "上报.zip")).toEqual(
      [
        ["上报.zip/2026/投诉.csv", csv],
        ["上报.zip/说明.txt", "请先阅读"],
        ["上报.zip/2026/举报.csv", csv],
        ["上报.zip/empty.csv", ""],
      ].map(([name, text]) => ({ name, text, archive: "上报.zip", refused: null })),
    );
  });
  test("a file that is no archive, and one that is not there, are themselves", async () => {
    const book = workbook({ sheets: { S: "<row><c><v>1</v></c></row>" } });
    for (const content of [csv, book, zipOf([{ name: "mimetype", content: "x" }]), Buffer.from("PK\u0003\u0004cut")]) {
      const { path, name } = file(content);
      const found: Member[] = [];
      for await (const member of members(path, { temporary, name })) found.push(member);
      expect(found).toEqual([{ path, name, archive: null, refusal: null }]);
    }
    for await (const member of members("/nowhere/a.zip", { temporary, name: "a" }))
      expect(member.path).toBe("/nowhere/a.zip");
  });
  test("names that occur twice; the same content is given twice", async () => {
    const names = ["a.csv", "a.csv", "b/a.csv", "./a.csv", "a (2).csv", "README", "README", ".", "/".slice(1)];
    expect((await unpack(zipOf(names.map((name) => ({ name, content: csv }))), "z")).map(({ name }) => name)).toEqual([
      "z/a.csv",
      "z/a (2).csv",
      "z/b/a.csv",
      "z/a (3).csv",
      "z/a (2) (2).csv",
      "z/README",
      "z/README (2)",
      "z/?",
      "z/? (2)",
    ]);
  });
  test.each([
    ["GBK without a word", iconv.encode("投诉举报明细.csv", "gbk"), 0, "投诉举报明细.csv"],
    ["UTF-8, as it says", Buffer.from("投诉.csv"), 0x800, "投诉.csv"],
    ["UTF-8 without a word", Buffer.from("réclamations – 投诉.csv"), 0, "réclamations – 投诉.csv"],
    ["the code page of the IBM PC", iconv.encode("réclamé.csv", "cp437"), 0, "réclamé.csv"],
  ])("a name in %s", async (_, name, flags, text) => {
    expect((await unpack(zipOf([{ name, flags, content: csv }]), "z")).map((member) => member.name)).toEqual([
      `z/${text}`,
    ]);
  });
  test("gzip, with one part or several", async () => {
    expect(await unpack(gzipSync(csv), "表/投诉.csv.GZ")).toMatchObject([
      { name: "表/投诉.csv.GZ/投诉.csv", archive: "表/投诉.csv.GZ", text: csv, refused: null },
    ]);
    expect(
      (await unpack(Buffer.concat([gzipSync("a"), gzipSync("b")]), "x")).map(({ name, text }) => [name, text]),
    ).toEqual([["x/x", "ab"]]);
  });
  test("archives in archives, to the third", async () => {
    const inner = zipOf([
      { name: "c/d.csv", content: csv },
      { name: "e.csv.gz", content: gzipSync("x,y") },
    ]);
    const outer = zipOf([
      { name: "b.zip", content: inner },
      { name: "f.csv", content: "z" },
    ]);
    expect((await unpack(outer, "a.zip")).map(({ name, archive, text }) => [name, archive, text])).toEqual([
      ["a.zip/b.zip/c/d.csv", "a.zip", csv],
      ["a.zip/b.zip/e.csv.gz/e.csv", "a.zip", "x,y"],
      ["a.zip/f.csv", "a.zip", "z"],
    ]);
    const error = await refused(
      zipOf([{ name: "o.zip", content: zipOf([{ name: "x.gz", content: gzipSync(gzipSync("a")) }]) }]),
    );
    expect([error.code, error.params.fault]).toEqual(["unsafe_archive", "depth"]);
  });
  test("a file that is damaged or has a password is told; the others are given", async () => {
    const bytes = zipOf([
      { name: "good.csv", content: csv },
      { name: "bad.csv", content: csv, crc: 1 },
      { name: "short.csv", content: csv, size: 3 },
      { name: "secret.csv", content: csv, flags: 1 },
      { name: "cut.csv.gz", content: gzipSync("x".repeat(10_000)).subarray(0, 25) },
      { name: "last.csv", content: csv },
    ]);
    expect((await unpack(bytes)).map(({ name, refused: code }) => [basename(name), code])).toEqual([
      ["good.csv", null],
      ["bad.csv", "damaged_file checksum"],
      ["short.csv", "damaged_file checksum"],
      ["secret.csv", "damaged_file password"],
      ["cut.csv", "damaged_file archive"],
      ["last.csv", null],
    ]);
  });
  test("whoever stops early leaves nothing behind", async () => {
    const before = leftovers();
    const { path } = file(zipOf(["a", "b", "c"].map((name) => ({ name, content: csv }))));
    for await (const member of members(path, { temporary, name: "z" })) {
      expect(existsSync(member.path ?? "")).toBe(true);
      break;
    }
    expect(leftovers()).toEqual(before);
  });
});

describe("nothing of an unsafe archive is given", () => {
  const good: Packed = { name: "good.csv", content: csv };
  test.each([
    "../a.csv",
    "x/../../a.csv",
    "..\\a.csv",
    "/etc/a.csv",
    "\\\\server\\a.csv",
    "C:\\a.csv",
    "c:a.csv",
    "a\0.csv",
    "a\n.csv",
    "a\u001b[2J.csv",
    "a\u202egpj.csv",
    "../",
  ])("a name like %j, in it or in an archive within", async (name) => {
    for (const bytes of [zipOf([good, { name }]), zipOf([good, { name: "in.zip", content: zipOf([{ name }]) }])]) {
      const error = await refused(bytes);
      expect([error.code, error.params.fault]).toEqual(["unsafe_archive", "name"]);
    }
  });
  test("names that only look so", async () => {
    const names = ["a..b.csv", "...csv/x", "ab:c.csv"];
    expect((await unpack(zipOf(names.map((name) => ({ name, content: csv }))))).length).toBe(3);
  });
  const zeros = (size: number) => Buffer.alloc(size);
  test("more than 200 times its size: zip, lying zip, gzip, and such within a zip", async () => {
    const bomb = zeros(120 * MEGABYTE);
    const packed = zipOf([{ name: "bomb.csv", content: bomb }]);
    for (const bytes of [
      zipOf([good, { name: "bomb.csv", content: bomb }]),
      zipOf([good, { name: "bomb.csv", content: bomb, size: 100 }]),
      gzipSync(bomb),
      zipOf([good, { name: "a.gz", content: gzipSync(bomb) }]),
      zipOf([good, { name: "a.zip", content: packed }]),
      // Each for itself is no bomb.
      zipOf([good, ...["a", "b"].map((name) => ({ name, content: gzipSync(zeros(60 * MEGABYTE)) }))]),
    ]) {
      const error = await refused(bytes);
      expect([error.code, error.params.fault]).toEqual(["unsafe_archive", "size"]);
      expect(Number(error.params.ratio)).toBeGreaterThan(200);
    }
  });
  test("more files than there can be", async () => {
    const error = await refused(
      zipOf(Array.from({ length: 10_001 }, (_, index) => ({ name: `${index}.csv`, stored: true }))),
    );
    expect([error.code, error.params.fault]).toEqual(["unsafe_archive", "count"]);
  });
});

describe("openRawFile", () => {
  test("reads what the only file of an archive is, whatever it is called", async () => {
    const book = workbook({ sheets: { S: '<row><c t="inlineStr"><is><t>编号</t></is></c></row>' } });
    for (const [bytes, format, rows] of [
      [
        gzipSync(csv),
        "csv",
        [
          ["编号", "内容"],
          ["1", "甲"],
        ],
      ],
      [
        zipOf([{ name: "x.bin", content: iconv.encode(csv, "gb18030") }]),
        "csv",
        [
          ["编号", "内容"],
          ["1", "甲"],
        ],
      ],
      [zipOf([{ name: "x.json.gz", content: gzipSync('[{"a":1}]') }]), "json", [["a"], ["1"]]],
      [gzipSync(book), "xlsx", [["编号"]]],
    ] as const) {
      const opened = await read(bytes, "list.dat");
      expect([opened.format, opened.bytes]).toEqual([format, bytes.length]);
      expect(await cells(opened.tables[0] as never)).toEqual(rows);
      expect(existsSync(opened.tables[0]?.csvPath ?? "")).toBe(true);
    }
  });
  test("refuses several, an empty one, and a damaged one", async () => {
    const before = leftovers();
    const several = await refusal(
      zipOf([
        { name: "a", content: csv },
        { name: "b", content: csv },
      ]),
      "z.zip",
    );
    expect([several.code, several.params.format]).toEqual(["no_profile", "zip"]);
    expect((await refusal(zipOf([]))).code).toBe("empty_file");
    expect((await refusal(gzipSync(""))).code).toBe("empty_file");
    expect((await refusal(gzipSync(csv).subarray(0, 20))).params.fault).toBe("archive");
    expect((await refusal(zipOf([{ name: "a", content: csv, flags: 1 }]))).explain("zh")).toContain("密码");
    expect((await refusal(zipOf([{ name: "../a", content: csv }]))).code).toBe("unsafe_archive");
    expect(leftovers()).toEqual(before);
  });
  test.each([
    ["Word", { "[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>" }, "docx"],
    ["PowerPoint", { "[Content_Types].xml": "<Types/>", "ppt/presentation.xml": "<p/>" }, "pptx"],
    ["OpenDocument", { mimetype: "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<a/>" }, "ods"],
  ])("refuses a document of %s", async (_, parts, format) => {
    const error = await refusal(zipOf(Object.entries(parts).map(([name, content]) => ({ name, content }))), "a.docx");
    expect([error.code, error.params.format]).toEqual(["no_profile", format]);
  });
  test("each of the members", async () => {
    const { path } = file(
      zipOf([
        { name: "a.csv", content: csv },
        { name: "b.json", content: '{"x":1}\n' },
      ]),
    );
    const found: unknown[] = [];
    for await (const member of members(path, { temporary, name: "z" })) {
      if (member.refusal) throw member.refusal;
      const opened = await openRawFile(member.path, { temporary, name: member.name });
      found.push([opened.format, await cells(opened.tables[0] as never)]);
    }
    expect(found).toEqual([
      [
        "csv",
        [
          ["编号", "内容"],
          ["1", "甲"],
        ],
      ],
      ["ndjson", [["x"], ["1"]]],
    ]);
    expect((await table(csv)).records).toBe(2);
  });
});
