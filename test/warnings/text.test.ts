import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readTaxonomy } from "../../src/config/taxonomy.ts";
import { LOCALES } from "../../src/i18n/define.ts";
import { boundFaults, textFaults } from "../../src/warnings/bind.ts";
import { draftText, OWN_TEMPLATES, readTemplates, templatesFor } from "../../src/warnings/templates.ts";
import { adviceOf, incompleteText, parseText } from "../../src/warnings/text.ts";
import { temporaryFolder } from "../support/folder.ts";
import { EVIDENCE } from "./evidence.ts";

const keys = (markdown: string) => parseText(markdown, "zh", "zh.md").faults.map((it) => [it.key, it.place.line]);

describe("the text of a warning", () => {
  test("sections, paragraphs, lists and strong words", () => {
    const { text, faults } = parseText(
      "提要**要紧**。\n\n## 常见情形\n- 第一\n  续行\n\n- 第二\n\n段落\n\n## 防范建议\n1. 甲\n2. 乙\n",
      "zh",
      "zh.md",
    );
    expect(faults).toEqual([]);
    expect(text.lead).toEqual([
      {
        kind: "paragraph",
        inlines: [
          { text: "提要", strong: false, line: 1 },
          { text: "要紧", strong: true, line: 1 },
          { text: "。", strong: false, line: 1 },
        ],
      },
    ]);
    expect(text.happens.map((block) => block.kind)).toEqual(["list", "paragraph"]);
    const [list] = text.happens;
    const items = list?.kind === "list" ? list.items.map((item) => item.map((it) => it.text).join("")) : [];
    expect(items).toEqual(["第一续行", "第二"]);
    expect(adviceOf(text)).toHaveLength(2);
    expect(text.law).toEqual([]);
  });

  test("English lines join with a space", () => {
    const { text } = parseText("One\ntwo\n", "en", "en.md");
    expect(text.lead[0]).toMatchObject({ inlines: [{ text: "One" }, { text: " two" }] });
  });

  test("what Markdown and HTML could do beyond that is a fault with its line", () => {
    for (const line of [
      "<script>",
      "</b>",
      "<!-- -->",
      "![x](y)",
      "[x](https://example.com)",
      "```js",
      "> 引用",
      "### 小",
      "| a | b |",
      "---",
    ])
      expect(keys(`好\n\n${line}\n`), line).toEqual([["warnings.markdown", 3]]);
    expect(keys("a < b，$" + "{x}，`y`，_z_")).toEqual([]);
  });

  test("headings are the fixed ones, once each; the title is not here", () => {
    expect(keys("## 别的")).toEqual([["warnings.heading", 1]]);
    expect(keys("# 题目")).toEqual([["warnings.heading", 1]]);
    expect(keys("## 常见情形\n## 常见情形")).toEqual([["warnings.headingTwice", 2]]);
    expect(keys("## What happens")).toEqual([["warnings.heading", 1]]);
    expect(keys("**未完")).toEqual([["warnings.unclosedStrong", 1]]);
  });

  test("what is missing is named", () => {
    const { text } = parseText("提要\n\n## 防范建议\n- 一\n- 二\n", "zh", "zh.md");
    expect(incompleteText(text, "zh", "zh.md").map((it) => it.params.heading)).toEqual([
      "常见情形",
      "如何识别",
      "如何维权",
      "法律依据",
      "防范建议",
    ]);
  });

  test("any text is read without an exception, and none of it is lost or comes as more than text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (markdown) => {
        const { text, faults } = parseText(markdown, "en", "en.md");
        expect(Array.isArray(faults)).toBe(true);
        for (const block of Object.values(text).flat()) expect(["paragraph", "list"]).toContain(block.kind);
      }),
    );
  });
});

describe("templates", async () => {
  const templates = await readTemplates();
  const { problems, trades } = await readTaxonomy().then((taxonomy) => ({
    problems: [null, ...taxonomy.problems.map(({ code }) => code)],
    trades: [
      null,
      ...taxonomy.categories.flatMap(({ code, children }) => [code, ...children.map((child) => child.code)]),
    ],
  }));

  test("every trade with every problem gives a text that is whole and holds no typed number", () => {
    for (const problem of problems)
      for (const category of trades) {
        const draft = draftText(templates, { category, problem });
        for (const locale of LOCALES) {
          const file = `${problem} ${category} ${locale}`;
          const { text, faults } = parseText(draft[locale], locale, file);
          const options = { evidence: EVIDENCE, locale, file };
          const found = [...faults, ...incompleteText(text, locale, file), ...textFaults(text, options)];
          expect(found.map((it) => it.explain("en"))).toEqual([]);
          expect(boundFaults(draft.title[locale], options)).toEqual([]);
        }
      }
  });

  test("the problem is told by its code, the trade by the longest code that the category begins with; one fits all", () => {
    const ids = (category: string | null, problem: string | null) => {
      const found = templatesFor(templates, { category, problem });
      return [found.problem.id, found.trade?.id ?? null];
    };
    expect(ids("G01", "P06")).toEqual(["contract", "food"]);
    expect(ids("G0503", "P01")).toEqual(["quality", "home"]);
    expect(ids("G0501", "P01")).toEqual(["quality", "goods"]);
    expect(ids("S0301", null)).toEqual(["general", "prepaid"]);
    expect(ids(null, "P10")).toEqual(["general", null]);
    expect(ids("X99", "P99")).toEqual(["general", null]);
  });

  test("each kind of problem but “other” has a text of its own", () => {
    const own = new Set(
      problems.filter(
        (code) => code !== null && templatesFor(templates, { category: null, problem: code }).problem.id !== "general",
      ),
    );
    expect(problems.filter((code) => !own.has(code))).toEqual([null, "P10"]);
  });

  test("a bureau's own templates take the place of the shipped ones; a fault in them is named", async () => {
    const folder = await temporaryFolder();
    expect((await readTemplates(folder)).own).toBe(false);
    const shipped = await readFile(
      path.resolve(import.meta.dirname, "../../data/reference/warning-templates.yaml"),
      "utf8",
    );
    const file = path.join(folder, OWN_TEMPLATES);
    await writeFile(file, shipped.replace("理性消费、依法维权", "虚构的标题"));
    const own = await readTemplates(folder);
    expect(own.own).toBe(true);
    expect(draftText(own, { category: null, problem: null }).title.zh).toContain("虚构的标题");
    await writeFile(file, shipped.replace("problems:", "troubles:"));
    await expect(readTemplates(folder)).rejects.toMatchObject({ key: "config.invalid", place: { file } });
    expect(draftText(own, { category: null, problem: null }, "0000-0000000").zh).toContain("拨打0000-0000000");
  });
});
