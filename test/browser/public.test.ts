import { readFile } from "node:fs/promises";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { LOCALES } from "../../src/i18n/define.ts";
import { axeViolations, describeInBrowser, pageSuite, siteBrowser } from "./harness.ts";

const WARNING = "warnings/2026-001";
const PAGES = [
  "index",
  "warnings/index",
  WARNING,
  "warnings/2026-002",
  "warnings/2026-004",
  "about",
  "methodology",
  "dictionary",
  "sure",
];
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };

// A page and its style sheet: nothing else is asked for.
const requests = Object.fromEntries(PAGES.map((page) => [page, 2]));
pageSuite("public", PAGES, { charts: ["index", WARNING, "warnings/2026-002"], requests });
pageSuite("public", ["index", "warnings/index", "about"], { fixture: "empty" });

describeInBrowser("the public site", () => {
  const browser = siteBrowser("public");
  const each = LOCALES.map((locale) => [locale] as const);

  test.each(each)("a warning in %s weighs little and runs no script", async (locale) => {
    const { directory, visit } = await browser();
    await visit(`${locale}/${WARNING}.html`, PHONE, async ({ page, requests: asked, url }) => {
      expect(await page.locator("script").count()).toBe(0);
      const files = asked.filter((request) => !request.startsWith("data:")).map((request) => new URL(request).pathname);
      const bytes = await Promise.all(files.map((file) => readFile(path.join(directory, file))));
      const sizes = bytes.map((file) => gzipSync(file).length);
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(15_000);
      expect(gzipSync(await readFile(path.join(directory, new URL(url).pathname))).length).toBeLessThan(10_000);
    });
  });

  test.each(each)("a warning in %s tells its story in order, without JavaScript", async (locale) => {
    const { visit } = await browser();
    await visit(`${locale}/${WARNING}.html`, { ...PHONE, javaScriptEnabled: false }, async ({ page }) => {
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
      expect(await page.locator('a[href="tel:12315"]').count()).toBe(1);
      const other = page.locator(".languages a");
      await other.click();
      expect(new URL(page.url()).pathname).toBe(`/${locale === "zh" ? "en" : "zh"}/${WARNING}.html`);
    });
  });

  test("chart text is at least 12 px on a phone and on a wide screen; what one presses is large", async () => {
    const { visit } = await browser();
    for (const width of [320, 390, 640, 800, 1280])
      await visit(`zh/${WARNING}.html`, { viewport: { width, height: 844 } }, async ({ page }) => {
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
    await visit(`zh/${WARNING}.html`, { viewport: { width: 794, height: 1123 } }, async ({ page }) => {
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
});
