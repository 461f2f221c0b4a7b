import type { Settings } from "../config/settings.ts";
import type { Locale } from "../i18n/define.ts";
import type { Half, Release } from "../release/read.ts";

/** The two audiences: each has its own root, its own half of a release, and its own folder of loaders. */
export type SiteName = Half;

/** What a page may know: one half of one release, the language, and the bureau's data folder for warnings. */
export interface SiteContext {
  readonly locale: Locale;
  readonly release: Release;
  readonly settings: Settings;
  /** The `warnings/` folder of the data folder; it may be absent. */
  readonly warningsDirectory: string;
  /** Folder of the release that was the current one before, for what changed since; null where there is none. */
  readonly before: string | null;
}

/** One page in one language, before Framework builds it. */
export interface Page {
  /** Address below the language, without extension: "index", "warnings/2026-001". */
  readonly path: string;
  /** Template below `docs/<site>/`, without language: "index.md", "warning.md"; "../shared/methodology.md" where both sites have it. */
  readonly template: string;
  readonly title: string;
  readonly description: string;
  /** What the template sees as `it.page`. */
  readonly values: Readonly<Record<string, unknown>>;
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
  menu(locale: Locale): readonly MenuEntry[];
  /** Name of the site, shown on each page and at the end of each title. */
  title(context: Pick<SiteContext, "locale" | "release">): string;
}
