import { describe, expect, test } from "vitest";
import type { Duck } from "../../src/duck/open.ts";
import { openDuck } from "../../src/duck/open.ts";
import { findHotspots, HOTSPOT_METHODS, type HotspotBreak } from "../../src/hotspots/index.ts";
import { seededRandom } from "../../src/hotspots/random.ts";
import { MARTS } from "../../src/release/marts.ts";
import { temporaryFolder } from "../support/folder.ts";
import { days, emptyWarehouse, insertTickets, type Made } from "./tickets.ts";

interface SeriesRow {
  cell: string;
  period: string;
  from: string;
  to: string;
  complete: boolean;
  observed: string;
  complainants: string;
  expected: number | null;
  low: number | null;
  high: number | null;
  level: string | null;
  detector: string | null;
}

interface HotspotRow {
  id: string;
  rank: number | null;
  cell: string;
  category: string | null;
  problem: string | null;
  region: string | null;
  period: string;
  level: string;
  observed: string;
  complainants: string;
  expected: number;
  low: number;
  high: number;
  ratio: number;
  ratio_at_least: number;
  p: number;
  q: number;
  detector: string;
  reason: string;
}

const series = (duck: Duck, cell: string, grain = "week") =>
  duck.rows<SeriesRow>(`SELECT * FROM series_${grain} WHERE cell = $1 ORDER BY "from"`, [cell]);
const hotspots = (duck: Duck, grain = "week") =>
  duck.rows<HotspotRow>(`SELECT * FROM hotspot_${grain} ORDER BY "from" DESC, rank`);

/** Monday of the first week, Sunday of the last: 130 whole weeks. */
const FIRST = "2022-01-03";
const WEEKS = 130;
const LAST_MONDAY = "2024-06-24";
const AS_OF = "2024-06-30";
const ODD = { category: "G02", problems: ["P02"], region: "R1" };

/** A quiet county: 4 groups × 3 problems × 2 regions, means from 1 to 5 a week, each complaint by another person. */
function quietCounty(seed: number): Made[] {
  const random = seededRandom(seed);
  return days(FIRST, WEEKS, 7).flatMap((monday) =>
    ["G01", "G02", "G03", "G04"].flatMap((group, g) =>
      ["P01", "P02", "P03"].flatMap((problem, p) =>
        ["R1", "R2"].flatMap((region) =>
          Array.from({ length: random.count(1 + ((g + 2 * p) % 5), 1 + g / 3) }, () => ({
            day: days(monday, 7)[Math.floor(random.uniform() * 7)] as string,
            category: random.uniform() < 0.5 ? group : `${group}01`,
            problems: [problem],
            region,
          })),
        ),
      ),
    ),
  );
}

async function county(extra: readonly Made[] = [], asOf = AS_OF): Promise<Duck> {
  const duck = await emptyWarehouse();
  await insertTickets(duck, [...quietCounty(11), ...extra]);
  await findHotspots(duck, { asOf, grain: "week" });
  return duck;
}

describe("the marts", () => {
  test.each(["week", "month"] as const)("have exactly the columns that releases promise (%s)", async (grain) => {
    const duck = await emptyWarehouse();
    await insertTickets(duck, quietCounty(3).slice(0, 400));
    await findHotspots(duck, { asOf: AS_OF, grain });
    for (const mart of ["series", "hotspot", "contributor"] as const) {
      const columns = await duck.rows<{ column_name: string; column_type: string }>(
        `SELECT column_name, column_type FROM (DESCRIBE ${mart}_${grain})`,
      );
      expect(Object.fromEntries(columns.map((column) => [column.column_name, column.column_type]))).toEqual(
        MARTS[mart].columns,
      );
      expect(columns.map((column) => column.column_name)).toEqual(Object.keys(MARTS[mart].columns));
    }
    const left = await duck.rows(
      "SELECT table_name FROM duckdb_tables() WHERE temporary AND NOT regexp_matches(table_name, '^((series|hotspot|contributor)_(week|month)|hotspot_delay)$')",
    );
    expect(left).toEqual([]);
    duck.close();
  });

  test("are there and empty where there is no complaint", async () => {
    const duck = await emptyWarehouse();
    await insertTickets(duck, [{ day: "2024-01-02", kind: "report", category: "G01" }]);
    await findHotspots(duck, { asOf: AS_OF, grain: "week" });
    expect(await duck.rows("SELECT * FROM series_week")).toEqual([]);
    expect(await duck.rows("SELECT * FROM hotspot_week")).toEqual([]);
    duck.close();
  });

  test("can be made from a warehouse that is open for reading only", async () => {
    const file = `${await temporaryFolder()}/warehouse.duckdb`;
    const made = await emptyWarehouse();
    await insertTickets(made, quietCounty(5).slice(0, 500));
    await made.run(`ATTACH '${file}' AS kept`);
    await made.run("CREATE TABLE kept.ticket AS FROM ticket");
    made.close();
    const duck = await openDuck(file, { readOnly: true });
    await findHotspots(duck, { asOf: AS_OF, grain: "month" });
    const [row] = await duck.rows<{ n: string }>("SELECT count(*) AS n FROM series_month");
    expect(Number(row?.n)).toBeGreaterThan(0);
    duck.close();
  });

  test("an as-of date that is none is refused", async () => {
    const duck = await emptyWarehouse();
    await expect(findHotspots(duck, { asOf: "2024-02-30", grain: "week" })).rejects.toThrow(/2024-02-30/);
    await expect(findHotspots(duck, { asOf: "today", grain: "week" })).rejects.toThrow(/today/);
    duck.close();
  });

  test("every rule has a version for the manifest", () => {
    expect(HOTSPOT_METHODS).toEqual({
      "hotspots.farrington": "1",
      "hotspots.farrington-flat": "1",
      "hotspots.share": "2",
    });
  });
});

describe("the calendar", () => {
  test("weeks are ISO weeks, over New Year too, and empty weeks are there", async () => {
    const duck = await emptyWarehouse();
    const at = (day: string, count: number) => Array.from({ length: count }, () => ({ day, category: "G01" }));
    // 2020-12-28 is a Monday and begins week 53; 2021-01-03 is its Sunday.
    await insertTickets(duck, [
      ...at("2020-12-27", 1),
      ...at("2020-12-31", 2),
      ...at("2021-01-03", 3),
      ...at("2021-01-04", 4),
    ]);
    await findHotspots(duck, { asOf: "2021-01-26", grain: "week" });
    const rows = await series(duck, "category:G01|problem:|region:");
    expect(rows.map((row) => [row.period, row.from, row.to, Number(row.observed), row.complete])).toEqual([
      ["2020-W52", "2020-12-21", "2020-12-27", 1, true],
      ["2020-W53", "2020-12-28", "2021-01-03", 5, true],
      ["2021-W01", "2021-01-04", "2021-01-10", 4, true],
      ["2021-W02", "2021-01-11", "2021-01-17", 0, true],
      ["2021-W03", "2021-01-18", "2021-01-24", 0, true],
      ["2021-W04", "2021-01-25", "2021-01-31", 0, false],
    ]);
    duck.close();
  });

  test("a week belongs to the year of its Thursday", async () => {
    const duck = await emptyWarehouse();
    await insertTickets(
      duck,
      Array.from({ length: 5 }, () => ({ day: "2024-12-31", category: "G01" })),
    );
    await findHotspots(duck, { asOf: "2025-01-05", grain: "week" });
    expect(await series(duck, "category:G01|problem:|region:")).toMatchObject([
      { period: "2025-W01", from: "2024-12-30", to: "2025-01-05", complete: true },
    ]);
    duck.close();
  });

  test("months end where they end, and the last one is complete on its last day", async () => {
    const duck = await emptyWarehouse();
    await insertTickets(
      duck,
      Array.from({ length: 6 }, () => ({ day: "2023-12-31", problems: ["P01"] })),
    );
    await findHotspots(duck, { asOf: "2024-02-29", grain: "month" });
    const rows = await series(duck, "category:|problem:P01|region:", "month");
    expect(rows.map((row) => [row.period, row.to, row.complete])).toEqual([
      ["2023-12", "2023-12-31", true],
      ["2024-01", "2024-01-31", true],
      ["2024-02", "2024-02-29", true],
    ]);
    await findHotspots(duck, { asOf: "2024-02-28", grain: "month" });
    expect((await series(duck, "category:|problem:P01|region:", "month")).at(-1)?.complete).toBe(false);
    duck.close();
  });

  test("what comes after the as-of date, and what is no complaint, is not counted", async () => {
    const duck = await emptyWarehouse();
    const five = Array.from({ length: 5 }, () => ({ day: "2024-06-12", category: "G01" }));
    await insertTickets(duck, [
      ...five,
      { day: "2024-06-13", category: "G01" },
      { day: "2024-06-12", category: "G01", kind: "report" },
      { day: "2024-06-12", category: "G01", kind: "inquiry" },
    ]);
    await findHotspots(duck, { asOf: "2024-06-12", grain: "week" });
    expect(await series(duck, "category:G01|problem:|region:")).toMatchObject([
      { period: "2024-W24", observed: "5", complete: false, expected: null },
    ]);
    duck.close();
  });

  test("one week of history tests nothing", async () => {
    const duck = await emptyWarehouse();
    await insertTickets(
      duck,
      Array.from({ length: 40 }, () => ({ day: "2024-06-25", ...ODD })),
    );
    await findHotspots(duck, { asOf: AS_OF, grain: "week" });
    expect(await hotspots(duck)).toEqual([]);
    const rows = await duck.rows<SeriesRow>("SELECT * FROM series_week");
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => row.expected === null && row.level === null && row.detector === null)).toBe(true);
    duck.close();
  });
});

describe("the cells", () => {
  const times = (count: number, ticket: Omit<Made, "day">) =>
    Array.from({ length: count }, () => ({ day: "2024-06-25", ...ticket }));
  const observed = async (duck: Duck) =>
    Object.fromEntries(
      (await duck.rows<SeriesRow>("SELECT cell, observed FROM series_week")).map((row) => [
        row.cell,
        Number(row.observed),
      ]),
    );

  test("parents come from the dimension table, else from the first three letters", async () => {
    const duck = await emptyWarehouse();
    await insertTickets(duck, [
      ...times(5, { category: "G0101" }),
      ...times(6, { category: "X7" }),
      ...times(7, { category: "G0299" }),
    ]);
    await findHotspots(duck, { asOf: AS_OF, grain: "week" });
    expect(await observed(duck)).toMatchObject({
      "category:G01|problem:|region:": 5,
      "category:G0101|problem:|region:": 5,
      "category:X7|problem:|region:": 6,
      "category:G02|problem:|region:": 7,
    });
    await duck.run(`CREATE TEMP TABLE dimension AS FROM (VALUES
      ('category', 'TOP', NULL, 1), ('category', 'G0101', 'TOP', 2), ('category', 'X7', 'TOP', 2), ('problem', 'G0299', 'WRONG', 2)
    ) AS d(dim, key, parent, level)`);
    await findHotspots(duck, { asOf: AS_OF, grain: "week" });
    const cells = await observed(duck);
    expect(cells["category:TOP|problem:|region:"]).toBe(11);
    expect(cells["category:G02|problem:|region:"]).toBe(7);
    expect(cells["category:G01|problem:|region:"]).toBeUndefined();
    duck.close();
  });

  test("unknown is a value of its own, never the total", async () => {
    const duck = await emptyWarehouse();
    await insertTickets(duck, [...times(6, { problems: ["P01"] }), ...times(8, { category: "G01" }), ...times(5, {})]);
    await findHotspots(duck, { asOf: AS_OF, grain: "week" });
    const cells = await observed(duck);
    expect(cells).toMatchObject({
      "category:?|problem:|region:": 11,
      "category:G01|problem:|region:": 8,
      "category:|problem:?|region:": 13,
      "category:|problem:P01|region:": 6,
      "category:?|problem:P01|region:": 6,
      "category:?|problem:?|region:": 5,
    });
    expect(cells["category:|problem:|region:"]).toBeUndefined();
    duck.close();
  });

  test("a complaint with two problems counts once in each and once in their category", async () => {
    const duck = await emptyWarehouse();
    await insertTickets(duck, times(5, { category: "G01", problems: ["P01", "P02", "P01"] }));
    await findHotspots(duck, { asOf: AS_OF, grain: "week" });
    expect(await observed(duck)).toMatchObject({
      "category:G01|problem:|region:": 5,
      "category:|problem:P01|region:": 5,
      "category:G01|problem:P02|region:": 5,
    });
    duck.close();
  });
});

describe("what is flagged", () => {
  test("a quiet county gives few flags", async () => {
    const duck = await county();
    const flagged = await duck.row<{ weeks: string; cells: string; tested: string }>(
      `SELECT count(DISTINCT period) AS weeks, count(*) AS cells,
         (SELECT count(*) FROM series_week WHERE low IS NOT NULL) AS tested
       FROM series_week WHERE level IS NOT NULL`,
    );
    expect(Number(flagged.tested)).toBeGreaterThan(3000);
    // At q = 0.10 a week with nothing in it has a flag in at most one of ten.
    expect(Number(flagged.weeks)).toBeLessThanOrEqual(10);
    expect(Number(flagged.cells)).toBeLessThanOrEqual(0.004 * Number(flagged.tested));
    duck.close();
  });

  test("a period says which rule tested it, and only where it was tested", async () => {
    const duck = await county();
    const rows = await duck.rows<{ detector: string | null; low: boolean }>(
      "SELECT DISTINCT detector, low IS NOT NULL AS low FROM series_week ORDER BY ALL",
    );
    expect(rows).toEqual([
      { detector: "farrington-flat/1", low: true },
      { detector: "share/2", low: true },
      { detector: null, low: false },
    ]);
    duck.close();
  });

  test("an injected rise is found, in the cell it lies in, and ranked", async () => {
    const extra = Array.from({ length: 30 }, (_, i) => ({ day: "2024-06-26", ...ODD, person: `someone-${i}` }));
    const duck = await county(extra);
    const rows = (await hotspots(duck)).filter((row) => row.rank !== null);
    expect(rows.map((row) => row.rank)).toEqual(rows.map((_, i) => i + 1));
    const bounds = rows.map((row) => row.ratio_at_least);
    expect(bounds).toEqual([...bounds].sort((a, b) => b - a));
    const found = rows.find((row) => row.cell === "category:G02|problem:P02|region:R1");
    expect(found).toMatchObject({
      category: "G02",
      problem: "P02",
      region: "R1",
      period: "2024-W26",
      level: "warning",
      detector: "farrington-flat/1",
      reason: "hotspots.reason.farrington_flat",
    });
    if (!found) throw new Error("not found");
    expect(found.ratio).toBeCloseTo(Number(found.complainants) / found.expected, 12);
    expect(Number(found.complainants)).toBeGreaterThan(found.high);
    expect(found.ratio_at_least).toBeGreaterThan(2);
    expect(found.q).toBeGreaterThanOrEqual(found.p);
    const parent = rows.find((row) => row.cell === "category:G02|problem:P02|region:");
    expect(parent).toMatchObject({ category: "G02", problem: "P02", region: null });
    const [last] = (await series(duck, found.cell)).slice(-1);
    expect(last).toMatchObject({ level: "warning", observed: found.observed, expected: found.expected });
    expect(last).toMatchObject({ complainants: found.complainants, detector: found.detector });
    duck.close();
  });

  test("one person who complains thirty times raises nothing", async () => {
    const extra = Array.from({ length: 30 }, () => ({ day: "2024-06-26", ...ODD, person: "serial" }));
    const duck = await county(extra);
    const rows = await series(duck, "category:G02|problem:P02|region:R1");
    const without = await county();
    const [last] = rows.slice(-1);
    const [before] = (await series(without, "category:G02|problem:P02|region:R1")).slice(-1);
    without.close();
    // Thirty complaints more, and one person more.
    expect(Number(last?.observed)).toBe(Number(before?.observed) + 30);
    expect(Number(last?.complainants)).toBe(Number(before?.complainants) + 1);
    expect(last?.level).toBeNull();
    expect((await hotspots(duck)).filter((row) => row.rank !== null)).toEqual([]);
    duck.close();
  });

  test("the running week is not tested, and a rise in it waits", async () => {
    const extra = Array.from({ length: 30 }, (_, i) => ({ day: "2024-06-26", ...ODD, person: `someone-${i}` }));
    const duck = await county(extra, "2024-06-29");
    const last = (await series(duck, "category:G02|problem:P02|region:R1")).at(-1);
    expect(last).toMatchObject({ from: LAST_MONDAY, complete: false, expected: null, level: null });
    expect((await hotspots(duck)).filter((row) => row.period === "2024-W26")).toEqual([]);
    duck.close();
  });

  test("a flag keeps its id, and loses its rank when its week has passed", async () => {
    const extra = Array.from({ length: 30 }, (_, i) => ({ day: "2024-06-19", ...ODD, person: `someone-${i}` }));
    const before = await county(extra, "2024-06-23");
    const after = await county(extra);
    const pick = async (duck: Duck) =>
      (await hotspots(duck)).find(
        (row) => row.cell === "category:G02|problem:P02|region:R1" && row.period === "2024-W25",
      );
    const [then, now] = [await pick(before), await pick(after)];
    expect(then?.id).toMatch(/^[0-9a-f]{12}$/);
    expect(now?.id).toBe(then?.id);
    expect(then?.rank).toBeGreaterThan(0);
    expect(now?.rank).toBeNull();
    expect(now?.p).toBe(then?.p);
    const ids = (await hotspots(after)).map((row) => row.id);
    expect(new Set(ids).size).toBe(ids.length);
    before.close();
    after.close();
  });

  test("the same warehouse gives the same rows", async () => {
    const [one, two] = [await county(), await county()];
    expect(await hotspots(one)).toEqual(await hotspots(two));
    const digest = "SELECT md5(string_agg(s::VARCHAR, chr(10) ORDER BY cell, period)) AS digest FROM series_week AS s";
    expect(await one.row(digest)).toEqual(await two.row(digest));
    one.close();
    two.close();
  });

  test("before a dimension was filled its zeros are no history", async () => {
    const began = "2024-02-05";
    const late = quietCounty(11).map(({ category, ...ticket }) =>
      ticket.day < began || category === undefined ? ticket : { ...ticket, category },
    );
    const duck = await emptyWarehouse();
    await insertTickets(duck, late);
    await findHotspots(duck, { asOf: AS_OF, grain: "week" });
    const rows = await series(duck, "category:G02|problem:|region:");
    const tested = rows.filter((row) => row.expected !== null);
    // The 14th week after: thirteen of history behind it.
    expect(tested[0]?.from).toBe("2024-05-06");
    const usual = rows.filter((row) => row.from >= began).reduce((sum, row) => sum + Number(row.observed), 0) / 21;
    expect(tested[0]?.expected).toBeGreaterThan(0.7 * usual);
    const byProblem = await series(duck, "category:|problem:P02|region:");
    expect(byProblem.filter((row) => row.expected !== null).length).toBeGreaterThan(90);
    duck.close();
  });
});

describe("breaks of the series", () => {
  const register = async (breaks: readonly HotspotBreak[], extra: readonly Made[] = []) => {
    const duck = await emptyWarehouse();
    await insertTickets(duck, [...quietCounty(11), ...extra]);
    await findHotspots(duck, { asOf: AS_OF, grain: "week", breaks });
    return duck;
  };
  const tested = async (duck: Duck, cell: string) =>
    (await series(duck, cell)).filter((row) => row.low !== null).map((row) => row.from);
  const [category, problem] = ["category:G02|problem:|region:", "category:|problem:P02|region:"];

  test("what came before a break is not compared with what came after, in the cells that it touches", async () => {
    const duck = await register([{ from: "2024-02-07", what: "category", fields: ["category_code"] }]);
    // The Monday after the break, and thirteen weeks of history.
    expect((await tested(duck, category))[0]).toBe("2024-05-13");
    expect((await tested(duck, problem)).length).toBeGreaterThan(90);
    duck.close();
  });

  test("a change of the law, or a mark, changes nothing", async () => {
    const [with_, without] = [
      await register([
        { from: "2024-02-07", what: "law", fields: [] },
        { from: "2024-02-07", what: "form", fields: [], effect: "flag" },
        { from: "2024-02-07", what: "form", fields: [], effect: "note" },
        { from: "2024-02-07", what: "form", fields: ["address"] },
      ]),
      await register([]),
    ];
    expect(await series(with_, category)).toEqual(await series(without, category));
    with_.close();
    without.close();
  });

  test("excluded days are neither tested nor compared with", async () => {
    const campaign = days("2023-06-05", 28).flatMap((day) =>
      Array.from({ length: 6 }, (_, i) => ({ day, ...ODD, person: `${day}-${i}` })),
    );
    const excluded = { from: "2023-06-05", to: "2023-07-02", what: "coverage" as const, fields: [] };
    const duck = await register([excluded], campaign);
    const quiet = await register([excluded]);
    const cell = "category:G02|problem:P02|region:R1";
    expect((await tested(duck, cell)).filter((from) => from >= "2023-06-05" && from < "2023-07-03")).toEqual([]);
    const [last, before] = [(await series(duck, cell)).at(-1), (await series(quiet, cell)).at(-1)];
    expect(last?.expected).toBeCloseTo(before?.expected as number, 9);
    // Not excluded, the same weeks of the year before would raise the bar.
    const raised = await register([], campaign);
    const bar = (await series(raised, cell)).find((row) => row.from === "2024-06-17")?.expected as number;
    expect(bar).toBeGreaterThan(
      1.05 * ((await series(duck, cell)).find((row) => row.from === "2024-06-17")?.expected as number),
    );
    for (const one of [duck, quiet, raised]) one.close();
  });

  test("a break may touch certain codes only", async () => {
    const duck = await register([
      { from: "2024-02-05", what: "category", fields: [], only: { category: ["G02", "G02\u0027"] } },
    ]);
    expect((await tested(duck, category))[0]).toBe("2024-05-06");
    expect((await tested(duck, "category:G01|problem:|region:")).length).toBeGreaterThan(90);
    expect((await tested(duck, problem)).length).toBeGreaterThan(90);
    duck.close();
  });

  test("a break after the last day leaves nothing to test", async () => {
    const duck = await register([{ from: "2025-01-01", what: "system", fields: [] }]);
    expect(await duck.rows("SELECT * FROM hotspot_week")).toEqual([]);
    expect(await tested(duck, category)).toEqual([]);
    duck.close();
  });
});

test("seven days to any day: the last ends with the as-of date, the day of the week drops out", async () => {
  const extra = Array.from({ length: 30 }, (_, i) => ({ day: "2024-06-20", ...ODD, person: `someone-${i}` }));
  const duck = await emptyWarehouse();
  await insertTickets(duck, [...quietCounty(11), ...extra]);
  await findHotspots(duck, { asOf: "2024-06-26", grain: "day" });
  const rows = await series(duck, "category:G02|problem:P02|region:R1", "day");
  expect(rows.at(-1)).toMatchObject({
    period: "2024-06-26",
    from: "2024-06-20",
    to: "2024-06-26",
    complete: true,
    level: "warning",
  });
  expect(rows.at(-2)).toMatchObject({ period: "2024-06-19", to: "2024-06-19" });
  // Every complaint of the last two years is in exactly one period.
  const { n } = await duck.row<{ n: string }>(
    "SELECT count(*) AS n FROM ticket WHERE category_code[:3] = 'G02' AND registered_at::DATE <= DATE '2024-06-26'",
  );
  const all = await series(duck, "category:G02|problem:|region:", "day");
  expect(all.reduce((sum, row) => sum + Number(row.observed), 0)).toBe(Number(n));
  await findHotspots(duck, { asOf: "2024-06-27", grain: "day" });
  expect((await series(duck, "category:G02|problem:P02|region:R1", "day")).at(-1)?.level).toBeNull();
  duck.close();
});

describe("businesses and brands", () => {
  test("have cells of their own, judged among themselves", async () => {
    const random = seededRandom(9);
    const quiet = quietCounty(11).map((ticket) => {
      const number = Math.floor(random.uniform() * 8);
      return { ...ticket, business: `Invented trader ${number}`, ...(number < 3 ? { brand: `Brand ${number}` } : {}) };
    });
    const rise = Array.from({ length: 40 }, (_, i) => ({
      day: "2024-06-26",
      ...ODD,
      business: "Invented trader|3",
      person: `someone-${i}`,
    }));
    const natural = rise.map((ticket, i) => ({
      ...ticket,
      business: "A natural person",
      natural: true,
      person: `other-${i}`,
    }));
    const before = days(FIRST, WEEKS, 7).flatMap((day) =>
      Array.from({ length: 3 }, () => ({ day, ...ODD, business: "Invented trader|3" })),
    );
    const duck = await emptyWarehouse();
    await insertTickets(duck, [...quiet, ...before, ...rise, ...natural]);
    await findHotspots(duck, { asOf: AS_OF, grain: "week" });
    const rows = await duck.rows<{
      cell: string;
      business: string | null;
      problem: string | null;
      category: string | null;
      tests: string;
      level: string;
    }>("SELECT * FROM hotspot_week WHERE rank IS NOT NULL");
    const found = rows.find(({ business, problem }) => business === "Invented trader|3" && problem === null);
    expect(found).toMatchObject({
      cell: "category:|problem:|region:|business:Invented trader¦3",
      category: null,
      level: "warning",
    });
    expect(rows.some(({ business, problem }) => business === "Invented trader|3" && problem === "P02")).toBe(true);
    const topic = rows.find(({ cell }) => cell === "category:G02|problem:P02|region:R1");
    // Two families: each counts its own tests.
    expect(topic?.tests).not.toBe(found?.tests);
    const cells = await duck.rows<{ cell: string }>("SELECT DISTINCT cell FROM series_week");
    expect(cells.some(({ cell }) => cell.includes("natural person"))).toBe(false);
    expect(cells.some(({ cell }) => cell === "category:|problem:|region:|brand:Brand 1")).toBe(true);
    // A business adds nothing to the cells of what was complained of.
    expect(cells.filter(({ cell }) => /\|business:.*\|brand:/.test(cell))).toEqual([]);
    duck.close();
  });
});
