import type { FileHandle } from "node:fs/promises";
import { stat } from "node:fs/promises";
import { Refusal } from "../refusal.ts";

/** What changes when a file is written to. */
export interface Stamp {
  readonly size: bigint;
  /** Nanoseconds since 1970. */
  readonly modified: bigint;
}

/** The stamp of an open file, or of the one at a path. */
export async function stampOf(file: FileHandle | string): Promise<Stamp> {
  const { size, mtimeNs } = await (typeof file === "string"
    ? stat(file, { bigint: true })
    : file.stat({ bigint: true }));
  return { size, modified: mtimeNs };
}

/**
 * Makes sure that nobody wrote to a file since `stamp` was taken: half of an export that is still being written must
 * not pass for all of it.
 *
 * @throws Refusal `damaged_file`
 */
export async function assertUnchanged(path: string, stamp: Stamp, name: string): Promise<void> {
  const now = await stampOf(path).catch(() => null);
  if (now && now.size === stamp.size && now.modified === stamp.modified) return;
  throw new Refusal("damaged_file", "readers.damaged_file", { fault: "changed" }, { place: { file: name } });
}
