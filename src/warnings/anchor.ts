import path from "node:path";
import { z } from "zod";
import { readIfAny } from "../files/read.ts";
import type { Warning } from "./read.ts";

const published = z.looseObject({ head: z.string() });

/**
 * The warnings whose history no longer holds the step that a built site has published as its last: whoever writes a whole history anew can
 * make its hashes fit one another, but not those that others have seen.
 * @param site folder of a built public site
 */
export async function rewritten(warnings: readonly Warning[], site: string): Promise<string[]> {
  const found: string[] = [];
  for (const { id, history } of warnings) {
    const text = await readIfAny(path.join(site, "api", "v1", "warnings", `${id}.json`));
    if (text === null) continue;
    const { head } = published.parse(JSON.parse(text));
    if (!history.some(({ hash }) => hash === head)) found.push(id);
  }
  return found;
}
