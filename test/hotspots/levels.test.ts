import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Finding } from "../../src/hotspots/assess.ts";
import { assess } from "../../src/hotspots/assess.ts";
import { judge, LEVELS, ratioAtLeast } from "../../src/hotspots/levels.ts";
import { historyStart, panelOf } from "../../src/hotspots/panel.ts";
import { shareRule } from "../../src/hotspots/share.ts";

/** A finding with the given p-values and counts; NaN: not tested. */
function finding(p: readonly number[], observed: readonly number[], expected = 10): Finding {
  const column = (value: number) => new Float64Array(p.length).fill(value);
  return {
    cell: 0,
    family: 0,
    from: 0,
    observed: Float64Array.from(observed),
    choice: [],
    expected: column(expected),
    low: column(0),
    high: column(20),
    p: Float64Array.from(p),
    phi: column(1),
  };
}

const levels = (findings: readonly Finding[]) =>
  judge(findings).map(({ level }) => [...level].map((number) => LEVELS[number]));

describe("levels", () => {
  test("watch at q ≤ 0.10, nothing above", () => {
    expect(levels([finding([0.1, 0.1001], [18, 18])])).toEqual([["watch", "none"]]);
  });

  test("a warning needs two runs in a row at q ≤ 0.05", () => {
    expect(levels([finding([0.05, 0.05, 0.05], [18, 18, 18])])).toEqual([["watch", "warning", "warning"]]);
    expect(levels([finding([0.05, 0.06, 0.05], [18, 18, 18])])).toEqual([["watch", "watch", "watch"]]);
    expect(levels([finding([0.05, Number.NaN, 0.05], [18, 18, 18])])).toEqual([["watch", "none", "watch"]]);
  });

  test("or one run with a shrunk ratio of at least 2", () => {
    expect(ratioAtLeast(32, 10, 1)).toBeGreaterThan(2);
    expect(ratioAtLeast(30, 10, 1)).toBeLessThan(2);
    expect(levels([finding([0.05, 1], [32, 10])])).toEqual([["warning", "none"]]);
    expect(levels([finding([0.05, 1], [30, 10])])).toEqual([["watch", "none"]]);
    expect(levels([finding([0.06, 1], [32, 10])])).toEqual([["watch", "none"]]);
  });

  test("fewer than five people raise nothing, and do not make the next week a second one", () => {
    expect(levels([finding([1e-6, 1e-6], [4, 5], 1)])).toEqual([["none", "watch"]]);
  });

  test("q is reckoned over all tested cells, those with few people too", () => {
    const one = finding([0.04], [18]);
    const few = finding([0.9], [2]);
    const untested = finding([Number.NaN], [2]);
    expect(judge([one, untested, untested])[0]?.q[0]).toBeCloseTo(0.04, 12);
    expect(judge([one, few, few])[0]?.q[0]).toBeCloseTo(0.12, 12);
    expect(levels([one, few, few])[0]).toEqual(["none"]);
  });

  test("each period is a family of its own", () => {
    const verdicts = judge([finding([0.04, 0.04], [18, 18]), finding([Number.NaN, 0.9], [2, 2])]);
    expect(verdicts[0]?.q[0]).toBeCloseTo(0.04, 12);
    expect(verdicts[0]?.q[1]).toBeCloseTo(0.08, 12);
  });

  test("no findings, no verdicts", () => {
    expect(judge([])).toEqual([]);
  });
});

describe("the shrunk ratio", () => {
  test("the brief's example: 42 where 11 were expected", () => {
    expect(ratioAtLeast(42, 11, 1)).toBeCloseTo(2.6, 1);
    expect(ratioAtLeast(42, 11, 1.8)).toBeCloseTo(2.2, 1);
  });

  test("it rises with the count, falls with phi, and stays below the ratio", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.double({ min: 1, max: 200, noNaN: true }),
        fc.double({ min: 1, max: 5, noNaN: true }),
        (y, e, phi) => {
          const bound = ratioAtLeast(y, e, phi);
          expect(bound).toBeGreaterThan(0);
          expect(bound).toBeLessThan(Math.max(y / e, 1));
          expect(ratioAtLeast(y + 1, e, phi)).toBeGreaterThan(bound);
          if (y > 2 * e) expect(ratioAtLeast(y, e, phi * 2)).toBeLessThan(bound);
        },
      ),
    );
  });
});

describe("panels", () => {
  test("history begins with the first usual period, not with a stray date", () => {
    expect(historyStart(Float64Array.from([0, 1, 0, 0, 40, 50, 45, 0, 60]))).toBe(4);
    expect(historyStart(Float64Array.from([5, 6, 5]))).toBe(0);
    expect(historyStart(new Float64Array(3))).toBe(3);
    expect(historyStart(new Float64Array(0))).toBe(0);
  });

  test("cells too sparse or too young have no finding", () => {
    const weeks = 60;
    const total = new Float64Array(weeks).fill(100);
    const columns = [
      Array(weeks).fill(5),
      Array(weeks).fill(0),
      Array.from({ length: weeks }, (_, t) => +(t % 9 === 0)),
    ];
    const panel = panelOf("week", total, columns);
    expect(assess(panel, 40, weeks).map(({ cell }) => cell)).toEqual([0]);
    expect(assess(panel, 0, 13)).toEqual([]);
    const young = { ...panel, start: Int32Array.from([50, 0, 0]) };
    expect(assess(young, 40, weeks)).toEqual([]);
  });

  test("weeks without any complaint are not tested and do not disturb the others", () => {
    const weeks = 60;
    const count = Array.from({ length: weeks }, (_, t) => (t >= 45 && t < 48 ? 0 : 6));
    const total = Float64Array.from(count, (n) => n * 20);
    const [found] = assess(panelOf("week", total, [count]), 40, weeks, [shareRule]);
    expect(found?.p.slice(5, 8).every(Number.isNaN)).toBe(true);
    expect(found?.expected.slice(5, 8)).toEqual(new Float64Array(3));
    expect(found?.expected[12]).toBeCloseTo(6, 10);
  });

  test("a period with less than half of its complaints in is not tested", () => {
    const weeks = 60;
    const panel = panelOf("week", new Float64Array(weeks).fill(100), [Array(weeks).fill(5)]);
    panel.completeness[58] = 0.4;
    const [found] = assess(panel, 55, weeks);
    expect([...(found?.p ?? [])].map(Number.isNaN)).toEqual([false, false, false, true, false]);
  });
});
