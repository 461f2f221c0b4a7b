import type { Duck } from "../duck/open.ts";
import type { LedgerKind } from "./columns.ts";
import type { Measure } from "./definition.ts";

/** More kinds than any ledger has: a column of free text was taken for the type. Those with most entries are told. */
const MOST = 500;

/** The kinds of entries that the ledger has, by type and unit of measure, then by item too. Needs `measure_activity`. */
export async function ledgerKinds(duck: Duck, measures: readonly Measure[]): Promise<LedgerKind[]> {
  if (!measures.some(({ split }) => split === "activity" || split === "activity_item")) return [];
  const rows = await duck.rows<{ type: string; measure_unit: string; item: string | null }>(
    `SELECT type, measure_unit, item FROM (
       SELECT type, measure_unit, item, count(*) AS entries FROM measure_activity WHERE quantity IS NOT NULL
       GROUP BY GROUPING SETS ((type, measure_unit), (type, measure_unit, item))
       ORDER BY entries DESC, type, measure_unit, item LIMIT ${MOST}
     ) ORDER BY type, item NULLS FIRST, measure_unit`,
  );
  return rows.map(({ type, measure_unit: measureUnit, item }) => ({ type, measureUnit, item }));
}
