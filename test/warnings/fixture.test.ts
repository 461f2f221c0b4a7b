import { existsSync } from "node:fs";
import { cp, readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { makeFixtureWarnings } from "../fixture/warnings.ts";
import { temporaryFolder } from "../support/folder.ts";

const kept = path.join(import.meta.dirname, "../fixture/warnings");

/** Every file below a folder with its text. */
async function tree(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  const texts = await Promise.all(files.sort().map((file) => readFile(file, "utf8")));
  return Object.fromEntries(files.map((file, i) => [path.relative(folder, file), texts[i] as string]));
}

// The browser tests build a site from the warnings that are kept; like a golden file, a missing one is written locally.
test("the kept warnings are those that the generator makes", async () => {
  const folder = await temporaryFolder();
  const made = path.join(folder, "warnings");
  await makeFixtureWarnings(made);
  if (!existsSync(kept) && !process.env.CI) await cp(made, kept, { recursive: true });
  expect(await tree(made)).toEqual(await tree(kept));
});
