import path from "node:path";
import { describe, expect, test } from "vitest";
import { benjaminiHochberg, benjaminiYekutieli } from "../../src/stats/benjamini-hochberg.ts";
import { betaTails } from "../../src/stats/beta.ts";
import { clopperPearson } from "../../src/stats/clopper-pearson.ts";
import { gammaTails } from "../../src/stats/gamma.ts";
import { gammaQuantile } from "../../src/stats/gamma-quantile.ts";
import { logGamma } from "../../src/stats/log-gamma.ts";
import {
  negativeBinomialCdf,
  negativeBinomialQuantile,
  negativeBinomialUpperTail,
} from "../../src/stats/negative-binomial.ts";
import { normalCdf, normalQuantile } from "../../src/stats/normal.ts";
import { orderStatisticRanks } from "../../src/stats/order-statistic.ts";
import { poissonCdf, poissonQuantile, poissonUpperTail } from "../../src/stats/poisson.ts";
import { poissonInterval } from "../../src/stats/poisson-interval.ts";
import { poissonTwoSample } from "../../src/stats/poisson-two-sample.ts";
import { studentUpperTail } from "../../src/stats/student.ts";
import { fisher, newcombe } from "../../src/stats/two-proportions.ts";
import { type Interval, wilson } from "../../src/stats/wilson.ts";
import { sharedPath, testWith } from "../support/shared.ts";
import { type Row, readNumbers } from "../support/table.ts";

/** A computed and a wanted figure. */
type Pair = readonly [computed: number, wanted: number];

/** Relative error that every figure has to keep to. */
const TOLERANCE = 3e-12;
/** The same, at counts of millions. */
const TOLERANCE_LARGE = 1e-10;
/** Below this a double has fewer digits than the tolerance asks for. */
const SUBNORMAL = 1e-307;

function relativeError([computed, wanted]: Pair): number {
  if (Object.is(computed, wanted) || computed === wanted) return 0;
  if (Math.abs(wanted) < SUBNORMAL) return Math.abs(computed - wanted) < SUBNORMAL ? 0 : Number.POSITIVE_INFINITY;
  return Math.abs(computed - wanted) / Math.abs(wanted);
}

function bounds(interval: Interval | null, low: number | undefined, high: number | undefined): Pair[] {
  if (interval === null) throw new Error("no interval");
  return [
    [interval.low, low as number],
    [interval.high, high as number],
  ];
}

/** The table has a coverage only where both ranks exist; where one is missing, ours is that of the half-open interval. */
function rankPairs(r: Row, q: number): Pair[] {
  const ranks = orderStatisticRanks(r.n as number, q, r.conf as number);
  const both = !Number.isNaN(r.rank_lo) && !Number.isNaN(r.rank_hi);
  return [
    [ranks?.low ?? Number.NaN, r.rank_lo as number],
    [ranks?.high ?? Number.NaN, r.rank_hi as number],
    ...(both ? [[ranks?.coverage ?? Number.NaN, r.coverage as number] as const] : []),
  ];
}

function ratePairs(r: Row): Pair[] {
  const test = poissonTwoSample(r.x1 as number, r.x2 as number, r.t1 as number, r.t2 as number);
  return [
    ...bounds(test, r.lo95, r.hi95),
    [test?.pTwoSided ?? Number.NaN, r.p_two_sided as number],
    [test?.pGreater ?? Number.NaN, r.p_greater as number],
  ];
}

function fisherPairs(r: Row): Pair[] {
  const test = fisher(r.x1 as number, r.n1 as number, r.x2 as number, r.n2 as number);
  return [
    [test?.twoSided ?? Number.NaN, r.fisher_two as number],
    [test?.greater ?? Number.NaN, r.fisher_greater as number],
  ];
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
        ...bounds(clopperPearson(r.x as number, r.n as number, r.conf as number), r.cp_lo, r.cp_hi),
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
  "intervals/median_order_statistic_ranks": (rows) => rows.flatMap((r) => rankPairs(r, 0.5)),
  "intervals/quantile_order_statistic_ranks": (rows) => rows.flatMap((r) => rankPairs(r, r.q as number)),
  "intervals/poisson_two_sample": (rows) =>
    rows.flatMap((r): Pair[] => [
      ...ratePairs(r),
      [
        poissonTwoSample(r.x1 as number, r.x2 as number, r.t1 as number, r.t2 as number)?.ratio ?? 0,
        r.rate_ratio as number,
      ],
    ]),
  "intervals/two_proportions": (rows) =>
    rows.flatMap((r): Pair[] => [
      ...fisherPairs(r),
      ...bounds(newcombe(r.x1 as number, r.n1 as number, r.x2 as number, r.n2 as number), r.newcombe_lo, r.newcombe_hi),
    ]),
  "fdr/p_adjust": (rows) => {
    const q = benjaminiHochberg(rows.map((r) => r.p as number));
    const dependent = benjaminiYekutieli(rows.map((r) => r.p as number));
    return rows.flatMap((r, i): Pair[] => [
      [q[i] as number, r.BH as number],
      [dependent[i] as number, r.BY as number],
    ]);
  },
};

function check(file: string, pairsOf: (rows: Row[]) => Pair[], tolerance = TOLERANCE): void {
  const pairs = pairsOf(readNumbers(file));
  expect(pairs.length).toBeGreaterThanOrEqual(10);
  const wrong = pairs.filter((pair) => !(relativeError(pair) <= tolerance));
  expect(wrong).toEqual([]);
}

const fixture = (name: string) => path.join(import.meta.dirname, "fixture", `${name}.csv`);

describe.each(Object.entries(TABLES))("%s", (table, pairsOf) => {
  test("agrees with the rows kept here", () => {
    check(fixture(path.basename(table)), pairsOf);
  });

  const full = ["reference", ...`${table}.csv`.split("/")];
  testWith(...full)("agrees with the full table", () => check(sharedPath(...full), pairsOf));
});

describe("counts of millions", () => {
  test("two rates", () => {
    check(fixture("poisson_two_sample_large"), (rows) => rows.flatMap(ratePairs), TOLERANCE_LARGE);
  });

  test("two shares", () => {
    check(fixture("two_proportions_large"), (rows) => rows.flatMap(fisherPairs), TOLERANCE_LARGE);
  });
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
