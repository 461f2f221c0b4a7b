import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Settings } from "../config/settings.ts";
import { EXIT, ForewarnError } from "../errors.ts";
import { translate } from "../i18n/translate.ts";
import { openRelease } from "../release/read.ts";
import { checkSite } from "./check/check.ts";
import { finishPages } from "./finish/finish.ts";
import type { FinishPage } from "./finish/page.ts";
import { pruneScripts } from "./finish/prune.ts";
import { runFramework } from "./framework.ts";
import type { SiteDefinition, SiteName } from "./page.ts";
import { prepareOutput, replaceOutput } from "./place.ts";
import { DEFINITIONS } from "./sites.ts";
import { type StagedPage, stageSite } from "./stage.ts";

export type SiteStep = "stage" | "build" | "finish" | "check";

export interface BuildSiteOptions {
  /** Folder of the half of a release: `releases/<id>/public` or `…/bureau`. */
  readonly release: string;
  readonly settings: Settings;
  readonly warningsDirectory: string;
  /** Folder of the release that was the current one before this, `releases/<id>`; null or absent where there is none. */
  readonly before?: string | null;
  /** The folder that the built site shall become, such as `dist/public`. What stood there goes when all is done. */
  readonly output: string;
  /** Where the Framework root is written, below the checkout, and kept; unless given, a folder that goes afterwards. */
  readonly staging?: string;
  /** Told of each page that is written, loaded, rendered and finished: four times as many steps as pages. */
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

function finishing(staged: readonly StagedPage[], settings: Settings, asOf: string): FinishPage[] {
  const origin = settings.site.origin.replace(/\/+$/, "");
  return staged.map((page) => ({ ...page, origin, asOf, first: settings.language ?? "zh" }));
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
  const milliseconds: Record<SiteStep, number> = { stage: 0, build: 0, finish: 0, check: 0 };
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
  await mkdir(path.dirname(output), { recursive: true });
  const next = await prepareOutput(output);
  try {
    const staged = await timed("stage", () =>
      stageSite({
        site,
        definition: options.definition ?? DEFINITIONS[site],
        release,
        settings: options.settings,
        warningsDirectory: options.warningsDirectory,
        before,
        checkout: CHECKOUT,
        root,
        progress: (count, file) => {
          pages = count;
          tick(file);
        },
      }),
    );
    await timed("build", () =>
      runFramework({
        site,
        checkout: CHECKOUT,
        root,
        output: next,
        release: path.resolve(options.release),
        before,
        progress: tick,
      }),
    );
    await timed("finish", async () => {
      await finishPages(next, finishing(staged, options.settings, release.manifest.asOf), tick);
      await pruneScripts(next);
    });
    await timed("check", () => check(next));
    await replaceOutput(next, output);
    return { output, pages: staged.length, milliseconds };
  } finally {
    release.close();
    await rm(next, { recursive: true, force: true });
    if (options.staging === undefined) await rm(root, { recursive: true, force: true });
  }
}
