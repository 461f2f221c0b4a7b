import path from "node:path";
import { describe, expect, onTestFinished } from "vitest";
import { literal } from "../../src/duck/identifier.ts";
import { type Duck, openDuck } from "../../src/duck/open.ts";
import { openRelease, type Release } from "../../src/release/read.ts";
import { temporaryFolder } from "../support/folder.ts";
import { forewarn } from "../support/run.ts";
import { sharedPath, testWith } from "../support/shared.ts";

interface Figure {
  readonly period: string;
  readonly value: string;
}

/** The bureau's half of a release made of files, and a database to count the same files in by another way. */
async function releaseOf(files: readonly string[]): Promise<{ data: string; release: Release; raw: Duck }> {
  const data = await temporaryFolder();
  expect((await forewarn(["ingest", ...files, "--data", data, "--json"])).code).toBeLessThan(2);
  const built = await forewarn(["release", "--data", data, "--json"]);
  const release = await openRelease(path.join(built.json<{ path: string }>().path, "bureau"), "bureau");
  const raw = await openDuck(":memory:");
  onTestFinished(() => {
    release.close();
    raw.close();
  });
  return { data, release, raw };
}

/** Values of a measure over all tickets, by period of a grain, zeros left out: the files have no empty months. */
async function figures(release: Release, measure: string, grain: string): Promise<Figure[]> {
  return release.rows<Figure>(
    `SELECT period, CAST(CAST(value AS DECIMAL(18, 2)) AS VARCHAR) AS value FROM measure
     WHERE dim IS NULL AND measure = $1 AND grain = $2 AND value <> 0 ORDER BY period`,
    [measure, grain],
  );
}

/** Sums of the values of a measure over the values of a dimension, by month. */
async function summed(release: Release, measure: string, dim: string): Promise<Figure[]> {
  return release.rows<Figure>(
    `SELECT period, CAST(CAST(sum(value) AS DECIMAL(18, 2)) AS VARCHAR) AS value FROM measure
     WHERE dim = $1 AND measure = $2 AND grain = 'month' GROUP BY period HAVING sum(value) <> 0 ORDER BY period`,
    [dim, measure],
  );
}

const total = (list: readonly Figure[]) =>
  list.reduce((sum, { value }) => sum + Math.round(Number(value) * 100), 0) / 100;

const lines = (list: readonly Figure[]) => list.map(({ period, value }) => `${period} ${value}`);

describe("measures of real exports against counts of the files themselves", () => {
  const connecticut = ["exports", "us-ct-insurance", "ct_complaints_complaint_level.parquet"] as const;
  testWith(...connecticut)(
    "Connecticut: recovered once a file, by month to the cent, by category without loss",
    async () => {
      const { data, release, raw } = await releaseOf([sharedPath(...connecticut)]);
      await raw.run(`CREATE VIEW file AS SELECT file_no, strftime(min(closed), '%Y-%m') AS concluded,
      strftime(min(opened), '%Y-%m') AS registered, CAST(max(recovery) AS DECIMAL(18, 2)) AS recovered
      FROM read_parquet(${literal(sharedPath(...connecticut))}) GROUP BY file_no`);
      const direct = (value: string, by: string) =>
        raw.rows<Figure>(`SELECT ${by} AS period, CAST(CAST(${value} AS DECIMAL(18, 2)) AS VARCHAR) AS value FROM file
                        GROUP BY ALL HAVING ${value} <> 0 ORDER BY period`);

      const months = await figures(release, "amount_recovered", "month");
      expect(lines(months)).toEqual(lines(await direct("sum(recovered)", "concluded")));
      expect(total(months)).toBe(24_430_108.5);
      expect(total(await figures(release, "amount_recovered", "year"))).toBe(24_430_108.5);
      // One category a file; several problems in one, which therefore add up to more.
      expect(lines(await summed(release, "amount_recovered", "category"))).toEqual(lines(months));
      const problems = await summed(release, "amount_recovered", "problem");
      expect(total(problems)).toBeGreaterThan(total(months));
      expect(problems.map(({ period }) => period)).toEqual(months.map(({ period }) => period));

      const received = await figures(release, "received", "month");
      expect(lines(received)).toEqual(lines(await direct("count(*)", "registered")));
      expect(total(received)).toBe(21_174);

      const ran = await forewarn(["measures", "--period", "2015-01-01..2026-12-31", "--data", data, "--json"]);
      const { measures } = ran.json<{ measures: { id: string; value: string | null }[] }>();
      expect(measures.find(({ id }) => id === "amount_recovered")?.value).toBe("24430108.50");
    },
  );

  const texas = ["exports", "us-tx-insurance", "tx_complaints_complaint_level.parquet"] as const;
  testWith(...texas)("Texas: 281,397 complaints by the month of their receipt and of their end", async () => {
    const { release, raw } = await releaseOf([sharedPath(...texas)]);
    for (const [measure, column] of [
      ["received", "received_date"],
      ["concluded", "closed_date"],
    ] as const) {
      const months = await figures(release, measure, "month");
      const direct = await raw.rows<Figure>(
        `SELECT strftime(${column}, '%Y-%m') AS period, CAST(CAST(count(*) AS DECIMAL(18, 2)) AS VARCHAR) AS value
         FROM read_parquet(${literal(sharedPath(...texas))}) GROUP BY ALL ORDER BY period`,
      );
      expect(lines(months), measure).toEqual(lines(direct));
      expect(total(months)).toBe(281_397);
      expect(total(await summed(release, measure, "category"))).toBe(281_397);
    }
  });

  const newYork = ["exports", "us-nyc-dca-mediated"] as const;
  testWith(...newYork)("New York: restitution by the month of the end, to the cent", async () => {
    const files = ["2016", "2019"].map((year) =>
      sharedPath(...newYork, `${year}_Consumer_Services_Mediated_Complaints.csv`),
    );
    const { release, raw } = await releaseOf(files);
    // In the row that an unquoted comma has shifted, a "Yes" stands where the money should.
    const direct = await raw.rows<Figure>(
      `SELECT strftime(strptime("Mediation Close Date", '%m/%d/%Y'), '%Y-%m') AS period,
         CAST(sum(CAST(Restitution AS DECIMAL(18, 2))) AS VARCHAR) AS value
       FROM read_csv([${files.map(literal).join(", ")}], header = true, all_varchar = true, union_by_name = true)
       WHERE TRY_CAST(Restitution AS DECIMAL(18, 2)) > 0 GROUP BY ALL ORDER BY period`,
    );
    const months = await figures(release, "amount_recovered", "month");
    expect(lines(months)).toEqual(lines(direct));
    expect(total(months)).toBe(2_454_354 + 979_519);
    for (const dim of ["category", "problem"])
      expect(lines(await summed(release, "amount_recovered", dim)), dim).toEqual(lines(months));
  });
});
