import { randomBytes } from "node:crypto";
import { link, rename, rm, writeFile } from "node:fs/promises";
import { ForewarnError } from "../errors.ts";

/**
 * Writes a new file, all of it or nothing.
 * @throws ForewarnError where there is one of that name already
 */
export async function writeNew(file: string, text: string): Promise<void> {
  const making = `${file}.${randomBytes(4).toString("hex")}.new`;
  try {
    await writeFile(making, text);
    await link(making, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    throw new ForewarnError("cli.file_exists", {}, { place: { file } });
  } finally {
    await rm(making, { force: true });
  }
}

/** Writes a file in the place of one that may stand there: readers see the old one or the new one, whole. */
export async function replaceFile(file: string, text: string): Promise<void> {
  const making = `${file}.${randomBytes(4).toString("hex")}.new`;
  try {
    await writeFile(making, text);
    await rename(making, file);
  } finally {
    await rm(making, { force: true });
  }
}
