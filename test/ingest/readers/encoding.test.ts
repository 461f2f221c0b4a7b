import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { countLines, lineBlocks, linesOf } from "../../../src/ingest/readers/blocks.ts";
import { Utf8Check } from "../../../src/ingest/readers/utf8.ts";
import { bench } from "./bench.ts";

const { folder, read, cells, lines, refusal, leftovers } = await bench();

const rows = [
  ["登记编号", "类型", "诉求内容", "挽回经济损失"],
  ["2026010001", "投诉", "反映某虚构商店出售的电动车电池鼓包,商家拒绝退换", "1550.00"],
  ["2026010002", "举报", "虚假宣传\n第二行", ""],
  ["2026010003", "咨询", "〇镕喆𠮷", "0"],
];
const csv = (table: string[][]) =>
  table.map((row) => row.map((cell) => (/[",\n]/.test(cell) ? `"${cell}"` : cell)).join(",")).join("\r\n");
const utf16be = (text: string) => Buffer.from(`\uFEFF${text}`, "utf16le").swap16();

async function readAll(bytes: Buffer) {
  const { encoding, tables } = await read(bytes);
  const [table] = tables;
  if (!table) throw new Error("no table");
  return { encoding, table, cells: await cells(table), malformed: table.malformed };
}

describe("one text in every encoding gives the same cells", () => {
  const text = csv(rows);
  test.each([
    ["utf-8", Buffer.from(text)],
    ["utf-8-bom", Buffer.from(`\uFEFF${text}`)],
    ["gb18030", iconv.encode(text, "gb18030")],
    ["utf-16le", Buffer.from(`\uFEFF${text}`, "utf16le")],
    ["utf-16be", utf16be(text)],
  ])("%s", async (encoding, bytes) => {
    const got = await readAll(bytes);
    expect(got.encoding).toBe(encoding);
    expect(got.cells).toEqual(rows);
    expect(lines(got.table)).toEqual([1, 2, 3, 5]);
  });
  test("utf-16 without a mark", async () => {
    const got = await readAll(
      Buffer.from(
        csv([
          ["id", "text"],
          ["1", "质量"],
        ]),
        "utf16le",
      ),
    );
    expect([got.encoding, got.cells]).toEqual([
      "utf-16le",
      [
        ["id", "text"],
        ["1", "质量"],
      ],
    ]);
  });
  test("windows-1252, as a last resort", async () => {
    const table = [
      ["Société", "Plainte"],
      ["Café “Fictif” – Zürich", "Prix: 5 €"],
      ["Müller", "über"],
    ];
    const got = await readAll(iconv.encode(csv(table), "win1252"));
    expect([got.encoding, got.cells]).toEqual(["windows-1252", table]);
  });
  test("GB18030 with little Chinese in much ASCII", async () => {
    const table = Array.from({ length: 5000 }, (_, index) => [
      String(index),
      index === 4321 ? "质量问题" : "none",
      "x",
    ]);
    const got = await readAll(iconv.encode(csv(table), "gb18030"));
    expect([got.encoding, got.malformed]).toEqual(["gb18030", []]);
    expect(got.cells[4321]).toEqual(["4321", "质量问题", "x"]);
  });
});

describe("bytes that mean no character", () => {
  const many = Array.from({ length: 500 }, (_, index) => [String(index + 1), "质量问题", "5.00"]);
  /** Cuts the last byte of the text in record `at`, as a column of fixed width does. */
  function cut(bytes: Buffer, at: number): Buffer {
    const all = [...linesOf(bytes)];
    const line = all[at] as Buffer;
    const end = line.lastIndexOf(44);
    all[at] = Buffer.concat([line.subarray(0, end - 1), line.subarray(end)]);
    return Buffer.concat(all);
  }
  test.each([
    ["utf-8", Buffer.from(csv(many)), "77,质量问\uFFFD,5.00"],
    ["gb18030", iconv.encode(csv(many), "gb18030"), "77,质量问\uFFFD,5.00"],
  ])("cost their record only, in %s", async (encoding, bytes, text) => {
    const got = await readAll(cut(bytes, 76));
    expect(got.encoding).toBe(encoding);
    expect(got.malformed).toEqual([{ line: 77, text, reason: "encoding" }]);
    expect(got.cells).toEqual(many.filter((_, index) => index !== 76));
    expect(lines(got.table).slice(75, 77)).toEqual([76, 78]);
  });
  test("on the second line of a record", async () => {
    const bytes = Buffer.from(`${csv(many)}\r\n501,"上\n下\u00e9",1\r\n502,好,2\r\n`);
    const at = bytes.indexOf(0xc3);
    const got = await readAll(Buffer.concat([bytes.subarray(0, at + 1), bytes.subarray(at + 2)]));
    expect(got.malformed).toEqual([{ line: 501, text: '501,"上\n下\uFFFD",1', reason: "encoding" }]);
    expect(got.cells.at(-1)).toEqual(["502", "好", "2"]);
  });
  test("a real U+FFFD is no fault", async () => {
    const got = await readAll(Buffer.from("a,b\n\uFFFD,c\n"));
    expect([got.malformed, got.cells]).toEqual([
      [],
      [
        ["a", "b"],
        ["\uFFFD", "c"],
      ],
    ]);
  });
  test("in many records refuse the file, and say where they begin", async () => {
    let bytes = iconv.encode(csv(many), "gb18030");
    for (let at = 99; at < 300; at++) bytes = cut(bytes, at);
    const before = leftovers();
    const error = await refusal(bytes);
    expect([error.code, error.key, error.params, error.place.line]).toEqual([
      "damaged_file",
      "readers.damaged_file",
      { fault: "encoding" },
      100,
    ]);
    expect(leftovers()).toEqual(before);
  });
  test("in UTF-16 refuse the file", async () => {
    const bytes = Buffer.from(`\uFEFF${csv(rows)}`, "utf16le");
    const error = await refusal(bytes.subarray(0, bytes.length - 1));
    expect([error.code, error.place.line]).toEqual(["damaged_file", 5]);
  });
  test("bytes that are no text at all", async () => {
    const noise = Buffer.from(Array.from({ length: 5000 }, (_, index) => 128 + ((index * 7919) % 128)));
    expect((await refusal(noise)).code).toBe("damaged_file");
  });
});

test("blocks end where lines end, never within a line end", async () => {
  const MEBIBYTE = 1024 * 1024;
  for (const end of ["\r\n", "\n", "\r"]) {
    for (const before of [MEBIBYTE - 2, MEBIBYTE - 1, MEBIBYTE, 3 * MEBIBYTE + 7]) {
      const bytes = Buffer.from(`a${end}${"x".repeat(before - 1 - end.length)}${end}b${end}c`);
      const path = join(folder, "blocks.txt");
      writeFileSync(path, bytes);
      const blocks: Buffer[] = [];
      for await (const block of lineBlocks(path, 0)) blocks.push(Buffer.from(block));
      expect(Buffer.concat(blocks).equals(bytes)).toBe(true);
      expect(blocks.reduce((lines, block) => lines + countLines(block), 0)).toBe(3);
      expect(blocks.slice(0, -1).every((block) => block.toString("latin1").endsWith(end))).toBe(true);
      expect(blocks.length).toBeGreaterThan(1);
    }
  }
});

test("UTF-8 is checked the same in pieces as at once", () => {
  const bytes = fc.oneof(
    fc.string({ unit: "binary", maxLength: 12 }).map((text) => Buffer.from(text)),
    fc.uint8Array({ maxLength: 12 }).map((array) => Buffer.from(array)),
  );
  fc.assert(
    fc.property(fc.array(bytes, { maxLength: 4 }), fc.array(fc.nat(60), { maxLength: 5 }), (parts, cuts) => {
      const all = Buffer.concat(parts);
      const check = new Utf8Check();
      let from = 0;
      for (const to of [...cuts.sort((a, b) => a - b), all.length]) {
        check.add(all.subarray(from, Math.max(from, to)));
        from = Math.max(from, Math.min(to, all.length));
      }
      let valid = true;
      try {
        new TextDecoder("utf-8", { fatal: true }).decode(all);
      } catch {
        valid = false;
      }
      expect(check.end()).toBe(valid);
    }),
  );
});

test("a large GB18030 file is decoded across its blocks", async () => {
  const table = Array.from({ length: 60_000 }, (_, index) => [String(index), `内容${"诉求".repeat(index % 50)}`, "结"]);
  const bytes = iconv.encode(csv(table), "gb18030");
  expect(bytes.length).toBeGreaterThan(6_000_000);
  const got = await readAll(bytes);
  expect(got.cells).toEqual(table);
});
