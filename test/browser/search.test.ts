import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { readTaxonomy } from "../../src/config/taxonomy.ts";
import { LOCALES, type Locale } from "../../src/i18n/define.ts";
import { translate } from "../../src/i18n/translate.ts";
import { openRelease, type Release } from "../../src/release/read.ts";
import { CHECKOUT } from "../../src/site/build.ts";
import { filesBelow } from "../../src/site/check/files.ts";
import { formatter } from "../../src/site/format.ts";
import { warningPages } from "../../src/site/pages/public/warning.ts";
import { indexSite } from "../../src/site/search.ts";
import { serveSite } from "../../src/site/serve.ts";
import { templates } from "../../src/site/templates.ts";
import type { Evidence } from "../../src/warnings/evidence.ts";
import type { Warning } from "../../src/warnings/read.ts";
import { readWarnings } from "../../src/warnings/read.ts";
import { draftText, readTemplates } from "../../src/warnings/templates.ts";
import { parseText } from "../../src/warnings/text.ts";
import { makeFixtureRelease } from "../fixture/release.ts";
import { siteContext } from "../support/site.ts";
import { describeInBrowser, launch } from "./harness.ts";

/** What the made-up warnings are about: their ids say it. */
const SCOPES: Readonly<Record<string, [category: string, problem: string]>> = {
  "fitness-contract": ["S0301", "P06"],
  "heater-quality": ["G0402", "P01"],
  "food-safety": ["G01", "P02"],
  "school-advertising": ["S0401", "P07"],
  "parking-price": ["S0703", "P03"],
  "phone-service": ["G0405", "P09"],
  "liquor-counterfeit": ["G0201", "P05"],
  "beauty-contract": ["S0103", "P06"],
  "fuel-measure": ["G0606", "P04"],
  "courier-service": ["S1001", "P09"],
  "online-dignity": ["S0203", "P08"],
  "seed-counterfeit": ["G1001", "P05"],
};

/** Words, and the warning that must be among the first three. The words stand inside sentences, without spaces around them. */
const CHINESE: readonly (readonly [string, string])[] = [
  ["健身", "fitness-contract"],
  ["健身房", "fitness-contract"],
  ["瑜伽", "fitness-contract"],
  ["退款困难", "fitness-contract"],
  ["办卡", "fitness-contract"],
  ["取暖器", "heater-quality"],
  ["电热毯", "heater-quality"],
  ["过热", "heater-quality"],
  ["强制性产品认证", "heater-quality"],
  ["食品", "food-safety"],
  ["保质期", "food-safety"],
  ["食品安全法", "food-safety"],
  ["过敏", "food-safety"],
  ["培训", "school-advertising"],
  ["夸大宣传", "school-advertising"],
  ["免费体验", "school-advertising"],
  ["停车", "parking-price"],
  ["明码标价", "parking-price"],
  ["手机", "phone-service"],
  ["七日内", "phone-service"],
  ["白酒", "liquor-counterfeit"],
  ["防伪标识", "liquor-counterfeit"],
  ["美容", "beauty-contract"],
  ["加油", "fuel-measure"],
  ["计量器具", "fuel-measure"],
  ["缺斤短两", "fuel-measure"],
  ["快递", "courier-service"],
  ["个人信息", "online-dignity"],
  ["种子", "seed-counterfeit"],
  ["农时", "seed-counterfeit"],
];
const ENGLISH: readonly (readonly [string, string])[] = [
  ["fitness", "fitness-contract"],
  ["health club", "fitness-contract"],
  ["refund", "fitness-contract"],
  ["heater", "heater-quality"],
  ["overheat", "heater-quality"],
  ["food", "food-safety"],
  ["spoiled", "food-safety"],
  ["tutoring", "school-advertising"],
  ["advertisement", "school-advertising"],
  ["parking", "parking-price"],
  ["telephones", "phone-service"],
  ["liquor", "liquor-counterfeit"],
  ["scale", "fuel-measure"],
  ["courier", "courier-service"],
  ["seed", "seed-counterfeit"],
];

/** The named warning of a scope, its text from the templates. */
async function warningOf(id: string, base: Warning): Promise<Warning> {
  const [category, problem] = SCOPES[id] as [string, string];
  const taxonomy = await readTaxonomy();
  const all = taxonomy.categories.flatMap((top) => [top, ...top.children]);
  const names = (list: readonly { code: string; zh: string; en: string }[], code: string) => {
    const { zh, en } = list.find((it) => it.code === code) as { zh: string; en: string };
    return { zh, en };
  };
  const scope = { category, problem, region: null };
  const draft = draftText(await readTemplates(), scope);
  const text = (locale: Locale) => parseText(draft[locale], locale, id).text;
  const evidence: Evidence = {
    ...base.evidence,
    cell: `category:${category}|problem:${problem}|region:`,
    names: { category: names(all, category), problem: names(taxonomy.problems, problem), region: null, business: null },
  };
  const record = { ...base.record, title: draft.title, scope };
  return { ...base, id, record, evidence, text: { zh: text("zh"), en: text("en") } };
}

/** Pages of made-up warnings as they are in a built site, as far as the index reads them. */
async function writePages(folder: string, release: Release): Promise<void> {
  const [base] = await readWarnings(path.join(CHECKOUT, "test/fixture/warnings"));
  const warnings = await Promise.all(Object.keys(SCOPES).map((id) => warningOf(id, base as Warning)));
  const render = templates(path.join(CHECKOUT, "docs"));
  for (const locale of LOCALES) {
    const context = siteContext(release, locale, { warnings });
    for (const page of await warningPages(context)) {
      const body = render("public/warning.md", {
        site: "public",
        locale,
        siteTitle: "",
        path: page.path,
        title: page.title,
        description: page.description,
        menu: [],
        page: { ...page.values, ...(await page.more?.()) },
        manifest: release.manifest,
        format: formatter(locale),
        t: (key, params) => translate(locale, key, params),
        link: (to) => `/${to}`,
        file: (name) => `/${name}`,
      });
      const file = path.join(folder, `${context.address(locale, page.path)}.html`);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(
        file,
        `<!doctype html><html lang="${locale === "zh" ? "zh-CN" : "en-GB"}"><body><main>${body}</main></body></html>`,
      );
    }
  }
}

describeInBrowser("the search", () => {
  let folder: string;
  let find: (locale: Locale, words: string) => Promise<string[]>;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), "forewarn-search-"));
    const release = await openRelease((await makeFixtureRelease(path.join(folder, "release"))).public, "public");
    const site = path.join(folder, "site");
    await writePages(site, release);
    release.close();
    expect((await indexSite(site)).pages).toBe(2 * Object.keys(SCOPES).length);
    const served = await serveSite(site, 0);
    const browser = await launch();
    const pages = Object.fromEntries(
      await Promise.all(
        LOCALES.map(async (locale) => {
          const page = await browser.newPage();
          const [id] = Object.keys(SCOPES);
          await page.goto(`${served.url}${locale === "zh" ? "" : "en/"}warnings/${id}.html`);
          return [locale, page] as const;
        }),
      ),
    ) as Record<Locale, Page>;
    // As text: what rewrites this file's imports must not touch it.
    find = (locale, words) =>
      pages[locale].evaluate(`(async () => {
        const { search } = await import(${JSON.stringify(`${served.url}pagefind/pagefind.js`)});
        const { results } = await search(${JSON.stringify(words)});
        const found = await Promise.all(results.slice(0, 10).map((result) => result.data()));
        return found.map(({ url }) => /([^/]+)\\.html$/.exec(url)?.[1] ?? url);
      })()`);
    return async () => {
      await browser.close();
      await served.close();
      await rm(folder, { recursive: true, force: true });
    };
  });

  test.each(CHINESE)("%s finds %s", async (words, id) => {
    expect((await find("zh", words)).slice(0, 3)).toContain(id);
  });

  test.each(ENGLISH)("%s finds %s", async (words, id) => {
    expect((await find("en", words)).slice(0, 3)).toContain(id);
  });

  test("a word that no warning has finds nothing", async () => {
    expect(await find("zh", "航天飞机")).toEqual([]);
    expect(await find("en", "zeppelin")).toEqual([]);
  });

  test("the same pages give the same index, without the parts that nobody uses", async () => {
    const again = path.join(folder, "again");
    const release = await openRelease(path.join(folder, "release", "public"), "public");
    await writePages(again, release);
    release.close();
    await indexSite(again);
    const files = async (site: string) => {
      const root = path.join(site, "pagefind");
      return Promise.all(
        (await filesBelow(root)).map(async (file) => [
          file,
          (await readFile(path.join(root, file))).toString("base64"),
        ]),
      );
    };
    expect(await files(again)).toEqual(await files(path.join(folder, "site")));
    expect((await readdir(path.join(again, "pagefind"))).filter((name) => /ui|highlight/.test(name))).toEqual([]);
  });
});
