import type { Duck } from "../duck/open.ts";
import type { HotspotBreak } from "./breaks.ts";
import type { Grain } from "./grain.ts";

/** The last period that is tested, and how many up to it are listed. */
export interface Listed {
  readonly last: number;
  readonly listed: number;
}

/**
 * Creates the marts of one grain from the tables of the steps before.
 *
 * `series_<grain>`: every cell with at least five complaints, over the whole calendar; a cell of a single region, business
 * or brand only where it could be tested at least once. `observed` counts complaints. `complainants`, `expected`, `low` and `high`
 * count distinct complainants, as the tests do: `expected` stands where a rule applied, the 95 % prediction range and
 * `detector` only where the period was tested. `level` is NULL where nothing was flagged.
 *
 * `hotspot_<grain>`: the flagged cells of the last complete period, ranked from 1 by the shrunk ratio, and those of the
 * 52 weeks (12 months) up to it with rank NULL. `id` depends on cell, grain and period alone. category, problem and
 * region are NULL for all and '?' for unknown, as in the cell's name. `observed` counts complaints, all else
 * complainants: `ratio` is complainants ÷ expected. `tests` is how many cells were tested in the period, `one_in` how seldom
 * a p as small came up in the bench's `quiet_periods`, `breaks` the days of the breaks that touch the cell until then.
 */
export async function createMarts(
  duck: Duck,
  grain: Grain,
  { last, listed }: Listed,
  breaks: readonly HotspotBreak[],
): Promise<void> {
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE series_${grain} AS
SELECT
  cell.cell,
  '${grain}' AS grain,
  period.period,
  period."from",
  period."to",
  period.complete,
  coalesce(counted.complaints, 0)::BIGINT AS observed,
  coalesce(counted.complainants, 0)::BIGINT AS complainants,
  finding.expected,
  finding.low,
  finding.high,
  finding.level,
  CASE WHEN finding.p IS NOT NULL THEN finding.detector END AS detector,
  false AS withheld
FROM hotspot_cell AS cell
CROSS JOIN hotspot_period AS period
LEFT JOIN hotspot_count AS counted USING (cell_id, t)
LEFT JOIN hotspot_finding AS finding USING (cell_id, t)
WHERE coalesce(cell.region, cell.business, cell.brand) IS NULL OR cell_id IN (SELECT cell_id FROM hotspot_finding)
ORDER BY cell.cell, t`,
  );
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE hotspot_${grain} AS
SELECT
  left(sha256(cell.cell || chr(10) || '${grain}' || chr(10) || period.period), 12) AS id,
  if(t = $1::INTEGER, (row_number() OVER (PARTITION BY t ORDER BY at_least DESC, p, cell.cell))::INTEGER, NULL) AS rank,
  cell.cell,
  if(cell.category = '', '?', cell.category) AS category,
  if(cell.problem = '', '?', cell.problem) AS problem,
  if(cell.region = '', '?', cell.region) AS region,
  cell.business,
  cell.brand,
  '${grain}' AS grain,
  period.period,
  period."from",
  period."to",
  finding.level,
  counted.complaints::BIGINT AS observed,
  counted.complainants::BIGINT AS complainants,
  finding.expected,
  finding.low,
  finding.high,
  counted.complainants / finding.expected AS ratio,
  finding.at_least AS ratio_at_least,
  finding.p,
  finding.q,
  finding.detector,
  finding.reason,
  finding.years,
  finding.phi,
  count(finding.p) OVER (PARTITION BY t, coalesce(cell.business, cell.brand) IS NULL)::BIGINT AS tests,
  finding.one_in::BIGINT AS one_in,
  finding.quiet_periods::BIGINT AS quiet_periods,
  period.completeness,
  coalesce(list_filter(touched.breaks, lambda day: day <= strftime(period."to", '%Y-%m-%d')), []) AS breaks
FROM hotspot_finding AS finding
JOIN hotspot_cell AS cell USING (cell_id)
JOIN hotspot_period AS period USING (t)
JOIN hotspot_count AS counted USING (cell_id, t)
LEFT JOIN (
  SELECT cell_id, list(day ORDER BY day) AS breaks
  FROM hotspot_break JOIN (SELECT unnest(from_json($3, '[{"number":"INTEGER","day":"VARCHAR"}]'), recursive := true)) USING (number)
  GROUP BY cell_id
) AS touched USING (cell_id)
QUALIFY finding.level IS NOT NULL AND t > $1::INTEGER - $2::INTEGER
ORDER BY t DESC, at_least DESC, p, cell.cell`,
    [last, listed, JSON.stringify(breaks.map(({ from }, number) => ({ number, day: from })))],
  );
}
