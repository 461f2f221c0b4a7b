import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Duck } from "../../src/duck/open.ts";
import { ForewarnError } from "../../src/errors.ts";
import { createFacts } from "../../src/measures/facts.ts";
import { insertCases, insertTickets, MADE_UP_TAXONOMY, type MadeUpTicket, makeWarehouse } from "./made-up.ts";

const complaint = { kind: "complaint", registered_at: "2026-03-02 09:00:00" } as const;
const report = { kind: "report", registered_at: "2026-03-02 09:00:00" } as const;

/** What is known of each ticket on 30 June 2026: its steps as letters (Accepted, Refused, Concluded, Filed). */
const CASES: readonly (readonly [string, MadeUpTicket, string])[] = [
  ["just registered", { ...complaint, status: "registered" }, ""],
  ["waiting for acceptance", { ...complaint, status: "assigned", acceptance: "pending" }, ""],
  ["in progress", { ...complaint, status: "in_progress" }, "A"],
  ["in progress after it waited", { ...complaint, status: "in_progress", acceptance: "pending" }, "A"],
  ["suspended", { ...complaint, status: "suspended" }, "A"],
  ["accepted by its mark alone", { ...complaint, acceptance: "accepted" }, "A"],
  ["accepted by its date alone", { ...complaint, accepted_at: "2026-03-04" }, "A"],
  ["accepted after the as-of date", { ...complaint, accepted_at: "2026-07-01", status: "in_progress" }, ""],
  ["concluded by status", { ...complaint, status: "concluded" }, "AC"],
  ["archived", { ...complaint, status: "archived", outcome: "no_agreement" }, "AC"],
  ["concluded by date alone", { ...complaint, concluded_at: "2026-04-01" }, "AC"],
  ["concluded after the as-of date", { ...complaint, status: "concluded", concluded_at: "2026-07-01" }, "A"],
  ["agreement while the status is old", { ...complaint, status: "assigned", outcome: "agreement" }, "AC"],
  ["refused by its mark", { ...complaint, status: "concluded", acceptance: "refused" }, "RC"],
  ["refused by its outcome", { ...complaint, status: "concluded", outcome: "not_accepted" }, "RC"],
  [
    "found out of scope after acceptance",
    { ...complaint, status: "concluded", outcome: "not_accepted", accepted_at: "2026-03-04" },
    "AC",
  ],
  ["refused and opened again", { ...complaint, status: "in_progress", acceptance: "refused" }, "A"],
  ["refused, opened again, mediated", { ...complaint, acceptance: "refused", outcome: "agreement" }, "AC"],
  ["refused after the as-of date", { ...complaint, acceptance: "refused", concluded_at: "2026-07-02" }, ""],
  ["handed on", { ...complaint, status: "concluded", outcome: "referred" }, "C"],
  ["handed on after acceptance", { ...complaint, outcome: "referred", accepted_at: "2026-03-04" }, "AC"],
  ["withdrawn while waiting", { ...complaint, status: "assigned", outcome: "withdrawn" }, "C"],
  ["withdrawn from mediation", { ...complaint, status: "concluded", outcome: "withdrawn" }, "AC"],
  ["withdrawn, closing form only", { ...complaint, concluded_at: "2026-04-01", outcome: "withdrawn" }, "AC"],
  ["a report that became a case", { ...report, native_id: "R1" }, "AF"],
  ["a report whose case came later", { ...report, native_id: "R2", status: "in_progress" }, "A"],
  ["a report marked as filed", { ...report, case_filed: true }, "AF"],
  ["a complaint marked as filed is no report", { ...complaint, case_filed: true, status: "in_progress" }, "A"],
];

describe("what is known of a ticket", () => {
  let duck: Duck;
  let steps: Map<string, string>;
  beforeAll(async () => {
    duck = await makeWarehouse();
    await insertTickets(
      duck,
      CASES.map(([title, ticket]) => ({ ...ticket, title })),
    );
    await insertCases(duck, [
      { native_id: "R1", filed_at: "2026-05-01", fine: 500 },
      { native_id: "R1", filed_at: "2026-05-20" },
      { native_id: "R2", filed_at: "2026-07-20" },
    ]);
    await createFacts(duck, { asOf: "2026-06-30", bands: [500, 5000], taxonomy: MADE_UP_TAXONOMY });
    const rows = await duck.rows<{ title: string; steps: string }>(
      `SELECT title, concat(if(is_accepted, 'A', ''), if(is_refused, 'R', ''), if(is_concluded, 'C', ''), if(is_filed, 'F', '')) AS steps
       FROM measure_fact JOIN ticket USING (record_key)`,
    );
    steps = new Map(rows.map((row) => [row.title, row.steps]));
  });
  afterAll(() => duck.close());

  test.each(CASES)("%s", (title, _ticket, expected) => {
    expect(steps.get(title)).toBe(expected);
  });

  test("a report with two penalty records is one ticket, filed on the first day", async () => {
    const rows = await duck.rows<{ filed_on: string }>(
      "SELECT filed_on FROM measure_fact JOIN ticket USING (record_key) WHERE native_id = 'R1'",
    );
    expect(rows).toEqual([{ filed_on: "2026-05-01" }]);
  });

  test("no ticket is accepted and refused", async () => {
    expect(await duck.rows("SELECT record_key FROM measure_fact WHERE is_accepted AND is_refused")).toEqual([]);
  });
});

describe("days, groups and bands", () => {
  let duck: Duck;
  beforeAll(async () => {
    duck = await makeWarehouse();
    await insertTickets(duck, [
      { ...complaint, native_id: "whole", accepted_at: "2026-03-04", concluded_at: "2026-03-20 23:59:59" },
      { ...complaint, native_id: "no-steps", status: "concluded" },
      { kind: "complaint", native_id: "register-only", accepted_at: "2026-03-05", outcome: "agreement" },
      { kind: "complaint", native_id: "undated" },
      { ...complaint, native_id: "later", registered_at: "2026-07-01 00:00:00" },
      { ...complaint, native_id: "last-minute", registered_at: "2026-06-30 23:59:59" },
      { ...complaint, native_id: "leaf", category_code: "G0102", disputed: 500, problem_codes: ["P02", "P02", "P01"] },
      { ...complaint, native_id: "group", category_code: "G01", disputed: 499.99 },
      { ...complaint, native_id: "foreign", category_code: "X9", disputed: 5000, problem_codes: [] },
      { ...complaint, native_id: "zero", disputed: 0, recovered: 80, status: "concluded" },
      { ...complaint, native_id: "open-money", recovered: 80, status: "in_progress" },
    ]);
    await createFacts(duck, { asOf: "2026-06-30", bands: [5000, 500], taxonomy: MADE_UP_TAXONOMY });
  });
  afterAll(() => duck.close());

  const fact = async (nativeId: string, columns: string) => {
    const rows = await duck.rows(
      `SELECT ${columns} FROM measure_fact AS fact JOIN ticket USING (record_key) WHERE native_id = $1`,
      [nativeId],
    );
    return rows[0];
  };
  const days = "registered_on, accepted_on, concluded_on, registered_undated, accepted_undated, concluded_undated";

  test("each step has its own day", async () => {
    expect(await fact("whole", days)).toEqual({
      registered_on: "2026-03-02",
      accepted_on: "2026-03-04",
      concluded_on: "2026-03-20",
      registered_undated: false,
      accepted_undated: false,
      concluded_undated: false,
    });
  });
  test("a step without a day takes that of the step before, and says so", async () => {
    expect(await fact("no-steps", days)).toEqual({
      registered_on: "2026-03-02",
      accepted_on: "2026-03-02",
      concluded_on: "2026-03-02",
      registered_undated: false,
      accepted_undated: true,
      concluded_undated: true,
    });
    expect(await fact("register-only", days)).toMatchObject({
      registered_on: "2026-03-05",
      registered_undated: true,
      concluded_on: "2026-03-05",
      concluded_undated: true,
    });
  });
  test("tickets without any day, or registered after the as-of date, are in no period", async () => {
    expect(await fact("undated", days)).toBeUndefined();
    expect(await fact("later", days)).toBeUndefined();
    expect(await fact("last-minute", days)).toMatchObject({ registered_on: "2026-06-30" });
  });
  test("groups, problems and unknown values", async () => {
    const columns = "fact.category, fact.category_group, fact.problems, fact.region, fact.unit, fact.band";
    expect(await fact("leaf", columns)).toEqual({
      category: "G0102",
      category_group: "G01",
      problems: expect.toSatisfy((list: string[]) => list.toSorted().join() === "P01,P02"),
      region: "",
      unit: "",
      band: "[500,5000)",
    });
    expect(await fact("group", columns)).toMatchObject({ category_group: "G01", problems: [""], band: "[0,500)" });
    expect(await fact("foreign", columns)).toMatchObject({ category_group: "X9", problems: [""], band: "[5000,∞)" });
  });
  test("a stated zero is no amount in dispute; money counts from the conclusion on", async () => {
    const columns = "fact.band, band_by_recovered, fact.recovered";
    expect(await fact("zero", columns)).toEqual({ band: "[0,500)", band_by_recovered: true, recovered: "80.00" });
    expect(await fact("open-money", columns)).toEqual({ band: "", band_by_recovered: false, recovered: null });
  });
  test("an as-of date that is none is refused", async () => {
    const options = { asOf: "2026-02-30", bands: [500], taxonomy: MADE_UP_TAXONOMY };
    await expect(createFacts(duck, options)).rejects.toThrow(ForewarnError);
  });
});
