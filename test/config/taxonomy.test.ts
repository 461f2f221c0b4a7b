import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { readTaxonomy } from "../../src/config/taxonomy.ts";
import { sharedPath, testWith } from "../support/shared.ts";

const taxonomy = await readTaxonomy();
const leaves = taxonomy.categories.flatMap(({ children }) => children);

/** As words are compared: half-width, lower case, without white space. */
const compared = (word: string) => word.normalize("NFKC").replaceAll(/\s/gu, "").toLowerCase();

interface Named {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly words: readonly string[];
}

/** Words that stand twice, with the codes under which they do. */
function doubled(items: readonly Named[]): string[] {
  const seen = new Map<string, string>();
  const found: string[] = [];
  for (const { code, zh, en, words } of items) {
    for (const word of [code, zh, en, ...words].map(compared)) {
      const other = seen.get(word);
      if (other !== undefined) found.push(`${word}: ${other}, ${code}`);
      seen.set(word, code);
    }
  }
  return found;
}

describe("the house taxonomy", () => {
  test("has 10 groups of goods and 14 of services, with 3 to 8 leaves each", () => {
    const codes = (kind: string) => taxonomy.categories.filter((group) => group.kind === kind).map(({ code }) => code);
    const numbered = (letter: string, count: number) =>
      Array.from({ length: count }, (_, i) => `${letter}${String(i + 1).padStart(2, "0")}`);
    expect(codes("goods")).toEqual(numbered("G", 10));
    expect(codes("services")).toEqual(numbered("S", 14));
    for (const { code, children } of taxonomy.categories) {
      expect(children.length, code).toBeGreaterThanOrEqual(3);
      expect(children.length, code).toBeLessThanOrEqual(8);
      expect(children.map((leaf) => leaf.code)).toEqual(
        children.map((_, i) => `${code}${String(i + 1).padStart(2, "0")}`),
      );
    }
  });

  test("has the ten kinds of problem in the order of their codes", () => {
    expect(taxonomy.problems.map(({ code, zh }) => code + zh)).toEqual([
      "P01质量",
      "P02安全",
      "P03价格",
      "P04计量",
      "P05假冒",
      "P06合同",
      "P07虚假宣传",
      "P08人格尊严",
      "P09售后服务",
      "P10其他",
    ]);
  });

  test("puts no word under two codes, nor twice under one", () => {
    expect(doubled([...taxonomy.categories, ...leaves])).toEqual([]);
    expect(doubled(taxonomy.problems)).toEqual([]);
  });

  test("knows the classes that bulletins and exports name", () => {
    const known = new Set([...taxonomy.categories, ...leaves].flatMap(({ zh, en, words }) => [zh, en, ...words]));
    const named =
      "食品 烟酒饮料 服装鞋帽 家居用品 家用电器 通讯产品 交通工具 首饰 化妆品 装修建材 药品 餐饮和住宿 销售 电信 教育培训 美容美发 洗涤染色 停车 金融 交通运输";
    expect(named.split(" ").filter((word) => !known.has(word))).toEqual([]);
    const english = ["Home improvement", "Tow truck", "Debt collection", "Used cars", "Furniture", "Electronics store"];
    expect(english.filter((word) => !known.has(word))).toEqual([]);
  });

  test("maps the kinds of the old list of twelve", () => {
    const codeOf = (word: string) =>
      taxonomy.problems.find(({ zh, words }) => zh === word || words.includes(word))?.code;
    expect(["广告", "商标", "食品安全", "售后"].map(codeOf)).toEqual(["P07", "P05", "P02", "P09"]);
  });

  testWith("exports/us-nyc-dca-mediated")("maps the industries of New York's exports", async () => {
    const known = new Set(
      [...taxonomy.categories, ...leaves].flatMap(({ zh, en, words }) => [zh, en, ...words].map(compared)),
    );
    const unmapped = new Set<string>();
    let industries = 0;
    for (const year of ["2016", "2019"]) {
      const file = sharedPath(`exports/us-nyc-dca-mediated/${year}_Consumer_Services_Mediated_Complaints.csv`);
      // Only industries end in " - " and three digits; what has no number there is "Other" or a slip.
      for (const [, industry] of (await readFile(file, "utf8")).matchAll(/,"?([^",]+) - \d{3}"?,/gu)) {
        industries++;
        if (!known.has(compared(industry as string))) unmapped.add(industry as string);
      }
    }
    expect(industries).toBeGreaterThan(7_000);
    expect([...unmapped]).toEqual([]);
  });
});
