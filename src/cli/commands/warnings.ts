import path from "node:path";
import type { Command } from "commander";
import { EXIT, ForewarnError } from "../../errors.ts";
import type { MessageKey } from "../../i18n/catalogue/index.ts";
import { currentRelease } from "../../release/list.ts";
import { inspectWarnings, warningIds } from "../../warnings/read.ts";
import { isInForce, isPublic, stateOn } from "../../warnings/record.ts";
import { rulesOf } from "../../warnings/rules.ts";
import type { Step } from "../../warnings/stages.ts";
import { dateOption } from "../choice.ts";
import type { CommandContext } from "../context.ts";
import { define, type OptionSpec, type Shell } from "../define.ts";
import { byHand, documentOf, headline, page, readOne } from "../warning-view.ts";

const SIGNED: readonly OptionSpec[] = [
  { flags: "--who <name>", text: "cli.warnings.who", required: true },
  { flags: "--why <text>", text: "cli.warnings.why", required: true },
  { flags: "--seen <hash>", text: "cli.warnings.seen" },
];
const TOLD: readonly OptionSpec[] = [
  { flags: "--told-zh <text>", text: "cli.warnings.toldZh" },
  { flags: "--told-en <text>", text: "cli.warnings.toldEn" },
];
const DATES: readonly OptionSpec[] = [
  { flags: "--review-by <date>", text: "cli.warnings.reviewBy" },
  { flags: "--expires <date>", text: "cli.warnings.expires" },
];

interface StepCommand {
  readonly usage: string;
  readonly text: MessageKey;
  readonly options?: readonly OptionSpec[];
  /** The step that the command takes, given its options and whether the warning is public already. */
  step(options: Readonly<Record<string, unknown>>, isPublic: boolean): Exclude<Step, "draft">;
}

/** Commands that take one step with one warning. */
const STEP_COMMANDS: readonly StepCommand[] = [
  { usage: "submit <id>", text: "cli.warnings.submit", step: () => "submit" },
  {
    usage: "review <id>",
    text: "cli.warnings.review",
    options: [{ flags: "--return", text: "cli.warnings.return" }],
    step: (options) => (options.return ? "return" : "review"),
  },
  {
    usage: "approve <id>",
    text: "cli.warnings.approve",
    options: [{ flags: "--return", text: "cli.warnings.return" }],
    step: (options, isPublic) => (options.return ? "return" : isPublic ? "reaffirm" : "approve"),
  },
  {
    usage: "publish <id>",
    text: "cli.warnings.publish",
    options: [{ flags: "--number <number>", text: "cli.warnings.number" }, ...DATES, ...TOLD],
    step: () => "publish",
  },
  {
    usage: "correct <id>",
    text: "cli.warnings.correct",
    options: [
      { flags: "--drop", text: "cli.warnings.drop" },
      { flags: "--rebind", text: "cli.warnings.rebind" },
    ],
    step: (options) => (options.drop ? "drop" : "correct"),
  },
  {
    usage: "supersede <id>",
    text: "cli.warnings.supersede",
    options: [{ flags: "--by <id>", text: "cli.warnings.by", required: true }],
    step: () => "supersede",
  },
  { usage: "withdraw <id>", text: "cli.warnings.withdraw", options: TOLD, step: () => "withdraw" },
  { usage: "dismiss <id>", text: "cli.warnings.dismiss", step: () => "dismiss" },
];

export function registerWarnings(program: Command, shell: Shell): void {
  const warnings = program.command("warnings").description(shell.t("cli.warnings"));
  registerDraft(warnings, shell);
  registerList(warnings, shell);
  define(warnings, shell, { usage: "show <id>", text: "cli.warnings.show" }, async (context, [given]) => {
    const found = await readOne(context, String(given));
    if (context.json) context.print(documentOf(found));
    else for (const line of page(context, found)) context.say(line);
    return EXIT.done;
  });
  for (const command of STEP_COMMANDS) {
    const options = [...SIGNED, ...(command.options ?? [])];
    define(warnings, shell, { usage: command.usage, text: command.text, options }, async (context, [given], flags) => {
      await takeOne(context, String(given), flags, command);
      return EXIT.done;
    });
  }
  registerExpire(warnings, shell);
}

function registerDraft(warnings: Command, shell: Shell): void {
  const options: readonly OptionSpec[] = [
    { flags: "--who <name>", text: "cli.warnings.draftWho" },
    { flags: "--since <date>", text: "cli.warnings.since" },
    { flags: "--dry-run", text: "cli.warnings.dryRun" },
  ];
  define(warnings, shell, { usage: "draft", text: "cli.warnings.draft", options }, async (context, _args, flags) => {
    const { runDraft } = await import("../warning-draft.ts");
    const since = dateOption("--since", flags.since);
    const result = await runDraft(context, {
      since,
      dryRun: flags.dryRun === true,
      who: flags.who as string | undefined,
    });
    if (context.json) context.print(result);
    return EXIT.done;
  });
}

function registerList(warnings: Command, shell: Shell): void {
  define(warnings, shell, { usage: "list", text: "cli.warnings.list" }, async (context) => {
    const found = await inspectWarnings(context.at("warnings"), rulesOf(context.settings));
    const { driftsOf } = await import("../warning-drift.ts");
    const drift = await driftsOf(
      context,
      found.map(({ warning }) => warning).filter((warning) => warning !== null),
    );
    if (context.json)
      context.print(
        found.map(({ id, warning, faults }) =>
          warning
            ? { ...documentOf(warning, false), drift: drift.get(id) ?? null }
            : {
                id,
                faults: faults.map((one) => ({ key: one.key, message: one.explain(context.locale), ...one.place })),
              },
        ),
      );
    else if (found.length === 0) context.say(context.t("cli.warnings.none"));
    else
      for (const { id, warning, faults } of found) {
        if (warning) context.say(headline(context, warning, drift.get(id)));
        else for (const one of faults) context.say(`${id}  ${one.explain(context.locale)}`);
      }
    return EXIT.done;
  });
}

/** Ends one warning, or, where none is named, notes of all whose day has passed that it has. */
function registerExpire(warnings: Command, shell: Shell): void {
  define(
    warnings,
    shell,
    { usage: "expire [id]", text: "cli.warnings.expire", options: SIGNED },
    async (context, [given], flags) => {
      const command = { step: () => "expire" as const };
      if (given !== undefined) {
        await takeOne(context, String(given), flags, command);
        return EXIT.done;
      }
      const ended = [];
      for (const id of await warningIds(context.at("warnings"))) {
        const warning = await readOne(context, id);
        if (!isInForce(warning.record.status) || isInForce(stateOn(warning, context.today))) continue;
        ended.push(await takeOne(context, id, flags, command, true));
      }
      if (context.json) context.print(ended.map((warning) => documentOf(warning, false)));
      else if (ended.length === 0) context.say(context.t("cli.warnings.noneExpired"));
      return EXIT.done;
    },
  );
}

/** The evidence of a warning as the current release has it. */
async function evidenceNow(context: CommandContext, id: string) {
  const [{ rebind }, { openRelease }, { requireCurrentRelease }] = await Promise.all([
    import("../../warnings/rebind.ts"),
    import("../../release/read.ts"),
    import("../../release/list.ts"),
  ]);
  const current = await requireCurrentRelease(context.at("releases"));
  const release = await openRelease(path.join(current.path, "bureau"), "bureau", ["dimension", "series", "evidence"]);
  try {
    const found = await rebind(release, (await readOne(context, id)).evidence, context.settings.disclosure);
    if (found === null || typeof found === "string")
      throw new ForewarnError("cli.warnings.noEvidence", { id, release: current.id, why: found ?? "gone" });
    return found;
  } finally {
    release.close();
  }
}

/** Takes a step with one warning and tells how it stands then. */
async function takeOne(
  context: CommandContext,
  id: string,
  flags: Readonly<Record<string, unknown>>,
  command: Pick<StepCommand, "step">,
  several = false,
) {
  const [{ takeStep }, { momentIn }] = await Promise.all([
    import("../../warnings/step.ts"),
    import("../../warnings/moment.ts"),
  ]);
  const { stage, status } = await byHand(context, id);
  const [zh, en] = [flags.toldZh, flags.toldEn] as [string?, string?];
  if (en !== undefined && zh === undefined)
    throw new ForewarnError("cli.warnings.toldZhToo", {}, { exitCode: EXIT.usage });
  const reviewBy = dateOption("--review-by", flags.reviewBy) ?? undefined;
  const expires = dateOption("--expires", flags.expires) ?? undefined;
  const step = command.step(flags, isPublic(status) && stage === status);
  const evidence = flags.rebind === true && step === "correct" ? await evidenceNow(context, id) : undefined;
  const warning = await takeStep({
    directory: context.at("warnings"),
    id,
    step,
    who: String(flags.who),
    why: String(flags.why),
    at: momentIn(context.io.now(), context.settings.timeZone),
    today: context.today,
    release: (await currentRelease(context.at("releases")))?.id ?? null,
    rules: { ...rulesOf(context.settings), ...context.settings.warnings },
    seen: flags.seen as string | undefined,
    details: {
      number: flags.number as string | undefined,
      reviewBy,
      expires,
      by: flags.by as string | undefined,
      evidence,
      told: zh === undefined ? undefined : { zh, en: en ?? null },
    },
  });
  if (!several && context.json) context.print(documentOf(warning, false));
  else if (!context.json) context.say(headline(context, warning));
  if (!context.json && step === "correct")
    context.say(context.t("cli.warnings.correctNext", { folder: context.at("warnings", id, "next") }));
  return warning;
}
