import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../support/folder.ts";
import { forewarn } from "../support/run.ts";

interface Demo {
  data: string;
  totals: { rows: number; accepted: number; unchanged: number; duplicate: number; rejected: number; tickets: number };
  release: string;
  stages: { stage: string; seconds: number }[];
}

interface Shown {
  measure: string;
  period: string;
  dim: string | null;
  group: string | null;
  value: string;
}

/** Every number of a page that says which measure it is. */
function shown(html: string): Shown[] {
  return [...html.matchAll(/<[^>]*\bdata-measure="[^>]*>/g)].map(([tag]) => {
    const attribute = (name: string) => new RegExp(`data-${name}="([^"]*)"`).exec(tag)?.[1] ?? null;
    return {
      measure: attribute("measure") ?? "",
      period: attribute("period") ?? "",
      dim: attribute("dim"),
      group: attribute("group"),
      value: attribute("value") ?? "",
    };
  });
}

describe("forewarn demo", () => {
  test("goes the whole way, and what it shows is what the commands say", async () => {
    const folder = await temporaryFolder();
    const [data, out] = [path.join(folder, "demo"), path.join(folder, "dist")];
    const ran = await forewarn(["demo", "--no-serve", "--json", "--data", data, "--out", out]);
    expect(ran.code).toBe(0);
    const demo = ran.json<Demo>();
    expect(demo.stages.map(({ stage }) => stage)).toEqual([
      "make",
      "ingest",
      "release",
      "warnings",
      "public",
      "bureau",
    ]);
    expect(ran.err.trim().split("\n")).toHaveLength(demo.stages.length + 2);
    const { rows, accepted, unchanged, duplicate, rejected } = demo.totals;
    expect(accepted + unchanged + duplicate + rejected).toBe(rows);

    const truth = JSON.parse(await readFile(path.join(data, "truth/totals.json"), "utf8"));
    expect(demo.totals.tickets).toBe(truth.tickets.total);

    for (const site of ["public", "bureau"]) {
      const checked = await forewarn(["check", path.join(out, site), "--json"]);
      expect(checked.json()).toMatchObject({ findings: [] });
    }
    const pages = async (folder: string) =>
      (await readdir(path.join(out, "public", folder), { recursive: true })).filter((name) => name.endsWith(".html"));
    const chinese = (await pages(".")).filter((name) => !name.startsWith("en/"));
    expect(chinese.sort()).toEqual((await pages("en")).sort());
    expect(chinese).toContain("warnings/2026-001.html");

    // Twelve samples in all states; those of rises are of the county's own.
    const listed = await forewarn(["warnings", "list", "--data", data, "--json"]);
    const warnings = listed.json<{ stage: string; scope: { category: string; problem: string } }[]>();
    expect(warnings).toHaveLength(12);
    expect(new Set(warnings.map(({ stage }) => stage))).toEqual(
      new Set([
        "corrected",
        "published",
        "in_review",
        "amending",
        "superseded",
        "expired",
        "withdrawn",
        "approved",
        "draft",
        "dismissed",
      ]),
    );
    const { hotspots: injected }: { hotspots: { category: string; problem: string }[] } = JSON.parse(
      await readFile(path.join(data, "truth/hotspots.json"), "utf8"),
    );
    for (const { scope } of warnings.slice(0, 3))
      expect(
        injected.some((rise) => rise.problem === scope.problem && rise.category.startsWith(scope.category)),
        JSON.stringify(scope),
      ).toBe(true);
    const again = await forewarn(["warnings", "draft", "--data", data, "--json"]);
    expect(again.json<{ drafted: unknown[] }>().drafted).toEqual([]);

    // The overview's numbers, each against the command that gives it.
    const html = await readFile(path.join(out, "bureau/en/index.html"), "utf8");
    const numbers = shown(html);
    expect(numbers.length).toBeGreaterThan(20);
    const said = new Map<string, string | null>();
    for (const by of [[], ["--by", "unit"]]) {
      const command = await forewarn(["measures", "--period", "2026-10", ...by, "--data", data, "--json"]);
      const { measures } = command.json<{
        measures: { id: string; group: Record<string, string> | null; value: string | null }[];
      }>();
      for (const row of measures) said.set(`${row.id} ${row.group?.unit ?? ""}`, row.value);
    }
    for (const { measure, period, dim, group, value } of numbers) {
      expect(period).toBe("2026-10");
      expect([null, "unit"]).toContain(dim);
      const printed = said.get(`${measure} ${group ?? ""}`);
      expect(printed, `${measure} ${group}`).toBeDefined();
      if (value === "") expect(printed).toBeNull();
      else expect(Number(value)).toBeCloseTo(Number(printed), 4);
    }
  }, 900_000);
});
