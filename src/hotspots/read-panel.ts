import type { Duck } from "../duck/open.ts";
import type { Grain } from "./grain.ts";
import { historyStart, type Panel } from "./panel.ts";

/** The columns of a query whose columns are all INTEGER or DOUBLE. */
async function columns(duck: Duck, sql: string): Promise<readonly number[][]> {
  const reader = await duck.connection.runAndReadAll(sql);
  return reader.getColumns() as number[][];
}

/**
 * Reads the tables of `createCounts` as columns. A cell's history begins when all of its dimensions began to be filled:
 * before that its zeros say nothing.
 */
export async function readPanel(duck: Duck, grain: Grain): Promise<Panel> {
  const [total = [], category = [], problem = [], region = [], completeness = []] = await columns(
    duck,
    `SELECT
  count(DISTINCT person)::INTEGER,
  count(DISTINCT person) FILTER (category <> '')::INTEGER,
  count(DISTINCT person) FILTER (problem <> '')::INTEGER,
  count(DISTINCT person) FILTER (region <> '')::INTEGER,
  any_value(completeness)
FROM hotspot_period LEFT JOIN hotspot_item ON start = "from"
GROUP BY t ORDER BY t`,
  );
  const start = [total, category, problem, region].map((column) => historyStart(Float64Array.from(column)));
  const [whole = 0, ...dimensions] = start;
  const [byCategory = [], byProblem = [], byRegion = []] = await columns(
    duck,
    `SELECT (category IS NOT NULL)::INTEGER, (problem IS NOT NULL)::INTEGER, (region IS NOT NULL)::INTEGER
FROM hotspot_cell ORDER BY cell_id`,
  );
  const uses = [byCategory, byProblem, byRegion];
  const [cell = [], period = [], count = []] = await columns(
    duck,
    "SELECT cell_id, t, complainants FROM hotspot_count ORDER BY cell_id, t",
  );
  const offset = new Int32Array(byCategory.length + 1);
  for (const id of cell) offset[id + 1] = (offset[id + 1] as number) + 1;
  for (let id = 0; id < byCategory.length; id++) offset[id + 1] = (offset[id + 1] as number) + (offset[id] as number);
  return {
    grain,
    total: Float64Array.from(total),
    completeness: Float64Array.from(completeness),
    start: Int32Array.from(byCategory, (_, id) =>
      Math.max(whole, ...dimensions.map((begin, dimension) => (uses[dimension]?.[id] === 1 ? begin : 0))),
    ),
    offset,
    period: Int32Array.from(period),
    count: Int32Array.from(count),
  };
}
