import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { filesBelow } from "../check/files.ts";
import { type Tag, tags } from "./edit.ts";

const CLIENT = "_observablehq/";

/** Whether a script is Framework's client, or asks for it. */
function usesClient(tag: Tag, html: string): boolean {
  const { src } = tag.attributes;
  return src === undefined ? html.slice(tag.innerStart, tag.innerEnd).includes(CLIENT) : src.includes(CLIENT);
}

/**
 * Takes away Framework's client where no page of the site asks for it.
 * @returns the files that were taken away
 */
export async function pruneScripts(output: string): Promise<string[]> {
  const files = await filesBelow(output);
  for (const file of files) {
    if (!file.endsWith(".html")) continue;
    const html = await readFile(path.join(output, file), "utf8");
    const all = tags(html);
    if (all.some((tag) => tag.name === "script" && usesClient(tag, html))) return [];
  }
  const idle = files.filter((file) => file.startsWith("_observablehq/"));
  await rm(path.join(output, "_observablehq"), { recursive: true, force: true });
  return idle;
}
