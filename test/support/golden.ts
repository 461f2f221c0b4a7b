import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect } from "vitest";

const root = path.join(import.meta.dirname, "../golden");

/** Compares with `test/golden/<name>`. A missing one is written, but never in CI, where it is a fault. */
export async function expectGolden(name: string, text: string): Promise<void> {
  const file = path.join(root, name);
  if (!existsSync(file) && !process.env.CI) {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  expect(text).toBe(await readFile(file, "utf8"));
}
