import { execFile } from "node:child_process";
import { mkdir, readdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { REGISTER, registerRow, writeLines } from "../ingest/fixtures.ts";
import { warehouseContent, warehouseFates } from "../support/digest.ts";
import { temporaryFolder } from "../support/folder.ts";
import { forewarn } from "../support/run.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a line of bash in the checkout. */
function bash(line: string, ...args: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile("bash", ["-c", line, "bash", ...args], { cwd: root }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
}

async function exportsOf(folder: string, files: number, rows: number): Promise<string> {
  const exports = path.join(folder, "exports");
  await mkdir(exports);
  for (let file = 0; file < files; file++) {
    const lines = Array.from({ length: rows }, (_, row) => registerRow(`F${file}-${row}`));
    await writeLines(exports, `${file}.csv`, [REGISTER, ...lines]);
  }
  return exports;
}

async function sameAsClean(folder: string, exports: string, data: string): Promise<void> {
  expect((await forewarn(["ingest", exports, "--data", data])).code).toBe(0);
  const clean = path.join(folder, "clean");
  await forewarn(["ingest", exports, "--data", clean]);
  const at = (directory: string) => path.join(directory, "warehouse.duckdb");
  expect(await warehouseContent(at(data))).toEqual(await warehouseContent(at(clean)));
  const rows = (fates: unknown[]) => fates.length;
  expect(rows(await warehouseFates(at(data)))).toBe(rows(await warehouseFates(at(clean))));
}

test("a full disk is told, and costs nothing but the file that found no room", async () => {
  const folder = await temporaryFolder();
  const exports = await exportsOf(folder, 2, 20_000);
  const data = path.join(folder, "data");
  // No file may grow beyond 2 MiB: to a program that is as good as a full disk.
  const ran = await bash(
    'ulimit -f 2048; exec node src/cli/bin.js ingest "$1" --data "$2" --json --lang en',
    exports,
    data,
  );
  expect(ran.code).toBe(1);
  const { files, totals } = JSON.parse(ran.out) as {
    files: { refused: { message: string } | null }[];
    totals: { rows: number; tickets: number };
  };
  expect(files.map(({ refused }) => refused?.message)).toEqual([
    expect.stringContaining("disk is full"),
    expect.stringContaining("disk is full"),
  ]);
  expect(totals).toMatchObject({ rows: 0, tickets: 0 });
  await sameAsClean(folder, exports, data);
});

test("of two that load at once, one waits for no one and says so; the warehouse is whole", async () => {
  const folder = await temporaryFolder();
  const exports = await exportsOf(folder, 6, 3000);
  const data = path.join(folder, "data");
  const both = await Promise.all(
    [1, 2].map(() => bash('exec node src/cli/bin.js ingest "$1" --data "$2" --lang en', exports, data)),
  );
  const codes = both.map(({ code }) => code).sort();
  // Either they met, and one was told so, or one had ended before the other began.
  if (codes[1] !== 0) {
    expect(codes).toEqual([0, 1]);
    expect(both.find(({ code }) => code === 1)?.err).toContain("is using the warehouse");
  }
  expect((await readdir(data)).filter((entry) => entry.startsWith("."))).toEqual([]);
  await sameAsClean(folder, exports, data);
});

test("a name that cannot be read is told of itself", async () => {
  const folder = await temporaryFolder();
  const good = await writeLines(folder, "good.csv", [REGISTER, registerRow("A1")]);
  const ran = await forewarn(["ingest", good, path.join(folder, "absent.csv"), "--data", folder, "--json"]);
  expect(ran.code).toBe(1);
  expect(ran.json<{ files: { accepted: number; refused: { message: string } | null }[] }>().files).toMatchObject([
    { accepted: 1, refused: null },
    { accepted: 0, refused: { message: expect.stringContaining("does not exist") } },
  ]);
});
