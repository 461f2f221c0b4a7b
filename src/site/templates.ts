import path from "node:path";
import { Eta } from "eta";
import type { MessageKey } from "../i18n/catalogue/index.ts";
import type { Locale } from "../i18n/define.ts";
import type { Params } from "../i18n/translate.ts";
import type { Manifest } from "../release/manifest.ts";
import type { Format } from "./format.ts";
import { escapeHtml, Html } from "./html.ts";
import type { MenuEntry, SiteName } from "./page.ts";

/** What every template sees as `it`. `<%= … %>` escapes unless the value is {@link Html}; `<%~ … %>` never escapes. */
export interface TemplateData {
  readonly site: SiteName;
  readonly locale: Locale;
  readonly siteTitle: string;
  /** Address of the page below its language, its title and description. */
  readonly path: string;
  readonly title: string;
  readonly description: string;
  readonly menu: readonly MenuEntry[];
  /** The page's own values. */
  readonly page: Readonly<Record<string, unknown>>;
  readonly manifest: Manifest;
  readonly format: Format;
  t(key: MessageKey, params?: Params): string;
  /** Address of a page of this site, in this page's language or another: use it in every `href` to a page. */
  link(path: string, locale?: Locale): string;
  /** Address of a file of the site that is no page ("feeds/zh.xml"): use it in every `href` to one. */
  file(path: string): string;
}

/** Renders a template below `docs/` (`bureau/index.md`, `shared/header.md`) with `it`. */
export type RenderTemplate = (template: string, data: TemplateData) => string;

/** Makes the template engine over the folder that holds the two roots and the shared templates. */
export function templates(docs: string): RenderTemplate {
  const eta = new Eta({
    views: docs,
    cache: true,
    autoEscape: true,
    autoTrim: [false, "nl"],
    escapeFunction: (value) => (value instanceof Html ? value.text : escapeHtml(value)),
  });
  return (template, data) => eta.render(template, data);
}

/** The templates of one site stand in a folder of its name. */
export const templateOf = (site: SiteName, template: string): string => path.posix.join(site, template);
