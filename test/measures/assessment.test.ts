import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ForewarnError } from "../../src/errors.ts";
import { assess } from "../../src/measures/assess.ts";
import { insertTickets, MADE_UP_SETTINGS, type MadeUpTicket, makeWarehouse, times } from "./made-up.ts";

const DAY = { kind: "complaint", registered_at: "2026-01-10", accepted_at: "2026-01-11", concluded_at: "2026-01-20" };

/** Mediations of one unit: k agreements of n. */
function mediations(unit: string | null, k: number, n: number): MadeUpTicket[] {
  const ended = { ...DAY, unit, status: "concluded", acceptance: "accepted" };
  return [...times(k, { ...ended, outcome: "agreement" }), ...times(n - k, { ...ended, outcome: "no_agreement" })];
}

async function assessed(tickets: readonly MadeUpTicket[], colours?: Parameters<typeof assess>[1]["colours"]) {
  const duck = await makeWarehouse();
  try {
    await insertTickets(duck, tickets);
    const options = { period: "2026-01", asOf: "2026-02-28", settings: MADE_UP_SETTINGS, colours };
    return await assess(duck, options);
  } finally {
    duck.close();
  }
}

const success = (all: Awaited<ReturnType<typeof assess>>) => {
  const found = all.find(({ id }) => id === "mediation_success_rate");
  if (!found) throw new Error("not assessed");
  return found;
};

describe("units against the pooled share", () => {
  test("a small station is not red by chance; a large one with the same share is", async () => {
    const found = success(
      await assessed([
        ...mediations("样例小所", 1, 4),
        ...mediations("样例大所", 50, 200),
        ...mediations("样例三所", 160, 200),
        ...mediations("样例四所", 90, 150),
      ]),
    );
    expect(found).toMatchObject({ numerator: "301", denominator: "554", value: "0.5433" });
    expect(found.units.map(({ unit, value, position }) => [unit, value, position])).toEqual([
      ["样例大所", "0.2500", "far_below"],
      ["样例小所", "0.2500", "within"],
      ["样例四所", "0.6000", "within"],
      ["样例三所", "0.8000", "far_above"],
    ]);
    // 4 cases at 301/554: P(R = 0) = 0.0435 and P(R = 4) = 0.0871, each above 0.025: any count is within.
    expect(found.units[1]).toMatchObject({ numerator: "1", denominator: "4", within: ["0", "4"] });
    expect(found.outside).toBe(2);
    expect(found.dispersion).toBeNull();
  });

  test("the pool is of cases, not of shares, and holds those without a unit", async () => {
    const found = success(
      await assessed([
        ...mediations("样例一所", 9, 10),
        ...mediations("样例二所", 10, 90),
        ...mediations(null, 1, 100),
      ]),
    );
    expect(found).toMatchObject({ numerator: "20", denominator: "200", value: "0.1000" });
    expect(found.units.map(({ unit }) => unit)).toEqual(["样例二所", "样例一所"]);
  });

  test("a single unit is the whole, and is not assessed; nor is what has no cases", async () => {
    expect(await assessed(mediations("样例一所", 3, 10))).toEqual([]);
    const ids = (await assessed([...mediations("样例一所", 3, 10), ...mediations("样例二所", 3, 10)])).map(
      ({ id }) => id,
    );
    expect(ids).toContain("mediation_success_rate");
    expect(ids).not.toContain("satisfaction_rate");
  });

  test("units that are all good or all bad are within", async () => {
    const found = success(await assessed([...mediations("样例一所", 5, 5), ...mediations("样例二所", 40, 40)]));
    expect(found.units.map(({ position }) => position)).toEqual(["within", "within"]);
    expect(found).toMatchObject({ expectedOutside: "0.00", dispersion: null });
  });

  test("dispersion: five equal units have none; five unlike ones much, and it is worked out by hand", async () => {
    const five = (k: readonly number[]) => assessed(k.flatMap((x, i) => mediations(`样例${i + 1}所`, x, 100)));
    expect(success(await five([50, 50, 50, 50, 50])).dispersion).toBe("0.00");
    // z = −6, −2, 0, 2, 6; the tenth parts at either end are −4.4 and 4.4: (2 × 4.4² + 2 × 2²)/5 = 9.344.
    expect(success(await five([20, 40, 50, 60, 80])).dispersion).toBe("9.34");
  });

  test("whatever the share is, chance puts no more units outside than the level says", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 60 })), {
          minLength: 2,
          maxLength: 9,
        }),
        async (units) => {
          const found = success(
            await assessed(units.flatMap(([k, n], i) => mediations(`样例${i}所`, Math.min(k, n), n))),
          );
          expect(Number(found.expectedOutside)).toBeLessThanOrEqual(0.05 * units.length + 0.005);
          for (const { numerator, within, farWithin, position } of found.units) {
            const [k, least, most] = [numerator, ...within].map(Number) as [number, number, number];
            expect(position === "within").toBe(k >= least && k <= most);
            expect(Number(farWithin[0])).toBeLessThanOrEqual(least);
            expect(Number(farWithin[1])).toBeGreaterThanOrEqual(most);
          }
        },
      ),
      { numRuns: 4 },
    );
  });
});

describe("red, yellow and blue", () => {
  const tickets = [
    ...mediations("样例一所", 23, 30),
    ...mediations("样例二所", 24, 30),
    ...mediations("样例三所", 27, 30),
    ...mediations("样例四所", 0, 29),
  ];
  const colours = async (rule: Parameters<typeof assess>[1]["colours"]) =>
    Object.fromEntries(success(await assessed(tickets, rule)).units.map(({ unit, colour }) => [unit, colour]));

  test("no colours where the bureau states no rule", async () => {
    expect(Object.values(await colours(undefined))).toEqual([null, null, null, null]);
  });
  test("bounds belong to the better colour; too few cases have none", async () => {
    expect(await colours({ redBelow: 0.8, blueFrom: 0.9, measures: {} })).toEqual({
      样例一所: "red",
      样例二所: "yellow",
      样例三所: "blue",
      样例四所: null,
    });
  });
  test("a measure may have bounds of its own", async () => {
    const own = { mediation_success_rate: { redBelow: 0.5, blueFrom: 0.8 } };
    expect(await colours({ redBelow: 0.8, blueFrom: 0.9, measures: own })).toEqual({
      样例一所: "yellow",
      样例二所: "blue",
      样例三所: "blue",
      样例四所: null,
    });
  });
  test("a measure that is not assessed is refused", async () => {
    const measures = { received: { redBelow: 0.5, blueFrom: 0.8 } };
    const error = await colours({ redBelow: 0.8, blueFrom: 0.9, measures }).catch((caught) => caught);
    expect(error).toBeInstanceOf(ForewarnError);
    expect(error.explain("en")).toContain("mediation_success_rate");
  });
});
