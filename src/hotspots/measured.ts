import { readFileSync } from "node:fs";
import { z } from "zod";

/** What the bench measured of the rules in use: kept with the sources, so that releases and pages print the same figures. */
const measuredSchema = z.strictObject({
  /** The day on which it ran. */
  made: z.iso.date(),
  seed: z.int(),
  /** Id and version of the rules that it measured. */
  rules: z.record(z.string(), z.string()),
  figures: z.array(
    z.strictObject({
      id: z.string().min(1),
      value: z.number(),
      unit: z.string().min(1),
      aim: z.string().nullable(),
      must: z.string().nullable(),
      ok: z.boolean(),
    }),
  ),
});

export type Measured = Readonly<z.infer<typeof measuredSchema>>;

export const MEASURED_FILE = new URL("./measured.json", import.meta.url);

let kept: Measured | undefined;

/** The kept figures of `forewarn bench hotspots`. */
export function measured(): Measured {
  kept ??= measuredSchema.parse(JSON.parse(readFileSync(MEASURED_FILE, "utf8")));
  return kept;
}
