import { cp, mkdir } from "node:fs/promises";
import path from "node:path";
import { describe, expect } from "vitest";
import { temporaryFolder } from "../support/folder.ts";
import { forewarn } from "../support/run.ts";
import { sharedPath, testWith } from "../support/shared.ts";

const folder = ["exports", "us-nyc-dca-mediated"] as const;
const testNyc = testWith(...folder);
const vintages = ["2016", "2019"].map((year) =>
  sharedPath(...folder, `${year}_Consumer_Services_Mediated_Complaints.csv`),
);

interface Measures {
  measures: { id: string; value: string | null; n: number }[];
}

/** Figures as the notes on the exports give them (../shared/exports/README.md). */
describe("New York's mediated complaints", () => {
  testNyc("rows add up, and restitution is right to the cent", async () => {
    const data = await temporaryFolder();
    const ran = await forewarn(["ingest", ...vintages, "--data", data, "--json"]);
    expect(ran.code).toBe(0);
    const { files, totals } = ran.json<{ files: Record<string, unknown>[]; totals: Record<string, number> }>();
    expect(
      files.map(({ rows, accepted, unchanged, duplicate, rejected }) => [
        rows,
        accepted,
        unchanged,
        duplicate,
        rejected,
      ]),
    ).toEqual([
      [4495, 4495, 0, 0, 0],
      [3045, 3044, 0, 0, 1],
    ]);
    expect(totals).toMatchObject({ rows: 7540, tickets: 7539 });
    // The row that an unquoted comma has shifted: its "Yes" stands where the amount should.
    expect(files[1]?.rejections).toMatchObject([
      { line: 194, column: "Restitution", value: "Yes", code: "not_a_number" },
    ]);

    const measure = async (period: string, id: string) => {
      const { measures } = (
        await forewarn(["measures", "--period", period, "--data", data, "--json"])
      ).json<Measures>();
      return measures.find((row) => row.id === id);
    };
    expect((await measure("2014-01-01..2016-12-31", "amount_recovered"))?.value).toBe("2454354.00");
    expect((await measure("2018-01-01..2020-12-31", "amount_recovered"))?.value).toBe("979519.00");
    expect((await measure("2014-01-01..2016-12-31", "amount_recovered_median"))?.n).toBe(1599);
    expect((await measure("2018-01-01..2020-12-31", "amount_recovered_median"))?.n).toBe(735);
    expect((await measure("2014-01-01..2020-12-31", "received"))?.value).toBe("7539");
  });

  testNyc("one vintage after the other gives what both together give", async () => {
    const data = await temporaryFolder();
    const files = path.join(data, "in");
    await mkdir(files);
    for (const file of vintages) await cp(file, path.join(files, path.basename(file)));
    for (const file of [vintages[1] as string, files]) await forewarn(["ingest", file, "--data", data]);
    const status = (await forewarn(["status", "--data", data, "--json"])).json<Record<string, number>>();
    expect(status).toMatchObject({ files: 2, rows: 7540, accepted: 7539, rejected: 1, tickets: 7539 });
    const rejects = (await forewarn(["rejects", "--data", data])).out;
    expect(rejects).toContain("2019_Consumer_Services_Mediated_Complaints.csv");
    expect(rejects).toContain(",194,Restitution,Yes,not_a_number,");
  });
});
