import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { openRelease, type Release } from "../../../src/release/read.ts";
import { facetValues, readNames } from "../../../src/site/pages/public/facets.ts";
import { PER_PAGE, warningLists } from "../../../src/site/pages/public/list.ts";
import { publicWarnings } from "../../../src/site/pages/public/state.ts";
import { versions } from "../../../src/site/pages/public/versions.ts";
import { readWarnings, type Warning } from "../../../src/warnings/read.ts";
import { stateOn } from "../../../src/warnings/record.ts";
import { makeFixtureRelease } from "../../fixture/release.ts";
import { siteContext } from "../../support/site.ts";

const kept = path.join(import.meta.dirname, "../../fixture/warnings");
let release: Release;
let warnings: Warning[];

beforeAll(async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), "forewarn-list-"));
  release = await openRelease((await makeFixtureRelease(folder)).public, "public");
  warnings = await readWarnings(kept);
  return async () => {
    release.close();
    await rm(folder, { recursive: true, force: true });
  };
});

/** So many warnings, each with an id of its own. */
const many = (count: number): Warning[] =>
  Array.from({ length: count }, (_, i) => ({
    ...(warnings[2] as Warning),
    id: `2026-${String(i + 1).padStart(3, "0")}`,
  }));

describe("lists of warnings", () => {
  test("a list for each value that some warning has, every one of them in a list of each facet it has", async () => {
    const shown = publicWarnings({ warnings });
    const values = facetValues(shown, await readNames(release), "2026-06-17");
    const of = (facet: string) =>
      Object.fromEntries(
        values.filter((it) => it.facet === facet).map((it) => [it.key, it.warnings.map(({ id }) => id)]),
      );
    expect(of("status")).toEqual({
      expired: ["2025-001"],
      published: ["2026-001", "2026-002", "2026-004"],
      superseded: ["2025-002"],
      withdrawn: ["2026-003"],
    });
    expect(values.filter(({ facet }) => facet === "year").map(({ key }) => key)).toEqual(["2026", "2025"]);
    expect(of("category")).toEqual({ S01: shown.map(({ id }) => id) });
    expect(of("region")).toEqual({});
  });

  test("the chosen value is marked, the others lead on; the same addresses in both languages", async () => {
    const [zh, en] = await Promise.all(
      (["zh", "en"] as const).map((locale) => warningLists(siteContext(release, locale, { warnings }))),
    );
    expect(zh?.map((page) => page.path)).toEqual(en?.map((page) => page.path));
    expect(zh?.map((page) => page.path)).toEqual([
      "warnings/index",
      "list/category-S01",
      "list/problem-P01",
      "list/status-expired",
      "list/status-published",
      "list/status-superseded",
      "list/status-withdrawn",
      "list/year-2026",
      "list/year-2025",
    ]);
    const page = en?.find((it) => it.path === "list/year-2025");
    expect(page?.title).toBe("Warnings: 2025");
    expect(page?.description).toBe("2 warnings (Year: 2025), of which 0 are in force.");
    const facets = page?.values.facets as { facet: string; values: { path: string; here: boolean; count: number }[] }[];
    expect(facets.flatMap(({ values }) => values).filter(({ here }) => here)).toEqual([
      expect.objectContaining({ path: "list/year-2025", count: 2 }),
    ]);
  });

  test("a long list has several pages, and no warning is lost or shown twice", async () => {
    const pages = await warningLists(siteContext(release, "zh", { warnings: many(2 * PER_PAGE + 3) }));
    const all = pages.filter((page) => page.path === "warnings/index" || page.path.startsWith("list/page-"));
    expect(all.map((page) => page.path)).toEqual(["warnings/index", "list/page-2", "list/page-3"]);
    const ids = all.flatMap(({ values }) => (values.inForce as { path: string }[]).map((card) => card.path));
    expect(ids).toHaveLength(2 * PER_PAGE + 3);
    expect(new Set(ids).size).toBe(ids.length);
    expect(pages.map((page) => page.path)).toContain("list/year-2026-3");
  });

  test("a day makes a warning expired, whatever the release's date", () => {
    const [first] = warnings.filter(({ id }) => id === "2026-001");
    expect(stateOn(first as Warning, "2026-09-15")).toBe("published");
    expect(stateOn(first as Warning, "2026-09-16")).toBe("expired");
  });
});

describe("versions", () => {
  const of = (id: string, locale: "zh" | "en") =>
    versions(warnings.find((it) => it.id === id) as Warning, locale).map(({ text, words }) =>
      `${text} ${words?.text ?? ""}`.trim(),
    );

  test("tell what a reader could see, each with its day, and no step of the work before", () => {
    expect(of("2026-001", "en")).toEqual(["17 June 2026: published"]);
    expect(of("2026-003", "zh")).toEqual(["2026年5月20日：发布", "2026年5月28日：撤回 核实后发现数据有误。"]);
    expect(of("2026-004", "en")[1]).toMatch(/^Corrected on 12 June 2026: Mended/);
    expect(of("2025-002", "en")).toEqual(["1 September 2025: published", "3 November 2025: superseded"]);
  });
});
