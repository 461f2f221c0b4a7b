import { expect, test } from "vitest";
import { openDuck } from "../../src/duck/open.ts";
import { type LawOptions, readLawContext } from "../../src/law/context.ts";
import { createLawMarts } from "../../src/release/law-marts.ts";

const DEFAULTS = { overlap: "regulation-2024", rollover: "holiday" } as const;

async function marts(options: Partial<LawOptions> = {}) {
  const duck = await openDuck();
  try {
    await createLawMarts(duck, await readLawContext({ ...DEFAULTS, ...options }));
    const limits = await duck.rows<Record<string, string | number | null>>(
      `SELECT rule, limit_days, day_kind, "from"::VARCHAR AS "from", "to"::VARCHAR AS "to", counts_from::VARCHAR AS counts_from, counts_to::VARCHAR AS counts_to, moves_after
       FROM time_limit WHERE step = 'mediation' ORDER BY "from"`,
    );
    const years = await duck.rows<{ year: number; days_off: number; days_worked: number }>(
      "SELECT year, days_off, days_worked FROM holiday_year ORDER BY year",
    );
    return { limits: limits.map((row) => Object.values(row)), years };
  } finally {
    duck.close();
  }
}

// Limits and days in force: 工商总局令第62号, 市场监管总局令第20号 and 第121号, 消费者权益保护法实施条例.
test("of two rules that stand, the regulation decides from 1 July 2024 on", async () => {
  expect((await marts()).limits).toEqual([
    ["saic-62", 60, "natural", "2014-03-15", "2019-12-31", "2014-03-15", "2019-12-31", "holiday"],
    ["samr-20", 45, "working", "2020-01-01", "2026-04-14", "2020-01-01", "2024-06-30", null],
    ["regulation-2024", 60, "natural", "2024-07-01", "2026-04-14", "2024-07-01", "2026-04-14", "holiday"],
    ["samr-121", 60, "natural", "2026-04-15", null, "2026-04-15", null, "holiday"],
  ]);
});

test("a bureau that holds to the older rule says so: the other one never decides", async () => {
  const { limits } = await marts({ overlap: "samr-20", rollover: "day_off" });
  expect(limits.map((row) => [row[0], ...row.slice(5)])).toEqual([
    ["saic-62", "2014-03-15", "2019-12-31", "day_off"],
    ["samr-20", "2020-01-01", "2026-04-14", null],
    ["regulation-2024", null, null, "day_off"],
    ["samr-121", "2026-04-15", null, "day_off"],
  ]);
});

test("the years whose days off are known, with how many there are", async () => {
  const { years } = await marts();
  // 国办发明电〔2025〕7号: 33 days off in 2026, six weekend days worked for them.
  expect(years.at(-1)).toEqual({ year: 2026, days_off: 33, days_worked: 6 });
  expect(years.map(({ year }) => year)).toEqual(years.map((_, i) => 2026 - years.length + 1 + i));
});

test("where no such law applies there is neither", async () => {
  expect(await marts({ system: "none" })).toEqual({ limits: [], years: [] });
});
