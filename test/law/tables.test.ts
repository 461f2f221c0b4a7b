import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Duck, openDuck } from "../../src/duck/open.ts";
import { WorkCalendar } from "../../src/law/calendar.ts";
import { readHolidays } from "../../src/law/holidays.ts";
import { limitOn, readLaw, type Step, standingOn, stretchesOf } from "../../src/law/rules.ts";
import { createLawTables } from "../../src/law/tables.ts";

const law = await readLaw();
const holidays = await readHolidays();
const calendar = new WorkCalendar(holidays);
let duck: Duck;
beforeAll(async () => {
  duck = await openDuck();
});
afterAll(() => duck.close());

describe("which rule stands", () => {
  test.each([
    ["acceptance", "2014-03-14", []],
    ["mediation", "2014-03-15", ["saic-62"]],
    ["mediation", "2019-12-31", ["saic-62"]],
    ["mediation", "2020-01-01", ["samr-20"]],
    ["mediation", "2024-06-30", ["samr-20"]],
    ["mediation", "2024-07-01", ["samr-20", "regulation-2024"]],
    ["mediation", "2026-04-14", ["samr-20", "regulation-2024"]],
    ["mediation", "2026-04-15", ["samr-121"]],
    ["report_check", "2019-12-31", []],
    ["report_check", "2024-07-01", ["samr-20"]],
  ] as const)("for %s on %s", (step, day, rules) => {
    expect(standingOn(law, step, day).map(({ rule }) => rule.id)).toEqual(rules);
  });

  test("where two stand, the settings choose, and only there", () => {
    const chosen = (day: string, overlap: string) => limitOn(law, "mediation", day, overlap)?.rule.id;
    expect(chosen("2025-01-01", "samr-20")).toBe("samr-20");
    expect(chosen("2025-01-01", "regulation-2024")).toBe("regulation-2024");
    expect(chosen("2026-05-01", "samr-20")).toBe("samr-121");
  });

  test("each day of a stretch has the limit of that day", () => {
    const stretches = stretchesOf(law, "mediation", "regulation-2024", "2010-01-01", "2027-01-01");
    expect(stretches.map(({ from, to, rule, count, days }) => [from, to, rule, count, days])).toEqual([
      ["2014-03-15", "2019-12-31", "saic-62", 60, "natural"],
      ["2020-01-01", "2024-06-30", "samr-20", 45, "working"],
      ["2024-07-01", "2026-04-14", "regulation-2024", 60, "natural"],
      ["2026-04-15", "2027-01-01", "samr-121", 60, "natural"],
    ]);
  });
});

interface Row {
  step: Step;
  start: string;
  due: string;
  rule: string;
  stops_for: string | null;
  estimated: boolean;
}

describe.each([
  ["regulation-2024", "holiday"],
  ["samr-20", "day_off"],
] as const)("the tables say for every day what the calendar says: %s, %s", (overlap, rollover) => {
  test("from before the first rule to beyond the last notice", async () => {
    await createLawTables(duck, { holidays, law, overlap, rollover, from: "2013-12-01", to: "2027-06-30" });
    const rows = await duck.rows<Row>(
      "SELECT step, CAST(start AS VARCHAR) AS start, CAST(due AS VARCHAR) AS due, rule, stops_for, estimated FROM law_due ORDER BY step, start",
    );
    const expected = rows.map(({ step, start }) => {
      const { rule, limit } = limitOn(law, step, start, overlap) as NonNullable<ReturnType<typeof limitOn>>;
      const stops_for = limit.stopsFor ?? null;
      if (limit.days === "working") {
        const { day, estimated } = calendar.addWorkingDays(start, limit.count);
        return { step, start, due: day, rule: rule.id, stops_for, estimated };
      }
      const { afterHoliday, afterDayOff, estimated } = calendar.addNaturalDays(start, limit.count);
      return {
        step,
        start,
        due: rollover === "holiday" ? afterHoliday : afterDayOff,
        rule: rule.id,
        stops_for,
        estimated,
      };
    });
    expect(rows).toEqual(expected);
    // One row for each day with a limit: from 2014-03-15 and from 2020-01-01 to the end.
    expect(rows.filter(({ step }) => step === "acceptance")).toHaveLength(4856);
    expect(rows.filter(({ step }) => step === "report_check")).toHaveLength(2738);
  });
});
