import type { Settings } from "../config/settings.ts";
import type { Locale } from "../i18n/define.ts";

/** Where a site will stand, without a slash at its end. */
export const originOf = ({ site }: Pick<Settings, "site">): string => site.origin.replace(/\/+$/, "");

/** Address of a page of a site from its root, without extension: "warnings/2026-001", "en/warnings/2026-001". */
export type Addressing = (locale: Locale, page: string) => string;

/** Addresses of a site: each language below a folder of its name, or, where `atRoot`, the first one at the root. */
export function addressing(atRoot: boolean, first: Locale): Addressing {
  return (locale, page) => (atRoot && locale === first ? page : `${locale}/${page}`);
}

/** A relative link from one file of a site to another: ("en/a/b.html", "style.css") → "../../style.css". */
export function relative(from: string, to: string): string {
  const base = from.split("/").slice(0, -1);
  const target = to.split("/");
  let same = 0;
  while (same < base.length && same < target.length - 1 && base[same] === target[same]) same++;
  const up = "../".repeat(base.length - same);
  return `${up || "./"}${target.slice(same).join("/")}`;
}
