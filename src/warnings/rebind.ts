import { hotspotEvidenceSchema } from "../release/evidence-schema.ts";
import type { Release } from "../release/read.ts";
import type { Evidence } from "./evidence.ts";
import { freezeEvidence, type Limits, type Unpublishable, withholdEvidence } from "./freeze.ts";
import { readParents } from "./propose.ts";
import { seriesEvidence } from "./series-evidence.ts";

/**
 * The evidence of the same cell and period from another release, for a correction: of the hotspot's record where the release still has it,
 * else of the series, which says nothing of odds.
 * @param release the bureau's half
 * @returns the evidence, or why it must not be shown, or null where the release has no figures of it
 */
export async function rebind(
  release: Release,
  evidence: Evidence,
  limits: Limits,
): Promise<Evidence | Unpublishable | null> {
  const parents = await readParents(release);
  const [row] =
    evidence.hotspot === null
      ? []
      : await release.rows<{ sha256: string; json: string }>("SELECT sha256, json FROM evidence WHERE id = $1", [
          evidence.hotspot.id,
        ]);
  if (row) {
    const record = hotspotEvidenceSchema.parse(JSON.parse(row.json));
    return freezeEvidence(release, { record, sha256: row.sha256 }, parents, limits);
  }
  const full = await seriesEvidence(release, evidence.cell, evidence.grain, evidence.period);
  return full && withholdEvidence(release, full, parents, limits);
}
