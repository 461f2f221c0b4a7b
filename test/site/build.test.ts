import { execFile, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { settingsSchema } from "../../src/config/settings.ts";
import { openRelease, type Release } from "../../src/release/read.ts";
import { type BuiltSite, buildSite, CHECKOUT } from "../../src/site/build.ts";
import { filesBelow } from "../../src/site/check/files.ts";
import { type Tag, tags, textOf } from "../../src/site/finish/edit.ts";
import type { SiteDefinition } from "../../src/site/page.ts";
import { DEFINITIONS } from "../../src/site/sites.ts";
import { FIXTURE_MONTH, makeFixtureRelease } from "../fixture/release.ts";

const settings = settingsSchema.parse({});
const staging = (name: string) => path.join(CHECKOUT, ".site", `test-build-${name}-${process.pid}`);

let folder: string;
let half: string;
let release: Release;
let built: BuiltSite;
const progress: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "forewarn-build-"));
  half = (await makeFixtureRelease(path.join(folder, "release"))).bureau;
  release = await openRelease(half, "bureau");
  built = await buildSite("bureau", {
    release: half,
    settings,
    warnings: [],
    output: path.join(folder, "first"),
    staging: staging("first"),
    progress: (done, total, label) => progress.push(`${done}/${total} ${label}`),
  });
});

afterAll(async () => {
  release?.close();
  await rm(folder, { recursive: true, force: true });
  for (const name of ["first", "second", "bad"]) await rm(staging(name), { recursive: true, force: true });
});

const page = async (file: string) => tags(await readFile(path.join(built.output, file), "utf8"));
const byName = (all: readonly Tag[], name: string) => all.filter((tag) => tag.name === name);

describe("a built site", () => {
  test("has every page in both languages, and one at the root", async () => {
    const pages = (await filesBelow(built.output)).filter((file) => file.endsWith(".html"));
    const below = (locale: string) =>
      pages.filter((file) => file.startsWith(`${locale}/`)).map((file) => file.slice(3));
    expect(below("en")).toEqual(
      expect.arrayContaining(
        ["assessment", "dictionary", "hotspots", "index", "methodology", "quality", "revisions"].map(
          (name) => `${name}.html`,
        ),
      ),
    );
    expect(below("en")).toContain("assessment/2025-q4.html");
    expect(below("zh")).toEqual(below("en"));
    expect(pages).toHaveLength(1 + 2 * below("en").length);
    expect(pages).toContain("index.html");
    expect(built.pages).toBe(pages.length);
  });

  test("told of its progress up to the end", () => {
    const steps = 4 * built.pages;
    expect(progress[0]).toBe(`1/${steps} index.html`);
    expect(progress).toHaveLength(steps);
    expect(progress.at(-1)).toBe(`${steps}/${steps} en/sure.html`);
  });

  test("has our titles: the configuration was read", async () => {
    const title = async (file: string) => byName(await page(file), "title").map(textOf);
    expect(await title("zh/index.html")).toEqual(["概览 | 虚构县市场监督管理局投诉举报分析"]);
    expect(await title("en/quality.html")).toEqual([
      "Data quality | Complaint analysis of Invented County Market Supervision Bureau",
    ]);
  });

  test("shows no sign of the machine or the day that built it", async () => {
    for (const file of await filesBelow(built.output)) {
      const text = await readFile(path.join(built.output, file), "latin1");
      expect(text.includes(CHECKOUT), file).toBe(false);
      expect(text.includes(os.tmpdir() + path.sep), file).toBe(false);
    }
  });

  test("needs no script but on the page with the explorer", async () => {
    const scripts = async (file: string) =>
      byName(await page(file), "script").filter((tag) => tag.attributes.type !== "application/json").length;
    expect(await scripts("zh/hotspots.html")).toBe(0);
    expect(await scripts("index.html")).toBe(0);
    expect(await scripts("zh/index.html")).toBe(1);
  });

  test("is built again to the same bytes, without a network", async () => {
    const offline = spawnSync("unshare", ["-rn", "true"]).status === 0;
    if (!offline) console.warn("SKIPPED: unshare is not permitted here; the second build may use the network");
    const output = path.join(folder, "second");
    const script = path.join(import.meta.dirname, "build-alone.ts");
    const node = [process.execPath, "--import", "tsx", script, half, output, staging("second")];
    const [command = "", ...args] = offline ? ["unshare", "-rn", ...node] : node;
    await promisify(execFile)(command, args, {
      cwd: CHECKOUT,
      env: { PATH: process.env.PATH, TZ: "Pacific/Auckland" },
    });
    const files = await filesBelow(built.output);
    expect(await filesBelow(output)).toEqual(files);
    for (const file of files) {
      const [first, second] = [await readFile(path.join(built.output, file)), await readFile(path.join(output, file))];
      expect(first.equals(second), file).toBe(true);
    }
  });

  test("leaves nothing beside itself", async () => {
    expect((await readdir(folder)).filter((name) => name.startsWith("."))).toEqual([]);
  });
});

describe("the numbers of the pages", () => {
  test.each(["zh", "en"])("of the overview in %s are those of the release", async (locale) => {
    const cells = (await page(`${locale}/index.html`)).filter((tag) => tag.attributes["data-measure"] !== undefined);
    expect(cells.length).toBeGreaterThan(20);
    for (const { attributes } of cells) {
      const rows = await release.rows<{ value: string | null }>(
        `SELECT value FROM measure WHERE grain = 'month' AND measure = $1 AND period = $2
         AND dim IS NOT DISTINCT FROM $3 AND group_key IS NOT DISTINCT FROM $4`,
        [
          attributes["data-measure"] ?? null,
          attributes["data-period"] ?? null,
          attributes["data-dim"] ?? null,
          attributes["data-group"] ?? null,
        ],
      );
      expect(rows.map(({ value }) => value)).toEqual([attributes["data-value"]]);
      expect(attributes["data-period"]).toBe(FIXTURE_MONTH);
    }
  });

  test("print what they stand for", async () => {
    const figure = (await page("en/index.html")).find((tag) => tag.attributes["data-measure"] === "received");
    const [{ value = "", previous = "" } = {}] = await release.rows<{ value: string; previous: string }>(
      `SELECT value::INTEGER::VARCHAR AS value, previous::INTEGER::VARCHAR AS previous FROM measure
       WHERE grain = 'month' AND measure = 'received' AND period = $1 AND dim IS NULL`,
      [FIXTURE_MONTH],
    );
    const change = ((Number(value) / Number(previous) - 1) * 100).toFixed(1);
    expect(figure && textOf(figure)).toBe(
      `Complaints received ${value} ▲ up ${change}% year on year year before: ${previous}`,
    );
  });

  test("of the accounting add up on the page, row by row", async () => {
    const all = await page("zh/quality.html");
    const rows = byName(all, "tr").filter((tag) => tag.attributes["data-adds"] !== undefined);
    expect(rows.length).toBeGreaterThan(40);
    for (const row of rows) {
      const cells = all.filter((tag) => tag.start > row.start && tag.end <= row.innerEnd);
      const number = (text: string | undefined) => Number(text ?? Number.NaN);
      const fates = cells.filter((tag) => tag.attributes["data-fate"]).map((tag) => tag.attributes["data-value"]);
      const total = cells.find((tag) => tag.attributes["data-rows"])?.attributes["data-rows"];
      expect(fates).toHaveLength(4);
      expect(fates.map(number).reduce((sum, fate) => sum + fate, 0)).toBe(number(total));
      expect(row.attributes["data-adds"]).toBe("true");
    }
    const [sum] = await release.rows<{ rows: string }>(`SELECT sum("rows")::VARCHAR AS "rows" FROM accounting_file`);
    const shown = all.find((tag) => tag.name === "strong" && tag.attributes["data-rows"]);
    expect(shown?.attributes["data-rows"]).toBe(sum?.rows);
  });

  test("of the rising complaints are those of the release, by rank", async () => {
    const shown = (await page("en/hotspots.html")).map((tag) => tag.attributes["data-hotspot"]).filter(Boolean);
    const rows = await release.rows<{ id: string }>(
      "SELECT id FROM hotspot ORDER BY period DESC, rank, ratio_at_least DESC, id LIMIT 10",
    );
    expect(shown.slice(0, 10)).toEqual(rows.map(({ id }) => id));
  });
});

describe("a build that fails", () => {
  const build = (definition: SiteDefinition) =>
    buildSite("bureau", {
      release: half,
      settings,
      warnings: [],
      output: path.join(folder, "bad"),
      staging: staging("bad"),
      definition,
    });
  const withPage = (change: object): SiteDefinition => ({
    ...DEFINITIONS.bureau,
    sources: [
      async (context) => {
        const pages = await Promise.all(DEFINITIONS.bureau.sources.map((source) => source(context)));
        return pages.flat().map((it, i) => (i === 0 ? { ...it, ...change } : it));
      },
    ],
  });

  test("leaves no site, and says what is wrong (exit code 3)", async () => {
    const broken = { ...DEFINITIONS.bureau, menu: () => [{ path: "lost", title: "lost" }] };
    await expect(build(broken)).rejects.toMatchObject({
      key: "site.faults",
      exitCode: 3,
      message: expect.stringContaining("lost.html"),
    });
    expect(existsSync(path.join(folder, "bad"))).toBe(false);
  });

  test("refuses addresses that would leave the folder, or that two pages share", async () => {
    await expect(build(withPage({ path: "../out" }))).rejects.toThrow("not an address");
    await expect(build(withPage({ path: "quality" }))).rejects.toThrow("two pages");
  });

  test("refuses the other half of a release", async () => {
    const options = {
      settings,
      warnings: [],
      output: path.join(folder, "bad"),
      staging: staging("bad"),
    };
    await expect(buildSite("public", { ...options, release: half })).rejects.toMatchObject({ key: "release.half" });
  });

  test("refuses a staging folder outside the program's folder", async () => {
    const options = {
      settings,
      warnings: [],
      output: path.join(folder, "bad"),
      release: half,
    };
    await expect(buildSite("bureau", { ...options, staging: path.join(folder, "root") })).rejects.toMatchObject({
      key: "site.stagingOutside",
    });
  });
});
