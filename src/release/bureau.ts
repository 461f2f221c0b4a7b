import type { Region } from "../config/regions.ts";
import type { Taxonomy } from "../config/taxonomy.ts";
import type { Duck } from "../duck/open.ts";
import { instancesOf, planColumns } from "../measures/columns.ts";
import { createIntervals } from "../measures/interval.ts";
import { ledgerKinds } from "../measures/ledger-kinds.ts";
import type { Window } from "../measures/period.ts";
import { MEASURES } from "../measures/registry.ts";
import { createSums } from "../measures/sums.ts";
import type { MeasureBreak } from "../measures/touched.ts";
import { createValues } from "../measures/values.ts";
import { createWindows } from "../measures/windows.ts";
import { BUREAU_GROUPINGS, createBureauMeasures } from "./bureau-marts.ts";
import { makeDimension } from "./dimension.ts";

export { BUREAU_SQL } from "./bureau-marts.ts";

/** Reckons what the bureau's half holds beside hotspots: all measures of all standard periods, and the dimensions. Needs `measure_fact`. */
export async function createBureau(
  duck: Duck,
  options: {
    windows: readonly Window[];
    bands: readonly number[];
    taxonomy: Taxonomy;
    regions: readonly Region[];
    breaks?: readonly MeasureBreak[];
  },
): Promise<void> {
  const { windows, bands, taxonomy, regions, breaks = [] } = options;
  await makeDimension(duck, { taxonomy, regions });
  await createWindows(duck, windows);
  const { parts, columns } = planColumns(instancesOf(MEASURES, bands, await ledgerKinds(duck, MEASURES)));
  await createSums(duck, { groupings: BUREAU_GROUPINGS, columns, unit: null });
  await createValues(duck, parts, BUREAU_GROUPINGS, breaks);
  await createIntervals(duck, "measure_value");
  await createBureauMeasures(duck);
}
