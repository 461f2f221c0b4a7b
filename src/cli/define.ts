import type { Command } from "commander";
import { ForewarnError } from "../errors.ts";
import type { MessageKey } from "../i18n/catalogue/index.ts";
import type { Locale } from "../i18n/define.ts";
import { type Params, translate } from "../i18n/translate.ts";
import { type CommandContext, type CommonOptions, openContext } from "./context.ts";
import type { Io } from "./io.ts";

/** What the commands share: the world, the language before settings are read, and where the exit code goes. */
export interface Shell {
  readonly io: Io;
  readonly locale: Locale;
  exitCode: number;
  /** A text in that language. */
  t(key: MessageKey, params?: Params): string;
}

export interface OptionSpec {
  readonly flags: string;
  readonly text: MessageKey;
  readonly required?: true;
}

export interface CommandSpec {
  /** Name and arguments, as commander writes them: "ingest [paths...]". */
  readonly usage: string;
  readonly text: MessageKey;
  readonly options?: readonly OptionSpec[];
  /** The data folder unless `--data` or FOREWARN_DATA say otherwise. */
  readonly data?: string;
}

type Action = (
  context: CommandContext,
  args: readonly unknown[],
  options: Readonly<Record<string, unknown>>,
) => Promise<number>;

/** Adds a command with the common options. Its action gives the exit code; a ForewarnError is told to the person. */
export function define(parent: Command, shell: Shell, spec: CommandSpec, action: Action): Command {
  const t = shell.t;
  const command = parent.command(spec.usage).description(t(spec.text)).helpOption("-h, --help", t("cli.option.help"));
  for (const option of spec.options ?? []) {
    if (option.required) command.requiredOption(option.flags, t(option.text));
    else command.option(option.flags, t(option.text));
  }
  command
    .option("--data <dir>", t("cli.option.data"))
    .option("--json", t("cli.option.json"))
    .option("--lang <zh|en>", t("cli.option.lang"))
    .option("--debug", t("cli.option.debug"));
  command.action(async (...given: unknown[]) => {
    const options = given.at(-2) as Record<string, unknown> & CommonOptions;
    let locale = shell.locale;
    try {
      const context = await openContext(shell.io, options, shell.locale, spec.data);
      locale = context.locale;
      shell.exitCode = await action(context, given.slice(0, -2), options);
    } catch (error) {
      shell.exitCode = tell(shell.io, error, locale, options);
    }
  });
  return command;
}

/** Tells an error on standard error (and as JSON where that is asked for) and gives the exit code. */
export function tell(io: Io, error: unknown, locale: Locale, options: CommonOptions): number {
  if (options.debug && error instanceof Error) io.err(`${error.stack}\n`);
  if (error instanceof ForewarnError) {
    io.err(`${translate(locale, "cli.error", { message: error.explain(locale) })}\n`);
    if (options.json) {
      const told = ({ key, code, params, place }: ForewarnError) => ({
        key,
        code,
        message: translate(locale, key, params),
        ...place,
      });
      const others = error.others.length > 0 ? { others: error.others.map(told) } : {};
      io.out(`${JSON.stringify({ error: { ...told(error), ...others } }, null, 2)}\n`);
    }
    return error.exitCode;
  }
  const system = error as NodeJS.ErrnoException;
  if (error instanceof Error && typeof system.code === "string" && typeof system.syscall === "string") {
    const place = system.path === undefined ? {} : { place: { file: system.path } };
    return tell(io, new ForewarnError("cli.file_error", { code: system.code }, place), locale, options);
  }
  const message = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
  return tell(io, new ForewarnError("cli.bug", { message }), locale, options);
}
