import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { REGISTER, registerRow, writeLines } from "../ingest/fixtures.ts";
import { temporaryFolder } from "../support/folder.ts";
import { forewarn } from "../support/run.ts";

const HEADER = "Case No,Date received,Company,Issue,Refund amount,Outcome,Consumer name";

function row(id: number, changes: { date?: string; refund?: string; issue?: string } = {}): string {
  const { date = "2026-03-15", refund = "10.50", issue = id % 2 === 0 ? "Price" : "Wrong colour" } = changes;
  return `C${id},${date},Made-up Shop ${id},${issue},${refund},Settled,PAT EXAMPLE`;
}

async function madeUp(rows: readonly string[] = Array.from({ length: 30 }, (_, i) => row(i))) {
  const folder = await temporaryFolder();
  const file = await writeLines(folder, "agency_export.csv", [HEADER, ...rows]);
  return { folder, file, data: path.join(folder, "data") };
}

describe("forewarn profile scaffold", () => {
  test("writes YAML that ingest loads the file with", async () => {
    const { file, data } = await madeUp();
    const out = path.join(data, "profiles", "agency-export.yaml");
    const ran = await forewarn(["profile", "scaffold", file, "--data", data, "--out", out]);
    expect(ran).toMatchObject({ code: 0, err: "" });
    expect(ran.out).toMatch(/^Wrote .*agency-export\.yaml: \d+ guesses, 1 of which a person must settle\.\n$/);
    expect(await readdir(path.dirname(out))).toEqual(["agency-export.yaml"]);

    const loaded = await forewarn(["ingest", file, "--profile", "agency-export", "--data", data, "--json"]);
    expect(loaded.code).toBe(0);
    expect(loaded.json()).toMatchObject({
      files: [{ profile: "agency-export", rows: 30, accepted: 30, rejected: 0, refused: null }],
    });
    const measures = await forewarn(["measures", "--period", "2026-03", "--data", data, "--json"]);
    const values = Object.fromEntries(
      measures.json<{ measures: { id: string; value: string }[] }>().measures.map(({ id, value }) => [id, value]),
    );
    expect(values).toMatchObject({ received: "30", amount_recovered: "315.00", agreements: "30" });
  });

  test("prints to standard output, and makes nothing", async () => {
    const { file, data, folder } = await madeUp();
    const ran = await forewarn(["profile", "scaffold", file, "--id", "mine", "--data", data]);
    expect(ran).toMatchObject({ code: 0, err: "" });
    expect(ran.out).toMatch(
      /^# Drafted by forewarn profile scaffold from “agency export”: 30 rows, header in line 1\.\n/,
    );
    expect(ran.out).toContain("\nid: mine #");
    expect(ran.out).not.toContain("EXAMPLE");
    expect(await readdir(folder)).toEqual(["agency_export.csv"]);
  });

  test("--json gives profile, guesses and yaml in one document", async () => {
    const { file, data } = await madeUp();
    const ran = await forewarn(["profile", "scaffold", file, "--data", data, "--json"]);
    const document = ran.json<{ profile: { id: string }; guesses: unknown[]; yaml: string }>();
    expect(document.profile.id).toBe("agency-export");
    expect(document.guesses).toContainEqual({
      column: "Refund amount",
      field: "recovered",
      reason: "the caption says “refund amount”; 30 of 30 cells are amounts",
      sure: "high",
      loud: false,
    });
    expect(document.yaml).toContain("id: agency-export");
  });

  test("speaks Chinese where that is asked for; the marks stay", async () => {
    const { file, data } = await madeUp();
    const ran = await forewarn(["profile", "scaffold", file, "--data", data, "--lang", "zh"]);
    expect(ran.out).toContain("# guess: 标题即“refund amount”；30 个单元格中 30 个是金额（把握大）");
  });

  test("never overwrites", async () => {
    const { file, data, folder } = await madeUp();
    const out = path.join(folder, "there.yaml");
    await writeFile(out, "mine");
    const ran = await forewarn(["profile", "scaffold", file, "--data", data, "--out", out, "--json"]);
    expect(ran.code).toBe(1);
    expect(ran.json()).toMatchObject({ error: { key: "cli.file_exists", file: out } });
    expect(await readFile(out, "utf8")).toBe("mine");
    expect((await readdir(folder)).sort()).toEqual(["agency_export.csv", "there.yaml"]);
  });

  test("keeps out of the way of a known profile, unless it is named", async () => {
    const folder = await temporaryFolder();
    const file = await writeLines(folder, "cn_12315.csv", [HEADER, row(1), row(2)]);
    const guessed = await forewarn(["profile", "scaffold", file, "--data", folder, "--json"]);
    expect(guessed.json<{ profile: { id: string } }>().profile.id).toMatch(/^cn-12315-[0-9a-f]{8}$/);
    const named = await forewarn(["profile", "scaffold", file, "--id", "cn-12315", "--data", folder]);
    expect(named.err).toContain("takes its place");
  });

  test.each([
    [["profile", "scaffold"], 2],
    [["profile"], 2],
    [["profile", "scaffold", "FILE", "--id", "Not An Id"], 2],
    [["profile", "scaffold", "FOLDER"], 2],
    [["profile", "scaffold", "GONE"], 1],
    [["profile", "test", "no-such-profile", "FILE"], 2],
    [["profile", "test", "cn-12315", "FILE", "--rows", "x"], 2],
  ])("%j ends with %i", async (argv, code) => {
    const { file, folder, data } = await madeUp();
    const paths: Record<string, string> = { FILE: file, FOLDER: folder, GONE: path.join(folder, "gone") };
    const ran = await forewarn([
      ...argv.map((word) => paths[word] ?? word),
      ...(argv.length > 1 ? ["--data", data] : []),
    ]);
    expect(ran.code).toBe(code);
    expect(ran.out).toBe("");
    expect(ran.err).not.toBe("");
  });
});

interface Tested {
  tables: {
    layout: string | null;
    closest: string | null;
    refused: string | null;
    headerLine: number;
    score: number;
    rows: number;
    rejected: number;
    columns: { caption: string; fields: string[] }[];
    sample: { line: number; code: string | null; values: Record<string, { printed: string; read: string | null }> }[];
    coverage: { field: string; filled: number; read: number; unmapped: number; words: unknown[] }[];
    faults: { line: number; column: string | null; value: string | null; code: string; message: string }[];
    faultCounts: { code: string; count: number }[];
  }[];
}

describe("forewarn profile test", () => {
  async function register() {
    const folder = await temporaryFolder();
    const file = await writeLines(folder, "register.csv", [
      "某某局登记簿,,,,,,,,,,,,,,",
      REGISTER,
      registerRow("A1", { outcome: "达成调解协议", concluded: "2026-03-20" }),
      registerRow("A2", { outcome: "虚构的结果" }),
      registerRow("A3", { accepted: "2026-02-30", outcome: "虚构的结果" }),
      "合计,,,,,,,,,,,,,,",
      registerRow("A5"),
    ]);
    return { folder, file, data: path.join(folder, "data") };
  }

  test("tells layout, columns, values, coverage, unmapped words and faults, and makes nothing", async () => {
    const { file, folder, data } = await register();
    const ran = await forewarn(["profile", "test", "cn-12315", file, "--rows", "2", "--data", data, "--json"]);
    expect(ran).toMatchObject({ code: 0, err: "" });
    const [table] = ran.json<Tested>().tables;
    expect(table).toMatchObject({ layout: "register", headerLine: 2, score: 1, rows: 5, rejected: 2 });
    expect(table?.columns).toContainEqual({ caption: "调解结果", fields: ["outcome", "outcome_words"] });
    expect(table?.columns).toContainEqual({ caption: "来函单位", fields: [] });
    expect(table?.sample.map(({ line, code, values }) => [line, code, values.accepted_at, values.outcome])).toEqual([
      [3, null, { printed: "2026-03-02", read: "2026-03-02 00:00:00" }, { printed: "达成调解协议", read: "agreement" }],
      [4, null, { printed: "2026-03-02", read: "2026-03-02 00:00:00" }, { printed: "虚构的结果", read: null }],
    ]);
    expect(table?.coverage.find(({ field }) => field === "outcome")).toEqual({
      field: "outcome",
      from: ["调解结果"],
      filled: 3,
      read: 1,
      unmapped: 1,
      words: [{ word: "虚构的结果", count: 2 }],
    });
    expect(table?.coverage.find(({ field }) => field === "accepted_at")).toMatchObject({ filled: 4, read: 3 });
    expect(table?.faults.map(({ line, column, value, code }) => [line, column, value, code])).toEqual([
      [5, "办理时间", "2026-02-30", "not_a_date"],
      [6, null, null, "total_row"],
    ]);
    expect(table?.faultCounts).toHaveLength(2);
    expect(await readdir(folder)).toEqual(["register.csv"]);
  });

  test("is readable on a terminal of 80 columns, Chinese characters being two wide", async () => {
    const { file, data } = await register();
    const ran = await forewarn(["profile", "test", "cn-12315", file, "--data", data, "--lang", "zh"]);
    expect(ran.code).toBe(0);
    const lines = ran.out.split("\n");
    expect(lines).toContain("       3  达成调解协议                          agreement");
    expect(lines).toContain("      !5  2026-02-30                            —");
    expect(lines).toContain("  5 行中 3 行有值，读出 1 行（33%）");
    expect(lines).toContain("       2  虚构的结果");
  });

  test("a file that holds terminal codes does not command the terminal", async () => {
    const folder = await temporaryFolder();
    const file = await writeLines(folder, "register.csv", [
      REGISTER,
      registerRow("\u001b[2JA1"),
      registerRow("A\u202e2"),
    ]);
    const ran = await forewarn(["profile", "test", "cn-12315", file, "--data", folder]);
    expect(ran.out).not.toMatch(/(?!\n)[\p{Cc}\u202e]/u);
  });

  test("a file that does not fit is told what it lacks", async () => {
    const { file, data } = await madeUp();
    const ran = await forewarn(["profile", "test", "us-nyc-dca", file, "--data", data]);
    expect(ran.code).toBe(1);
    expect(ran.out).toContain("the profile does not fit this file");
    const one = await forewarn(["profile", "test", "us-nyc-dca", file, "--data", data, "--json"]);
    expect(one.json<Tested>().tables[0]).toMatchObject({ layout: null, refused: "no_profile", rows: 0 });
  });

  test("a profile of any place, by its path; its expressions are checked first", async () => {
    const { file, folder, data } = await madeUp();
    const own = path.join(folder, "own.yaml");
    await forewarn(["profile", "scaffold", file, "--data", data, "--out", own]);
    const ran = await forewarn(["profile", "test", own, file, "--data", data, "--json"]);
    expect(ran.code).toBe(0);
    const [table] = ran.json<Tested>().tables;
    expect(table).toMatchObject({ layout: "list", rows: 30, rejected: 0 });
    expect(table?.sample).toHaveLength(10);

    const text = await readFile(own, "utf8");
    await writeFile(own, text.replace("{ from: Outcome }", '{ from: Outcome, strip: "(?!x)" }'));
    const wrong = await forewarn(["profile", "test", own, file, "--data", data, "--json"]);
    expect(wrong.code).toBe(1);
    expect(wrong.json()).toMatchObject({ error: { key: "profile.pattern", file: own, value: "(?!x)" } });
  });
});

test("forewarn profile list tells built-in, own and overriding profiles", async () => {
  const { file, data } = await madeUp();
  const profiles = path.join(data, "profiles");
  await mkdir(profiles, { recursive: true });
  for (const id of ["mine", "us-nyc-dca"]) {
    await forewarn([
      "profile",
      "scaffold",
      file,
      "--id",
      id,
      "--data",
      data,
      "--out",
      path.join(profiles, `${id}.yaml`),
    ]);
  }
  const listed = (await forewarn(["profile", "list", "--data", data, "--json"])).json<
    { id: string; origin: string }[]
  >();
  const origins = Object.fromEntries(listed.map(({ id, origin }) => [id, origin]));
  expect(origins).toMatchObject({ mine: "own", "us-nyc-dca": "override", "cn-12315": "built_in" });
  const ran = await forewarn(["profile", "list", "--data", data]);
  expect(ran.out).toMatch(/^us-nyc-dca {2}version 1 .*\(own, overrides built-in\)$/m);
});

test("an export without any date is loaded, and told to have no trend", async () => {
  const folder = await temporaryFolder();
  await mkdir(path.join(folder, "profiles"));
  await writeFile(
    path.join(folder, "profiles", "made-up.yaml"),
    `id: made-up
version: 1
title: { zh: 虚构, en: made up }
layouts:
  - id: list
    title: { zh: 虚构, en: made up }
    record: ticket
    header: [编号, 金额]
    identity: { native: 编号 }
    fields:
      native_id: { from: 编号, required: true }
      kind: { const: complaint }
      recovered: { from: 金额 }
`,
  );
  const file = path.join(folder, "a.csv");
  await writeFile(file, "编号,金额\n1,5\n2,7\n");
  const loaded = await forewarn(["ingest", file, "--data", folder, "--json", "--lang", "en"]);
  expect(loaded.json<{ files: unknown[] }>().files[0]).toMatchObject({
    accepted: 2,
    notes: ["No column of it is a date: its records are kept, but count in no period and have no trend."],
  });
  const status = await forewarn(["status", "--data", folder, "--lang", "en"]);
  expect(status.out).toContain("no ticket has a date, so there is no trend");
  const release = await forewarn(["release", "--data", folder, "--lang", "en"]);
  expect([release.code, release.err]).toEqual([1, expect.stringContaining("no dated ticket")]);
});
