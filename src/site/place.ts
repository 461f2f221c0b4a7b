import { readdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { isAlive } from "../files/alive.ts";

// Beside `dist/public` stand `dist/.public.<pid>` while a site is being built, and `dist/.public.<pid>.old` for the
// moment in which it takes the place of the one before.
const waiting = (output: string, pid: number) => path.join(path.dirname(output), `.${path.basename(output)}.${pid}`);

const moved = (from: string, to: string): Promise<boolean> =>
  rename(from, to).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return false;
      throw error;
    },
  );

/**
 * Gives the folder to build into, empty, and clears what builds left that were killed: a half-built site goes, and a
 * site that was being replaced comes back.
 */
export async function prepareOutput(output: string): Promise<string> {
  const parent = path.dirname(output);
  const lead = `.${path.basename(output)}.`;
  const names = (await readdir(parent).catch(() => [])).filter((name) => name.startsWith(lead));
  for (const name of names) {
    const [pid = "", old] = name.slice(lead.length).split(".");
    if (!/^\d+$/.test(pid) || (isAlive(Number(pid)) && Number(pid) !== process.pid)) continue;
    const left = path.join(parent, name);
    const stands = (await readdir(output).catch(() => null)) !== null;
    if (old === "old" && !stands) await moved(left, output);
    else await rm(left, { recursive: true, force: true });
  }
  const next = waiting(output, process.pid);
  await rm(next, { recursive: true, force: true });
  return next;
}

/** Puts the finished folder in the place of the old one; a reader meets the one or the other, whole. */
export async function replaceOutput(next: string, output: string): Promise<void> {
  const old = `${next}.old`;
  const replaced = await moved(output, old);
  try {
    await rename(next, output);
  } catch (error) {
    if (replaced) await rename(old, output);
    throw error;
  }
  await rm(old, { recursive: true, force: true });
}
