import { expect, test } from "vitest";
import { completenessOf, type Delay, ladderOf, readDelays } from "../../src/hotspots/delay.ts";
import { findHotspots } from "../../src/hotspots/index.ts";
import { seededRandom } from "../../src/hotspots/random.ts";
import { days, emptyWarehouse, insertTickets } from "./tickets.ts";

/** A third of the complaints comes in at once, a third a day later, the rest over a fortnight. */
function triangle(step: number) {
  const random = seededRandom(6);
  const seen = new Map<string, { day: number; first: number; n: number }>();
  const last = 140;
  for (let day = 0; day <= last; day++) {
    for (let i = random.poisson(60); i > 0; i--) {
      const u = random.uniform();
      const delay = u < 1 / 3 ? 0 : u < 2 / 3 ? 1 : 2 + Math.floor(random.uniform() * 12);
      // First told of by the next export.
      const first = Math.ceil((day + delay) / step) * step;
      if (first > last) continue;
      const key = `${day} ${first}`;
      const one = seen.get(key) ?? { day, first, n: 0 };
      one.n += 1;
      seen.set(key, one);
    }
  }
  const exports = Array.from({ length: Math.floor(last / step) + 1 }, (_, i) => i * step).filter((day) => day > 50);
  return { seen: [...seen.values()], exports };
}

test("daily exports: how complete a day is by its age", () => {
  const { seen, exports } = triangle(1);
  const completeness = ladderOf(seen, exports);
  expect(completeness[0]).toBeCloseTo(1 / 3, 1);
  expect(completeness[1]).toBeCloseTo(2 / 3, 1);
  expect(completeness[7]).toBeCloseTo(2 / 3 + 6 / 36, 1);
  expect(completeness[20]).toBeGreaterThan(0.97);
  for (const [age, value] of completeness.entries())
    if (age > 0) expect(value).toBeGreaterThanOrEqual(completeness[age - 1] as number);
});

test("weekly exports: a day's age at the export tells, not the day of the week", () => {
  const { seen, exports } = triangle(7);
  const completeness = ladderOf(seen, exports);
  expect(completeness[0]).toBeCloseTo(1 / 3, 1);
  expect(completeness[2]).toBeCloseTo(2 / 3 + 1 / 36, 1);
  expect(completeness[13]).toBeGreaterThan(0.95);
});

test("a period is as complete as its days, over all sources by their weight", () => {
  const known: Delay = { source: "a", last: "2026-05-10", completeness: [0.2, 0.6, 1], exports: 40, weight: 0.75 };
  const unknown: Delay = { source: "b", last: "2026-05-10", completeness: [], exports: 1, weight: 0.25 };
  expect(completenessOf([{ ...known, weight: 1 }], "2026-05-09", "2026-05-10")).toBeCloseTo(0.4, 12);
  // Days after the last export are not in at all.
  expect(completenessOf([{ ...known, weight: 1 }], "2026-05-10", "2026-05-11")).toBeCloseTo(0.1, 12);
  // The last seven days of a source that tells nothing may hold nothing.
  expect(completenessOf([known, unknown], "2026-05-04", "2026-05-10")).toBeCloseTo((0.75 * (0.2 + 0.6 + 5)) / 7, 12);
  expect(completenessOf([known, unknown], "2026-04-27", "2026-05-03")).toBe(1);
  expect(completenessOf([], "2026-05-04", "2026-05-10")).toBe(1);
});

const quiet = (extra: readonly string[] = []) =>
  [...days("2023-07-03", 364), ...extra].flatMap((day) =>
    ["G01", "G02", "G03"].flatMap((category) => Array.from({ length: 3 }, () => ({ day, category, region: "R1" }))),
  );
const rise = (day: string) =>
  Array.from({ length: 40 }, (_, i) => ({ day, category: "G02", region: "R1", person: `someone-${i}` }));

test("without days of exports the last seven days are not tested, and the list is of the week before", async () => {
  const duck = await emptyWarehouse();
  await insertTickets(duck, [...quiet(), ...rise("2024-06-20"), ...rise("2024-06-27")], { daily: false });
  await findHotspots(duck, { asOf: "2024-06-30", grain: "week" });
  const rows = await duck.rows<{ period: string; rank: number; completeness: number }>(
    "SELECT period, rank, completeness FROM hotspot_week",
  );
  expect(rows.map(({ period }) => period)).toContain("2024-W25");
  expect(rows.filter(({ rank }) => rank !== null).every(({ period }) => period === "2024-W25")).toBe(true);
  expect(rows.some(({ period }) => period === "2024-W26")).toBe(false);
  expect(await duck.rows("SELECT known, exports FROM hotspot_delay")).toEqual([{ known: false, exports: "0" }]);
  const last = await duck.row<{ observed: string; expected: number | null; low: number | null }>(
    "SELECT observed, expected, low FROM series_week WHERE cell = 'category:G02|problem:|region:' AND period = '2024-W26'",
  );
  // Drawn, but not tested.
  expect(Number(last.observed)).toBeGreaterThan(40);
  expect(last.low).toBeNull();
  await findHotspots(duck, { asOf: "2024-06-30", grain: "month" });
  const month = await duck.rows<{ completeness: number }>(
    "SELECT completeness FROM hotspot_month WHERE period = '2024-06'",
  );
  for (const { completeness } of month) expect(completeness).toBeCloseTo(23 / 30, 9);
  duck.close();
});

test("with daily exports that tell of a day at its end the last week is tested", async () => {
  const duck = await emptyWarehouse();
  await insertTickets(duck, [...quiet(), ...rise("2024-06-27")]);
  const [delay] = await readDelays(duck, "2024-06-30");
  expect(delay).toMatchObject({ last: "2024-06-30", weight: 1 });
  expect(delay?.completeness[0]).toBe(1);
  await findHotspots(duck, { asOf: "2024-06-30", grain: "week" });
  const rows = await duck.rows<{ period: string; completeness: number }>(
    "SELECT period, completeness FROM hotspot_week WHERE rank = 1",
  );
  expect(rows).toEqual([{ period: "2024-W26", completeness: 1 }]);
  duck.close();
});
