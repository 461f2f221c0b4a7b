import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { LOCALES } from "../../src/i18n/define.ts";
import { axeViolations, describeInBrowser, fileOf, pageSuite, siteBrowser } from "./harness.ts";

const WARNING = "warnings/2026-001";
const PAGES = [
  "index",
  "warnings/index",
  "list/category-S01",
  WARNING,
  "warnings/2026-002",
  "warnings/2026-003",
  "warnings/2026-004",
  "statistics",
  "downloads",
  "about",
  "methodology",
  "dictionary",
  "sure",
  "accessibility",
  "search",
  "404",
];
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };

// A page and its style sheet: nothing else is asked for. The search has a program of its own; its index waits for a reader.
const requests = { ...Object.fromEntries(PAGES.map((page) => [page, 2])), search: 3 };
pageSuite("public", PAGES, { charts: ["index", WARNING, "warnings/2026-002", "statistics"], requests });
pageSuite("public", ["index", "statistics"], { fixture: "empty" });

describeInBrowser("the public site", () => {
  const browser = siteBrowser("public");
  const each = LOCALES.map((locale) => [locale] as const);

  test.each(each)("a warning in %s weighs little and needs no script", async (locale) => {
    const { directory, visit } = await browser();
    await visit(fileOf("public", WARNING, locale), PHONE, async ({ page, requests: asked, url }) => {
      // Data for search engines, and a line that remembers large type.
      expect(await page.locator("script[src], script[type=module]").count()).toBe(0);
      const files = asked.filter((request) => !request.startsWith("data:")).map((request) => new URL(request).pathname);
      const bytes = await Promise.all(files.map((file) => readFile(path.join(directory, file))));
      const sizes = bytes.map((file) => gzipSync(file).length);
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(15_000);
      expect(gzipSync(await readFile(path.join(directory, new URL(url).pathname))).length).toBeLessThan(10_000);
    });
  });

  test.each(each)("a warning in %s tells its story in order, without JavaScript", async (locale) => {
    const { visit } = await browser();
    await visit(fileOf("public", WARNING, locale), { ...PHONE, javaScriptEnabled: false }, async ({ page }) => {
      const text = (await page.locator("main").textContent()) ?? "";
      const story =
        locale === "zh"
          ? [
              "消费警示〔2026〕第1号",
              "中等风险",
              "2026年6月17日",
              "件），通常约",
              "常见情形",
              "如何识别",
              "一是",
              "拨打12315",
              "法律依据",
              "王样例（虚构）",
              "2026-06-17-0123abcd",
            ]
          : [
              "Consumer warning 2026 No. 1",
              "Medium risk",
              "17 June 2026",
              "were expected",
              "What happens",
              "How to recognise it",
              "1. ",
              "Call 12315",
              "Legal basis",
              "王样例（虚构）",
              "2026-06-17-0123abcd",
            ];
      const places = story.map((words) => text.indexOf(words));
      expect(
        places.every((place) => place >= 0),
        JSON.stringify(story.filter((_, i) => (places[i] ?? -1) < 0)),
      ).toBe(true);
      expect(places).toEqual([...places].sort((a, b) => a - b));
      expect(await page.locator('a[href="tel:12315"]').count()).toBe(2);
      const other = page.locator(".languages a");
      await other.click();
      expect(new URL(page.url()).pathname).toBe(`/${fileOf("public", WARNING, locale === "zh" ? "en" : "zh")}`);
    });
  });

  test("chart text is at least 12 px on a phone and on a wide screen; what one presses is large", async () => {
    const { visit } = await browser();
    for (const width of [320, 390, 640, 800, 1280])
      await visit(`${WARNING}.html`, { viewport: { width, height: 844 } }, async ({ page }) => {
        const sizes = await page
          .locator("svg.chart:visible")
          .evaluateAll((charts) =>
            charts.map(
              (chart) =>
                ((chart as SVGSVGElement).getScreenCTM()?.a ?? 0) * Number.parseFloat(getComputedStyle(chart).fontSize),
            ),
          );
        expect(sizes).toHaveLength(1);
        expect(sizes[0], `at ${width}`).toBeGreaterThanOrEqual(12);
        const call = await page.locator("a.call-button").boundingBox();
        expect(call?.height).toBeGreaterThanOrEqual(44);
      });
  });

  test("print has no violation and shows the whole warning", async () => {
    const { visit } = await browser();
    await visit(`${WARNING}.html`, { viewport: { width: 794, height: 1123 } }, async ({ page }) => {
      await page.emulateMedia({ media: "print" });
      expect(await axeViolations(page)).toEqual([]);
      expect(await page.locator(".advice li:visible").count()).toBe(3);
      expect(await page.locator("svg.chart:visible").count()).toBe(1);
    });
  });

  test("the downloads of the page about the numbers are there and whole", async () => {
    const { directory, visit } = await browser();
    await visit("en/about.html", {}, async ({ page, url }) => {
      const links = await page
        .locator("a[download]")
        .evaluateAll((all) => all.map((it) => it.getAttribute("href") ?? ""));
      expect(links).toHaveLength(2);
      for (const link of links) {
        const file = path.join(directory, new URL(link, url).pathname);
        const { meta, rows } = JSON.parse(await readFile(file, "utf8"));
        expect(rows).toHaveLength(meta.rows);
      }
    });
  });

  test.each(each)(
    "the files of the page of downloads in %s are there, whole, and the ones that it says",
    async (locale) => {
      const { directory, visit } = await browser();
      await visit(fileOf("public", "downloads", locale), {}, async ({ page, url }) => {
        const files = await page.locator(".files li").evaluateAll((all) =>
          all.map((li) => ({
            href: li.querySelector("a")?.getAttribute("href") ?? "",
            text: li.textContent ?? "",
            sha256: li.querySelector("code")?.textContent?.replace("sha256 ", "") ?? null,
          })),
        );
        expect(files).toHaveLength(12);
        for (const { href, text, sha256 } of files) {
          const bytes = await readFile(path.join(directory, decodeURI(new URL(href, url).pathname)));
          if (sha256 === null) continue;
          expect(createHash("sha256").update(bytes).digest("hex"), href).toBe(sha256);
          if (!href.endsWith(".csv")) continue;
          // No cell of these tables holds a line break.
          const rows = bytes.toString("utf8").trimEnd().split("\r\n").length - 1;
          expect(text.replaceAll(",", "")).toContain(locale === "zh" ? `${rows}行` : `${rows} rows`);
        }
      });
    },
  );

  test("the whole way by keyboard: past the menu, into the list, to a warning, to its numbers, and back by the menu", async () => {
    const { visit } = await browser();
    await visit("index.html", { viewport: { width: 1280, height: 900 } }, async ({ page }) => {
      const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? "");
      /** Presses Tab until what is wanted has the focus; each stop must be plain to see. */
      const tabTo = async (wanted: string) => {
        for (let i = 0; i < 60; i++) {
          await page.keyboard.press("Tab");
          const seen = await page.evaluate(() => {
            const style = getComputedStyle(document.activeElement as Element);
            return style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) > 0;
          });
          expect(seen, `focus on ${await focused()}`).toBe(true);
          if ((await focused()).startsWith(wanted)) return;
        }
        throw new Error(`no way to ${wanted}`);
      };
      await page.keyboard.press("Tab");
      expect(await focused()).toBe("跳到正文");
      await page.keyboard.press("Enter");
      await tabTo("查看全部消费警示");
      await page.keyboard.press("Enter");
      await page.waitForURL("**/warnings/index.html");
      await tabTo("按类别、问题、地区、状态或年份查看");
      await page.keyboard.press("Enter");
      await tabTo("2026年");
      await page.goBack();
      await page.goto(new URL(`/${WARNING}.html`, page.url()).href);
      await tabTo("用表格查看数字");
      await page.keyboard.press("Enter");
      expect(await page.locator("figure table").first().isVisible()).toBe(true);
    });
  });

  test("large type stays large from page to page, and works on a page without a script", async () => {
    const { visit } = await browser();
    const size = (page: import("playwright-core").Page) =>
      page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
    await visit("index.html", {}, async ({ page, url }) => {
      expect(await size(page)).toBe(16);
      await page.getByLabel("大字").check();
      expect(await size(page)).toBe(22);
      await page.goto(new URL("en/sure.html", url).href);
      expect(await size(page)).toBe(22);
      expect(await page.getByLabel("Large type").isChecked()).toBe(true);
      await page.setViewportSize({ width: 320, height: 800 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      await page.getByLabel("Large type").uncheck();
      await page.reload();
      expect(await size(page)).toBe(16);
    });
    await visit("index.html", { javaScriptEnabled: false }, async ({ page }) => {
      await page.getByLabel("大字").check();
      const heading = await page.locator("h1").boundingBox();
      await page.getByLabel("大字").uncheck();
      const usual = await page.locator("h1").boundingBox();
      expect(heading?.height).toBeGreaterThan((usual?.height ?? 0) * 1.2);
    });
  });

  test("what a screen reader reads of a warning is a sensible story", async () => {
    const { visit } = await browser();
    await visit(`en/${WARNING}.html`, PHONE, async ({ page }) => {
      const story = await page.locator("body").ariaSnapshot();
      await expect(story).toMatchFileSnapshot("../golden/public/spoken-en-warning.yml");
    });
  });

  test("a warning says that it has run out from the day after its last one on, however old the page is", async () => {
    const { visit } = await browser();
    for (const [day, shown] of [
      ["2026-09-15T23:00:00", false],
      ["2026-09-16T01:00:00", true],
    ] as const) {
      const today = new Date(day);
      await visit(`${WARNING}.html`, { today }, async ({ page }) => {
        expect(await page.locator(".banner-expired").isVisible(), day).toBe(shown);
      });
      await visit("warnings/index.html", { today }, async ({ page }) => {
        const states = page
          .locator(".card", { has: page.locator('a[href$="2026-001.html"]') })
          .locator(".state:visible");
        expect(await states.count(), day).toBe(shown ? 1 : 0);
      });
    }
  });
});
