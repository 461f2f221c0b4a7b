import { readFile } from "node:fs/promises";
import path from "node:path";
import { tags } from "../finish/edit.ts";
import { filesBelow } from "./files.ts";

/** A link of a built site that leads to no file, or to no such place in it. */
export interface BrokenLink {
  readonly file: string;
  readonly href: string;
}

/** Finds links, styles, scripts and images of a built site that lead nowhere within it. Other hosts are not asked. */
export async function checkLinks(directory: string): Promise<BrokenLink[]> {
  const files = new Set(await filesBelow(directory));
  const pages = new Map<string, { hrefs: string[]; ids: Set<string> }>();
  for (const file of files) {
    if (!file.endsWith(".html")) continue;
    const all = tags(await readFile(path.join(directory, file), "utf8"));
    const hrefs = all.flatMap((tag) => {
      if (tag.name === "base") return [];
      return [tag.attributes.href, tag.attributes.src].filter((value) => value !== undefined);
    });
    pages.set(file, { hrefs, ids: new Set(all.map((tag) => tag.attributes.id).filter((id) => id !== undefined)) });
  }
  const broken: BrokenLink[] = [];
  for (const [file, { hrefs }] of pages)
    for (const href of hrefs) {
      if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(href)) continue;
      const [address = "", fragment] = href.split("#", 2) as [string?, string?];
      const bare = decodeURI(address.split("?")[0] ?? "");
      const target = bare === "" ? file : path.posix.join(path.posix.dirname(file), bare);
      const ids = pages.get(target)?.ids;
      const lost = fragment !== undefined && fragment !== "" && ids && !ids.has(decodeURIComponent(fragment));
      if (!files.has(target) || lost) broken.push({ file, href });
    }
  return broken;
}
