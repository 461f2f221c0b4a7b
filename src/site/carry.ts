import { relative } from "./address.ts";

/** Signs that a frame holds in the places of a page's own parts. Letters only, so that nothing escapes or splits them. */
export const PLACES = {
  title: "carriedTitlePlace",
  description: "carriedDescriptionPlace",
  zh: "carriedChinesePlace",
  en: "carriedEnglishPlace",
  header: "carriedHeaderPlace",
  body: "carriedBodyPlace",
  head: "carriedHeadPlace",
} as const;

/** Where a body, header or line of the head stands in the frame until it is put in. */
export const placeOf = (name: "header" | "body"): string => `<div data-place="${PLACES[name]}"></div>`;
export const HEAD_PLACE = `<meta name="${PLACES.head}">`;

/** What a page brings into a frame. */
export interface CarriedParts {
  /** The file that it will be: "en/warnings/2026-001.html". */
  readonly file: string;
  readonly title: string;
  readonly description: string;
  /** The files of the page in each language. */
  readonly files: { readonly zh: string; readonly en: string };
  readonly header: string;
  readonly body: string;
  readonly head: readonly string[];
}

const plain = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

// `escapeHtml` writes signs that mean something to Markdown or Framework as numbers. Neither reads these pages, so that only
// those that mean something to HTML need stay: the page weighs less.
const KEPT = new Set([34, 38, 39, 60, 62]);
const undone = (html: string): string =>
  html.replace(/&#(\d{1,3});/g, (reference, code) =>
    KEPT.has(Number(code)) ? reference : String.fromCharCode(Number(code)),
  );

/** Addresses from the root of the site ("/en/about", "/feeds/zh.xml") as relative ones; a page's gets its extension. */
export function relativeLinks(html: string, file: string): string {
  return html.replace(/\b(href|src|action)="\/([^"]*)"/g, (_, name: string, address: string) => {
    const [path = "", fragment] = address.split("#", 2) as [string, string?];
    const target = /\.[a-z0-9]+$/.test(path) ? path : `${path}.html`;
    return `${name}="${relative(file, target)}${fragment === undefined ? "" : `#${fragment}`}"`;
  });
}

/**
 * Puts a page into a frame that was built, and finished, in the same folder and language: what stands around it is the frame's to
 * the byte.
 */
export function carry(frame: string, parts: CarriedParts): string {
  const { file, title, description, files, header, body, head } = parts;
  const put = (html: string) => relativeLinks(undone(html), file);
  const values: Readonly<Record<string, string>> = {
    [PLACES.title]: plain(title),
    [PLACES.description]: plain(description),
    [PLACES.zh]: files.zh,
    [PLACES.en]: files.en,
    [placeOf("header")]: put(header),
    [placeOf("body")]: put(body),
    [HEAD_PLACE]: head.join("\n"),
  };
  const pattern = new RegExp(
    Object.keys(values)
      .sort((a, b) => b.length - a.length)
      .map((key) => key.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
      .join("|"),
    "g",
  );
  return frame.replace(pattern, (place) => values[place] ?? place);
}
