import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Duck } from "../../src/duck/open.ts";
import { buildRelease } from "../../src/release/build.ts";
import { readHistory, recordCurrent, releaseBefore } from "../../src/release/history.ts";
import { openRelease } from "../../src/release/read.ts";
import { compareReleases, type Revisions } from "../../src/release/revisions.ts";
import { insertTickets } from "../measures/made-up.ts";
import { makeFolder, makeManyWarehouse, makeOptions } from "./made-up.ts";

/** Compares a release, by its folder, with an earlier one. */
async function compare(now: string, before: string): Promise<Revisions> {
  const release = await openRelease(path.join(now, "bureau"), "bureau");
  try {
    return await compareReleases(release, before);
  } finally {
    release.close();
  }
}

describe("what changed since a release was published", () => {
  let warehouse: Duck;
  let folder: string;
  let first: string;
  let second: string;
  let found: Revisions;
  beforeAll(async () => {
    warehouse = await makeManyWarehouse(400);
    folder = await makeFolder();
    first = (await buildRelease(warehouse, makeOptions(folder, { asOf: "2026-05-31" }))).path;
    // A complaint of March that came in late, and the file that brought it.
    await insertTickets(warehouse, [
      { kind: "complaint", registered_at: "2026-03-10", unit: "样例迟到所", native_id: "late" },
    ]);
    await warehouse.run(
      "INSERT INTO source_file SELECT * REPLACE (2 AS file_id, repeat('b', 64) AS sha256, 'late.csv' AS name) FROM source_file",
    );
    const options = makeOptions(folder, { asOf: "2026-06-17", now: new Date("2026-06-20T08:00:00Z") });
    second = (await buildRelease(warehouse, options)).path;
    found = await compare(second, first);
  });
  afterAll(async () => {
    warehouse.close();
    await rm(folder, { recursive: true, force: true });
  });

  test("a late complaint changes its month, quarter, and what is counted of it, and nothing else", () => {
    const received = found.revisions.filter(({ measure }) => measure === "received");
    expect(received.map(({ period, dim, group }) => [period, dim, group])).toEqual([
      ["2026-Q1", null, null],
      ["2026-Q1", "category", ""],
      ["2026-Q1", "channel", ""],
      ["2026-Q1", "problem", ""],
      ["2026-Q1", "region", ""],
      ["2026-Q1", "unit", "样例迟到所"],
      ["2026-03", null, null],
      ["2026-03", "category", ""],
      ["2026-03", "channel", ""],
      ["2026-03", "problem", ""],
      ["2026-03", "region", ""],
      ["2026-03", "unit", "样例迟到所"],
    ]);
    for (const { before, now } of received) expect(Number(now) - Number(before)).toBe(1);
    expect(received.find(({ group }) => group === "样例迟到所")).toMatchObject({ before: null, now: "1.000000" });
    // The share of what was received is one of fewer agreements: it matures.
    expect(found.revisions.find(({ measure }) => measure === "mediation_success_rate.of_received")).toMatchObject({
      matures: true,
      unit: "ratio",
    });
  });

  test("periods that had not ended are not compared", () => {
    const periods = new Set(found.revisions.map(({ period }) => period));
    for (const open of ["2026-06", "2026-Q2", "2026-H1", "2026", "ytd:2026-05-31", "ytd:2026-06-17"])
      expect(periods).not.toContain(open);
  });

  test("says what lies between, and by how many figures they were compared", async () => {
    expect(found).toMatchObject({ filesAdded: 1, filesGone: 0, methods: [], asOf: "2026-06-17" });
    expect(found.since).toEqual({ release: path.basename(first), asOf: "2026-05-31" });
    const release = await openRelease(path.join(first, "bureau"), "bureau", ["measure"]);
    const { n } = await release.row<{ n: number }>(
      "SELECT count(*)::DOUBLE AS n FROM measure WHERE complete AND grain <> 'ytd'",
    );
    release.close();
    expect(found.compared).toBeGreaterThanOrEqual(n);
  });

  test("a release compared with itself has no revisions", async () => {
    expect((await compare(first, first)).revisions).toEqual([]);
  });

  test("the history tells which release was current when, and which one was before", async () => {
    const ids = [first, second].map((each) => path.basename(each)) as [string, string];
    expect(await readHistory(folder)).toEqual([
      { release: ids[0], at: "2026-06-18T08:00:00.000Z" },
      { release: ids[1], at: "2026-06-20T08:00:00.000Z" },
    ]);
    expect(await releaseBefore(folder, ids[1])).toBe(ids[0]);
    expect(await releaseBefore(folder, ids[0])).toBeNull();
    // Going back to an earlier one is an entry too; the same again is none.
    await recordCurrent(folder, ids[0], new Date("2026-06-21T00:00:00Z"));
    await recordCurrent(folder, ids[0], new Date("2026-06-22T00:00:00Z"));
    expect(await readHistory(folder)).toHaveLength(3);
    expect(await releaseBefore(folder, ids[0])).toBe(ids[1]);
  });

  test("a release that was removed is passed over; a line that is none of ours is named", async () => {
    const other = path.join(folder, "other");
    await mkdir(path.join(other, "2026-01-31-0000000a"), { recursive: true });
    const line = (release: string) => `${JSON.stringify({ release, at: "2026-02-01T00:00:00Z" })}\n`;
    const ids = ["2026-01-31-0000000a", "2026-02-28-0000000b", "2026-03-31-0000000c"];
    await writeFile(path.join(other, "history.ndjson"), ids.map(line).join(""));
    expect(await releaseBefore(other, "2026-03-31-0000000c")).toBe("2026-01-31-0000000a");
    await writeFile(path.join(other, "history.ndjson"), `${line("2026-01-31-0000000a")}{"release":"../x"}\n`);
    const error = await readHistory(other).catch((caught) => caught);
    expect(error.place).toMatchObject({ line: 2 });
  });

  test("a history that cannot be read is not an empty one: it is left as it is", async () => {
    const other = path.join(folder, "unreadable");
    await mkdir(path.join(other, "history.ndjson"), { recursive: true });
    await expect(recordCurrent(other, "2026-01-31-0000000a", new Date(0))).rejects.toThrow(/EISDIR/);
    expect(await readHistory(path.join(other, "absent"))).toEqual([]);
  });
});
