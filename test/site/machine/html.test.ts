import { expect, test } from "vitest";
import { anchor, blocksHtml, lifeHtml, paragraph } from "../../../src/site/machine/html.ts";

const inline = (text: string, strong = false) => ({ text, strong, line: 1 });
const ESCAPED = "a &lt; b &amp; c &gt; d";
const TEXT = "a < b & c > d";

test("paragraphs, lists and strong words stay, and text stays text", () => {
  const blocks = blocksHtml([
    { kind: "paragraph", inlines: [inline(TEXT), inline(TEXT, true)] },
    { kind: "list", items: [[inline(TEXT)], [inline("e", true), inline("f")]] },
  ]);
  expect(blocks).toBe(
    `<p>${ESCAPED}<strong>${ESCAPED}</strong></p><ul><li>${ESCAPED}</li><li><strong>e</strong>f</li></ul>`,
  );
  expect(paragraph(TEXT)).toBe(`<p>${ESCAPED}</p>`);
  expect(anchor('https://a.example/?b="c"&d', TEXT)).toBe(
    `<a href="https://a.example/?b=&quot;c&quot;&amp;d">${ESCAPED}</a>`,
  );
});

test("what became of a warning names the other one with a link, and marks what is in Chinese", () => {
  const url = (id: string) => `https://a.example/${id}`;
  const sentence = { lead: "Now:", words: { text: TEXT, lang: "zh-CN" }, other: "2026-001" };
  expect(lifeHtml("en", sentence, url)).toBe(
    `<p>Now: <span lang="zh-CN"><a href="https://a.example/2026-001">${ESCAPED}</a></span></p>`,
  );
  expect(lifeHtml("zh", { lead: "原因：", words: { text: TEXT, lang: null }, other: null }, url)).toBe(
    `<p>原因：${ESCAPED}</p>`,
  );
  expect(lifeHtml("en", { lead: TEXT, words: null, other: null }, url)).toBe(`<p>${ESCAPED}</p>`);
});
