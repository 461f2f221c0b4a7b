import { languageTag } from "../../i18n/translate.ts";
import type { MachineContext } from "./context.ts";
import type { Entry } from "./entry.ts";
import { type Feed, feedsOf } from "./feed.ts";
import { PATHS, urlOf } from "./urls.ts";
import { element, textElement, type XmlElement, xmlDocument } from "./xml.ts";

const ATOM = "http://www.w3.org/2005/Atom";
const TOMBSTONES = "http://purl.org/atompub/tombstones/1.0";

/** Where the API's schema lists the values that a category of a feed may have. */
const POINTERS = {
  kind: "/properties/kind",
  risk: "/properties/risk",
  category: "/properties/scope/properties/category",
} as const;

const link = (rel: string, type: string | null, href: string, hreflang: string | null = null): XmlElement =>
  element("link", { rel, type, hreflang, href });

const links = (entry: Entry, tag: string): XmlElement[] => [
  link("alternate", "text/html", entry.url, tag),
  link("related", "application/cap+xml", entry.cap),
];

/** What stands in the place of a warning that was withdrawn: RFC 6721, "deleted-entry". */
const tombstone = (entry: Entry, tag: string): XmlElement =>
  element("at:deleted-entry", { ref: entry.id, when: entry.updated }, [
    element("at:by", {}, [textElement("name", entry.author)]),
    entry.reason && textElement("at:comment", entry.reason.text, { type: "text", "xml:lang": entry.reason.lang }),
    ...links(entry, tag),
  ]);

function entryElement(entry: Entry, tag: string, context: MachineContext): XmlElement {
  const schema = urlOf(context, PATHS.schema("warning"));
  return element("entry", {}, [
    textElement("id", entry.id),
    textElement("title", entry.title.text, { type: "text", "xml:lang": entry.title.lang }),
    textElement("published", entry.published),
    textElement("updated", entry.updated),
    element("author", {}, [textElement("name", entry.author)]),
    ...entry.categories.map(({ field, term, label }) =>
      element("category", { term, scheme: `${schema}#${POINTERS[field]}`, label }),
    ),
    ...links(entry, tag),
    textElement("summary", entry.summary, { type: "text" }),
    textElement("content", entry.html, { type: "html" }),
  ]);
}

/** One feed as an Atom document (RFC 4287) in which a withdrawn warning is a tombstone (RFC 6721). */
export function atomFeed(feed: Feed, context: MachineContext): string {
  const { license } = context;
  const tag = languageTag(feed.locale);
  const self = urlOf(context, PATHS.feed(feed.locale, feed.category?.code ?? null, "xml"));
  return xmlDocument(
    element("feed", { xmlns: ATOM, "xmlns:at": TOMBSTONES, "xml:lang": tag }, [
      textElement("id", self),
      textElement("title", feed.title, { type: "text" }),
      textElement("subtitle", feed.subtitle, { type: "text" }),
      textElement("updated", feed.updated),
      element("author", {}, [textElement("name", feed.author), textElement("uri", `${context.origin}/`)]),
      link("self", "application/atom+xml", self),
      link("alternate", "text/html", feed.home, tag),
      license === null ? null : link("license", null, license),
      license === null ? null : textElement("rights", license, { type: "text" }),
      textElement("generator", "Forewarn"),
      ...feed.entries.map((entry) =>
        entry.state === "withdrawn" ? tombstone(entry, tag) : entryElement(entry, tag, context),
      ),
    ]),
  );
}

/** `feeds/zh.xml`, `feeds/en.xml`, and `feeds/zh-S03.xml` for each category: path below the root → text. */
export const atomFiles = (context: MachineContext): Map<string, string> =>
  new Map(
    feedsOf(context).map((feed) => [
      PATHS.feed(feed.locale, feed.category?.code ?? null, "xml"),
      atomFeed(feed, context),
    ]),
  );
