import { writeFile } from "node:fs/promises";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { readTaxonomy } from "../../src/config/taxonomy.ts";
import { type Duck, openDuck } from "../../src/duck/open.ts";
import type { FieldRule, Layout, Profile } from "../../src/ingest/profile.ts";
import { readProfiles } from "../../src/ingest/profiles.ts";
import { KINDS, OUTCOMES, RECORDS, STATUSES } from "../../src/warehouse/records.ts";
import { temporaryFolder } from "../support/folder.ts";
import { forewarn } from "../support/run.ts";
import { MADE_UP_ROWS } from "./made-up-rows.ts";

// The built-in profiles are data, so what a compiler would tell of code is told of them here.
const profiles = await readProfiles();
const layouts = profiles.flatMap((profile) => profile.layouts.map((layout) => ({ profile, layout })));
const id = ({ profile, layout }: { profile: Profile; layout: Layout }) => `${profile.id}/${layout.id}`;
const rules = (layout: Layout): [string, FieldRule][] => Object.entries(layout.fields);

describe("lists of codes", () => {
  let known: Record<string, readonly string[]>;
  beforeAll(async () => {
    const taxonomy = await readTaxonomy();
    known = {
      category_code: taxonomy.categories.flatMap((group) => [group.code, ...group.children.map((leaf) => leaf.code)]),
      problem_codes: taxonomy.problems.map((problem) => problem.code),
      kind: KINDS,
      status: STATUSES,
      outcome: OUTCOMES,
      acceptance: ["accepted", "refused", "pending"],
    };
  });

  test.each(profiles.map((profile) => [profile.id, profile] as const))(
    "%s gives codes that the house knows",
    (_, profile) => {
      const used = new Set<string>();
      for (const [field, rule] of profile.layouts.flatMap(rules)) {
        const codes =
          rule.values === undefined
            ? rule.const !== undefined && field in known
              ? [String(rule.const)]
              : []
            : Object.keys(profile.values[rule.values] ?? {});
        if (rule.values !== undefined) used.add(rule.values);
        if (codes.length > 0) expect(known[field], field).toEqual(expect.arrayContaining(codes));
      }
      // A list that no field names is a slip.
      expect([...used].sort()).toEqual(Object.keys(profile.values).sort());
    },
  );

  // Words are compared without case, width and white space: two that differ in these alone would hide one another.
  test.each(profiles.map((profile) => [profile.id, profile] as const))(
    "%s has no word under two codes",
    (_, profile) => {
      for (const [list, codes] of Object.entries(profile.values)) {
        const seen = new Map<string, string>();
        for (const [code, words] of Object.entries(codes)) {
          for (const word of words) {
            const key = word.normalize("NFKC").replaceAll(/\s+/gu, "").toLowerCase();
            expect(seen.get(key) ?? code, `${list}: ${word}`).toBe(code);
            seen.set(key, code);
          }
        }
      }
    },
  );
});

test.each(profiles.map((profile) => [profile.id, profile] as const))(
  "breaks of %s are in order and name fields",
  (_, profile) => {
    const days = profile.breaks.map((entry) => entry.from);
    expect(days).toEqual([...days].sort());
    const fields = new Set(profile.layouts.flatMap((layout) => RECORDS[layout.record].map((field) => field.name)));
    for (const entry of profile.breaks) expect([...fields]).toEqual(expect.arrayContaining(entry.fields));
  },
);

describe("what DuckDB is given", () => {
  let duck: Duck;
  beforeAll(async () => {
    duck = await openDuck();
    return () => duck.close();
  });

  test.each(layouts.map((both) => [id(both), both] as const))("expressions of %s", async (_, { layout }) => {
    const expressions = rules(layout).flatMap(([, rule]) => [
      rule.strip ?? [],
      rule.unless ?? [],
      typeof rule.matches === "object" ? Object.values(rule.matches) : (rule.matches ?? []),
    ]);
    for (const expression of [...expressions.flat(), ...Object.values(layout.looks)]) {
      await expect(duck.rows("SELECT regexp_matches('', $1)", [expression]), expression).resolves.toHaveLength(1);
    }
  });

  test.each(layouts.map((both) => [id(both), both] as const))(
    "formats of dates of %s",
    async (_, { profile, layout }) => {
      for (const format of (layout.dates ?? profile.dates).filter((entry) => entry !== "excel")) {
        const { day } = await duck.row<{ day: string }>(
          "SELECT CAST(strptime(strftime(TIMESTAMP '2026-03-02 12:00:00', $1), $1) AS DATE) AS day",
          [format],
        );
        expect(day, format).toBe("2026-03-02");
      }
    },
  );
});

describe("a file of each layout", () => {
  /** Rows 1 to 3 as CSV, below the layout's own header where its files have one. */
  function fileOf(layout: Layout, cells: Readonly<Record<string, string>>): string {
    const line = (values: readonly string[]) => values.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",");
    const rows = [1, 2, 3].map((n) =>
      line(layout.header.map((caption) => (cells[caption] ?? "").replaceAll("{n}", String(n)))),
    );
    return `${[...(layout.headerless ? [] : [line(layout.header)]), ...rows].join("\n")}\n`;
  }

  test("made-up rows stand for every layout, with its own captions", () => {
    expect(Object.keys(MADE_UP_ROWS).sort()).toEqual(layouts.map(id).sort());
    for (const both of layouts) {
      expect(both.layout.header).toEqual(expect.arrayContaining(Object.keys(MADE_UP_ROWS[id(both)] ?? {})));
    }
  });

  test.each(layouts.map((both) => [id(both), both] as const))(
    "%s is chosen for it and reads every cell",
    async (_, both) => {
      const { profile, layout } = both;
      const cells = MADE_UP_ROWS[id(both)] ?? {};
      const folder = await temporaryFolder();
      const file = path.join(folder, "made-up.csv");
      await writeFile(file, fileOf(layout, cells));
      const ran = await forewarn(["ingest", file, "--data", folder, "--json"]);
      const [result] = ran.json<{ files: Record<string, unknown>[] }>().files;
      expect(result).toMatchObject({
        profile: profile.id,
        refused: null,
        rejections: [],
        rows: 3,
        accepted: 3,
      });
      // Postcodes that lost a zero are told; nothing else is remarkable.
      for (const note of (result?.notes ?? []) as string[]) expect(note).toMatch(/^3 values of .* got back the zeros/u);
      const duck = await openDuck(path.join(folder, "warehouse.duckdb"), { readOnly: true });
      try {
        const rows = await duck.rows<Record<string, unknown>>(
          `SELECT record.*, source_file.layout AS "layout of the file" FROM ${layout.record} record, source_file`,
        );
        expect(rows.map((row) => row["layout of the file"])).toEqual([layout.id, layout.id, layout.id]);
        for (const [field, rule] of rules(layout)) {
          const filled = [rule.from ?? []].flat().some((caption) => (cells[caption] ?? "") !== "");
          // That a text does not match says nothing, so a yes-no field may stay empty.
          if ((!filled && rule.const === undefined) || rule.matches !== undefined) continue;
          // No bureau's regions are at hand.
          if (rule.lookup === "region") continue;
          for (const row of rows) expect(row[field], field).not.toBeNull();
        }
      } finally {
        duck.close();
      }
    },
  );
});
