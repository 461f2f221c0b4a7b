import { PUBLIC_GRIDS } from "../disclosure/allow.ts";
import { literal } from "../duck/identifier.ts";
import type { Measure } from "../measures/definition.ts";
import { DAYS, JOIN_INTERVALS } from "../measures/interval.ts";
import { MEASURES } from "../measures/registry.ts";
import { CHANGE_UNIT, changeSql, valueSql } from "./figures.ts";
import type { MartName } from "./marts.ts";

const shown = (column: string, name = column) => `CASE WHEN NOT withheld THEN ${column} END AS ${name}`;
/** Remarks that say nothing about single tickets. */
const NOTE = `array_to_string(list_filter(string_split(note, ' '), lambda remark: remark LIKE 'small_n:%' OR remark LIKE 'previous_part:%' OR remark LIKE 'break:%'), ' ')`;

/** Measures whose value of the year before is not the one that is published for that year, but what was known then. */
const LATER = (MEASURES as readonly Measure[])
  .filter(({ numerator }) => numerator.kind === "count" && numerator.whereYearBefore !== undefined)
  .map(({ id }) => literal(id));

/**
 * A value of the year before is a cell of its own, and shown only where that one is. A row that is not there has no
 * tickets. Amounts are shown without n: taken from the accepted tickets it would give away those without an amount.
 */
const MEASURE = `WITH figure AS (
    SELECT cell.*, grain, period, "from", "to", complete, previous_from, previous_to,
      ${valueSql("top", "bottom")} AS value, ${valueSql("previous_top", "previous_bottom")} AS own_previous,
      ${DAYS}
    FROM public_cell AS cell JOIN measure_period USING (period_id)
  ), compared AS (
    SELECT figure.*, CASE WHEN NOT coalesce(before.withheld, false) AND figure.measure NOT IN (${LATER.join(", ")}) THEN figure.own_previous END AS previous
    FROM figure LEFT JOIN figure AS before ON before.measure = figure.measure AND before.grain = figure.grain
      AND before."from" = figure.previous_from AND before."to" = figure.previous_to
      AND before.category IS NOT DISTINCT FROM figure.category AND before.problem IS NOT DISTINCT FROM figure.problem
      AND before.region IS NOT DISTINCT FROM figure.region AND before.band IS NOT DISTINCT FROM figure.band
  )
  SELECT grain, period, "from", "to", complete, measure,
    nullif(split, 'whole') AS dim,
    CASE WHEN coalesce(band, category, problem) = '?' THEN '' ELSE coalesce(band, category, problem) END AS group_key,
    ${shown("value")}, ${shown("CASE WHEN unit = 'ratio' THEN figure.top END", "numerator")}, ${shown("figure.bottom", "denominator")},
    ${shown("CASE WHEN unit <> 'money' THEN n END", "n")}, ${shown("low")}, ${shown("high")}, ${shown("previous")},
    ${shown(`CASE WHEN comparable THEN ${changeSql("value", "previous")} END`, "change")}, ${CHANGE_UNIT} AS change_unit,
    ${shown("CASE WHEN previous IS NOT NULL THEN p END", "p")}, NULL::DECIMAL(38,6) AS preceding, NULL::DOUBLE AS preceding_change,
    withheld, ${shown(`nullif(${NOTE}, '')`, "note")}
  FROM compared AS figure ${JOIN_INTERVALS}
  WHERE listed AND split IN ('whole', 'category', 'problem', 'band')`;

/** One published table: every period of its grain and every group that ever occurs in it; what is not there has no tickets. */
function gridSql({ grid, grain, dims }: (typeof PUBLIC_GRIDS)[number]): string {
  const split = dims.join("+") || "whole";
  const cells = `(SELECT cell.*, period, grain FROM public_cell AS cell JOIN measure_period USING (period_id)
    WHERE measure = 'received' AND split = ${literal(split)} AND grain = ${literal(grain)})`;
  return `SELECT ${literal(grid)} AS grid, time.period, time."from", time."to", coalesce(place.category, '') AS category,
      coalesce(place.problem, '') AS problem, coalesce(place.region, '') AS region,
      CASE WHEN NOT coalesce(withheld, false) THEN coalesce(n, 0) END AS tickets, coalesce(withheld, false) AS withheld
    FROM (SELECT DISTINCT category, problem, region FROM ${cells}) AS place
    CROSS JOIN (SELECT * FROM measure_period WHERE grain = ${literal(grain)}) AS time
    LEFT JOIN ${cells} AS cell ON cell.period = time.period AND cell.category IS NOT DISTINCT FROM place.category
      AND cell.problem IS NOT DISTINCT FROM place.problem AND cell.region IS NOT DISTINCT FROM place.region`;
}

/** SQL of the marts of the public half, from `public_cell`, `public_series` and `dimension`. */
export const PUBLIC_SQL: Readonly<Partial<Record<MartName, string>>> = {
  dimension: "SELECT * FROM dimension WHERE dim NOT IN ('unit', 'channel')",
  measure: MEASURE,
  definition: "SELECT * FROM definition WHERE measure IN (SELECT measure FROM public_cell)",
  count: PUBLIC_GRIDS.map(gridSql).join("\nUNION ALL\n"),
  series: "SELECT * FROM public_series",
  break: "SELECT * FROM break",
  bench: "SELECT * FROM bench",
};
