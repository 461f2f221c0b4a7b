import type { Release } from "../release/read.ts";
import { parseCell } from "../warnings/cell.ts";
import type { Evidence } from "../warnings/evidence.ts";
import { type Limits, withholdEvidence } from "../warnings/freeze.ts";
import { readParents } from "../warnings/propose.ts";
import { seriesEvidence } from "../warnings/series-evidence.ts";

/**
 * Evidence for samples that warn of no rise: of trades and problems (both named, the whole county) with many complaints in the last
 * complete month and none beyond the usual, one a trade, the largest first.
 */
export async function quietEvidence(release: Release, limits: Limits, most: number): Promise<Evidence[]> {
  const parents = await readParents(release);
  const cells = await release.rows<{ cell: string }>(
    `SELECT cell FROM series WHERE grain = 'month' AND complete AND complainants <= high AND complainants >= 10
       AND cell LIKE 'category:_%|problem:_%|region:' AND cell NOT LIKE '%?%' AND expected IS NOT NULL
       AND "from" = (SELECT max("from") FROM series WHERE grain = 'month' AND complete)
     ORDER BY complainants DESC, cell`,
  );
  const found: Evidence[] = [];
  const trades = new Set<string>();
  for (const { cell } of cells) {
    const { category } = parseCell(cell);
    // Of the parts of a trade the trade itself stands for all.
    if (category === null || parents.has(category) || trades.has(category)) continue;
    const full = await seriesEvidence(release, cell, "month");
    const evidence = full && (await withholdEvidence(release, full, parents, limits));
    if (!evidence || typeof evidence === "string") continue;
    trades.add(category);
    found.push(evidence);
    if (found.length === most) break;
  }
  return found;
}
