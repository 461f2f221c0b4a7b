import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeBoundaries } from "../../src/demo/boundaries.ts";
import { dayOf, isoMoment, workingDay } from "../../src/demo/calendar.ts";
import { moneyCell } from "../../src/demo/cells.ts";
import { TOWNSHIPS } from "../../src/demo/county.ts";
import { exp, seeded } from "../../src/demo/draw.ts";

type Point = readonly [number, number];
interface Boundaries {
  readonly features: readonly {
    readonly properties: { readonly code: string };
    readonly geometry: { readonly coordinates: readonly [readonly Point[]] };
  }[];
}

/** Twice the signed area: positive for a counterclockwise ring. */
const area = (ring: readonly Point[]) =>
  ring.slice(1).reduce((sum, [x, y], i) => sum + (ring[i] as Point)[0] * y - x * (ring[i] as Point)[1], 0);

const edges = (ring: readonly Point[]) => ring.slice(1).map((to, i) => [ring[i] as Point, to] as const);

function crosses([a, b]: readonly [Point, Point], [c, d]: readonly [Point, Point]): boolean {
  const side = (p: Point, q: Point, r: Point) =>
    Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]));
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

describe("the boundaries", () => {
  const make = (seed: number) => makeBoundaries(seeded(seed, 9)) as Boundaries;

  test("are one polygon for each township, closed and counterclockwise", () => {
    const { features } = make(1);
    expect(features.map(({ properties }) => properties.code)).toEqual(TOWNSHIPS.map(({ code }) => code));
    for (const { geometry } of features) {
      const [ring] = geometry.coordinates;
      expect(ring.length).toBeGreaterThan(10);
      expect(ring[0]).toEqual(ring.at(-1));
      expect(area(ring)).toBeGreaterThan(0);
    }
  });

  test("neither cross nor overlap, and neighbours share the points of their border, for any seed", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        const rings = make(seed).features.map(({ geometry }) => geometry.coordinates[0]);
        const all = rings.flatMap(edges);
        for (const [i, one] of all.entries())
          for (const other of all.slice(i + 1)) expect(crosses(one, other)).toBe(false);
        // An inner edge runs once each way. What is left is the outline, whose area is that of all townships together.
        const key = (from: Point, to: Point) => `${from} ${to}`;
        const directed = new Map(all.map(([from, to]) => [key(from, to), [from, to] as const]));
        expect(directed.size).toBe(all.length);
        const outer = all.filter(([from, to]) => !directed.has(key(to, from)));
        expect(all.length - outer.length).toBe(2 * 17 * 4);
        const outline = outer.reduce((sum, [from, to]) => sum + from[0] * to[1] - to[0] * from[1], 0);
        expect(outline).toBeCloseTo(
          rings.reduce((sum, ring) => sum + area(ring), 0),
          9,
        );
      }),
      { numRuns: 10 },
    );
  });
});

/** Reads an amount as a careful clerk would: the unit in the cell counts before the column's. */
function readMoney(cell: string, unit: "元" | "万元"): number {
  const half = cell.normalize("NFKC").replaceAll(/[¥,]/gu, "");
  const match = /^(\d+)(?:\.(\d+))?(元|万元)?$/u.exec(half);
  if (!match) throw new TypeError(`no amount: ${cell}`);
  const [, whole = "", fraction = "", own] = match;
  const places = (own ?? unit) === "万元" ? 6 : 2;
  if (fraction.length > places) throw new TypeError(`too many places: ${cell}`);
  return Number(whole + fraction.padEnd(places, "0"));
}

describe("cells of money", () => {
  test("say the same to the cent, however they are written", () => {
    const unit = fc.constantFrom("元" as const, "万元" as const);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_99 }), fc.nat(1_000_000), unit, (fen, style, column) => {
        expect(readMoney(moneyCell(fen, style, column), column)).toBe(fen);
      }),
      { numRuns: 2_000 },
    );
  });

  test("are written in all ways", () => {
    const ways = Array.from({ length: 100 }, (_, style) => moneyCell(125_050, style, "元"));
    expect(new Set(ways)).toEqual(
      new Set(["1250.50", "1,250.50", "￥1250.50", "1250.50元", "0.12505万元", "１２５０．５０"]),
    );
    expect(moneyCell(125_050, 0, "万元")).toBe("0.12505");
    expect(moneyCell(100, 0, "万元")).toBe("0.0001");
    expect(moneyCell(20_000_000, 0, "万元")).toBe("20");
  });
});

describe("draws", () => {
  test("the exponential function needs no engine", () => {
    for (const x of [-20, -3.5, -0.1, 0, 0.001, 1, 2.5, 7]) {
      expect(exp(x) / Math.exp(x)).toBeCloseTo(1, 9);
    }
  });

  test("have the means and spreads that they say", () => {
    const draw = seeded(7, 0);
    const sample = <T>(make: () => T) => Array.from({ length: 20_000 }, make);
    const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
    for (const lambda of [0.05, 2, 35]) {
      const counts = sample(() => draw.poisson(lambda));
      expect(Math.abs(mean(counts) - lambda)).toBeLessThan(5 * Math.sqrt(lambda / 20_000));
      const variance = mean(counts.map((count) => (count - lambda) ** 2));
      expect(variance / lambda).toBeGreaterThan(0.9);
      expect(variance / lambda).toBeLessThan(1.1);
    }
    const amounts = sample(() => draw.spread(300, 0.9)).sort((a, b) => a - b);
    expect((amounts[10_000] as number) / 300).toBeCloseTo(1, 1);
    const picks = sample(() => draw.weighted([1, 0, 3]));
    expect(picks).not.toContain(1);
    expect(mean(picks.map((pick) => (pick === 2 ? 1 : 0)))).toBeCloseTo(0.75, 1);
  });

  test("streams of one seed differ, and the same stream repeats", () => {
    const first = (seed: number, stream: number) => {
      const draw = seeded(seed, stream);
      return Array.from({ length: 5 }, () => draw.uniform());
    };
    expect(first(1, 1)).toEqual(first(1, 1));
    expect(first(1, 1)).not.toEqual(first(1, 2));
    expect(first(1, 1)).not.toEqual(first(2, 1));
  });
});

describe("days", () => {
  test("are told without a zone", () => {
    expect(dayOf("1970-01-01")).toBe(0);
    expect(isoMoment(dayOf("2024-02-29") * 86_400 + 86_399)).toBe("2024-02-29 23:59:59");
  });

  test("offices are closed on weekends and at Spring Festival", () => {
    expect(workingDay(dayOf("2026-02-17"))).toBe(dayOf("2026-02-24"));
    expect(workingDay(dayOf("2025-06-07"))).toBe(dayOf("2025-06-09"));
    expect(workingDay(dayOf("2025-06-10"))).toBe(dayOf("2025-06-10"));
  });
});
