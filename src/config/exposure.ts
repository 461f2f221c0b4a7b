import path from "node:path";
import { z } from "zod";
import { readYamlIfAny } from "./yaml.ts";

/**
 * What businesses are exposed to complaints by, `exposure.yaml` in the data folder: sales, outlets or accounts. Without it a
 * business can only be compared with the mix of its own complaints.
 */
export const exposureSchema = z.strictObject({
  /** What is counted, such as outlets 门店数. */
  unit: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }),
  businesses: z
    .array(z.strictObject({ name: z.string().min(1), value: z.number().positive() }))
    .refine((list) => new Set(list.map(({ name }) => name)).size === list.length, {
      error: "a business is named twice",
    }),
});

export type Exposure = z.infer<typeof exposureSchema>;

/** Reads a data folder's `exposure.yaml`; null where there is none. */
export async function readExposure(dataDirectory: string): Promise<Exposure | null> {
  return readYamlIfAny<Exposure | null>(path.join(dataDirectory, "exposure.yaml"), exposureSchema, null);
}
