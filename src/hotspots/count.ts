import type { Duck } from "../duck/open.ts";

/** Fewer complaints than this over the whole calendar: no period of the cell could ever be flagged. */
const LEAST_COMPLAINTS = 5;

/**
 * The cells that a complaint counts in: by group and by code of the category, by problem, by both, and by group, problem
 * and region. NULL stands for all. A code that is itself a group has no cell of its own beside the group's: its `leaf` is
 * NULL, which only names a cell once more that the complaint is in anyway.
 */
export const PLACES = `[
  {'category': "group", 'problem': NULL, 'region': NULL},
  {'category': leaf, 'problem': NULL, 'region': NULL},
  {'category': NULL, 'problem': problem, 'region': NULL},
  {'category': "group", 'problem': problem, 'region': NULL},
  {'category': leaf, 'problem': problem, 'region': NULL},
  {'category': "group", 'problem': problem, 'region': region}
]::STRUCT(category VARCHAR, problem VARCHAR, region VARCHAR)[]`;

/** One part of a cell's name: nothing for all, "?" for unknown. */
const part = (dimension: string) => `'${dimension}:' || coalesce(if(${dimension} = '', '?', ${dimension}), '')`;

/**
 * Creates from the tables of `createCalendar`:
 * - `hotspot_cell`: the cells, numbered in the order of their names; category, problem and region are NULL for all and
 *   '' for unknown;
 * - `hotspot_count`: complaints and distinct complainants of each cell in each period that has any;
 * - `hotspot_mix`: the complainants of each cell by source, summed over the periods.
 */
export async function createCounts(duck: Duck): Promise<void> {
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE hotspot_named AS
WITH item AS (
  SELECT t, record, person, source, "group", problem, region, if(category = "group", NULL, category) AS leaf
  FROM hotspot_item JOIN hotspot_period ON start = "from"
)
SELECT place.category AS category, place.problem AS problem, place.region AS region, t, source, record, person
FROM (SELECT t, record, person, source, unnest(${PLACES}) AS place FROM item)
WHERE place.category IS NOT NULL OR place.problem IS NOT NULL`,
  );
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE hotspot_cell AS
SELECT (row_number() OVER (ORDER BY cell) - 1)::INTEGER AS cell_id, * FROM (
  SELECT ${part("category")} || '|' || ${part("problem")} || '|' || ${part("region")} AS cell, category, problem, region
  FROM hotspot_named
  GROUP BY category, problem, region
  HAVING count(DISTINCT record) >= ${LEAST_COMPLAINTS}
)`,
  );
  const placed = `hotspot_named AS named JOIN hotspot_cell AS cell
  ON named.category IS NOT DISTINCT FROM cell.category
  AND named.problem IS NOT DISTINCT FROM cell.problem
  AND named.region IS NOT DISTINCT FROM cell.region`;
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE hotspot_count AS
SELECT cell_id, t, count(DISTINCT record)::INTEGER AS complaints, count(DISTINCT person)::INTEGER AS complainants
FROM ${placed} GROUP BY cell_id, t`,
  );
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE hotspot_mix AS
SELECT cell_id, source, sum(complainants)::DOUBLE AS complainants FROM (
  SELECT cell_id, source, t, count(DISTINCT person) AS complainants FROM ${placed} GROUP BY cell_id, source, t
) GROUP BY cell_id, source`,
  );
  await duck.run("DROP TABLE hotspot_named");
}
