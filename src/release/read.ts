import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { DuckDBValue } from "@duckdb/node-api";
import { identifier, literal } from "../duck/identifier.ts";
import { openDuck, type Row } from "../duck/open.ts";
import { ForewarnError } from "../errors.ts";
import { type Manifest, manifestSchema } from "./manifest.ts";
import { type Half, martsOf } from "./marts.ts";

export type { Half };

/** One half of a release, open for reading: every mart is a view of its own name. */
export interface Release {
  readonly manifest: Manifest;
  rows<T = Row>(sql: string, params?: readonly DuckDBValue[]): Promise<T[]>;
  close(): void;
}

/**
 * Opens one half of a release (`releases/<id>/public` or `…/bureau`). This is the only door that sites and loaders have:
 * it knows no warehouse.
 * @throws ForewarnError where the folder holds no manifest that we understand, another half than `half`, or a table that is not
 * the one that the manifest was written for
 */
export async function openRelease(directory: string, half: Half): Promise<Release> {
  const file = path.join(directory, "manifest.json");
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (cause) {
    throw new ForewarnError("release.missing", { directory }, { cause });
  }
  let parsed: ReturnType<typeof manifestSchema.safeParse>;
  try {
    parsed = manifestSchema.safeParse(JSON.parse(text));
  } catch (cause) {
    throw new ForewarnError("release.manifest", { reason: String(cause) }, { place: { file }, cause });
  }
  if (!parsed.success)
    throw new ForewarnError("release.manifest", { reason: parsed.error.message }, { place: { file } });
  const manifest = parsed.data;
  if (manifest.half !== half)
    throw new ForewarnError("release.half", { expected: half, found: manifest.half }, { place: { file } });
  for (const { name, sha256 } of Object.values(manifest.marts)) {
    const table = path.join(directory, path.basename(name));
    const bytes = await readFile(table).catch(() => null);
    if (bytes === null || createHash("sha256").update(bytes).digest("hex") !== sha256) {
      throw new ForewarnError("release.damaged", {}, { place: { file: table } });
    }
  }
  const duck = await openDuck();
  for (const mart of martsOf(half)) {
    const entry = manifest.marts[mart];
    if (!entry) throw new ForewarnError("release.manifest", { reason: `no ${mart}` }, { place: { file } });
    await duck.run(
      `CREATE VIEW ${identifier(mart)} AS SELECT * FROM read_parquet(${literal(path.join(directory, entry.name))})`,
    );
  }
  return { manifest, rows: duck.rows, close: duck.close };
}
