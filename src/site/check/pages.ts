import { readFile } from "node:fs/promises";
import path from "node:path";
import { tags } from "../finish/edit.ts";
import type { Finding } from "./check.ts";
import { filesBelow } from "./files.ts";

/** Finds pages that say no language, carry no Content-Security-Policy, or use an id twice. */
export async function checkPages(directory: string): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const file of await filesBelow(directory)) {
    if (!file.endsWith(".html")) continue;
    const all = tags(await readFile(path.join(directory, file), "utf8"));
    const found = (key: Finding["key"], params: Finding["params"] = {}) => findings.push({ file, key, params });
    if (!all.some((tag) => tag.name === "html" && tag.attributes.lang)) found("site.check.language");
    if (!all.some((tag) => tag.attributes["http-equiv"] === "Content-Security-Policy")) found("site.check.policy");
    const ids = all.map((tag) => tag.attributes.id).filter((id) => id !== undefined);
    for (const id of new Set(ids.filter((candidate, i) => ids.indexOf(candidate) !== i)))
      found("site.check.id", { id });
  }
  return findings;
}
