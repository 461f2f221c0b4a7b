import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, describe, expect, test } from "vitest";
import { settingsSchema } from "../../src/config/settings.ts";
import { LOCALES, type Locale } from "../../src/i18n/define.ts";
import { addressing } from "../../src/site/address.ts";
import { buildSite, CHECKOUT } from "../../src/site/build.ts";
import { type ServedSite, serveSite } from "../../src/site/serve.ts";
import type { SiteName } from "../../src/site/sites.ts";
import { readWarnings } from "../../src/warnings/read.ts";
import { FIXTURE_AS_OF, makeEarlierRelease, makeEmptyRelease, makeFixtureRelease } from "../fixture/release.ts";

const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** `describe`, skipped with a warning where there is no browser. */
export const describeInBrowser = browserOr(describe);

function browserOr(suite: typeof describe): typeof describe | typeof describe.skip {
  if (existsSync(CHROMIUM)) return suite;
  console.warn(`SKIPPED: no browser at ${CHROMIUM}; set CHROMIUM to one`);
  return suite.skip;
}

export type Fixture = "full" | "empty";

/** What a build depends on: all sources, the packages, and the made-up release. */
async function sourceKey(): Promise<string> {
  const hash = createHash("sha256");
  const sources = ["site", "charts", "stats", "i18n", "measures", "release", "config", "duck", "warnings", "files"].map(
    (part) => `src/${part}`,
  );
  const roots = [...sources, "docs", "loaders", "test/fixture", "observablehq.config.ts", "package-lock.json"];
  for (const root of roots) {
    const full = path.join(CHECKOUT, root);
    const entries = (await stat(full)).isFile() ? [""] : (await readdir(full, { recursive: true })).sort();
    for (const entry of entries) {
      const file = path.join(full, entry);
      if ((await stat(file)).isFile()) hash.update(path.join(root, entry)).update(await readFile(file));
    }
  }
  return hash.digest("hex").slice(0, 12);
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** Runs `work` alone among all test processes; a lock whose owner is gone is taken over. */
async function alone(lock: string, work: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      await mkdir(lock);
      break;
    } catch {
      const owner = Number(await readFile(path.join(lock, "pid"), "utf8").catch(() => "0"));
      if (owner > 0 && !isAlive(owner)) await rm(lock, { recursive: true, force: true });
      else await setTimeout(100);
    }
  }
  try {
    await writeFile(path.join(lock, "pid"), String(process.pid));
    await work();
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
}

/**
 * The folder of a site built from the made-up release, built at most once for the same sources, however many test
 * files and processes ask. Warnings are read from `test/fixture/warnings`.
 */
export async function builtSite(site: SiteName, fixture: Fixture = "full"): Promise<string> {
  const base = path.join(CHECKOUT, ".site", "test");
  const output = path.join(base, await sourceKey(), fixture, site);
  if (existsSync(output)) return output;
  await mkdir(base, { recursive: true });
  await alone(path.join(base, "lock"), async () => {
    if (existsSync(output)) return;
    const kept = path.relative(base, output).split(path.sep)[0];
    for (const name of await readdir(base))
      if (name !== kept && name !== "lock") await rm(path.join(base, name), { recursive: true, force: true });
    const made = path.join(base, kept as string, `${fixture}-release-${site}`);
    const halves = await (fixture === "full" ? makeFixtureRelease : makeEmptyRelease)(made);
    await buildSite(site, {
      release: halves[site],
      before: fixture === "full" ? await makeEarlierRelease(`${made}-before`) : null,
      settings: settingsSchema.parse({}),
      warnings: await readWarnings(path.join(CHECKOUT, "test/fixture/warnings")),
      output,
      staging: path.join(CHECKOUT, ".site", `test-${site}`),
    });
  });
  return output;
}

/** A browser that asks nobody for anything by itself. */
export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: CHROMIUM,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });

export interface OpenPage {
  readonly page: Page;
  readonly url: string;
  /** Errors of the console, of scripts, and answers that are none. */
  readonly errors: string[];
  /** Addresses that the page asked for, on this host and on others. */
  readonly requests: string[];
}

export interface SiteBrowser {
  /** The built folder, served. */
  readonly directory: string;
  /** Opens `zh/index.html` and gives it to `work` when the network is quiet, or, without scripts, when it has loaded. */
  visit<T>(
    file: string,
    options: BrowserContextOptions & { readonly today?: Date },
    work: (open: OpenPage) => Promise<T>,
  ): Promise<T>;
}

/** A browser over a built site for one test file; it is started at the first visit and closed when all tests are done. */
export function siteBrowser(site: SiteName, fixture: Fixture = "full"): () => Promise<SiteBrowser> {
  let started: Promise<{ browser: Browser; served: ServedSite; directory: string }> | undefined;
  const start = async () => {
    const directory = await builtSite(site, fixture);
    const served = await serveSite(directory, 0);
    const browser = await launch();
    return { browser, served, directory };
  };
  afterAll(async () => {
    const running = await started?.catch(() => undefined);
    await running?.browser.close();
    await running?.served.close();
  });
  return async () => {
    started ??= start();
    const { browser, served, directory } = await started;
    return {
      directory,
      async visit(file, { today = new Date(`${FIXTURE_AS_OF}T12:00:00+08:00`), ...options }, work) {
        const context = await browser.newContext(options);
        try {
          // What a page says of today does not depend on the day of the test.
          await context.clock.setFixedTime(today);
          const page = await context.newPage();
          const errors: string[] = [];
          const requests: string[] = [];
          page.on("console", (message) => {
            if (message.type() === "error" || message.type() === "warning") errors.push(message.text());
          });
          page.on("pageerror", (error) => errors.push(error.message));
          page.on("requestfailed", (request) => errors.push(`${request.url()}: ${request.failure()?.errorText}`));
          page.on("response", (response) => {
            if (response.status() >= 400) errors.push(`${response.url()}: ${response.status()}`);
          });
          page.on("request", (request) => requests.push(request.url()));
          const url = new URL(file, served.url).href;
          // Without a program nothing is asked for after the page has loaded: no half second of quiet needs to pass.
          const still = options.javaScriptEnabled === false || !(await hasProgram(directory, file));
          await page.goto(url, { waitUntil: still ? "load" : "networkidle" });
          return await work({ page, url, errors, requests });
        } finally {
          await context.close();
        }
      },
    };
  };
}

/** The file of a page: the public site has Chinese at its root, the bureau's each language in a folder. */
export function fileOf(site: SiteName, page: string, locale: Locale): string {
  return `${addressing(site === "public", "zh")(locale, page)}.html`;
}

/** A rule that a page breaks, with the elements that break it. */
export interface Violation {
  readonly id: string;
  readonly nodes: readonly string[];
}

let axeSource: Promise<string> | undefined;

/** Runs axe with the tags of WCAG 2.2 A and AA on an open page. */
export async function axeViolations(page: Page): Promise<Violation[]> {
  axeSource ??= readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  await page.evaluate(await axeSource);
  return page.evaluate(async (tags) => {
    const { axe } = globalThis as unknown as {
      axe: {
        run(
          options: object,
        ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>;
      };
    };
    const { violations } = await axe.run({ runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] });
    return violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.map((node) => `${node.html.slice(0, 200)} ${node.failureSummary}`),
    }));
  }, AXE_TAGS);
}

export interface SuiteOptions {
  /** Pages whose chart, in the figure, must be there without JavaScript. */
  readonly charts?: readonly string[];
  /** The most requests that a page may make, the page itself included, by its address; no limit where absent. */
  readonly requests?: Readonly<Record<string, number>>;
  readonly fixture?: Fixture;
}

/**
 * How each page is looked at: on a narrow phone, on a wide screen enlarged to 200 % (which makes it half as wide) in the dark, and
 * printed. Each costs about a second, so each shows two things at once.
 */
const SCREENS = [
  { media: "screen", colorScheme: "light", width: 320 },
  { media: "screen", colorScheme: "dark", width: 640 },
  { media: "print", colorScheme: "light", width: 794 },
] as const;

/** Whether a page asks for a program: all that is in it can be read without one where it does not. */
const hasProgram = async (directory: string, file: string): Promise<boolean> =>
  /<script\b[^>]*\b(src=|type="module")/.test(await readFile(path.join(directory, file), "utf8"));

/**
 * What every page of a site must hold, in both languages: no axe violation in light, dark and print, at 320 px and enlarged to
 * 200 %, no error, no request to another host, no sideways scrolling, and text without JavaScript.
 */
export function pageSuite(site: SiteName, pages: readonly string[], options: SuiteOptions = {}): void {
  describeInBrowser(`pages of the ${site} site${options.fixture === "empty" ? " without data" : ""}`, () => {
    const browser = siteBrowser(site, options.fixture);
    const cases = pages.flatMap((page) => LOCALES.map((locale) => [page, locale] as const));
    const file = (page: string, locale: Locale) => fileOf(site, page, locale);

    test.each(cases)("%s in %s has no violation, error or foreign request", async (name, locale) => {
      const { visit } = await browser();
      await visit(file(name, locale), { viewport: { width: 320, height: 900 } }, async (open) => {
        const { page, url, errors } = open;
        for (const { media, colorScheme, width } of SCREENS) {
          await page.setViewportSize({ width, height: 900 });
          await page.emulateMedia({ media, colorScheme });
          expect(await axeViolations(page), `${media} ${colorScheme} ${width}`).toEqual([]);
        }
        await page.emulateMedia({ media: "screen", colorScheme: "light" });
        for (const width of [320, 390, 640, 1280]) {
          await page.setViewportSize({ width, height: 900 });
          // Nothing may need scrolling sideways.
          expect(await page.evaluate(() => document.documentElement.scrollWidth), `at ${width}`).toBeLessThanOrEqual(
            width,
          );
        }
        // The page for addresses that lead nowhere is given with that answer.
        expect(name === "404" ? [] : errors).toEqual([]);
        const requests = open.requests.filter((request) => !request.startsWith("data:"));
        expect(requests.filter((request) => new URL(request).host !== new URL(url).host)).toEqual([]);
        expect(requests.length).toBeLessThanOrEqual(options.requests?.[name] ?? Number.POSITIVE_INFINITY);
      });
    });

    test.each(cases)("%s in %s can be read without JavaScript", async (name, locale) => {
      const { directory, visit } = await browser();
      // A page without a program is the same without JavaScript; one language is enough to see it.
      if (locale !== LOCALES[0] && !(await hasProgram(directory, file(name, locale)))) return;
      const context = { javaScriptEnabled: false, viewport: { width: 390, height: 900 } };
      await visit(file(name, locale), context, async ({ page }) => {
        expect(await page.locator("main h1").count()).toBe(1);
        expect((await page.locator("main").textContent())?.length).toBeGreaterThan(40);
        if (!options.charts?.includes(name)) return;
        expect(await page.locator("main figure svg[role=img]:visible").count()).toBeGreaterThan(0);
        expect((await page.locator("main figure figcaption").first().textContent())?.length).toBeGreaterThan(10);
        expect(await page.locator("main figure table tbody tr").count()).toBeGreaterThan(0);
      });
    });
  });
}
