import { mkdirSync, renameSync, statSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { RawTable } from "../../../src/ingest/readers/raw.ts";
import { scanSql } from "../../../src/ingest/readers/scan.ts";
import { bench } from "./bench.ts";

const { folder, duck, read, table, cells, lines } = await bench();

const character = fc.constantFrom(
  "a",
  "7",
  "投",
  "诉",
  "é",
  "😀",
  '"',
  ",",
  ";",
  "\t",
  "|",
  "\n",
  "\r",
  "\r\n",
  " ",
  "\0",
  "NULL",
  "\uFEFF",
);
const anyCell = fc.array(character, { maxLength: 8 }).map((characters) => characters.join(""));
const newline = fc.constantFrom("\n", "\r\n", "\r");

/** How a record is written: which cells are quoted without need, with spaces around the quotes, blank lines before it. */
const record = (width: fc.Arbitrary<number>) =>
  width.chain((cellCount) =>
    fc.record({
      cells: fc.array(
        fc.record({
          cell: anyCell,
          quoted: fc.boolean(),
          before: fc.constantFrom("", "", "", "  "),
          after: fc.constantFrom("", "", " "),
        }),
        { minLength: cellCount, maxLength: cellCount },
      ),
      newline,
      blankLines: fc.constantFrom(0, 0, 0, 1, 3),
    }),
  );
type Written = {
  cells: { cell: string; quoted: boolean; before: string; after: string }[];
  newline: string;
  blankLines: number;
};

/** An independent writer of CSV that knows at which line each record begins. */
function write(
  records: Written[],
  delimiter: string,
  padding: boolean,
  oneNewline: string | null,
  finalNewline: boolean,
) {
  let text = "";
  let line = 1;
  const starts: number[] = [];
  for (const [index, written] of records.entries()) {
    const end = oneNewline ?? written.newline;
    text += end.repeat(written.blankLines);
    line += written.blankLines;
    starts.push(line);
    const row = written.cells.map(({ cell, quoted, before, after }) => {
      const must =
        quoted ||
        /["\r\n]/.test(cell) ||
        cell.includes(delimiter) ||
        (cell === "" && written.cells.length === 1) ||
        cell.startsWith("\uFEFF") ||
        /^ /.test(cell);
      if (!must) return cell;
      return `${padding ? before : ""}"${cell.replaceAll('"', '""')}"${padding ? after : ""}`;
    });
    const joined = row.join(delimiter);
    line += (joined.match(/\r\n|\r|\n/g)?.length ?? 0) + 1;
    text += joined + (index < records.length - 1 || finalNewline ? end : "");
  }
  return { text, starts };
}

/** A record that CR ends, and a blank line that LF ends after it, would look like one CRLF: no writer means that. */
const isClear = (records: Written[], oneNewline: string | null) =>
  oneNewline !== null ||
  !records.some(({ newline: end }, index) => {
    const next = records[index + 1];
    return end === "\r" && next && next.blankLines > 0 && next.newline === "\n";
  });

/** Short texts with a NUL for every second byte are UTF-16 as well: there is no telling which is meant. */
function isAlsoUtf16(text: string): boolean {
  const nuls: [number, number] = [0, 0];
  for (const [at, byte] of Buffer.from(text).entries()) if (byte === 0) nuls[(at & 1) as 0 | 1]++;
  return Math.max(...nuls) > Buffer.byteLength(text) / 4 && Math.min(...nuls) < Math.max(...nuls) / 20;
}

const DELIMITERS = [",", "\t", ";", "|"];
/** A cell without the other delimiters, so that there is no doubt which one is meant. */
const only = (cell: string, delimiter: string) =>
  [...cell].filter((c) => c === delimiter || !DELIMITERS.includes(c)).join("");

describe("DuckDB reads what was written", () => {
  const files = fc.record({
    records: fc.array(record(fc.integer({ min: 1, max: 6 })), { minLength: 1, maxLength: 25 }),
    even: fc.option(fc.integer({ min: 2, max: 6 }), { nil: null }),
    delimiter: fc.constantFrom(...DELIMITERS),
    declared: fc.boolean(),
    padding: fc.boolean(),
    oneNewline: fc.option(newline, { nil: null }),
    finalNewline: fc.boolean(),
    mark: fc.boolean(),
  });

  test("cells and lines of any well-formed file", async () => {
    await fc.assert(
      fc.asyncProperty(
        files,
        async ({ records, even, delimiter, declared, padding, oneNewline, finalNewline, mark }) => {
          const rows = records.map((row): Written => {
            const width = even ?? row.cells.length;
            const picked = Array.from(
              { length: width },
              (_, i) => row.cells[i % row.cells.length] as Written["cells"][0],
            );
            // The delimiter is told by a line of its own, or by the cells.
            return { ...row, cells: declared ? picked : picked.map((c) => ({ ...c, cell: only(c.cell, delimiter) })) };
          });
          const { text, starts } = write(rows, delimiter, padding, oneNewline, finalNewline);
          const width = Math.max(...rows.map((row) => row.cells.length));
          const share = rows.filter((row) => row.cells.length === width).length / rows.length;
          fc.pre(isClear(rows, oneNewline) && (declared || share >= 0.25) && !isAlsoUtf16(text));
          const raw = await table(`${mark ? "\uFEFF" : ""}${declared ? `sep=${delimiter}\n` : ""}${text}`);
          expect(raw.malformed).toEqual([]);
          expect(raw.records).toBe(rows.length);
          expect(raw.width).toBe(width);
          const wanted = rows.map((row) => Array.from({ length: width }, (_, i) => row.cells[i]?.cell ?? null));
          expect(await cells(raw)).toEqual(wanted);
          expect(raw.head).toEqual(rows.slice(0, 30).map((row) => row.cells.map(({ cell }) => cell)));
          expect(lines(raw)).toEqual(declared ? starts.map((line) => line + 1) : starts);
        },
      ),
      { numRuns: Number(process.env.FOREWARN_RUNS ?? 300) },
    );
  });

  test("a file that is clean already stays where it is", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(anyCell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 20 }),
        newline,
        fc.boolean(),
        async (rows, end, finalNewline) => {
          const written = rows.map((row) => ({
            cells: row.map((cell) => ({ cell, quoted: false, before: "", after: "" })),
            newline: end,
            blankLines: 0,
          }));
          const { text, starts } = write(written, ",", false, end, finalNewline);
          const { path, tables } = await read(`编号,内容,日期${end}${text}`);
          const raw = tables[0] as RawTable;
          expect(raw.csvPath).toBe(path);
          expect(await cells(raw)).toEqual([["编号", "内容", "日期"], ...rows]);
          expect(lines(raw).slice(1)).toEqual(starts.map((line) => line + 1));
        },
      ),
      { numRuns: Number(process.env.FOREWARN_RUNS ?? 200) },
    );
  });
});

describe("corners", () => {
  test("an empty cell is not an absent one", async () => {
    const raw = await table("a,b,c\n1,,\n2\n,,3\n");
    expect(await cells(raw)).toEqual([
      ["a", "b", "c"],
      ["1", "", ""],
      ["2", null, null],
      ["", "", "3"],
    ]);
    expect(raw.uniform).toBe(false);
  });
  test("one column, empty in its first record and further down", async () => {
    expect(await cells(await table('""\nx\n""\n\ny\n'))).toEqual([[""], ["x"], [""], ["y"]]);
  });
  test("one record without a line end", async () =>
    expect(await cells(await table('x,"y\r\nz"'))).toEqual([["x", "y\r\nz"]]));
  test("NUL is a character", async () => {
    expect(await cells(await table("a,b\nx\0y,\0\n"))).toEqual([
      ["a", "b"],
      ["x\0y", "\0"],
    ]);
  });
  test("NULs in a short text do not make it UTF-16", async () => {
    expect(await cells(await table("\0,,,,"))).toEqual([["\0", "", "", "", ""]]);
    expect(await cells(await table("\0,b\n"))).toEqual([["\0", "b"]]);
  });
  test("several byte order marks, as joined files have", async () => {
    const raw = await table("\uFEFF\uFEFFa,b\nc,d\n");
    expect(await cells(raw)).toEqual([
      ["a", "b"],
      ["c", "d"],
    ]);
    expect(raw.head[0]).toEqual(["a", "b"]);
  });
  test("CRLF with a bare line feed in the first cell, which would mislead DuckDB", async () => {
    expect(await cells(await table('"a\nb",c\r\nd,e\r\n'))).toEqual([
      ["a\nb", "c"],
      ["d", "e"],
    ]);
  });
  test("a narrative longer than DuckDB's own limit", async () => {
    const long = "问题".repeat(700_000);
    const raw = await table(`id,text\n1,"${long}\n${long}"\n2,x\n`);
    expect(raw.longest).toBeGreaterThan(8_000_000);
    expect(await cells(raw)).toEqual([
      ["id", "text"],
      ["1", `${long}\n${long}`],
      ["2", "x"],
    ]);
  });
  test("names and folders that DuckDB would read a meaning into", async () => {
    for (const name of ["a*b?.csv", "[1].csv", "it's.csv", "plain.csv.gz", "x\ny.csv"]) {
      await table("decoy,1\n", "axb1.csv");
      expect(await cells(await table("a,b\n", name))).toEqual([["a", "b"]]);
    }
    const raw = await table("a,b\n");
    mkdirSync(`${folder}/year=2026`);
    renameSync(raw.csvPath, `${folder}/year=2026/x.csv`);
    const moved = scanSql({ ...raw, csvPath: `${folder}/year=2026/x.csv` });
    expect(await duck.rows(`SELECT * FROM ${moved}`)).toEqual([{ record: "1", c1: "a", c2: "b" }]);
  });
  test("large and even tables are read in parallel, in order", async () => {
    const rows = Array.from({ length: 200_000 }, (_, index) => `${index + 1},${"诉求内容".repeat(20)},${index % 7}`);
    const raw = await table(`${rows.join("\n")}\n`);
    expect(statSync(raw.csvPath).size).toBeGreaterThan(40_000_000);
    expect(scanSql(raw)).toContain("parallel = true");
    const sums = await duck.row<{ n: string; wrong: string }>(
      `SELECT count(*) AS n, count(*) FILTER (record <> c1::BIGINT) AS wrong FROM ${scanSql(raw)}`,
    );
    expect(sums).toEqual({ n: "200000", wrong: "0" });
  });
  test("line breaks or uneven records are read one after the other", async () => {
    expect(scanSql(await table('a,"b\nc"\n'))).toContain("parallel = false");
    expect(scanSql(await table("a,b\nc\n"))).toContain("parallel = false");
  });
});
