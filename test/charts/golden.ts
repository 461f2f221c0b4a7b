import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect } from "vitest";

const directory = path.join(import.meta.dirname, "../golden/charts");

/** Compares with `test/golden/charts/<name>`. A missing one is written, but never in CI, where it is a fault. */
export async function expectGolden(name: string, text: string): Promise<void> {
  const file = path.join(directory, name);
  if (!existsSync(file) && !process.env.CI) {
    await mkdir(directory, { recursive: true });
    await writeFile(file, text);
  }
  expect(text).toBe(await readFile(file, "utf8"));
}
