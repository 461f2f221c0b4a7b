import { mkdir, readdir, readFile, readlink, rm, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Duck } from "../../src/duck/open.ts";
import { ForewarnError } from "../../src/errors.ts";
import { findHotspots } from "../../src/hotspots/index.ts";
import { type BuiltRelease, buildRelease } from "../../src/release/build.ts";
import { currentRelease, listReleases, requireCurrentRelease } from "../../src/release/list.ts";
import { manifestSchema } from "../../src/release/manifest.ts";
import { openRelease } from "../../src/release/read.ts";
import { makeWarehouse } from "../measures/made-up.ts";
import { AS_OF, findNothing, makeFolder, makeManyWarehouse, makeOptions, readFolder } from "./made-up.ts";

let warehouse: Duck;
let folder: string;
let built: BuiltRelease;
beforeAll(async () => {
  warehouse = await makeManyWarehouse(1500);
  folder = await makeFolder();
  built = await buildRelease(warehouse, makeOptions(folder));
});
afterAll(async () => {
  warehouse.close();
  await rm(folder, { recursive: true, force: true });
});

async function inNewFolder<T>(work: (directory: string) => Promise<T>): Promise<T> {
  const directory = await makeFolder();
  try {
    return await work(directory);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

describe("a release", () => {
  test("is named by its as-of date and its inputs, holds two halves, and is the current one", async () => {
    expect(built.release).toMatch(/^2026-06-17-[0-9a-f]{8}$/);
    expect(built).toEqual({ release: built.release, path: path.join(folder, built.release), created: true });
    expect((await readdir(folder)).toSorted()).toEqual([built.release, "current", "history.ndjson"].toSorted());
    expect(await readlink(path.join(folder, "current"))).toBe(built.release);
    const listed = { id: built.release, path: built.path, asOf: AS_OF, current: true };
    expect(await listReleases(folder)).toEqual([listed]);
    expect(await requireCurrentRelease(folder)).toEqual(listed);
  });

  test.each(["bureau", "public"] as const)("has a manifest of its %s half", async (half) => {
    const text = await readFile(path.join(built.path, half, "manifest.json"), "utf8");
    expect(manifestSchema.safeParse(JSON.parse(text)).error).toBeUndefined();
    await expect(text).toMatchFileSnapshot(`../golden/release/manifest.${half}.json`);
  });

  test("is not built twice", async () => {
    const before = await readFolder(built.path);
    expect(await buildRelease(warehouse, makeOptions(folder))).toEqual({ ...built, created: false });
    expect(await readFolder(built.path)).toEqual(before);
  });

  test("has the same bytes elsewhere, whatever the order in which tickets were written", async () => {
    const shuffled = await makeManyWarehouse(1500);
    await shuffled.run("CREATE TABLE reversed AS SELECT * FROM ticket ORDER BY native_id DESC");
    await shuffled.run("DELETE FROM ticket_merged");
    await shuffled.run("INSERT INTO ticket_merged SELECT * FROM reversed ORDER BY native_id DESC");
    await inNewFolder(async (directory) => {
      const again = await buildRelease(shuffled, makeOptions(directory));
      expect(again.release).toBe(built.release);
      expect(await readFolder(again.path)).toEqual(await readFolder(built.path));
    });
    shuffled.close();
  });

  test.each([
    ["another as-of date", { asOf: "2026-05-31" }],
    ["another version of the program", { toolVersion: "0.0.1-test" }],
    ["other regions", { regions: [] }],
  ])("%s gives another id", async (_title, change) => {
    await inNewFolder(async (directory) => {
      const other = await buildRelease(warehouse, makeOptions(directory, change));
      expect(other.release.slice(-8)).not.toBe(built.release.slice(-8));
    });
  });

  test("that is damaged is built anew", async () => {
    const before = await readFolder(built.path);
    await writeFile(path.join(built.path, "public", "count.parquet"), "damaged");
    expect((await buildRelease(warehouse, makeOptions(folder))).created).toBe(true);
    expect(await readFolder(built.path)).toEqual(before);
  });

  test("of an empty warehouse is refused, and nothing is left", async () => {
    const empty = await makeWarehouse();
    await inNewFolder(async (directory) => {
      await expect(buildRelease(empty, makeOptions(directory))).rejects.toThrow(ForewarnError);
      expect(await readdir(directory)).toEqual([]);
      expect(await currentRelease(directory)).toBeNull();
      await expect(requireCurrentRelease(directory)).rejects.toThrow(ForewarnError);
    });
    empty.close();
  });

  test("works with the detector of the product", async () => {
    await inNewFolder(async (directory) => {
      const { path: target } = await buildRelease(warehouse, makeOptions(directory, { findHotspots }));
      const bureau = await openRelease(path.join(target, "bureau"), "bureau");
      const grains = await bureau.rows("SELECT DISTINCT grain FROM series ORDER BY grain");
      expect(grains).toEqual([{ grain: "month" }, { grain: "week" }]);
      bureau.close();
    });
  });
});

describe("a folder of releases", () => {
  test("that is not there has none", async () => {
    await inNewFolder(async (directory) => {
      expect(await listReleases(path.join(directory, "none"))).toEqual([]);
      expect(await currentRelease(path.join(directory, "none"))).toBeNull();
    });
  });
  test("whose current release was taken away has no current one", async () => {
    await inNewFolder(async (directory) => {
      await mkdir(path.join(directory, "2026-01-31-0123abcd"));
      await symlink("2026-02-28-0123abcd", path.join(directory, "current"));
      expect(await currentRelease(directory)).toBeNull();
      expect(await listReleases(directory)).toMatchObject([{ id: "2026-01-31-0123abcd", current: false }]);
    });
  });
});

describe("a build that dies", () => {
  test("leaves the current release as it was, and nothing half-done", async () => {
    await inNewFolder(async (directory) => {
      const first = await buildRelease(warehouse, makeOptions(directory, { asOf: "2026-05-31" }));
      const failing = makeOptions(directory, {
        findHotspots: async (duck, options) => {
          if (options.grain === "month") throw new Error("died");
          await findNothing(duck, options);
        },
      });
      await expect(buildRelease(warehouse, failing)).rejects.toThrow("died");
      expect((await readdir(directory)).toSorted()).toEqual([first.release, "current", "history.ndjson"].toSorted());
      expect((await currentRelease(directory))?.id).toBe(first.release);
      const second = await buildRelease(warehouse, makeOptions(directory));
      expect((await listReleases(directory)).map(({ id, current }) => [id, current])).toEqual([
        [second.release, true],
        [first.release, false],
      ]);
    });
  });

  test("leaves a work folder that the next build removes; that of a living process stays", async () => {
    await inNewFolder(async (directory) => {
      // No process has a number this high: Linux stops at 2^22.
      for (const name of [".tmp-99999999-2026-06-17-00000000", `.tmp-${process.ppid}-2026-06-17-11111111`]) {
        await mkdir(path.join(directory, name, "bureau"), { recursive: true });
        await writeFile(path.join(directory, name, "bureau", "measure.parquet"), "half");
      }
      expect(await listReleases(directory)).toEqual([]);
      const { release } = await buildRelease(warehouse, makeOptions(directory));
      expect((await readdir(directory)).toSorted()).toEqual(
        [`.tmp-${process.ppid}-2026-06-17-11111111`, release, "current", "history.ndjson"].toSorted(),
      );
    });
  });
});
