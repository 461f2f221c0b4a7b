import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import type { FileTruth } from "../../src/demo/truth.ts";

/** A temporary folder for the tests of one file; `remove` is for `afterAll`. */
export async function suiteFolder(): Promise<{ at: (name: string) => string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "forewarn-demo-"));
  return { at: (name) => path.join(folder, name), remove: () => rm(folder, { recursive: true, force: true }) };
}

/** sha256 of every file below a folder, by path. */
export async function digests(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: Record<string, string> = {};
  for (const entry of entries.filter((each) => each.isFile())) {
    const file = path.join(entry.parentPath, entry.name);
    const bytes = await readFile(file);
    found[path.relative(folder, file)] = createHash("sha256").update(bytes).digest("hex");
  }
  return found;
}

/** `truth/totals.json`. */
export interface Totals {
  readonly asOf: string;
  readonly tickets: {
    readonly total: number;
    readonly byKind: Readonly<Record<string, number>>;
    readonly byMonth: Readonly<Record<string, Readonly<Record<string, number>>>>;
    readonly undated: number;
    readonly acceptedDated: number;
    readonly concludedDated: number;
    readonly withoutCategory: number;
    readonly withoutRegion: number;
    readonly appraisals: number;
    readonly professional: number;
    readonly byOutcome: Readonly<Record<string, number>>;
  };
  readonly money: Readonly<
    Record<"disputed" | "recovered" | "added", { readonly sum: string; readonly tickets: number }>
  >;
  readonly followUps: Readonly<Record<"total" | "rated" | "satisfied" | "fairlySatisfied", number>>;
  readonly penalties: { readonly cases: number; readonly fines: string; forfeited: string; goodsValue: string };
  readonly activities: {
    readonly total: number;
    readonly atLeast: number;
    readonly byType: Readonly<Record<string, number>>;
  };
  readonly files: readonly FileTruth[];
}

export async function readTotals(folder: string): Promise<Totals> {
  return JSON.parse(await readFile(path.join(folder, "truth/totals.json"), "utf8")) as Totals;
}
