import { describe, expect, test } from "vitest";
import { z } from "zod";
import { apiFiles } from "../../../src/site/machine/api.ts";
import { API_SCHEMAS, type ApiWarning, type ApiWarnings } from "../../../src/site/machine/api-schemas.ts";
import { readWarnings, type Warning } from "../../../src/warnings/read.ts";
import { fixtureEvidence } from "../../fixture/evidence.ts";
import { HOSTILE } from "../../fixture/warnings.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { PEOPLE, RULES, step } from "../../support/warnings.ts";
import { contextOf, FIXTURE, fileOf, fixtureContext, publish } from "./made.ts";

const IDS = ["2026-001", "2026-002", "2026-004", "2026-003", "2025-002", "2025-001"];

describe("the API", async () => {
  const context = await fixtureContext();
  const files = apiFiles(context);
  const json = <T>(file: string): T => JSON.parse(fileOf(files, file)) as T;
  const warning = (id: string): ApiWarning => json(`api/v1/warnings/${id}.json`);
  const list = json<ApiWarnings>("api/v1/warnings.json");

  test("it is these files", () => {
    expect([...files.keys()].sort()).toEqual(
      [
        "api/v1/index.json",
        "api/v1/schema/index.json",
        "api/v1/schema/warning.json",
        "api/v1/schema/warnings.json",
        "api/v1/warnings.json",
        ...IDS.map((id) => `api/v1/warnings/${id}.json`),
      ].sort(),
    );
  });

  test("every file fits the schema that it names, as published", () => {
    const named = [...files.keys()].filter((file) => !file.includes("/schema/"));
    for (const file of named) {
      const value = json<{ $schema: string }>(file);
      const published = json<z.core.JSONSchema.JSONSchema>(value.$schema.replace("https://forewarn.example/", ""));
      expect(published.$id).toBe(value.$schema);
      const schema = z.fromJSONSchema(published);
      expect(schema.safeParse(value).error?.issues).toBeUndefined();
      expect(schema.safeParse({ ...value, more: 1 }).success).toBe(false);
      expect(schema.safeParse({ ...value, meta: undefined }).success).toBe(false);
    }
    expect(named).toHaveLength(8);
  });

  test("the published schemas are what the files are checked with", () => {
    for (const [name, schema] of Object.entries(API_SCHEMAS)) {
      const published = json<Record<string, unknown>>(`api/v1/schema/${name}.json`);
      const { $id, ...rest } = published;
      expect($id).toBe(`https://forewarn.example/api/v1/schema/${name}.json`);
      expect(rest.$schema).toBe("https://json-schema.org/draft/2020-12/schema");
      expect(rest).toEqual(z.toJSONSchema(schema));
    }
  });

  test("every figure of the evidence, and every field of a warning, is described in both languages", () => {
    const { properties } = json<{ properties: Record<string, { description?: string; properties?: object }> }>(
      "api/v1/schema/warning.json",
    );
    const bare = Object.entries(properties)
      .filter(([, { description }]) => !/[a-z].*\p{Script=Han}/u.test(description ?? ""))
      .map(([name]) => name);
    // What these hold is described one by one.
    expect(bare).toEqual(["$schema", "meta", "evidence", "links"]);
  });

  test("names have one form", () => {
    const names: string[] = [];
    const walk = (value: unknown) => {
      if (value === null || typeof value !== "object") return;
      if (!Array.isArray(value)) names.push(...Object.keys(value));
      for (const inner of Object.values(value)) walk(inner);
    };
    for (const [file, text] of files) if (!file.includes("/schema/")) walk(JSON.parse(text));
    expect(names.length).toBeGreaterThan(1000);
    expect(names.filter((name) => !/^(\$schema|[a-z][a-z0-9]*(_[a-z0-9]+)*)$/.test(name))).toEqual([]);
  });

  test("every file says what must be said of it", () => {
    for (const file of ["api/v1/index.json", "api/v1/warnings.json", "api/v1/warnings/2026-001.json"])
      expect(json<{ meta: object }>(file).meta).toMatchObject({
        disclaimer: { zh: expect.stringContaining("投诉"), en: expect.stringContaining("complaint") },
        bureau: {
          zh: "虚构县市场监督管理局",
          en: "Invented County Market Supervision Bureau",
          hotline: "12315",
        },
        license: "https://licence.example/by/4.0/",
        release: "2026-06-17-0123abcd",
        as_of: "2026-06-17",
        period: { from: "2023-07-01", to: "2026-06-17" },
        generated_for: "2026-06-20",
      });
    expect(list.meta.count).toBe(6);
  });

  test("the list holds all that were ever published, the newest first, each as its file says", () => {
    expect(list.warnings.map(({ id }) => id)).toEqual(IDS);
    for (const { modified_at, links, ...rest } of list.warnings) {
      const own = warning(rest.id);
      expect(own).toMatchObject(rest);
      expect(links).toEqual({
        page: own.links.page,
        api: `https://forewarn.example/api/v1/warnings/${rest.id}.json`,
        cap: own.links.cap,
      });
      expect(own.history.map(({ at }) => at)).toContain(modified_at);
    }
  });

  test("status is that of the day", async () => {
    expect(Object.fromEntries(list.warnings.map(({ id, status }) => [id, status]))).toEqual({
      "2026-001": "published",
      "2026-002": "published",
      "2026-003": "withdrawn",
      "2026-004": "corrected",
      "2025-001": "expired",
      "2025-002": "superseded",
    });
    const later = apiFiles(await fixtureContext({ day: "2026-09-16" }));
    expect(JSON.parse(fileOf(later, "api/v1/warnings/2026-001.json")).status).toBe("expired");
  });

  test("a warning says all that its page says", () => {
    const { text, evidence, history, head, ...rest } = warning("2026-001");
    expect(rest).toEqual({
      $schema: "https://forewarn.example/api/v1/schema/warning.json",
      meta: expect.anything(),
      id: "2026-001",
      number: "消费警示〔2026〕第1号",
      kind: "warning",
      risk: "medium",
      status: "published",
      title: {
        zh: "谨防办卡容易退款难：健身服务·合同",
        en: "Easy to join, hard to get a refund: Gyms – Contracts",
      },
      scope: { category: "S01", problem: "P01", region: null },
      issued: "2026-06-17",
      updated: null,
      expires: "2026-09-15",
      review_by: "2026-07-17",
      business: null,
      issuer: { zh: "虚构县市场监督管理局", en: "Invented County Market Supervision Bureau" },
      sign_off: PEOPLE,
      corrections: [],
      reason: null,
      successor: null,
      related: [],
      links: {
        page: {
          zh: "https://forewarn.example/warnings/2026-001.html",
          en: "https://forewarn.example/en/warnings/2026-001.html",
        },
        cap: "https://forewarn.example/cap/2026-001.xml",
        cap_messages: ["https://forewarn.example/cap/2026-001-1.xml"],
      },
    });
    expect(text.en).toEqual({
      lead: [
        {
          type: "paragraph",
          text: "Complaints about Gyms – Contracts are rising. Read the contract before you join, and keep proof.",
        },
      ],
      happens: [
        {
          type: "list",
          items: ["You pay, and the service shrinks.", "The branch closes, and nothing is paid back."],
        },
      ],
      recognise: [{ type: "list", items: ["There is no written contract."] }],
      advice: [
        {
          type: "list",
          items: [
            "Check the business. Look at its licence.",
            "Get a contract. It must say how refunds work.",
            "Keep proof. Save your payments.",
          ],
        },
      ],
      contact: [{ type: "paragraph", text: "Talk to the business first; if that fails, call 12315." }],
      law: [{ type: "paragraph", text: "Law on the Protection of Consumer Rights and Interests, Article 53." }],
    });
    expect(text.zh.lead).toEqual([
      { type: "paragraph", text: "近期，健身服务·合同类投诉增多。办卡前先看清合同，保留凭证。" },
    ]);
    const { schema: _, asOf, ...figures } = fixtureEvidence();
    expect(evidence).toEqual({ ...figures, as_of: asOf });
    expect(history.map(({ step: name }) => name)).toEqual(["draft", "submit", "review", "approve", "publish"]);
    expect(head).toBe(history.at(-1)?.hash);
  });

  test("corrections, reason and successor stand where they happened", () => {
    expect(warning("2026-004").corrections).toEqual([
      { date: "2026-06-12", zh: `更正 ${HOSTILE}`, en: `Mended ${HOSTILE}`, ...PEOPLE },
    ]);
    expect(warning("2026-004").related).toEqual(["2026-001", "2025-002"]);
    expect(warning("2026-003").reason).toEqual({
      zh: "核实后发现数据有误。",
      en: "On checking, the figures turned out to be wrong.",
    });
    expect(warning("2025-002").successor).toBe("2026-001");
    expect(warning("2026-002")).toMatchObject({ title: { zh: "节日购物提示", en: null }, text: { en: null } });
  });

  test("of the history only what anyone may know: nobody's reasons, no contents", async () => {
    const all = await readWarnings(FIXTURE);
    for (const { id, history } of all.filter((it) => IDS.includes(it.id)))
      expect(warning(id).history).toEqual(history.map(({ step, to, at, who, hash }) => ({ step, to, at, who, hash })));
    expect([...files.values()].join("")).not.toMatch(/样例"|"why"|"content"|"state"/);
  });
});

describe("what is not public", () => {
  const filesOf = async (directory: string) => apiFiles(contextOf(await readWarnings(directory, RULES)));

  test("a correction that is being written is not told of", async () => {
    const directory = await temporaryFolder();
    await publish(directory, "2026-001", "2026-05-01");
    const before = await filesOf(directory);
    await step(directory, "2026-001", "correct", PEOPLE.author, { day: "2026-05-05" });
    await step(directory, "2026-001", "submit", PEOPLE.author, { day: "2026-05-05" });
    expect(await filesOf(directory)).toEqual(before);
    await step(directory, "2026-001", "drop", PEOPLE.author, { day: "2026-05-06", why: "不必更正" });
    const after = JSON.parse(fileOf(await filesOf(directory), "api/v1/warnings/2026-001.json")) as ApiWarning;
    expect(after.history.map(({ step: name }) => name).slice(-3)).toEqual(["correct", "submit", "drop"]);
    expect(JSON.stringify(after)).not.toContain("不必更正");
  });

  test("a warning that has not been published is not named by another", async () => {
    const [one] = (await readWarnings(FIXTURE)).filter(({ id }) => id === "2026-001") as [Warning];
    const record = { ...one.record, related: ["2026-005", "2025-001"], supersededBy: "2026-005" };
    const old = (await readWarnings(FIXTURE)).filter(({ id }) => id === "2025-001");
    const files = apiFiles(contextOf([{ ...one, record }, ...old]));
    const read = JSON.parse(fileOf(files, "api/v1/warnings/2026-001.json")) as ApiWarning;
    expect([read.related, read.successor]).toEqual([["2025-001"], null]);
  });

  test("of a business that is named: its name and what it said", async () => {
    const [one] = (await readWarnings(FIXTURE)).filter(({ id }) => id === "2026-001") as [Warning];
    const statement = { zh: "已整改。", en: null };
    const business = {
      name: "样例公司（虚构）",
      form: "company" as const,
      asked: "2026-05-01",
      answered: null,
      statement,
    };
    const files = apiFiles(contextOf([{ ...one, record: { ...one.record, business } }]));
    const read = JSON.parse(fileOf(files, "api/v1/warnings/2026-001.json")) as ApiWarning;
    expect(read.business).toEqual({ name: "样例公司（虚构）", statement });
  });

  test("what does not fit the schema is refused, and not written", async () => {
    const [one] = (await readWarnings(FIXTURE)).filter(({ id }) => id === "2026-001") as [Warning];
    const evidence = { ...one.evidence, observed: -1 };
    expect(() => apiFiles(contextOf([{ ...one, evidence }]))).toThrow(/observed/);
  });
});
