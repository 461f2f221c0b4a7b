import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Duck } from "../../src/duck/open.ts";
import { findHotspots } from "../../src/hotspots/index.ts";
import { seededRandom } from "../../src/hotspots/random.ts";
import { createEvidence, periodText, sentence } from "../../src/release/evidence.ts";
import { type HotspotEvidence, hotspotEvidenceSchema } from "../../src/release/evidence-schema.ts";
import { createBreakMart } from "../../src/release/rules.ts";
import { days, emptyWarehouse, insertTickets, type Made } from "../hotspots/tickets.ts";

const AS_OF = "2024-06-30";
const BREAK = {
  from: "2023-03-01",
  what: "form" as const,
  fields: [],
  effect: "flag" as const,
  zh: "虚构的新表单",
  en: "a made-up new form",
};

/** Four years, two groups, and thirty people with one trader in the last week. */
function tickets(): Made[] {
  const random = seededRandom(4);
  const quiet = days("2020-06-29", 209, 7).flatMap((monday) =>
    ["G01", "G02", "G03"].flatMap((group) =>
      Array.from({ length: random.poisson(9) }, () => ({
        day: monday,
        category: group,
        problems: [random.uniform() < 0.5 ? "P01" : "P02"],
        region: "R1",
        channel: random.uniform() < 0.5 ? "A" : "B",
        business: `Invented trader ${Math.floor(random.uniform() * 9)}`,
      })),
    ),
  );
  const rise = Array.from({ length: 30 }, (_, i) => ({
    day: i % 2 ? "2024-06-26" : "2024-06-30",
    category: "G02",
    problems: ["P02"],
    region: "R1",
    channel: "A",
    business: i < 25 ? "Invented fitness chain" : "A natural person",
    natural: i >= 25,
    person: `someone-${i}`,
  }));
  return [...quiet, ...rise];
}

describe("the evidence of a hotspot", () => {
  let duck: Duck;
  let all: HotspotEvidence[];
  beforeAll(async () => {
    duck = await emptyWarehouse();
    await insertTickets(duck, tickets());
    await duck.run(`CREATE TEMP TABLE dimension AS FROM (VALUES ('category', 'G02', NULL::VARCHAR, '二类', 'Second things'),
      ('problem', 'P02', NULL, '合同', 'Contracts')) AS d(dim, key, parent, zh, en)`);
    for (const grain of ["week", "month"] as const) await findHotspots(duck, { asOf: AS_OF, grain, breaks: [BREAK] });
    await createBreakMart(duck, [BREAK]);
    await createEvidence(duck, { release: "2024-06-30-0123abcd", asOf: AS_OF });
    const rows = await duck.rows<{ id: string; sha256: string; json: string }>("FROM evidence ORDER BY id");
    for (const { sha256, json } of rows) expect(createHash("sha256").update(json).digest("hex")).toBe(sha256);
    all = rows.map(({ json }) => hotspotEvidenceSchema.parse(JSON.parse(json)));
  });
  afterAll(() => duck.close());

  const last = () => {
    const found = all.find((one) => one.cell === "category:G02|problem:P02|region:" && one.period === "2024-W26");
    if (!found) throw new Error("not found");
    return found;
  };

  test("there is one for every hotspot, and its figures are those of the marts", async () => {
    const rows = await duck.rows<{ id: string; complainants: string; expected: number; low: number }>(
      "SELECT id, complainants, expected, low FROM hotspot_week UNION ALL SELECT id, complainants, expected, low FROM hotspot_month",
    );
    expect(rows.length).toBeGreaterThan(2);
    expect(all.map(({ id }) => id)).toEqual(rows.map(({ id }) => id).sort());
    for (const row of rows) {
      const one = all.find(({ id }) => id === row.id);
      expect(one?.observed).toBe(Number(row.complainants));
      expect(one?.expected).toBeCloseTo(row.expected, 6);
      expect(one?.low).toBe(row.low);
    }
  });

  test("it holds what a warning may be bound to", () => {
    const one = last();
    const point = one.series.find(({ period }) => period === one.period);
    expect(point).toMatchObject({ observed: one.observed, complaints: one.complaints, low: one.low, high: one.high });
    expect(one).toMatchObject({
      release: "2024-06-30-0123abcd",
      names: {
        business: null,
        brand: null,
        category: { zh: "二类", en: "Second things" },
        problem: { zh: "合同", en: "Contracts" },
        region: null,
      },
      grain: "week",
      from: "2024-06-24",
      to: "2024-06-30",
      level: "warning",
      completeness: 1,
      detector: { id: "farrington", version: "1", years: 3 },
      odds: { one_in: expect.any(Number) },
      breaks: [{ from: "2023-03-01", to: null, what: "form", effect: "flag", zh: BREAK.zh, en: BREAK.en }],
    });
    expect(one.series).toHaveLength(209);
    const together = all.filter(({ period, names }) => period === "2024-W26" && names.business === null);
    expect(one.family.flagged).toBe(together.length);
    expect(one.family.tested).toBeGreaterThanOrEqual(one.family.flagged);
  });

  test("contributors carry most of the rise, and natural persons are not named", () => {
    const { contributors } = last();
    expect(contributors.find(({ dim }) => dim === "business")).toMatchObject({
      key: "Invented fitness chain",
      observed: 25,
    });
    expect(contributors.find(({ dim }) => dim === "channel")?.key).toBe("A");
    expect(contributors.find(({ dim }) => dim === "region")?.key).toBe("R1");
    // The cell fixes category and problem: they are no part of themselves.
    expect(contributors.some(({ dim }) => dim === "problem" || dim === "category")).toBe(false);
    expect(JSON.stringify(all)).not.toContain("natural person");
    const parent = all.find(({ cell, period }) => cell === "category:G02|problem:|region:" && period === "2024-W26");
    expect(parent?.contributors.find(({ dim }) => dim === "problem")).toMatchObject({
      key: "P02",
      name: { en: "Contracts" },
    });
    for (const { part, observed } of all.flatMap((one) => one.contributors)) {
      expect(part).toBeGreaterThanOrEqual(0.25);
      expect(observed).toBeGreaterThanOrEqual(2);
    }
  });

  test("the sentence is made of the same figures", () => {
    const one = last();
    expect(one.sentence.en).toMatch(
      /^Second things · Contracts, 24 June 2024 to 30 June 2024: \d+ people complained \(\d+ complaints\); about [\d.]+ were expected, usually between \d+ and \d+\. That is at least [\d.]+ times the usual\. In our test on quiet data a rise this unlikely came up in fewer than 1 in [\d,]+ weeks\. \d+ groups were tested that week and \d+ flagged; /,
    );
    expect(one.sentence.en).toContain(`: ${one.observed} people complained (${one.complaints} complaints)`);
    expect(one.sentence.zh).toContain(`二类·合同有${one.observed}人投诉（${one.complaints}件）`);
  });
});

test("sentences say nothing that was not measured", () => {
  const row = {
    grain: "month" as const,
    from: "2026-10-01",
    to: "2026-10-31",
    complainants: "42",
    observed: "45",
    expected: 11.2,
    low: 5,
    high: 18,
    ratio_at_least: 2.68,
    oneIn: 1000,
    flags: 26,
    tests: 2100,
    byChance: 1.8,
    completeness: 1,
  };
  expect(sentence("en", "Fitness clubs", row)).toBe(
    "Fitness clubs, October 2026: 42 people complained (45 complaints); about 11 were expected, usually between 5 and 18. " +
      "That is at least 2.6 times the usual. In our test on quiet data a rise this unlikely came up in fewer than 1 in 1,000 months. " +
      "2,100 groups were tested that month and 26 flagged; about 2 of the flags may be chance.",
  );
  expect(sentence("zh", "健身服务", { ...row, oneIn: null, ratio_at_least: 0.98, flags: 1, byChance: 0.07 })).toBe(
    "2026年10月，健身服务有42人投诉（45件），预期约11人，通常在5至18人之间。本月共检验2,100组，标出1组，其中平均不到1组可能只是偶然。",
  );
  expect(sentence("en", "Gyms", { ...row, completeness: 0.723 })).toContain(
    " So far about 72% of the month’s complaints are in, which is allowed for. ",
  );
  expect(periodText("zh", { grain: "week", from: "2026-10-19", to: "2026-10-25" })).toBe(
    "2026年10月19日至2026年10月25日",
  );
});
