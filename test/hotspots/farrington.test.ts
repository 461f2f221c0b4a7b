import { readFileSync } from "node:fs";
import { describe, expect } from "vitest";
import { FarringtonFitter } from "../../src/hotspots/farrington-fit.ts";
import { negativeBinomialQuantile, negativeBinomialUpperTail } from "../../src/stats/negative-binomial.ts";
import { sharedPath, testWith } from "../support/shared.ts";
import { type Row, readNumbers, relativeError } from "../support/table.ts";

interface Run {
  dataset: string;
  config: string;
  file: string;
  input: string;
  b: number;
  w: number;
  reweight: boolean;
  weightsThreshold: number;
  alpha: number;
  trend: boolean;
  noPeriods: number;
  pastWeeksNotIncluded: number | null;
  thresholdMethod: string;
  freq: number;
}

const FOLDER = ["reference", "farrington"] as const;
const json = <T>(...parts: string[]): T => JSON.parse(readFileSync(sharedPath(...parts), "utf8")) as T;
const column = (rows: Row[], name: string) =>
  // Indices of the files count from 1.
  Float64Array.from([Number.NaN, ...rows.map((row) => row[name] as number)]);

function fitterOf(run: Omit<Run, "dataset" | "config" | "file" | "input">): FarringtonFitter {
  return new FarringtonFitter(2000, {
    shape: {
      years: run.b,
      window: run.w,
      seasons: run.noPeriods,
      recent: run.pastWeeksNotIncluded ?? run.w,
      before: (tested, years) => tested - years * run.freq,
    },
    shrink: false,
    consistent: false,
    extrapolation: "drop",
    leastExpected: 0,
    trend: run.trend,
    weightsThreshold: run.reweight ? run.weightsThreshold : Number.POSITIVE_INFINITY,
  });
}

/** The largest relative errors of mean, dispersion and p, and how many bounds and alarms differ. */
function compare(fitter: FarringtonFitter, observed: Float64Array, exposure: Float64Array, alpha: number, rows: Row[]) {
  const worst = { expected: 0, phi: 0, p: 0, bounds: 0, alarms: 0, compared: 0 };
  const logExposure = exposure.map(Math.log);
  for (const row of rows) {
    const k = row.index as number;
    const y = observed[k] as number;
    const fit = fitter.at({ observed, exposure, logExposure }, k, 1);
    if (fit === null) throw new Error(`no fit at ${k}`);
    const p = negativeBinomialUpperTail(y, fit.expected, fit.phi);
    const bound = negativeBinomialQuantile(1 - alpha, fit.expected, fit.phi);
    worst.expected = Math.max(worst.expected, relativeError(fit.expected, row.mu0 as number));
    worst.phi = Math.max(worst.phi, relativeError(fit.phi, row.phi as number));
    worst.p = Math.max(worst.p, Math.abs(p - (row.pvalue as number)));
    // R says nothing of bounds where fewer than five came in four periods.
    if (Number.isNaN(row.upperbound)) continue;
    worst.compared += 1;
    if (bound !== row.upperbound) worst.bounds += 1;
    if (Number(y > bound) !== row.alarm) worst.alarms += 1;
  }
  return worst;
}

const CLOSE = 1e-9;
/** The control of the runs by four weeks, which no file tells. */
const FOUR_WEEKS = {
  b: 5,
  w: 1,
  weightsThreshold: 2.58,
  alpha: 0.01,
  noPeriods: 10,
  pastWeeksNotIncluded: 6,
  thresholdMethod: "nbPlugin",
};

function expectEqual(worst: ReturnType<typeof compare>) {
  expect(worst).toMatchObject({ bounds: 0, alarms: 0 });
  expect(worst.compared).toBeGreaterThan(0);
  expect(worst.expected).toBeLessThan(CLOSE);
  expect(worst.phi).toBeLessThan(CLOSE);
  expect(worst.p).toBeLessThan(CLOSE);
}

describe("R's farringtonFlexible, nbPlugin, trend always", () => {
  testWith(...FOLDER)("every data set and grain", () => {
    const { runs } = json<{ runs: Run[] }>(...FOLDER, "params.json");
    const plugin = runs.filter((run) => run.thresholdMethod === "nbPlugin");
    expect(plugin.length).toBeGreaterThan(30);
    const inputs = new Map<string, Float64Array>();
    for (const run of plugin) {
      const rows = readNumbers(sharedPath(...FOLDER, run.file));
      let observed = inputs.get(run.input);
      if (!observed) {
        observed = column(readNumbers(sharedPath(...FOLDER, run.input)), "observed");
        inputs.set(run.input, observed);
      }
      expectEqual(compare(fitterOf(run), observed, new Float64Array(observed.length).fill(1), run.alpha, rows));
    }
  });

  testWith(...FOLDER)("shares of a total", () => {
    const { runs } = json<{ runs: Run[] }>(...FOLDER, "offset_params.json");
    expect(runs.length).toBe(4);
    for (const run of runs) {
      const input = readNumbers(sharedPath(...FOLDER, run.input));
      const rows = readNumbers(sharedPath(...FOLDER, run.file));
      const fitter = fitterOf({ ...run, reweight: true, trend: run.b > 2 });
      expectEqual(compare(fitter, column(input, "observed"), column(input, "offset_total"), run.alpha, rows));
    }
  });

  testWith(...FOLDER)("42 simulated series by the week and by four weeks", () => {
    for (const [name, method] of [
      ["sim42", "nbPlugin"],
      ["sim42_4weekly", null],
    ] as const) {
      const { control, freq } =
        method === null
          ? { control: FOUR_WEEKS, freq: 13 }
          : json<{ control: Run; freq: number }>(...FOLDER, `${name}_params.json`);
      const input = readNumbers(sharedPath(...FOLDER, `${name}_input.csv`));
      const lines = readFileSync(sharedPath(...FOLDER, `${name}_output.csv`), "utf8")
        .trim()
        .split("\n");
      const rows = readNumbers(sharedPath(...FOLDER, `${name}_output.csv`)).filter(
        (_, i) => method === null || lines[i + 1]?.startsWith(`${method},`),
      );
      const fitter = fitterOf({ ...control, freq, reweight: true, trend: true, thresholdMethod: "nbPlugin" });
      const scenarios = [...new Set(input.map((row) => row.scenario as number))];
      expect(scenarios).toHaveLength(42);
      let compared = 0;
      for (const scenario of scenarios) {
        const of = (list: Row[]) => list.filter((row) => row.scenario === scenario);
        const observed = column(of(input), "observed");
        const own = of(rows);
        const worst = compare(fitter, observed, new Float64Array(observed.length).fill(1), control.alpha, own);
        expect(worst).toMatchObject({ bounds: 0, alarms: 0 });
        expect(Math.max(worst.expected, worst.phi, worst.p)).toBeLessThan(CLOSE);
        compared += own.length;
      }
      expect(compared).toBe(name === "sim42" ? 42 * 52 : rows.length);
    }
  });
});
