import type { Locale } from "../i18n/define.ts";
import { attribute } from "./finish/edit.ts";

const TAGS: Readonly<Record<Locale, string>> = { zh: "zh_CN", en: "en_GB" };

/** What a messenger shows when a page is passed on (https://ogp.me): title, sentence, address, name of the site. */
export function openGraph(page: {
  readonly locale: Locale;
  readonly title: string;
  readonly description: string;
  readonly url: string;
  readonly site: string;
  readonly type: "article" | "website";
}): string[] {
  const values = {
    "og:type": page.type,
    "og:title": page.title,
    "og:description": page.description,
    "og:url": page.url,
    "og:site_name": page.site,
    "og:locale": TAGS[page.locale],
  };
  return Object.entries(values).map(([name, value]) => `<meta property="${name}" content="${attribute(value)}">`);
}
