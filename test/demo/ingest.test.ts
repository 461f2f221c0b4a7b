import { afterAll, beforeAll, expect, test } from "vitest";
import { makeDemo } from "../../src/demo/make.ts";
import type { Duck } from "../../src/duck/open.ts";
import { openWarehouse } from "../../src/warehouse/open.ts";
import { forewarn } from "../support/run.ts";
import { readTotals, suiteFolder, type Totals } from "./folder-of.ts";

interface Loaded {
  readonly files: readonly {
    readonly path: string;
    readonly format: string;
    readonly encoding: string;
    readonly rows: number;
    readonly duplicate: number;
    readonly rejections: readonly { readonly line: number; readonly column: string | null; readonly code: string }[];
    readonly refused: unknown;
  }[];
}

const suite = await suiteFolder();
const county = suite.at("county");
let truth: Totals;
let loaded: Loaded;
let warehouse: Duck;

beforeAll(async () => {
  await makeDemo({ directory: county });
  truth = await readTotals(county);
  const ran = await forewarn(["ingest", "--data", county, "--json"]);
  expect(ran.code, ran.err).toBe(0);
  loaded = ran.json<Loaded>();
  warehouse = await openWarehouse(suite.at("county/warehouse.duckdb"), { readOnly: true });
}, 300_000);
afterAll(async () => {
  warehouse?.close();
  await suite.remove();
});

test("each file has the rows, duplicates and rejected lines of the truth", () => {
  const byPath = <T extends { path: string }>(files: readonly T[]) =>
    [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  const found = loaded.files.map((file) => ({
    path: file.path.slice(file.path.lastIndexOf("exports/") + 8),
    format: file.format,
    encoding: file.encoding,
    rows: file.rows,
    duplicates: file.duplicate,
    rejected: file.rejections.map(({ line, column, code }) => ({ line, column, code })),
    refused: file.refused,
  }));
  const expected = truth.files.map(({ path, format, encoding, rows, duplicates, rejected }) => {
    return { path, format, encoding, rows, duplicates, rejected, refused: null };
  });
  expect(byPath(found)).toEqual(byPath(expected));
});

test("tickets by kind, outcome and month are those of the truth", async () => {
  const count = async (column: string) =>
    Object.fromEntries(
      (
        await warehouse.rows<{ key: string; n: number }>(
          `SELECT ${column} AS key, count(*)::DOUBLE AS n FROM ticket WHERE ${column} IS NOT NULL GROUP BY ALL`,
        )
      ).map(({ key, n }) => [key, n]),
    );
  expect(await count("kind")).toEqual(truth.tickets.byKind);
  expect(await count("outcome")).toEqual(truth.tickets.byOutcome);
  const months = await warehouse.rows<{ month: string; kind: string; n: number }>(
    `SELECT strftime(registered_at, '%Y-%m') AS month, kind, count(*)::DOUBLE AS n FROM ticket
     WHERE registered_at IS NOT NULL GROUP BY ALL`,
  );
  const byMonth: Record<string, Record<string, number>> = {};
  for (const { month, kind, n } of months) byMonth[month] = { ...byMonth[month], [kind]: n };
  expect(byMonth).toEqual(truth.tickets.byMonth);
});

test("counts and money are those of the truth, to the cent", async () => {
  const { tickets, money } = truth;
  expect(
    await warehouse.row(
      `SELECT count(*)::DOUBLE AS total, count(*) FILTER (registered_at IS NULL)::DOUBLE AS undated,
         count(accepted_at)::DOUBLE AS accepted, count(concluded_at)::DOUBLE AS concluded,
         count(*) FILTER (category_code IS NULL)::DOUBLE AS uncategorized,
         count(*) FILTER (region_code IS NULL)::DOUBLE AS elsewhere,
         count(*) FILTER (appraisal)::DOUBLE AS appraisals, count(*) FILTER (professional)::DOUBLE AS professional,
         sum(disputed) AS disputed, sum(recovered) AS recovered, sum(added) AS added,
         count(*) FILTER (disputed > 0)::DOUBLE AS n_disputed, count(*) FILTER (recovered > 0)::DOUBLE AS n_recovered,
         count(*) FILTER (added > 0)::DOUBLE AS n_added FROM ticket`,
    ),
  ).toEqual({
    total: tickets.total,
    undated: tickets.undated,
    accepted: tickets.acceptedDated,
    concluded: tickets.concludedDated,
    uncategorized: tickets.withoutCategory,
    elsewhere: tickets.withoutRegion,
    appraisals: tickets.appraisals,
    professional: tickets.professional,
    disputed: money.disputed.sum,
    recovered: money.recovered.sum,
    added: money.added.sum,
    n_disputed: money.disputed.tickets,
    n_recovered: money.recovered.tickets,
    n_added: money.added.tickets,
  });
});

test("calls, penalties and the ledger are those of the truth", async () => {
  expect(
    await warehouse.row(
      `SELECT count(*)::DOUBLE AS total, count(satisfaction)::DOUBLE AS rated,
         count(*) FILTER (satisfaction = '满意')::DOUBLE AS satisfied,
         count(*) FILTER (satisfaction = '基本满意')::DOUBLE AS "fairlySatisfied" FROM follow_up`,
    ),
  ).toEqual(truth.followUps);
  expect(
    await warehouse.row(
      `SELECT count(*)::DOUBLE AS cases, sum(fine) AS fines, sum(forfeited) AS forfeited,
         sum(confiscated_value) AS "goodsValue" FROM report_outcome`,
    ),
  ).toEqual(truth.penalties);
  const types = await warehouse.rows<{ type: string; n: number }>(
    "SELECT type, count(*)::DOUBLE AS n FROM activity GROUP BY ALL",
  );
  expect(Object.fromEntries(types.map(({ type, n }) => [type, n]))).toEqual(truth.activities.byType);
  expect(await warehouse.row("SELECT count(*) FILTER (at_least)::DOUBLE AS n FROM activity")).toEqual({
    n: truth.activities.atLeast,
  });
});
