import { parseDocument } from "htmlparser2";
import { expect, test } from "vitest";
import { robots } from "../../../src/site/machine/robots.ts";
import { SITEMAP_LENGTH, type SitemapPage, sitemap } from "../../../src/site/machine/sitemap.ts";
import { contextOf, fileOf, xmlFaults } from "./made.ts";

const context = contextOf([]);

const both = (page: string, lastmod = "2026-06-17"): SitemapPage[] => [
  { locale: "zh", page, lastmod },
  { locale: "en", page, lastmod },
];

/** Names, text and attributes of the elements of a list, one entry after another. */
function entries(
  xml: string,
): { name: string; text: string; href: string | undefined; hreflang: string | undefined }[][] {
  type Any = { name?: string; data?: string; attribs?: Record<string, string>; children?: Any[] };
  const root = (parseDocument(xml, { xmlMode: true }).children as Any[]).find(
    ({ name }) => name !== undefined && name !== "xml" && !name.startsWith("?"),
  );
  const elements = (it: Any | undefined) => (it?.children ?? []).filter(({ attribs }) => attribs !== undefined);
  return elements(root).map((entry) =>
    elements(entry).map((it) => ({
      name: it.name ?? "",
      text: (it.children ?? []).map(({ data }) => data ?? "").join(""),
      href: it.attribs?.href,
      hreflang: it.attribs?.hreflang,
    })),
  );
}

test("every page stands in it, with its twins", async () => {
  const files = sitemap(
    [...both("index", "2026-06-01"), { locale: "zh", page: "only", lastmod: "2026-06-02" }],
    context,
  );
  expect([...files.keys()]).toEqual(["sitemap.xml"]);
  expect(await xmlFaults(files)).toEqual([]);
  const link = (hreflang: string, href: string) => ({ name: "xhtml:link", text: "", hreflang, href });
  const value = (name: string, text: string) => ({ name, text, href: undefined, hreflang: undefined });
  const twins = [
    link("zh-CN", "https://forewarn.example/index.html"),
    link("en-GB", "https://forewarn.example/en/index.html"),
    link("x-default", "https://forewarn.example/index.html"),
  ];
  expect(entries(fileOf(files, "sitemap.xml"))).toEqual([
    [value("loc", "https://forewarn.example/index.html"), value("lastmod", "2026-06-01"), ...twins],
    [value("loc", "https://forewarn.example/en/index.html"), value("lastmod", "2026-06-01"), ...twins],
    [
      value("loc", "https://forewarn.example/only.html"),
      value("lastmod", "2026-06-02"),
      link("zh-CN", "https://forewarn.example/only.html"),
      link("x-default", "https://forewarn.example/only.html"),
    ],
  ]);
});

test("a site in English first sends readers of other languages to English", () => {
  const xml = fileOf(sitemap(both("about"), { ...context, first: "en" }), "sitemap.xml");
  expect(xml).toContain('hreflang="x-default" href="https://forewarn.example/en/about.html"');
});

test("more pages than a file may hold are split, none lost, and the first file lists the others", async () => {
  const pages = ["a", "b", "c", "d", "e"].flatMap((page, i) => both(page, `2026-06-0${i + 1}`));
  const files = sitemap(pages, context, 4);
  expect([...files.keys()]).toEqual(["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"]);
  expect(await xmlFaults(files)).toEqual([]);
  expect(entries(fileOf(files, "sitemap.xml")).map((entry) => entry.map(({ text }) => text))).toEqual([
    ["https://forewarn.example/sitemap-1.xml", "2026-06-02"],
    ["https://forewarn.example/sitemap-2.xml", "2026-06-04"],
    ["https://forewarn.example/sitemap-3.xml", "2026-06-05"],
  ]);
  const parts = [1, 2, 3].map((n) => entries(fileOf(files, `sitemap-${n}.xml`)));
  expect(parts.map((part) => part.length)).toEqual([4, 4, 2]);
  expect(parts.flat().map(([loc]) => loc?.text)).toEqual(
    pages.map(({ locale, page }) => `https://forewarn.example/${context.address(locale, page)}`),
  );
  expect(SITEMAP_LENGTH).toBe(50_000);
});

test("exactly as many as a file may hold are not split", () => {
  expect([...sitemap([...both("a"), ...both("b")], context, 4).keys()]).toEqual(["sitemap.xml"]);
});

test("signs of XML in an address are escaped", async () => {
  const files = sitemap(both("a&b"), context);
  expect(await xmlFaults(files)).toEqual([]);
  expect(entries(fileOf(files, "sitemap.xml"))[0]?.[0]?.text).toBe("https://forewarn.example/a&b.html");
});

test("robots may read everything, and find the list", () => {
  expect(robots(context)).toEqual(
    new Map([["robots.txt", "User-agent: *\nAllow: /\n\nSitemap: https://forewarn.example/sitemap.xml\n"]]),
  );
});
