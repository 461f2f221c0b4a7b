import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { HOSTILE } from "../../fixture/warnings.ts";
import { stagedPages } from "./staged.ts";

const golden = path.join(import.meta.dirname, "../../golden/public");

/** Pages whose whole text is kept. */
const KEPT = [
  "zh/index",
  "zh/warnings/index",
  "en/list/category-S01",
  "zh/warnings/2026-001",
  "en/warnings/2026-001",
  "en/warnings/2026-002",
  "zh/warnings/2026-004",
];

const decode = (page: string): string => page.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
// The charts have goldens of their own; how signs are escaped is for another test to say.
const plain = (page: string): string => decode(page.replace(/<svg[\s\S]*?<\/svg>/g, "<svg/>"));

test("pages are as they were, drafts are not among them, and nothing of a warning's text can run", async () => {
  const { pages } = await stagedPages();
  for (const name of KEPT) {
    const file = path.join(golden, `${name.replaceAll("/", "-")}.md`);
    const text = plain(pages.get(name) ?? "");
    if (!existsSync(file) && !process.env.CI) {
      await mkdir(golden, { recursive: true });
      await writeFile(file, text);
    }
    expect(text, name).toBe(await readFile(file, "utf8"));
  }

  expect([...pages.keys()].filter((name) => name.includes("2026-005"))).toEqual([]);
  for (const [name, text] of pages) {
    expect(text, name).not.toMatch(/草稿|draft must not/);
    // Framework would run `${…}`; escaped text has none, nor a tag that a warning brought along.
    expect(text, name).not.toContain("${");
    expect(text, name).not.toMatch(/<(script|iframe|img|b>)/);
    // A page that held an empty line inside its HTML would give the rest to Markdown.
    expect(text, name).not.toMatch(/&#36;[^<]*\n\n/);
  }
  expect(plain(pages.get("zh/warnings/2026-004") ?? "")).toContain(HOSTILE);
});

test("each state of a warning says what it is and leads on", async () => {
  const { pages } = await stagedPages();
  const page = (name: string) => plain(pages.get(name) ?? "");
  expect(page("zh/warnings/2025-001")).toContain("本警示已于2025年12月31日到期");
  expect(page("en/warnings/2026-003")).toMatch(
    /This warning was withdrawn on 28 May 2026\. Reason:<\/strong> <span>On checking/,
  );
  expect(page("en/warnings/2025-002")).toMatch(
    /a newer warning took the place of this one:.*href="\/en\/warnings\/2026-001"/,
  );
  expect(page("zh/warnings/2026-004")).toContain("更正（2026年6月12日）");
  expect(page("en/warnings/2026-002")).toContain("has not been translated into English");
  expect(page("en/warnings/2026-002")).not.toContain("防范建议");
  expect(page("zh/warnings/2026-001")).not.toMatch(/class="banner banner-[a-z]+">/);
  const cards = (name: string) => [...page(name).matchAll(/href="[^"]*(\d{4}-\d{3})"/g)].map((match) => match[1]);
  expect(cards("zh/index")).toEqual(["2026-001", "2026-002", "2026-004"]);
  expect(cards("zh/warnings/index")).toEqual(["2026-001", "2026-002", "2026-004", "2026-003", "2025-002", "2025-001"]);
});

test("people and complaints are told apart, and evidence is named, not coded", async () => {
  const { pages } = await stagedPages();
  const page = (name: string) => plain(pages.get(name) ?? "");
  expect(page("en/warnings/2026-001")).toContain(
    "49 people complained in May 2026 (52 complaints); about 27 were expected (usual range 17 to 37).",
  );
  expect(page("zh/warnings/2026-001")).toContain("2026年5月有49人投诉（共52件），通常约27人（通常范围17至37人）。");
  // Where each person complained once, one number says it.
  expect(page("en/warnings/2026-002")).toContain("49 people complained in May 2026; about 27 were expected");
  expect(page("zh/warnings/2026-002")).toContain("2026年5月有49人投诉，通常约27人");
  const evidence = (name: string) => /<dd data-cell="([^"]*)">([^<]*)/.exec(page(name))?.slice(1);
  expect(evidence("en/warnings/2026-001")).toEqual([
    "category:S01|problem:P01|region:",
    "2026-06-17-0123abcd · Gyms – Contracts · May 2026 · Farrington–Noufaily, version 1",
  ]);
  expect(evidence("en/warnings/2026-002")?.[1]).toBe(
    "2026-06-17-0123abcd · Gyms – Contracts · May 2026 · made-up, version 1",
  );
});

test("the first page and the page about the numbers print what the release holds", async () => {
  const { pages, received, manifest } = await stagedPages();
  const page = (name: string) => plain(pages.get(name) ?? "");
  const value = new Intl.NumberFormat("en").format(Number(received.value));
  expect(page("zh/index")).toContain(`<strong>${value}件</strong>`);
  expect(page("en/index")).toContain(`<strong>${value}</strong>`);
  const [year, month] = received.period.split("-").map(Number);
  expect(page("zh/index")).toContain(`${year}年${month}月投诉情况`);
  expect(page("en/about")).toContain(`<dd>${manifest.release}</dd>`);
  expect(page("zh/about")).toContain(`少于${manifest.disclosure.minimumTickets}件`);
  expect(page("en/about")).toContain(
    `${new Intl.NumberFormat("en").format(manifest.sources.rejected)} could not be read`,
  );
});
