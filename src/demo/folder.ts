import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { ForewarnError } from "../errors.ts";

/** Marks a folder that the demo made and may make again. */
export const MARKER = "demo.json";
/** Raised when the demo writes something else for the same seed. */
const VERSION = 1;

const errorCode = (error: unknown) => (error as NodeJS.ErrnoException).code;

async function names(directory: string): Promise<string[] | null> {
  try {
    return await readdir(directory);
  } catch (error) {
    if (errorCode(error) === "ENOENT") return null;
    if (errorCode(error) === "ENOTDIR")
      throw new ForewarnError("demo.not_a_folder", {}, { place: { file: directory } });
    throw error;
  }
}

async function isDemo(directory: string): Promise<boolean> {
  try {
    const marker: unknown = JSON.parse(await readFile(path.join(directory, MARKER), "utf8"));
    return typeof marker === "object" && marker !== null && (marker as { made?: unknown }).made === "forewarn demo";
  } catch (error) {
    if (errorCode(error) === "ENOENT" || error instanceof SyntaxError) return false;
    throw error;
  }
}

/** @throws ForewarnError `demo.not_a_demo` where the folder holds anything that no demo made */
async function mayReplace(directory: string): Promise<boolean> {
  const held = await names(directory);
  if (held === null || held.length === 0) return held !== null;
  if (await isDemo(directory)) return true;
  throw new ForewarnError("demo.not_a_demo", {}, { place: { file: directory } });
}

/**
 * Fills a demo folder all at once: `write` writes into a folder beside it, whose contents then take the place of those
 * of the same name. What other commands put there stays. A run that was killed leaves only the folder beside, which the
 * next run clears away.
 * @throws ForewarnError where the folder is a file, or holds something that no demo made
 */
export async function fillDemo(
  directory: string,
  seed: number,
  write: (making: string) => Promise<void>,
): Promise<void> {
  const target = path.resolve(directory);
  const there = await mayReplace(target);
  const making = `${target}.making`;
  if (await mayReplace(making)) await rm(making, { recursive: true });
  await mkdir(making, { recursive: true });
  try {
    const marker = { made: "forewarn demo", version: VERSION, seed };
    await writeFile(path.join(making, MARKER), `${JSON.stringify(marker)}\n`);
    await write(making);
    if (there) await replaceContents(making, target);
    else await rename(making, target);
  } finally {
    await rm(making, { recursive: true, force: true });
  }
}

/** The marker goes first: a folder that was stopped on its way can be made again. */
async function replaceContents(making: string, target: string): Promise<void> {
  const made = (await readdir(making)).sort((a, b) => Number(b === MARKER) - Number(a === MARKER));
  for (const name of made) {
    await rm(path.join(target, name), { recursive: true, force: true });
    await rename(path.join(making, name), path.join(target, name));
  }
}
