import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { benchMeasures, makeWarehouse } from "../../src/release/bench.ts";
import { openWarehouse } from "../../src/warehouse/open.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "forewarn-bench-test-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const N = 20_000;

async function ask<T>(file: string, sql: string): Promise<T> {
  const warehouse = await openWarehouse(file, { readOnly: true });
  try {
    return await warehouse.row<T>(sql);
  } finally {
    warehouse.close();
  }
}

/** A digest of all that a warehouse tells of tickets. */
const DIGEST = "SELECT bit_xor(hash(ticket))::VARCHAR AS digest FROM ticket";

test("the same seed makes the same tickets, another one others", async () => {
  const make = async (name: string, seed: number) => {
    const file = path.join(folder, name);
    await makeWarehouse(file, 2_000, seed);
    return (await ask<{ digest: string }>(file, DIGEST)).digest;
  };
  const digest = await make("a.duckdb", 20);
  expect(await make("b.duckdb", 20)).toBe(digest);
  expect(await make("c.duckdb", 21)).not.toBe(digest);
});

test("the tickets are spread over ten years and all dimensions as said", async () => {
  const file = path.join(folder, "tickets.duckdb");
  const complaints = await makeWarehouse(file, N, 20);
  const found = await ask<Record<string, number>>(
    file,
    `SELECT count(*)::DOUBLE AS tickets, count(DISTINCT record_key)::DOUBLE AS keys, count(*) FILTER (WHERE kind = 'complaint')::DOUBLE AS complaints,
       avg((kind = 'report')::INTEGER) AS reports, count(DISTINCT strftime(registered_at, '%Y-%m'))::DOUBLE AS months,
       count(DISTINCT unit)::DOUBLE AS units, count(DISTINCT category_code)::DOUBLE AS categories, count(DISTINCT region_code)::DOUBLE AS regions,
       count(DISTINCT channel)::DOUBLE AS channels, count(DISTINCT problem_codes[1])::DOUBLE AS problems, avg(len(problem_codes)) AS problems_each,
       avg((unit IS NULL)::INTEGER) AS without_unit, avg((recovered > 0 IS TRUE)::INTEGER) AS recovered, avg((complainant_key IS NULL)::INTEGER) AS unknown,
       avg((versions > 1)::INTEGER) AS twice, count(*) FILTER (WHERE concluded_at < accepted_at OR accepted_at < date_trunc('day', registered_at))::DOUBLE AS impossible,
       count(*) FILTER (WHERE disputed * 2 <> floor(disputed * 2) OR recovered > disputed)::DOUBLE AS odd,
       (max(greatest(registered_at, accepted_at, concluded_at)) < TIMESTAMP '2026-01-01')::INTEGER::DOUBLE AS past FROM ticket`,
  );
  expect(found).toMatchObject({
    tickets: N,
    keys: N,
    complaints,
    months: 120,
    units: 30,
    categories: 60,
    regions: 20,
    channels: 6,
    problems: 10,
    impossible: 0,
    odd: 0,
    past: 1,
  });
  const share = (name: string, value: number) => expect(found[name]).toBeCloseTo(value, 1);
  share("reports", 0.2);
  share("recovered", 0.3);
  share("unknown", 0.1);
  expect(found.problems_each).toBeCloseTo(1.2, 0);
  expect(found.without_unit).toBeGreaterThan(0.03);
  expect(found.twice).toBeGreaterThan(0.03);
  expect(complaints / N).toBeCloseTo(0.7, 1);
});

test("the other records belong to tickets", async () => {
  const file = path.join(folder, "tickets.duckdb");
  const found = await ask<Record<string, number>>(
    file,
    `SELECT (SELECT count(*) FROM report_outcome)::DOUBLE AS penalties, (SELECT count(*) FROM follow_up)::DOUBLE AS calls, (SELECT count(*) FROM activity)::DOUBLE AS ledger,
       (SELECT count(*) FROM report_outcome SEMI JOIN (SELECT * FROM ticket WHERE kind = 'report') USING (record_key))::DOUBLE AS of_reports,
       (SELECT count(*) FROM follow_up SEMI JOIN (SELECT * FROM ticket WHERE concluded_at IS NOT NULL) USING (record_key))::DOUBLE AS of_concluded`,
  );
  expect(found.of_reports).toBe(found.penalties);
  expect(found.of_concluded).toBe(found.calls);
  expect(found.penalties).toBeGreaterThan(N * 0.2 * 0.08);
  expect(found.calls).toBeGreaterThan(N * 0.7 * 0.15);
  expect(found.ledger).toBe(3653);
});

test("the quick bench tells time, memory and growth, and leaves no file", async () => {
  const before = (await readdir(tmpdir())).filter((name) => name.startsWith("forewarn-bench-measures-")).length;
  const figures = await benchMeasures({ quick: true, seed: 20 });
  const value = Object.fromEntries(figures.map((figure) => [figure.id, figure.value]));
  expect(new Set(figures.map(({ id }) => id)).size).toBe(figures.length);
  expect(figures.filter(({ ok }) => !ok)).toEqual([]);
  expect(value.whole).toBeGreaterThan(0);
  expect(value.peak_memory).toBeGreaterThan(0.05);
  expect(value.growth).toBeCloseTo((value.whole ?? 0) / (value.tenth ?? 1), 1);
  // Ten years have 120 months, 40 quarters, 20 halves, 10 years and the year to date.
  expect(value.figures).toBeGreaterThan(191 * 100);
  expect((await readdir(tmpdir())).filter((name) => name.startsWith("forewarn-bench-measures-")).length).toBe(before);
}, 300_000);
