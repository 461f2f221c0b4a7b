import type { Region } from "../config/regions.ts";
import type { Taxonomy } from "../config/taxonomy.ts";
import type { Duck } from "../duck/open.ts";
import { type ColourRule, createAssessment } from "../measures/assessment.ts";
import { createIntervals } from "../measures/interval.ts";
import type { Window } from "../measures/period.ts";
import { reckon } from "../measures/reckon.ts";
import { MEASURES } from "../measures/registry.ts";
import { keyColumn } from "../measures/scans.ts";
import type { MeasureBreak } from "../measures/touched.ts";
import { createWindows } from "../measures/windows.ts";
import { BUREAU_GROUPINGS, createBureauAssessment, createBureauMeasures } from "./bureau-marts.ts";
import { createDefinitions } from "./definitions.ts";
import { makeDimension } from "./dimension.ts";

export { BUREAU_SQL } from "./bureau-marts.ts";

/**
 * Reckons what the bureau's half holds beside hotspots: all measures of all standard periods with their definitions, the
 * assessment of units, and the dimensions. Needs `measure_fact`.
 */
export async function createBureau(
  duck: Duck,
  options: {
    windows: readonly Window[];
    bands: readonly number[];
    taxonomy: Taxonomy;
    regions: readonly Region[];
    breaks?: readonly MeasureBreak[];
    colours?: ColourRule;
  },
): Promise<void> {
  const { windows, bands, taxonomy, regions, colours, breaks = [] } = options;
  await makeDimension(duck, { taxonomy, regions });
  await createDefinitions(duck);
  await createWindows(duck, windows);
  await reckon(duck, { measures: MEASURES, bands, groupings: BUREAU_GROUPINGS, breaks });
  await createIntervals(duck, "measure_value");
  await createBureauMeasures(duck);
  const keys = BUREAU_GROUPINGS.flatMap((dims) => dims.filter((dim) => dim !== "unit")).map(keyColumn);
  await createAssessment(duck, { keys, colours });
  await createBureauAssessment(duck);
}
