import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { type Compared, comparedMethods } from "../../src/hotspots/bench/compared.ts";
import { drawScenarios, type ScenarioData, scoreScenarios } from "../../src/hotspots/bench/scenario-scores.ts";
import { CURRENT_FROM, meanOf, SCENARIOS, WEEKS } from "../../src/hotspots/bench/scenarios.ts";
import { seededRandom } from "../../src/hotspots/random.ts";
import { sharedPath, testWith } from "../support/shared.ts";
import { readNumbers } from "../support/table.ts";

const FOLDER = ["reference", "bench"] as const;
const zipped = (name: string) =>
  gunzipSync(readFileSync(sharedPath(...FOLDER, name)))
    .toString("utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));
const numbers = (cell: string | undefined) => (cell?.trim() ? cell.trim().split(" ").map(Number) : []);

/** The 2,100 series and 21,000 outbreaks of the reference. */
function referenceData(): ScenarioData {
  const at = new Map<string, number>();
  const series: Float64Array[] = [];
  const scenario: number[] = [];
  for (const [number, replicate, , weeks] of zipped("noufaily42_series.csv.gz")) {
    at.set(`${number} ${replicate}`, series.length);
    series.push(Float64Array.from(numbers(weeks)));
    scenario.push(Number(number) - 1);
  }
  const outbreaks = zipped("noufaily42_injections.csv.gz").map(([number, replicate, size, start, cases]) => ({
    series: at.get(`${number} ${replicate}`) as number,
    size: Number(size),
    start: Number(start) - 1,
    cases: numbers(cases),
  }));
  return { series, scenario, outbreaks: outbreaks.filter(({ cases }) => cases.some((n) => n > 0)) };
}

const method = (id: string) => comparedMethods().find((one) => one.id === id) as Compared;

describe("the reference's series and outbreaks", () => {
  testWith(...FOLDER)("are judged by Noufaily's rule as the reference says, and better by ours", () => {
    const data = referenceData();
    expect(data.series).toHaveLength(2_100);
    const noufaily = method("noufaily");
    // R gives no alarm where fewer than five came in four weeks.
    const limited: Compared = {
      id: "with R's limit",
      at(series, t) {
        const one = noufaily.at(series, t);
        const before = (series[t - 1] as number) + (series[t - 2] as number) + (series[t - 3] as number);
        return one && { ...one, tail: (y) => (before + y >= 5 ? one.tail(y) : 1) };
      },
    };
    const r = scoreScenarios(data, limited);
    const peer = scoreScenarios(data, noufaily);
    const ours = scoreScenarios(data, method("farrington"));
    // results_by_method.csv: 0.009329 and 0.507351.
    expect(r.falseAlarms).toBeCloseTo(0.009329, 6);
    // In an outbreak's later weeks R's four weeks hold its earlier cases, which are not in the series here.
    expect(Math.abs(r.found - 0.507351)).toBeLessThan(0.006);
    expect(ours.falseAlarms).toBeGreaterThan(0.006);
    expect(ours.falseAlarms).toBeLessThan(0.013);
    expect(ours.found).toBeGreaterThan(0.5);
    // pod_at_matched_fpr.csv: 0.519 at equal 1 %, 0.237 at equal 0.1 %.
    expect(ours.foundAt1).toBeGreaterThan(0.519);
    expect(ours.foundAt01).toBeGreaterThan(0.26);
    expect(ours.foundAt1).toBeGreaterThan(peer.foundAt1);
    expect(ours.foundAt01).toBeGreaterThan(peer.foundAt01 + 0.02);
  });

  testWith(...FOLDER)("come from the scenarios that ours come from", () => {
    const rows = readNumbers(sharedPath(...FOLDER, "noufaily42_scenarios.csv"));
    expect(SCENARIOS).toHaveLength(rows.length);
    for (const [i, row] of rows.entries()) {
      const scenario = SCENARIOS[i];
      if (!scenario) throw new Error(`no scenario ${i}`);
      const means = Array.from({ length: WEEKS }, (_, t) => meanOf(scenario, t));
      expect(means.reduce((sum, mean) => sum + mean, 0) / WEEKS).toBeCloseTo(row.mean_count_all as number, 8);
      expect(scenario.phi).toBe(row.phi);
    }
  });
});

test("made-up series have the mean and the spread of their scenario, and outbreaks their size", () => {
  const data = drawScenarios(seededRandom(5), 10);
  expect(data.series).toHaveLength(420);
  for (const [number, scenario] of SCENARIOS.entries()) {
    if (scenario.beta > 0 || scenario.harmonics > 0) continue;
    // The first replicate of five has no past outbreaks.
    const quiet = data.series.filter((_, i) => data.scenario[i] === number && i % 5 === 0);
    const all = quiet.flatMap((series) => [...series]);
    const mean = all.reduce((sum, n) => sum + n, 0) / all.length;
    const variance = all.reduce((sum, n) => sum + (n - mean) ** 2, 0) / all.length;
    expect(Math.abs(mean / Math.exp(scenario.theta) - 1)).toBeLessThan(0.15);
    expect(Math.abs(variance / mean / scenario.phi - 1)).toBeLessThan(0.25);
  }
  for (const { start, cases } of data.outbreaks) {
    expect(start).toBeGreaterThanOrEqual(CURRENT_FROM);
    expect(start).toBeLessThan(WEEKS);
    expect(cases.at(-1)).toBeGreaterThan(0);
  }
});
