import { access } from "node:fs/promises";
import type { Command } from "commander";
import { EXIT } from "../../errors.ts";
import { rewritten } from "../../warnings/anchor.ts";
import { driftFigures, isBroken } from "../../warnings/drift.ts";
import { FILES } from "../../warnings/files.ts";
import { inspectWarnings } from "../../warnings/read.ts";
import { rulesOf } from "../../warnings/rules.ts";
import type { CommandContext } from "../context.ts";
import { define, type Shell } from "../define.ts";
import { driftsOf } from "../warning-drift.ts";

interface Finding {
  readonly file: string;
  readonly line?: number;
  readonly column?: string;
  readonly value?: string;
  readonly key: string;
  readonly message: string;
}

export function registerCheck(program: Command, shell: Shell): void {
  define(program, shell, { usage: "check [dir]", text: "cli.check" }, async (context, [given]) => {
    const directory = (given as string | undefined) ?? "dist/public";
    const built = given !== undefined || (await isThere(directory));
    const warnings = await checkWarnings(context, built ? directory : null);
    const site = built ? await checkBuilt(context, directory) : [];
    const findings = [...site, ...warnings.findings];
    if (context.json) context.print({ directory: built ? directory : null, warnings: warnings.count, findings });
    else {
      for (const finding of findings) context.say(finding.message);
      if (!built) context.say(context.t("cli.check.noSite", { directory }));
      else if (site.length === 0) context.say(context.t("cli.check.clean", { directory }));
      if (warnings.findings.length === 0) context.say(context.t("cli.check.warnings", { count: warnings.count }));
    }
    return findings.length === 0 ? EXIT.done : EXIT.fault;
  });
}

const isThere = (directory: string): Promise<boolean> =>
  access(directory).then(
    () => true,
    () => false,
  );

async function checkBuilt(context: CommandContext, directory: string): Promise<Finding[]> {
  const { checkSite } = await import("../../site/check/check.ts");
  const found = await checkSite(directory);
  return found.map(({ file, key, params }) => ({ file, key, message: `${file}: ${context.t(key, params)}` }));
}

/**
 * Everything that is wrong with the warnings of the data folder, whoever wrote them: faults of each, those that later figures contradict,
 * and those whose history is not the one that the built site has published.
 */
async function checkWarnings(
  context: CommandContext,
  site: string | null,
): Promise<{ count: number; findings: Finding[] }> {
  const inspected = await inspectWarnings(context.at("warnings"), rulesOf(context.settings));
  const findings: Finding[] = inspected.flatMap(({ faults }) =>
    faults.map((one) => ({
      ...one.place,
      file: one.place.file ?? "",
      key: one.key,
      message: one.explain(context.locale),
    })),
  );
  const sound = inspected.map(({ warning }) => warning).filter((warning) => warning !== null);
  for (const [id, drift] of await driftsOf(context, sound)) {
    if (!isBroken(drift)) continue;
    const file = context.at("warnings", id, "evidence.json");
    const message = context.t("warnings.drift", {
      id,
      kind: drift.kind,
      release: drift.release,
      figures: driftFigures(drift),
    });
    findings.push({ file, key: "warnings.drift", message: `${file}: ${message}` });
  }
  for (const id of site === null ? [] : await rewritten(sound, site)) {
    const file = context.at("warnings", id, FILES.history);
    findings.push({ file, key: "warnings.rewritten", message: `${file}: ${context.t("warnings.rewritten")}` });
  }
  return { count: inspected.length, findings };
}
