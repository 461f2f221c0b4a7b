import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import iconv from "iconv-lite";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { readTaxonomy } from "../../src/config/taxonomy.ts";
import { openDuck } from "../../src/duck/open.ts";
import { ingest } from "../../src/ingest/ingest.ts";
import { defineMacros } from "../../src/ingest/macros.ts";
import type { Profile } from "../../src/ingest/profile.ts";
import { readProfiles } from "../../src/ingest/profiles.ts";
import { defineWords } from "../../src/ingest/words.ts";
import { openWarehouse, type Warehouse } from "../../src/warehouse/open.ts";
import { REGISTER, registerRow } from "./fixtures.ts";
import { chance, mutate } from "./mutate.ts";
import { biff8, XLSX } from "./readers/old-workbook.ts";
import { parts } from "./readers/workbook.ts";
import { zipOf } from "./readers/zip-writer.ts";

/** How many spoilt files of each format; a long run sets FOREWARN_FUZZ to 2000 or more. */
const TIMES = Number(process.env.FOREWARN_FUZZ ?? 25);
const SEED = Number(process.env.FOREWARN_FUZZ_SEED ?? 1);

const rows = [
  REGISTER,
  ...Array.from({ length: 12 }, (_, i) => registerRow(`F${i}`, i % 4 ? {} : { accepted: "昨天" })),
].map((line) => line.split(","));
const [header = []] = rows;
const text = rows.map((cells) => cells.join(",")).join("\n");
const records = rows.slice(1).map((cells) => Object.fromEntries(cells.map((cell, i) => [header[i] ?? "", cell])));
const marked = (cell: string) => cell.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const html = `<html><meta charset="utf-8"><table>${rows.map((cells) => `<tr>${cells.map((cell) => `<td>${marked(cell)}</td>`).join("")}</tr>`).join("")}</table></html>`;
const sheet = rows
  .map((cells) => `<row>${cells.map((cell) => `<c t="inlineStr"><is><t>${marked(cell)}</t></is></c>`).join("")}</row>`)
  .join("");

async function parquet(folder: string): Promise<Buffer> {
  const duck = await openDuck();
  const file = path.join(folder, "sound.parquet");
  await duck.run(
    `COPY (SELECT unnest(from_json($1, '[{${header.map((name) => `"${name}":"VARCHAR"`).join(",")}}]'), recursive := true)) TO '${file}' (FORMAT parquet)`,
    [JSON.stringify(records)],
  );
  duck.close();
  return readFile(file);
}

const FORMATS: Readonly<Record<string, (folder: string) => Buffer | Promise<Buffer>>> = {
  "UTF-8": () => Buffer.from(text),
  GB18030: () => iconv.encode(text, "gb18030"),
  "UTF-16": () => iconv.encode(text, "utf-16le", { addBOM: true }),
  HTML: () => Buffer.from(html),
  xlsx: () => zipOf(Object.entries(parts({ sheets: { S: sheet } })).map(([name, content]) => ({ name, content }))),
  "xlsx, stored": () =>
    zipOf(Object.entries(parts({ sheets: { S: sheet } })).map(([name, content]) => ({ name, content, stored: true }))),
  xls: () => biff8({ S: XLSX.utils.aoa_to_sheet(rows) }),
  JSON: () => Buffer.from(JSON.stringify(records, null, 1)),
  NDJSON: () => Buffer.from(records.map((record) => JSON.stringify(record)).join("\n")),
  Parquet: parquet,
  gzip: () => gzipSync(text),
  zip: () =>
    zipOf([
      { name: "a.csv", content: text },
      { name: "b/c.csv", content: text.replaceAll("F1", "G1") },
    ]),
};

/** Files whose content is spoilt before it is packed, so that the packing is sound. */
const PACKED: Readonly<Record<string, { inner: string; pack: (inner: Buffer) => Buffer }>> = {
  "sheet of an xlsx": {
    inner: parts({ sheets: { S: sheet } })["xl/worksheets/sheet1.xml"] ?? "",
    pack: (inner) =>
      zipOf(
        Object.entries({ ...parts({ sheets: { S: sheet } }), "xl/worksheets/sheet1.xml": inner }).map(
          ([name, content]) => ({ name, content }),
        ),
      ),
  },
  "text in a gzip": { inner: text, pack: (inner) => gzipSync(inner) },
  "text in a zip": { inner: text, pack: (inner) => zipOf([{ name: "a.csv", content: inner }]) },
};

let folder: string;
let warehouse: Warehouse;
let profiles: Profile[];
beforeAll(async () => {
  profiles = (await readProfiles()).filter(({ id }) => id === "cn-12315");
});
// Each format has a warehouse of its own: one of many thousand files would be slow.
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "forewarn-fuzz-"));
  await mkdir(path.join(folder, "work"));
  warehouse = await openWarehouse(path.join(folder, "warehouse.duckdb"));
  await warehouse.run("SET memory_limit = '1GB'");
  await defineMacros(warehouse);
  await defineWords(warehouse, await readTaxonomy(), [], profiles);
});
afterEach(async () => {
  warehouse?.close();
  await rm(folder, { recursive: true, force: true });
});

test.each([...Object.keys(FORMATS), ...Object.keys(PACKED)])(
  "%s: whatever is wrong with a file, it is read or refused, and every row is accounted for",
  async (format) => {
    const packed = PACKED[format];
    const sound = packed ? Buffer.from(packed.inner) : ((await FORMATS[format]?.(folder)) as Buffer);
    const pack = packed?.pack ?? ((bytes: Buffer) => bytes);
    const next = chance(SEED * 1000 + format.length);
    const name = path.join(folder, "'; DROP TABLE ticket; --*.csv");
    let [read, refused, slowest] = [0, 0, 0];
    for (let i = 0; i < TIMES; i++) {
      const spoilt = pack(i === 0 ? sound : mutate(sound, next));
      await writeFile(name, spoilt);
      const start = performance.now();
      const result = await ingest(warehouse, {
        files: [{ file: name, name: path.basename(name), missing: false }],
        profiles,
        temporary: path.join(folder, "work"),
        batch: `${format}-${i}`,
        now: new Date("2026-11-25T12:00:00Z"),
        timeZone: "Asia/Shanghai",
        tool: "fuzz",
        reading: "fuzz",
      });
      slowest = Math.max(slowest, performance.now() - start);
      expect(result.files.length, `${format} ${SEED}/${i}: a file is always told of`).toBeGreaterThan(0);
      for (const file of result.files) {
        const told = `${format} ${SEED}/${i}: ${JSON.stringify(file.refused)}`;
        expect(file.rows, told).toBe(file.accepted + file.unchanged + file.duplicate + file.rejected);
        // A fault of the program is told by a text of its own; damage has a reason.
        expect(file.refused?.key, told).not.toBe("ingest.failed");
        if (file.refused) refused++;
        else read++;
        if (i === 0) expect(file, told).toMatchObject({ refused: null, rows: 12 });
      }
    }
    expect(read).toBeGreaterThan(0);
    if (TIMES > 20) expect(refused).toBeGreaterThan(0);
    // No run hangs; a single one of this size takes a fraction of a second.
    expect(slowest).toBeLessThan(30_000);
    const sums = await warehouse.row<{ told: number; kept: number; rejected: number; listed: number }>(
      `SELECT (SELECT sum("rows") FROM source_file)::DOUBLE AS told, (SELECT count(*) FROM source_row)::DOUBLE AS kept,
         (SELECT sum(rejected) FROM source_file)::DOUBLE AS rejected, (SELECT count(*) FROM rejected_row)::DOUBLE AS listed`,
    );
    expect(sums.kept).toBe(sums.told);
    expect(sums.listed).toBe(sums.rejected);
    await rm(name);
    if (process.env.FOREWARN_FUZZ)
      console.info(`${format}: ${read} read, ${refused} refused, slowest ${Math.round(slowest)} ms`);
  },
  Math.max(60_000, TIMES * 1000),
);

test("one torn row of 4,000 cells is rejected whole, and takes little memory", async () => {
  const file = path.join(folder, "torn.csv");
  await writeFile(file, `${text}\n${registerRow("X")}${",x".repeat(4000)}`);
  const result = await ingest(warehouse, {
    files: [{ file, name: "torn.csv", missing: false }],
    profiles,
    temporary: path.join(folder, "work"),
    batch: "torn",
    now: new Date("2026-11-25T12:00:00Z"),
    timeZone: "Asia/Shanghai",
    tool: "fuzz",
    reading: "fuzz",
  });
  expect(result.files[0]).toMatchObject({ refused: null, rows: 13, accepted: 9, rejected: 4 });
  expect(
    await warehouse.rows(
      "SELECT len(cells)::INTEGER AS cells, line::INTEGER AS line FROM rejected_row WHERE code = 'wrong_column_count'",
    ),
  ).toEqual([{ cells: 4015, line: 14 }]);
});
