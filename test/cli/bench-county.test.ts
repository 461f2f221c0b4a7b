import { expect, test } from "vitest";
import { compare, type Injected, isOf } from "../../src/cli/bench-county.ts";

const RISE: Injected = {
  id: "H1",
  category: "G0401",
  problem: "P09",
  township: "R2",
  start: "2024-03-04",
  end: "2024-04-14",
};
const flag = (category: string | null, problem: string | null, region: string | null, from: string, to: string) => ({
  category,
  problem,
  region,
  from,
  to,
});

test.each([
  ["the cell itself", flag("G0401", "P09", "R2", "2024-03-04", "2024-03-10"), true],
  ["its group", flag("G04", "P09", null, "2024-04-08", "2024-04-14"), true],
  ["its problem alone", flag(null, "P09", null, "2024-03-11", "2024-03-17"), true],
  ["the month that it ends in", flag("G04", null, null, "2024-04-01", "2024-04-30"), true],
  ["another problem", flag("G0401", "P01", null, "2024-03-11", "2024-03-17"), false],
  ["another group", flag("G05", "P09", null, "2024-03-11", "2024-03-17"), false],
  ["another township", flag("G04", "P09", "R3", "2024-03-11", "2024-03-17"), false],
  ["the week before", flag("G0401", "P09", "R2", "2024-02-26", "2024-03-03"), false],
  ["the week after", flag("G0401", "P09", "R2", "2024-04-15", "2024-04-21"), false],
])("a flag of %s", (_, one, expected) => {
  expect(isOf(one, RISE)).toBe(expected);
});

test("weeks to find count from the beginning to the end of the first flagged week", () => {
  const other = { ...RISE, id: "H2", category: "S01", problem: "P01", township: null };
  const flags = [
    flag("G04", "P09", null, "2024-03-18", "2024-03-24"),
    flag("G0401", "P09", null, "2024-03-11", "2024-03-17"),
    flag("G07", null, null, "2024-03-11", "2024-03-17"),
  ];
  expect(compare(flags, [RISE, other])).toEqual({
    rises: [
      { id: "H1", weeks: 1 },
      { id: "H2", weeks: null },
    ],
    flags: 3,
    wrong: 1,
  });
});
