import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { identifier, literal } from "../duck/identifier.ts";
import type { Duck } from "../duck/open.ts";
import { type Manifest, manifestSchema } from "./manifest.ts";
import { type Half, MARTS, type MartName, martsOf } from "./marts.ts";

export const MANIFEST = "manifest.json";

async function writeMart(duck: Duck, mart: MartName, sql: string, file: string): Promise<Manifest["marts"][string]> {
  const columns = Object.entries(MARTS[mart].columns).map(
    ([column, type]) => `CAST(${identifier(column)} AS ${type}) AS ${identifier(column)}`,
  );
  const { Count: rows } = await duck.row<{ Count: string }>(
    `COPY (SELECT ${columns.join(", ")} FROM (${sql}) ORDER BY ALL) TO ${literal(file)} (FORMAT parquet, COMPRESSION zstd)`,
  );
  const bytes = await readFile(file);
  return {
    name: path.basename(file),
    sha256: createHash("sha256").update(bytes).digest("hex"),
    bytes: bytes.length,
    rows: Number(rows),
  };
}

/**
 * Writes one half of a release into a new folder: each of its marts as Parquet, and the manifest. Rows are in a full order and
 * are written by one thread, so that the same rows give the same bytes.
 */
export async function writeHalf(
  duck: Duck,
  options: {
    half: Half;
    directory: string;
    sql: Readonly<Partial<Record<MartName, string>>>;
    manifest: Omit<Manifest, "half" | "marts">;
  },
): Promise<void> {
  const { half, directory, sql, manifest } = options;
  await mkdir(directory, { recursive: true });
  const marts: Manifest["marts"] = {};
  await duck.run("SET threads = 1");
  try {
    for (const mart of martsOf(half)) {
      const query = sql[mart];
      if (query === undefined) throw new TypeError(`no SQL for the mart ${mart}`);
      marts[mart] = await writeMart(duck, mart, query, path.join(directory, `${mart}.parquet`));
    }
  } finally {
    await duck.run("RESET threads");
  }
  const whole = manifestSchema.parse({ ...manifest, half, marts });
  await writeFile(path.join(directory, MANIFEST), `${JSON.stringify(whole, null, 2)}\n`);
}
