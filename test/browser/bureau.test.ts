import { expect, test } from "vitest";
import { axeViolations, describeInBrowser, pageSuite, siteBrowser } from "./harness.ts";

const OF_DATA = ["index", "hotspots", "assessment", "revisions", "quality"];
// These say the same whatever the data are.
const OF_RULES = ["methodology", "dictionary", "sure"];

pageSuite("bureau", [...OF_DATA, "assessment/2025", ...OF_RULES], {
  charts: ["index", "assessment", "assessment/2025"],
  requests: {
    index: 8,
    hotspots: 2,
    assessment: 2,
    "assessment/2025": 2,
    revisions: 2,
    quality: 2,
    methodology: 2,
    dictionary: 2,
    sure: 2,
  },
});
pageSuite("bureau", OF_DATA, { fixture: "empty" });

describeInBrowser("the explorer of the overview", () => {
  const browser = siteBrowser("bureau");

  test("a choice redraws chart, sentence and table, and the address keeps it", async () => {
    const { visit } = await browser();
    await visit("en/index.html", { viewport: { width: 1280, height: 900 } }, async ({ page, url, errors }) => {
      const chart = () => page.locator("#explorer-figure .chart-wide").innerHTML();
      const before = await chart();
      await page.getByLabel("Dimension").selectOption("category");
      await page.getByLabel("Group").selectOption("S01");
      expect(await chart()).not.toBe(before);
      const caption = page.locator("#explorer-figure figcaption");
      expect(await caption.textContent()).toMatch(
        /^Complaints received · Culture, leisure and sport services: \d+ in May 2026, \d+ in the same month/,
      );
      await page.getByLabel("Measure").selectOption("mediation_success_rate");
      expect(await caption.textContent()).toMatch(
        /^Mediation success rate · Culture, leisure and sport services: \d+\.\d% in May 2026.* points year on year/,
      );
      await page.locator("#explorer-figure summary").click();
      expect(await page.locator("#explorer-figure thead th").allInnerTexts()).toHaveLength(3);
      const rows = page.locator("#explorer-figure tbody tr");
      expect(await rows.count()).toBe(42);
      expect(await rows.first().textContent()).toContain("June 2026 (incomplete)");
      expect(new URL(page.url()).search).toBe("?dim=category&group=S01&measure=mediation_success_rate");
      const kept = await chart();
      await page.goto(page.url(), { waitUntil: "networkidle" });
      expect(await chart()).toBe(kept);
      await page.goto(url, { waitUntil: "networkidle" });
      expect(await chart()).toBe(before);
      expect(errors).toEqual([]);
    });
  });

  test("the keyboard reaches the main part past the menu", async () => {
    const { visit } = await browser();
    await visit("zh/index.html", {}, async ({ page }) => {
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.className)).toBe("skip");
      await page.keyboard.press("Enter");
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("MAIN");
    });
  });

  test("the check sees a fault where there is one", async () => {
    const { visit } = await browser();
    await visit("zh/index.html", {}, async ({ page }) => {
      await page.evaluate(() => {
        document.querySelector("h1")?.setAttribute("style", "color: #bbb; background: #fff");
        document.title = "";
      });
      expect((await axeViolations(page)).map(({ id }) => id).sort()).toEqual(["color-contrast", "document-title"]);
    });
  });

  test("the page at the root leads to the first language", async () => {
    const { visit } = await browser();
    await visit("index.html", {}, async ({ page }) => {
      await page.waitForURL("**/zh/index.html");
      expect(await page.evaluate(() => document.documentElement.lang)).toBe("zh-CN");
    });
  });
});
