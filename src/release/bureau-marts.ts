import type { Duck } from "../duck/open.ts";
import { DAYS, JOIN_INTERVALS } from "../measures/interval.ts";
import { measuresOf } from "../measures/registry.ts";
import { CHANGE_UNIT, changeSql, valueSql } from "./figures.ts";
import { LEDGER_SEPARATOR, type MartName } from "./marts.ts";

/** Dimensions by which the bureau's measures are grouped; one at a time. */
export const BUREAU_GROUPINGS = [[], ["unit"], ["category_group"], ["problem"], ["region"], ["channel"]] as const;

// In the marts a category of level 1 is a category: which level it is stands in the mart `dimension`.
const DIM = `CASE WHEN item IS NOT NULL THEN 'item' WHEN "type" IS NOT NULL THEN 'activity' WHEN band IS NOT NULL THEN 'band' WHEN key_unit IS NOT NULL THEN 'unit' WHEN key_category_group IS NOT NULL THEN 'category'
  WHEN key_problem IS NOT NULL THEN 'problem' WHEN key_region IS NOT NULL THEN 'region' WHEN key_channel IS NOT NULL THEN 'channel' END`;
// The parts of a kind of the ledger are separated by a sign that no cell holds.
const GROUP = `coalesce(CASE WHEN "type" IS NOT NULL THEN concat_ws('${LEDGER_SEPARATOR}', "type", item, measure_unit) END, band, key_unit, key_category_group, key_problem, key_region, key_channel)`;

/** Creates the temp table `bureau_measure`, the mart `measure` in full, from `measure_value`. */
export async function createBureauMeasures(duck: Duck): Promise<void> {
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE bureau_measure AS
     WITH figure AS (
       SELECT *, ${valueSql("top", "bottom")} AS value, ${valueSql("previous_top", "previous_bottom")} AS previous,
         ${valueSql("preceding_top", "preceding_bottom")} AS preceding, ${DAYS}
       FROM measure_value JOIN measure_period USING (period_id)
       WHERE coalesce(band, "type") IS NULL OR coalesce(key_unit, key_category_group, key_problem, key_region, key_channel) IS NULL
     )
     SELECT grain, period, "from", "to", complete, measure, ${DIM} AS dim, ${GROUP} AS group_key, value,
       CASE WHEN divided THEN figure.top END AS numerator, figure.bottom AS denominator, n,
       coalesce(low, order_low) AS low, coalesce(high, order_high) AS high, previous,
       CASE WHEN comparable THEN ${changeSql("value", "previous")} END AS change, ${CHANGE_UNIT} AS change_unit, p,
       preceding, ${changeSql("value", "preceding")} AS preceding_change, false AS withheld, note
     FROM figure ${JOIN_INTERVALS}`,
  );
}

/** Creates the temp table `bureau_assessment`, the mart `assessment`, from `measure_assessment`. */
export async function createBureauAssessment(duck: Duck): Promise<void> {
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE bureau_assessment AS
     SELECT grain, period, "from", "to", complete, measure, unit, k AS numerator, n AS denominator, value, pooled,
       least / n AS low, most / n AS high, far_least / n AS far_low, far_most / n AS far_high, position, expected_outside, dispersion, colour, red_below, blue_from
     FROM measure_assessment JOIN measure_period USING (period_id)`,
  );
}

/** SQL of the number of tickets of a measure's population: the cube's columns mean what the measures mean. */
const countOf = (measure: string) => `count(*) FILTER (WHERE ${measuresOf([measure])[0]?.population})`;

/** SQL of the other marts of the bureau's half; each reads the warehouse's tables and `measure_fact`. */
export const BUREAU_SQL: Readonly<Partial<Record<MartName, string>>> = {
  dimension: "SELECT * FROM dimension",
  measure: "SELECT * FROM bureau_measure",
  definition: "SELECT * FROM definition",
  assessment: "SELECT * FROM bureau_assessment",
  time_limit: "SELECT * FROM time_limit",
  holiday_year: "SELECT * FROM holiday_year",
  cube: `SELECT date_trunc('month', registered_on)::DATE AS month, coalesce(kind, '') AS kind, unit, channel, category,
      first_problem AS problem, region, coalesce(outcome, '') AS outcome, count(*) AS tickets,
      count(*) FILTER (WHERE is_accepted) AS accepted, count(*) FILTER (WHERE is_concluded) AS concluded,
      ${countOf("agreements")} AS agreements, ${countOf("mediations_ended")} AS mediations_ended,
      sum(disputed) FILTER (WHERE kind = 'complaint') AS disputed, sum(recovered) FILTER (WHERE kind = 'complaint') AS recovered
    FROM measure_fact GROUP BY ALL`,
  series: "SELECT * FROM series_week UNION ALL SELECT * FROM series_month",
  hotspot: "SELECT * FROM hotspot_week UNION ALL SELECT * FROM hotspot_month",
  contributor: "SELECT * FROM contributor_week UNION ALL SELECT * FROM contributor_month",
  disproportion: "SELECT * FROM hotspot_disproportion",
  scan: "SELECT * FROM hotspot_scan",
  delay: "SELECT * FROM hotspot_delay",
  break: "SELECT * FROM break",
  bench: "SELECT * FROM bench",
  evidence: "SELECT * FROM evidence",
  accounting_file: `SELECT name, sha256, format, encoding, profile, layout, "rows", accepted, "unchanged", duplicate, rejected FROM source_file`,
  accounting_month: `SELECT row_month AS month, fate, count(*) AS "rows" FROM source_row GROUP BY ALL`,
  accounting_reject: `SELECT code, column_name, count(*) AS "rows" FROM rejected_row GROUP BY ALL`,
  accounting_gap: `WITH flagged AS (
      SELECT flag, count(*) AS tickets FROM (SELECT unnest(quality) AS flag FROM ticket) GROUP BY flag
    ), mapped AS (
      SELECT unnest(['unmapped_category', 'unmapped_problem', 'unmapped_region']) AS gap,
        unnest([count(category_words), count(problem_words), count(region_words)]) AS "of" FROM ticket
    ), agreed AS (
      SELECT count(*) AS "of", count(*) FILTER (WHERE recovered IS NULL) AS missing, count(*) FILTER (WHERE recovered = 0) AS zero
      FROM ticket WHERE kind = 'complaint' AND outcome = 'agreement'
    )
    SELECT gap, coalesce(tickets, 0) AS tickets, "of" FROM mapped LEFT JOIN flagged ON flag = gap
    UNION ALL SELECT 'no_amount_recovered', missing, "of" FROM agreed
    UNION ALL SELECT 'zero_stated', zero, "of" FROM agreed
    UNION ALL SELECT 'suspected_serial', count(*), (SELECT count(complainant_key) FROM ticket) FROM suspected_serial HAVING count(*) > 0
    UNION ALL SELECT 'quality:' || flag, tickets, (SELECT count(*) FROM ticket) FROM flagged WHERE flag NOT IN (SELECT gap FROM mapped)`,
};
