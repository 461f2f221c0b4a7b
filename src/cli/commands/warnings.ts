import type { Command } from "commander";
import { EXIT, ForewarnError } from "../../errors.ts";
import { bindString, bindText } from "../../warnings/bind.ts";
import { readWarnings, type Warning } from "../../warnings/read.ts";
import { type Block, headingOf, type Inline, SECTIONS } from "../../warnings/text.ts";
import type { CommandContext } from "../context.ts";
import { define, type Shell } from "../define.ts";

export function registerWarnings(program: Command, shell: Shell): void {
  const warnings = program.command("warnings").description(shell.t("cli.warnings"));
  define(warnings, shell, { usage: "list", text: "cli.warnings.list" }, async (context) => {
    const found = await all(context);
    if (context.json) context.print(found.map(({ id, record }) => ({ id, ...record })));
    else for (const warning of found) context.say(headline(context, warning));
    return EXIT.done;
  });
  define(warnings, shell, { usage: "show <id>", text: "cli.warnings.show" }, async (context, [given]) => {
    const warning = (await all(context)).find(({ id }) => id === given);
    if (!warning) throw new ForewarnError("cli.warnings.unknown", { id: String(given) });
    if (context.json) context.print(warning);
    else for (const line of page(context, warning)) context.say(line);
    return EXIT.done;
  });
}

function all(context: CommandContext): Promise<Warning[]> {
  return readWarnings(context.at("warnings"), { phones: [context.settings.bureau.hotline] });
}

function headline(context: CommandContext, { id, record, evidence }: Warning): string {
  const title = bindString(record.title[context.locale] ?? record.title.zh, evidence, context.locale);
  const status = context.t(`warnings.status.${record.status}`);
  return [id, status, record.number, title].filter((part) => part !== null).join("  ");
}

/** A warning as its reader sees it, figures filled in: headline, dates, text. */
function page(context: CommandContext, warning: Warning): string[] {
  const { record, evidence } = warning;
  const text = bindText(warning.text[context.locale] ?? warning.text.zh, evidence, context.locale);
  const dates = [record.issued, record.updated, record.reviewBy, record.expires].filter((date) => date !== null);
  const people = Object.values(record.signatures).filter((name) => name !== null);
  const body = SECTIONS.flatMap((section) => [
    "",
    ...(section === "lead" ? [] : [headingOf(context.locale, section)]),
    ...text[section].flatMap(plain),
  ]);
  return [headline(context, warning), dates.join(" · "), people.join(" · "), ...body];
}

/** A paragraph or list as lines of plain text. */
function plain(block: Block): string[] {
  const words = (inlines: readonly Inline[]) => inlines.map(({ text }) => text).join("");
  return block.kind === "paragraph" ? [words(block.inlines)] : block.items.map((item) => `- ${words(item)}`);
}
