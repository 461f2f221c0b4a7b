import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { comparedMethods } from "../../src/hotspots/bench/compared.ts";
import { benchHotspots } from "../../src/hotspots/bench/index.ts";
import { drawScenarios, scoreScenarios } from "../../src/hotspots/bench/scenario-scores.ts";
import { HOTSPOT_METHODS } from "../../src/hotspots/index.ts";
import { MEASURED_FILE, measured } from "../../src/hotspots/measured.ts";
import { oddsOf, roundDown } from "../../src/hotspots/odds.ts";
import { seededRandom } from "../../src/hotspots/random.ts";

const SEED = 1;

// The figures that pages print. `FOREWARN_WRITE_MEASURED=1 npx vitest run test/hotspots/measured.test.ts` measures them anew.
if (process.env.FOREWARN_WRITE_MEASURED || (!existsSync(MEASURED_FILE) && !process.env.CI)) {
  const figures = await benchHotspots({ quick: false, seed: SEED });
  const made = new Date().toISOString().slice(0, 10);
  await writeFile(MEASURED_FILE, `${JSON.stringify({ made, seed: SEED, rules: HOTSPOT_METHODS, figures }, null, 2)}\n`);
}

const value = (id: string) => measured().figures.find((figure) => figure.id === id)?.value;

describe("the kept figures of the bench", () => {
  test("are of the rules in use, and within their bounds", () => {
    expect(measured().rules).toEqual(HOTSPOT_METHODS);
    expect(measured().figures.filter(({ ok }) => !ok)).toEqual([]);
  });

  test("come out again", () => {
    const data = drawScenarios(seededRandom(measured().seed), 50);
    const [used] = comparedMethods();
    if (!used) throw new Error("no method");
    const score = scoreScenarios(data, used);
    expect(value("scenarios.farrington.false_alarm_rate")).toBeCloseTo(score.falseAlarms, 6);
    expect(value("scenarios.farrington.found")).toBeCloseTo(score.found, 6);
    expect(value("scenarios.farrington.quiet.from5.weeks")).toBe(score.tails[1]?.p.length);
    const rare = score.tails[0]?.p.filter((p) => p <= 0.001).length ?? 0;
    expect(value("scenarios.farrington.quiet.below5.p_below_0.001")).toBeCloseTo(
      rare / (score.tails[0]?.p.length ?? 1),
      6,
    );
  });
});

describe("odds", () => {
  const figures = [
    ["weeks", 40_000, 60_000],
    ["p_below_0.01", 0.0107, 0.0079],
    ["p_below_0.001", 0.0017, 0.0009],
    ["p_below_0.0001", 0.00035, 0.00002],
  ].flatMap(([what, below, from]) => [
    { id: `scenarios.farrington.quiet.below5.${what}`, value: Number(below) },
    { id: `scenarios.farrington.quiet.from5.${what}`, value: Number(from) },
  ]);
  const bench = {
    made: "2026-01-01",
    seed: 1,
    rules: {},
    figures: figures.map((figure) => ({ ...figure, unit: "ratio", aim: null, must: null, ok: true })),
  };
  const odds = (p: number, expected: number) =>
    oddsOf({ detector: "farrington", grain: "week", years: 7, expected, p }, bench)?.oneIn ?? null;

  test("are measured, rounded down and never rarer than the bench can tell", () => {
    expect([odds(0.2, 8), odds(0.011, 8)]).toEqual([null, null]);
    expect(odds(0.008, 8)).toBe(100);
    expect(odds(0.0008, 8)).toBe(1000);
    // Rarer than p itself is never said, nor what was not seen at all.
    expect(odds(1e-9, 8)).toBe(10_000);
    expect(odds(0.008, 2)).toBe(50);
    expect(odds(0.0008, 2)).toBe(500);
    expect(odds(1e-9, 2)).toBe(500);
    expect(oddsOf({ detector: "ears", grain: "week", years: 7, expected: 2, p: 1e-5 }, bench)).toBeNull();
  });

  test.each([
    ["farrington", 7],
    ["farrington", 5],
    ["farrington", 3],
    ["farrington-flat", 2],
    ["farrington-flat", 1],
    ["share", 0],
  ] as const)("stand in the bench for %s with %i years", (detector, years) => {
    for (const expected of [2, 20]) {
      for (const grain of ["week", "month", "day"] as const) {
        const found = oddsOf({ detector, grain, years, expected, p: 0.0005 });
        expect(found?.oneIn).toBeGreaterThanOrEqual(100);
        expect(found?.oneIn).toBeLessThanOrEqual(1000);
        expect(found?.weeks).toBeGreaterThan(5_000);
      }
    }
  });

  test("round down to 1, 2 or 5 times a power of ten", () => {
    expect([1, 1.9, 2, 4.99, 5, 9.9, 10, 585, 1000, 8695].map(roundDown)).toEqual([
      1, 1, 2, 2, 5, 5, 10, 500, 1000, 5000,
    ]);
  });
});
