import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "../../src/day.ts";
import { ForewarnError } from "../../src/errors.ts";
import { parsePeriod, standardPeriods, windowOf, yearBefore } from "../../src/measures/period.ts";

describe("names of periods", () => {
  test.each([
    ["2026-10", "month", "2026-10-01", "2026-10-31"],
    ["2024-02", "month", "2024-02-01", "2024-02-29"],
    ["2026-Q3", "quarter", "2026-07-01", "2026-09-30"],
    ["2026-H1", "half", "2026-01-01", "2026-06-30"],
    ["2026-H2", "half", "2026-07-01", "2026-12-31"],
    ["2026", "year", "2026-01-01", "2026-12-31"],
    ["ytd:2026-09-30", "ytd", "2026-01-01", "2026-09-30"],
    ["2026-01-01..2026-09-30", "range", "2026-01-01", "2026-09-30"],
    [" 2026-10 ", "month", "2026-10-01", "2026-10-31"],
  ])("%s", (text, grain, from, to) => {
    expect(parsePeriod(text)).toEqual({ grain, label: text.trim(), from, to });
  });

  test.each([
    "",
    "2026-13",
    "2026-00",
    "2026-1",
    "2026-Q5",
    "2026-Q0",
    "2026-H3",
    "2026-Q03",
    "26",
    "ytd",
    "ytd:2026-02-29",
    "2026-02-30..2026-03-01",
    "2026-03-02..2026-03-01",
    "2026-01-01..2026-01-02..2026-01-03",
    "0206-01-01..2026-01-01",
    "last month",
  ])("%j is refused and the right forms are named", (text) => {
    let error: unknown;
    try {
      parsePeriod(text);
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(ForewarnError);
    expect((error as ForewarnError).exitCode).toBe(2);
    expect((error as ForewarnError).explain("en")).toContain("2026-Q3");
  });
});

describe("the same days one year before", () => {
  test.each([
    // a month's end goes with the month's end, so that no 29 February is lost or counted twice
    ["2025-02-01", "2025-02-28", "2024-02-01", "2024-02-29"],
    ["2024-02-01", "2024-02-29", "2023-02-01", "2023-02-28"],
    ["2025-01-01", "2025-02-28", "2024-01-01", "2024-02-29"],
    ["2024-01-01", "2024-02-28", "2023-01-01", "2023-02-28"],
    ["2024-02-29", "2024-03-05", "2023-02-28", "2023-03-05"],
    ["2024-02-29", "2024-02-29", "2023-02-28", "2023-02-28"],
    ["2026-01-01", "2026-09-17", "2025-01-01", "2025-09-17"],
    ["2026-10-01", "2026-10-31", "2025-10-01", "2025-10-31"],
  ])("%s to %s", (from, to, previousFrom, previousTo) => {
    expect(yearBefore(from, to)).toEqual({ from: previousFrom, to: previousTo });
  });

  test("the parts of a year are compared with the parts of the year before", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2060 }), fc.constantFrom("month", "quarter", "half"), (year, grain) => {
        const parts = standardPeriods(`${year}-01-01`, `${year}-12-31`).filter((period) => period.grain === grain);
        const before = parts.map(({ from, to }) => yearBefore(from, to));
        expect(before[0]?.from).toBe(`${year - 1}-01-01`);
        expect(before.at(-1)?.to).toBe(`${year - 1}-12-31`);
        for (const [index, next] of before.slice(1).entries()) {
          expect(next.from).toBe(addDays(before[index]?.to as string, 1));
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("a period that has not ended", () => {
  test("is counted to the as-of date and compared with the same days", () => {
    const window = windowOf(parsePeriod("2026-10"), "2026-10-15");
    expect(window).toMatchObject({
      to: "2026-10-15",
      complete: false,
      previous: { from: "2025-10-01", to: "2025-10-15" },
    });
  });
  test("is complete on its last day", () => {
    expect(windowOf(parsePeriod("2026-10"), "2026-10-31").complete).toBe(true);
    expect(windowOf(parsePeriod("2026-10"), "2026-10-30").complete).toBe(false);
  });
  test("that has not begun is refused", () => {
    expect(() => windowOf(parsePeriod("2026-11"), "2026-10-31")).toThrow(ForewarnError);
  });
});

test("standard periods cover the span once in each grain", () => {
  const labels = standardPeriods("2025-11-20", "2026-02-03").map(({ label }) => label);
  expect(labels).toEqual([
    "2025-11",
    "2025-12",
    "2026-01",
    "2026-02",
    "2025-Q4",
    "2026-Q1",
    "2025-H2",
    "2026-H1",
    "2025",
    "2026",
    "ytd:2026-02-03",
  ]);
});
