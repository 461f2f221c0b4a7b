import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { identifier, literal } from "../../../src/duck/identifier.ts";
import { openRawFile } from "../../../src/ingest/readers/open.ts";
import { bench } from "./bench.ts";

const { folder, temporary, duck, read, table, cells, lines, refusal, leftovers } = await bench();

let made = 0;
/** A Parquet file of what a query gives, as DuckDB writes it. */
async function parquet(query: string): Promise<Buffer> {
  const path = join(folder, `made-${++made}.parquet`);
  await duck.run(`COPY (${query}) TO ${literal(path)} (FORMAT parquet)`);
  return readFileSync(path);
}

test("every kind of value as text", async () => {
  const bytes = await parquet(`SELECT * FROM (VALUES
    (1::BIGINT, 1740.24::DOUBLE, 0.10::DECIMAL(18,2), DATE '2026-01-31', TIMESTAMP '2026-01-31 09:30:05', TIMESTAMPTZ '2026-01-31 09:30:05+08', true, '投"诉"
,', [1.5::DOUBLE, 2, NULL], {'区': '玉阳', 'n': {'m': 7}}, 'x'::BLOB, TIME '08:00:00', [{'a': 1}], MAP {'k': 1}, 3.3::FLOAT, 12345678901234567890::HUGEINT::DOUBLE),
    (NULL, 5, 12345678901234567.89, NULL, TIMESTAMP '2026-01-31 09:30:05.123', NULL, false, ' ', [], NULL, '\\xFF'::BLOB, NULL, NULL, NULL, -0.5, 1e15::DOUBLE)
  ) t(i, d, m, day, moment, zoned, b, text, list, s, bin, clock, structs, map, f, big)`);
  const file = await read(bytes, "表[1]*?.csv");
  expect([file.format, file.encoding, file.repaired]).toEqual(["parquet", "binary", null]);
  const [raw] = file.tables;
  if (!raw) throw new Error("no table");
  expect(await cells(raw)).toEqual([
    [
      "i",
      "d",
      "m",
      "day",
      "moment",
      "zoned",
      "b",
      "text",
      "list",
      "s.区",
      "s.n.m",
      "bin",
      "clock",
      "structs",
      "map",
      "f",
      "big",
    ],
    [
      "1",
      "1740.24",
      "0.10",
      "2026-01-31",
      "2026-01-31 09:30:05",
      "2026-01-31 01:30:05",
      "true",
      '投"诉"\n,',
      "1.5; 2",
      "玉阳",
      "7",
      "x",
      "08:00:00",
      '[{"a":1}]',
      '{"k":1}',
      "3.3",
      "12345678901234567168",
    ],
    [
      "",
      "5",
      "12345678901234567.89",
      "",
      "2026-01-31 09:30:05.123",
      "",
      "false",
      " ",
      "",
      "",
      "",
      "\\xFF",
      "",
      "",
      "",
      "-0.5",
      "1000000000000000",
    ],
  ]);
  expect(lines(raw)).toEqual([1, 1, 2]);
  expect(raw).toMatchObject({ uniform: true, multiline: true, control: false, malformed: [] });
});

test("doubles keep their value, in no more digits than needed", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 50 }),
      async (values) => {
        const list = values.map((value) => `(${literal(String(value))}::DOUBLE)`);
        const [, ...rows] = await cells(await table(await parquet(`SELECT * FROM (VALUES ${list.join(", ")}) t(v)`)));
        for (const [index, row] of rows.entries()) {
          const text = row[0] ?? "";
          expect(Number(text)).toBe(Object.is(values[index], -0) && text === "0" ? 0 : values[index]);
          if (!/[eE.]/.test(text)) continue;
          expect(text.replace(/[eE].*|[-.]/g, "").replace(/^0+|0+$/g, "").length).toBeLessThanOrEqual(17);
        }
      },
    ),
    { numRuns: 20 },
  );
});

test("an integer that came as a double reads like an integer; one column of empty cells keeps its rows", async () => {
  const raw = await table(await parquet("SELECT * FROM (VALUES (NULL), ('')) t(x)"));
  expect([raw.records, await cells(raw)]).toEqual([3, [["x"], [""], [""]]]);
  expect(await cells(await table(await parquet("SELECT 10001::DOUBLE AS zip")))).toEqual([["zip"], ["10001"]]);
});

test("names that would be SQL, and nothing but names", async () => {
  const names = [`a" OR 1=1 --`, "', COPY", "c2", "c1", "选择 *", "a\nb", "x.y"];
  const list = names.map((name, index) => `${index} AS ${identifier(name)}`).join(", ");
  const struct = `{${literal(`a'b"c`)}: 1} AS s`;
  expect(await cells(await table(await parquet(`SELECT ${list}, ${struct}`)))).toEqual([
    [...names, `s.a'b"c`],
    ["0", "1", "2", "3", "4", "5", "6", "1"],
  ]);
  const none = await table(await parquet("SELECT 1 AS a, 2 AS b WHERE false"));
  expect([none.records, await cells(none)]).toEqual([1, [["a", "b"]]]);
});

test("a separator of units is noticed", async () => {
  expect((await table(await parquet("SELECT chr(31) || 'a' AS x"))).control).toBe(true);
});

test("the order of the file, over many row groups", async () => {
  const raw = await table(await parquet("SELECT i, repeat('投诉', (i % 9)::INTEGER) AS t FROM range(300000) r(i)"));
  expect(raw.records).toBe(300_001);
  const ids = (await cells(raw)).slice(1).map((row) => Number(row[0]));
  expect(ids.every((id, index) => id === index)).toBe(true);
});

test("names of files are never patterns or parts of statements", async () => {
  const bytes = await parquet("SELECT 1 AS a");
  const odd = join(folder, "year=2026", "[ab]'*");
  mkdirSync(odd, { recursive: true });
  for (const name of ["a'.parquet", "*.parquet", '{x,y}".gz']) {
    const path = join(odd, name);
    const { writeFileSync } = await import("node:fs");
    writeFileSync(path, bytes);
    const { tables } = await openRawFile(path, { temporary });
    expect(await cells(tables[0] as never)).toEqual([["a"], ["1"]]);
  }
});

test("a damaged file is refused, and leaves nothing behind", async () => {
  const bytes = await parquet("SELECT i, i::VARCHAR || 'x' AS t FROM range(5000) r(i)");
  const before = leftovers();
  const changed = Buffer.from(bytes);
  changed.fill(0xff, 200, 2000);
  for (const bad of [bytes.subarray(0, bytes.length - 9), Buffer.from("PAR1....PAR1"), changed]) {
    const error = await refusal(bad, "a.parquet");
    expect([error.code, error.params.fault]).toEqual(["damaged_file", "parquet"]);
    expect(error.explain("zh")).toMatch(/^a\.parquet: .*Parquet.*。$/);
  }
  expect(leftovers()).toEqual(before);
});
