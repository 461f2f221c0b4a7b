import { cp, mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { recoverAll, whileLocked } from "../../src/warnings/folder.ts";
import { inspectWarning, readWarnings } from "../../src/warnings/read.ts";
import type { WarningRecord } from "../../src/warnings/record.ts";
import { STAGES, STEPS, stepsAt } from "../../src/warnings/stages.ts";
import type { StepDetails, StepRequest } from "../../src/warnings/step.ts";
import { writeDraft } from "../../src/warnings/write.ts";
import { fixtureEvidence } from "../fixture/evidence.ts";
import { EN, RECORD, ZH } from "../fixture/warnings.ts";
import { temporaryFolder } from "../support/folder.ts";
import { PEOPLE, step } from "../support/warnings.ts";

const { author, reviewer, approver } = PEOPLE;
const ID = "2026-001";

const DRAFT: WarningRecord = {
  ...RECORD,
  status: "draft",
  number: null,
  signatures: { author: null, reviewer: null, approver: null },
  issued: null,
  reviewBy: null,
  expires: null,
};

async function drafted(change: { record?: Partial<WarningRecord>; zh?: string } = {}): Promise<string> {
  const directory = path.join(await temporaryFolder(), "warnings");
  await writeDraft(directory, {
    record: { ...DRAFT, ...change.record },
    zh: change.zh ?? ZH,
    en: EN,
    evidence: fixtureEvidence(),
    who: author,
    why: "样例",
    at: "2026-06-16T09:00:00+08:00",
  });
  return directory;
}

type Name = StepRequest["step"];
const WHO: Partial<Record<Name, string>> = { submit: author, correct: author, review: reviewer };
const whoOf = (name: Name) => WHO[name] ?? approver;
const TOLD: StepDetails = { told: { zh: "更正了说明。", en: "Mended." }, by: "2026-002" };

/** Takes steps one after another by those who may. */
async function walk(directory: string, names: readonly Name[], id = ID): Promise<void> {
  for (const name of names) await step(directory, id, name, whoOf(name), { details: TOLD });
}

const PUBLISHED: readonly Name[] = ["submit", "review", "approve", "publish"];
/** How each stage is reached from a draft. */
const WAYS: Readonly<Record<(typeof STAGES)[number], readonly Name[]>> = {
  draft: [],
  in_review: ["submit"],
  approved: ["submit", "review", "approve"],
  published: PUBLISHED,
  corrected: [...PUBLISHED, "correct", ...PUBLISHED],
  superseded: [...PUBLISHED, "supersede"],
  expired: [...PUBLISHED, "expire"],
  withdrawn: [...PUBLISHED, "withdraw"],
  dismissed: ["dismiss"],
  amending: [...PUBLISHED, "correct"],
  amendment_in_review: [...PUBLISHED, "correct", "submit"],
  amendment_approved: [...PUBLISHED, "correct", "submit", "review", "approve"],
};

async function tree(directory: string): Promise<Record<string, string>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  return Object.fromEntries(
    await Promise.all(files.sort().map(async (file) => [path.relative(directory, file), await readFile(file, "utf8")])),
  );
}

/** A second warning that is in force, for those that it takes the place of. */
async function withSuccessor(directory: string): Promise<string> {
  const evidence = fixtureEvidence();
  await writeDraft(
    directory,
    { record: DRAFT, zh: ZH, en: EN, evidence, who: author, why: "样例", at: "2026-06-16T09:00:00+08:00" },
    "2026-002",
  );
  await walk(directory, PUBLISHED, "2026-002");
  return directory;
}

describe("steps", () => {
  test.each(STAGES)(
    "at the stage %s: what is open can be done, what is forbidden is refused and changes nothing",
    async (stage) => {
      const reached = await withSuccessor(await drafted());
      await walk(reached, WAYS[stage]);
      const [before] = await readWarnings(reached);
      expect(before?.stage).toBe(stage);
      const files = await tree(reached);
      for (const name of STEPS.filter((it): it is Name => it !== "draft")) {
        const directory = path.join(await temporaryFolder(), "warnings");
        await cp(reached, directory, { recursive: true });
        // Whoever approved may not have reviewed: a new review, or a new approval, is by the one whose turn it is.
        const ready = name === "approve" && (stage === "in_review" || stage === "amendment_in_review");
        if (ready) await walk(directory, ["review"]);
        const done = step(directory, ID, name, whoOf(name), { details: TOLD });
        if (stepsAt(stage).includes(name)) {
          const after = await done;
          expect(after.history.at(-1)).toMatchObject({ step: name, from: stage, to: after.stage, who: whoOf(name) });
          expect((await inspectWarning(path.join(directory, ID))).faults).toEqual([]);
        } else {
          await expect(done, `${stage} ${name}`).rejects.toMatchObject({ key: "warnings.step.forbidden" });
          expect(await tree(directory)).toEqual(files);
        }
      }
    },
  );

  test("publication gives the next number of its kind and year, the day, and the days of review and end", async () => {
    const directory = await withSuccessor(await drafted());
    await walk(directory, PUBLISHED);
    const [first, second] = await readWarnings(directory);
    expect(second?.record.number).toBe("消费警示〔2026〕第1号");
    expect(first?.record).toMatchObject({
      number: "消费警示〔2026〕第2号",
      status: "published",
      issued: "2026-06-17",
      reviewBy: "2026-07-17",
      expires: "2026-09-15",
      signatures: PEOPLE,
    });
    await expect(step(directory, ID, "publish", approver)).rejects.toMatchObject({ key: "warnings.step.forbidden" });
  });

  test("two of one number are refused, whichever way they came about", async () => {
    const directory = await withSuccessor(await drafted());
    await walk(directory, ["submit", "review", "approve"]);
    await step(directory, ID, "publish", approver, { details: { number: "消费警示〔2026〕第1号" } });
    await expect(readWarnings(directory)).rejects.toMatchObject({ key: "warnings.sameNumber" });
  });

  test("author, reviewer and approver are three people, and only those whom the settings name", async () => {
    const directory = await drafted();
    await walk(directory, ["submit"]);
    await expect(step(directory, ID, "review", author)).rejects.toMatchObject({ key: "warnings.step.samePerson" });
    await expect(step(directory, ID, "approve", approver)).rejects.toMatchObject({ key: "warnings.step.notReviewed" });
    await walk(directory, ["review"]);
    await expect(step(directory, ID, "approve", reviewer)).rejects.toMatchObject({ key: "warnings.step.samePerson" });
    const rules = { people: { approvers: ["钱样例（虚构）"] } };
    await expect(step(directory, ID, "approve", approver, { rules })).rejects.toMatchObject({
      key: "warnings.step.role",
    });
    expect((await step(directory, ID, "approve", "钱样例（虚构）", { rules })).record.signatures.approver).toBe(
      "钱样例（虚构）",
    );
  });

  test("what was changed since it was submitted is refused by all but a new submission, which asks for all signatures again", async () => {
    const directory = await drafted();
    await walk(directory, ["submit", "review"]);
    const file = path.join(directory, ID, "zh.md");
    await writeFile(file, (await readFile(file, "utf8")).replace("增多", "减少"));
    await expect(step(directory, ID, "approve", approver)).rejects.toMatchObject({ key: "warnings.changed" });
    const again = await step(directory, ID, "submit", author);
    expect(again.record.signatures).toEqual({ author, reviewer: null, approver: null });
    await expect(step(directory, ID, "approve", approver)).rejects.toMatchObject({ key: "warnings.step.notReviewed" });
  });

  test("a warning that lacks something is not published, and all that it lacks is named", async () => {
    const directory = await drafted({ zh: "只有一段话。\n" });
    const found = await step(directory, ID, "submit", author).catch((error) => error);
    const sections = ["常见情形", "如何识别", "防范建议", "如何维权", "法律依据"];
    expect(found.explain("zh").split("\n")).toEqual(
      sections.map((name) => `${path.join(directory, ID, "zh.md")}: 缺少“${name}”部分。`),
    );
  });

  test("whoever looked at another text is told so", async () => {
    const directory = await drafted();
    const { hash } = await step(directory, ID, "submit", author);
    await expect(step(directory, ID, "review", reviewer, { seen: "0000" })).rejects.toMatchObject({
      key: "warnings.step.seen",
    });
    expect((await step(directory, ID, "review", reviewer, { seen: hash.slice(0, 12) })).stage).toBe("in_review");
  });

  test("of two people at once the second is told who is at it; nothing is lost", async () => {
    const directory = await drafted();
    await walk(directory, ["submit"]);
    const both = await Promise.allSettled([
      step(directory, ID, "review", reviewer),
      step(directory, ID, "review", "孙样例（虚构）"),
    ]);
    const refused = both.flatMap((it) => (it.status === "rejected" ? [it.reason] : []));
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({ key: "warnings.busy", params: { who: expect.stringContaining("样例") } });
    const [warning] = await readWarnings(directory);
    expect(warning?.history.map((entry) => entry.step)).toEqual(["draft", "submit", "review"]);
    expect((await readdir(directory)).filter((name) => name.startsWith("."))).toEqual([]);
  });

  test("a lock that a dead process left behind holds nobody up", async () => {
    const directory = await drafted();
    const { hostname } = await import("node:os");
    await writeFile(
      path.join(directory, `.${ID}.lock`),
      JSON.stringify({ pid: 999_999_999, host: hostname(), who: "x", at: "x" }),
    );
    expect((await step(directory, ID, "submit", author)).stage).toBe("in_review");
    await writeFile(
      path.join(directory, `.${ID}.lock`),
      JSON.stringify({ pid: 1, host: "another.example", who: "远方", at: "x" }),
    );
    await expect(step(directory, ID, "review", reviewer)).rejects.toMatchObject({
      key: "warnings.busy",
      params: { who: "远方" },
    });
    await expect(whileLocked(directory, "ids", { who: "x", at: "x" }, async () => 7)).resolves.toBe(7);
  });

  test("a step that was killed between its two renames is put right by whoever reads next, and what it had begun to write goes", async () => {
    const directory = await drafted();
    const cut = async () => {
      await rename(path.join(directory, ID), path.join(directory, `.${ID}.old`));
      await mkdir(path.join(directory, `.${ID}.new-999999999-a0b1c2`), { recursive: true });
    };
    await cut();
    expect((await readWarnings(directory)).map(({ id }) => id)).toEqual([ID]);
    await cut();
    expect((await step(directory, ID, "submit", author)).stage).toBe("in_review");
    expect((await readdir(directory)).filter((name) => name.startsWith("."))).toEqual([]);
  });

  test("what someone else is in the middle of is left alone", async () => {
    const directory = await withSuccessor(await drafted());
    await rename(path.join(directory, ID), path.join(directory, `.${ID}.old`));
    await whileLocked(directory, ID, { who: "远方", at: "x" }, async () => {
      await step(directory, "2026-002", "reaffirm", approver);
      expect((await readWarnings(directory)).map(({ id }) => id)).toEqual(["2026-002"]);
      expect(await readdir(directory)).toContain(`.${ID}.old`);
    });
    await recoverAll(directory);
    expect((await readWarnings(directory)).map(({ id }) => id)).toEqual([ID, "2026-002"]);
  });

  test("comments of warning.yaml and files beside it stay", async () => {
    const directory = await drafted();
    const folder = path.join(directory, ID);
    const file = path.join(folder, "warning.yaml");
    await writeFile(file, `# to be asked: the school\n${await readFile(file, "utf8")}`);
    await writeFile(path.join(folder, "notes.txt"), "made up");
    await walk(directory, PUBLISHED);
    expect(await readFile(file, "utf8")).toMatch(/^# to be asked: the school\n/);
    expect(await readFile(path.join(folder, "notes.txt"), "utf8")).toBe("made up");
  });
});

describe("a correction", () => {
  const next = (directory: string, name: string) => path.join(directory, ID, "next", name);

  test("lies beside what is published until three people have signed it", async () => {
    const directory = await drafted();
    await walk(directory, [...PUBLISHED, "correct"]);
    const old = await readFile(path.join(directory, ID, "zh.md"), "utf8");
    await writeFile(next(directory, "zh.md"), old.replace("签合同", "订合同"));
    await walk(directory, ["submit", "review", "approve"]);
    expect(await readFile(path.join(directory, ID, "zh.md"), "utf8")).toBe(old);
    const corrected = await step(directory, ID, "publish", approver, { day: "2026-06-20", details: TOLD });
    expect(await readFile(path.join(directory, ID, "zh.md"), "utf8")).toBe(old.replace("签合同", "订合同"));
    expect(corrected.record).toMatchObject({
      status: "corrected",
      issued: "2026-06-17",
      updated: "2026-06-20",
      corrections: [{ date: "2026-06-20", zh: "更正了说明。", en: "Mended.", author, reviewer, approver }],
    });
    expect(corrected.next).toBeNull();
  });

  test("may begin with other figures than those that were published", async () => {
    const directory = await drafted();
    await walk(directory, PUBLISHED);
    const evidence = { ...fixtureEvidence(), observed: 51, complaints: 55 };
    const opened = await step(directory, ID, "correct", author, { details: { evidence } });
    expect([opened.evidence.observed, opened.next?.evidence.observed]).toEqual([49, 51]);
    await walk(directory, PUBLISHED);
    const [corrected] = await readWarnings(directory);
    expect(corrected?.evidence.observed).toBe(51);
  });

  test("must be told to the public", async () => {
    const directory = await drafted();
    await walk(directory, WAYS.amendment_approved);
    await expect(step(directory, ID, "publish", approver)).rejects.toMatchObject({ key: "warnings.step.told" });
    await walk(directory, ["drop"]);
    await expect(step(directory, ID, "withdraw", approver)).rejects.toMatchObject({ key: "warnings.step.told" });
  });

  test("cannot change dates or signatures, and cannot be made without being begun", async () => {
    const directory = await drafted();
    await walk(directory, [...PUBLISHED, "correct"]);
    const file = next(directory, "warning.yaml");
    const yaml = await readFile(file, "utf8");
    await writeFile(file, yaml.replace("2026-06-17", "2026-06-01"));
    await expect(step(directory, ID, "submit", author)).rejects.toMatchObject({ key: "warnings.amendmentState" });
    await writeFile(file, yaml);
    await walk(directory, ["drop"]);
    await mkdir(path.join(directory, ID, "next"));
    await writeFile(file, yaml);
    const { faults } = await inspectWarning(path.join(directory, ID));
    expect(faults.map(({ key }) => key)).toContain("warnings.amendmentStray");
  });

  test("that is edited after it was submitted is refused", async () => {
    const directory = await drafted();
    await walk(directory, WAYS.amendment_in_review);
    await writeFile(next(directory, "zh.md"), ZH.replace("增多", "减少"));
    await expect(step(directory, ID, "review", reviewer)).rejects.toMatchObject({ key: "warnings.changed" });
    expect((await step(directory, ID, "submit", author)).stage).toBe("amendment_in_review");
  });

  test("a withdrawal in the middle of it ends it", async () => {
    const directory = await drafted();
    await walk(directory, [...WAYS.amendment_in_review, "withdraw"]);
    expect(await readdir(path.join(directory, ID))).not.toContain("next");
    const [warning] = await readWarnings(directory);
    expect(warning?.record).toMatchObject({
      status: "withdrawn",
      reason: { zh: "更正了说明。" },
      updated: "2026-06-17",
    });
  });
});

describe("what no step has done is found", () => {
  test.each([
    ["a date of a published record", "warning.yaml", (text: string) => text.replace("2026-09-15", "2027-09-15")],
    ["a signature", "warning.yaml", (text: string) => text.replace("李样例（虚构）", "周样例（虚构）")],
    ["a number", "warning.yaml", (text: string) => text.replace("第1号", "第9号")],
    ["a figure", "evidence.json", (text: string) => text.replace('"observed": 49', '"observed": 48')],
    ["a word", "en.md", (text: string) => text.replace("rising", "falling")],
    [
      "the last step taken away",
      "history.jsonl",
      (text: string) => `${text.trimEnd().split("\n").slice(0, -1).join("\n")}\n`,
    ],
    ["a name in the history", "history.jsonl", (text: string) => text.replace("李样例（虚构）", "周样例（虚构）")],
  ])("%s", async (_name, file, change) => {
    const directory = await drafted();
    await walk(directory, PUBLISHED);
    const full = path.join(directory, ID, file);
    const before = await readFile(full, "utf8");
    expect(change(before)).not.toBe(before);
    await writeFile(full, change(before));
    const { warning, faults } = await inspectWarning(path.join(directory, ID));
    expect(warning).toBeNull();
    expect(faults.map(({ key }) => key)).toEqual([
      expect.stringMatching(/^warnings\.(changed|historyBroken|historyStatus|step\.)/),
    ]);
    expect(faults[0]?.place.file).toContain(ID);
  });
});

describe("naming a business", () => {
  const named = (change: Partial<NonNullable<WarningRecord["business"]>> = {}) => ({
    record: {
      business: {
        name: "虚构健身有限公司",
        form: "company" as const,
        asked: "2026-06-01",
        answered: null,
        statement: null,
        ...change,
      },
    },
  });
  const evidence = () => {
    const base = fixtureEvidence();
    return {
      ...base,
      cell: `${base.cell}|business:虚构健身有限公司`,
      names: { ...base.names, business: { zh: "虚构健身有限公司", en: "虚构健身有限公司" } },
    };
  };
  const naming = { allowed: true, minimumTickets: 10, replyDays: 10 };
  const publish = async (change = {}, rules: Partial<StepRequest["rules"]> = { naming }, own = evidence()) => {
    const directory = path.join(await temporaryFolder(), "warnings");
    const draft = { record: { ...DRAFT, ...named(change).record }, zh: ZH, en: EN, evidence: own };
    await writeDraft(directory, { ...draft, who: author, why: "样例", at: "2026-06-10T09:00:00+08:00" });
    for (const name of PUBLISHED) await step(directory, "2026-001", name, whoOf(name), { rules });
    return readWarnings(directory, { phones: [], naming });
  };

  test("is possible where the settings allow it, enough complained, and it had its say", async () => {
    expect((await publish())[0]?.record.business?.name).toBe("虚构健身有限公司");
  });

  test.each([
    ["the settings do not allow it", {}, { naming: { ...naming, allowed: false } }, "warnings.naming.notAllowed"],
    ["it is a sole trader", { form: "sole_trader" }, undefined, "warnings.naming.person"],
    ["it was not asked", { asked: null }, undefined, "warnings.naming.notAsked"],
    ["it was asked too late", { asked: "2026-06-08" }, undefined, "warnings.naming.tooEarly"],
    ["its answer is not printed", { answered: "2026-06-09" }, undefined, "warnings.naming.noStatement"],
    ["too few complained", {}, { naming: { ...naming, minimumTickets: 53 } }, "warnings.naming.few"],
    ["it is not the one of the evidence", { name: "另一虚构公司" }, undefined, "warnings.naming.other"],
  ])("is refused where %s", async (_name, change, rules, key) => {
    await expect(publish(change, rules)).rejects.toMatchObject({ key });
  });
});
