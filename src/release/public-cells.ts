import { PUBLIC_GRIDS, PUBLIC_TABLES, type PublicDim } from "../disclosure/allow.ts";
import { marginSums, type Place, periodParts, placeKey } from "../disclosure/margins.ts";
import { type Cell, type Limits, withhold } from "../disclosure/withhold.ts";
import type { Duck } from "../duck/open.ts";
import { createComplainants } from "../measures/complainants.ts";
import { reckon } from "../measures/reckon.ts";
import { measuresOf } from "../measures/registry.ts";
import type { Groupings } from "../measures/scans.ts";
import type { MeasureBreak } from "../measures/touched.ts";
import { createWindows } from "../measures/windows.ts";
import type { PublicWindow } from "./periods.ts";

/** The measure that the published grids count: they are one table with its own rows. */
const COUNTED = "received";

/** Which dimensions a row is split by, in the order of names: "whole", "category", "category+problem", "band", …. */
const SPLIT = `CASE WHEN band IS NOT NULL THEN 'band' ELSE coalesce(nullif(concat_ws('+',
  CASE WHEN category IS NOT NULL THEN 'category' END, CASE WHEN problem IS NOT NULL THEN 'problem' END,
  CASE WHEN region IS NOT NULL THEN 'region' END), ''), 'whole') END`;

interface Allowed {
  readonly measure: string;
  readonly split: string;
  readonly grain: string;
}

/** The allow list as rows. */
function allowed(): Allowed[] {
  const tables = PUBLIC_TABLES.flatMap(({ measures, dims }) =>
    measures.flatMap((measure) =>
      Object.entries(dims).flatMap(([dim, grains]) => {
        // A measure that is given by band has nothing else; the others have no bands.
        if ((measuresOf([measure])[0]?.split === "band") !== ((dim as PublicDim) === "band")) return [];
        return grains.map((grain) => ({ measure, split: dim, grain }));
      }),
    ),
  );
  const grids = PUBLIC_GRIDS.map(({ grain, dims }) => ({ measure: COUNTED, split: dims.join("+") || "whole", grain }));
  return [...tables, ...grids];
}

export interface CellOptions {
  readonly windows: readonly PublicWindow[];
  readonly bands: readonly number[];
  readonly limits: Limits;
  readonly breaks: readonly MeasureBreak[];
}

/** Reckons measures over groupings and adds their rows to `public_cell`. */
async function addCells(duck: Duck, ids: readonly string[], groupings: Groupings, options: CellOptions) {
  const { bands, breaks } = options;
  const parts = await reckon(duck, { measures: measuresOf(ids), bands, groupings, breaks });
  await createComplainants(duck, parts, groupings);
  const dims = new Set(groupings.flat());
  const key = (dim: "category_group" | "problem" | "region") =>
    dims.has(dim) ? `CASE WHEN value.key_${dim} = '' THEN '?' ELSE value.key_${dim} END` : "NULL::VARCHAR";
  const same = [...dims].map((dim) => `AND value.key_${dim} IS NOT DISTINCT FROM people.key_${dim}`).join(" ");
  await duck.run(
    `INSERT INTO public_cell BY NAME
     SELECT value.period_id, measure, CASE WHEN band = '' THEN '?' ELSE band END AS band, ${key("category_group")} AS category, ${key("problem")} AS problem,
       ${key("region")} AS region, unit, divided, top, bottom, n, coalesce(complainants, 0) AS complainants, previous_top, previous_bottom, "interval", comparable, note
     FROM measure_value AS value LEFT JOIN measure_complainants AS people
       ON people.position = value.position AND people.period_id = value.period_id ${same}
     WHERE band IS NULL OR (value.key_category_group IS NULL AND value.key_problem IS NULL)`,
  );
}

interface Row {
  row_id: number;
  measure: string;
  period: string;
  band: string;
  category: string;
  problem: string;
  region: string;
  tickets: number;
  complainants: number;
  shows: readonly number[];
}

const placeOf = ({ period, band, category, problem, region }: Row): Place => ({
  period,
  groups: { band, category, problem, region },
});

/** The rows that must not be shown, by table: rows of one place in one table stand or fall together. */
function withheldRows(rows: readonly Row[], windows: readonly PublicWindow[], limits: Limits): number[] {
  const parts = periodParts(windows);
  return PUBLIC_TABLES.flatMap(({ measures }) => {
    const places = new Map<string, { place: Place; rows: Row[] }>();
    for (const row of rows.filter(({ measure }) => measures.includes(measure))) {
      const place = placeOf(row);
      const entry = places.get(placeKey(place)) ?? { place, rows: [] };
      entry.rows.push(row);
      places.set(placeKey(place), entry);
    }
    const cells = [...places].map(([key, { rows: same }]): Cell => {
      const first = measures.map((id) => same.find(({ measure }) => measure === id)).find((row) => row !== undefined);
      const { tickets, complainants } = first as Row;
      return { key, tickets, complainants, shows: same.flatMap(({ shows }) => shows) };
    });
    const sums = marginSums(
      [...places.values()].map(({ place }) => place),
      parts,
    );
    return [...withhold(cells, sums, limits)].flatMap((key) => places.get(key)?.rows.map((row) => row.row_id) ?? []);
  });
}

/**
 * Creates the temp table `public_cell`: every figure of the public half by measure, window and group (NULL: all, '?':
 * unknown), with `withheld` where it must not be shown and `listed` where its window is one that is published. Figures are still in it: whoever writes a mart leaves them out.
 * Needs `measure_fact`; leaves the tables of `createWindows` for `windows`.
 */
export async function createPublicCells(duck: Duck, options: CellOptions): Promise<void> {
  const { windows, limits } = options;
  await createWindows(duck, windows);
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE public_cell (period_id INTEGER, measure VARCHAR, band VARCHAR, category VARCHAR, problem VARCHAR,
       region VARCHAR, unit VARCHAR, divided BOOLEAN, top DECIMAL(38,6), bottom DECIMAL(38,6), n BIGINT, complainants BIGINT,
       previous_top DECIMAL(38,6), previous_bottom DECIMAL(38,6), "interval" VARCHAR, comparable BOOLEAN, note VARCHAR)`,
  );
  const others = PUBLIC_TABLES.flatMap(({ measures }) => measures).filter((id) => id !== COUNTED);
  await addCells(duck, others, [[], ["category_group"], ["problem"]], options);
  await addCells(
    duck,
    [COUNTED],
    [[], ["category_group"], ["problem"], ["category_group", "problem"], ["region"]],
    options,
  );
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE public_allowed AS
     SELECT DISTINCT * FROM (SELECT unnest(from_json($1, '[{"measure":"VARCHAR","split":"VARCHAR","grain":"VARCHAR"}]'), recursive := true))`,
    [JSON.stringify(allowed())],
  );
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE public_cell AS
     SELECT (row_number() OVER (ORDER BY measure, period_id, split, band, category, problem, region))::INTEGER AS row_id, *
     FROM (SELECT *, ${SPLIT} AS split FROM public_cell)
     SEMI JOIN (SELECT measure, split, period_id FROM public_allowed JOIN measure_period USING (grain)) USING (measure, split, period_id)`,
  );
  const rows = await duck.rows<Row>(
    `SELECT row_id, measure, period, coalesce(band, '') AS band, coalesce(category, '') AS category, coalesce(problem, '') AS problem,
       coalesce(region, '') AS region, n::INTEGER AS tickets, complainants::INTEGER AS complainants,
       CASE WHEN "interval" = 'wilson' THEN [top::INTEGER, (bottom - top)::INTEGER] WHEN unit = 'item' THEN [top::INTEGER] ELSE [] END AS shows
     FROM public_cell JOIN measure_period USING (period_id) ORDER BY row_id`,
  );
  const withheld = withheldRows(rows, windows, limits);
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE public_cell AS
     SELECT public_cell.*, row_id IN (SELECT unnest(from_json($1, '["INTEGER"]'))) AS withheld, period_id IN (SELECT unnest(from_json($2, '["INTEGER"]'))) AS listed
     FROM public_cell`,
    [JSON.stringify(withheld), JSON.stringify(windows.flatMap(({ listed }, id) => (listed ? [id] : [])))],
  );
}
