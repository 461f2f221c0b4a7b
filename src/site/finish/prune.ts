import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { filesBelow } from "../check/files.ts";
import { tags } from "./edit.ts";

/**
 * Takes away Framework's client where no page of the site has a script: nobody would ever ask for it.
 * @returns the files that were taken away
 */
export async function pruneScripts(output: string): Promise<string[]> {
  const files = await filesBelow(output);
  for (const file of files) {
    if (!file.endsWith(".html")) continue;
    const all = tags(await readFile(path.join(output, file), "utf8"));
    if (all.some((tag) => tag.name === "script" && tag.attributes.type !== "application/json")) return [];
  }
  const idle = files.filter((file) => file.startsWith("_observablehq/"));
  await rm(path.join(output, "_observablehq"), { recursive: true, force: true });
  return idle;
}
