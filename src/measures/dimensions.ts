import { EXIT, ForewarnError } from "../errors.ts";

/**
 * What measures can be grouped by, with the column of `measure_fact` that holds it. `category` is the house code as it
 * stands on the ticket (of level 2, or of level 1 where no more is known), `category_group` its code of level 1. A ticket
 * with several problems counts in each of them, so that problems do not add up to the whole. `band` is the
 * band of the amount in dispute; `month` is that of the measure's own date.
 */
export const DIMENSIONS = [
  "unit",
  "category",
  "category_group",
  "problem",
  "region",
  "channel",
  "band",
  "month",
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** The key of a group of tickets for which the dimension is unknown. In JSON it is null. */
export const UNKNOWN = "";

/**
 * Checks the names of dimensions.
 * @throws ForewarnError `measures.error.dimension` (exit 2), which names the dimensions that there are
 */
export function checkDimensions(by: readonly string[]): readonly Dimension[] {
  for (const name of by) {
    if (!(DIMENSIONS as readonly string[]).includes(name)) {
      throw new ForewarnError(
        "measures.error.dimension",
        { value: name, known: DIMENSIONS.join(", ") },
        { exitCode: EXIT.usage },
      );
    }
  }
  return [...new Set(by)] as Dimension[];
}
