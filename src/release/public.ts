import type { Duck } from "../duck/open.ts";
import { createIntervals } from "../measures/interval.ts";
import { type CellOptions, createPublicCells } from "./public-cells.ts";
import { PUBLIC_SQL as MARTS_SQL } from "./public-marts.ts";
import { createPublicSeries } from "./public-series.ts";

/** SQL of the marts of the public half; see `createPublic`. */
export const PUBLIC_SQL = { ...MARTS_SQL, count: "SELECT * FROM public_count" } as const;

/**
 * Reckons the public half: every figure on the allow list, and which of them are withheld. Needs `measure_fact`, `dimension`
 * and `series_month`; leaves the temp tables that `PUBLIC_SQL` reads.
 */
export async function createPublic(duck: Duck, options: CellOptions): Promise<void> {
  await createPublicCells(duck, options);
  await createIntervals(duck, "public_cell");
  await duck.run(`CREATE OR REPLACE TEMP TABLE public_count AS ${MARTS_SQL.count}`);
  await createPublicSeries(duck, options.limits);
}
