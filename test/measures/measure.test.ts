import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Duck } from "../../src/duck/open.ts";
import { ForewarnError } from "../../src/errors.ts";
import { MEASURES } from "../../src/measures/registry.ts";
import { poissonInterval } from "../../src/stats/poisson-interval.ts";
import { wilson } from "../../src/stats/wilson.ts";
import {
  figures,
  insertCases,
  insertTickets,
  MADE_UP_SETTINGS,
  type MadeUpTicket,
  makeWarehouse,
  times,
} from "./made-up.ts";

async function withTickets<T>(
  tickets: readonly MadeUpTicket[],
  work: (duck: Duck) => Promise<T>,
  cases: readonly MadeUpTicket[] = [],
): Promise<T> {
  const duck = await makeWarehouse();
  try {
    await insertTickets(duck, tickets);
    if (cases.length > 0) await insertCases(duck, cases);
    return await work(duck);
  } finally {
    duck.close();
  }
}

// Invented tickets behind the figures of two printed work summaries of 2014 and 2013: a station's (129 accepted against
// 90, bands 47/73/9, 328,442 recovered, 22 reports of which 5 became cases) and a county's (17 of 17, 65,286, 2 reports).
describe("a station's summary", () => {
  const done = (day: string, outcome: string, money: MadeUpTicket): MadeUpTicket => ({
    kind: "complaint",
    unit: "样例一所",
    registered_at: day,
    accepted_at: day,
    concluded_at: "2014-10-20",
    status: "concluded",
    outcome,
    ...money,
  });
  const small = { disputed: 120, recovered: 100 };
  const middle = { disputed: 2600, recovered: 2000 };
  const tickets: MadeUpTicket[] = [
    ...times(46, done("2014-03-15", "agreement", small)),
    done("2014-03-15 00:00:00", "agreement", { disputed: 499.99, recovered: 100 }),
    ...times(72, done("2014-05-20", "agreement", middle)),
    done("2014-10-31 23:59:59", "agreement", { disputed: 500, recovered: 2000 }),
    ...times(6, done("2014-07-07", "agreement", { disputed: 9300, recovered: 9248 })),
    done("2014-07-07", "agreement", { disputed: 5000, recovered: 9254 }),
    done("2014-07-07", "agreement", { disputed: 32000, recovered: 32000 }),
    done("2014-09-16", "agreement", { disputed: 85000, recovered: 81000 }),
    // what must not change the result
    ...times(4, { kind: "complaint", registered_at: "2014-06-01", status: "concluded", acceptance: "refused" }),
    ...times(3, { kind: "complaint", registered_at: "2014-06-01", status: "assigned", outcome: "withdrawn" }),
    ...times(2, { kind: "complaint", registered_at: "2014-06-01", status: "concluded", outcome: "referred" }),
    ...times(5, { kind: "inquiry", registered_at: "2014-06-01", status: "concluded" }),
    ...times(2, { kind: "suggestion", registered_at: "2014-06-01", status: "concluded" }),
    { ...done("2014-11-01", "agreement", small), concluded_at: "2014-11-09" },
    { kind: "inquiry", registered_at: "2013-01-04" },
    // one year before: 90 to the same day, 30 after it
    ...times(89, { kind: "complaint", registered_at: "2013-05-01", accepted_at: "2013-05-04", status: "concluded" }),
    { kind: "complaint", registered_at: "2013-10-30", accepted_at: "2013-10-31", status: "concluded" },
    ...times(30, { kind: "complaint", registered_at: "2013-11-01", accepted_at: "2013-11-02", status: "concluded" }),
    // reports
    ...times(15, { kind: "report", registered_at: "2014-04-01", accepted_at: "2014-04-02", status: "in_progress" }),
    ...["R1", "R2", "R3", "R4"].map((id) => ({
      kind: "report",
      native_id: id,
      registered_at: "2014-04-01",
      accepted_at: "2014-04-02",
    })),
    { kind: "report", registered_at: "2014-08-01", status: "concluded", case_filed: true },
    { kind: "report", native_id: "R6", registered_at: "2014-08-01", accepted_at: "2014-08-01" },
    { kind: "report", registered_at: "2014-08-01", status: "in_progress" },
    { kind: "report", registered_at: "2014-08-01", status: "assigned" },
  ];
  const cases = [
    ...["R1", "R2", "R3", "R4"].map((id) => ({ native_id: id, filed_at: "2014-06-01", fine: 1750 })),
    { native_id: "R6", filed_at: "2014-11-20", fine: 9999 },
  ];
  const read = (options: { period: string; by?: "unit" }) =>
    withTickets(tickets, (duck) => figures(duck, { asOf: "2014-10-31", ...options }), cases);

  test("to the cut-off day", async () => {
    const rows = await read({ period: "ytd:2014-10-31" });
    const values = Object.fromEntries(Object.entries(rows).map(([id, row]) => [id, row.value]));
    expect(values).toEqual({
      received: "138",
      accepted: "129",
      not_accepted: "4",
      concluded: "138",
      agreements: "129",
      mediations_ended: "129",
      settled_by_parties: "0",
      withdrawn: "3",
      unreachable: "0",
      mediation_success_rate: "1.0000",
      "mediation_success_rate.of_accepted": "1.0000",
      "mediation_success_rate.of_concluded": "0.9348",
      "mediation_success_rate.of_received": "0.9348",
      conclusion_rate: "1.0000",
      solved_rate: "1.0000",
      first_check_on_time_rate: "1.0000",
      conclusion_on_time_rate: "0.0155",
      open_overdue: "0",
      amount_disputed: "371519.99",
      amount_recovered: "328442.00",
      recovery_rate: "0.8840",
      amount_recovered_median: "2000.00",
      amount_recovered_mean: "2546.06",
      amount_in_kind: null,
      "amount_band [0,500)": "47",
      "amount_band [500,5000)": "73",
      "amount_band [5000,∞)": "9",
      // none this year, but the 90 of the year before
      "amount_band ": "0",
      big_ticket_count: "9",
      appraisal_count: "0",
      appraisal_rate: "0.0000",
      added_damages_count: "0",
      added_damages_amount: null,
      added_damages_floor_count: "0",
      reports_received: "23",
      reports_accepted: "22",
      reports_concluded: "1",
      report_check_on_time_rate: null,
      reports_filed: "5",
      report_filing_rate: "0.2273",
      complaint_to_case_rate: "0.0000",
      fines: "7000.00",
      forfeited_income: null,
      confiscated_value: null,
      penalty_total: "7000.00",
      follow_up_rate: "0.0000",
      satisfaction_rate: null,
      satisfaction_response_rate: null,
      days_to_conclude_median: "153",
      "days_to_conclude_median.working_days": "104",
      warnings_published: null,
      stations: null,
      sample_pass_rate: null,
    });
    expect(rows.accepted).toEqual({
      id: "accepted",
      group: null,
      unit: "件",
      value: "129",
      numerator: null,
      denominator: null,
      interval: ["107.70", "153.28"],
      n: 129,
      previous: "90",
      change: "0.4333",
      changeUnit: "ratio",
      p: expect.stringMatching(/^0\.0/),
      preceding: null,
      precedingChange: null,
      suppressed: false,
      note: null,
    });
    expect(rows.report_filing_rate).toMatchObject({
      unit: "ratio",
      numerator: "5",
      denominator: "22",
      n: 22,
      interval: ["0.1012", "0.4344"],
    });
  });

  test("the whole of the year before would be another comparison", async () => {
    const rows = await read({ period: "2014-01-01..2014-12-31" });
    expect(rows.accepted).toMatchObject({ value: "129", previous: "90" });
  });

  test("what has no day of its own says so", async () => {
    const rows = await read({ period: "ytd:2014-10-31" });
    expect(rows.reports_accepted?.note).toBe("2 without a day of acceptance count on the day of registration.");
    expect(rows.amount_recovered?.note).toBe("One ticket alone makes 25% of the sum.");
  });

  test("half a cent of a median is kept, and rounded when it is printed", async () => {
    const tickets = ["10.10", "10.11"].map((recovered) => done("2014-03-15", "agreement", { recovered }));
    await withTickets(tickets, async (duck) => {
      const rows = await figures(duck, { asOf: "2014-10-31", period: "2014" });
      expect(rows.amount_recovered_median).toMatchObject({ value: "10.11", n: 2 });
      const exact = "SELECT top FROM measure_value WHERE measure = 'amount_recovered_median'";
      expect(await duck.row(exact)).toEqual({ top: "10.105000" });
    });
  });

  test("an amount in dispute of null is none, and the rate takes the same tickets above and below", async () => {
    const tickets = [
      done("2014-03-15", "agreement", { disputed: 400, recovered: 100 }),
      done("2014-03-15", "agreement", { disputed: null, recovered: 900 }),
      done("2014-03-15", "no_agreement", { disputed: 700, recovered: null }),
      done("2014-03-15", "no_agreement", { disputed: 100, recovered: 0 }),
    ];
    await withTickets(tickets, async (duck) => {
      const rows = await figures(duck, { asOf: "2014-10-31", period: "2014" });
      expect(rows.recovery_rate).toMatchObject({ value: "0.2000", numerator: "100.00", denominator: "500.00", n: 2 });
      expect(rows.amount_recovered).toMatchObject({ value: "1000.00", n: 3 });
      expect(rows.amount_recovered_median).toMatchObject({ value: "500.00", n: 2 });
      expect(rows.amount_recovered?.note).toBe(
        "1 has an amount of 0 on record. One ticket alone makes 90% of the sum.",
      );
      expect(rows["amount_band [500,5000)"]).toMatchObject({ value: "2" });
    });
  });
});

test("a county's summary: 17 of 17 is no certainty, and cases not recorded are no zero rate", async () => {
  const tickets = [
    ...times(16, {
      kind: "complaint",
      registered_at: "2013-04-01",
      accepted_at: "2013-04-02",
      concluded_at: "2013-04-20",
      outcome: "agreement",
      recovered: 4000,
    }),
    {
      kind: "complaint",
      registered_at: "2013-06-01",
      concluded_at: "2013-06-20",
      outcome: "agreement",
      recovered: 1286,
    },
    ...times(2, { kind: "report", registered_at: "2013-05-01", accepted_at: "2013-05-02", status: "concluded" }),
  ];
  await withTickets(tickets, async (duck) => {
    const rows = await figures(duck, { asOf: "2013-12-31", period: "2013" });
    expect(rows).toMatchObject({
      accepted: { value: "17" },
      concluded: { value: "17" },
      agreements: { value: "17" },
      mediation_success_rate: { value: "1.0000", numerator: "17", denominator: "17", interval: ["0.8157", "1.0000"] },
      amount_recovered: { value: "65286.00" },
      amount_disputed: { value: null, n: 0 },
      recovery_rate: { value: null, n: 0 },
      reports_accepted: { value: "2" },
      report_filing_rate: { value: "0.0000", n: 2 },
    });
    // no record reaches back to 2012: no comparison, not a comparison with zero
    expect(rows.accepted).toMatchObject({ previous: null, change: null });
  });
});

test("one phrase, four denominators: the figures of a bulletin of 2022", async () => {
  const day = { kind: "complaint", registered_at: "2022-01-10", concluded_at: "2022-02-10" } as const;
  const accepted = { ...day, accepted_at: "2022-01-12" };
  const tickets = [
    ...times(92, { ...accepted, outcome: "agreement" }),
    ...times(60, { ...accepted, outcome: "no_agreement" }),
    ...times(10, { ...accepted, outcome: "withdrawn" }),
    ...times(12, { ...accepted, outcome: "settled_by_parties" }),
    ...times(9, { kind: "complaint", registered_at: "2022-01-10", accepted_at: "2022-01-12", status: "in_progress" }),
    ...times(67, { ...day, acceptance: "refused" }),
  ];
  await withTickets(tickets, async (duck) => {
    const rows = await figures(duck, { asOf: "2022-03-31", period: "2022-Q1" });
    const share = (id: string) => [rows[id]?.numerator, rows[id]?.denominator, rows[id]?.value];
    expect(share("mediation_success_rate")).toEqual(["92", "162", "0.5679"]);
    expect(share("mediation_success_rate.of_concluded")).toEqual(["92", "241", "0.3817"]);
    expect(share("mediation_success_rate.of_accepted")).toEqual(["92", "183", "0.5027"]);
    expect(share("mediation_success_rate.of_received")).toEqual(["92", "250", "0.3680"]);
    expect(rows.settled_by_parties?.value).toBe("12");
    expect(rows["mediation_success_rate.of_accepted"]?.note).toContain("accepted in the period");
  });
});

describe("time", () => {
  const day = { kind: "complaint", registered_at: "2025-12-30", accepted_at: "2026-01-05" } as const;
  test("accepted in one year and concluded in the next", async () => {
    const tickets = [{ ...day, concluded_at: "2026-02-10", outcome: "agreement", recovered: 10 }];
    await withTickets(tickets, async (duck) => {
      const pick = async (period: string, asOf: string) => {
        const rows = await figures(duck, { period, asOf });
        return ["received", "accepted", "concluded", "amount_recovered"].map((id) => rows[id]?.value);
      };
      expect(await pick("2025", "2026-12-31")).toEqual(["1", "0", "0", null]);
      expect(await pick("2026", "2026-12-31")).toEqual(["0", "1", "1", "10.00"]);
      // an outcome from after the as-of date is not known yet
      expect(await pick("2026-01", "2026-01-31")).toEqual(["0", "1", "0", null]);
      expect(await pick("2026", "2026-02-09")).toEqual(["0", "1", "0", null]);
    });
  });

  test("by month, each with the same month one year before", async () => {
    const tickets = [
      ...times(3, { kind: "complaint", registered_at: "2024-02-29" }),
      ...times(2, { kind: "complaint", registered_at: "2025-02-28" }),
      { kind: "complaint", registered_at: "2025-03-01" },
    ];
    await withTickets(tickets, async (duck) => {
      const rows = await figures(duck, { period: "2025-Q1", by: "month", asOf: "2025-12-31", measures: ["received"] });
      expect(rows["received 2025-02"]).toMatchObject({ value: "2", previous: "3", change: "-0.3333" });
      // Not one record of March 2024: it was not exported, which is not the same as no complaints.
      expect(rows["received 2025-03"]).toMatchObject({ value: "1", previous: null, change: null });
      expect(Object.keys(rows)).toEqual(["received 2025-02", "received 2025-03"]);
    });
  });

  test("a young period is compared with what was known of the older one when it was as young", async () => {
    const accepted = (year: number) => ({
      kind: "complaint",
      registered_at: `${year}-05-10`,
      accepted_at: `${year}-05-12`,
    });
    const tickets = [
      ...times(2, { ...accepted(2025), concluded_at: "2025-06-15", outcome: "agreement" }),
      ...times(6, { ...accepted(2025), concluded_at: "2025-07-15", outcome: "agreement" }),
      ...times(2, { ...accepted(2025), concluded_at: "2025-08-15", outcome: "no_agreement" }),
      ...times(3, { ...accepted(2026), concluded_at: "2026-06-15", outcome: "agreement" }),
      ...times(7, { ...accepted(2026), status: "in_progress" }),
    ];
    await withTickets(tickets, async (duck) => {
      const rows = await figures(duck, { period: "2026-05", asOf: "2026-06-30" });
      for (const cohort of ["of_accepted", "of_received"]) {
        const wanted = { value: "0.3000", previous: "0.2000", change: "0.1000" };
        expect(rows[`mediation_success_rate.${cohort}`]).toMatchObject(wanted);
      }
      // the older period itself is told as it is known today
      const before = await figures(duck, { period: "2025-05", asOf: "2026-06-30" });
      expect(before["mediation_success_rate.of_accepted"]?.value).toBe("0.8000");
    });
  });

  test("records that begin in the days compared with are told", async () => {
    const tickets = [
      { kind: "complaint", registered_at: "2024-03-10" },
      { kind: "complaint", registered_at: "2025-03-10" },
    ];
    await withTickets(tickets, async (duck) => {
      const rows = await figures(duck, { period: "2025-H1", asOf: "2025-12-31", measures: ["received"] });
      expect(rows.received).toMatchObject({ previous: "1", note: expect.stringContaining("before the first record") });
      const march = await figures(duck, { period: "2025-03", asOf: "2025-12-31", measures: ["received"] });
      expect(march.received?.note).toBeNull();
      const february = await figures(duck, { period: "2025-02", asOf: "2025-12-31", measures: ["received"] });
      expect(february.received).toMatchObject({ value: null, previous: null, n: 0 });
    });
  });
});

describe("groups", () => {
  let duck: Duck;
  beforeAll(async () => {
    duck = await makeWarehouse();
    const day = { kind: "complaint", registered_at: "2026-01-10" } as const;
    await insertTickets(duck, [
      { ...day, unit: "样例一所", category_code: "G0101", problem_codes: ["P01", "P02"], status: "in_progress" },
      { ...day, unit: "样例一所", category_code: "G01", problem_codes: ["P01"] },
      { ...day, unit: "样例二所", category_code: "S0101" },
      { ...day, unit: null, channel: "样例热线", region_code: "999901" },
    ]);
  });
  afterAll(() => duck.close());
  const received = async (by: Parameters<typeof figures>[1]["by"], unit?: string) => {
    const options = { period: "2026-01", asOf: "2026-01-31", measures: ["received"], unit: unit ?? null };
    const rows = await figures(duck, by === undefined ? options : { ...options, by });
    return Object.values(rows).map(({ group, value }) => [group, value]);
  };

  test("an unknown value is a group of its own, the last", async () => {
    expect(await received("unit")).toEqual([
      [{ unit: "样例一所" }, "2"],
      [{ unit: "样例二所" }, "1"],
      [{ unit: null }, "1"],
    ]);
    expect(await received("region")).toEqual([
      [{ region: "999901" }, "1"],
      [{ region: null }, "3"],
    ]);
  });
  test("a ticket counts in each of its problems", async () => {
    expect(await received("problem")).toEqual([
      [{ problem: "P01" }, "2"],
      [{ problem: "P02" }, "1"],
      [{ problem: null }, "2"],
    ]);
  });
  test("categories by code and by group", async () => {
    expect(await received("category_group")).toEqual([
      [{ category_group: "G01" }, "2"],
      [{ category_group: "S01" }, "1"],
      [{ category_group: null }, "1"],
    ]);
    expect(await received("category")).toHaveLength(4);
  });
  test("two dimensions at once, and one unit only", async () => {
    expect(await received(["unit", "month"])).toContainEqual([{ unit: "样例一所", month: "2026-01" }, "2"]);
    expect(await received("problem", "样例一所")).toEqual([
      [{ problem: "P01" }, "2"],
      [{ problem: "P02" }, "1"],
    ]);
    expect(await received(undefined, "样例二所")).toEqual([[null, "1"]]);
  });
  test("bands beside a dimension", async () => {
    const rows = await figures(duck, { period: "2026-01", asOf: "2026-01-31", measures: ["amount_band"], by: "unit" });
    expect(rows["amount_band 样例一所 [0,500)"]?.group).toEqual({ unit: "样例一所", band: "[0,500)" });
  });
  test.each([
    [{ by: "county" as never }, "unit, category"],
    [{ unit: "样例九所" }, "样例一所, 样例二所"],
    [{ measures: ["recieved"] }, "received, accepted"],
    [{ period: "2026-14" }, "2026-Q3"],
    [{ period: "2027" }, "2026-01-31"],
    [{ asOf: "tomorrow" }, "YYYY-MM-DD"],
  ])("%j is refused and what is right is named", async (options, named) => {
    const error = await figures(duck, { period: "2026-01", asOf: "2026-01-31", ...options }).catch((caught) => caught);
    expect(error).toBeInstanceOf(ForewarnError);
    expect(error.exitCode).toBe(2);
    expect(error.explain("en")).toContain(named);
  });
});

describe("whatever the tickets are", () => {
  const dayOf2026 = fc
    .integer({ min: 1, max: 180 })
    .map((n) => new Date(Date.UTC(2026, 0, n)).toISOString().slice(0, 10));
  const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null });
  const cents = fc
    .integer({ min: 0, max: 900_000 })
    .map((n) => `${Math.floor(n / 100)}.${String(n % 100).padStart(2, "0")}`);
  const ticket = fc.record({
    kind: fc.constantFrom("complaint", "complaint", "complaint", "report", "inquiry", null),
    registered_at: maybe(dayOf2026),
    accepted_at: maybe(dayOf2026),
    concluded_at: maybe(dayOf2026),
    status: maybe(fc.constantFrom("registered", "assigned", "in_progress", "concluded", "archived")),
    acceptance: maybe(fc.constantFrom("accepted", "refused", "pending")),
    outcome: maybe(
      fc.constantFrom("agreement", "no_agreement", "withdrawn", "settled_by_parties", "not_accepted", "other"),
    ),
    case_filed: maybe(fc.boolean()),
    unit: maybe(fc.constantFrom("样例一所", "样例二所", "样例三所")),
    disputed: maybe(cents),
    recovered: maybe(cents),
  });

  test("units and months add up to the whole, bands to the accepted, shares lie in their interval", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(ticket, { minLength: 1, maxLength: 40 }), async (tickets) => {
        await withTickets(tickets, async (duck) => {
          const options = { period: "2026-H1", asOf: "2026-06-15" };
          const whole = await figures(duck, options);
          const total = (rows: Awaited<ReturnType<typeof figures>>, id: string) =>
            Object.values(rows)
              .filter((row) => row.id === id && row.value !== null)
              .reduce((sum, row) => sum + BigInt((row.value as string).replace(".", "")), 0n);
          for (const by of ["unit", "month"] as const) {
            const parts = await figures(duck, { ...options, by });
            for (const { id, unit, numerator, denominator } of MEASURES) {
              if (unit === "ratio" || numerator.kind === "median" || denominator !== null) continue;
              expect([by, id, total(parts, id)]).toEqual([by, id, total(whole, id)]);
            }
          }
          expect(total(whole, "amount_band")).toBe(total(whole, "accepted"));
          for (const row of Object.values(whole)) {
            if (row.interval === null) continue;
            const share = row.unit === "ratio";
            const interval = share
              ? wilson(Number(row.numerator), Number(row.denominator))
              : row.unit === "件" && poissonInterval(Number(row.value));
            const places = share ? 4 : 2;
            if (interval) expect(row.interval).toEqual([interval.low.toFixed(places), interval.high.toFixed(places)]);
            expect(Number(row.value)).toBeGreaterThanOrEqual(Number(row.interval[0]));
            expect(Number(row.value)).toBeLessThanOrEqual(Number(row.interval[1]));
          }
        });
      }),
      { numRuns: 6 },
    );
  });

  test("the unit's own figures are its part of the whole", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(ticket, { minLength: 5, maxLength: 40 }), async (tickets) => {
        await withTickets(
          [...tickets, { kind: "complaint", unit: "样例一所", registered_at: "2026-02-02" }],
          async (duck) => {
            const options = { period: "2026", asOf: "2026-12-31", settings: MADE_UP_SETTINGS };
            const alone = await figures(duck, { ...options, unit: "样例一所" });
            const beside = await figures(duck, { ...options, by: "unit" });
            for (const row of Object.values(alone)) {
              const key = [row.id, "样例一所", ...Object.values(row.group ?? {})].join(" ");
              expect({ ...beside[key], group: null }).toEqual({ ...row, group: null });
            }
          },
        );
      }),
      { numRuns: 4 },
    );
  });
});
