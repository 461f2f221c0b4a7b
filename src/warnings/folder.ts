import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import path from "node:path";
import { ForewarnError } from "../errors.ts";
import { isAlive } from "../files/alive.ts";
import { scratchFolder } from "../files/scratch.ts";
import { writeNew } from "../files/write.ts";

/** A name that no warning has, for what lies beside the warnings: locks, and folders that are being written. */
const beside = (directory: string, name: string, kind: string) => path.join(directory, `.${name}.${kind}`);

interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly who: string;
  readonly at: string;
}

async function holderOf(file: string): Promise<Holder | null> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as Holder;
  } catch {
    return null;
  }
}

/** Takes the lock, with all that it says, or gives false where there is one. */
async function take(file: string, holder: Holder): Promise<boolean> {
  try {
    await writeNew(file, JSON.stringify(holder));
    return true;
  } catch (error) {
    if (error instanceof ForewarnError && error.key === "cli.file_exists") return false;
    throw error;
  }
}

/**
 * Does some work on one warning (or on what all share, such as the numbers) while nobody else does.
 * @throws ForewarnError `warnings.busy` where someone else is at it: who, and since when
 */
export async function whileLocked<T>(
  directory: string,
  name: string,
  { who, at }: { readonly who: string; readonly at: string },
  work: () => Promise<T>,
): Promise<T> {
  await mkdir(directory, { recursive: true });
  const file = beside(directory, name, "lock");
  const holder: Holder = { pid: process.pid, host: hostname(), who, at };
  for (let tries = 0; !(await take(file, holder)); tries++) {
    const other = await holderOf(file);
    // A process that died leaves its lock behind; one on another machine may be alive.
    const dead = other !== null && other.host === holder.host && !isAlive(other.pid);
    if (dead && tries < 3) await rm(file, { force: true });
    else
      throw new ForewarnError(
        "warnings.busy",
        { who: other?.who ?? "?", at: other?.at ?? "?" },
        { place: { file: path.join(directory, name) } },
      );
  }
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

/** Puts right what a step on one warning left that was killed: the folder that was being replaced comes back. The caller holds the lock. */
export async function recover(directory: string, id: string): Promise<void> {
  const names = await readdir(directory);
  const left = beside(directory, id, "old");
  if (!names.includes(path.basename(left))) return;
  if (names.includes(id)) await rm(left, { recursive: true, force: true });
  else await rename(left, path.join(directory, id));
}

/** As {@link recover}, for every warning that nobody is at: whoever reads the folder misses none. */
export async function recoverAll(directory: string): Promise<void> {
  const names = await readdir(directory).catch(() => [] as string[]);
  for (const name of names) {
    const id = /^\.([a-z0-9-]+)\.old$/.exec(name)?.[1];
    if (id === undefined) continue;
    await whileLocked(directory, id, { who: "-", at: "-" }, () => recover(directory, id)).catch((error) => {
      if (!(error instanceof ForewarnError) || error.key !== "warnings.busy") throw error;
    });
  }
}

/** Texts of files by their path below a warning's folder; null takes a file or folder away. */
export type Changes = Readonly<Record<string, string | null>>;

/**
 * Replaces the files of a warning's folder: all of them or none. `check` sees the folder as it would be, and may refuse it.
 * What the folder holds beside stays as it is. The caller holds the lock.
 */
export async function replaceFolder(
  directory: string,
  id: string,
  changes: Changes,
  check: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = path.join(directory, id);
  // What steps left that died is cleared away with it.
  const making = await scratchFolder(directory, `${id}.new`);
  const old = beside(directory, id, "old");
  const stands = (await readdir(directory)).includes(id);
  try {
    if (stands) await cp(folder, making, { recursive: true });
    for (const [name, text] of Object.entries(changes)) {
      const file = path.join(making, name);
      if (text === null) await rm(file, { recursive: true, force: true });
      else {
        await mkdir(path.dirname(file), { recursive: true });
        await writeFile(file, text);
      }
    }
    await check(making);
    if (stands) await rename(folder, old);
    try {
      await rename(making, folder);
    } catch (error) {
      if (stands) await rename(old, folder);
      throw error;
    }
    await rm(old, { recursive: true, force: true });
  } finally {
    await rm(making, { recursive: true, force: true });
  }
}
