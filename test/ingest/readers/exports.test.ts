import { expect } from "vitest";
import { openRawFile } from "../../../src/ingest/readers/open.ts";
import type { RawTable } from "../../../src/ingest/readers/raw.ts";
import { sharedPath, testWith } from "../../support/shared.ts";
import { bench } from "./bench.ts";

// Exports that agencies really made. The figures are those of the notes that came with them.
const { temporary, cells, lines } = await bench();

async function only(...parts: string[]): Promise<RawTable & { encoding: string; inPlace: boolean }> {
  const path = sharedPath("exports", ...parts);
  const { tables, encoding } = await openRawFile(path, { temporary });
  expect(tables).toHaveLength(1);
  const table = tables[0] as RawTable;
  return { ...table, encoding, inPlace: table.csvPath === path };
}

const NYC = "us-nyc-dca-mediated";
testWith("exports", NYC)("New York: every row, and the one with an unquoted comma as it stands", async () => {
  const older = await only(NYC, "2016_Consumer_Services_Mediated_Complaints.csv");
  expect(older).toMatchObject({ inPlace: true, records: 4495 + 1, width: 15, uniform: true, malformed: [] });
  const newer = await only(NYC, "2019_Consumer_Services_Mediated_Complaints.csv");
  expect(newer).toMatchObject({ inPlace: true, records: 3045 + 1, width: 17, uniform: true, malformed: [] });
  const restitution = newer.head[0]?.indexOf("Restitution") ?? -1;
  const shifted = (await cells(newer)).slice(1).filter((row) => !/^\d+(\.\d+)?$/.test(row[restitution] ?? ""));
  expect(shifted.map((row) => [row[restitution], row[restitution + 1]])).toEqual([["Yes", "728.00"]]);
});

const CARS = "cn-12365auto";
testWith("exports", CARS)("two encodings of the same 600 records give the same cells", async () => {
  const gb = await only(CARS, "gb18030_en-header.csv");
  const utf8 = await only(CARS, "utf8-bom.csv");
  expect([gb.encoding, gb.inPlace, utf8.encoding, utf8.inPlace]).toEqual(["gb18030", false, "utf-8-bom", true]);
  expect([gb.records, utf8.records, gb.malformed, utf8.malformed]).toEqual([601, 601, [], []]);
  const day = (text: string | null) =>
    text
      ?.replace(/^(\d+)\/(\d)\/(\d)$/, "$1/0$2/0$3")
      .replace(/^(\d+)\/(\d)\/(\d\d)$/, "$1/0$2/$3")
      .replace(/^(\d+)\/(\d\d)\/(\d)$/, "$1/$2/0$3")
      .replaceAll("/", "-") ?? null;
  const at = gb.head[0]?.indexOf("datetime") ?? -1;
  const plain = (rows: (string | null)[][]) =>
    rows.slice(1).map((row) => row.map((cell, index) => (index === at ? day(cell) : cell)));
  expect(plain(await cells(gb))).toEqual(plain(await cells(utf8)));
});

const CFPB = "us-cfpb-2025";
testWith("exports", CFPB)("narratives with line breaks", async () => {
  for (const [name, rows, last] of [
    ["cfpb_complaints.csv", 131, 371],
    ["complaints-2025-04-25_15_02.csv", 2827, 9765],
  ] as const) {
    const table = await only(CFPB, name);
    expect(table).toMatchObject({
      inPlace: true,
      records: rows + 1,
      width: 18,
      uniform: true,
      multiline: true,
      malformed: [],
    });
    const ids = (await cells(table)).slice(1).map((row) => row[table.head[0]?.indexOf("Complaint ID") ?? -1]);
    expect(new Set(ids).size).toBe(rows);
    expect(ids.every((id) => /^\d+$/.test(id ?? ""))).toBe(true);
    expect(lines(table).at(-1)).toBe(last);
  }
});

testWith("exports", "us-cfpb-2013-14col")("3,186 rows of 14 cells", async () => {
  const table = await only("us-cfpb-2013-14col", "consumer_complaints.csv");
  expect(table).toMatchObject({
    inPlace: true,
    records: 3187,
    width: 14,
    uniform: true,
    newline: "\r\n",
    malformed: [],
  });
});

testWith("exports", "us-nhtsa")("tabs and no header", async () => {
  const table = await only("us-nhtsa", "complaints.txt");
  expect(table).toMatchObject({ delimiter: "\t", records: 100, width: 48, uniform: true, malformed: [] });
});
