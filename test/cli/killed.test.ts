import { spawn } from "node:child_process";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import iconv from "iconv-lite";
import { expect, test } from "vitest";
import { CLOSING, closingRow, LIST, listRow, REGISTER, registerRow, writeLines } from "../ingest/fixtures.ts";
import { chance } from "../ingest/mutate.ts";
import { warehouseContent, warehouseFates } from "../support/digest.ts";
import { temporaryFolder } from "../support/folder.ts";
import { forewarn } from "../support/run.ts";

/** How many runs are killed; a long run sets FOREWARN_KILLS to 200 or more. */
const TIMES = Number(process.env.FOREWARN_KILLS ?? 4);
const root = fileURLToPath(new URL("../../", import.meta.url));

/** Runs the loading as a process of its own and kills it at an age; whether it was still alive then. */
async function killedAt(age: number, exports: string, data: string): Promise<boolean> {
  const child = spawn(process.execPath, [path.join(root, "src/cli/bin.js"), "ingest", exports, "--data", data], {
    cwd: root,
    stdio: "ignore",
  });
  const timer = setTimeout(() => child.kill("SIGKILL"), age);
  const signal = await new Promise((resolve) => child.once("exit", (_code, by) => resolve(by)));
  clearTimeout(timer);
  return signal !== null;
}

test(
  "killed at any moment and run again, it gives the warehouse of one clean run, to the row",
  async () => {
    const folder = await temporaryFolder();
    const exports = path.join(folder, "exports");
    await mkdir(exports);
    const ids = (file: number) => Array.from({ length: 300 }, (_, row) => `F${(file + row) % 900}`);
    for (let file = 0; file < 9; file++) {
      const name = `${file}.csv`;
      if (file % 3 === 0) await writeLines(exports, name, [REGISTER, ...ids(file).map((id) => registerRow(id))]);
      if (file % 3 === 1) await writeLines(exports, name, [LIST, ...ids(file).map((id) => listRow(id)), "torn,row"]);
      if (file % 3 === 2) {
        const text = [CLOSING, ...ids(file).map((id, i) => closingRow(id, { recovered: String(i) }))].join("\n");
        await writeFile(path.join(exports, name), iconv.encode(text, "gb18030"));
      }
    }
    const at = (name: string) => path.join(folder, name, "warehouse.duckdb");
    expect((await forewarn(["ingest", exports, "--data", path.join(folder, "clean")])).code).toBe(0);
    const clean = [await warehouseContent(at("clean")), await warehouseFates(at("clean"))];
    // How long a run lives, so that the moments fall into its life; a run that ended before its moment tells anew.
    let life = 60_000;
    const next = chance(TIMES);
    let killed = 0;
    for (let i = 0; i <= 5 * TIMES && killed < TIMES; i++) {
      const name = `killed-${i}`;
      const data = path.join(folder, name);
      const start = performance.now();
      if (await killedAt(life * (0.2 + (0.8 * next(1000)) / 1000), exports, data)) killed++;
      else life = performance.now() - start;
      expect((await forewarn(["ingest", exports, "--data", data])).code).toBe(0);
      expect([await warehouseContent(at(name)), await warehouseFates(at(name))]).toEqual(clean);
      expect((await readdir(data)).filter((entry) => entry.startsWith("."))).toEqual([]);
      await rm(data, { recursive: true });
    }
    expect(killed).toBe(TIMES);
    if (process.env.FOREWARN_KILLS) console.info(`${killed} runs were killed, of a life of ${Math.round(life)} ms`);
  },
  Math.max(180_000, TIMES * 25_000),
);
