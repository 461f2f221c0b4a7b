import { LOCALES, type Locale } from "../../i18n/define.ts";
import { languageTag } from "../../i18n/translate.ts";
import type { MachineContext } from "./context.ts";
import { PATHS, pageUrl, urlOf } from "./urls.ts";
import { element, textElement, type XmlElement, xmlDocument } from "./xml.ts";

/** A page of the site in one language. */
export interface SitemapPage {
  readonly locale: Locale;
  /** As `MachineContext.address` takes it: "warnings/2026-001". */
  readonly page: string;
  /** Day or point of time of its last change. */
  readonly lastmod: string;
}

type Site = Pick<MachineContext, "origin" | "first" | "address">;

/** How many addresses one file may hold (sitemaps.org). */
export const SITEMAP_LENGTH = 50_000;

const NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
const XHTML = "http://www.w3.org/1999/xhtml";

/** The page in each language that has it; one in the first language is for readers of any other. */
function alternates({ page }: SitemapPage, locales: ReadonlySet<Locale>, site: Site): XmlElement[] {
  const link = (hreflang: string, locale: Locale) =>
    element("xhtml:link", { rel: "alternate", hreflang, href: pageUrl(site, locale, page) });
  return [
    ...LOCALES.filter((locale) => locales.has(locale)).map((locale) => link(languageTag(locale), locale)),
    ...(locales.has(site.first) ? [link("x-default", site.first)] : []),
  ];
}

const latest = (pages: readonly SitemapPage[]): string =>
  pages
    .map(({ lastmod }) => lastmod)
    .sort()
    .at(-1) ?? "";

/**
 * The list of all pages for search engines (https://www.sitemaps.org/protocol.html), with their twins in the other language:
 * `sitemap.xml`, or, of more pages than one file may hold, `sitemap-1.xml`, … with `sitemap.xml` as their list. Path
 * below the root → text.
 */
export function sitemap(pages: readonly SitemapPage[], site: Site, length = SITEMAP_LENGTH): Map<string, string> {
  const locales = new Map<string, Set<Locale>>();
  for (const { page, locale } of pages) locales.set(page, (locales.get(page) ?? new Set()).add(locale));
  const list = (part: readonly SitemapPage[]) =>
    xmlDocument(
      element(
        "urlset",
        { xmlns: NAMESPACE, "xmlns:xhtml": XHTML },
        part.map((it) =>
          element("url", {}, [
            textElement("loc", pageUrl(site, it.locale, it.page)),
            textElement("lastmod", it.lastmod),
            ...alternates(it, locales.get(it.page) ?? new Set(), site),
          ]),
        ),
      ),
    );
  if (pages.length <= length) return new Map([[PATHS.sitemap, list(pages)]]);
  const parts = Array.from({ length: Math.ceil(pages.length / length) }, (_, i) => ({
    file: `sitemap-${i + 1}.xml`,
    pages: pages.slice(i * length, (i + 1) * length),
  }));
  const index = element(
    "sitemapindex",
    { xmlns: NAMESPACE },
    parts.map((part) =>
      element("sitemap", {}, [textElement("loc", urlOf(site, part.file)), textElement("lastmod", latest(part.pages))]),
    ),
  );
  return new Map([
    [PATHS.sitemap, xmlDocument(index)],
    ...parts.map((part): [string, string] => [part.file, list(part.pages)]),
  ]);
}
