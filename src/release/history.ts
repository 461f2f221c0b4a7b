import path from "node:path";
import { z } from "zod";
import { ForewarnError } from "../errors.ts";
import { readIfAny } from "../files/read.ts";
import { replaceFile } from "../files/write.ts";
import { listReleases } from "./list.ts";

/** One line of the history: from when on a release was the current one. */
const publishedSchema = z.strictObject({
  release: z.string().regex(/^\d{4}-\d{2}-\d{2}-[0-9a-f]{8}$/),
  at: z.iso.datetime(),
});
export type Published = z.infer<typeof publishedSchema>;

/** Name of the file beside the releases; lines are only ever added. */
export const HISTORY = "history.ndjson";

/**
 * Which release was the current one, the first to the last; empty where none ever was.
 * @throws ForewarnError `release.history` for a line that is none of ours
 */
export async function readHistory(directory: string): Promise<Published[]> {
  const file = path.join(directory, HISTORY);
  const lines = ((await readIfAny(file)) ?? "").split("\n");
  lines.pop();
  return lines.map((line, index) => {
    try {
      return publishedSchema.parse(JSON.parse(line));
    } catch (cause) {
      throw new ForewarnError(
        "release.history",
        { value: line.slice(0, 80) },
        { place: { file, line: index + 1 }, cause },
      );
    }
  });
}

/** Notes that a release is the current one from now on, unless it was already. */
export async function recordCurrent(directory: string, release: string, now: Date): Promise<void> {
  const history = await readHistory(directory);
  if (history.at(-1)?.release === release) return;
  const lines = [...history, { release, at: now.toISOString() }].map((entry) => `${JSON.stringify(entry)}\n`);
  await replaceFile(path.join(directory, HISTORY), lines.join(""));
}

/** The release that was the current one before another, and still stands; null where there is none. */
export async function releaseBefore(directory: string, release: string): Promise<string | null> {
  const history = await readHistory(directory);
  const last = history.findLastIndex((entry) => entry.release === release);
  const standing = new Set((await listReleases(directory)).map(({ id }) => id));
  const earlier = history.slice(0, Math.max(0, last)).map((entry) => entry.release);
  return earlier.findLast((id) => id !== release && standing.has(id)) ?? null;
}
