import { createHash } from "node:crypto";
import { cp, mkdir, readdir, readFile, realpath, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { readIfAny } from "../files/read.ts";
import { scratchFolder } from "../files/scratch.ts";
import { replaceFile } from "../files/write.ts";
import type { Memo } from "./page.ts";

/** Files below a folder, with links followed, sorted; what Framework keeps for itself is passed over. */
async function walk(folder: string, lead = ""): Promise<string[]> {
  const names = (await readdir(folder)).sort();
  const found: string[] = [];
  for (const name of names) {
    if (name === ".observablehq") continue;
    const full = path.join(folder, name);
    if ((await stat(full)).isDirectory()) found.push(...(await walk(full, `${lead}${name}/`)));
    else found.push(`${lead}${name}`);
  }
  return found;
}

/** Adds files to a digest, each with its name. */
async function digest(files: readonly (readonly [name: string, file: string])[]): Promise<string> {
  const hash = createHash("sha256");
  for (const [name, file] of files)
    hash
      .update(`${name}\0`)
      .update(await readFile(file))
      .update("\0");
  return hash.digest("hex").slice(0, 24);
}

/** A digest of the program: all its sources, and the packages that it uses. */
export async function codeDigest(checkout: string): Promise<string> {
  const found: (readonly [string, string])[] = [];
  for (const folder of ["src", "loaders"])
    for (const file of await walk(path.join(checkout, folder)))
      if (file.endsWith(".ts")) found.push([`${folder}/${file}`, path.join(checkout, folder, file)]);
  for (const file of ["observablehq.config.ts", "package-lock.json", "docs/shared/base.css"])
    found.push([file, path.join(checkout, file)]);
  return digest(found);
}

/**
 * A digest of all that decides what Framework builds of a root: the staged files, the code that its loaders run, the packages, and the
 * release's manifest, which holds the digests of its tables.
 */
export async function buildKey(options: {
  /** {@link codeDigest}. */
  readonly code: string;
  readonly root: string;
  readonly release: string;
  readonly before: string | null;
}): Promise<string> {
  const { code, root, release, before } = options;
  const files = (await walk(root)).map((file) => [file, path.join(root, file)] as const);
  const manifests = [release, ...(before === null ? [] : [path.join(before, path.basename(release))])];
  const manifestFiles = await Promise.all(
    manifests.map(async (half) => ["manifest", path.join(await realpath(half), "manifest.json")] as const),
  );
  return `${code}-${await digest([...files, ...manifestFiles])}`;
}

/** Parts of pages that are kept from one build to the next. */
export interface Memory {
  readonly memo: Memo;
  /** Takes away what this build did not ask for. */
  sweep(): Promise<void>;
}

/**
 * Opens the kept parts in a folder; each site has one of its own. What another state of the program made is not given.
 * @param code {@link codeDigest}
 */
export async function openMemory(folder: string, code: string): Promise<Memory> {
  const used = new Set<string>();
  await mkdir(folder, { recursive: true });
  return {
    async memo(key, make) {
      const name = createHash("sha256").update(`${code}\0${key}`).digest("hex");
      used.add(name);
      const file = path.join(folder, name);
      const found = await readIfAny(file);
      if (found !== null) return found;
      const made = make();
      await replaceFile(file, made);
      return made;
    },
    async sweep() {
      for (const name of await readdir(folder)) if (!used.has(name)) await rm(path.join(folder, name), { force: true });
    },
  };
}

/**
 * Gives what Framework built of the very same root before, else has it built and keeps it: a warning that changes changes no page
 * that Framework builds. One build is kept for each site.
 * @param work builds into the folder that it is given
 * @returns whether it was there already
 */
export async function keptBuild(
  cache: string,
  key: string,
  output: string,
  work: (folder: string) => Promise<void>,
): Promise<boolean> {
  const kept = path.join(cache, key);
  const there = await stat(kept).then(
    () => true,
    () => false,
  );
  if (!there) {
    const scratch = await scratchFolder(cache, "build");
    const making = path.join(scratch, "site");
    try {
      await work(making);
      // Someone else may have built the same in the meantime.
      await rename(making, kept).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") throw error;
      });
    } finally {
      await rm(scratch, { recursive: true, force: true });
    }
    for (const name of await readdir(cache))
      if (name !== key && !name.startsWith(".")) await rm(path.join(cache, name), { recursive: true, force: true });
  }
  await cp(kept, output, { recursive: true });
  return there;
}
