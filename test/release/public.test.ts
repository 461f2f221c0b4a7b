import { rm } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { marginSums, type Place, periodParts, placeKey } from "../../src/disclosure/margins.ts";
import type { Duck } from "../../src/duck/open.ts";
import { findHotspots } from "../../src/hotspots/index.ts";
import { buildRelease } from "../../src/release/build.ts";
import { MARTS, martsOf } from "../../src/release/marts.ts";
import { openRelease, type Release } from "../../src/release/read.ts";
import { solve } from "../disclosure/attack.ts";
import { makeFolder, makeManyWarehouse, makeOptions, SECRET_FILE } from "./made-up.ts";

interface Shown {
  grain: string;
  period: string;
  from: string;
  to: string;
  groups: Record<string, string>;
  value: number | null;
  withheld: boolean;
}

describe("the public half", () => {
  let warehouse: Duck;
  let folder: string;
  let release: Release;
  let bureau: Release;
  beforeAll(async () => {
    // A small county: many cells are small.
    warehouse = await makeManyWarehouse(3000);
    folder = await makeFolder();
    const built = await buildRelease(warehouse, makeOptions(folder, { findHotspots }));
    release = await openRelease(path.join(built.path, "public"), "public");
    bureau = await openRelease(path.join(built.path, "bureau"), "bureau");
  });
  afterAll(async () => {
    release.close();
    bureau.close();
    warehouse.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** What anyone can read of complaints received: all published tables and the measure, as places with a number or null. */
  async function received(): Promise<Shown[]> {
    const rows = await release.rows<Omit<Shown, "groups"> & { category: string; problem: string; region: string }>(
      `SELECT CASE WHEN grid LIKE '%quarter' THEN 'quarter' ELSE 'month' END AS grain, period, "from", "to", category, problem, region,
         tickets::DOUBLE AS value, withheld FROM count
       UNION ALL SELECT grain, period, "from", "to", CASE WHEN dim = 'category' THEN if(group_key = '', '?', group_key) ELSE '' END,
         CASE WHEN dim = 'problem' THEN if(group_key = '', '?', group_key) ELSE '' END, '', value::DOUBLE, withheld
         FROM measure WHERE measure = 'received'`,
    );
    return rows.map(({ category, problem, region, ...row }) => ({ ...row, groups: { category, problem, region } }));
  }

  /** Subtracts wherever one figure of a sum is missing. */
  function attack(rows: readonly Shown[]) {
    const order = ["month", "quarter", "half", "year", "ytd"];
    const spans = new Map(rows.map(({ grain, period, from, to }) => [period, { grain, label: period, from, to }]));
    const periods = [...spans.values()].sort((a, b) => order.indexOf(a.grain) - order.indexOf(b.grain));
    const places = rows.map(({ period, groups }): Place => ({ period, groups }));
    const shown = new Map<string, number>();
    for (const row of rows) if (row.value !== null) shown.set(placeKey(row), row.value);
    return { shown, sums: marginSums(places, periodParts(periods)) };
  }

  test("has every mart with the columns of its schema", async () => {
    expect(martsOf("public")).toEqual(["dimension", "measure", "definition", "count", "series", "break", "bench"]);
    for (const mart of martsOf("public")) {
      const columns = await release.rows<{ column_name: string; column_type: string }>(`DESCRIBE "${mart}"`);
      expect(Object.fromEntries(columns.map((row) => [row.column_name, row.column_type]))).toEqual(MARTS[mart].columns);
    }
  });

  test("shows no small number, and shows most", async () => {
    const count = await release.rows<{ withheld: number; shown: number; small: number }>(
      `SELECT count(*) FILTER (withheld)::DOUBLE AS withheld, count(*) FILTER (tickets > 0)::DOUBLE AS shown,
         count(*) FILTER (tickets BETWEEN 1 AND 4)::DOUBLE AS small FROM count`,
    );
    expect(count[0]).toMatchObject({ small: 0 });
    expect(count[0]?.withheld).toBeGreaterThan(100);
    expect(count[0]?.shown).toBeGreaterThan(100);
    const measures = await release.rows(
      `SELECT * FROM measure WHERE n BETWEEN 1 AND 4 OR (denominator - numerator BETWEEN 1 AND 4 AND measure <> 'recovery_rate')
         OR (measure NOT LIKE 'amount_re%' AND measure NOT LIKE 'recovery%' AND change_unit = 'ratio' AND (value BETWEEN 1 AND 4 OR previous BETWEEN 1 AND 4))`,
    );
    expect(measures).toEqual([]);
  });

  test("a withheld row shows nothing at all", async () => {
    expect(
      await release.rows(
        `SELECT * FROM measure WHERE withheld AND coalesce(value, numerator, denominator, n, low, high, previous, change) IS NOT NULL`,
      ),
    ).toEqual([]);
    expect(await release.rows("SELECT * FROM measure WHERE withheld AND note IS NOT NULL")).toEqual([]);
    expect(await release.rows("SELECT * FROM count WHERE withheld <> (tickets IS NULL)")).toEqual([]);
    expect(await release.rows("SELECT * FROM series WHERE withheld <> (observed IS NULL)")).toEqual([]);
    expect(await release.rows("SELECT * FROM series WHERE withheld AND complainants IS NOT NULL")).toEqual([]);
  });

  test("the same cell is withheld everywhere or nowhere, with the same number", async () => {
    const seen = new Map<string, number | null>();
    for (const row of await received()) {
      const key = placeKey(row);
      if (seen.has(key)) expect([key, row.value]).toEqual([key, seen.get(key)]);
      seen.set(key, row.value);
    }
    expect(
      await release.rows(
        `SELECT cell FROM series LEFT JOIN count ON series.period = count.period AND NOT grid LIKE '%quarter'
           AND cell = 'category:' || category || '|problem:' || problem || '|region:' || region
         WHERE observed IS DISTINCT FROM tickets`,
      ),
    ).toEqual([]);
  });

  test("no withheld number of complaints can be had by subtraction", async () => {
    const rows = await received();
    const { shown, sums } = attack(rows);
    expect(sums.length).toBeGreaterThan(1000);
    expect(rows.filter(({ withheld }) => withheld).length).toBeGreaterThan(100);
    expect(solve(shown, sums)).toEqual(new Map());
  });

  test("the attack would find what is withheld alone", async () => {
    const { shown, sums } = attack(await received());
    const key = placeKey({ period: "2025-03", groups: {} });
    const value = shown.get(key);
    shown.delete(key);
    expect(solve(shown, sums).get(key)).toBe(value);
  });

  test("no withheld value of a measure can be had by subtraction, nor from the year before", async () => {
    const rows = await release.rows<
      Omit<Shown, "groups"> & { measure: string; dim: string | null; group: string; previous: number | null }
    >(
      `SELECT measure, grain, period, "from", "to", dim, coalesce(group_key, '') AS "group", coalesce(denominator, value)::DOUBLE AS value,
         CASE WHEN denominator IS NULL THEN previous::DOUBLE END AS previous, withheld
       FROM measure WHERE measure NOT IN ('amount_recovered_median', 'recovery_rate')`,
    );
    let hidden = 0;
    for (const id of new Set(rows.map(({ measure }) => (measure === "amount_band" ? "accepted" : measure)))) {
      const own = rows
        .filter(({ measure }) => measure === id || (id === "accepted" && measure === "amount_band"))
        .map((row): Shown & { previous: number | null } => ({
          ...row,
          groups: row.dim === null ? {} : { [row.dim]: row.group || "?" },
        }));
      const { shown, sums } = attack(own);
      const withheld = new Set(own.filter((row) => row.withheld).map(placeKey));
      hidden += withheld.size;
      for (const row of own) {
        if (row.previous === null || row.grain === "ytd") continue;
        const before = `${Number(row.period.slice(0, 4)) - 1}${row.period.slice(4)}`;
        const key = placeKey({ period: before, groups: row.groups });
        expect([key, withheld.has(key)]).toEqual([key, false]);
        if (shown.has(key)) expect(shown.get(key)).toBe(row.previous);
      }
      const found = [...solve(shown, sums)].filter(([key]) => withheld.has(key));
      expect([id, found]).toEqual([id, []]);
    }
    expect(hidden).toBeGreaterThan(20);
  });

  test("speaks of months that have ended only", async () => {
    expect(await release.rows(`SELECT DISTINCT complete FROM measure`)).toEqual([{ complete: true }]);
    expect(
      await release.rows(
        `SELECT max("to") AS last FROM (SELECT "to" FROM measure UNION ALL SELECT "to" FROM count UNION ALL SELECT "to" FROM series)`,
      ),
    ).toEqual([{ last: "2026-05-31" }]);
    expect(await release.rows("SELECT DISTINCT period FROM measure WHERE grain = 'ytd'")).toEqual([
      { period: "ytd:2026-05-31" },
    ]);
    expect(release.manifest.period).toEqual({ from: "2021-01-01", to: "2026-05-31" });
  });

  test("counts complaints as the bureau does", async () => {
    const months = (half: Release) =>
      half.rows(
        `SELECT period, value, previous FROM measure WHERE measure = 'received' AND grain = 'month' AND dim IS NULL AND complete ORDER BY period`,
      );
    expect(await months(release)).toEqual(await months(bureau));
  });

  test("an expected number is not shown for a cell of which a month is withheld, and a level never", async () => {
    expect(
      await release.rows(
        `SELECT cell FROM series GROUP BY cell HAVING bool_or(withheld) AND count(complainants) + count(expected) + count(low) + count(high) + count(detector) > 0`,
      ),
    ).toEqual([]);
    expect(await release.rows("SELECT count(expected) > 0 AS some, count(level) AS levels FROM series")).toEqual([
      { some: true, levels: "0" },
    ]);
  });

  test("complainants stand beside every expected number, as the bureau has them and never below the limits", async () => {
    expect(await release.rows("SELECT * FROM series WHERE expected IS NOT NULL AND complainants IS NULL")).toEqual([]);
    const { minimumTickets, minimumComplainants } = release.manifest.disclosure;
    expect(
      await release.rows(
        `SELECT * FROM series WHERE complainants > observed OR (observed > 0 AND (observed < $1 OR complainants < $2))`,
        [minimumTickets, minimumComplainants],
      ),
    ).toEqual([]);
    const shown = (half: Release, where: string) =>
      half.rows<{ cell: string }>(
        `SELECT cell, period, observed, complainants, detector FROM series WHERE grain = 'month' AND ${where} ORDER BY cell, period`,
      );
    const ours = await shown(release, "detector IS NOT NULL");
    expect(ours.length).toBeGreaterThan(50);
    const cells = new Set(ours.map(({ cell }) => cell));
    const theirs = (await shown(bureau, "complete AND detector IS NOT NULL")).filter(({ cell }) => cells.has(cell));
    expect(ours).toEqual(theirs);
  });

  test("names no unit, no channel, no source file and no ticket", async () => {
    const words = new Set<string>();
    for (const mart of martsOf("public")) {
      for (const [column, type] of Object.entries(MARTS[mart].columns)) {
        if (type !== "VARCHAR") continue;
        for (const row of await release.rows<{ word: string | null }>(
          `SELECT DISTINCT "${column}" AS word FROM "${mart}"`,
        ))
          words.add(row.word ?? "");
      }
    }
    const text = [...words].join("\n");
    for (const secret of ["样例1所", "样例12所", "12345", "来访", "made-up:"]) expect(text).not.toContain(secret);
    expect(text + JSON.stringify(release.manifest)).not.toContain(SECRET_FILE);
    expect(release.manifest.sources.list).toBeUndefined();
    expect(bureau.manifest.sources.list).toHaveLength(1);
    expect(await release.rows("SELECT DISTINCT dim FROM dimension WHERE dim IN ('unit', 'channel')")).toEqual([]);
  });
});
