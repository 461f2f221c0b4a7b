import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "../../src/day.ts";
import { WorkCalendar } from "../../src/law/calendar.ts";
import { holidaysSchema, readHolidays } from "../../src/law/holidays.ts";

const calendar = new WorkCalendar(await readHolidays());

// Reckoned from the notices of the State Council by another program (../shared/brief/domain.md, section 2.3).
describe.each([
  ["2026-02-13", "2026-03-02", "2026-03-12", "2026-04-24", "2026-04-14"],
  ["2025-09-29", "2025-10-15", "2025-10-27", "2025-12-08", "2025-11-28"],
  ["2026-09-25", "2026-10-12", "2026-10-22", "2026-12-03", "2026-11-24"],
  ["2026-04-15", "2026-04-24", "2026-05-09", "2026-06-22", "2026-06-14"],
  ["2014-09-16", "2014-09-25", "2014-10-11", "2014-11-21", "2014-11-15"],
])("limits that begin on %s", (start, seven, fifteen, fortyFive, sixty) => {
  test("in working days", () => {
    expect([7, 15, 45].map((count) => calendar.addWorkingDays(start, count))).toEqual(
      [seven, fifteen, fortyFive].map((day) => ({ day, estimated: false })),
    );
  });
  test("in natural days", () => {
    expect(calendar.addNaturalDays(start, 60)).toMatchObject({ counted: sixty, estimated: false });
  });
});

test("what becomes of a last day that is not worked is told under both readings", () => {
  // An ordinary Sunday; a day within the National Day holiday, whose next day is worked though it is a Thursday.
  expect(calendar.addNaturalDays("2026-04-15", 60)).toEqual({
    counted: "2026-06-14",
    afterHoliday: "2026-06-14",
    afterDayOff: "2026-06-15",
    estimated: false,
  });
  expect(calendar.addNaturalDays("2026-08-04", 60)).toMatchObject({
    counted: "2026-10-03",
    afterHoliday: "2026-10-08",
    afterDayOff: "2026-10-08",
  });
});

test("the Saturdays and Sundays that are worked in 2026", () => {
  const worked: string[] = [];
  for (let day = "2026-01-01"; day <= "2026-12-31"; day = addDays(day, 1)) {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    if ((weekday === 0 || weekday === 6) && calendar.isWorking(day)) worked.push(day.slice(5));
  }
  expect(worked).toEqual(["01-04", "02-14", "02-28", "05-09", "09-20", "10-10"]);
});

test("each year has a notice, without a gap", () => {
  expect(calendar.years).toEqual(
    Array.from({ length: calendar.years.length }, (_, i) => String(Number(calendar.years[0]) + i)),
  );
  expect([calendar.years[0], calendar.years.at(-1)]).toEqual(["2007", "2026"]);
});

describe("a year without a notice is an estimate", () => {
  test("also where a limit only ends in it, and at the end of the year before", () => {
    expect(calendar.addWorkingDays("2026-12-01", 7).estimated).toBe(false);
    expect(calendar.addWorkingDays("2026-12-18", 7)).toEqual({ day: "2026-12-29", estimated: true });
    expect(calendar.addWorkingDays("2027-03-01", 7)).toEqual({ day: "2027-03-10", estimated: true });
    expect(calendar.addNaturalDays("2026-11-20", 60).estimated).toBe(true);
  });
  test("until the bureau adds it", async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "forewarn-law-"));
    await writeFile(
      path.join(folder, "holidays.yaml"),
      "years:\n  2027:\n    off: [2027-01-01..2027-01-03]\n    work: [2027-01-10]\n",
    );
    const own = new WorkCalendar(await readHolidays(folder));
    expect(own.addWorkingDays("2026-12-28", 8)).toEqual({ day: "2027-01-08", estimated: false });
    expect(own.addWorkingDays("2026-12-28", 9)).toEqual({ day: "2027-01-10", estimated: false });
    expect(own.addWorkingDays("2026-02-13", 7).day).toBe("2026-03-02");
  });
});

test.each([
  [{ off: ["2027-10-07..2027-10-01"], work: [] }, "a day such as"],
  [{ off: ["2027-02-30"], work: [] }, "a day such as"],
  [{ off: ["2027-10-01"], work: ["2027-10-08"] }, "no Saturday or Sunday"],
  [{ off: ["2027-10-09"], work: ["2027-10-09"] }, "both off and worked"],
  [{ off: ["2026-10-01"], work: [] }, "outside of 2027"],
])("a slip in a notice is told: %o", (year, told) => {
  const { error } = holidaysSchema.safeParse({ years: { 2027: year } });
  expect(error?.issues[0]?.message).toContain(told);
});

test("a limit never ends on its first day or on a day off, and holds so many working days", () => {
  const start = fc.integer({ min: 0, max: 7000 }).map((days) => addDays("2007-03-01", days));
  fc.assert(
    fc.property(start, fc.integer({ min: 1, max: 60 }), (first, count) => {
      const { day } = calendar.addWorkingDays(first, count);
      expect(calendar.isWorking(day)).toBe(true);
      let worked = 0;
      for (let each = addDays(first, 1); each <= day; each = addDays(each, 1)) if (calendar.isWorking(each)) worked++;
      expect(worked).toBe(count);
    }),
  );
});
