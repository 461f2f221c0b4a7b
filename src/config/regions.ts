import path from "node:path";
import { z } from "zod";
import { readYamlIfAny } from "./yaml.ts";

const regionSchema = z.strictObject({
  /** GB/T 2260 (6 digits) for counties, GB/T 10114 (9 digits) for townships; other agencies use their own. */
  code: z.string().min(1),
  zh: z.string().min(1),
  en: z.string().min(1),
  /** What sources call it beside its names. */
  words: z.array(z.string()).default([]),
  population: z.int().nonnegative().nullable().default(null),
});

/** A bureau's regions: those that its places of business are counted by. Codes change, so the list has a revision. */
export const regionsSchema = z.strictObject({
  version: z.literal(1).default(1),
  revision: z.iso.date().nullable().default(null),
  regions: z.array(regionSchema).default([]),
});

export type Region = z.infer<typeof regionSchema>;
export type Regions = z.infer<typeof regionsSchema>;

/** Reads a data folder's `regions.yaml`; an empty list where there is none. */
export async function readRegions(dataDirectory: string): Promise<Regions> {
  return readYamlIfAny(path.join(dataDirectory, "regions.yaml"), regionsSchema, regionsSchema.parse({}));
}
