import type { Settings } from "../config/settings.ts";
import type { Locale } from "../i18n/define.ts";
import type { Half, Release } from "../release/read.ts";
import type { Warning } from "../warnings/read.ts";
import type { Addressing } from "./address.ts";

/** The two audiences: each has its own root, its own half of a release, and its own folder of loaders. */
export type SiteName = Half;

/** What a site is made from: one half of one release, the warnings, the settings. */
export interface SiteSource {
  readonly release: Release;
  readonly settings: Settings;
  /** All warnings of the data folder, drafts too. */
  readonly warnings: readonly Warning[];
  /** The day that the site is built for, never before the release's as-of date: it decides which warnings have run out. */
  readonly day: string;
  /** Folder of the release that was the current one before, for what changed since; null where there is none. */
  readonly before: string | null;
  /** The first language of the site. */
  readonly first: Locale;
  readonly address: Addressing;
  /** Keeps what is dear to make, such as charts, from one build to the next. */
  readonly memo: Memo;
}

/** What a page may know beside: its language. */
export interface SiteContext extends SiteSource {
  readonly locale: Locale;
}

export type Values = Readonly<Record<string, unknown>>;

/** Gives what was made for the same key before, else makes it. */
export type Memo = (key: string, make: () => string) => Promise<string>;

/** One page in one language, before it is built. */
export interface Page {
  /** Address below the language, without extension: "index", "warnings/2026-001". */
  readonly path: string;
  /** Template below `docs/<site>/`, without language: "index.md", "warning.md"; "../shared/methodology.md" where both sites have it. */
  readonly template: string;
  readonly title: string;
  readonly description: string;
  /** What the template sees as `it.page`. */
  readonly values: Values;
  /** More of it, of a carried page: made when the page's turn comes, so that nobody waits for it. */
  readonly more?: () => Promise<Values>;
  /** Day of its last change; the release's as-of date unless given. */
  readonly modified?: string;
  /** Lines for the page's head, as HTML: data for machines, links to feeds. */
  readonly head?: readonly string[];
  /**
   * A page of which there are many: it is put into the frame of a page that Framework built, instead of being built by it. Its
   * template is HTML alone, without Markdown and without code.
   */
  readonly carried?: true;
}

/** Gives the pages of one kind, in one language. Both languages must give the same paths. */
export type PageSource = (context: SiteContext) => Promise<readonly Page[]>;

/** An entry of the menu that stands on every page of a site. */
export interface MenuEntry {
  readonly path: string;
  readonly title: string;
}

/** One site: its pages and its menu. The order of `sources` is the order in which pages are written. */
export interface SiteDefinition {
  readonly sources: readonly PageSource[];
  /** Whether the first language stands at the root; else each has a folder, and a page at the root sends readers on. */
  readonly atRoot: boolean;
  menu(locale: Locale): readonly MenuEntry[];
  /** Name of the site, shown on each page and at the end of each title. */
  title(context: Pick<SiteContext, "locale" | "release">): string;
  /** Files that are no pages, by their path below the root; `pages` are those that were written. */
  files?(source: SiteSource, pages: readonly WrittenPage[]): Promise<ReadonlyMap<string, string | Uint8Array>>;
  /** Whether readers can search it. */
  readonly searchable?: true;
}

/** A page as others may speak of it: a list of all pages, a link to it. */
export interface WrittenPage {
  readonly locale: Locale;
  readonly path: string;
  /** Day of its last change. */
  readonly modified: string;
}
