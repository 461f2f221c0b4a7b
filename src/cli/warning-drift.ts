import path from "node:path";
import { EXIT, ForewarnError } from "../errors.ts";
import { currentRelease } from "../release/list.ts";
import { openRelease } from "../release/read.ts";
import { type Drift, driftFigures, drifts, isBroken } from "../warnings/drift.ts";
import { readWarnings, type Warning } from "../warnings/read.ts";
import { rulesOf } from "../warnings/rules.ts";
import type { CommandContext } from "./context.ts";

/** How the figures of the warnings in force stand in the current release, by id; none where there is no release. */
export async function driftsOf(context: CommandContext, warnings: readonly Warning[]): Promise<Map<string, Drift>> {
  const living = warnings.filter(({ record }) => record.status === "published" || record.status === "corrected");
  const current = await currentRelease(context.at("releases"));
  if (current === null || living.length === 0) return new Map();
  const release = await openRelease(path.join(current.path, "bureau"), "bureau", ["series"]);
  try {
    return await drifts(living, release);
  } finally {
    release.close();
  }
}

/**
 * Refuses to go on where a warning in force says what the current release contradicts: it must be approved again or corrected.
 * @throws ForewarnError with exit code 3, every such warning named
 */
export async function requireEvidence(context: CommandContext): Promise<void> {
  const warnings = await readWarnings(context.at("warnings"), rulesOf(context.settings));
  const faults = [...(await driftsOf(context, warnings))]
    .filter(([, drift]) => isBroken(drift))
    .map(([id, drift]) => {
      const params = { id, kind: drift.kind, release: drift.release, figures: driftFigures(drift) };
      const place = { file: context.at("warnings", id, "evidence.json") };
      return new ForewarnError("warnings.drift", params, { place, exitCode: EXIT.fault });
    });
  const refused = ForewarnError.of(faults);
  if (refused) throw refused;
}
