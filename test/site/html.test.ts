import { createMarkdownIt, parseMarkdown } from "@observablehq/framework/dist/markdown.js";
import fc from "fast-check";
import { DomUtils, parseDocument } from "htmlparser2";
import { describe, expect, test } from "vitest";
import { escapeHtml, html, trusted } from "../../src/site/html.ts";

const md = createMarkdownIt({ linkify: false });
const plain = (text: string) => text.replace(/\s+/g, " ").trim();

/** What Framework makes of a page: its HTML, and how many pieces of code it would run. */
function built(markdown: string): { text: string; code: number; elements: number } {
  const { body, code } = parseMarkdown(markdown, { md, path: "/index", params: {} });
  const document = parseDocument(body);
  return {
    text: plain(DomUtils.textContent(document)),
    code: code.length,
    elements: DomUtils.getElementsByTagName(() => true, document.children, true).length,
  };
}

describe("text from outside on a page", () => {
  test.each([
    // biome-ignore lint/suspicious/noTemplateCurlyInString: this is what must not run
    "${alert(1)}",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "**bold** _em_ `code` [a](javascript:alert(1)) ![i](x)",
    "```js\nalert(1)\n```",
    "# no heading",
    "| a | b |",
    "~~~",
    "<%= it.secret %>",
    "&lt;b&gt; &amp;amp; &#36;{1}",
    '" onmouseover="alert(1)',
  ])("%s stays text", (text) => {
    expect(built(`<p>${escapeHtml(text)}</p>`)).toEqual({ text: plain(text), code: 0, elements: 1 });
    expect(built(`Before ${escapeHtml(text)}`)).toEqual({ text: plain(`Before ${text}`), code: 0, elements: 1 });
    const attribute = parseDocument(`<p title="${escapeHtml(text)}">x</p>`).children[0];
    expect(attribute && "attribs" in attribute && attribute.attribs).toEqual({ title: text });
  });

  test("any text stays itself, in HTML, within a line of Markdown, and alone on one", () => {
    const sign = fc.constantFrom(..."\n\t <>&'\"`$\\{}[]()*_#|~!=+-.:;,0123456789ab@/%^?");
    const text = fc.oneof(fc.string({ unit: "grapheme" }), fc.string({ unit: sign, minLength: 1, maxLength: 30 }));
    fc.assert(
      fc.property(text, (words) => {
        const safe = escapeHtml(words);
        const same = { text: plain(words), code: 0, elements: 1 };
        expect(built(`<p>${safe}</p>`)).toEqual(same);
        expect(built(`甲${safe}`)).toEqual({ ...same, text: plain(`甲${words}`) });
        if (plain(words)) expect(built(`${safe}乙`)).toEqual({ ...same, text: plain(`${words}乙`) });
      }),
      { numRuns: 500 },
    );
  });

  test("html`` escapes what is not HTML already", () => {
    const inner = html`<b>${"<i>"}</b>`;
    expect(html`<p>${inner}${["&", 1, null, false, undefined]}${trusted("<br>")}</p>`.text).toBe(
      "<p><b>&#60;i&#62;</b>&#38;1<br></p>",
    );
  });
});
