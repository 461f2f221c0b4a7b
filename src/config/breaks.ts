import path from "node:path";
import { z } from "zod";
import { readYamlIfAny } from "./yaml.ts";

/** A change after which a series must not be joined with what it was before in silence. */
export const breakSchema = z.strictObject({
  /** The first day of the new series. */
  from: z.iso.date(),
  what: z.enum(["form", "category", "system", "law", "coverage"]),
  /** The fields that it touches; all of them where none is named. */
  fields: z.array(z.string()).default([]),
  zh: z.string().min(1),
  en: z.string().min(1),
});

export type Break = z.infer<typeof breakSchema>;

/** Reads the bureau's own register of breaks, `breaks.yaml` in the data folder: a list; none where there is no file. */
export async function readBreaks(dataDirectory: string): Promise<Break[]> {
  return readYamlIfAny(path.join(dataDirectory, "breaks.yaml"), z.array(breakSchema), []);
}
