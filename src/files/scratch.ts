import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import path from "node:path";
import { isAlive } from "./alive.ts";

/**
 * Makes an empty working folder `.<name>-<process>-…` in a folder, for what must not outlive the work, and clears away those
 * that processes which died have left there.
 */
export async function scratchFolder(directory: string, name: string): Promise<string> {
  await mkdir(directory, { recursive: true });
  const lead = `.${name}-`;
  for (const entry of await readdir(directory)) {
    const pid = entry.startsWith(lead) ? /^\d+/.exec(entry.slice(lead.length))?.[0] : undefined;
    if (pid !== undefined && !isAlive(Number(pid))) {
      await rm(path.join(directory, entry), { recursive: true, force: true });
    }
  }
  return mkdtemp(path.join(directory, `${lead}${process.pid}-`));
}
