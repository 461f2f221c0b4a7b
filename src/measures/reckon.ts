import type { Duck } from "../duck/open.ts";
import { instancesOf, type Parts, planColumns } from "./columns.ts";
import type { Measure } from "./definition.ts";
import { ledgerKinds } from "./ledger-kinds.ts";
import type { Groupings } from "./scans.ts";
import { createSums } from "./sums.ts";
import type { MeasureBreak } from "./touched.ts";
import { createValues } from "./values.ts";

/**
 * Creates `measure_value`: measures over the windows of `createWindows`, grouped in several ways, from the tables of
 * `createFacts`.
 * @returns the parts in the order of `position`
 */
export async function reckon(
  duck: Duck,
  options: {
    measures: readonly Measure[];
    bands: readonly number[];
    groupings: Groupings;
    /** Only records of this unit. */
    unit?: string | null;
    breaks?: readonly MeasureBreak[];
  },
): Promise<readonly Parts[]> {
  const { measures, bands, groupings, unit = null, breaks = [] } = options;
  const { parts, columns } = planColumns(instancesOf(measures, bands, await ledgerKinds(duck, measures)));
  await createSums(duck, { groupings, columns, unit });
  await createValues(duck, parts, groupings, breaks);
  return parts;
}
