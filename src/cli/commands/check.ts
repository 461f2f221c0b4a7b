import type { Command } from "commander";
import { EXIT } from "../../errors.ts";
import { define, type Shell } from "../define.ts";

export function registerCheck(program: Command, shell: Shell): void {
  define(program, shell, { usage: "check [dir]", text: "cli.check" }, async (session, [given]) => {
    const directory = (given as string | undefined) ?? "dist/public";
    const { checkSite } = await import("../../site/check/check.ts");
    const findings = await checkSite(directory);
    if (session.json) session.print({ directory, findings });
    else if (findings.length === 0) session.say(session.t("cli.check.clean", { directory }));
    else for (const finding of findings) session.say(`${finding.file}: ${session.t(finding.key, finding.params)}`);
    return findings.length === 0 ? EXIT.done : EXIT.fault;
  });
}
