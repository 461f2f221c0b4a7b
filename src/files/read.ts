import { readFile } from "node:fs/promises";

/** The text of a file; null where there is none. Any other fault is thrown: a file that cannot be read is not an absent one. */
export async function readIfAny(file: string): Promise<string | null> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
