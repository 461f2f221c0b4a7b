import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import type { Duck } from "../../../src/duck/open.ts";
import { type MeasureOptions, type MeasureRow, measure } from "../../../src/measures/measure.ts";
import { openWarehouse } from "../../../src/warehouse/open.ts";
import type { IngestDocument } from "../../support/ingest-document.ts";
import { forewarn } from "../../support/run.ts";
import { MADE_UP_SETTINGS } from "../made-up.ts";
import type { Files } from "./exports.ts";

/** A data folder of its own, filled by the command line. */
export interface Loaded {
  /** The data folder. */
  readonly data: string;
  readonly duck: Duck;
  /** What the calls of `forewarn ingest` said, in their order. */
  readonly told: readonly IngestDocument[];
  /** Rows of measures by id, and by the words of the group where there is one. */
  figures(
    options: Omit<MeasureOptions, "settings"> & { settings?: MeasureOptions["settings"] },
  ): Promise<Record<string, MeasureRow>>;
  close(): Promise<void>;
}

interface LoadOptions {
  /** Names for each call of `forewarn ingest`. */
  readonly calls?: readonly (readonly string[])[];
  /** A profile of the bureau's own. */
  readonly profile?: string;
}

/** Loads files by `forewarn ingest`, all in one call where `calls` does not say otherwise. */
export async function load(files: Files, { calls = [[...files.keys()]], profile }: LoadOptions = {}): Promise<Loaded> {
  const root = await mkdtemp(path.join(os.tmpdir(), "forewarn-summary-"));
  const data = path.join(root, "data");
  const exports = path.join(root, "given");
  await mkdir(exports);
  for (const [name, bytes] of files) await writeFile(path.join(exports, name), bytes);
  if (profile !== undefined) {
    await mkdir(path.join(data, "profiles"), { recursive: true });
    await writeFile(path.join(data, "profiles", "own.yaml"), profile);
  }
  const told: IngestDocument[] = [];
  for (const names of calls) {
    const ran = await forewarn(["ingest", ...names.map((name) => path.join(exports, name)), "--data", data, "--json"]);
    told.push(ran.json<IngestDocument>());
  }
  const duck = await openWarehouse(path.join(data, "warehouse.duckdb"), { readOnly: true });
  return {
    data,
    duck,
    told,
    async figures(options) {
      const rows = await measure(duck, { settings: MADE_UP_SETTINGS, ...options });
      return Object.fromEntries(rows.map((row) => [[row.id, ...Object.values(row.group ?? {})].join(" "), row]));
    },
    async close() {
      duck.close();
      await rm(root, { recursive: true, force: true });
    },
  };
}
