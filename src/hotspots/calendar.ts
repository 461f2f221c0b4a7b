import type { Duck } from "../duck/open.ts";
import { GRAINS, type Grain } from "./grain.ts";

/** SQL of each grain: how a date is cut down to its period, how long this is, when it ends and how it is called. */
const SQL = {
  // date_trunc('week') gives the Monday; %G-W%V is the ISO year and week, which differ from the calendar year at New Year.
  week: { unit: "week", end: "start + 6", label: "%G-W%V" },
  month: { unit: "month", end: "last_day(start)", label: "%Y-%m" },
} as const satisfies Record<Grain, object>;

/**
 * Creates the temp tables `hotspot_item` (one row a complaint and problem, cut to its period) and `hotspot_period` (every
 * period from the first complaint to the as-of date, empty ones too, at most seven years back).
 *
 * Complaints only; unknown values are '' and a value of their own. Whoever is not known counts as a person of their own.
 * A category's group is its parent in `dimension`; without that table, or for a code that it lacks, the first three
 * letters of the code.
 */
export async function createCalendar(duck: Duck, asOf: string, grain: Grain): Promise<void> {
  const { unit, end, label } = SQL[grain];
  const { count } = await duck.row<{ count: string }>(
    "SELECT count(*) AS count FROM information_schema.tables WHERE table_name = 'dimension'",
  );
  const parents =
    Number(count) > 0
      ? `SELECT key AS code, any_value(coalesce(parent, key)) AS "group" FROM dimension WHERE dim = 'category' GROUP BY key`
      : `SELECT NULL::VARCHAR AS code, NULL::VARCHAR AS "group" WHERE false`;
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE hotspot_item AS
WITH complaint AS (
  SELECT
    date_trunc('${unit}', registered_at)::DATE AS start,
    row_number() OVER (ORDER BY record_key)::INTEGER AS record,
    dense_rank() OVER (ORDER BY complainant_key IS NULL, coalesce(complainant_key, record_key))::INTEGER AS person,
    coalesce(category_code, '') AS category,
    coalesce(region_code, '') AS region,
    CASE WHEN len(problem_codes) > 0 THEN list_distinct(problem_codes) ELSE [''] END AS problems
  FROM ticket
  WHERE kind = 'complaint' AND registered_at::DATE <= $1::DATE
)
SELECT start, record, person, coalesce(parent."group", complaint.category[:3]) AS "group", category,
  region, unnest(problems) AS problem
FROM complaint LEFT JOIN (${parents}) AS parent ON parent.code = complaint.category`,
    [asOf],
  );
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE hotspot_period AS
WITH span AS (
  SELECT
    date_trunc('${unit}', $1::DATE)::DATE AS last,
    greatest(min(start), (date_trunc('${unit}', $1::DATE) - (($2::INTEGER - 1) * INTERVAL 1 ${unit}))::DATE) AS first
  FROM hotspot_item
  HAVING count(*) > 0
), step AS (
  SELECT unnest(generate_series(first::TIMESTAMP, last::TIMESTAMP, INTERVAL 1 ${unit}))::DATE AS start FROM span
)
SELECT
  (row_number() OVER (ORDER BY start) - 1)::INTEGER AS t,
  strftime(start, '${label}') AS period,
  start AS "from",
  ${end} AS "to",
  ${end} <= $1::DATE AS complete,
  ((least(${end}, $1::DATE) - start + 1) / (${end} - start + 1))::DOUBLE AS completeness
FROM step`,
    [asOf, GRAINS[grain].calendar],
  );
}
