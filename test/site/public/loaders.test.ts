import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { openRelease } from "../../../src/release/read.ts";
import { tableSchema } from "../../../src/release/table-schema.ts";
import { makeFixtureRelease } from "../../fixture/release.ts";
import { temporaryFolder } from "../../support/folder.ts";

const root = path.resolve(import.meta.dirname, "../../..");

interface Document {
  meta: { release: string; asOf: string; rows: number };
  columns: string[];
  rows: (string | number | boolean | null)[][];
}

/** Runs a loader as Framework does: a program that knows of the release and nothing else. */
async function load(name: string, release: string): Promise<Document> {
  const { stdout } = await promisify(execFile)(
    path.join(root, "node_modules/.bin/tsx"),
    [path.join(root, "loaders/public", name)],
    { env: { PATH: process.env.PATH, FOREWARN_RELEASE: release }, maxBuffer: 1e8 },
  );
  // As it is published: whoever reads the file may rely on the schema.
  return tableSchema.parse(JSON.parse(stdout)) as Document;
}

describe("loaders of the public site", () => {
  test("counts.json holds every published cell; a withheld one is null and says so", async () => {
    const { public: half } = await makeFixtureRelease(await temporaryFolder());
    const { meta, columns, rows } = await load("counts.json.ts", half);
    const release = await openRelease(half, "public");
    const [sum] = await release.rows<{ n: string; tickets: string; withheld: string }>(
      "SELECT count(*) AS n, sum(tickets) AS tickets, count(*) FILTER (withheld) AS withheld FROM count",
    );
    const { manifest } = release;
    release.close();
    expect(meta).toMatchObject({ release: manifest.release, asOf: manifest.asOf, rows: Number(sum?.n) });
    expect(rows).toHaveLength(Number(sum?.n));
    const [tickets, withheld] = [columns.indexOf("tickets"), columns.indexOf("withheld")];
    expect(rows.reduce((total, row) => total + Number(row[tickets] ?? 0), 0)).toBe(Number(sum?.tickets));
    expect(Number(sum?.withheld)).toBeGreaterThan(0);
    expect(rows.filter((row) => row[withheld]).map((row) => row[tickets])).toEqual(
      Array(Number(sum?.withheld)).fill(null),
    );
  });

  test("measures.json keeps amounts to the cent as text", async () => {
    const { public: half } = await makeFixtureRelease(await temporaryFolder());
    const { columns, rows } = await load("measures.json.ts", half);
    const [measure, value] = [columns.indexOf("measure"), columns.indexOf("value")];
    const amounts = rows.filter((row) => row[measure] === "amount_recovered" && row[value] !== null);
    expect(amounts.length).toBeGreaterThan(10);
    for (const row of amounts) expect(row[value]).toMatch(/^\d+\.\d{6}$/);
  });

  test("a withheld row of measures.json has no figure in any column", async () => {
    const { public: half } = await makeFixtureRelease(await temporaryFolder());
    const { columns, rows } = await load("measures.json.ts", half);
    const withheld = rows.filter((row) => row[columns.indexOf("withheld")]);
    expect(withheld.length).toBeGreaterThan(0);
    for (const column of ["value", "numerator", "denominator", "n", "low", "high", "previous", "change", "p", "note"])
      expect(
        withheld.map((row) => row[columns.indexOf(column)]).filter((value) => value !== null),
        column,
      ).toEqual([]);
  });

  test("every key and every measure of the files is explained by two others", async () => {
    const { public: half } = await makeFixtureRelease(await temporaryFolder());
    const column = async (name: string, wanted: string) => {
      const { columns, rows } = await load(`${name}.json.ts`, half);
      return new Set(rows.map((row) => row[columns.indexOf(wanted)]));
    };
    const [measures, defined] = [await column("measures", "measure"), await column("definitions", "measure")];
    expect([...measures].filter((id) => !defined.has(id))).toEqual([]);
    const [categories, named] = [await column("counts", "category"), await column("names", "key")];
    expect([...categories].filter((key) => key !== "" && key !== "?" && !named.has(key))).toEqual([]);
  });

  test("the bureau's half is refused", async () => {
    const { bureau } = await makeFixtureRelease(await temporaryFolder());
    await expect(load("counts.json.ts", bureau)).rejects.toThrow(/public/);
  });
});
