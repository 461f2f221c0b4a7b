import path from "node:path";
import { EXIT, ForewarnError } from "../errors.ts";
import { currentRelease } from "../release/list.ts";
import { openRelease } from "../release/read.ts";
import { type Drift, driftFigures, drifts, isBroken } from "../warnings/drift.ts";
import { readWarnings, type Warning } from "../warnings/read.ts";
import { isInForce, stateOn } from "../warnings/record.ts";
import { rulesOf } from "../warnings/rules.ts";
import type { CommandContext } from "./context.ts";

/** How the figures of the warnings that are in force today stand in the current release, by id; none where there is no release. */
export async function driftsOf(context: CommandContext, warnings: readonly Warning[]): Promise<Map<string, Drift>> {
  const living = warnings.filter((warning) => isInForce(stateOn(warning, context.today)));
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
 * The warnings that the public sees. Those in force must not say what the current release contradicts: they must be approved again or
 * corrected first.
 * @throws ForewarnError for the first fault of one, or with exit code 3 and every warning that is contradicted
 */
export async function readPublished(context: CommandContext): Promise<Warning[]> {
  const warnings = await readWarnings(context.at("warnings"), { ...rulesOf(context.settings), published: true });
  const faults = [...(await driftsOf(context, warnings))]
    .filter(([, drift]) => isBroken(drift))
    .map(([id, drift]) => {
      const params = { id, kind: drift.kind, release: drift.release, figures: driftFigures(drift) };
      const place = { file: context.at("warnings", id, "evidence.json") };
      return new ForewarnError("warnings.drift", params, { place, exitCode: EXIT.fault });
    });
  const refused = ForewarnError.of(faults);
  if (refused) throw refused;
  return warnings;
}
