import { rm } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Duck } from "../../src/duck/open.ts";
import { measure } from "../../src/measures/measure.ts";
import { MEASURES } from "../../src/measures/registry.ts";
import { buildRelease } from "../../src/release/build.ts";
import { MARTS, martsOf } from "../../src/release/marts.ts";
import { openRelease, type Release } from "../../src/release/read.ts";
import { MADE_UP_SETTINGS, MADE_UP_TAXONOMY } from "../measures/made-up.ts";
import { AS_OF, makeFolder, makeManyWarehouse, makeOptions } from "./made-up.ts";

describe("the bureau's half", () => {
  let warehouse: Duck;
  let folder: string;
  let release: Release;
  beforeAll(async () => {
    warehouse = await makeManyWarehouse(1500);
    folder = await makeFolder();
    const built = await buildRelease(warehouse, makeOptions(folder));
    release = await openRelease(path.join(built.path, "bureau"), "bureau");
  });
  afterAll(async () => {
    release.close();
    warehouse.close();
    await rm(folder, { recursive: true, force: true });
  });
  const one = async (sql: string) => Object.values((await release.rows(sql))[0] ?? {})[0];

  test("has every mart with the columns of its schema", async () => {
    for (const mart of martsOf("bureau")) {
      const columns = await release.rows<{ column_name: string; column_type: string }>(`DESCRIBE "${mart}"`);
      expect(Object.fromEntries(columns.map((row) => [row.column_name, row.column_type]))).toEqual(MARTS[mart].columns);
    }
  });

  test("has every measure for the whole of every standard period, zeros and rates without a base too", async () => {
    const rows = await release.rows<{ grain: string; periods: string; measures: string; rows: string }>(
      `SELECT grain, count(DISTINCT period) AS periods, count(DISTINCT measure) AS measures, count(*) AS "rows"
       FROM measure WHERE dim IS NULL GROUP BY grain ORDER BY grain`,
    );
    const plain = MEASURES.filter(({ split }) => split === null).length;
    const expected = { half: 11, month: 66, quarter: 22, year: 6, ytd: 1 };
    expect(rows).toEqual(
      Object.entries(expected).map(([grain, periods]) => ({
        grain,
        periods: String(periods),
        measures: String(plain),
        rows: String(periods * plain),
      })),
    );
    expect(await one("SELECT string_agg(DISTINCT dim, ' ' ORDER BY dim) FROM measure")).toBe(
      "band category channel problem region unit",
    );
  });

  test("gives the figures of the command line", async () => {
    const period = "2026-Q2";
    const said = await measure(warehouse, { period, by: "unit", asOf: AS_OF, settings: MADE_UP_SETTINGS });
    const rows = await release.rows<Record<string, string | number | null>>(
      `SELECT measure, group_key, round(value, 2) AS value, numerator, denominator, n, round(previous, 2) AS previous, change, low, "to", complete
       FROM measure WHERE period = $1 AND dim = 'unit'`,
      [period],
    );
    const plain = said.filter((row) => row.group?.band === undefined);
    expect(rows).toHaveLength(plain.length);
    for (const row of plain) {
      const found = rows.find((each) => each.measure === row.id && each.group_key === (row.group?.unit ?? ""));
      const near = (value: unknown) => (value === null || value === undefined ? null : Number(value));
      expect(near(found?.n)).toBe(row.n);
      for (const [mine, theirs] of [
        [found?.value, row.value],
        [found?.previous, row.previous],
        [found?.numerator, row.numerator],
        [found?.denominator, row.denominator],
        [found?.change, row.change],
        [found?.low, row.interval?.[0] ?? null],
      ]) {
        if (theirs === null) expect(near(mine)).toBeNull();
        else expect(Math.abs((near(mine) as number) - Number(theirs))).toBeLessThan(0.0051);
      }
      expect(found).toMatchObject({ to: AS_OF, complete: false });
    }
  });

  test("its parts agree: units, months and the cube add up to the whole", async () => {
    for (const dim of ["unit", "category", "region", "channel"]) {
      const rows = await release.rows(
        `SELECT period, measure, sum(value) FILTER (dim IS NULL) AS whole, sum(value) FILTER (dim = $1) AS parts
         FROM measure WHERE measure IN ('received', 'accepted', 'concluded', 'amount_recovered', 'reports_accepted')
         GROUP BY ALL HAVING coalesce(whole, 0) <> coalesce(parts, 0)`,
        [dim],
      );
      expect(rows).toEqual([]);
    }
    expect(
      await release.rows(
        `SELECT whole.period FROM (FROM measure WHERE measure = 'received' AND dim IS NULL AND grain = 'month') AS whole
         LEFT JOIN (SELECT month, sum(tickets) AS tickets FROM cube WHERE kind = 'complaint' GROUP BY month) AS cube ON cube.month = whole."from"
         WHERE whole.value <> cube.tickets`,
      ),
    ).toEqual([]);
    expect(await one("SELECT sum(tickets) FROM cube")).toBe(String(release.manifest.tickets));
    expect(await one("SELECT sum(agreements) FROM cube")).toBe(
      await one(
        `SELECT sum(value)::BIGINT FROM measure WHERE measure = 'agreements' AND grain = 'year' AND dim IS NULL`,
      ),
    );
  });

  test("a share is exact to six decimals and lies in its interval", async () => {
    const rows = await release.rows(
      `SELECT numerator, denominator, value FROM measure WHERE denominator > 0
         AND abs(value::DOUBLE - numerator::DOUBLE / denominator::DOUBLE) > 0.0000005000001`,
    );
    expect(rows).toEqual([]);
    expect(
      await one(
        "SELECT count(*) FROM measure WHERE low IS NOT NULL AND NOT (low <= value::DOUBLE + 1e-6 AND high >= value::DOUBLE - 1e-6)",
      ),
    ).toBe("0");
    expect(await one("SELECT count(*) FROM measure WHERE low IS NOT NULL")).not.toBe("0");
  });

  test("dimensions name what measures are grouped by", async () => {
    expect(
      await release.rows(
        `SELECT DISTINCT dim, group_key FROM measure WHERE dim NOT IN ('band', 'region') AND group_key <> ''
         EXCEPT SELECT dim, "key" FROM dimension`,
      ),
    ).toEqual([]);
    expect(
      await release.rows(`SELECT parent, level, zh, en FROM dimension WHERE dim = 'category' AND "key" = 'G0102'`),
    ).toEqual([{ parent: "G01", level: 2, zh: "Two(样例)", en: "Two" }]);
  });

  test("accounts for every row", async () => {
    expect(
      await release.rows(`SELECT fate, sum("rows") AS n FROM accounting_month GROUP BY fate ORDER BY fate`),
    ).toEqual([
      { fate: "accepted", n: "1500" },
      { fate: "duplicate", n: "1" },
      { fate: "rejected", n: "2" },
    ]);
    expect(await release.rows("SELECT * FROM accounting_reject ORDER BY code")).toEqual([
      { code: "not_a_number", column_name: "挽回经济损失", rows: "1" },
      { code: "total_row", column_name: null, rows: "1" },
    ]);
    expect(MADE_UP_TAXONOMY.categories.length).toBeGreaterThan(0);
    expect(await one("SELECT tickets FROM accounting_gap WHERE gap = 'unmapped_region'")).toBe("30");
  });
});
