import { randomBytes } from "node:crypto";
import { cp, mkdir, open, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import path from "node:path";
import { ForewarnError } from "../errors.ts";
import { isAlive } from "../files/alive.ts";

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

/**
 * Does some work on one warning (or on what all share, such as the numbers) while nobody else does.
 * @throws ForewarnError `warnings.busy` where someone else is at it: who, and since when
 */
export async function whileLocked<T>(
  directory: string,
  name: string,
  holder: { readonly who: string; readonly at: string },
  work: () => Promise<T>,
): Promise<T> {
  await mkdir(directory, { recursive: true });
  const file = beside(directory, name, "lock");
  for (let tries = 0; ; tries++) {
    try {
      const handle = await open(file, "wx");
      await handle.writeFile(JSON.stringify({ pid: process.pid, host: hostname(), ...holder }));
      await handle.close();
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      const other = await holderOf(file);
      // A process that died leaves its lock behind; one on another machine may be alive.
      const dead = other !== null && other.host === hostname() && !isAlive(other.pid);
      if (dead && tries < 3) await rm(file, { force: true });
      else
        throw new ForewarnError(
          "warnings.busy",
          { who: other?.who ?? "?", at: other?.at ?? "?" },
          { place: { file: path.join(directory, name) } },
        );
    }
  }
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

/** Puts right what a step left that was killed: a folder that was being replaced comes back, a half-written one goes. */
export async function recover(directory: string): Promise<void> {
  const names = await readdir(directory).catch(() => [] as string[]);
  for (const name of names) {
    const id = /^\.([a-z0-9-]+)\.old$/.exec(name)?.[1];
    if (id === undefined) continue;
    const left = path.join(directory, name);
    if (names.includes(id)) await rm(left, { recursive: true, force: true });
    else await rename(left, path.join(directory, id));
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
  const making = beside(directory, id, `${randomBytes(4).toString("hex")}.new`);
  const old = beside(directory, id, "old");
  const stands = (await readdir(directory)).includes(id);
  try {
    if (stands) await cp(folder, making, { recursive: true });
    else await mkdir(making);
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
