import { marginSums, type Place, placeKey } from "../disclosure/margins.ts";
import { type Limits, withhold } from "../disclosure/withhold.ts";
import type { Duck } from "../duck/open.ts";

/** The series of the public half: the monthly cells of the published tables, in all their months. */
const CELLS = `(SELECT grid, 'category:' || category || '|problem:' || problem || '|region:' || region AS cell, category, problem, region,
    period, "from", "to", tickets, withheld
  FROM public_count WHERE grid IN ('month', 'category_month', 'problem_month', 'category_problem_month'))`;

/** The people behind the same cells, as disclosure control counted them; a cell without complaints has no row. */
const PEOPLE = `(SELECT 'category:' || coalesce(category, '') || '|problem:' || coalesce(problem, '') || '|region:' AS cell, period, complainants
  FROM public_cell JOIN measure_period USING (period_id) WHERE measure = 'received' AND grain = 'month' AND region IS NULL)`;

interface CellRow {
  cell: string;
  category: string;
  problem: string;
  region: string;
  tickets: number;
  hidden: boolean;
}

/**
 * Creates the temp table `public_series` from `public_count`, `public_cell` and the detector's `series_month`.
 *
 * Expected numbers are averages of earlier months, so that a row of them gives a withheld month away. They are shown only
 * for cells of which no month is withheld, and, since they nearly add up over a dimension, never for all cells of a sum
 * but one. The same holds for complainants, which are there to be compared with them: how few people stand behind the
 * withheld part of a total would else be told by subtraction. `level` is always NULL: a hotspot never publishes itself.
 */
export async function createPublicSeries(duck: Duck, limits: Limits): Promise<void> {
  const rows = await duck.rows<CellRow>(
    `SELECT cell, category, problem, region, coalesce(sum(tickets), 0)::INTEGER AS tickets, bool_or(withheld) AS hidden
     FROM ${CELLS} GROUP BY ALL ORDER BY cell`,
  );
  const placeOf = ({ category, problem, region }: CellRow): Place => ({
    period: "",
    groups: { category, problem, region },
  });
  const cells = rows.map((row) => ({ key: placeKey(placeOf(row)), tickets: row.tickets, complainants: row.tickets }));
  const forced = new Set(rows.filter(({ hidden }) => hidden).map((row) => placeKey(placeOf(row))));
  const silent = withhold(cells, marginSums(rows.map(placeOf), new Map()), limits, forced);
  const names = rows.filter((row) => silent.has(placeKey(placeOf(row)))).map(({ cell }) => cell);
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE public_series AS
     WITH told AS (
       SELECT cells.*, cells.cell NOT IN (SELECT unnest(from_json($1, '["VARCHAR"]'))) AS told FROM ${CELLS} AS cells
     )
     SELECT told.cell, 'month' AS grain, told.period, told."from", told."to", true AS complete, tickets AS observed,
       CASE WHEN told THEN coalesce(people.complainants, 0) END AS complainants,
       CASE WHEN told THEN expected END AS expected, CASE WHEN told THEN low END AS low, CASE WHEN told THEN high END AS high,
       NULL::VARCHAR AS level, CASE WHEN told THEN detector END AS detector, told.withheld
     FROM told LEFT JOIN series_month AS series ON series.cell = told.cell AND series.period = told.period
       LEFT JOIN ${PEOPLE} AS people ON people.cell = told.cell AND people.period = told.period`,
    [JSON.stringify(names)],
  );
}
