import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { benjaminiHochberg } from "../../src/stats/benjamini-hochberg.ts";
import { betaTails } from "../../src/stats/beta.ts";
import { gammaTails } from "../../src/stats/gamma.ts";
import { gammaQuantile } from "../../src/stats/gamma-quantile.ts";
import { logGamma } from "../../src/stats/log-gamma.ts";
import {
  negativeBinomialCdf,
  negativeBinomialQuantile,
  negativeBinomialUpperTail,
} from "../../src/stats/negative-binomial.ts";
import { normalCdf, normalQuantile } from "../../src/stats/normal.ts";
import { poissonCdf, poissonQuantile, poissonUpperTail } from "../../src/stats/poisson.ts";
import { poissonInterval } from "../../src/stats/poisson-interval.ts";
import { studentUpperTail } from "../../src/stats/student.ts";
import { wilson } from "../../src/stats/wilson.ts";
import { sharedPath, testWith } from "../support/shared.ts";

type Row = Record<string, number>;
/** A computed and a wanted figure. */
type Pair = readonly [computed: number, wanted: number];

/** Relative error that every figure has to keep to. */
const TOLERANCE = 3e-12;
/** Below this a double has fewer digits than the tolerance asks for. */
const SUBNORMAL = 1e-307;

function readTable(file: string): Row[] {
  const [header = "", ...lines] = readFileSync(file, "utf8").trim().split("\n");
  const names = header.split(",");
  return lines.map((line) => Object.fromEntries(line.split(",").map((cell, i) => [names[i] ?? "", Number(cell)])));
}

function relativeError([computed, wanted]: Pair): number {
  if (computed === wanted) return 0;
  if (Math.abs(wanted) < SUBNORMAL) return Math.abs(computed - wanted) < SUBNORMAL ? 0 : Number.POSITIVE_INFINITY;
  return Math.abs(computed - wanted) / Math.abs(wanted);
}

/** One table each: what its rows say and what we compute for them. */
const TABLES: Record<string, (rows: Row[]) => Pair[]> = {
  "distributions/gamma_functions": (rows) => rows.map((r) => [logGamma(r.x as number), r.lgamma as number]),
  "distributions/pgamma": (rows) =>
    rows.flatMap((r): Pair[] => {
      const { lower, upper } = gammaTails(r.a as number, r.x as number);
      return [
        [lower, r.P as number],
        [upper, r.Q as number],
      ];
    }),
  "distributions/ppois": (rows) =>
    rows.flatMap((r): Pair[] => [
      [poissonUpperTail(r.y as number, r.mu as number), r.upper_incl as number],
      [poissonCdf(r.y as number, r.mu as number), r.lower as number],
    ]),
  "distributions/pnbinom_upper": (rows) =>
    rows.map((r) => [
      negativeBinomialUpperTail(r.y as number, r.mu as number, r.phi as number),
      r.upper_incl as number,
    ]),
  "distributions/pnorm": (rows) =>
    rows.flatMap((r): Pair[] => [
      [normalCdf(r.z as number), r.lower as number],
      [normalCdf(-(r.z as number)), r.upper as number],
    ]),
  "distributions/qnorm": (rows) => rows.map((r) => [normalQuantile(r.p as number), r.qnorm as number]),
  "distributions/pt": (rows) =>
    rows.map((r) => [2 * studentUpperTail(Math.abs(r.t as number), r.df as number), r.two_sided_p as number]),
  // The table holds quantiles and R's own check of them: the tail at the quantile.
  "distributions/qbeta": (rows) =>
    rows.map((r) => [betaTails(r.q as number, r.a as number, r.b as number).lower, r.check as number]),
  "distributions/qgamma": (rows) => rows.map((r) => [gammaQuantile(r.p as number, r.a as number), r.q as number]),
  "distributions/qpois": (rows) => rows.map((r) => [poissonQuantile(r.p as number, r.mu as number), r.q as number]),
  "distributions/qnbinom": (rows) =>
    rows.flatMap((r): Pair[] => [
      [negativeBinomialQuantile(r.p as number, r.mu as number, r.phi as number), r.q as number],
      [negativeBinomialUpperTail(r.q as number, r.mu as number, r.phi as number), r.upper_tail_at_q as number],
    ]),
  "intervals/binomial": (rows) =>
    rows.flatMap((r): Pair[] => {
      const interval = wilson(r.x as number, r.n as number, r.conf as number);
      // At k = 0 the formula gives exactly 0; the table holds what rounding left of it.
      return [
        [interval?.low ?? Number.NaN, r.x === 0 ? 0 : (r.wilson_lo as number)],
        [interval?.high ?? Number.NaN, r.wilson_hi as number],
      ];
    }),
  "intervals/poisson_exact_garwood": (rows) =>
    rows.flatMap((r): Pair[] => {
      const interval = poissonInterval(r.x as number, r.conf as number);
      return [
        [interval?.low ?? Number.NaN, r.garwood_lo as number],
        [interval?.high ?? Number.NaN, r.garwood_hi as number],
      ];
    }),
  "fdr/p_adjust": (rows) => {
    const q = benjaminiHochberg(rows.map((r) => r.p as number));
    return rows.map((r, i) => [q[i] as number, r.BH as number]);
  },
};

function check(file: string, pairsOf: (rows: Row[]) => Pair[]): void {
  const pairs = pairsOf(readTable(file));
  expect(pairs.length).toBeGreaterThanOrEqual(10);
  const wrong = pairs.filter((pair) => !(relativeError(pair) <= TOLERANCE));
  expect(wrong).toEqual([]);
}

describe.each(Object.entries(TABLES))("%s", (table, pairsOf) => {
  test("agrees with the rows kept here", () => {
    check(path.join(import.meta.dirname, "fixture", `${path.basename(table)}.csv`), pairsOf);
  });

  const full = ["reference", ...`${table}.csv`.split("/")];
  testWith(...full)("agrees with the full table", () => check(sharedPath(...full), pairsOf));
});

test("the two tails of a negative binomial distribution add up to one", () => {
  for (const [mean, phi] of [
    [0.3, 1.2],
    [11, 1.8],
    [250, 3],
    [40, 1 + 1e-7],
  ] as const) {
    for (const y of [0, 1, 5, 40, 300]) {
      const sum = negativeBinomialCdf(y, mean, phi) + negativeBinomialUpperTail(y + 1, mean, phi);
      expect(sum).toBeCloseTo(1, 12);
    }
  }
});
