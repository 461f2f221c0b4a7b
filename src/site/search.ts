import { rm } from "node:fs/promises";
import path from "node:path";
import { filesBelow } from "./check/files.ts";
import { SEARCH_INDEX } from "./pages/public/search.ts";

/** Files of the index that only its own user interface needs. */
const UNUSED = /^pagefind-(ui|modular-ui|component-ui|highlight)\b/;

/**
 * Makes the index of a built site, by language: of the parts of pages that are marked for it. It reads the pages as they will be
 * served, so it is made when they are finished. Chinese is split into words by the index itself.
 * @throws Error where the indexer reports faults
 */
export async function indexSite(output: string): Promise<{ pages: number }> {
  const { createIndex, close } = await import("pagefind");
  const { index, errors } = await createIndex({});
  if (!index) throw new Error(`no index: ${errors.join("; ")}`);
  const fail = (found: readonly string[]) => {
    if (found.length > 0) throw new Error(`the index could not be made: ${found.join("; ")}`);
  };
  try {
    const added = await index.addDirectory({ path: output, glob: "**/*.html" });
    fail(added.errors);
    const folder = path.join(output, SEARCH_INDEX);
    fail((await index.writeFiles({ outputPath: folder })).errors);
    for (const file of await filesBelow(folder)) if (UNUSED.test(file)) await rm(path.join(folder, file));
    return { pages: added.page_count };
  } finally {
    await close();
  }
}
