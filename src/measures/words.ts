import { fileURLToPath } from "node:url";
import { z } from "zod";
import { readYaml } from "../config/yaml.ts";
import { literal } from "../duck/identifier.ts";

const list = z.array(z.string().min(1)).min(1);

const wordsSchema = z.strictObject({
  version: z.int(),
  satisfaction: z.strictObject({ satisfied: list, dissatisfied: list }),
  stations: list,
  warnings: list,
  sampling: list,
  passed: list,
  failed: list,
});

/** Words of follow-up calls and of the ledger that measures rest on; see `data/reference/words.yaml`. */
export type Words = z.infer<typeof wordsSchema>;

const SHIPPED = fileURLToPath(new URL("../../data/reference/words.yaml", import.meta.url));

/** Reads the words that are shipped, or those of a file of the same form. */
export async function readWords(file = SHIPPED): Promise<Words> {
  return readYaml(file, wordsSchema);
}

/** SQL of whether a cell is one of some words; NULL where it is empty. */
export function isWord(column: string, words: readonly string[]): string {
  return `list_contains([${words.map((word) => literal(word.toLowerCase())).join(", ")}], lower(trim(${column})))`;
}
