import { readFile } from "node:fs/promises";
import { parse } from "yaml";
import { z } from "zod";
import type { Evidence } from "./evidence.ts";

const both = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const template = z.strictObject({
  id: z.string(),
  /** Words of Chinese names of categories or problems; none fits everything. */
  words: z.array(z.string().min(1)),
  title: both,
  ...both.shape,
});

/** A text from which a warning is drafted, in both languages. */
export type WarningTemplate = Readonly<z.infer<typeof template>>;

/** Reads `data/reference/warning-templates.yaml`, or templates of the same form at `path`. */
export async function readTemplates(
  path: URL | string = new URL("../../data/reference/warning-templates.yaml", import.meta.url),
): Promise<WarningTemplate[]> {
  return z
    .array(template)
    .min(1)
    .parse(parse(await readFile(path, "utf8")));
}

/** The first template of which a word stands in the name of the category, else of the problem; else the general one. */
export function templateFor(templates: readonly WarningTemplate[], names: Evidence["names"]): WarningTemplate {
  for (const name of [names.category?.zh, names.problem?.zh]) {
    const found = templates.find(({ words }) => words.some((word) => name?.includes(word)));
    if (found) return found;
  }
  const general = templates.find(({ words }) => words.length === 0);
  if (!general) throw new TypeError("no template fits everything");
  return general;
}
