import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tags, textOf } from "../../src/site/finish/edit.ts";
import { finishHtml, STEPS } from "../../src/site/finish/finish.ts";
import { headingIds, slug } from "../../src/site/finish/headings.ts";
import { expectGolden } from "../support/golden.ts";
import { builtPage, finishPage } from "./built-page.ts";

const PAGES = { code: builtPage({ code: true }), plain: builtPage({ code: false }) };
const one = (html: string, name: string) => tags(html).filter((tag) => tag.name === name);

describe.each(Object.entries(PAGES))("the finish pass over a page with %s", (name, html) => {
  test("gives what it gave", () => expectGolden(`site/finish-${name}.html`, finishHtml(html, finishPage)));

  test("does nothing the second time", () => {
    const once = finishHtml(html, finishPage);
    expect(finishHtml(once, finishPage)).toBe(once);
  });

  test.each(Object.entries(STEPS))("%s alone does nothing the second time", (_, step) => {
    const once = step(html, finishPage);
    expect(step(once, finishPage)).toBe(once);
  });

  test("opens and closes every element", () => {
    const finished = finishHtml(html, finishPage);
    for (const element of ["a", "h1", "h2", "h3", "main", "script", "head", "svg"])
      expect(finished.split(`</${element}>`).length, element).toBe(
        finished.split(new RegExp(`<${element}[\\s>]`)).length,
      );
  });

  test("keeps every word of the page", () => {
    const words = (text: string) => one(text, "main").map(textOf);
    expect(words(finishHtml(html, finishPage))).toEqual(words(html));
  });
});

describe("the finish pass", () => {
  test("says the language, allows zoom, hides the generator", () => {
    const html = finishHtml(PAGES.code, finishPage);
    expect(html).toContain('<html lang="zh-CN">');
    expect(finishHtml(PAGES.code, { ...finishPage, locale: "en" })).toContain('<html lang="en-GB">');
    expect(html).not.toContain("maximum-scale");
    expect(html).not.toContain("generator");
  });

  test("names the page and its twins by absolute addresses", () => {
    const links = one(finishHtml(PAGES.plain, finishPage), "link").map((tag) => tag.attributes);
    expect(links.filter(({ rel }) => rel === "canonical").map(({ href }) => href)).toEqual([
      "https://forewarn.example/sub/zh/quality.html",
    ]);
    expect(links.filter(({ rel }) => rel === "alternate").map(({ hreflang, href }) => [hreflang, href])).toEqual([
      ["zh-CN", "https://forewarn.example/sub/zh/quality.html"],
      ["en-GB", "https://forewarn.example/sub/en/quality.html"],
      ["x-default", "https://forewarn.example/sub/zh/quality.html"],
    ]);
  });

  test("escapes the description", () => {
    const meta = one(finishHtml(PAGES.plain, finishPage), "meta").find((tag) => tag.attributes.name === "description");
    expect(meta?.attributes.content).toBe(finishPage.description);
  });

  test("a page without code has no script and asks for none", () => {
    const html = finishHtml(PAGES.plain, finishPage);
    expect(one(html, "script").map((tag) => tag.attributes.type)).toEqual(["application/json"]);
    expect(html).not.toContain("modulepreload");
    expect(html).toContain("script-src 'none'");
  });

  test("a page with code keeps its scripts, and the policy knows them by their hashes", () => {
    const html = finishHtml(PAGES.code, finishPage);
    const script = one(html, "script").find((tag) => tag.attributes.type === "module");
    const text = html.slice(script?.innerStart, script?.innerEnd);
    expect(text).toContain("define({");
    const hash = createHash("sha256").update(text).digest("base64");
    const policy = one(html, "meta").find((tag) => tag.attributes["http-equiv"] === "Content-Security-Policy");
    expect(policy?.attributes.content).toContain(`script-src 'self' 'sha256-${hash}';`);
    expect(policy?.attributes.content).not.toContain("unsafe-eval");
    expect(html.indexOf("Content-Security-Policy")).toBeLessThan(html.indexOf("<script"));
  });

  test("a script in the text of a page is not allowed", () => {
    const evil = "document.body.remove()";
    const html = finishHtml(PAGES.code.replace("</main>", `<script>${evil}</script></main>`), finishPage);
    expect(html).toContain(evil);
    expect(html).not.toContain(createHash("sha256").update(evil).digest("base64"));
  });

  test("tells the release's time, not the build's", () => {
    const html = finishHtml(PAGES.code, finishPage);
    expect(html).toContain(`"lastModified":${Date.UTC(2026, 5, 17)},`);
    expect(html).not.toContain("1790000000123");
  });

  test("headings have ids of their words, and are no links", () => {
    const html = finishHtml(PAGES.plain, finishPage);
    const ids = tags(html).filter((tag) => /^h\d$/.test(tag.name));
    expect(ids.map((tag) => tag.attributes.id)).toEqual([
      "数据质量",
      "按来源-文件",
      "按来源-文件-2",
      "rows-by-file",
      "按月份",
      "section",
    ]);
    expect(html).not.toContain("observablehq-header-anchor");
  });

  test("a reader can skip the menu", () => {
    const all = tags(finishHtml(PAGES.plain, finishPage));
    const skip = all.find((tag) => tag.attributes.class === "skip");
    const main = all.find((tag) => tag.name === "main");
    expect(skip?.attributes.href).toBe(`#${main?.attributes.id}`);
    expect(main?.attributes.tabindex).toBe("-1");
    expect(all.filter((tag) => tag.name === "a")[0]).toBe(skip);
  });
});

describe("heading ids", () => {
  const heading = fc
    .constantFrom("合同", "价格", "a b", "", "·", "1", "Übung")
    .chain((text) => fc.constantFrom(undefined, "", "-1", "kept").map((id) => ({ text, id })));

  test("are there, unique, and stay as they were where they were good", () => {
    fc.assert(
      fc.property(fc.array(heading, { maxLength: 12 }), (headings) => {
        const kept = headings.findIndex(({ id }) => id === "kept");
        const list = headings.map((it, i) => (it.id === "kept" && i !== kept ? { ...it, id: "" } : it));
        const html = list.map(({ text, id }) => `<h2${id === undefined ? "" : ` id="${id}"`}>${text}</h2>`).join("\n");
        const ids = tags(headingIds(html, finishPage)).map((tag) => tag.attributes.id);
        expect(ids).toHaveLength(list.length);
        expect(ids.every(Boolean)).toBe(true);
        expect(new Set(ids).size).toBe(ids.length);
        if (kept >= 0) expect(ids[kept]).toBe("kept");
      }),
    );
  });

  test("a slug holds letters and digits of any script, and hyphens between", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => /^([\p{L}\p{N}]+(-[\p{L}\p{N}]+)*)?$/u.test(slug(text))),
    );
    expect(slug("消费警示〔2026〕第3号")).toBe("消费警示-2026-第3号");
  });
});
