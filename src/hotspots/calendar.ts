import type { Duck } from "../duck/open.ts";
import { GRAINS, type Grain } from "./grain.ts";

interface GrainSql {
  /** The first day of the period that a day belongs to; `$1` is the as-of date. */
  start(day: string): string;
  /** The first day of the period that lies `periods` periods before that of the as-of date. */
  back(periods: string): string;
  /** Step from one period to the next. */
  readonly step: string;
  /** The last day of a period, and how it is called. */
  readonly end: string;
  readonly label: string;
}

const SQL: Readonly<Record<Grain, GrainSql>> = {
  // date_trunc('week') gives the Monday; %G-W%V is the ISO year and week, which differ from the calendar year at New Year.
  week: {
    start: (day) => `date_trunc('week', ${day})::DATE`,
    back: (periods) => `(date_trunc('week', $1::DATE) - (${periods}) * INTERVAL 7 DAY)::DATE`,
    step: "INTERVAL 7 DAY",
    end: "start + 6",
    label: "strftime(start, '%G-W%V')",
  },
  month: {
    start: (day) => `date_trunc('month', ${day})::DATE`,
    back: (periods) => `(date_trunc('month', $1::DATE) - (${periods}) * INTERVAL 1 MONTH)::DATE`,
    step: "INTERVAL 1 MONTH",
    end: "last_day(start)",
    label: "strftime(start, '%Y-%m')",
  },
  day: {
    start: (day) => `($1::DATE - (6 + 7 * (($1::DATE - ${day}::DATE) // 7))::INTEGER)::DATE`,
    back: (periods) => `($1::DATE - (6 + 7 * (${periods}))::INTEGER)::DATE`,
    step: "INTERVAL 7 DAY",
    end: "start + 6",
    label: "strftime(start + 6, '%Y-%m-%d')",
  },
};

/**
 * Creates the temp tables `hotspot_item` (one row a complaint and problem, cut to its period;
 * its source is the system and the channel that it came by) and `hotspot_period` (every
 * period from the first complaint to the as-of date, empty ones too, at most seven years back).
 *
 * Complaints only; unknown values are '' and a value of their own. Whoever is not known counts as a person of their own.
 * A category's group is its parent in `dimension`; without that table, or for a code that it lacks, the first three
 * letters of the code.
 */
export async function createCalendar(duck: Duck, asOf: string, grain: Grain): Promise<void> {
  const { start, back, step, end, label } = SQL[grain];
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
    ${start("registered_at")} AS start,
    row_number() OVER (ORDER BY record_key)::INTEGER AS record,
    dense_rank() OVER (ORDER BY complainant_key IS NULL, coalesce(complainant_key, record_key))::INTEGER AS person,
    coalesce(category_code, '') AS category,
    coalesce(region_code, '') AS region,
    coalesce(source, '') || chr(31) || coalesce(channel, '') AS source,
    coalesce(channel, '') AS channel,
    -- A natural person is not named, not even as the one complained of.
    if(respondent_natural, '', coalesce(respondent_name, '')) AS business,
    coalesce(brand, '') AS brand,
    CASE WHEN len(problem_codes) > 0 THEN list_distinct(problem_codes) ELSE [''] END AS problems
  FROM ticket
  WHERE kind = 'complaint' AND registered_at::DATE <= $1::DATE
)
SELECT start, record, person, coalesce(parent."group", complaint.category[:3]) AS "group", category,
  region, source, channel, business, brand, unnest(problems) AS problem
FROM complaint LEFT JOIN (${parents}) AS parent ON parent.code = complaint.category`,
    [asOf],
  );
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE hotspot_period AS
WITH span AS (
  SELECT
    ${back("0")} AS last,
    greatest(min(start), ${back("$2::INTEGER - 1")}) AS first
  FROM hotspot_item
  HAVING count(*) > 0
), step AS (
  SELECT unnest(generate_series(first::TIMESTAMP, last::TIMESTAMP, ${step}))::DATE AS start FROM span
)
SELECT
  (row_number() OVER (ORDER BY start) - 1)::INTEGER AS t,
  ${label} AS period,
  start AS "from",
  ${end} AS "to",
  ${end} <= $1::DATE AS complete,
  ((least(${end}, $1::DATE) - start + 1) / (${end} - start + 1))::DOUBLE AS completeness
FROM step`,
    [asOf, GRAINS[grain].calendar],
  );
}
