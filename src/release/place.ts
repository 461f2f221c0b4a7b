import { createHash } from "node:crypto";
import { readdir, readFile, rename, rm, symlink } from "node:fs/promises";
import path from "node:path";
import { isAlive } from "../files/alive.ts";
import { CURRENT } from "./list.ts";
import { manifestSchema } from "./manifest.ts";
import type { Half } from "./marts.ts";
import { MANIFEST } from "./write.ts";

/** Folders that a build works in, `.tmp-<process>-<id>`: a reader of releases never looks into them. */
const WORK = /^\.tmp-(\d+)-/;

export function workFolder(directory: string, id: string): string {
  return path.join(directory, `.tmp-${process.pid}-${id}`);
}

/** Removes what builds that died have left behind. */
export async function removeStale(directory: string): Promise<void> {
  for (const name of await readdir(directory)) {
    const pid = WORK.exec(name)?.[1];
    if (pid !== undefined && (Number(pid) === process.pid || !isAlive(Number(pid)))) {
      await rm(path.join(directory, name), { recursive: true, force: true });
    }
  }
}

async function isWholeHalf(directory: string, half: Half): Promise<boolean> {
  try {
    const manifest = manifestSchema.parse(JSON.parse(await readFile(path.join(directory, half, MANIFEST), "utf8")));
    for (const { name, sha256 } of Object.values(manifest.marts)) {
      const bytes = await readFile(path.join(directory, half, path.basename(name)));
      if (createHash("sha256").update(bytes).digest("hex") !== sha256) return false;
    }
    return manifest.half === half && manifest.release === path.basename(directory);
  } catch {
    return false;
  }
}

/** Whether a release stands in a folder with both halves, every file as its manifest has it. */
export async function isWhole(directory: string): Promise<boolean> {
  return (await isWholeHalf(directory, "bureau")) && (await isWholeHalf(directory, "public"));
}

/** Puts a finished work folder in its place. What stood there was not whole and goes. */
export async function putInPlace(work: string, target: string): Promise<void> {
  await rm(target, { recursive: true, force: true });
  await rename(work, target);
}

/** Makes a release the current one, in one step: there is always a current one, the old or the new. */
export async function makeCurrent(directory: string, id: string): Promise<void> {
  const link = path.join(directory, `.tmp-${process.pid}-${CURRENT}`);
  await rm(link, { force: true });
  await symlink(id, link);
  await rename(link, path.join(directory, CURRENT));
}
