import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LOCALES } from "../../src/i18n/define.ts";
import { boundFaults, textFaults } from "../../src/warnings/bind.ts";
import { readTemplates, templateFor } from "../../src/warnings/templates.ts";
import { adviceOf, incompleteText, parseText } from "../../src/warnings/text.ts";
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

  test.each(templates.flatMap((template) => LOCALES.map((locale) => [template.id, locale] as const)))(
    "%s in %s is whole and holds no typed number",
    (id, locale) => {
      const template = templates.find((it) => it.id === id);
      const { text, faults } = parseText(template?.[locale] ?? "", locale, id);
      expect(faults).toEqual([]);
      expect(incompleteText(text, locale, id)).toEqual([]);
      const options = { evidence: EVIDENCE, locale, file: id };
      expect(textFaults(text, options)).toEqual([]);
      expect(boundFaults(template?.title[locale] ?? "", options)).toEqual([]);
    },
  );

  test("a template fits by the category's name first, then by the problem's; the last fits all", () => {
    const name = (zh: string) => ({ zh, en: zh });
    const none = { category: null, problem: null, region: null };
    expect(templateFor(templates, { ...none, category: name("食品"), problem: name("合同") }).id).toBe("food");
    expect(templateFor(templates, { ...none, category: name("其他"), problem: name("合同") }).id).toBe("prepaid");
    expect(templateFor(templates, none).id).toBe("general");
  });
});
