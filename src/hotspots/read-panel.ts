import type { Duck } from "../duck/open.ts";
import { PARTS } from "./count.ts";
import { springFestivalPeriods } from "./festival.ts";
import type { Grain } from "./grain.ts";
import { historyStart, type Panel } from "./panel.ts";

/** The columns of a query whose columns are all INTEGER or DOUBLE. */
async function columns(duck: Duck, sql: string): Promise<readonly number[][]> {
  const reader = await duck.connection.runAndReadAll(sql);
  return reader.getColumns() as number[][];
}

/** Where the rows of each id begin in a list ordered by id; one element more than there are ids. */
function offsets(ids: readonly number[], count: number): Int32Array {
  const offset = new Int32Array(count + 1);
  for (const id of ids) offset[id + 1] = (offset[id + 1] as number) + 1;
  for (let id = 0; id < count; id++) offset[id + 1] = (offset[id + 1] as number) + (offset[id] as number);
  return offset;
}

/** Complainants of each source in each period: the sources in the order of their names. */
async function readSources(duck: Duck, periods: number): Promise<Float64Array[]> {
  const [source = [], t = [], complainants = []] = await columns(
    duck,
    `SELECT (dense_rank() OVER (ORDER BY source) - 1)::INTEGER, t, count(DISTINCT person)::INTEGER
FROM hotspot_period JOIN hotspot_item ON start = "from" GROUP BY source, t ORDER BY source, t`,
  );
  const sources: Float64Array[] = [];
  for (const [i, number] of source.entries()) {
    sources[number] ??= new Float64Array(periods);
    (sources[number] as Float64Array)[t[i] as number] = complainants[i] as number;
  }
  return sources;
}

/**
 * Reads the tables of `createCounts` as columns. A cell's history begins when all of its dimensions began to be filled:
 * before that its zeros say nothing. `festival`: weeks round Spring Festival are a season of their own.
 */
export async function readPanel(duck: Duck, grain: Grain, festival: boolean): Promise<Panel> {
  const [
    total = [],
    category = [],
    problem = [],
    region = [],
    business = [],
    brand = [],
    completeness = [],
    ended = [],
  ] = await columns(
    duck,
    `SELECT
  count(DISTINCT person)::INTEGER,
  count(DISTINCT person) FILTER (category <> '')::INTEGER,
  count(DISTINCT person) FILTER (problem <> '')::INTEGER,
  count(DISTINCT person) FILTER (region <> '')::INTEGER,
  count(DISTINCT person) FILTER (business <> '')::INTEGER,
  count(DISTINCT person) FILTER (brand <> '')::INTEGER,
  any_value(completeness),
  any_value(complete)::INTEGER
FROM hotspot_period LEFT JOIN hotspot_item ON start = "from"
GROUP BY t ORDER BY t`,
  );
  const start = [total, category, problem, region, business, brand].map((column) =>
    historyStart(Float64Array.from(column)),
  );
  const [whole = 0, ...dimensions] = start;
  const uses = await columns(
    duck,
    `SELECT ${PARTS.map((part) => `(${part} IS NOT NULL)::INTEGER`).join(", ")} FROM hotspot_cell ORDER BY cell_id`,
  );
  const cells = uses[0]?.length ?? 0;
  const [ofBusiness = [], ofBrand = []] = uses.slice(PARTS.indexOf("business"));
  const [cell = [], period = [], count = []] = await columns(
    duck,
    "SELECT cell_id, t, complainants FROM hotspot_count ORDER BY cell_id, t",
  );
  const [mixCell = [], mixSource = [], mixCount = []] = await columns(
    duck,
    `SELECT cell_id, rank, complainants FROM hotspot_mix
JOIN (SELECT DISTINCT source, (dense_rank() OVER (ORDER BY source) - 1)::INTEGER AS rank
  FROM hotspot_item JOIN hotspot_period ON start = "from") USING (source)
ORDER BY cell_id, rank`,
  );
  const [from = [], to = []] = await columns(
    duck,
    `SELECT ("from" - DATE '1970-01-01')::INTEGER, ("to" - DATE '1970-01-01')::INTEGER FROM hotspot_period ORDER BY t`,
  );
  const periods = from.map((day, t) => ({ from: day, to: to[t] as number }));
  return {
    grain,
    sources: await readSources(duck, total.length),
    completeness: Float64Array.from(completeness),
    ended: Uint8Array.from(ended),
    festival: festival ? springFestivalPeriods(periods) : new Uint8Array(total.length),
    start: Int32Array.from({ length: cells }, (_, id) =>
      Math.max(whole, ...dimensions.map((begin, dimension) => (uses[dimension]?.[id] === 1 ? begin : 0))),
    ),
    family: Uint8Array.from({ length: cells }, (_, id) => (ofBusiness[id] as number) | (ofBrand[id] as number)),
    broken: new Int32Array(cells).fill(-1),
    breaks: [],
    offset: offsets(cell, cells),
    period: Int32Array.from(period),
    count: Int32Array.from(count),
    mixOffset: offsets(mixCell, cells),
    mixSource: Int32Array.from(mixSource),
    mixCount: Float64Array.from(mixCount),
  };
}
