import { readFile } from "node:fs/promises";
import path from "node:path";
import { type Tag, tags } from "../finish/edit.ts";
import type { ReadSite } from "./read.ts";

/** A place in a built site that makes a browser ask another host. */
export interface ExternalReference {
  readonly file: string;
  /** What refers: "script[src]", "css url()", "js import". */
  readonly position: string;
  readonly url: string;
}

export type Found = Omit<ExternalReference, "file">;

/** Attributes that make a browser fetch something by itself. `a[href]` is a reader's choice and may lead anywhere. */
const FETCHING: Readonly<Record<string, readonly string[]>> = {
  audio: ["src"],
  base: ["href"],
  embed: ["src"],
  form: ["action"],
  frame: ["src"],
  iframe: ["src"],
  image: ["href", "xlink:href"],
  img: ["src", "srcset"],
  input: ["src", "formaction"],
  object: ["data"],
  script: ["src", "href", "xlink:href"],
  source: ["src", "srcset"],
  track: ["src"],
  use: ["href", "xlink:href"],
  video: ["src", "poster"],
};
/** Relations of `<link>` that only state a fact; all others fetch or connect. */
const STATING = new Set(["canonical", "alternate", "author", "help", "license", "next", "prev", "search", "bookmark"]);

const isOutside = (url: string): boolean => /^\s*(?:[a-z][a-z0-9+.-]*:)?\/\//i.test(url) && !/^\s*file:/i.test(url);

function inCss(css: string): Found[] {
  const urls = [...css.matchAll(/url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)/gi)];
  return urls
    .map((match) => ({ position: "css url()", url: match[1] ?? match[2] ?? "" }))
    .filter((found) => isOutside(found.url));
}

function inJavaScript(code: string): Found[] {
  const imports = [
    ...code.matchAll(/\b(?:from|import)\s*\(?\s*["'`]((?:[a-z]+:)?\/\/[^"'`]*)/gi),
    ...code.matchAll(/\b(?:importScripts|new\s+(?:Shared)?Worker)\s*\(\s*["'`]((?:[a-z]+:)?\/\/[^"'`]*)/gi),
  ];
  return imports.map((match) => ({ position: "js import", url: match[1] ?? "" }));
}

function inAttributes(tag: Tag): Found[] {
  const found: Found[] = [];
  for (const name of FETCHING[tag.name] ?? []) {
    const value = tag.attributes[name];
    if (value === undefined) continue;
    const urls = name === "srcset" ? value.split(",").map((part) => part.trim().split(/\s+/)[0] ?? "") : [value];
    for (const url of urls) found.push({ position: `${tag.name}[${name}]`, url });
  }
  if (tag.name === "link") {
    const relations = (tag.attributes.rel ?? "").toLowerCase().split(/\s+/);
    if (!relations.every((relation) => STATING.has(relation)))
      found.push({ position: `link[rel="${tag.attributes.rel ?? ""}"]`, url: tag.attributes.href ?? "" });
  }
  if (tag.name === "meta" && tag.attributes["http-equiv"]?.toLowerCase() === "refresh")
    found.push({
      position: "meta refresh",
      url: /url\s*=\s*['"]?([^'"]*)/i.exec(tag.attributes.content ?? "")?.[1] ?? "",
    });
  if (tag.attributes.style) found.push(...inCss(tag.attributes.style));
  return found.filter(({ url }) => isOutside(url));
}

/** What a page makes a browser ask another host for. */
export function inPage({ html, tags: all }: { readonly html: string; readonly tags: readonly Tag[] }): Found[] {
  return all.flatMap((tag) => {
    const inner = html.slice(tag.innerStart, tag.innerEnd);
    if (tag.name === "style") return inCss(inner);
    return tag.name === "script" ? [...inAttributes(tag), ...inJavaScript(inner)] : inAttributes(tag);
  });
}

const READERS: Readonly<Record<string, (text: string) => Found[]>> = {
  ".svg": (svg) => inPage({ html: svg, tags: tags(svg) }),
  ".css": inCss,
  ".js": inJavaScript,
};

/**
 * Finds whatever in a built site would make a browser ask another host: scripts, styles, fonts, images, frames, forms,
 * redirects, imports. Links that a reader may follow are none of these.
 */
export async function checkExternal(site: ReadSite): Promise<ExternalReference[]> {
  const found: ExternalReference[] = [];
  for (const [file, page] of site.pages) found.push(...page.external.map((reference) => ({ file, ...reference })));
  for (const file of site.files) {
    const reader = READERS[path.extname(file).toLowerCase()];
    if (!reader) continue;
    const text = await readFile(path.join(site.directory, file), "utf8");
    found.push(...reader(text).map((reference) => ({ file, ...reference })));
  }
  return found;
}
