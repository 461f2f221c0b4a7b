import { writeFile } from "node:fs/promises";
import path from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { REGISTER, registerRow } from "../ingest/fixtures.ts";
import { temporaryFolder } from "../support/folder.ts";
import { forewarn } from "../support/run.ts";

interface Counts {
  rows: number;
  accepted: number;
  unchanged: number;
  duplicate: number;
  rejected: number;
}

/** What people's exports hold: sound rows, rows with one cell spoilt, and lines that are no rows at all. */
const cell = fc.oneof(
  fc.constantFrom(
    "",
    "-",
    "2023-02-30",
    "2199-01-01",
    "是",
    "1.2万元",
    "'; DROP TABLE ticket; --",
    "=1+1",
    "{{x}}",
    "\u0000",
    "\ufffd",
  ),
  fc.string({ unit: "grapheme", maxLength: 12 }).filter((text) => !/[\r\n]/u.test(text)),
);
const quoted = (text: string) => (/[",]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const row = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 6 }).map((id) => registerRow(`N${id}`)) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 14 }), cell)
      .map(([id, at, value]) => registerRow(`N${id}`).split(",").with(at, quoted(value)).join(",")),
  },
  { weight: 1, arbitrary: fc.constantFrom(REGISTER, "合计,,,,,,,,,,,,,,", `${registerRow("N1")},more`, "N1,投诉", "") },
);

test("whatever a file holds, its rows have one fate each, and loading it again changes none", async () => {
  let loaded = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 25 }), async (rows) => {
      const folder = await temporaryFolder();
      const file = path.join(folder, "a.csv");
      await writeFile(file, `${[REGISTER, ...rows].join("\n")}\n`);
      const load = async () =>
        (await forewarn(["ingest", file, "--data", folder, "--json"])).json<{
          files: (Counts & { refused: unknown })[];
        }>().files[0];
      const first = await load();
      if (first === undefined || first.refused !== null) return;
      loaded += 1;
      const { rows: count, accepted, unchanged, duplicate, rejected } = first;
      expect(accepted + unchanged + duplicate + rejected).toBe(count);
      expect(count).toBe(rows.filter((text) => /[^\s,"\u3000\u00a0]/u.test(text)).length);
      expect(await load()).toMatchObject({
        rows: count,
        accepted: 0,
        unchanged: accepted + unchanged,
        duplicate,
        rejected,
      });
      const rejects = (await forewarn(["rejects", "--data", folder, "--format", "json"])).json<{ line: number }[]>();
      expect(rejects).toHaveLength(rejected);
      const status = (await forewarn(["status", "--data", folder, "--json"])).json<Counts>();
      expect(status).toMatchObject({ rows: count, accepted, duplicate, rejected });
    }),
    { numRuns: 30, seed: 3 },
  );
  expect(loaded).toBeGreaterThan(25);
}, 240_000);
