import { execFile } from "node:child_process";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { readTaxonomy } from "../config/taxonomy.ts";
import { limitMemory } from "../duck/limit.ts";
import type { Figure } from "../figure.ts";
import { openWarehouse } from "../warehouse/open.ts";
import { makeRecords } from "./bench-records.ts";
import type { Run } from "./bench-run.ts";
import { makeTickets } from "./bench-tickets.ts";

const PROGRAM = fileURLToPath(new URL("./bench-run.ts", import.meta.url));
const LOADER = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
const GIB = 1024 ** 3;

/** Makes a warehouse of made-up tickets, and gives how many complaints there are. */
export async function makeWarehouse(file: string, tickets: number, seed: number): Promise<number> {
  const warehouse = await openWarehouse(file);
  try {
    await warehouse.run("SET wal_autocheckpoint = '1GB'");
    await limitMemory(warehouse, `${file}.work`);
    await makeTickets(warehouse, { tickets, seed, taxonomy: await readTaxonomy() });
    await makeRecords(warehouse, seed);
    const { complaints } = await warehouse.row<{ complaints: number }>(
      "SELECT count(*)::DOUBLE AS complaints FROM ticket WHERE kind = 'complaint'",
    );
    return complaints;
  } finally {
    warehouse.close();
  }
}

/** Reckons all measures of a warehouse in a process of its own. */
async function reckon(file: string, complaints: number): Promise<Run> {
  const { stdout } = await promisify(execFile)(process.execPath, ["--import", LOADER, PROGRAM, file]);
  const run = JSON.parse(stdout) as Run;
  if (run.received !== complaints) throw new Error(`${run.received} of ${complaints} complaints`);
  return run;
}

function figure(id: string, value: number, unit: string, bounds: { aim?: number; must?: number } = {}): Figure {
  const text = (bound?: number) => (bound === undefined ? null : `≤ ${bound}`);
  const ok = bounds.must === undefined || value <= bounds.must;
  return { id, value: Math.round(value * 1000) / 1000, unit, aim: text(bounds.aim), must: text(bounds.must), ok };
}

const fastest = (runs: readonly Run[]) => Math.min(...runs.map(({ seconds }) => seconds));

/**
 * Measures how long all measures of all standard periods of ten years take, by the five dimensions of the bureau's half, over
 * made-up tickets: for the larger number how long and in how much memory, and how the time grows with ten times as many.
 */
export async function benchMeasures({ quick, seed }: { quick: boolean; seed: number }): Promise<readonly Figure[]> {
  const large = quick ? 20_000 : 10_000_000;
  const folder = await mkdtemp(path.join(tmpdir(), "forewarn-bench-measures-"));
  try {
    const at = async (tickets: number, times: number) => {
      const file = path.join(folder, `${tickets}.duckdb`);
      const complaints = await makeWarehouse(file, tickets, seed);
      const runs: Run[] = [];
      for (let i = 0; i < times; i++) runs.push(await reckon(file, complaints));
      const { size } = await stat(file);
      await rm(file);
      return { runs, size };
    };
    const small = await at(large / 10, quick ? 1 : 3);
    const { runs, size } = await at(large, 1);
    const seconds = fastest(runs);
    const peak = Math.max(...runs.map((run) => run.peak)) / GIB;
    return [
      figure("tickets", large, "rows"),
      figure("warehouse", size / GIB, "GiB"),
      figure("figures", Math.max(...runs.map((run) => run.figures)), "rows"),
      figure("tenth", fastest(small.runs), "s"),
      figure("whole", seconds, "s", quick ? {} : { aim: 60 }),
      figure("per_million", (seconds / large) * 1e6, "s"),
      figure("growth", seconds / fastest(small.runs), "ratio", { aim: 10, must: 12 }),
      figure("tenth.peak_memory", Math.max(...small.runs.map((run) => run.peak)) / GIB, "GiB"),
      figure("peak_memory", peak, "GiB", { must: 4 }),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
