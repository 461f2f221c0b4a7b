import { Command, CommanderError } from "commander";
import { EXIT, ForewarnError } from "../errors.ts";
import type { Locale } from "../i18n/define.ts";
import { translate } from "../i18n/translate.ts";
import { type Shell, tell } from "./define.ts";
import { type Io, processIo } from "./io.ts";
import { askedLocale, environmentLocale } from "./locale.ts";
import { VERSION } from "./version.ts";

type Register = (program: Command, shell: Shell) => void;

/**
 * Every command by its first word, in the order in which help lists them. A run loads only its own: most of what a
 * command costs before it begins is the loading of modules.
 */
const COMMANDS: Readonly<Record<string, () => Promise<Register>>> = {
  ingest: async () => (await import("./commands/ingest.ts")).registerIngest,
  profile: async () => (await import("./commands/profile.ts")).registerProfile,
  status: async () => (await import("./commands/status.ts")).registerStatus,
  rejects: async () => (await import("./commands/rejects.ts")).registerRejects,
  release: async () => (await import("./commands/release.ts")).registerRelease,
  releases: async () => (await import("./commands/release.ts")).registerReleases,
  revisions: async () => (await import("./commands/revisions.ts")).registerRevisions,
  assessment: async () => (await import("./commands/assessment.ts")).registerAssessment,
  measures: async () => (await import("./commands/measures.ts")).registerMeasures,
  hotspots: async () => (await import("./commands/hotspots.ts")).registerHotspots,
  warnings: async () => (await import("./commands/warnings.ts")).registerWarnings,
  site: async () => (await import("./commands/site.ts")).registerSite,
  check: async () => (await import("./commands/check.ts")).registerCheck,
  demo: async () => (await import("./commands/demo.ts")).registerDemo,
  bench: async () => (await import("./commands/bench.ts")).registerBench,
};

/** Builds the command line in a language: with the one command that `first` names, else with all of them. */
export async function buildProgram(shell: Shell, first?: string): Promise<Command> {
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
  const named = first === undefined || !Object.hasOwn(COMMANDS, first) ? undefined : COMMANDS[first];
  for (const load of named ? [named] : Object.values(COMMANDS)) (await load())(program, shell);
  return program;
}

export function makeShell(io: Io, locale: Locale): Shell {
  return { io, locale, exitCode: EXIT.done, t: (key, params) => translate(locale, key, params) };
}

/** Runs a command line and gives its exit code. */
export async function main(argv: readonly string[], io: Io = processIo()): Promise<number> {
  const shell = makeShell(io, askedLocale(argv) ?? environmentLocale(io.env));
  const program = await buildProgram(shell, argv[0]);
  try {
    await program.parseAsync(argv, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return EXIT.done;
    // Help that stands in for a missing subcommand is no message of its own.
    const message =
      error.code === "commander.help" ? program.helpInformation() : error.message.replace(/^error: /u, "");
    const told = new ForewarnError("cli.bad_usage", { message }, { exitCode: EXIT.usage });
    return tell(io, told, shell.locale, { json: argv.includes("--json") });
  }
  return shell.exitCode;
}
