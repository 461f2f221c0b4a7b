import type { Duck } from "../duck/open.ts";

/** Fewer complaints than this over the whole calendar: no period of the cell could ever be flagged. */
const LEAST_COMPLAINTS = 5;

/** The parts of a cell's name. */
export const PARTS = ["category", "problem", "region", "business", "brand"] as const;

/** SQL of one place: the given parts, NULL for all others. */
const place = (parts: Readonly<Partial<Record<(typeof PARTS)[number], string>>>) =>
  `{${PARTS.map((part) => `'${part}': ${parts[part] ?? "NULL::VARCHAR"}`).join(", ")}}`;

/**
 * The cells that a complaint counts in: by group and by code of the category, by problem, by both, by group, problem and
 * region; and by business and by brand, each alone and with the problem, where they are known. NULL stands for all. A
 * code that is itself a group has no cell of its own beside the group's: its `leaf` is NULL, which only names a cell once more
 * that the complaint is in anyway.
 */
export const PLACES = `([
  ${[
    place({ category: '"group"' }),
    place({ category: "leaf" }),
    place({ problem: "problem" }),
    place({ category: '"group"', problem: "problem" }),
    place({ category: "leaf", problem: "problem" }),
    place({ category: '"group"', problem: "problem", region: "region" }),
  ].join(",\n  ")}
] || if(business = '', [], [${place({ business: "business" })}, ${place({ business: "business", problem: "problem" })}])
  || if(brand = '', [], [${place({ brand: "brand" })}, ${place({ brand: "brand", problem: "problem" })}]))`;

/** SQL of whether a place (`one.…`) is that of a cell (`other.…`). */
export const samePlace = (one: string, other: string) =>
  PARTS.map((part) => `${one}.${part} IS NOT DISTINCT FROM ${other}.${part}`).join(" AND ");

/** A part that only some cells have; its name may hold anything. */
const extra = (dimension: string) => `coalesce('|${dimension}:' || replace(${dimension}, '|', '¦'), '')`;

/** One part of a cell's name: nothing for all, "?" for unknown. */
const part = (dimension: string) => `'${dimension}:' || coalesce(if(${dimension} = '', '?', ${dimension}), '')`;

/**
 * Creates from the tables of `createCalendar`:
 * - `hotspot_cell`: the cells, numbered in the order of their names; its parts are NULL for all and
 *   '' for unknown;
 * - `hotspot_count`: complaints and distinct complainants of each cell in each period that has any;
 * - `hotspot_mix`: the complainants of each cell by source, summed over the periods.
 */
export async function createCounts(duck: Duck): Promise<void> {
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE hotspot_named AS
WITH item AS (
  SELECT t, record, person, source, business, brand, "group", problem, region, if(category = "group", NULL, category) AS leaf
  FROM hotspot_item JOIN hotspot_period ON start = "from"
)
SELECT ${PARTS.map((name) => `place.${name} AS ${name}`).join(", ")}, t, source, record, person
FROM (SELECT t, record, person, source, unnest(${PLACES}) AS place FROM item)
WHERE coalesce(${PARTS.map((name) => `place.${name}`).join(", ")}) IS NOT NULL`,
  );
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE hotspot_cell AS
SELECT (row_number() OVER (ORDER BY cell) - 1)::INTEGER AS cell_id, * FROM (
  SELECT ${part("category")} || '|' || ${part("problem")} || '|' || ${part("region")}
    || ${extra("business")} || ${extra("brand")} AS cell, ${PARTS.join(", ")}
  FROM hotspot_named
  GROUP BY ${PARTS.join(", ")}
  HAVING count(DISTINCT record) >= ${LEAST_COMPLAINTS}
)`,
  );
  const placed = `hotspot_named AS named JOIN hotspot_cell AS cell ON ${samePlace("named", "cell")}`;
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
