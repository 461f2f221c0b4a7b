import { parseAtomFeed, parseJsonFeed } from "feedsmith";
import { describe, expect, test } from "vitest";
import type { MachineContext } from "../../../src/site/machine/context.ts";
import { machineFiles } from "../../../src/site/machine/index.ts";
import { ldScript, warningLd } from "../../../src/site/machine/json-ld.ts";
import { readWarnings, type Warning } from "../../../src/warnings/read.ts";
import { HOSTILE } from "../../fixture/warnings.ts";
import { contextOf, FIXTURE, fileOf, fixtureContext, xmlFaults } from "./made.ts";

/** Every text of a warning that people have written, with `text` in its place. */
function withText(warning: Warning, text: string): Warning {
  const { record, evidence } = warning;
  const both = { zh: text, en: text };
  const paragraph = [{ kind: "paragraph" as const, inlines: [{ text, strong: true, line: 1 }] }];
  const sections = {
    lead: paragraph,
    happens: paragraph,
    recognise: paragraph,
    advice: [{ kind: "list" as const, items: [[{ text, strong: false, line: 1 }]] }],
    contact: paragraph,
    law: paragraph,
  };
  return {
    ...warning,
    record: {
      ...record,
      title: both,
      issuer: both,
      signatures: { author: text, reviewer: text, approver: text },
      reason: record.reason && both,
      corrections: record.corrections.map((it) => ({ ...it, ...both })),
    },
    evidence: { ...evidence, names: { category: both, problem: both, region: both, business: both }, method: both },
    text: { zh: sections, en: sections },
  };
}

describe("the files for machines", async () => {
  const context = await fixtureContext();
  const files = machineFiles(context);

  test("all kinds of them are there", () => {
    for (const file of [
      "feeds/zh.xml",
      "feeds/en-S01.xml",
      "feeds/zh.json",
      "feeds/en-S01.json",
      "cap/2026-003.xml",
      "cap/2026-003-2.xml",
      "api/v1/index.json",
      "api/v1/warnings.json",
      "api/v1/warnings/2026-003.json",
      "api/v1/schema/warning.json",
      "robots.txt",
    ])
      expect([...files.keys()]).toContain(file);
  });

  test("the same warnings give the same bytes", async () => {
    expect([...machineFiles(await fixtureContext())]).toEqual([...files]);
  });

  test("the order in which warnings are read changes no feed", async () => {
    const turned = machineFiles({ ...context, warnings: context.warnings.toReversed() });
    for (const [file, text] of files) if (file.startsWith("feeds/")) expect(turned.get(file)).toBe(text);
  });

  test("no draft is in any of them", () => {
    for (const text of files.values()) expect(text).not.toMatch(/2026-005|草稿|A draft must not|草稿样例/);
  });

  test("a warning that was never published is refused", async () => {
    const draft = (await readWarnings(FIXTURE)).find(({ id }) => id === "2026-005") as Warning;
    expect(() => machineFiles({ ...context, warnings: [draft] })).toThrow(/2026-005/);
  });

  test("every address of the site in them is that of a page or of a file among them", () => {
    const pages = new Set(["", "index.html", "en/index.html", "sitemap.xml"]);
    for (const locale of ["zh", "en"] as const)
      for (const page of ["about", "warnings/index", ...context.warnings.map(({ id }) => `warnings/${id}`)])
        pages.add(context.address(locale, page));
    const broken: string[] = [];
    let seen = 0;
    for (const [file, text] of files)
      for (const [, found = ""] of text.matchAll(/https:\/\/forewarn\.example\/([^"\s<>&#\\]*)/g)) {
        seen++;
        if (!pages.has(found) && !files.has(found)) broken.push(`${file}: ${found}`);
      }
    expect(seen).toBeGreaterThan(300);
    expect(broken).toEqual([]);
  });

  test("another origin is another site: nothing is left of the first", async () => {
    const other = machineFiles(await fixtureContext({ origin: "https://warnings.other.test:8443" }));
    expect([...other.keys()]).toEqual([...files.keys()]);
    for (const text of other.values()) expect(text).not.toContain("forewarn.example");
  });
});

describe("whatever people write", async () => {
  const warnings = await readWarnings(FIXTURE);
  const made = (text: string): MachineContext =>
    contextOf(
      warnings.map((it) => withText(it, text)),
      { bureau: { zh: text, en: text, hotline: text }, categories: [{ code: "S01", zh: text, en: text }] },
    );
  const CONTROLS = "a\0b\u0001c\u000Bd\uFFFEe\uD800f\u2028g";
  const HTML = '</p><script>alert("x")</script><!-- ]]> &amp; &#60; {{observed}}';

  test.each([HOSTILE, CONTROLS, HTML])("every file can be read: %j", async (text) => {
    const files = machineFiles(made(text));
    const xml = new Map([...files].filter(([file]) => file.endsWith(".xml")));
    expect(xml.size).toBeGreaterThan(10);
    expect(await xmlFaults(xml)).toEqual([]);
    for (const [file, content] of files) if (file.endsWith(".json")) expect(() => JSON.parse(content)).not.toThrow();
    for (const lead of ["feeds/zh", "feeds/en-S01"]) {
      const atom = parseAtomFeed(fileOf(files, `${lead}.xml`));
      const json = parseJsonFeed(fileOf(files, `${lead}.json`));
      expect(atom.entries).toHaveLength(5);
      expect(json.items).toHaveLength(6);
      // Both forms of a feed say the same of a warning, whatever its text.
      const items = new Map(json.items?.map((it) => [it.id, it]));
      for (const entry of atom.entries ?? []) {
        const item = items.get(entry.id);
        expect([entry.title?.value, entry.summary?.value, entry.content?.value, entry.authors?.[0]?.name]).toEqual([
          item?.title,
          item?.summary,
          item?.content_html,
          item?.authors?.[0]?.name,
        ]);
        expect(item?.content_html).not.toMatch(/<script|<!--/);
      }
    }
    for (const warning of made(text).warnings)
      expect(() => JSON.parse(ldScript(warningLd(warning, "zh", made(text))))).not.toThrow();
  });
});
