import path from "node:path";
import { z } from "zod";
import { readYamlIfAny } from "./yaml.ts";

/** A change after which a series must not be joined with what it was before in silence. */
export const breakSchema = z
  .strictObject({
    /** The first day of the new series. */
    from: z.iso.date(),
    what: z.enum(["form", "category", "system", "law", "coverage"]),
    /** The last day of what happened, where it passed (a campaign, a failed export); without it the new series lasts. */
    to: z.iso.date().optional(),
    /** The fields that it touches; all of them where none is named. */
    fields: z.array(z.string()).default([]),
    /**
     * What looking for hotspots makes of it. `break`: what came before is not compared with what came after; `exclude`: the days
     * from `from` to `to` are neither compared nor tested; `flag`: tested, and said beside every flag; `note`: only drawn. Where
     * left out: `exclude` with a last day, `note` for law, else `break`.
     */
    effect: z.enum(["break", "exclude", "flag", "note"]).optional(),
    /** The only codes that it touches, by dimension; all of them where none is named. */
    only: z
      .strictObject({
        category: z.array(z.string().min(1)).optional(),
        problem: z.array(z.string().min(1)).optional(),
        region: z.array(z.string().min(1)).optional(),
      })
      .optional(),
    zh: z.string().min(1),
    en: z.string().min(1),
  })
  .refine(({ from, to }) => to === undefined || to >= from, { error: "to must not be before from", path: ["to"] })
  .refine(({ to, effect }) => effect !== "exclude" || to !== undefined, {
    error: "what is excluded has a last day: name it as to",
    path: ["to"],
  });

export type Break = z.infer<typeof breakSchema>;
export type BreakEffect = NonNullable<Break["effect"]>;

/** What looking for hotspots makes of a break. */
export function effectOf({ effect, to, what }: Pick<Break, "effect" | "to" | "what">): BreakEffect {
  return effect ?? (to !== undefined ? "exclude" : what === "law" ? "note" : "break");
}

/** Reads the bureau's own register of breaks, `breaks.yaml` in the data folder: a list; none where there is no file. */
export async function readBreaks(dataDirectory: string): Promise<Break[]> {
  return readYamlIfAny(path.join(dataDirectory, "breaks.yaml"), z.array(breakSchema), []);
}
