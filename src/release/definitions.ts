import type { Duck } from "../duck/open.ts";
import { translate } from "../i18n/translate.ts";
import type { Aggregate, Measure } from "../measures/definition.ts";
import { MEASURES } from "../measures/registry.ts";
import { createEntries } from "./entries.ts";

/** SQL of one number over the records of the population. */
function aggregateSql(aggregate: Aggregate): string {
  if (aggregate.kind === "count")
    return aggregate.where === undefined ? "count(*)" : `count(*) WHERE ${aggregate.where}`;
  return `${aggregate.kind}(${aggregate.of})`;
}

const entry = (measure: Measure, position: number) => ({
  measure: measure.id,
  position,
  zh: translate("zh", measure.name),
  en: translate("en", measure.name),
  note_zh: translate("zh", measure.note),
  note_en: translate("en", measure.note),
  unit: measure.unit,
  measure_unit: measure.measureUnit,
  source: measure.source,
  basis: measure.basis,
  population: measure.population,
  numerator: aggregateSql(measure.numerator),
  denominator: measure.denominator && aggregateSql(measure.denominator),
  interval: measure.interval,
  smallest_n: measure.smallestN,
  rule_set: measure.ruleSet,
  better: measure.better,
  matures: measure.numerator.kind === "count" && measure.numerator.whereYearBefore !== undefined,
});

/** Creates the temp table `definition`, the mart of that name, from the registry of measures. */
export async function createDefinitions(duck: Duck): Promise<void> {
  await createEntries(duck, "definition", MEASURES.map(entry));
}
