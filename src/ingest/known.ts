import { createHash } from "node:crypto";
import { open, stat } from "node:fs/promises";
import type { Duck } from "../duck/open.ts";
import type { Counts, Note } from "./result.ts";

/** A file that was loaded before. */
export interface KnownFile {
  readonly fileId: number;
  readonly sha256: string;
  readonly name: string;
  readonly format: string;
  readonly encoding: string;
  readonly profile: string;
  readonly reading: string | null;
  readonly counts: Counts;
  readonly notes: readonly Note[];
}

const BLOCK = 1024 * 1024;

async function sha256Of(path: string): Promise<string> {
  const file = await open(path);
  try {
    const hash = createHash("sha256");
    const block = Buffer.allocUnsafe(BLOCK);
    for (;;) {
      const { bytesRead } = await file.read(block, 0, BLOCK);
      if (bytesRead === 0) return hash.digest("hex");
      hash.update(block.subarray(0, bytesRead));
    }
  } finally {
    await file.close();
  }
}

/** The loaded file with the same bytes, or null. Only where one of the same length is known are the bytes read. */
export async function findKnown(duck: Duck, path: string): Promise<KnownFile | null> {
  const { size } = await stat(path);
  const { alike } = await duck.row<{ alike: number }>(
    "SELECT count(*)::DOUBLE AS alike FROM source_file WHERE bytes = $1",
    [BigInt(size)],
  );
  if (alike === 0) return null;
  const [row] = await duck.rows<
    Counts & Omit<KnownFile, "counts" | "notes"> & { fileId: number; notes: string | null }
  >(
    `SELECT file_id AS "fileId", sha256, name, format, encoding, profile, reading, notes, "rows"::DOUBLE AS "rows",
       accepted::DOUBLE AS accepted, "unchanged"::DOUBLE AS "unchanged", duplicate::DOUBLE AS duplicate, rejected::DOUBLE AS rejected
     FROM source_file WHERE sha256 = $1`,
    [await sha256Of(path)],
  );
  if (!row) return null;
  const { rows, accepted, unchanged, duplicate, rejected, notes, ...file } = row;
  return {
    ...file,
    counts: { rows, accepted, unchanged, duplicate, rejected },
    notes: notes === null ? [] : (JSON.parse(notes) as Note[]),
  };
}

/** Notes the name of a known file where it is another one; whether it is. */
export async function nameAgain(duck: Duck, known: KnownFile, name: string, batch: string): Promise<boolean> {
  if (name === known.name) return false;
  await duck.run(
    "INSERT INTO file_name SELECT $1, $2, $3 WHERE NOT EXISTS (SELECT 1 FROM file_name WHERE sha256 = $1 AND name = $2)",
    [known.sha256, name, batch],
  );
  return true;
}
