import type { Locale } from "../../i18n/define.ts";
import type { MachineContext } from "./context.ts";

type Site = Pick<MachineContext, "origin" | "address">;

/** Paths of the files for machines, below the root of the site. */
export const PATHS = {
  feed: (locale: Locale, category: string | null, extension: "xml" | "json"): string =>
    `feeds/${locale}${category === null ? "" : `-${category}`}.${extension}`,
  /** The latest message of a warning. */
  cap: (id: string): string => `cap/${id}.xml`,
  /** One of its messages, counted from 1. */
  capMessage: (id: string, number: number): string => `cap/${id}-${number}.xml`,
  index: "api/v1/index.json",
  warnings: "api/v1/warnings.json",
  warning: (id: string): string => `api/v1/warnings/${id}.json`,
  schema: (name: "index" | "warning" | "warnings"): string => `api/v1/schema/${name}.json`,
  sitemap: "sitemap.xml",
} as const;

/** The absolute address of a file of the site. */
export const urlOf = ({ origin }: Pick<MachineContext, "origin">, path: string): string =>
  `${origin}/${encodeURI(path)}`;

/** The absolute address of a page. */
export const pageUrl = (site: Site, locale: Locale, page: string): string => urlOf(site, site.address(locale, page));

/** The page of a warning, as `MachineContext.address` takes it. */
export const warningPage = (id: string): string => `warnings/${id}`;

/** The absolute address of a warning's page. */
export const warningUrl = (site: Site, locale: Locale, id: string): string => pageUrl(site, locale, warningPage(id));

/** The host of the site, without a port: the authority of its ids. */
export const hostOf = ({ origin }: Pick<MachineContext, "origin">): string => new URL(origin).hostname;
