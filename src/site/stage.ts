import { mkdir, rm, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Settings } from "../config/settings.ts";
import { ForewarnError } from "../errors.ts";
import { LOCALES, type Locale } from "../i18n/define.ts";
import { translate } from "../i18n/translate.ts";
import type { Release } from "../release/read.ts";
import { bundleClient } from "./bundle.ts";
import { takeOut } from "./drawings.ts";
import { formatter } from "./format.ts";
import type { Page, SiteDefinition, SiteName } from "./page.ts";
import { writePins } from "./pins.ts";
import { type RenderTemplate, type TemplateData, templateOf, templates } from "./templates.ts";

/** A page as it was written into the staging root, for the finish pass. */
export interface StagedPage {
  /** Path of the built file below the output: "zh/index.html". */
  readonly file: string;
  /** Null on the page that sends readers to a language. */
  readonly locale: Locale | null;
  /** Address below the language; the same in every language. */
  readonly path: string;
  readonly title: string;
  readonly description: string;
  /** Charts that stand outside the staged page. */
  readonly drawings: readonly string[];
}

export interface StageOptions {
  readonly site: SiteName;
  readonly definition: SiteDefinition;
  readonly release: Release;
  readonly settings: Settings;
  readonly warningsDirectory: string;
  readonly before: string | null;
  /** Root of the checkout: `docs/`, `loaders/` and `src/` are there, and packages resolve from there. */
  readonly checkout: string;
  /** The staging root; it lies inside the checkout, and whatever it held is replaced. */
  readonly root: string;
  /** Told of each page before it is written, with the number of all pages. */
  readonly progress?: (pages: number, file: string) => void;
}

/** Address of a page from the root of a site. Framework turns it into a relative one and adds `.html`. */
export function address(locale: Locale, page: string): string {
  return `/${locale}/${page}`;
}

const frontMatter = (values: Record<string, string | null>): string =>
  // JSON is YAML: no value can break out of its line.
  `---\n${Object.entries(values)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
    .join("\n")}\n---\n`;

function writer(options: StageOptions, render: RenderTemplate) {
  const { site, definition, release, root } = options;
  return async (locale: Locale, page: Page): Promise<StagedPage> => {
    const siteTitle = definition.title({ locale, release });
    const data: TemplateData = {
      site,
      locale,
      siteTitle,
      path: page.path,
      title: page.title,
      description: page.description,
      menu: definition.menu(locale),
      page: page.values,
      manifest: release.manifest,
      format: formatter(locale),
      t: (key, params) => translate(locale, key, params),
      link: (to, other = locale) => address(other, to),
    };
    const title = page.title === siteTitle ? siteTitle : `${page.title} | ${siteTitle}`;
    const head = frontMatter({
      title,
      header: render("shared/header.md", data),
      footer: render("shared/footer.md", data),
    });
    const file = path.join(root, locale, `${page.path}.md`);
    await mkdir(path.dirname(file), { recursive: true });
    const body = takeOut(render(templateOf(site, page.template), data));
    await writeFile(file, `${head}${body.page}`);
    const { description } = page;
    const built = `${locale}/${page.path}.html`;
    return { file: built, locale, path: page.path, title, description, drawings: body.drawings };
  };
}

/** Checks that addresses are plain (they become file names) and the same in every language. */
function checkPages(pages: ReadonlyMap<Locale, readonly Page[]>): void {
  const lists = [...pages.values()].map((list) => list.map((page) => page.path));
  for (const list of lists)
    for (const [i, address] of list.entries()) {
      if (!/^[a-z0-9][a-z0-9-]*(\/[a-z0-9][a-z0-9-]*)*$/.test(address))
        throw new TypeError(`not an address: ${address}`);
      if (list.indexOf(address) !== i) throw new TypeError(`two pages have the address ${address}`);
    }
  if (new Set(lists.map((list) => [...list].sort().join("\n"))).size > 1)
    throw new TypeError("the pages of the languages differ");
}

/** Puts what Framework needs beside the pages: loaders as `data`, code that runs in the browser, styles. */
async function linkSources({ site, checkout, root }: StageOptions): Promise<void> {
  const links = [
    ["data", `loaders/${site}`],
    ["style.css", `docs/${site}/style.css`],
  ] as const;
  for (const [name, target] of links) await symlink(path.join(checkout, target), path.join(root, name));
  await bundleClient(path.join(checkout, "src/site/client", site), path.join(root, "client"));
}

/** The page at the root: it sends readers to the first language, and offers both where nothing refreshes. */
async function writeEntrance(options: StageOptions, render: RenderTemplate): Promise<StagedPage> {
  const { definition, release, settings, site, root } = options;
  const first: Locale = settings.language ?? "zh";
  const title = definition.title({ locale: first, release });
  const data: TemplateData = {
    site,
    locale: first,
    siteTitle: title,
    path: "index",
    title,
    description: title,
    menu: [],
    page: {
      first,
      languages: LOCALES.map((locale) => ({ locale, title: definition.title({ locale, release }) })),
    },
    manifest: release.manifest,
    format: formatter(first),
    t: (key, params) => translate(first, key, params),
    link: (to, locale = first) => address(locale, to),
  };
  const head = `<meta http-equiv="refresh" content="0; url=${first}/index.html">`;
  await writeFile(
    path.join(root, "index.md"),
    `${frontMatter({ title, head, header: null, footer: null })}${render("shared/entrance.md", data)}`,
  );
  return { file: "index.html", locale: null, path: "index", title, description: title, drawings: [] };
}

/**
 * Writes the Framework root of one site: every page of every source in every language as a plain Markdown file, with
 * its front matter, header and footer, and links to the loaders, charts and styles.
 * @throws TypeError where two pages collide or a page lacks a twin in another language
 */
export async function stageSite(options: StageOptions): Promise<StagedPage[]> {
  const { definition, release, settings, warningsDirectory, before, root, checkout } = options;
  if (path.relative(checkout, root).startsWith(".."))
    throw new ForewarnError("site.stagingOutside", { directory: root }, { place: { file: root } });
  await rm(root, { recursive: true, force: true });
  await mkdir(root, { recursive: true });
  await writePins(root);
  await linkSources(options);
  const render = templates(path.join(checkout, "docs"));
  const write = writer(options, render);
  const pages = new Map<Locale, Page[]>();
  for (const locale of LOCALES) {
    const list: Page[] = [];
    for (const source of definition.sources)
      list.push(...(await source({ locale, release, settings, warningsDirectory, before })));
    pages.set(locale, list);
  }
  checkPages(pages);
  const count = 1 + [...pages.values()].reduce((sum, list) => sum + list.length, 0);
  options.progress?.(count, "index.html");
  const staged: StagedPage[] = [await writeEntrance(options, render)];
  for (const [locale, list] of pages)
    for (const page of list) {
      options.progress?.(count, `${locale}/${page.path}.html`);
      staged.push(await write(locale, page));
    }
  return staged;
}
