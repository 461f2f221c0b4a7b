import { fileURLToPath } from "node:url";
import { z } from "zod";
import { readYaml } from "./yaml.ts";

const names = { code: z.string(), zh: z.string(), en: z.string(), words: z.array(z.string()).default([]) };
const leaf = z.strictObject(names);
const group = z.strictObject({ ...names, kind: z.enum(["goods", "services"]), children: z.array(leaf).default([]) });

/** The house taxonomy: goods and services in two levels, and the kinds of problem of 中国消费者协会. */
export const taxonomySchema = z.strictObject({
  version: z.int(),
  categories: z.array(group),
  problems: z.array(leaf),
});

export type Taxonomy = z.infer<typeof taxonomySchema>;

const SHIPPED = fileURLToPath(new URL("../../data/reference/taxonomy.yaml", import.meta.url));

/** Reads `data/reference/taxonomy.yaml`, or a taxonomy of the same form at `file`. */
export async function readTaxonomy(file = SHIPPED): Promise<Taxonomy> {
  return readYaml(file, taxonomySchema);
}
