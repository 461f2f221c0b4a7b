import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { parseHTML } from "linkedom";
import { beforeAll, describe, expect, test } from "vitest";
import { LOCALES, type Locale } from "../../../src/i18n/define.ts";
import { openRelease, type Release } from "../../../src/release/read.ts";
import type { Page } from "../../../src/site/page.ts";
import { assessmentPages } from "../../../src/site/pages/bureau/assessment.ts";
import { makeEmptyRelease, makeFixtureRelease } from "../../fixture/release.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { siteContext } from "../../support/site.ts";

let release: Release;
beforeAll(async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), "forewarn-test-"));
  release = await openRelease((await makeFixtureRelease(folder)).bureau, "bureau");
  return async () => {
    release.close();
    await rm(folder, { recursive: true, force: true });
  };
});

const pagesOf = (of: Release, locale: Locale): Promise<readonly Page[]> => assessmentPages(siteContext(of, locale));

/** The values of one page. */
async function valuesOf(locale: Locale, address: string): Promise<Values> {
  const page = (await pagesOf(release, locale)).find((it) => it.path === address);
  return (page as Page).values as unknown as Values;
}

interface Values {
  heading: string;
  many: string;
  grid: {
    columns: { id: string }[];
    whole: string[];
    rows: { unit: string; cells: (Record<string, string> | null)[] }[];
  };
  rules: string[];
  periods: { name: string; entries: { path: string; name: string; current: boolean }[] }[];
  measures: { id: string; figure: object | null; sentence: string | null }[];
}

describe("pages of the assessment", () => {
  test("the last complete quarter comes first, and every period that is linked has its page in both languages", async () => {
    for (const locale of LOCALES) {
      const pages = await pagesOf(release, locale);
      const first = pages.find(({ path }) => path === "assessment")?.values as unknown as Values;
      expect(first.heading).toContain(locale === "zh" ? "2026年第1季度" : "Q1 2026");
      const linked = first.periods.flatMap(({ entries }) => entries.map(({ path }) => path));
      expect(linked.toSorted()).toEqual(pages.map(({ path }) => path).toSorted());
      expect(linked).toEqual([
        ...["05", "04", "03", "02", "01"].map((month) => `assessment/2026-${month}`),
        "assessment/2025-12",
        "assessment",
        ...[4, 3, 2, 1].map((quarter) => `assessment/2025-q${quarter}`),
        ...["assessment/2025-h2", "assessment/2025-h1", "assessment/2025", "assessment/2024", "assessment/ytd"],
      ]);
      for (const { values } of pages)
        expect(
          (values as unknown as Values).periods.flatMap(({ entries }) => entries).filter((it) => it.current),
        ).toHaveLength(1);
    }
  });

  test("a cell is the mart's row: share, sign and word of its position, colour by the stated bounds", async () => {
    const { grid, rules, many } = await valuesOf("en", "assessment/2025");
    const rows = await release.rows<Record<string, string>>(
      "SELECT unit, numerator, denominator, value, position, colour FROM assessment WHERE grain = 'year' AND period = '2025'",
    );
    expect(grid.rows.map(({ unit }) => unit)).toEqual(["虚构所", "假想所", "示例所"]);
    for (const row of rows) {
      const cell = grid.rows.find(({ unit }) => unit === row.unit)?.cells[0];
      expect(cell).toMatchObject({
        exact: `${row.numerator}/${row.denominator}`,
        text: `${(100 * Number(row.value)).toFixed(1)}%`,
        position: row.position,
        colour: row.colour,
      });
    }
    const low = grid.rows[2]?.cells[0];
    expect(low).toMatchObject({
      position: "far_below",
      sign: "▼",
      word: "far below",
      colour: "red",
      colourName: "red",
    });
    expect(rules).toEqual(["Mediation success rate: red below 50%, blue from 75%, yellow between."]);
    expect(many).toMatch(
      /^Of the 3 shares here, 3 are outside the 95% limits; chance alone would put about 0\.1 there\.$/,
    );
  });

  test("the sentence names who is outside, and the table has the range and the position of the period before", async () => {
    const [measure] = (await valuesOf("zh", "assessment")).measures;
    const { document } = parseHTML(String(measure?.figure));
    expect(document.querySelector("figcaption")?.textContent).toMatch(
      /明显低于：示例所。高于：虚构所和假想所。部门之间的差异为偶然差异的/,
    );
    const heads = [...document.querySelectorAll("thead th")].map((node) => node.textContent);
    expect(heads).toEqual(["处理部门", "比率", "件数", "偶然范围（95%）", "位置", "2025年第4季度的位置", "颜色"]);
    const first = [...document.querySelectorAll("tbody tr")].map((row) =>
      [...row.children].map((it) => it.textContent),
    )[0];
    const [row] = await release.rows<Record<string, string>>(
      `SELECT low, high, numerator, denominator, (SELECT position FROM assessment WHERE period = '2025-Q4' AND unit = '示例所') AS before
       FROM assessment WHERE period = '2026-Q1' AND unit = '示例所'`,
    );
    expect(first?.slice(0, 5)).toEqual([
      "示例所",
      `${((100 * Number(row?.numerator)) / Number(row?.denominator)).toFixed(1)}%`,
      `${row?.numerator}/${row?.denominator}`,
      `${(100 * Number(row?.low)).toFixed(1)}%–${(100 * Number(row?.high)).toFixed(1)}%`,
      "▼ 明显低于",
    ]);
    expect(row?.before).toBe("far_below");
    expect(first?.[5]).toBe("▼ 明显低于");
  });

  test("a release that names no units has one page that says so", async () => {
    const empty = await openRelease((await makeEmptyRelease(await temporaryFolder())).bureau, "bureau");
    try {
      const pages = await pagesOf(empty, "en");
      expect(pages.map(({ path }) => path)).toEqual(["assessment"]);
      expect(pages[0]?.values).toMatchObject({ grid: null });
    } finally {
      empty.close();
    }
  });
});
