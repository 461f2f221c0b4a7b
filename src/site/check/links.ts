import path from "node:path";
import type { ReadSite } from "./read.ts";

/** A link of a built site that leads to no file, or to no such place in it. */
export interface BrokenLink {
  readonly file: string;
  readonly href: string;
}

/** Finds links, styles, scripts and images of a built site that lead nowhere within it. Other hosts are not asked. */
export function checkLinks(site: ReadSite): BrokenLink[] {
  const files = new Set(site.files);
  const known = new Map<string, ReadonlySet<string> | undefined>();
  const idsOf = (file: string) => {
    if (!known.has(file)) known.set(file, site.pages.has(file) ? new Set(site.pages.get(file)?.ids) : undefined);
    return known.get(file);
  };
  const broken: BrokenLink[] = [];
  for (const [file, { hrefs }] of site.pages)
    for (const href of hrefs) {
      if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(href)) continue;
      const [address = "", fragment] = href.split("#", 2) as [string?, string?];
      const bare = decodeURI(address.split("?")[0] ?? "");
      const target = bare === "" ? file : path.posix.join(path.posix.dirname(file), bare);
      const ids = idsOf(target);
      const lost = fragment !== undefined && fragment !== "" && ids && !ids.has(decodeURIComponent(fragment));
      if (!files.has(target) || lost) broken.push({ file, href });
    }
  return broken;
}
