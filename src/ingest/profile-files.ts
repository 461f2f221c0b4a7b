import { readdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { readYaml } from "../config/yaml.ts";
import { type Profile, profileSchema } from "./profile.ts";

const BUILT_IN = fileURLToPath(new URL("./profiles/", import.meta.url));

/** A profile and the file it was read from. */
export interface ProfileFile {
  readonly file: string;
  /** `override`: an own profile that takes the place of a built-in one of the same id. */
  readonly origin: "built_in" | "own" | "override";
  readonly profile: Profile;
}

/** Reads one profile from a file of any place. */
export async function readProfileFile(file: string): Promise<ProfileFile> {
  return { file, origin: "own", profile: await readYaml(file, profileSchema) };
}

/**
 * The built-in profiles, and a data folder's own ones; one of the same id takes the place of a built-in.
 * @throws ForewarnError naming file, line and key of the first fault
 */
export async function readProfileFiles(ownDirectory?: string): Promise<ProfileFile[]> {
  const found = new Map<string, ProfileFile>();
  for (const directory of [BUILT_IN, ...(ownDirectory === undefined ? [] : [ownDirectory])]) {
    const names = await readdir(directory).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT" && directory !== BUILT_IN) return [];
      throw error;
    });
    for (const name of names.filter((entry) => /\.ya?ml$/u.test(entry)).sort()) {
      const read = await readProfileFile(path.join(directory, name));
      const known = found.get(read.profile.id);
      const origin = directory === BUILT_IN ? "built_in" : known && known.origin !== "own" ? "override" : "own";
      found.set(read.profile.id, { ...read, origin });
    }
  }
  return [...found.values()];
}
