import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ears, earsTail } from "../../src/hotspots/bench/ears.ts";
import { sharedPath, testWith } from "../support/shared.ts";
import { readNumbers, relativeError } from "../support/table.ts";

interface Run {
  method: "C1" | "C2" | "C3";
  minSigma: number;
  zAlpha: number;
  input: string;
  file: string;
  alarms: number | null;
}

const FOLDER = ["reference", "ears"] as const;

testWith(...FOLDER)("R's earsC, every data set and method", () => {
  const { runs } = JSON.parse(readFileSync(sharedPath(...FOLDER, "params.json"), "utf8")) as { runs: Run[] };
  expect(runs.length).toBeGreaterThan(40);
  for (const run of runs) {
    const observed = Float64Array.from([
      Number.NaN,
      ...readNumbers(sharedPath(...FOLDER, run.input)).map((row) => row.observed as number),
    ]);
    let alarms = 0;
    for (const row of readNumbers(sharedPath(...FOLDER, run.file))) {
      const k = row.index as number;
      const found = ears(run.method, observed, k, run.minSigma, 1);
      if (!found) throw new Error(`nothing at ${k} of ${run.file}`);
      expect(relativeError(found.mean, row.baseline_mean as number)).toBeLessThan(1e-12);
      expect(relativeError(found.deviation, Math.max(row.baseline_sd as number, run.minSigma))).toBeLessThan(1e-12);
      // Where nothing scatters R divides by zero; so do we, and what is no number is no alarm.
      if (Number.isNaN(row.alarm)) {
        expect(Number.isFinite(found.score)).toBe(false);
        continue;
      }
      const from = run.method === "C3" ? (observed[k] as number) - found.deviation * found.score : found.mean;
      const bound = Math.max(0, from + found.deviation * run.zAlpha);
      if (found.deviation > 0 && Number.isFinite(bound))
        expect(relativeError(bound, row.upperbound as number), run.file).toBeLessThan(1e-9);
      const alarm = Number((observed[k] as number) > (row.upperbound as number));
      expect(alarm).toBe(row.alarm);
      alarms += alarm;
    }
    if (run.alarms !== null) expect(alarms).toBe(run.alarms);
  }
});

test("too short a past gives no score, and no score no alarm", () => {
  const observed = [1, 2, 3, 1, 2, 3, 1, 9, 9, 9, 9, 9];
  expect(ears("C1", observed, 6, 0.5)).toBeNull();
  expect(ears("C2", observed, 8, 0.5)).toBeNull();
  expect(ears("C3", observed, 10, 0.5)).toBeNull();
  expect(earsTail(null)).toBe(1);
  expect(earsTail(ears("C1", observed, 7, 0.5))).toBeLessThan(1e-6);
});
