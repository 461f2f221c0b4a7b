import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { DuckDBValue } from "@duckdb/node-api";
import { identifier, literal } from "../duck/identifier.ts";
import { openDuck, type Row } from "../duck/open.ts";
import { ForewarnError } from "../errors.ts";
import { type Manifest, manifestSchema } from "./manifest.ts";
import { type Half, type MartName, martsOf } from "./marts.ts";

export type { Half };

/** One half of a release, open for reading: every mart is a view of its own name. */
export interface Release {
  readonly manifest: Manifest;
  rows<T = Row>(sql: string, params?: readonly DuckDBValue[]): Promise<T[]>;
  /** The first row; throws a TypeError where the query gives none. */
  row<T = Row>(sql: string, params?: readonly DuckDBValue[]): Promise<T>;
  /** The file of a mart. */
  table(mart: MartName): string;
  close(): void;
}

/**
 * Opens one half of a release (`releases/<id>/public` or `…/bureau`). This is the only door that sites and loaders have:
 * it knows no warehouse. `only`: the marts that are needed; a release that an earlier version built may lack others.
 * @throws ForewarnError where the folder holds no manifest that we understand, another half than `half`, or a table that is not
 * the one that the manifest was written for
 */
export async function openRelease(
  directory: string,
  half: Half,
  only: readonly MartName[] = martsOf(half),
): Promise<Release> {
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
  const table = (mart: MartName) => path.join(directory, path.basename(manifest.marts[mart]?.name ?? ""));
  for (const { name, sha256 } of Object.values(manifest.marts)) {
    const parquet = path.join(directory, path.basename(name));
    const bytes = await readFile(parquet).catch(() => null);
    if (bytes === null || createHash("sha256").update(bytes).digest("hex") !== sha256) {
      throw new ForewarnError("release.damaged", {}, { place: { file: parquet } });
    }
  }
  const duck = await openDuck();
  for (const mart of only) {
    if (!manifest.marts[mart])
      throw new ForewarnError("release.manifest", { reason: `no ${mart}` }, { place: { file } });
    await duck.run(`CREATE VIEW ${identifier(mart)} AS SELECT * FROM read_parquet(${literal(table(mart))})`);
  }
  return { manifest, rows: duck.rows, row: duck.row, table, close: duck.close };
}
