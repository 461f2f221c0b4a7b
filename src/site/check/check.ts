import type { MessageKey } from "../../i18n/catalogue/index.ts";
import type { Params } from "../../i18n/translate.ts";
import { checkExternal } from "./external.ts";
import { checkLinks } from "./links.ts";
import { checkPages } from "./pages.ts";
import { readSite } from "./read.ts";

/** A fault of a built site: which file, and what is wrong with it as a text of the catalogue. */
export interface Finding {
  readonly file: string;
  readonly key: MessageKey;
  readonly params: Params;
}

/** Looks for faults that must not leave the house: other hosts, dead links, pages without language or policy. */
export async function checkSite(directory: string): Promise<Finding[]> {
  const site = await readSite(directory);
  const external = await checkExternal(site);
  const links = checkLinks(site);
  const isSite = site.files.includes("index.html");
  return [
    ...(isSite ? [] : [{ file: "index.html", key: "site.check.noSite", params: {} } as const]),
    ...external.map(
      ({ file, position, url }) => ({ file, key: "site.check.external", params: { position, url } }) as const,
    ),
    ...links.map(({ file, href }) => ({ file, key: "site.check.link", params: { href } }) as const),
    ...checkPages(site),
  ];
}
