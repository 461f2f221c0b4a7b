import type { Duck } from "../duck/open.ts";
import { PARTS, PLACES, samePlace } from "./count.ts";
import type { Grain } from "./grain.ts";
import type { Listed } from "./marts.ts";

/** Of the latest year, these periods say what is usual of a part; the ones nearest to the rise do not. */
const USUAL: Readonly<Record<Grain, { periods: number; gap: number }>> = {
  week: { periods: 52, gap: 4 },
  month: { periods: 12, gap: 1 },
  day: { periods: 52, gap: 4 },
};
/** A part is named where it carries at least this share of the rise, by at least so many people; so many of a dimension. */
const LEAST_PART = 0.25;
const LEAST_PEOPLE = 2;
const MOST_NAMED = 3;

/**
 * Creates the temp table `contributor_<grain>`: what carries the rise of each listed hotspot, by the dimensions that its cell
 * leaves open: `dim` (category, problem, region, channel, business), `key` ('?' for unknown), `observed` complainants in the
 * period, `usual` ones of a period of the year before, and `part`, its share of the rise over what is usual. Sparse cells,
 * which are not tested themselves, so come up in the parents in which they are.
 */
export async function createContributors(duck: Duck, grain: Grain, { last, listed }: Listed): Promise<void> {
  const { periods, gap } = USUAL[grain];
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE contributor_${grain} AS
WITH flagged AS (
  SELECT cell_id, t AS tested, cell.cell, ${PARTS.map((part) => `cell.${part}`).join(", ")}, counted.complainants
  FROM hotspot_finding AS finding JOIN hotspot_cell AS cell USING (cell_id) JOIN hotspot_count AS counted USING (cell_id, t)
  WHERE finding.level IS NOT NULL AND t > $1::INTEGER - $2::INTEGER
), item AS (
  SELECT t, record, person, source, channel, business, brand, "group", category, problem, region,
    if(category = "group", NULL, category) AS leaf
  FROM hotspot_item JOIN hotspot_period ON start = "from"
  WHERE t >= (SELECT min(tested) FROM flagged) - ${periods + gap} AND t <= (SELECT max(tested) FROM flagged)
), placed AS (
  SELECT t, person, channel, business, category, problem, region, unnest(${PLACES}) AS place FROM item
), own AS (
  SELECT cell_id, tested, flagged.cell, placed.t, person, placed.t = tested AS current, unnest([
    {'dim': 'category', 'key': if(flagged.category IS NOT DISTINCT FROM placed.category, NULL, placed.category)},
    {'dim': 'problem', 'key': if(flagged.problem IS NULL, placed.problem, NULL)},
    {'dim': 'region', 'key': if(flagged.region IS NULL, placed.region, NULL)},
    {'dim': 'channel', 'key': placed.channel},
    {'dim': 'business', 'key': if(flagged.business IS NULL, placed.business, NULL)}
  ], recursive := true)
  FROM placed JOIN flagged
    ON ${samePlace("place", "flagged")}
  WHERE placed.t = tested OR placed.t BETWEEN tested - ${periods + gap} AND tested - ${gap + 1}
), part AS (
  SELECT cell_id, tested, dim, key, count(DISTINCT person) FILTER (current) AS observed,
    count(DISTINCT (person, t)) FILTER (NOT current) / greatest(1, least(${periods}, tested - ${gap})) AS usual
  FROM own WHERE key IS NOT NULL GROUP BY cell_id, tested, dim, key
), whole AS (
  SELECT cell_id, tested, count(DISTINCT person) FILTER (current)
    - count(DISTINCT (person, t)) FILTER (NOT current) / greatest(1, least(${periods}, tested - ${gap})) AS rise
  FROM own WHERE dim = 'channel' GROUP BY cell_id, tested
)
SELECT left(sha256(flagged.cell || chr(10) || '${grain}' || chr(10) || period.period), 12) AS id, dim,
  if(key = '', '?', key) AS key, observed::BIGINT AS observed, usual::DOUBLE AS usual, ((observed - usual) / rise)::DOUBLE AS part
FROM part JOIN whole USING (cell_id, tested) JOIN flagged USING (cell_id, tested) JOIN hotspot_period AS period ON period.t = tested
WHERE rise > 0 AND observed >= ${LEAST_PEOPLE} AND observed - usual >= ${LEAST_PART} * rise
QUALIFY row_number() OVER (PARTITION BY cell_id, tested, dim ORDER BY observed - usual DESC, key) <= ${MOST_NAMED}
ORDER BY id, dim, part DESC, key`,
    [last, listed],
  );
}
