import { readFile } from "node:fs/promises";
import { parseDocument } from "htmlparser2";
import { describe, expect, test } from "vitest";
import { capFiles } from "../../../src/site/machine/cap.ts";
import type { MachineContext } from "../../../src/site/machine/context.ts";
import { readWarnings, type Warning } from "../../../src/warnings/read.ts";
import { fixtureEvidence } from "../../fixture/evidence.ts";
import { HOSTILE } from "../../fixture/warnings.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { sharedPath, testWith } from "../../support/shared.ts";
import { PEOPLE, step } from "../../support/warnings.ts";
import { contextOf, correct, FIXTURE, fileOf, fixtureContext, publish, xmlFaults } from "./made.ts";

interface Node {
  readonly name: string;
  readonly text: string;
  readonly children: readonly Node[];
}

/** A document as names, text and children; the root first. */
function nodes(xml: string): Node {
  const read = (it: { name?: string; children?: unknown[]; data?: string }): Node => {
    const all = (it.children ?? []) as { name?: string; children?: unknown[]; data?: string }[];
    return {
      name: it.name ?? "",
      text: all.map(({ data }) => data ?? "").join(""),
      children: all.filter(({ name }) => name !== undefined && name !== "").map(read),
    };
  };
  const root = parseDocument(xml, { xmlMode: true }).children.find((it) => it.type === "tag");
  if (!root) throw new Error("no root");
  return read(root as never);
}

const all = (node: Node | undefined, name: string): Node[] => node?.children.filter((it) => it.name === name) ?? [];
const text = (node: Node | undefined, name: string): string | null => all(node, name)[0]?.text ?? null;
const infos = (node: Node, language = "zh-CN"): Node | undefined =>
  all(node, "info").find((it) => text(it, "language") === language);
const parameters = (info: Node | undefined): Record<string, string | null> =>
  Object.fromEntries(all(info, "parameter").map((it) => [text(it, "valueName"), text(it, "value")]));

/** What a message is to its receivers. */
const envelope = (xml: string) => {
  const root = nodes(xml);
  return {
    type: text(root, "msgType"),
    sent: text(root, "sent"),
    references: text(root, "references")?.split(" ") ?? [],
  };
};

const reference = (id: string, number: number, day: string) =>
  `forewarn@forewarn.example,forewarn.example:${id}:${number},${day}T09:00:00+08:00`;

/** All messages of some warnings, or of those in a folder, and the messages of one of them. */
async function sent(from: string | readonly Warning[], change: Partial<MachineContext> = {}) {
  const files = capFiles(contextOf(typeof from === "string" ? await readWarnings(from) : from, change));
  return {
    files,
    of: (id: string) =>
      [...files.keys()]
        .filter((file) => new RegExp(`^cap/${id}-\\d+\\.xml$`).test(file))
        .map((file) => fileOf(files, file)),
  };
}

const ALERT = ["identifier", "sender", "sent", "status", "msgType", "scope", "references", "info"];
const INFO = [
  "language",
  "category",
  "event",
  "urgency",
  "severity",
  "certainty",
  "expires",
  "senderName",
  "headline",
  "description",
  "instruction",
  "web",
  "contact",
  "parameter",
  "area",
];

/** What the schema says of order and of what must be there, for where the schema is absent. */
function shapeFaults(xml: string): string[] {
  const root = nodes(xml);
  const faults: string[] = [];
  const check = (node: Node, order: readonly string[], required: readonly string[]) => {
    const names = node.children.map(({ name }) => name);
    const ranks = names.map((name) => order.indexOf(name));
    if (ranks.some((rank, i) => rank < 0 || rank < (ranks[i - 1] ?? 0)))
      faults.push(`${node.name}: ${names.join(" ")}`);
    for (const name of required) if (!names.includes(name)) faults.push(`${node.name} has no ${name}`);
  };
  check(root, ALERT, ["identifier", "sender", "sent", "status", "msgType", "scope", "info"]);
  for (const info of all(root, "info")) {
    check(info, INFO, ["language", "category", "event", "urgency", "severity", "certainty", "area"]);
    for (const area of all(info, "area")) check(area, ["areaDesc", "geocode"], ["areaDesc"]);
    for (const parameter of all(info, "parameter")) check(parameter, ["valueName", "value"], ["valueName", "value"]);
  }
  const times = [text(root, "sent"), ...all(root, "info").map((it) => text(it, "expires"))].filter((it) => it !== null);
  for (const time of times)
    if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/.test(time)) faults.push(`no time of CAP: ${time}`);
  for (const name of ["identifier", "sender"])
    if (/[\s,<&]/.test(text(root, name) ?? " ")) faults.push(`${name}: ${text(root, name)}`);
  return faults;
}

/** Warnings that have lived in every way there is. */
async function live(): Promise<Warning[]> {
  const directory = await temporaryFolder();
  const told = { zh: `改 ${HOSTILE}`, en: null };
  await publish(directory, "2026-001", "2026-05-01");
  await correct(directory, "2026-001", "2026-05-04", { told });
  await correct(directory, "2026-001", "2026-05-06", { told: { zh: "再改。", en: "Mended again." } });
  await step(directory, "2026-001", "withdraw", PEOPLE.approver, { day: "2026-05-09", details: { told } });
  await publish(directory, "2026-002", "2026-05-02");
  await publish(directory, "2026-003", "2026-05-05", { en: null, title: { zh: "只有中文", en: null } });
  await step(directory, "2026-002", "supersede", PEOPLE.approver, { day: "2026-05-07", details: { by: "2026-003" } });
  await publish(directory, "2026-004", "2026-05-02");
  await step(directory, "2026-004", "expire", PEOPLE.approver, { day: "2026-06-01" });
  await publish(directory, "2026-005", "2026-05-02", { reviewBy: "2026-05-10", expires: "2026-05-20" });
  await step(directory, "2026-005", "expire", PEOPLE.approver, { day: "2026-06-01" });
  return readWarnings(directory);
}

let lived: Promise<Warning[]> | undefined;
/** They are made once. */
const lives = (): Promise<Warning[]> => {
  lived ??= live();
  return lived;
};

const SCHEMA = ["schemas", "CAP-v1.2.xsd"] as const;

describe("the form of the messages", () => {
  const every = async () => {
    const fixture = capFiles(await fixtureContext());
    const { files } = await sent(await lives(), { origin: "http://localhost:8080", timeZone: "UTC" });
    expect(files.size).toBeGreaterThan(12);
    return [fixture, files];
  };

  testWith(...SCHEMA)("every message fits the schema of CAP 1.2", async () => {
    const schema = await readFile(sharedPath(...SCHEMA), "utf8");
    for (const files of await every()) expect(await xmlFaults(files, schema)).toEqual([]);
  });

  testWith(...SCHEMA)("the schema finds what is wrong", async () => {
    const schema = await readFile(sharedPath(...SCHEMA), "utf8");
    const good = fileOf(capFiles(await fixtureContext()), "cap/2026-001.xml");
    for (const bad of [
      good.replace("<status>Actual</status>", ""),
      good.replace(/T09:00:00\+08:00<\/sent>/, "T09:00:00Z</sent>"),
    ]) {
      expect(bad).not.toBe(good);
      expect(await xmlFaults(new Map([["bad.xml", bad]]), schema)).not.toEqual([]);
    }
  });

  test("every message is XML, in the order of CAP, with all that must be there", async () => {
    for (const files of await every()) {
      expect(await xmlFaults(files)).toEqual([]);
      for (const xml of files.values()) expect(shapeFaults(xml)).toEqual([]);
    }
  });

  test("what is out of order, or missing, is found", async () => {
    const good = fileOf(capFiles(await fixtureContext()), "cap/2026-001.xml");
    expect(shapeFaults(good)).toEqual([]);
    expect(shapeFaults(good.replace(/ {4}<urgency>.*\n/, ""))).not.toEqual([]);
    expect(shapeFaults(good.replace(/( {4}<urgency>.*\n)( {4}<severity>.*\n)/, "$2$1"))).not.toEqual([]);
    expect(shapeFaults(good.replace("+08:00</sent>", "Z</sent>"))).not.toEqual([]);
    expect(shapeFaults(good.replace("<identifier>", "<identifier>a b"))).not.toEqual([]);
  });

  test("identifiers are never given twice", async () => {
    for (const files of await every()) {
      const numbered = [...files].filter(([file]) => /^cap\/\d+-\d+-\d+\.xml$/.test(file));
      const identifiers = numbered.map(([, xml]) => text(nodes(xml), "identifier"));
      expect(numbered.length).toBeGreaterThan(5);
      expect(new Set(identifiers).size).toBe(identifiers.length);
    }
  });

  test("the file without a number is the latest message", async () => {
    const { files, of } = await sent(await lives());
    for (const id of ["2026-001", "2026-002", "2026-003", "2026-004", "2026-005"])
      expect(fileOf(files, `cap/${id}.xml`)).toBe(of(id).at(-1));
  });

  test("two warnings that would share a file are refused, and not written one over the other", async () => {
    const directory = await temporaryFolder();
    await publish(directory, "gym", "2026-05-01");
    await publish(directory, "gym-1", "2026-05-02");
    await expect(sent(directory)).rejects.toThrow(/cap\/gym-1\.xml/);
  });
});

describe("the life of a warning in messages", () => {
  test("published, corrected twice, withdrawn", async () => {
    const { of } = await sent(await lives());
    const [alert, first, second, cancel, ...none] = of("2026-001");
    expect(none).toEqual([]);
    const one = reference("2026-001", 1, "2026-05-01");
    const two = reference("2026-001", 2, "2026-05-04");
    const three = reference("2026-001", 3, "2026-05-06");
    expect([alert, first, second, cancel].map((xml) => envelope(xml ?? ""))).toEqual([
      { type: "Alert", sent: "2026-05-01T09:00:00+08:00", references: [] },
      { type: "Update", sent: "2026-05-04T09:00:00+08:00", references: [one] },
      { type: "Update", sent: "2026-05-06T09:00:00+08:00", references: [one, two] },
      { type: "Cancel", sent: "2026-05-09T09:00:00+08:00", references: [one, two, three] },
    ]);
  });

  test("a message tells the corrections that had been made by then", async () => {
    const { of } = await sent(await lives());
    const told = of("2026-001").map((xml) => text(infos(nodes(xml)), "description") ?? "");
    expect(told.map((it) => [it.includes(`更正（2026年5月4日）：改 ${HOSTILE}`), it.includes("再改。")])).toEqual([
      [false, false],
      [true, false],
      [true, true],
      [false, false],
    ]);
    const english = of("2026-001").map((xml) => text(infos(nodes(xml), "en-GB"), "description") ?? "");
    expect(english[2]).toContain(`Corrected on 4 May 2026: 改 ${HOSTILE}`);
    expect(english[2]).toContain("Corrected on 6 May 2026: Mended again.");
  });

  test("a withdrawn warning says why, and asks for nothing any more", async () => {
    const { of } = await sent(await lives());
    const info = infos(nodes(of("2026-001").at(-1) ?? ""));
    expect(text(info, "description")).toBe(`本警示已于2026年5月9日撤回。原因：改 ${HOSTILE}`);
    expect(text(info, "headline")).toMatch(/^【已撤回】/);
    expect([text(info, "urgency"), text(info, "severity"), text(info, "certainty")]).toEqual([
      "Past",
      "Unknown",
      "Unknown",
    ]);
    expect([text(info, "instruction"), text(info, "expires")]).toEqual([null, null]);
    expect(parameters(info)).toEqual({});
  });

  test("the one that takes another's place says so when it does, and the other is cancelled", async () => {
    const { of } = await sent(await lives());
    const old = reference("2026-002", 1, "2026-05-02");
    expect(of("2026-002").map(envelope)).toEqual([
      { type: "Alert", sent: "2026-05-02T09:00:00+08:00", references: [] },
      { type: "Cancel", sent: "2026-05-07T09:00:00+08:00", references: [old] },
    ]);
    // What was sent on 5 May does not change: it knew nothing of 7 May.
    expect(of("2026-003").map(envelope)).toEqual([
      { type: "Alert", sent: "2026-05-05T09:00:00+08:00", references: [] },
      { type: "Update", sent: "2026-05-07T09:00:00+08:00", references: [old, reference("2026-003", 1, "2026-05-05")] },
    ]);
    const cancel = infos(nodes(of("2026-002")[1] ?? ""), "en-GB");
    expect(text(cancel, "description")).toBe(
      "On 7 May 2026 a newer warning took the place of this one: 只有中文 https://forewarn.example/en/warnings/2026-003.html",
    );
    expect(text(infos(nodes(of("2026-003")[1] ?? "")), "description")).toMatch(/^本警示替代此前的警示：谨防办卡/);
    expect(text(infos(nodes(of("2026-003")[0] ?? "")), "description")).not.toContain("替代");
  });

  test("one that is published in another's place is an Update from the beginning", async () => {
    const directory = await temporaryFolder();
    await publish(directory, "2026-001", "2026-05-01");
    await publish(directory, "2026-002", "2026-05-05");
    // In the same second.
    await step(directory, "2026-001", "supersede", PEOPLE.approver, { day: "2026-05-05", details: { by: "2026-002" } });
    const { of } = await sent(directory);
    expect(of("2026-002").map(envelope)).toEqual([
      { type: "Update", sent: "2026-05-05T09:00:00+08:00", references: [reference("2026-001", 1, "2026-05-01")] },
    ]);
  });

  test("a chain of successors refers to the one before, and a Cancel is never referred to", async () => {
    const directory = await temporaryFolder();
    await publish(directory, "2026-001", "2026-05-01");
    await publish(directory, "2026-002", "2026-05-02");
    await step(directory, "2026-001", "supersede", PEOPLE.approver, { day: "2026-05-03", details: { by: "2026-002" } });
    await publish(directory, "2026-003", "2026-05-04");
    await step(directory, "2026-002", "supersede", PEOPLE.approver, { day: "2026-05-05", details: { by: "2026-003" } });
    await step(directory, "2026-001", "withdraw", PEOPLE.approver, {
      day: "2026-05-06",
      details: { told: { zh: "数据有误。", en: null } },
    });
    const { of } = await sent(directory);
    const one = reference("2026-001", 1, "2026-05-01");
    const [second, third] = [reference("2026-002", 1, "2026-05-02"), reference("2026-002", 2, "2026-05-03")];
    expect(of("2026-001").map(envelope)).toEqual([
      { type: "Alert", sent: "2026-05-01T09:00:00+08:00", references: [] },
      { type: "Cancel", sent: "2026-05-03T09:00:00+08:00", references: [one] },
      { type: "Cancel", sent: "2026-05-06T09:00:00+08:00", references: [one] },
    ]);
    expect(of("2026-002").map(envelope)).toEqual([
      { type: "Alert", sent: "2026-05-02T09:00:00+08:00", references: [] },
      { type: "Update", sent: "2026-05-03T09:00:00+08:00", references: [one, second] },
      { type: "Cancel", sent: "2026-05-05T09:00:00+08:00", references: [second, third] },
    ]);
    expect(of("2026-003").map(envelope)[1]).toEqual({
      type: "Update",
      sent: "2026-05-05T09:00:00+08:00",
      references: [second, third, reference("2026-003", 1, "2026-05-04")],
    });
    // Each Cancel tells its own reason.
    expect(of("2026-001").map((xml) => /数据有误/.test(xml))).toEqual([false, false, true]);
  });

  test("an end that someone sets is told; one that comes with its day is not", async () => {
    const { of } = await sent(await lives());
    expect(of("2026-004").map(envelope)).toEqual([
      { type: "Alert", sent: "2026-05-02T09:00:00+08:00", references: [] },
      { type: "Update", sent: "2026-06-01T09:00:00+08:00", references: [reference("2026-004", 1, "2026-05-02")] },
    ]);
    const ended = infos(nodes(of("2026-004")[1] ?? ""), "en-GB");
    expect(text(ended, "expires")).toBe("2026-06-01T23:59:59+08:00");
    expect(text(ended, "description")).toMatch(/^This warning ends on 1 June 2026\./);
    expect(of("2026-005")).toHaveLength(1);
    expect(text(infos(nodes(of("2026-005")[0] ?? "")), "expires")).toBe("2026-05-20T23:59:59+08:00");
  });

  test("steps that nobody sees send nothing", async () => {
    const directory = await temporaryFolder();
    await publish(directory, "2026-001", "2026-05-01");
    const before = (await sent(directory)).files;
    await step(directory, "2026-001", "reaffirm", PEOPLE.approver, { day: "2026-05-02" });
    await step(directory, "2026-001", "correct", PEOPLE.author, { day: "2026-05-03" });
    await step(directory, "2026-001", "submit", PEOPLE.author, { day: "2026-05-03" });
    expect((await sent(directory)).files).toEqual(before);
  });

  test("a day of the build changes no message", async () => {
    const [early, late] = [await fixtureContext({ day: "2026-06-17" }), await fixtureContext({ day: "2030-01-01" })];
    expect(capFiles(late)).toEqual(capFiles(early));
  });
});

describe("what a message says", async () => {
  const files = capFiles(await fixtureContext());
  const info = (id: string, language?: string) => infos(nodes(fileOf(files, `cap/${id}.xml`)), language);

  test("who sends it, and how it is meant", () => {
    const root = nodes(fileOf(files, "cap/2025-001.xml"));
    expect(ALERT.map((name) => (name === "info" ? null : text(root, name)))).toEqual([
      "forewarn.example:2025-001:1",
      "forewarn@forewarn.example",
      "2025-09-01T09:00:00+08:00",
      "Actual",
      "Alert",
      "Public",
      null,
      null,
    ]);
  });

  test("the words of the warning in each language", () => {
    const english = info("2026-001", "en-GB");
    expect(Object.fromEntries(INFO.slice(0, -2).map((name) => [name, text(english, name)]))).toEqual({
      language: "en-GB",
      category: "Other",
      event: "Consumer warning",
      urgency: "Future",
      severity: "Minor",
      certainty: "Observed",
      expires: "2026-09-15T23:59:59+08:00",
      senderName: "Invented County Market Supervision Bureau",
      headline: "Easy to join, hard to get a refund: Gyms – Contracts",
      description: [
        "This warning takes the place of an earlier one: Easy to join, hard to get a refund: Gyms – Contracts",
        "Complaints about Gyms – Contracts are rising. Read the contract before you join, and keep proof.",
        "49 people complained in May 2026 (52 complaints); about 27 were expected (usual range 17 to 37). Allowing for chance, that is at least 1.3 times the usual number.",
      ].join("\n\n"),
      instruction: [
        "1. Check the business. Look at its licence.",
        "2. Get a contract. It must say how refunds work.",
        "3. Keep proof. Save your payments.",
      ].join("\n"),
      web: "https://forewarn.example/en/warnings/2026-001.html",
      contact: "Invented County Market Supervision Bureau 12315",
    });
    expect(text(info("2026-001"), "instruction")).toMatch(/^一是查资质。先看证照。\n二是/);
  });

  test("the figures of the evidence, and that the scales are our own mapping", () => {
    expect(parameters(info("2026-001"))).toEqual({
      number: "消费警示〔2026〕第1号",
      kind: "warning",
      risk: "medium",
      mapping: expect.stringContaining("由本局按警示类型和风险等级对应得出"),
      observed: "49",
      complaints: "52",
      expected: "26.8",
      low: "16.45",
      high: "37.15",
      ratio_at_least: "1.37",
      period: "2026-05",
      release: "2026-06-17-0123abcd",
      cell: "category:S01|problem:P01|region:",
      hotspot: "0123456789ab",
    });
    // Where the evidence does not say it, nothing is said.
    expect(parameters(info("2026-002"))).not.toHaveProperty("ratio_at_least");
  });

  test("kind and risk level give the three scales", async () => {
    const [one] = (await readWarnings(FIXTURE)).filter(({ id }) => id === "2025-001") as [Warning];
    const levels = (kind: Warning["record"]["kind"], risk: Warning["record"]["risk"]) => {
      const made = capFiles(contextOf([{ ...one, record: { ...one.record, kind, risk } }]));
      const read = infos(nodes(fileOf(made, "cap/2025-001.xml")));
      return ["urgency", "severity", "certainty"].map((name) => text(read, name)).join(" ");
    };
    expect(levels("warning", "serious")).toBe("Future Severe Observed");
    expect(levels("warning", "high")).toBe("Future Moderate Observed");
    expect(levels("warning", "low")).toBe("Future Minor Observed");
    expect(levels("early_warning", "medium")).toBe("Future Minor Possible");
    expect(levels("early_warning", "not_given")).toBe("Future Unknown Possible");
    expect(levels("advice", "not_given")).toBe("Unknown Unknown Unknown");
  });

  test("a warning without English has one block, in Chinese", () => {
    const blocks = all(nodes(fileOf(files, "cap/2026-002.xml")), "info").map((it) => text(it, "language"));
    expect(blocks).toEqual(["zh-CN"]);
  });

  test("where it holds: the region by its name and code, or all that the bureau looks after", async () => {
    const area = (node: Node | undefined) => all(node, "area")[0];
    expect(text(area(info("2026-001", "en-GB")), "areaDesc")).toBe("Area of Invented County Market Supervision Bureau");
    expect(all(area(info("2026-001")), "geocode")).toEqual([]);
    const directory = await temporaryFolder();
    const names = { ...fixtureEvidence().names, region: { zh: "东河镇", en: "Donghe Town" } };
    await publish(directory, "2026-001", "2026-05-01", {
      scope: { category: "S01", problem: "P01", region: "330100" },
      evidence: { ...fixtureEvidence(), cell: "category:S01|problem:P01|region:330100", names },
    });
    const read = area(infos(nodes((await sent(directory)).of("2026-001")[0] ?? ""), "en-GB"));
    expect(text(read, "areaDesc")).toBe("Donghe Town");
    expect([text(all(read, "geocode")[0], "valueName"), text(all(read, "geocode")[0], "value")]).toEqual([
      "region",
      "330100",
    ]);
  });

  test("hostile text stays text", () => {
    expect(text(info("2026-004"), "headline")).toBe(`预警：${HOSTILE}`);
    expect(text(info("2026-004"), "description")).toContain(`更正 ${HOSTILE}`);
  });
});
