import { describe, expect, test } from "vitest";
import { catalogue } from "../../src/i18n/catalogue/index.ts";
import { columnsOf } from "../../src/release/columns.ts";
import { DOWNLOADS, type Download, downloadColumns } from "../../src/release/downloads.ts";
import { MARTS, type MartName } from "../../src/release/marts.ts";

const marts = Object.keys(MARTS) as MartName[];

describe("the texts of tables and columns", () => {
  test.each(marts)("%s: each column has one, and so has the table", (mart) => {
    expect(columnsOf(mart).map(({ name, type }) => [name, type])).toEqual(Object.entries(MARTS[mart].columns));
    expect(Object.keys(catalogue)).toContain(`marts.${mart}`);
  });

  test("none stands for a table or a column that is not there", () => {
    const used = new Set<string>(
      marts.flatMap((mart) => [`marts.${mart}`, ...columnsOf(mart).map(({ text }) => text)]),
    );
    const texts = Object.keys(catalogue).filter((key) => /^(marts|columns)\./.test(key));
    expect(texts.filter((key) => !used.has(key))).toEqual([]);
  });

  test("what a column means in one table goes before what it means in all", () => {
    const text = (mart: MartName, column: string) => columnsOf(mart).find(({ name }) => name === column)?.text;
    expect(text("measure", "low")).toBe("columns.measure.low");
    expect(text("hotspot", "low")).toBe("columns.low");
  });
});

describe("the downloads of the public site", () => {
  test.each(Object.keys(DOWNLOADS) as Download[])("%s is of the public half, in a full order", (download) => {
    const { mart, order } = DOWNLOADS[download];
    expect(MARTS[mart].halves).toContain("public");
    const names = downloadColumns(download).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining([...order]));
  });
});
