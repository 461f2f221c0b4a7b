import { existsSync } from "node:fs";
import path from "node:path";
import { test } from "vitest";

const shared = path.resolve(import.meta.dirname, "../..", process.env.FOREWARN_SHARED ?? "../shared");

/** Where material of others lies, that tests may read and the project may not hold. */
export function sharedPath(...parts: string[]): string {
  return path.join(shared, ...parts);
}

/** `test`, skipped with a warning where the material is absent. */
export function testWith(...parts: string[]): typeof test | typeof test.skip {
  if (existsSync(sharedPath(...parts))) return test;
  console.warn(`SKIPPED: ${parts.join("/")} is not there; set FOREWARN_SHARED to the folder that holds it`);
  return test.skip;
}
