import { readdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { readYaml } from "../config/yaml.ts";
import { type Profile, profileSchema } from "./profile.ts";

const BUILT_IN = fileURLToPath(new URL("./profiles/", import.meta.url));

/** The built-in profiles, and a data folder's own ones; one of the same id takes the place of a built-in. */
export async function readProfiles(ownDirectory?: string): Promise<Profile[]> {
  const profiles = new Map<string, Profile>();
  for (const directory of [BUILT_IN, ...(ownDirectory === undefined ? [] : [ownDirectory])]) {
    const names = await readdir(directory).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT" && directory !== BUILT_IN) return [];
      throw error;
    });
    for (const name of names.filter((entry) => /\.ya?ml$/u.test(entry)).sort()) {
      const profile = await readYaml(path.join(directory, name), profileSchema);
      profiles.set(profile.id, profile);
    }
  }
  return [...profiles.values()];
}
