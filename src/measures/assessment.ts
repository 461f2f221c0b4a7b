import type { Settings } from "../config/settings.ts";
import { literal } from "../duck/identifier.ts";
import type { Duck } from "../duck/open.ts";
import { EXIT, ForewarnError } from "../errors.ts";
import { binomialCdf, binomialUpperTail } from "../stats/binomial.ts";
import { funnelLimits } from "../stats/binomial-quantile.ts";
import type { Measure } from "./definition.ts";
import { LEVEL } from "./interval.ts";
import { createReckoned } from "./reckoned.ts";
import { MEASURES } from "./registry.ts";

/** Where a unit's share lies: within the 95 % limits, outside them, or outside those of 99.8 % too. */
export type Position = "far_below" | "below" | "within" | "above" | "far_above";

/** Colours of assessment 红黄蓝, from bad to good. */
export type Colour = "red" | "yellow" | "blue";
export type ColourRule = Settings["assessment"]["colours"];

/** Level of the outer limits (Spiegelhalter 2005: two and three standard errors are about 95 % and 99.8 %). */
const FAR_LEVEL = 0.998;

/** From so many units on it is told how much they differ beyond chance. */
const DISPERSION_UNITS = 5;
/** Which part of the standardized shares at either end is drawn in before their spread is taken, so that one unit does not make it. */
const WINSORIZED = 0.1;

const all: readonly Measure[] = MEASURES;

/** The measures by which units are assessed: shares of tickets of which more is better. */
export const ASSESSED: readonly Measure[] = all.filter(({ better }) => better !== null);

/** SQL of the bounds of colours: the measure's own, or those of all. */
function boundsSql(rule: NonNullable<ColourRule>, bound: "redBelow" | "blueFrom"): string {
  const own = Object.entries(rule.measures).map(([id, it]) => `WHEN ${literal(id)} THEN ${Number(it[bound])}`);
  return own.length > 0 ? `CASE measure ${own.join(" ")} ELSE ${Number(rule[bound])} END` : String(Number(rule[bound]));
}

/** SQL of the colour of `share` with its bounds. Too few cases have no colour. */
function colourSql(rule: ColourRule): string {
  if (rule === undefined) return "NULL::VARCHAR AS colour, NULL::DOUBLE AS red_below, NULL::DOUBLE AS blue_from";
  const unknown = Object.keys(rule.measures).filter((id) => !ASSESSED.some((measure) => measure.id === id));
  if (unknown.length > 0) {
    const known = ASSESSED.map(({ id }) => id).join(", ");
    throw new ForewarnError("measures.error.measure", { value: unknown.join(", "), known }, { exitCode: EXIT.usage });
  }
  const smallest = ASSESSED.map(({ id, smallestN }) => `WHEN ${literal(id)} THEN ${smallestN}`).join(" ");
  const [red, blue] = [boundsSql(rule, "redBelow"), boundsSql(rule, "blueFrom")];
  return `CASE WHEN n < CASE measure ${smallest} END THEN NULL WHEN share < ${red} THEN 'red' WHEN share >= ${blue} THEN 'blue' ELSE 'yellow' END AS colour,
    (${red})::DOUBLE AS red_below, (${blue})::DOUBLE AS blue_from`;
}

/** Whole numbers as DuckDB gives them, as text. */
interface Pool {
  readonly n: number;
  readonly pooled_top: number;
  readonly pooled_bottom: number;
}

/** The counts of n within both limits of a pooled share, and how probable it is to be outside the inner ones by chance. */
function limitsOf({ n, pooled_top, pooled_bottom }: Pool): readonly number[] | null {
  const pooled = pooled_top / pooled_bottom;
  const near = funnelLimits(n, pooled, LEVEL);
  const far = funnelLimits(n, pooled, FAR_LEVEL);
  if (near === null || far === null) return null;
  const chance = binomialCdf(near.least - 1, n, pooled) + binomialUpperTail(near.most + 1, n, pooled);
  return [near.least, near.most, far.least, far.most, chance];
}

/**
 * Creates the temp table `measure_assessment` from `measure_value`, which must hold the values of the whole and by unit: one
 * row a window, assessed measure and unit that has cases, with k of n, the pooled share of the whole bureau (the units are
 * pooled, never averaged, and cases without a unit belong to the whole), the counts within exact binomial funnel limits at
 * 95 % and 99.8 % (see `funnelLimits`), and the `position`. A small station is outside by chance no more often than a
 * large one. `expected_outside`: how many of the units chance alone would put outside the 95 % limits; `dispersion`: φ, the
 * mean square of the standardized shares, winsorized (Spiegelhalter 2005, 3.2): 1 where the units differ as chance makes them
 * differ; NULL for fewer than 5 units. `colour`: by the bureau's stated bounds `red_below` and `blue_from`, NULL where it has none. A single unit is
 * the whole and is not assessed.
 * @param keys the key columns of `measure_value` other than that of the unit
 * @throws ForewarnError `measures.error.measure` (exit 2) where the colours name a measure that is not assessed
 */
export async function createAssessment(
  duck: Duck,
  { keys = [], colours }: { keys?: readonly string[]; colours: ColourRule },
): Promise<void> {
  const colour = colourSql(colours);
  const other = keys.map((key) => `AND ${key} IS NULL`).join(" ");
  const ids = `(SELECT unnest([${ASSESSED.map(({ id }) => literal(id)).join(", ")}]))`;
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE measure_assessed AS
     WITH value AS (
       SELECT period_id, measure, key_unit, top, bottom FROM measure_value WHERE measure IN ${ids} AND bottom > 0 ${other}
     )
     SELECT part.period_id, part.measure, part.key_unit AS unit, part.top::BIGINT AS k, part.bottom::BIGINT AS n,
       whole.top::BIGINT AS pooled_top, whole.bottom::BIGINT AS pooled_bottom
     FROM value AS part JOIN value AS whole ON whole.period_id = part.period_id AND whole.measure = part.measure AND whole.key_unit IS NULL
     WHERE part.key_unit <> ''
     QUALIFY count(*) OVER (PARTITION BY part.period_id, part.measure) > 1`,
  );
  await createReckoned<Pool>(duck, "measure_limit", ["least", "most", "far_least", "far_most", "chance"], {
    values: "SELECT DISTINCT n, pooled_top, pooled_bottom FROM measure_assessed",
    read: "n::DOUBLE AS n, pooled_top::DOUBLE AS pooled_top, pooled_bottom::DOUBLE AS pooled_bottom",
    reckon: limitsOf,
  });
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE measure_assessment AS
     WITH share AS (
       SELECT *, k / n AS share, pooled_top / pooled_bottom AS pooled,
         CASE WHEN pooled_top > 0 AND pooled_top < pooled_bottom THEN (k / n - pooled) / sqrt(pooled * (1 - pooled) / n) END AS z
       FROM measure_assessed
     ), pool AS (
       SELECT period_id, measure, count(z) AS units, quantile_cont(z, ${WINSORIZED}) AS lowest, quantile_cont(z, ${1 - WINSORIZED}) AS highest
       FROM share GROUP BY ALL
     ), spread AS (
       -- In one order, so that the same tickets give the same digits.
       SELECT period_id, measure, CASE WHEN any_value(units) >= ${DISPERSION_UNITS} THEN avg(greatest(lowest, least(z, highest)) ** 2 ORDER BY unit) END AS dispersion,
         sum(chance ORDER BY unit) AS expected_outside
       FROM share JOIN pool USING (period_id, measure) JOIN measure_limit USING (n, pooled_top, pooled_bottom) GROUP BY ALL
     )
     SELECT period_id, measure, unit, k, n, share.share AS value, pooled_top, pooled_bottom, pooled,
       least::BIGINT AS least, most::BIGINT AS most, far_least::BIGINT AS far_least, far_most::BIGINT AS far_most,
       CASE WHEN k < far_least THEN 'far_below' WHEN k > far_most THEN 'far_above' WHEN k < least THEN 'below'
         WHEN k > most THEN 'above' ELSE 'within' END AS position,
       expected_outside, dispersion, ${colour}
     FROM share JOIN spread USING (period_id, measure)
     JOIN measure_limit USING (n, pooled_top, pooled_bottom)`,
  );
  for (const table of ["measure_assessed", "measure_limit"]) await duck.run(`DROP TABLE ${table}`);
}
