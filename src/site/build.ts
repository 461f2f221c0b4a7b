import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Settings } from "../config/settings.ts";
import { EXIT, ForewarnError } from "../errors.ts";
import { translate } from "../i18n/translate.ts";
import { openRelease } from "../release/read.ts";
import type { Warning } from "../warnings/read.ts";
import { originOf } from "./address.ts";
import { buildKey, codeDigest, keptBuild, openMemory } from "./cache.ts";
import { HEAD_PLACE } from "./carry.ts";
import { checkSite } from "./check/check.ts";
import { type CarriedPage, finishPages } from "./finish/finish.ts";
import type { FinishPage } from "./finish/page.ts";
import { pruneScripts } from "./finish/prune.ts";
import { runFramework } from "./framework.ts";
import type { SiteDefinition, SiteName, SiteSource } from "./page.ts";
import { prepareOutput, replaceOutput } from "./place.ts";
import { indexSite } from "./search.ts";
import { DEFINITIONS } from "./sites.ts";
import { FRAME, type StagedPage, sourceOf, stageSite } from "./stage.ts";

export type SiteStep = "stage" | "build" | "render" | "finish" | "index" | "check";

export interface BuildSiteOptions {
  /** Folder of the half of a release: `releases/<id>/public` or `…/bureau`. */
  readonly release: string;
  readonly settings: Settings;
  /** The bureau's warnings; those that have a page are taken from them. */
  readonly warnings: readonly Warning[];
  /** The day that the site is built for: a warning whose last day is over says so. The release's as-of date unless given. */
  readonly day?: string;
  /** Folder of the release that was the current one before this, `releases/<id>`; null or absent where there is none. */
  readonly before?: string | null;
  /** The folder that the built site shall become, such as `dist/public`. What stood there goes when all is done. */
  readonly output: string;
  /** Where the Framework root is written, below the checkout, and kept; unless given, a folder that goes afterwards. */
  readonly staging?: string;
  /** A folder in which what Framework built is kept for the next time; nothing is kept unless given. */
  readonly cache?: string;
  /** Told of each page that is written, loaded, rendered and finished: up to four times as many steps as pages. */
  readonly progress?: (done: number, total: number, label: string) => void;
  /** The site's pages; the shipped ones unless given. */
  readonly definition?: SiteDefinition;
}

export interface BuiltSite {
  readonly output: string;
  readonly pages: number;
  /** What each step took. */
  readonly milliseconds: Readonly<Record<SiteStep, number>>;
}

/** Root of the checkout: `docs/`, `loaders/` and node_modules stand there. */
export const CHECKOUT = fileURLToPath(new URL("../..", import.meta.url));

/** The pages that Framework builds, for the finish pass. */
function builtPages(staged: readonly StagedPage[], settings: Settings, asOf: string): FinishPage[] {
  const origin = originOf(settings);
  const first = settings.language ?? "zh";
  const isFrame = new Set(staged.flatMap(({ carried }) => (carried ? [carried.frame] : [])));
  return staged
    .filter(({ carried }) => carried === null)
    .map((page) => ({ ...page, head: isFrame.has(page.file) ? [HEAD_PLACE] : page.head, origin, asOf, first }));
}

/** The pages that are put into frames, with their parts made. */
async function carriedPages(staged: readonly StagedPage[], progress: (file: string) => void): Promise<CarriedPage[]> {
  const made: CarriedPage[] = [];
  for (const { carried, ...page } of staged) {
    if (carried === null) continue;
    progress(page.file);
    made.push({ ...page, frame: carried.frame, ...(await carried.parts()) });
  }
  return made;
}

/** Writes what is no page: feeds, data, programs. A file of the same name as a page is a fault of the site's definition. */
async function writeFiles(
  output: string,
  definition: SiteDefinition,
  source: SiteSource,
  staged: readonly StagedPage[],
): Promise<void> {
  const pages = staged.flatMap(({ locale, path: page, modified, carried, file }) =>
    locale === null || (!carried && file.includes(FRAME)) ? [] : [{ locale, path: page, modified }],
  );
  for (const [name, content] of (await definition.files?.(source, pages)) ?? []) {
    const file = path.join(output, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content, { flag: "wx" });
  }
}

/** Waits for both, also where one fails: what still runs must not write into a folder that is being cleared away. */
async function both<A, B>(first: Promise<A>, second: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([first, second]);
  return Promise.all([first, second]);
}

/** Refuses a site with a fault. */
async function check(output: string): Promise<void> {
  const findings = await checkSite(output);
  if (findings.length === 0) return;
  const list = findings.slice(0, 20).map(({ file, key, params }) => `${file}: ${translate("en", key, params)}`);
  throw new ForewarnError("site.faults", { count: findings.length, list: list.join("\n") }, { exitCode: EXIT.fault });
}

/**
 * Builds one site from one half of a release: writes the pages, runs Framework, repairs and checks what it built, and
 * puts it in place. It needs no network, and the same release gives the same bytes.
 * @throws ForewarnError where the release cannot be read, the build fails, or (exit code 3) the built site refers to
 * another host or to a page that is not there; `output` is then as it was
 */
export async function buildSite(site: SiteName, options: BuildSiteOptions): Promise<BuiltSite> {
  const output = path.resolve(options.output);
  const before = options.before ? path.resolve(options.before) : null;
  const root = path.resolve(options.staging ?? path.join(CHECKOUT, ".site", `${site}-${process.pid}`));
  const milliseconds: Record<SiteStep, number> = { stage: 0, build: 0, render: 0, finish: 0, index: 0, check: 0 };
  const timed = async <T>(step: SiteStep, work: () => Promise<T>): Promise<T> => {
    const start = performance.now();
    try {
      return await work();
    } finally {
      milliseconds[step] = Math.round(performance.now() - start);
    }
  };
  let done = 0;
  let pages = 0;
  const tick = (label: string) => options.progress?.(Math.min(++done, 4 * pages), 4 * pages, label);
  const release = await openRelease(path.resolve(options.release), site);
  const definition = options.definition ?? DEFINITIONS[site];
  const day = options.day ?? release.manifest.asOf;
  const code = options.cache === undefined ? "" : await codeDigest(CHECKOUT);
  const memory = options.cache === undefined ? null : await openMemory(path.join(options.cache, `${site}-parts`), code);
  const { settings, warnings } = options;
  const source = sourceOf(definition, {
    release,
    settings,
    warnings,
    day,
    before,
    ...(memory ? { memo: memory.memo } : {}),
  });
  await mkdir(path.dirname(output), { recursive: true });
  const next = await prepareOutput(output);
  try {
    const staged = await timed("stage", () =>
      stageSite({
        site,
        definition,
        source,
        checkout: CHECKOUT,
        root,
        progress: (count, file) => {
          pages = count;
          tick(file);
        },
      }),
    );
    const half = path.resolve(options.release);
    const framework = (folder: string) =>
      runFramework({ site, checkout: CHECKOUT, root, output: folder, release: half, before, progress: tick });
    const build = timed("build", async () => {
      if (options.cache === undefined) return framework(next);
      const key = await buildKey({ code, root, release: half, before });
      await keptBuild(path.join(options.cache, site), key, next, framework);
    });
    // Framework is a process of its own: what it does not build is made in the meantime.
    const render = timed("render", () => carriedPages(staged, tick));
    const [, carried] = await both(build, render);
    await timed("finish", async () => {
      await finishPages(next, builtPages(staged, settings, release.manifest.asOf), carried, tick);
      await pruneScripts(next);
      await writeFiles(next, definition, source, staged);
    });
    const index = timed("index", async () => {
      if (definition.searchable) await indexSite(next);
    });
    await both(
      index,
      timed("check", () => check(next)),
    );
    await memory?.sweep();
    await replaceOutput(next, output);
    return { output, pages, milliseconds };
  } finally {
    release.close();
    await rm(next, { recursive: true, force: true });
    if (options.staging === undefined) await rm(root, { recursive: true, force: true });
  }
}
