import { cp, mkdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { fixtureEvidence } from "../fixture/evidence.ts";
import { makeFixtureRelease } from "../fixture/release.ts";
import { EN, RECORD, ZH } from "../fixture/warnings.ts";
import { temporaryFolder } from "../support/folder.ts";
import { forewarn } from "../support/run.ts";
import { makeWarning } from "../support/warnings.ts";

const kept = path.resolve(import.meta.dirname, "../fixture/warnings");
const RELEASE = "2026-06-17-0123abcd";
const [AUTHOR, REVIEWER, APPROVER] = ["王样例（虚构）", "李样例（虚构）", "赵样例（虚构）"] as const;

/** A data folder with the made-up release as the current one. */
async function dataFolder(): Promise<string> {
  const data = await temporaryFolder();
  const releases = path.join(data, "releases");
  await mkdir(releases, { recursive: true });
  await makeFixtureRelease(path.join(releases, RELEASE));
  await symlink(RELEASE, path.join(releases, "current"));
  return data;
}

/** A site without pages and without faults: the check is told which, whatever stands in `dist`. */
async function emptySite(data: string): Promise<string> {
  const site = path.join(data, "site");
  await mkdir(path.join(site, "api/v1/warnings"), { recursive: true });
  await writeFile(
    path.join(site, "index.html"),
    '<html lang="zh"><meta http-equiv="Content-Security-Policy" content="x"></html>',
  );
  return site;
}

const check = async (data: string) => forewarn(["check", await emptySite(data), "--data", data, "--json"]);
const run = (data: string, ...argv: string[]) => forewarn(["warnings", ...argv, "--data", data]);
const signed = (who: string) => ["--who", who, "--why", "made up"];

interface Shown {
  id: string;
  status: string;
  stage: string;
  number: string | null;
  steps: string[];
  seen: string;
  faults?: { key: string }[];
  drift?: { kind: string } | null;
}

describe("forewarn warnings", () => {
  test("the whole life of a warning by its commands, each with its answer as JSON", async () => {
    const data = await dataFolder();
    const drafted = await run(data, "draft", "--json", "--since", "2026-01-01");
    expect(drafted.code).toBe(0);
    const first = drafted.json<{ release: string; drafted: { id: string; hotspot: string }[] }>();
    expect(first.release).toBe(RELEASE);
    expect(first.drafted.length).toBeGreaterThan(0);
    expect(first.drafted[0]?.id).toBe("2026-001");
    const again = await run(data, "draft", "--json", "--since", "2026-01-01");
    expect(again.json<{ drafted: unknown[] }>().drafted).toEqual([]);

    const take = async (...argv: string[]) => {
      const ran = await run(data, ...argv, "--json");
      expect(ran.code, ran.err).toBe(0);
      return ran.json<Shown>();
    };
    expect(await take("submit", "2026-001", ...signed(AUTHOR))).toMatchObject({
      stage: "in_review",
      status: "in_review",
    });
    const shown = (await run(data, "show", "2026-001", "--json")).json<Shown>();
    expect(await take("review", "2026-001", ...signed(REVIEWER), "--seen", shown.seen)).toMatchObject({
      stage: "in_review",
    });
    expect(await take("approve", "2026-001", ...signed(APPROVER))).toMatchObject({ stage: "approved" });
    expect(
      await take("publish", "2026-001", ...signed(APPROVER), "--expires", "2026-12-31", "--review-by", "2026-12-01"),
    ).toMatchObject({
      stage: "published",
      number: "消费警示〔2026〕第1号",
      expires: "2026-12-31",
    });
    expect(await take("correct", "2026-001", ...signed(AUTHOR))).toMatchObject({
      stage: "amending",
      status: "published",
    });
    const next = path.join(data, "warnings/2026-001/next/zh.md");
    await writeFile(next, (await readFile(next, "utf8")).replace("近期", "最近"));
    for (const [step, who] of [
      ["submit", AUTHOR],
      ["review", REVIEWER],
      ["approve", APPROVER],
    ] as const)
      await take(step, "2026-001", ...signed(who));
    expect(await take("publish", "2026-001", ...signed(APPROVER), "--told-zh", "改了一个词。")).toMatchObject({
      stage: "corrected",
    });
    expect(await take("approve", "2026-001", ...signed(APPROVER))).toMatchObject({ stage: "corrected" });
    expect(
      await take("withdraw", "2026-001", ...signed(APPROVER), "--told-zh", "虚构", "--told-en", "Made up"),
    ).toMatchObject({
      stage: "withdrawn",
      steps: [],
    });
    const { code } = await check(data);
    expect(code).toBe(0);
  });

  test("a wrong step, a person in two roles and an unknown warning are refused in words, with exit code 1", async () => {
    const data = await temporaryFolder();
    await cp(kept, path.join(data, "warnings"), { recursive: true });
    const refused = async (...argv: string[]) => {
      const ran = await run(data, ...argv);
      expect(ran.code).toBe(1);
      expect(ran.out).toBe("");
      return ran.err;
    };
    expect(await refused("publish", "2026-005", ...signed(APPROVER))).toContain(
      "it can be taken at: approved, amendment_approved",
    );
    expect(await refused("submit", "2026-999", ...signed(AUTHOR))).toContain("There is no warning 2026-999");
    const faults = await refused("submit", "2026-005", ...signed(AUTHOR));
    expect(faults.trim().split("\n").length).toBeGreaterThan(5);
    const missing = await run(data, "submit", "2026-005");
    expect(missing.code).toBe(2);
    const told = await run(data, "withdraw", "2026-001", ...signed(APPROVER));
    expect(told.code).toBe(2);
    expect(told.err).toContain("--told-zh");
    const english = await run(data, "withdraw", "2026-001", ...signed(APPROVER), "--told-en", "x");
    expect(english.code).toBe(2);
  });

  test("the list shows what is faulty beside what is not; ended warnings are noted by one command", async () => {
    const data = await temporaryFolder();
    await cp(kept, path.join(data, "warnings"), { recursive: true });
    const zh = path.join(data, "warnings/2026-004/zh.md");
    await writeFile(zh, `${await readFile(zh, "utf8")}\n三十五件\n`);
    const list = (await run(data, "list", "--json")).json<Shown[]>();
    expect(list.find(({ id }) => id === "2026-004")?.faults?.map(({ key }) => key)).toContain("warnings.typedNumber");
    expect(list.find(({ id }) => id === "2026-001")).toMatchObject({
      status: "published",
      steps: expect.arrayContaining(["correct"]),
    });
    const text = (await run(data, "list")).out;
    expect(text).toMatch(/2026-001 {2}In force .*\[ran out on 2026-09-15\]/);
    expect(text).toMatch(/2026-003 {2}Withdrawn [^[]*\n/);

    await rm(path.join(data, "warnings/2026-004"), { recursive: true });
    const ended = (await run(data, "expire", ...signed(APPROVER), "--json")).json<Shown[]>();
    expect(ended.map(({ id, stage }) => [id, stage])).toEqual([
      ["2025-001", "expired"],
      ["2026-001", "expired"],
      ["2026-002", "expired"],
    ]);
    expect((await run(data, "expire", ...signed(APPROVER), "--json")).json()).toEqual([]);
  });

  test("the check names every fault of every warning, and one whose history is not the one that was published", async () => {
    const data = await temporaryFolder();
    await cp(kept, path.join(data, "warnings"), { recursive: true });
    const site = await emptySite(data);
    const history = await readFile(path.join(kept, "2026-001/history.jsonl"), "utf8");
    const head = JSON.parse(history.trim().split("\n").at(-1) ?? "").hash;
    const publish = (hash: string) =>
      writeFile(path.join(site, "api/v1/warnings/2026-001.json"), JSON.stringify({ head: hash }));
    await publish(head);
    expect((await forewarn(["check", site, "--data", data])).code).toBe(0);
    await publish("0".repeat(64));
    const ran = await forewarn(["check", site, "--data", data, "--json"]);
    expect(ran.code).toBe(3);
    expect(ran.json<{ findings: { key: string; file: string }[] }>().findings).toEqual([
      expect.objectContaining({ key: "warnings.rewritten", file: path.join(data, "warnings/2026-001/history.jsonl") }),
    ]);
  });

  test("a warning that the current release contradicts is told, and stops the public site until somebody has looked", async () => {
    const data = await dataFolder();
    await cp(kept, path.join(data, "warnings"), { recursive: true });
    // The made-up evidence is of the made-up release; of an earlier one it has to be looked up again, and is not there.
    const warnings = path.join(data, "warnings");
    await rm(warnings, { recursive: true });
    const record = { ...RECORD, expires: "2026-12-31" };
    await makeWarning(warnings, { id: "2026-001", record, zh: ZH, en: EN, evidence: fixtureEvidence() });
    const [same] = (await run(data, "list", "--json")).json<Shown[]>();
    expect(same?.drift?.kind).toBe("unknown");
    await rm(warnings, { recursive: true });
    const evidence = { ...fixtureEvidence(), release: "2026-05-31-0123abcc", asOf: "2026-05-31" };
    await makeWarning(warnings, { id: "2026-001", record: RECORD, zh: ZH, en: EN, evidence });
    // One that ran out before today holds nothing up.
    expect((await check(data)).code).toBe(0);
    await rm(warnings, { recursive: true });
    await makeWarning(warnings, { id: "2026-001", record, zh: ZH, en: EN, evidence });
    const checked = await check(data);
    expect(checked.code).toBe(3);
    expect(checked.json<{ findings: { key: string }[] }>().findings.map(({ key }) => key)).toEqual(["warnings.drift"]);
    const site = await forewarn(["site", "build", "public", "--data", data, "--out", path.join(data, "dist")]);
    expect(site.code).toBe(3);
    expect(site.err).toContain("Approve it again, or correct it");
    expect((await run(data, "approve", "2026-001", ...signed(APPROVER))).code).toBe(0);
    expect((await check(data)).code).toBe(0);
  });
});
