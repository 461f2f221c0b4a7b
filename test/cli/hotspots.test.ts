import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seededRandom } from "../../src/hotspots/random.ts";
import { openWarehouse } from "../../src/warehouse/open.ts";
import { days, insertTickets } from "../hotspots/tickets.ts";
import { forewarn } from "../support/run.ts";

interface Printed {
  asOf: string;
  grain: string;
  level: string;
  hotspots: Record<string, string | number | null>[];
}

describe("forewarn hotspots", () => {
  let data: string;
  beforeAll(async () => {
    data = await mkdtemp(path.join(os.tmpdir(), "forewarn-hotspots-"));
    const warehouse = await openWarehouse(path.join(data, "warehouse.duckdb"));
    const random = seededRandom(12);
    const quiet = days("2022-01-03", 130, 7).flatMap((day) =>
      ["G01", "G02", "S01"].flatMap((category) =>
        Array.from({ length: random.poisson(8) }, () => ({ day, category, problems: ["P01"], region: "999901" })),
      ),
    );
    const rise = Array.from({ length: 30 }, (_, i) => ({
      day: "2024-06-30",
      problems: ["P01"],
      region: "999901",
      category: "S01",
      person: `someone-${i}`,
    }));
    await insertTickets(warehouse, [...quiet, ...rise]);
    warehouse.close();
  });
  afterAll(() => rm(data, { recursive: true, force: true }));

  test("prints what the contract names: observed, expected, range, ratios, p, q, the rule and why", async () => {
    const ran = await forewarn(["hotspots", "--data", data, "--grain", "week", "--json"]);
    expect(ran.code).toBe(0);
    const { asOf, grain, level, hotspots } = ran.json<Printed>();
    expect({ asOf, grain, level }).toEqual({ asOf: "2024-06-30", grain: "week", level: "watch" });
    const found = hotspots.find(({ cell }) => cell === "category:S01|problem:|region:");
    expect(found).toMatchObject({
      rank: expect.any(Number),
      period: "2024-W26",
      level: "warning",
      expected: expect.any(Number),
      low: expect.any(Number),
      high: expect.any(Number),
      detector: "farrington-flat/1",
      reason: "hotspots.reason.farrington_flat",
      why: expect.stringMatching(/past year/),
    });
    expect(Number(found?.complainants)).toBeGreaterThanOrEqual(30);
    expect(Number(found?.ratio)).toBeGreaterThan(Number(found?.ratio_at_least));
    expect(Number(found?.q)).toBeGreaterThanOrEqual(Number(found?.p));
  });

  test("says it to a person, with the reason once", async () => {
    const ran = await forewarn(["hotspots", "--data", data, "--grain", "week", "--level", "warning"]);
    const lines = ran.out.trim().split("\n");
    expect(lines[0]).toMatch(
      /^1\. Warning: .*, 2024-W26: \d+ people where \d+\.\d were expected \(\d+\.\d–\d+\.\d\), at least \d+\.\d times as many$/,
    );
    expect(lines.filter((line) => /past year/.test(line))).toHaveLength(1);
    expect(ran.out).not.toContain("Watch");
  });

  test("looks at any day, by seven days, and as it stood on an earlier one", async () => {
    const day = await forewarn(["hotspots", "--data", data, "--grain", "day", "--at", "2024-06-30", "--json"]);
    expect(day.json<Printed>().hotspots.some(({ period }) => period === "2024-06-30")).toBe(true);
    const before = await forewarn(["hotspots", "--data", data, "--grain", "week", "--at", "2024-06-23"]);
    expect(before.out).toBe("Nothing rises beyond chance.\n");
  });
});
