import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressing, relative } from "../../src/site/address.ts";
import { carry, HEAD_PLACE, PLACES, placeOf, relativeLinks } from "../../src/site/carry.ts";
import { tags, textOf } from "../../src/site/finish/edit.ts";
import { escapeHtml } from "../../src/site/html.ts";

const FRAME = `<!doctype html><html lang="zh-CN"><head><title>${PLACES.title}</title>
<link rel="canonical" href="https://forewarn.example/${PLACES.zh}">
<link rel="alternate" href="https://forewarn.example/${PLACES.en}">
<meta name="description" content="${PLACES.description}">
${HEAD_PLACE}
</head><body><header>${placeOf("header")}</header><main>${placeOf("body")}</main></body></html>`;

const carried = (body: string, title = "题") =>
  carry(FRAME, {
    file: "en/warnings/a.html",
    title,
    description: title,
    files: { zh: "warnings/a.html", en: "en/warnings/a.html" },
    header: '<a href="/en/index">home</a>',
    body,
    head: ['<meta property="og:type" content="article">'],
  });

describe("a page in a frame", () => {
  test("has its own parts in the places of the frame, and nothing is left of those", () => {
    const page = carried("<h1>甲</h1>");
    expect(page).toContain('<header><a href="../index.html">home</a></header><main><h1>甲</h1></main>');
    expect(page).toContain('href="https://forewarn.example/warnings/a.html"');
    expect(page).toContain('<meta property="og:type" content="article">');
    for (const place of Object.values(PLACES)) expect(page).not.toContain(place);
  });

  test("any text comes through as that text, in the body and in the title", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const hostile = `${text}${PLACES.body}$& \${x} <script>"'`;
        const page = carried(`<p title="${escapeHtml(hostile)}">${escapeHtml(hostile)}</p>`, hostile);
        const all = tags(page);
        const [paragraph] = all.filter(({ name }) => name === "p");
        const title = all.find(({ name }) => name === "title");
        const same = (value: string | undefined) =>
          expect(value?.replace(/\s+/g, " ").trim()).toBe(hostile.replace(/\s+/g, " ").trim());
        same(paragraph && textOf(paragraph));
        same(title && textOf(title));
        expect(all.filter(({ name }) => name === "script")).toEqual([]);
      }),
    );
  });
});

describe("addresses", () => {
  test("the first language stands at the root where the site says so", () => {
    expect(addressing(true, "zh")("zh", "warnings/a")).toBe("warnings/a");
    expect(addressing(true, "zh")("en", "warnings/a")).toBe("en/warnings/a");
    expect(addressing(true, "en")("en", "index")).toBe("index");
    expect(addressing(false, "zh")("zh", "index")).toBe("zh/index");
  });

  test.each([
    ["index.html", "style.css", "./style.css"],
    ["en/a/b.html", "style.css", "../../style.css"],
    ["en/a/b.html", "en/a/c.html", "./c.html"],
    ["en/a/b.html", "en/index.html", "../index.html"],
    ["a/b.html", "en/a/b.html", "../en/a/b.html"],
  ])("from %s to %s", (from, to, link) => {
    expect(relative(from, to)).toBe(link);
    expect(new URL(link, `https://forewarn.example/${from}`).pathname).toBe(`/${to}`);
  });

  test("links from the root become relative; pages get their extension, files keep theirs, others are left alone", () => {
    const links =
      '<a href="/en/about#source"><form action="/search.html"><a href="/feeds/zh.xml"><a href="https://a.example/b"><a href="#c">';
    expect(relativeLinks(links, "en/warnings/a.html")).toBe(
      '<a href="../about.html#source"><form action="../../search.html"><a href="../../feeds/zh.xml"><a href="https://a.example/b"><a href="#c">',
    );
  });
});
