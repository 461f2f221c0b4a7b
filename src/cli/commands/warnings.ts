import type { Command } from "commander";
import { EXIT, ForewarnError } from "../../errors.ts";
import { readWarnings } from "../../warnings/read.ts";
import { define, type Shell } from "../define.ts";

export function registerWarnings(program: Command, shell: Shell): void {
  const warnings = program.command("warnings").description(shell.t("cli.warnings"));
  define(warnings, shell, { usage: "list", text: "cli.warnings.list" }, async (context) => {
    const found = await readWarnings(context.at("warnings"), { phones: [context.settings.bureau.hotline] });
    if (context.json) context.print(found.map(({ id, record }) => ({ id, ...record })));
    else
      for (const { id, record } of found)
        context.say(`${id} ${record.status} ${record.number} ${record.title[context.locale] ?? record.title.zh}`);
    return EXIT.done;
  });
  define(warnings, shell, { usage: "show <id>", text: "cli.warnings.show" }, async (context, [given]) => {
    const warning = (await readWarnings(context.at("warnings"), { phones: [context.settings.bureau.hotline] })).find(
      ({ id }) => id === given,
    );
    if (!warning) throw new ForewarnError("cli.warnings.unknown", { id: String(given) });
    if (context.json) context.print(warning);
    else context.say(JSON.stringify(warning.record, null, 2));
    return EXIT.done;
  });
}
