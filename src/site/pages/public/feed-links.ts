import { languageTag, translate } from "../../../i18n/translate.ts";
import { originOf } from "../../address.ts";
import { attribute } from "../../finish/edit.ts";
import type { SiteContext } from "../../page.ts";

/** Lines that tell a browser, or a feed reader, where the feeds of a page are: those of its language, and of its category. */
export function feedLinks({ locale, settings }: SiteContext, category: string | null = null): string[] {
  const origin = originOf(settings);
  const name = `feeds/${locale}${category === null ? "" : `-${category}`}`;
  const title = attribute(translate(locale, "public.feed"));
  return [
    ["application/atom+xml", "xml"],
    ["application/feed+json", "json"],
  ].map(
    ([type, extension]) =>
      `<link rel="alternate" type="${type}" hreflang="${languageTag(locale)}" title="${title}" href="${attribute(`${origin}/${name}.${extension}`)}">`,
  );
}
