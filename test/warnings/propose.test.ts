import path from "node:path";
import { describe, expect, test } from "vitest";
import { settingsSchema } from "../../src/config/settings.ts";
import { draftOf } from "../../src/warnings/draft.ts";
import { propose } from "../../src/warnings/propose.ts";
import { readWarnings } from "../../src/warnings/read.ts";
import { readTemplates } from "../../src/warnings/templates.ts";
import { writeDraft } from "../../src/warnings/write.ts";
import { temporaryFolder } from "../support/folder.ts";
import { PEOPLE, step } from "../support/warnings.ts";
import { AS_OF, LAST, type MadeUpCell, madeUpRelease } from "./made-up-release.ts";

const settings = settingsSchema.parse({});
const limits = settings.disclosure;
const cell = (category: string, problem = "", region = "") =>
  `category:${category}|problem:${problem}|region:${region}`;

async function proposed(
  cells: readonly MadeUpCell[],
  above: readonly MadeUpCell[] = [],
  options: { directory?: string; nameBusinesses?: boolean; today?: string } = {},
) {
  const release = await madeUpRelease(cells, above);
  const warnings = options.directory ? await readWarnings(options.directory) : [];
  const { today = AS_OF, nameBusinesses = false } = options;
  const found = await propose({ release, warnings, today, since: null, limits, nameBusinesses });
  release.close();
  return found;
}

/** Drafts what is proposed into a folder, as the command does. */
async function drafts(
  directory: string,
  cells: readonly MadeUpCell[],
  above: readonly MadeUpCell[] = [],
): Promise<string[]> {
  const { proposals } = await proposed(cells, above, { directory });
  const templates = await readTemplates();
  const written = [];
  for (const proposal of proposals) {
    const draft = draftOf(proposal, {
      templates,
      settings,
      who: PEOPLE.author,
      why: "样例",
      at: "2026-06-30T09:00:00+08:00",
    });
    written.push(await writeDraft(directory, draft));
  }
  return written;
}

const cells = (found: Awaited<ReturnType<typeof proposed>>) => ({
  proposals: found.proposals.map(({ hotspot }) => hotspot.record.cell),
  skipped: found.skipped.map(({ hotspot, why }) => `${hotspot.record.cell} ${why}`),
});

describe("what is proposed", () => {
  test("one rise seen in nested cells is one proposal, of the narrowest that carries four fifths of it", async () => {
    const found = await proposed([
      { cell: cell("S01", "P06"), usual: 30, last: 100 },
      { cell: cell("S0101", "P06"), usual: 25, last: 90 },
      { cell: cell("S0101"), usual: 40, last: 108 },
      { cell: cell("S01"), usual: 60, last: 132 },
      {
        cell: cell("S01", "P06", "999901"),
        usual: 9,
        last: 30,
        contributors: [{ dim: "category", key: "S0101", part: 0.8 }],
      },
      { cell: cell("G01", "P01"), usual: 12, last: 60 },
    ]);
    expect(cells(found)).toEqual({ proposals: [cell("S0101", "P06"), cell("G01", "P01")], skipped: [] });
    expect(found.proposals[0]?.same).toHaveLength(4);
  });

  test("a wider cell is named where no narrower one carries the rise", async () => {
    const found = await proposed([
      { cell: cell("S01", "P06"), usual: 30, last: 100 },
      { cell: cell("S0101", "P06"), usual: 15, last: 50 },
      { cell: cell("S0102", "P06"), usual: 15, last: 50 },
    ]);
    expect(cells(found).proposals).toEqual([cell("S01", "P06")]);
  });

  test("cells that only cross are one rise where its larger part lies in both", async () => {
    const wide = { cell: cell("S0101", "P06"), usual: 25, last: 90 };
    const crossing = { cell: cell("S01", "P06", "999901"), usual: 9, last: 30 };
    expect(
      cells(await proposed([wide, { ...crossing, contributors: [{ dim: "category", key: "S0101", part: 0.7 }] }]))
        .proposals,
    ).toHaveLength(1);
    expect(
      cells(await proposed([wide, { ...crossing, contributors: [{ dim: "category", key: "S0101", part: 0.3 }] }]))
        .proposals,
    ).toHaveLength(2);
    expect(cells(await proposed([wide, crossing])).proposals).toHaveLength(2);
  });

  test("not what is only worth watching, long past, too small, or of a business or no known category", async () => {
    const found = await proposed([
      { cell: cell("S01", "P01"), usual: 10, last: 40, level: "watch" },
      { cell: cell("S01", "P02"), usual: 1, last: 4 },
      { cell: `${cell("S01", "P06")}|business:虚构公司`, usual: 2, last: 30 },
      { cell: cell("?", "P06"), usual: 2, last: 30 },
    ]);
    expect(cells(found)).toEqual({
      proposals: [],
      skipped: [
        `${cell("S01", "P06")}|business:虚构公司 business`,
        `${cell("?", "P06")} unknown`,
        `${cell("S01", "P02")} few`,
      ],
    });
    const business = await proposed([{ cell: `${cell("S01", "P06")}|business:虚构公司`, usual: 2, last: 30 }], [], {
      nameBusinesses: true,
    });
    expect(business.proposals[0]?.evidence.names.business?.zh).toBe("名虚构公司");
  });

  test("a count whose rest in a published table would be small is not published", async () => {
    const narrow = { cell: cell("S0101", "P06"), usual: 25, last: 90 };
    const above = { cell: cell("S01", "P06"), usual: 40, last: 93 };
    expect(cells(await proposed([narrow], [above]))).toEqual({ proposals: [], skipped: [`${narrow.cell} rest`] });
    expect(cells(await proposed([narrow], [{ ...above, last: 95 }])).proposals).toEqual([narrow.cell]);
    expect(cells(await proposed([narrow], [{ ...above, last: 90 }])).proposals).toEqual([narrow.cell]);
  });
});

describe("the evidence of a draft", () => {
  test("withholds small months, and then all expected numbers but its own", async () => {
    const { proposals } = await proposed([
      { cell: cell("S0101", "P06"), usual: 25, last: 90, months: { "2025-01": 4, "2025-02": 0 } },
    ]);
    const series = proposals[0]?.evidence.series ?? [];
    const of = (period: string) => series.find((point) => point.period === period);
    expect(of("2025-01")).toMatchObject({ observed: null, complaints: null, withheld: true });
    expect(of("2025-02")).toMatchObject({ observed: 0, withheld: false, expected: null });
    expect(series.filter(({ expected }) => expected !== null).map(({ period }) => period)).toEqual([LAST]);
  });

  test("withholds months whose rest in a published table is small", async () => {
    const narrow = { cell: cell("S0101", "P06"), usual: 25, last: 90 };
    const { proposals } = await proposed(
      [narrow],
      [{ cell: cell("S01", "P06"), usual: 40, last: 99, months: { "2025-03": 27 } }],
    );
    const hidden = proposals[0]?.evidence.series.filter(({ withheld }) => withheld).map(({ period }) => period);
    expect(hidden).toEqual(["2025-03"]);
  });

  test("keeps all where nothing is small, and names the hotspot with the digest of its record", async () => {
    const { proposals } = await proposed([{ cell: cell("S0101", "P06"), usual: 25, last: 90 }]);
    const [proposal] = proposals;
    expect(proposal?.evidence.series.every(({ withheld, expected }) => !withheld && expected !== null)).toBe(true);
    expect(proposal?.evidence.hotspot).toEqual({ id: proposal?.hotspot.record.id, sha256: proposal?.hotspot.sha256 });
    expect(proposal?.evidence).toMatchObject({
      observed: 90,
      expected: 25,
      odds: { one_in: 500 },
      family: { tested: 100 },
    });
  });
});

describe("drafting again", () => {
  const rise = [{ cell: cell("S0101", "P06"), usual: 25, last: 90 }];

  test("gives nothing while a warning speaks of it, in whatever stage", async () => {
    const directory = path.join(await temporaryFolder(), "warnings");
    const [id = ""] = await drafts(directory, rise);
    expect(id).toBe("2026-001");
    expect(await drafts(directory, rise)).toEqual([]);
    await step(directory, id, "submit", PEOPLE.author, { day: "2026-06-30" });
    expect(await drafts(directory, rise)).toEqual([]);
    expect(
      await drafts(directory, [
        ...rise,
        {
          cell: cell("S01", "P06", "999901"),
          usual: 9,
          last: 30,
          contributors: [{ dim: "category", key: "S0101", part: 0.9 }],
        },
      ]),
    ).toEqual([]);
  });

  test("gives nothing of a rise that was dismissed or withdrawn, but a later one is new", async () => {
    const directory = path.join(await temporaryFolder(), "warnings");
    const [id = ""] = await drafts(directory, rise);
    await step(directory, id, "dismiss", PEOPLE.reviewer, { day: "2026-06-30" });
    expect(await drafts(directory, rise)).toEqual([]);
    const [warning] = await readWarnings(directory);
    expect(warning?.record.status).toBe("dismissed");
    // The same cell, of which a wider one rose: the dismissed rise lies within, and says nothing of it.
    expect(await drafts(directory, [{ cell: cell("S01", "P06"), usual: 30, last: 100 }])).toEqual(["2026-002"]);
  });

  test("an ended warning covers its own rise and no other", async () => {
    const directory = path.join(await temporaryFolder(), "warnings");
    const [id = ""] = await drafts(directory, rise);
    for (const [name, who] of [
      ["submit", PEOPLE.author],
      ["review", PEOPLE.reviewer],
      ["approve", PEOPLE.approver],
      ["publish", PEOPLE.approver],
      ["expire", PEOPLE.approver],
    ] as const)
      await step(directory, id, name, who, { day: "2026-06-30" });
    expect(await drafts(directory, rise)).toEqual([]);
    expect(await drafts(directory, [{ cell: cell("S0101", "P06", "999901"), usual: 9, last: 40 }])).toEqual([
      "2026-002",
    ]);
  });

  test("the draft is whole: it can be submitted as it is", async () => {
    const directory = path.join(await temporaryFolder(), "warnings");
    const [id = ""] = await drafts(directory, rise);
    const warning = await step(directory, id, "submit", PEOPLE.author, { day: "2026-06-30" });
    expect(warning.record).toMatchObject({
      risk: "not_given",
      kind: "warning",
      scope: { category: "S0101", problem: "P06", region: null },
    });
  });
});
