import { describe, expect, test } from "vitest";
import { PUBLIC_GRIDS, PUBLIC_TABLES } from "../../src/disclosure/allow.ts";
import { marginSums, periodParts, placeKey } from "../../src/disclosure/margins.ts";
import { standardPeriods } from "../../src/measures/period.ts";

describe("periods", () => {
  const parts = periodParts(standardPeriods("2024-02-10", "2026-08-31").filter(({ to }) => to <= "2026-08-31"));
  test.each([
    ["2025", ["2025-H1", "2025-H2"]],
    ["2025-H1", ["2025-Q1", "2025-Q2"]],
    ["2025-Q2", ["2025-04", "2025-05", "2025-06"]],
    // the records begin in February
    ["2024-Q1", ["2024-02", "2024-03"]],
    ["ytd:2026-08-31", ["2026-H1", "2026-07", "2026-08"]],
  ])("%s is made of %j", (period, expected) => {
    expect(parts.get(period)).toEqual(expected);
  });
  test("months are made of nothing published", () => {
    expect(parts.has("2025-04")).toBe(false);
  });
});

describe("sums", () => {
  const place = (period: string, groups: Record<string, string> = {}) => ({ period, groups });
  test("a place is the same whatever the order of its dimensions, and with all named or not", () => {
    expect(placeKey(place("2025", { problem: "P1", category: "G1" }))).toBe(
      placeKey(place("2025", { category: "G1", problem: "P1", region: "" })),
    );
    expect(placeKey(place("2025", { category: "G1" }))).not.toBe(placeKey(place("2025", { problem: "G1" })));
  });
  test("over each dimension and over time, of what is published only", () => {
    const places = [
      place("2025-Q1"),
      place("2025-Q1", { category: "G1" }),
      place("2025-Q1", { category: "G2" }),
      place("2025-Q1", { category: "G1", problem: "P1" }),
      place("2025-01"),
      place("2025-01", { category: "G1" }),
    ];
    const key = (period: string, groups?: Record<string, string>) => placeKey(place(period, groups));
    const sums = marginSums(places, new Map([["2025-Q1", ["2025-01", "2025-02"]]]));
    expect(sums).toHaveLength(5);
    expect(sums).toEqual(
      expect.arrayContaining([
        { total: key("2025-Q1"), parts: [key("2025-Q1", { category: "G1" }), key("2025-Q1", { category: "G2" })] },
        { total: key("2025-Q1", { category: "G1" }), parts: [key("2025-Q1", { category: "G1", problem: "P1" })] },
        { total: key("2025-01"), parts: [key("2025-01", { category: "G1" })] },
        { total: key("2025-Q1"), parts: [key("2025-01")] },
        { total: key("2025-Q1", { category: "G1" }), parts: [key("2025-01", { category: "G1" })] },
      ]),
    );
  });
});

describe("the allow list", () => {
  test("holds no unit, no channel, and no report below the county", () => {
    const dims = new Set([
      ...PUBLIC_GRIDS.flatMap((grid) => grid.dims),
      ...PUBLIC_TABLES.flatMap(({ dims }) => Object.keys(dims)),
    ]);
    expect([...dims].toSorted()).toEqual(["band", "category", "problem", "region", "whole"]);
    for (const { measures, dims: split } of PUBLIC_TABLES) {
      if (measures.some((id) => id.startsWith("report"))) expect(Object.keys(split)).toEqual(["whole"]);
    }
  });
  test("a measure is in one table", () => {
    const ids = PUBLIC_TABLES.flatMap(({ measures }) => measures);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
