import type { Command } from "commander";
import { EXIT } from "../../errors.ts";
import { define, type Shell } from "../define.ts";

export function registerCheck(program: Command, shell: Shell): void {
  define(program, shell, { usage: "check [dir]", text: "cli.check" }, async (context, [given]) => {
    const directory = (given as string | undefined) ?? "dist/public";
    const { checkSite } = await import("../../site/check/check.ts");
    const findings = await checkSite(directory);
    if (context.json) context.print({ directory, findings });
    else if (findings.length === 0) context.say(context.t("cli.check.clean", { directory }));
    else for (const finding of findings) context.say(`${finding.file}: ${context.t(finding.key, finding.params)}`);
    return findings.length === 0 ? EXIT.done : EXIT.fault;
  });
}
