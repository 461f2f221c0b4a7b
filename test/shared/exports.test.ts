import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { unzipSync } from "fflate";
import { describe, expect, onTestFinished } from "vitest";
import { type Duck, openDuck } from "../../src/duck/open.ts";
import { choose } from "../../src/ingest/choose.ts";
import { readProfiles } from "../../src/ingest/profiles.ts";
import { openRawFile } from "../../src/ingest/readers/open.ts";
import { temporaryFolder } from "../support/folder.ts";
import { forewarn } from "../support/run.ts";
import { sharedPath, testWith } from "../support/shared.ts";

// Figures as the notes on the exports give them (../shared/exports/README.md and each folder's SOURCE.md), or as they were
// counted in the files by another way than this program's. No row of a file stands here.
interface Loaded {
  readonly name: string;
  readonly profile: string;
  readonly refused: unknown;
  readonly rows: number;
  readonly accepted: number;
  readonly unchanged: number;
  readonly duplicate: number;
  readonly rejected: number;
  readonly rejections: readonly { line: number; code: string }[];
}

/** Loads files into a new warehouse, or that of `data`; every row of every file has one fate. */
async function load(
  files: readonly string[],
  data?: string,
): Promise<{ files: Loaded[]; tickets: number; duck: Duck }> {
  const folder = data ?? (await temporaryFolder());
  const ran = await forewarn(["ingest", ...files, "--data", folder, "--json"]);
  const result = ran.json<{ files: (Loaded & { path: string })[]; totals: { tickets: number } }>();
  const loaded = result.files.map((file) => ({ ...file, name: path.basename(file.path) }));
  for (const file of loaded) {
    expect(file.refused, file.name).toBeNull();
    expect(file.accepted + file.unchanged + file.duplicate + file.rejected, file.name).toBe(file.rows);
  }
  const duck = await openDuck(path.join(folder, "warehouse.duckdb"), { readOnly: true });
  onTestFinished(() => duck.close());
  return { files: loaded, tickets: result.totals.tickets, duck };
}

/** Paths of a folder's files, by name. */
async function filesOf(folder: string, extension: RegExp): Promise<string[]> {
  const names = (await readdir(sharedPath("exports", folder))).filter((name) => extension.test(name)).sort();
  return names.map((name) => sharedPath("exports", folder, name));
}

const fates = ({ rows, accepted, unchanged, duplicate, rejected }: Loaded) => [
  rows,
  accepted,
  unchanged,
  duplicate,
  rejected,
];

/** Counts by a column of the tickets. */
async function counts(duck: Duck, column: string, from = "ticket"): Promise<Record<string, number>> {
  const rows = await duck.rows<{ value: string | null; n: number }>(
    `SELECT ${column} AS value, count(*)::DOUBLE AS n FROM ${from} GROUP BY ALL`,
  );
  return Object.fromEntries(rows.map(({ value, n }) => [String(value), n]));
}

async function period(duck: Duck, column: string): Promise<[string, string]> {
  const { first, last } = await duck.row<{ first: string; last: string }>(
    `SELECT CAST(min(${column}) AS DATE) AS first, CAST(max(${column}) AS DATE) AS last FROM ticket`,
  );
  return [first, last];
}

async function count(duck: Duck, where: string): Promise<number> {
  return (await duck.row<{ n: number }>(`SELECT count(*)::DOUBLE AS n FROM ticket WHERE ${where}`)).n;
}

/** Codes of the rejected rows of all files, by number. */
const faults = (duck: Duck) => counts(duck, "code", "rejected_row");

describe("CFPB", () => {
  testWith("exports", "us-cfpb-2025")("downloads of 2025, both taxonomies", async () => {
    const { files, tickets, duck } = await load(await filesOf("us-cfpb-2025", /\.csv$/));
    expect(files.map(fates)).toEqual([
      [131, 131, 0, 0, 0],
      [2827, 2827, 0, 0, 0],
    ]);
    expect(tickets).toBe(2958);
    expect(await period(duck, "registered_at")).toEqual(["2023-01-01", "2025-04-08"]);
    // One class under two names.
    expect(await counts(duck, "category_code")).toEqual({ S1201: 2958 });
    expect(Object.keys(await counts(duck, "category_words"))).toHaveLength(2);
    expect(await count(duck, "contains(narrative, chr(10))")).toBe(1022 + 40);
    expect(await count(duck, "outcome_words = 'Closed with monetary relief'")).toBe(142 + 1);
    expect(await count(duck, "contains(CAST(to_json(ticket) AS VARCHAR), '\"None\"')")).toBe(0);
  });

  testWith("exports", "us-cfpb-2013-14col")("the extract without numbers", async () => {
    const data = await temporaryFolder();
    const [file] = await filesOf("us-cfpb-2013-14col", /\.csv$/);
    const { files, tickets, duck } = await load([file as string], data);
    expect(files.map(fates)).toEqual([[3186, 3175, 0, 11, 0]]);
    expect(tickets).toBe(3175);
    expect(await period(duck, "registered_at")).toEqual(["2013-06-04", "2017-02-23"]);
    // ZIP codes that had lost their zero, and none left that has.
    expect(await count(duck, "regexp_full_match(complainant_area, '0[0-9]{4}')")).toBe(184);
    expect(await count(duck, "regexp_full_match(complainant_area, '[0-9]{1,4}')")).toBe(0);
    expect(await count(duck, "list_contains(quality, 'accepted_before_registered')")).toBe(6);
  });

  testWith("exports", "us-cfpb-2017-snakecase")("snake case", async () => {
    const { files, duck } = await load(await filesOf("us-cfpb-2017-snakecase", /\.csv$/));
    expect(files.map(fates)).toEqual([[145, 145, 0, 0, 0]]);
    expect(await period(duck, "registered_at")).toEqual(["2012-05-17", "2017-04-22"]);
    expect(await count(duck, "contains(narrative, chr(10))")).toBe(2);
  });

  const fixture = (name: string) => sharedPath("exports", "us-cfpb-pipeline-fixtures", name);
  const testFixtures = testWith("exports", "us-cfpb-pipeline-fixtures");

  // The notes say 29 rows; the files hold 30, with 30 numbers.
  testFixtures("four forms of the same complaints are one number space", async () => {
    const names = ["v2-public.csv", "v1-intake.csv", "v1-public.csv", "v2-intake.csv"];
    const { files, tickets, duck } = await load(names.map(fixture));
    expect(files.map((file) => file.rows)).toEqual([30, 30, 30, 30]);
    expect(files.map((file) => file.rejected)).toEqual([0, 0, 0, 0]);
    expect(tickets).toBe(30);
    expect(await counts(duck, "layout", "source_file")).toEqual({
      download: 1,
      "download-event-tag": 1,
      "intake-v1": 1,
      "intake-v2": 1,
    });
  });

  testFixtures("the extract of five columns", async () => {
    const { files } = await load([fixture("complaints-subset.csv")]);
    expect(files.map(fates)).toEqual([[280, 279, 0, 1, 0]]);
  });

  testFixtures("complaints of 2099 in JSON lines are rejected", async () => {
    const { files, duck } = await load([fixture("ccdb.ndjson")]);
    expect(files.map(fates)).toEqual([[10, 0, 0, 0, 10]]);
    expect(await faults(duck)).toEqual({ future_date: 9, missing_required: 1 });
  });

  testFixtures("a JSON array, with two names for the number", async () => {
    const { files, duck } = await load([fixture("from_s3.json")]);
    expect(files.map(fates)).toEqual([[10, 9, 0, 0, 1]]);
    expect(await faults(duck)).toEqual({ missing_required: 1 });
    expect(await count(duck, "native_id IS NULL OR registered_at_precision <> 'day'")).toBe(0);
  });
});

testWith("exports", "us-ct-insurance")("Connecticut: money does not fan out over the rows of a file", async () => {
  const { files, tickets, duck } = await load(await filesOf("us-ct-insurance", /\.parquet$/));
  expect(files[0]).toMatchObject({ profile: "us-ct-insurance", rows: 75_045, rejected: 0 });
  expect(tickets).toBe(21_174);
  const { total } = await duck.row<{ total: string }>("SELECT CAST(sum(recovered) AS VARCHAR) AS total FROM ticket");
  expect(total).toBe("24430108.50");
  expect((await counts(duck, "recovered_basis")).conflicting).toBe(61);
  expect(await period(duck, "registered_at")).toEqual(["2015-11-02", "2026-04-29"]);
  expect(await period(duck, "concluded_at")).toEqual(["2018-01-09", "2026-05-01"]);
  expect(await counts(duck, "status")).toEqual({ concluded: 21_174 });
});

testWith("exports", "us-tx-insurance")("Texas: every row a ticket, several problems in one", async () => {
  const { files, tickets, duck } = await load(await filesOf("us-tx-insurance", /\.parquet$/));
  expect(files.map(fates)).toEqual([[281_397, 281_397, 0, 0, 0]]);
  expect(tickets).toBe(281_397);
  expect(await period(duck, "registered_at")).toEqual(["2011-04-28", "2026-04-27"]);
  expect(await period(duck, "concluded_at")).toEqual(["2012-05-21", "2026-05-01"]);
  expect(await counts(duck, "result_words")).toEqual({ Confirmed: 52_722, "Not Confirmed": 228_675 });
  // As often as the keyword on adjusters stands among the "; "-joined ones.
  expect(await count(duck, "list_contains(problem_codes, 'P09')")).toBe(75_708);
  expect(await count(duck, "len(problem_codes) > 1")).toBeGreaterThan(0);
});

describe("SINDEC", () => {
  const testSindec = testWith("exports", "br-sindec-procon");

  testSindec("the files of 2018 and 2019", async () => {
    const archives = await filesOf("br-sindec-procon", /\.zip$/);
    const { files, tickets, duck } = await load(archives);
    // Shifted by an unquoted semicolon: 22 and 13. Without the day of opening: 3 and 1.
    expect(files.map(fates)).toEqual([
      [17_577, 17_551, 0, 1, 25],
      [39_060, 39_046, 0, 0, 14],
    ]);
    expect(await faults(duck)).toEqual({ wrong_column_count: 13 + 22, missing_required: 1 + 3 });
    expect(tickets).toBe(56_589);
    expect((await period(duck, "registered_at"))[1]).toBe("2019-12-18");
    expect((await period(duck, "concluded_at"))[1]).toBe("2019-12-30");
    expect(await count(duck, "contains(CAST(to_json(ticket) AS VARCHAR), '\"NULL\"')")).toBe(0);
    expect(await count(duck, "length(complainant_area) <> 8")).toBe(0);
    expect(await count(duck, "length(respondent_code) BETWEEN 12 AND 13")).toBe(0);
  });

  testSindec("a file without its header is the same complaints", async () => {
    const [archive] = await filesOf("br-sindec-procon", /2018.*\.zip$/);
    const [[name, bytes]] = Object.entries(unzipSync(await readFile(archive as string))) as [[string, Uint8Array]];
    const data = await temporaryFolder();
    const bare = path.join(await temporaryFolder(), `without-header-${path.basename(name)}`);
    await writeFile(bare, bytes.subarray(bytes.indexOf(0x0a) + 1));
    await load([archive as string], data);
    const { files, tickets } = await load([bare], data);
    expect(files.map(fates)).toEqual([[39_060, 0, 39_046, 0, 14]]);
    expect(tickets).toBe(39_043);
  });
});

testWith("exports", "cn-12365auto")("12365auto: two encodings of the same complaints", async () => {
  const { files, tickets, duck } = await load(await filesOf("cn-12365auto", /\.csv$/));
  expect(files.map(fates)).toEqual([
    [600, 600, 0, 0, 0],
    [600, 0, 600, 0, 0],
  ]);
  expect(tickets).toBe(600);
  expect(await period(duck, "registered_at")).toEqual(["2020-06-05", "2020-06-08"]);
  expect(await counts(duck, "status")).toEqual({ registered: 231, in_progress: 312, concluded: 57 });
  expect(await count(duck, "coalesce(len(problem_codes), 0) = 0")).toBe(12);
});

testWith("exports", "us-nhtsa")("NHTSA: several rows a complaint, no header", async () => {
  const { files, tickets, duck } = await load(await filesOf("us-nhtsa", /\.txt$/));
  expect(files[0]).toMatchObject({ profile: "us-nhtsa", rows: 100, rejected: 0 });
  expect(tickets).toBe(77);
  expect(await period(duck, "registered_at")).toEqual(["1995-01-03", "1995-01-03"]);
  expect(await count(duck, "coalesce(len(problem_codes), 0) = 0")).toBe(0);
  // The vehicle's number fills no field.
  const [source] = await filesOf("us-nhtsa", /\.txt$/);
  const lines = (await readFile(source as string, "latin1")).split("\r\n");
  const numbers = lines.map((line) => line.split("\t")[14] ?? "").filter((vin) => vin.length > 5);
  expect(numbers.length).toBeGreaterThan(0);
  const told = JSON.stringify(await duck.rows("SELECT * FROM ticket"));
  for (const vin of numbers) expect(told).not.toContain(vin);
});

testWith("exports", "cn-12315-foshan")("header lines of a real bureau's exports are known", async () => {
  const source = await readFile(sharedPath("exports", "cn-12315-foshan", "SOURCE.md"), "utf8");
  const headers = [...source.matchAll(/^- .*? export: (\S+)$/gmu)].map(([, header]) => header as string);
  const profiles = await readProfiles();
  const folder = await temporaryFolder();
  const chosen = await Promise.all(
    headers.map(async (header, i) => {
      const file = path.join(folder, `${i}.csv`);
      await writeFile(file, `${header}\n${header.replaceAll(/[^,]+/gu, "1")}\n`);
      const raw = await openRawFile(file, { temporary: folder, name: path.basename(file) });
      const { choice } = await choose(profiles, raw.tables[0] as (typeof raw.tables)[0]);
      return [choice?.profile.id, choice?.layout.id, (choice?.score ?? 0) >= 0.9];
    }),
  );
  expect(chosen).toEqual([
    ["cn-12315", "query", true],
    ["cn-12315", "list-12315", true],
    ["cn-12315", "list-12345", true],
    ["cn-12315", "register", true],
  ]);
});
