import { readFile } from "node:fs/promises";
import path from "node:path";
import { tags } from "../finish/edit.ts";
import { type Found, inPage } from "./external.ts";
import { filesBelow } from "./files.ts";

/** What the checks want to know of a page. The page itself is not kept: a site may have thousands. */
export interface ReadPage {
  /** What makes a browser ask another host. */
  readonly external: readonly Found[];
  /** Every `href` and `src`, every id in its order. */
  readonly hrefs: readonly string[];
  readonly ids: readonly string[];
  readonly language: boolean;
  readonly policy: boolean;
}

/** A built site as the checks see it: its files, and what they want to know of its pages. */
export interface ReadSite {
  readonly directory: string;
  readonly files: readonly string[];
  readonly pages: ReadonlyMap<string, ReadPage>;
}

const isText = (value: string | undefined): value is string => value !== undefined;

function readPage(html: string): ReadPage {
  const all = tags(html);
  return {
    external: inPage({ html, tags: all }),
    hrefs: all.flatMap((tag) => (tag.name === "base" ? [] : [tag.attributes.href, tag.attributes.src].filter(isText))),
    ids: all.map((tag) => tag.attributes.id).filter(isText),
    language: all.some((tag) => tag.name === "html" && tag.attributes.lang),
    policy: all.some((tag) => tag.attributes["http-equiv"] === "Content-Security-Policy"),
  };
}

/** Reads a built site: parsing a page costs more than all checks of it, so it is done once. */
export async function readSite(directory: string): Promise<ReadSite> {
  const files = await filesBelow(directory);
  const pages = new Map<string, ReadPage>();
  for (const file of files)
    if (file.endsWith(".html")) pages.set(file, readPage(await readFile(path.join(directory, file), "utf8")));
  return { directory, files, pages };
}
