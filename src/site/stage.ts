import { mkdir, rm, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { ForewarnError } from "../errors.ts";
import { LOCALES, type Locale } from "../i18n/define.ts";
import { translate } from "../i18n/translate.ts";
import { type Addressing, addressing, originOf } from "./address.ts";
import { bundleClient } from "./bundle.ts";
import { PLACES, placeOf } from "./carry.ts";
import { takeOut } from "./drawings.ts";
import { formatter } from "./format.ts";
import { openGraph } from "./open-graph.ts";
import type { Memo, Page, SiteDefinition, SiteName, SiteSource, Values } from "./page.ts";
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
  /** The files of the page in each language. */
  readonly files: Readonly<Record<Locale, string>>;
  readonly title: string;
  readonly description: string;
  /** Charts that stand outside the staged page. */
  readonly drawings: readonly string[];
  /** Day of its last change. */
  readonly modified: string;
  /** Lines for its head. */
  readonly head: readonly string[];
  /** A page that no file was written of: how its parts are made, to be put into the frame of its folder. */
  readonly carried: {
    readonly frame: string;
    readonly parts: () => Promise<{ readonly header: string; readonly body: string }>;
  } | null;
}

export interface StageOptions {
  readonly site: SiteName;
  readonly definition: SiteDefinition;
  readonly source: SiteSource;
  /** Root of the checkout: `docs/`, `loaders/` and `src/` are there, and packages resolve from there. */
  readonly checkout: string;
  /** The staging root; it lies inside the checkout, and whatever it held is replaced. */
  readonly root: string;
  /** Told of each page before it is written, with the number of all pages. */
  readonly progress?: (pages: number, file: string) => void;
}

const later = (day: string, other: string): string => [day, other].sort()[1] as string;

/** What a site is made from, as its pages see it. `day`: see `SiteSource`; nothing is kept where there is no `memo`. */
export function sourceOf(
  { atRoot }: Pick<SiteDefinition, "atRoot">,
  given: Omit<SiteSource, "first" | "address" | "memo"> & { readonly memo?: Memo },
): SiteSource {
  const first: Locale = given.settings.language ?? "zh";
  const memo: Memo = given.memo ?? (async (_key, make) => make());
  const day = later(given.day, given.release.manifest.asOf);
  return { ...given, day, first, address: addressing(atRoot, first), memo };
}

/** Names of the pages into which others are put begin with this. */
export const FRAME = "frame-";

const frontMatter = (values: Record<string, string | null>): string =>
  // JSON is YAML: no value can break out of its line.
  `---\n${Object.entries(values)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
    .join("\n")}\n---\n`;

const filesOf = (address: Addressing, page: string): Record<Locale, string> =>
  Object.fromEntries(LOCALES.map((locale) => [locale, `${address(locale, page)}.html`])) as Record<Locale, string>;

function writer({ site, definition, source, root }: StageOptions, render: RenderTemplate) {
  const { address, release, settings } = source;
  const frames = new Set<string>();
  const put = async (name: string, text: string) => {
    const file = path.join(root, `${name}.md`);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  };
  return async (locale: Locale, page: Page): Promise<StagedPage[]> => {
    const siteTitle = definition.title({ locale, release });
    const dataOf = (values: Values): TemplateData => ({
      site,
      locale,
      siteTitle,
      path: page.path,
      title: page.title,
      description: page.description,
      menu: definition.menu(locale),
      page: values,
      manifest: release.manifest,
      format: formatter(locale),
      t: (key, params) => translate(locale, key, params),
      link: (to, other = locale) => `/${address(other, to)}`,
      file: (name) => (page.carried ? `/${name}` : `#file:${name}`),
    });
    const title = page.title === siteTitle ? siteTitle : `${page.title} | ${siteTitle}`;
    const name = address(locale, page.path);
    const files = filesOf(address, page.path);
    const { description, modified = release.manifest.asOf } = page;
    const graph = {
      locale,
      title: page.title,
      description,
      url: `${originOf(settings)}/${name}.html`,
      site: siteTitle,
      type: page.modified === undefined ? "website" : "article",
    } as const;
    const head = [...(definition.atRoot ? openGraph(graph) : []), ...(page.head ?? [])];
    const staged = { file: `${name}.html`, locale, path: page.path, files, title, description, head, modified };
    const parts = async () => {
      const data = dataOf({ ...page.values, ...(await page.more?.()) });
      return { header: render("shared/header.md", data), body: render(templateOf(site, page.template), data) };
    };
    const footer = render("shared/footer.md", dataOf({}));
    if (!page.carried) {
      const { header, body } = await parts();
      const { page: text, drawings } = takeOut(body);
      await put(name, `${frontMatter({ title, header, footer })}${text}`);
      return [{ ...staged, drawings, carried: null }];
    }
    const frame = path.posix.join(path.posix.dirname(name), `${FRAME}${locale}`);
    const carried: StagedPage = { ...staged, drawings: [], carried: { frame: `${frame}.html`, parts } };
    if (frames.has(frame)) return [carried];
    // One page of the folder is built by Framework, with places for what is a page's own.
    frames.add(frame);
    await put(frame, `${frontMatter({ title: PLACES.title, header: placeOf("header"), footer })}${placeOf("body")}\n`);
    const places = { zh: PLACES.zh, en: PLACES.en };
    const around = { modified, file: `${frame}.html`, locale, path: frame, files: places, title: PLACES.title };
    return [{ ...around, description: PLACES.description, head: [], drawings: [], carried: null }, carried];
  };
}

/** Checks that addresses are plain (they become file names) and the same in every language. */
function checkPages(pages: ReadonlyMap<Locale, readonly Page[]>): void {
  const lists = [...pages.values()].map((list) => list.map((page) => page.path));
  for (const list of lists) {
    const seen = new Set<string>();
    for (const address of list) {
      if (!/^[a-z0-9][A-Za-z0-9-]*(\/[A-Za-z0-9][A-Za-z0-9-]*)*$/.test(address))
        throw new TypeError(`not an address: ${address}`);
      if (seen.has(address.toLowerCase())) throw new TypeError(`two pages have the address ${address}`);
      seen.add(address.toLowerCase());
    }
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
async function writeEntrance(
  { site, definition, source, root }: StageOptions,
  render: RenderTemplate,
): Promise<StagedPage> {
  const { first, address, release } = source;
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
    link: (to, locale = first) => `/${address(locale, to)}`,
    file: (name) => `#file:${name}`,
  };
  const head = `<meta http-equiv="refresh" content="0; url=${first}/index.html">`;
  await writeFile(
    path.join(root, "index.md"),
    `${frontMatter({ title, head, header: null, footer: null })}${render("shared/entrance.md", data)}`,
  );
  const files = filesOf(address, "index");
  return {
    file: "index.html",
    locale: null,
    path: "index",
    files,
    title,
    description: title,
    drawings: [],
    head: [],
    modified: release.manifest.asOf,
    carried: null,
  };
}

/**
 * Writes the Framework root of one site: every page of every source in every language as a plain Markdown file, with
 * its front matter, header and footer, and links to the loaders, charts and styles. Carried pages are given back unwritten, with a
 * frame for each of their folders.
 * @throws TypeError where two pages collide or a page lacks a twin in another language
 */
export async function stageSite(options: StageOptions): Promise<StagedPage[]> {
  const { definition, source, root, checkout } = options;
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
    for (const give of definition.sources) list.push(...(await give({ ...source, locale })));
    pages.set(locale, list);
  }
  checkPages(pages);
  const entrance = definition.atRoot ? 0 : 1;
  const count = entrance + [...pages.values()].reduce((sum, list) => sum + list.length, 0);
  const staged: StagedPage[] = [];
  if (entrance > 0) {
    options.progress?.(count, "index.html");
    staged.push(await writeEntrance(options, render));
  }
  for (const [locale, list] of pages)
    for (const page of list) {
      options.progress?.(count, `${source.address(locale, page.path)}.html`);
      staged.push(...(await write(locale, page)));
    }
  return staged;
}
