import type { Duck } from "../duck/open.ts";
import { wilson } from "../stats/wilson.ts";

/** Confidence level of all intervals. */
export const LEVEL = 0.95;

/**
 * Creates the temp table `measure_interval(top, bottom, low, high)` with the interval of each share that occurs in
 * a table. The same shares occur again and again, so that each is reckoned once, by the one formula.
 */
export async function createIntervals(duck: Duck, table: "measure_value" | "public_cell"): Promise<void> {
  const shares = await duck.rows<{ top: string; bottom: string }>(
    `SELECT DISTINCT top, bottom FROM ${table} WHERE wilson AND bottom > 0 ORDER BY bottom, top`,
  );
  const rows = shares.flatMap(({ top, bottom }) => {
    const interval = wilson(Number(top), Number(bottom), LEVEL);
    return interval ? [{ top, bottom, ...interval }] : [];
  });
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE measure_interval AS
     SELECT unnest(from_json($1, '[{"top":"DECIMAL(38,6)","bottom":"DECIMAL(38,6)","low":"DOUBLE","high":"DOUBLE"}]'), recursive := true)`,
    [JSON.stringify(rows)],
  );
}
