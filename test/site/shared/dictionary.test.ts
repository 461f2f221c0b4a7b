import { mkdtemp, readdir, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { LOCALES, type Locale } from "../../../src/i18n/define.ts";
import { MARTS, martsOf } from "../../../src/release/marts.ts";
import { type Half, openRelease, type Release } from "../../../src/release/read.ts";
import { dictionaryPage } from "../../../src/site/pages/shared/dictionary.ts";
import { makeFixtureRelease } from "../../fixture/release.ts";
import { siteContext } from "../../support/site.ts";

interface Table {
  id: string;
  row: string;
  rows: string;
  columns: { name: string; type: string; text: string }[];
}

let halves: Record<Half, Release>;
beforeAll(async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), "forewarn-test-"));
  const made = await makeFixtureRelease(folder);
  halves = { bureau: await openRelease(made.bureau, "bureau"), public: await openRelease(made.public, "public") };
  return async () => {
    for (const half of Object.values(halves)) half.close();
    await rm(folder, { recursive: true, force: true });
  };
});

async function tablesOf(locale: Locale, half: Half): Promise<Table[]> {
  const release = halves[half];
  const context = siteContext(release, locale);
  const [page] = await dictionaryPage(context);
  return page?.values.tables as Table[];
}

describe("the data dictionary", () => {
  test("of the bureau has every table of its half with the columns that its file has", async () => {
    const tables = await tablesOf("en", "bureau");
    expect(tables.map(({ id }) => id)).toEqual(martsOf("bureau"));
    for (const { id, columns } of tables) {
      const found = await halves.bureau.rows<{ column_name: string; column_type: string }>(`DESCRIBE "${id}"`);
      expect(columns.map(({ name, type }) => [name, type])).toEqual(
        found.map(({ column_name, column_type }) => [column_name, column_type]),
      );
    }
  });

  test("says how many rows a table has, and what one is", async () => {
    const [dimension] = await tablesOf("en", "bureau");
    const { n } = await halves.bureau.row<{ n: string }>("SELECT count(*) AS n FROM dimension");
    expect(dimension).toMatchObject({
      rows: `${n} rows`,
      row: "One row is one value of one dimension, with its names.",
    });
  });

  test("of the public site has the files that it offers", async () => {
    const loaders = await readdir(path.resolve(import.meta.dirname, "../../../loaders/public"));
    const files = loaders.filter((name) => name.endsWith(".json.ts")).map((name) => name.replace(".json.ts", ""));
    const tables = await tablesOf("zh", "public");
    expect(tables.map(({ id }) => id).sort()).toEqual(files.sort());
    const counts = tables.find(({ id }) => id === "counts");
    expect(counts?.columns.map(({ name }) => name)).toEqual(Object.keys(MARTS.count.columns));
    expect(counts?.columns.find(({ name }) => name === "tickets")?.type).toBe("数");
  });

  test.each(LOCALES)("has no text twice in one table, in %s", async (locale) => {
    for (const half of ["bureau", "public"] as const) {
      for (const { id, columns } of await tablesOf(locale, half)) {
        const texts = columns.map(({ text }) => text);
        expect(new Set(texts).size, id).toBe(texts.length);
      }
    }
  });
});
