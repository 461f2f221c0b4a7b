import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededRandom } from "../../src/hotspots/random.ts";
import { chainLadder } from "../../src/stats/chain-ladder.ts";
import { digamma } from "../../src/stats/digamma.ts";
import {
  chiSquare,
  expectedPair,
  informationComponent,
  type Pair,
  proportionalReportingRatio,
  reportingOddsRatio,
} from "../../src/stats/disproportion.ts";
import { fitMixture, mixtureLoss, shrunkRatio, squash } from "../../src/stats/gamma-poisson.ts";
import { logGamma } from "../../src/stats/log-gamma.ts";
import { nelderMead } from "../../src/stats/nelder-mead.ts";
import {
  circles,
  dealCases,
  largestRatio,
  monteCarlo,
  permutationExpected,
  permuteTimes,
  type Spread,
  scanWindows,
} from "../../src/stats/scan.ts";
import { sharedPath, testWith } from "../support/shared.ts";
import { readNumbers, relativeError } from "../support/table.ts";

const reference = (...parts: string[]) => sharedPath("reference", ...parts);
const json = <T>(...parts: string[]) => JSON.parse(readFileSync(reference(...parts), "utf8")) as T;
const words = (file: string) =>
  readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));

describe("the chain ladder", () => {
  testWith("reference", "nowcast")("gives the factors, completeness and totals of the reference triangle", () => {
    const rows = readNumbers(reference("nowcast", "triangle_de_hosp.csv"));
    const increments = rows.map((row) => Array.from({ length: 31 }, (_, age) => row[`d${age}`] as number));
    const { factors, completeness } = chainLadder(increments);
    for (const row of readNumbers(reference("nowcast", "delay_de_hosp.csv"))) {
      const age = row.delay as number;
      expect(relativeError(completeness[age] as number, row.cum_completeness_chain_ladder as number)).toBeLessThan(
        1e-12,
      );
      if (age < 30) expect(relativeError(factors[age] as number, row.dev_factor as number)).toBeLessThan(1e-12);
    }
    let [error, final] = [0, 0];
    for (const [i, row] of readNumbers(reference("nowcast", "result_de_hosp.csv")).entries()) {
      const age = row.days_elapsed as number;
      const known = (increments[i] as number[]).filter((n) => !Number.isNaN(n)).reduce((sum, n) => sum + n, 0);
      const total = known / (completeness[age] as number);
      expect(relativeError(total, row.chain_ladder as number)).toBeLessThan(1e-9);
      if (age >= 7) continue;
      error += Math.abs(total - (row.final as number));
      final += row.final as number;
    }
    // The last seven days, of which about half is missing.
    expect(error / final).toBeLessThan(0.1);
  });

  test("a triangle by hand", () => {
    const { factors, completeness } = chainLadder([
      [10, 5, 5],
      [20, 10, Number.NaN],
      [30, Number.NaN, Number.NaN],
    ]);
    expect([...factors]).toEqual([1.5, 20 / 15]);
    expect(completeness[0]).toBeCloseTo(0.5, 12);
    expect(completeness[2]).toBe(1);
  });
});

describe("who stands out", () => {
  testWith("reference", "disproportionality")("every pair of the reference", () => {
    const { total_reports: all, theta } = json<{ total_reports: number; theta: Record<string, number> }>(
      "disproportionality",
      "params.json",
    );
    const prior = {
      alpha1: theta.alpha1 as number,
      beta1: theta.beta1 as number,
      alpha2: theta.alpha2 as number,
      beta2: theta.beta2 as number,
      part: theta.P as number,
    };
    const rows = readNumbers(reference("disproportionality", "caers2012_results.csv"));
    expect(rows.length).toBeGreaterThan(1_000);
    let [evans, ror, ic, eb] = [0, 0, 0, 0];
    for (const row of rows) {
      const [a, b, c] = [row.a as number, row.b as number, row.c as number];
      const pair: Pair = { both: a, row: a + b, column: a + c, all };
      const expected = expectedPair(pair);
      const close = (value: number, wanted: string, within = 1e-9) =>
        expect(relativeError(value, row[wanted] as number), `${wanted} of ${row.row}`).toBeLessThan(within);
      close(expected, "E");
      const prr = proportionalReportingRatio(pair);
      if (c > 0) {
        close(prr.value, "PRR");
        close(prr.low, "PRR_lo95");
        close(prr.high, "PRR_hi95");
      }
      const odds = reportingOddsRatio(pair);
      if (b > 0 && c > 0) {
        close(odds.value, "ROR");
        close(odds.low, "ROR_lo95");
      }
      close(chiSquare(pair, false), "chi2", 1e-8);
      close(chiSquare(pair, true), "chi2_yates", 1e-8);
      const component = informationComponent(a, expected);
      close(component.value, "IC_shrink");
      close(component.low, "IC025", 1e-8);
      const shrunk = shrunkRatio(a, expected, prior);
      close(shrunk.part, "Qn", 1e-6);
      close(shrunk.mean, "EBGM", 1e-6);
      close(shrunk.low, "EB05", 1e-6);
      close(shrunk.high, "EB95", 1e-6);
      if (prr.value >= 2 && chiSquare(pair, true) >= 4 && a >= 3) evans += 1;
      if (odds.low > 1 && a >= 3) ror += 1;
      if (component.low > 0) ic += 1;
      if (shrunk.low >= 2) eb += 1;
    }
    // The file holds a part of the pairs only, but every one of the last kind.
    expect({ evans, ror, ic, eb }).toMatchObject({ eb: 131 });
  });

  testWith("reference", "disproportionality")("the prior that the reference fits to its squashed pairs", () => {
    const { theta, negLL_squashed_at_theta: loss } = json<{
      theta: Record<string, number>;
      negLL_squashed_at_theta: number;
    }>("disproportionality", "params.json");
    const pairs = readNumbers(reference("disproportionality", "caers2012_squashed.csv")).map((row) => ({
      observed: row.N as number,
      expected: row.E as number,
      weight: row.weight as number,
    }));
    const wanted = {
      ...(theta as { alpha1: number; beta1: number; alpha2: number; beta2: number }),
      part: theta.P as number,
    };
    expect(relativeError(mixtureLoss(pairs, wanted), loss)).toBeLessThan(1e-9);
    const found = fitMixture(pairs);
    for (const name of ["alpha1", "beta1", "alpha2", "beta2", "part"] as const)
      expect(relativeError(found[name], wanted[name]), name).toBeLessThan(1e-3);
    expect(mixtureLoss(pairs, found)).toBeLessThanOrEqual(loss + 1e-9);
  });

  test("squashing keeps counts, weights and expectations", () => {
    const pairs = Array.from({ length: 1_000 }, (_, i) => ({
      observed: 1 + (i % 3),
      expected: ((i * 37) % 101) / 10 + 0.1,
      weight: 1,
    }));
    const less = squash(pairs);
    expect(less.length).toBeLessThan(450);
    const sum = (list: typeof pairs, of: (one: (typeof pairs)[number]) => number) =>
      list.reduce((all, one) => all + of(one), 0);
    expect(sum(less, (one) => one.weight)).toBe(1_000);
    expect(sum(less, (one) => one.weight * one.observed)).toBe(sum(pairs, (one) => one.observed));
    expect(sum(less, (one) => one.weight * one.expected)).toBeCloseTo(
      sum(pairs, (one) => one.expected),
      6,
    );
  });

  test("shrinking draws a few reports towards the rest, and keeps many", () => {
    const prior = { alpha1: 0.2, beta1: 0.1, alpha2: 2, beta2: 2, part: 0.1 };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.double({ min: 0.01, max: 50, noNaN: true }), (n, e) => {
        const { low, mean, high } = shrunkRatio(n, e, prior);
        expect(low).toBeLessThan(mean);
        expect(mean).toBeLessThan(high);
      }),
    );
    expect(shrunkRatio(1, 0.05, prior).mean).toBeLessThan(15);
    expect(shrunkRatio(400, 20, prior).mean).toBeCloseTo(20, 0);
  });
});

describe("where and when", () => {
  interface Known {
    nm_retrospective_kulldorff: {
      observed: number;
      expected: number;
      LLR: number;
      years: number[];
      counties: string[];
      n_zones: number;
    };
    nm_permutation: { score: number; MLC_locations: string[] };
    nm_pb_poisson: { score: number };
    nm_eb_poisson: { score: number };
    ny_leukemia: { clusters: { locids: number[]; cases: number; expected: number; LLR: number; p: number }[] };
  }

  testWith("reference", "scan")("New York's leukaemia: circles of at most a tenth of the people", () => {
    const rows = readNumbers(reference("scan", "ny_leukemia_input.csv"));
    const people = rows.map((row) => row.population as number);
    const cases = rows.map((row) => row.cases as number);
    const total = cases.reduce((sum, n) => sum + n, 0);
    const all = people.reduce((sum, n) => sum + n, 0);
    const at = (i: number) => [rows[i]?.longitude as number, rows[i]?.latitude as number] as const;
    const zones = circles(rows.length, people, (i, j) => Math.hypot(at(i)[0] - at(j)[0], at(i)[1] - at(j)[1]), {
      limit: 0.1,
    });
    const spread = { cases: [cases], expected: [people.map((n) => (total * n) / all)], zones, most: 1, alive: false };
    const found = scanWindows(spread);
    // Most likely clusters that do not overlap.
    const taken = new Set<number>();
    const apart = found.filter(({ zone }) => {
      const places = zones[zone] as Int32Array;
      if (places.some((place) => taken.has(place))) return false;
      for (const place of places) taken.add(place);
      return true;
    });
    const known = json<Known>("scan", "results.json").ny_leukemia.clusters;
    for (const [i, cluster] of known.slice(0, 3).entries()) {
      expect(apart[i]?.ratio).toBeCloseTo(cluster.LLR, 8);
      expect(apart[i]?.count).toBeCloseTo(cluster.cases, 6);
      expect([...(zones[apart[i]?.zone ?? 0] as Int32Array)]).toEqual(
        cluster.locids.map((id) => id - 1).sort((a, b) => a - b),
      );
    }
    // SaTScan's own.
    expect(apart[0]?.ratio).toBeCloseTo(11.577255, 5);
    expect(apart[1]?.ratio).toBeCloseTo(9.019716, 5);
    expect(apart.some(({ ratio }) => Math.abs(ratio - 3.209485) < 1e-5)).toBe(true);
    const random = seededRandom(3);
    const p = monteCarlo(
      11.577255,
      () => largestRatio({ ...spread, cases: dealCases(spread.expected, Math.round(total), random.uniform) }),
      {
        draws: 199,
      },
    );
    expect(p.p).toBeLessThan(0.03);
  });

  /** Counts of New Mexico as [year][county], with the counties in the order of the zones' file. */
  function newMexico(file: string, value: string) {
    const [header = ""] = readFileSync(file, "utf8").split("\n");
    const names = header.trim().split(",");
    const lines = words(file);
    const of = (line: string[], name: string) => line[names.indexOf(name)] as string;
    const counties = [...new Set(lines.map((line) => of(line, "county")))];
    const years = [...new Set(lines.map((line) => of(line, "year")))].sort();
    return {
      counties,
      years,
      rows: years.map((year) =>
        counties.map((county) =>
          Number(
            of(lines.find((line) => of(line, "year") === year && of(line, "county") === county) as string[], value),
          ),
        ),
      ),
    };
  }

  testWith("reference", "scan")("New Mexico: space-time permutation of four years, windows that end now", () => {
    const { counties, rows } = newMexico(reference("scan", "nm_1986_1989_matrix.csv"), "count");
    const list = json<(string | string[])[]>("scan", "nm_zones_knn15.json").map((zone) =>
      Int32Array.from([zone].flat(), (county) => counties.indexOf(county)),
    );
    expect(list.some((zone) => zone.includes(-1))).toBe(false);
    const known = json<Known>("scan", "results.json");
    const spread: Spread = { cases: rows, expected: permutationExpected(rows), zones: list, most: 4, alive: true };
    expect(scanWindows(spread)[0]?.ratio).toBeGreaterThan(0);
    const { rows: people } = newMexico(reference("scan", "nm_1986_1989_matrix.csv"), "population");
    const total = rows.flat().reduce((sum, n) => sum + n, 0);
    // As scanstatistics has it: every year the same number of cases, dealt out by that year's people.
    const byPeople = people.map((row) => {
      const all = row.reduce((sum, n) => sum + n, 0);
      return row.map((n) => (total / people.length) * (n / all));
    });
    const [found] = scanWindows({ ...spread, expected: byPeople });
    expect(found?.ratio).toBeCloseTo(known.nm_pb_poisson.score, 8);
    expect([...(list[found?.zone ?? 0] as Int32Array)].map((place) => counties[place])).toEqual(
      known.nm_permutation.MLC_locations,
    );
    const { rows: usual } = newMexico(reference("scan", "nm_1986_1989_matrix.csv"), "ebp_baseline");
    // Expectation-based: nothing outside the window counts.
    const eb = list.flatMap((zone) =>
      [1, 2, 3, 4].map((length) => {
        let [count, mean] = [0, 0];
        for (let t = 4 - length; t < 4; t++)
          for (const place of zone) {
            count += rows[t]?.[place] as number;
            mean += usual[t]?.[place] as number;
          }
        return count > mean ? count * Math.log(count / mean) + mean - count : 0;
      }),
    );
    expect(Math.max(...eb)).toBeCloseTo(known.nm_eb_poisson.score, 8);
  });

  testWith("reference", "scan")("New Mexico: every window of nineteen years", () => {
    const counts = newMexico(reference("scan", "nm_counts.csv"), "count");
    const { rows: people } = newMexico(reference("scan", "nm_counts.csv"), "population");
    const known = json<Known>("scan", "results.json").nm_retrospective_kulldorff;
    const total = counts.rows.flat().reduce((sum, n) => sum + n, 0);
    const all = people.flat().reduce((sum, n) => sum + n, 0);
    // Circles round the county seats, on a globe, of at most half of the people.
    const names = readFileSync(reference("scan", "nm_geo.csv"), "utf8").split("\n")[0]?.trim().split(",") ?? [];
    const seats = new Map(
      words(reference("scan", "nm_geo.csv")).map((line) => [
        line[names.indexOf("county")] as string,
        [Number(line[names.indexOf("seat_long")]), Number(line[names.indexOf("seat_lat")])] as const,
      ]),
    );
    const far = (i: number, j: number) => {
      const [[x, y], [u, v]] = [i, j].map((place) =>
        (seats.get(counts.counties[place] as string) ?? [0, 0]).map((degrees) => (degrees * Math.PI) / 180),
      ) as [[number, number], [number, number]];
      return Math.asin(Math.sqrt(Math.sin((v - y) / 2) ** 2 + Math.cos(y) * Math.cos(v) * Math.sin((u - x) / 2) ** 2));
    };
    const weight = counts.counties.map((_, place) => people.reduce((sum, row) => sum + (row[place] as number), 0));
    const zones = circles(counts.counties.length, weight, far, { limit: 0.5 });
    expect(zones).toHaveLength(known.n_zones);
    const expected = people.map((row) => row.map((n) => (total * n) / all));
    const spread: Spread = { cases: counts.rows, expected, zones, most: 9, alive: false };
    const [best] = scanWindows(spread);
    expect([...(zones[best?.zone ?? 0] as Int32Array)].map((place) => counts.counties[place]).sort()).toEqual(
      [...known.counties].sort(),
    );
    expect([Number(counts.years[best?.from ?? 0]), Number(counts.years[best?.to ?? 0])]).toEqual(known.years);
    expect(best?.count).toBe(known.observed);
    expect(relativeError(best?.expected ?? 0, known.expected)).toBeLessThan(1e-9);
    expect(relativeError(best?.ratio ?? 0, known.LLR)).toBeLessThan(1e-9);
    const random = seededRandom(4);
    const draw = () => largestRatio({ ...spread, cases: dealCases(expected, total, random.uniform) });
    // 0.009 by 999 draws.
    expect(monteCarlo(best?.ratio ?? 0, draw, { draws: 199 }).p).toBeLessThan(0.03);
  });

  test("dealing cases out keeps the sums that it has to keep", () => {
    const random = seededRandom(8);
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 4, maxLength: 4 }), {
          minLength: 1,
          maxLength: 6,
        }),
        (cases) => {
          const dealt = permuteTimes(cases, random.uniform);
          const sums = (rows: readonly ArrayLike<number>[]) => ({
            rows: rows.map((row) => Array.from(row).reduce((a, b) => a + b, 0)),
            places: [0, 1, 2, 3].map((place) => rows.reduce((sum, row) => sum + (row[place] as number), 0)),
          });
          expect(sums(dealt)).toEqual(sums(cases));
          const expected = permutationExpected(cases);
          for (const [i, sum] of sums(expected).rows.entries())
            expect(sum).toBeCloseTo(sums(cases).rows[i] as number, 9);
        },
      ),
    );
    expect(
      dealCases(
        [
          [1, 0],
          [3, 0],
        ],
        100,
        random.uniform,
      ).map((row) => row[1]),
    ).toEqual([0, 0]);
  });

  test("a cluster is found, and a quiet county has none", () => {
    const random = seededRandom(2);
    const quiet = Array.from({ length: 12 }, () => Array.from({ length: 9 }, () => random.poisson(4)));
    const distance = (i: number, j: number) => Math.hypot((i % 3) - (j % 3), Math.floor(i / 3) - Math.floor(j / 3));
    const zones = circles(9, Array(9).fill(1), distance);
    const test_ = (cases: number[][]) => {
      const spread = { cases, expected: permutationExpected(cases), zones, most: 4, alive: true };
      const [best] = scanWindows(spread);
      const draw = () => largestRatio({ ...spread, cases: permuteTimes(cases, random.uniform) });
      return { best, p: monteCarlo(best?.ratio ?? 0, draw, { draws: 199 }).p, zone: zones[best?.zone ?? 0] };
    };
    expect(test_(quiet).p).toBeGreaterThan(0.05);
    const raised = quiet.map((row, t) => row.map((n, place) => (t >= 10 && place === 4 ? n + 12 : n)));
    const found = test_(raised);
    expect(found.p).toBeLessThan(0.02);
    expect([...(found.zone ?? [])]).toContain(4);
    expect(found.best).toMatchObject({ from: 10, to: 11 });
  });

  test("a p-value far from small stops early", () => {
    expect(monteCarlo(1, () => 2, { draws: 999, enough: 50 })).toEqual({ p: 1, draws: 50 });
    expect(monteCarlo(3, () => 2)).toEqual({ p: 0.001, draws: 999 });
  });
});

test("digamma is the slope of log Γ", () => {
  expect(digamma(1)).toBeCloseTo(-0.5772156649015329, 13);
  expect(digamma(0.5)).toBeCloseTo(-1.9635100260214235, 13);
  for (const x of [0.1, 1.7, 9, 250])
    expect(digamma(x)).toBeCloseTo((logGamma(x + 1e-5) - logGamma(x - 1e-5)) / 2e-5, 4);
  expect(digamma(0)).toBeNaN();
});

test("Nelder and Mead's simplex finds Rosenbrock's valley", () => {
  const { at } = nelderMead(([x = 0, y = 0]) => (1 - x) ** 2 + 100 * (y - x * x) ** 2, [-1.2, 1]);
  expect(at[0]).toBeCloseTo(1, 4);
  expect(at[1]).toBeCloseTo(1, 4);
});
