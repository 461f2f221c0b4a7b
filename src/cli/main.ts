import { Command, CommanderError } from "commander";
import { EXIT } from "../errors.ts";
import type { Locale } from "../i18n/define.ts";
import { translate } from "../i18n/translate.ts";
import { registerBench } from "./commands/bench.ts";
import { registerCheck } from "./commands/check.ts";
import { registerDemo } from "./commands/demo.ts";
import { registerHotspots } from "./commands/hotspots.ts";
import { registerIngest } from "./commands/ingest.ts";
import { registerMeasures } from "./commands/measures.ts";
import { registerRejects } from "./commands/rejects.ts";
import { registerRelease } from "./commands/release.ts";
import { registerSite } from "./commands/site.ts";
import { registerStatus } from "./commands/status.ts";
import { registerWarnings } from "./commands/warnings.ts";
import type { Shell } from "./define.ts";
import { type Io, processIo } from "./io.ts";
import { askedLocale, environmentLocale } from "./locale.ts";
import { VERSION } from "./version.ts";

/** Every command, in the order in which help lists them. */
const COMMANDS = [
  registerIngest,
  registerStatus,
  registerRejects,
  registerRelease,
  registerMeasures,
  registerHotspots,
  registerWarnings,
  registerSite,
  registerCheck,
  registerDemo,
  registerBench,
];

/** Builds the command line in a language; {@link main} runs it, the docs test reads it. */
export function buildProgram(shell: Shell): Command {
  const t = shell.t;
  const program = new Command("forewarn")
    .description(t("cli.description"))
    .version(VERSION, "--version", t("cli.option.version"))
    .helpOption("-h, --help", t("cli.option.help"))
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ writeOut: shell.io.out, writeErr: () => undefined })
    .configureHelp({
      styleTitle: (title) =>
        ({
          "Usage:": t("cli.usage"),
          "Arguments:": t("cli.arguments"),
          "Options:": t("cli.options"),
          "Commands:": t("cli.commands"),
        })[title] ?? title,
    });
  for (const register of COMMANDS) register(program, shell);
  return program;
}

export function makeShell(io: Io, locale: Locale): Shell {
  return { io, locale, exitCode: EXIT.done, t: (key, params) => translate(locale, key, params) };
}

/** Runs a command line and gives its exit code. */
export async function main(argv: readonly string[], io: Io = processIo()): Promise<number> {
  const shell = makeShell(io, askedLocale(argv) ?? environmentLocale(io.env));
  const program = buildProgram(shell);
  try {
    await program.parseAsync(argv, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return EXIT.done;
    // Help that stands in for a missing subcommand is no message of its own.
    const message =
      error.code === "commander.help" ? program.helpInformation() : error.message.replace(/^error: /u, "");
    io.err(`${translate(shell.locale, "cli.bad_usage", { message })}\n`);
    return EXIT.usage;
  }
  return shell.exitCode;
}
