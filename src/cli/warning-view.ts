import path from "node:path";
import { ForewarnError } from "../errors.ts";
import { bindString, bindText } from "../warnings/bind.ts";
import { type Drift, isBroken } from "../warnings/drift.ts";
import { readRaw } from "../warnings/files.ts";
import { readHistory, stageOf, statusOf } from "../warnings/history.ts";
import { inspectRaw, type Warning, warningIds } from "../warnings/read.ts";
import { isInForce, type WarningStatus } from "../warnings/record.ts";
import { rulesOf } from "../warnings/rules.ts";
import { type Stage, stepsAt } from "../warnings/stages.ts";
import { type Block, headingOf, type Inline, SECTIONS } from "../warnings/text.ts";
import type { CommandContext } from "./context.ts";

async function rawOf(context: CommandContext, id: string) {
  const directory = context.at("warnings");
  if (!(await warningIds(directory)).includes(id)) throw new ForewarnError("cli.warnings.unknown", { id });
  const folder = path.join(directory, id);
  return { folder, raw: await readRaw(folder) };
}

/** One warning, whatever is wrong with others. @throws ForewarnError with all that is wrong with it */
export async function readOne(context: CommandContext, id: string): Promise<Warning> {
  const { folder, raw } = await rawOf(context, id);
  const { warning, faults } = inspectRaw(raw, folder, rulesOf(context.settings));
  const refused = ForewarnError.of(faults);
  if (refused || !warning) throw refused;
  return warning;
}

/** Where a warning stands by its history, though it may be in the middle of being edited. */
export async function byHand(context: CommandContext, id: string): Promise<{ stage: Stage; status: WarningStatus }> {
  const { folder, raw } = await rawOf(context, id);
  const { entries } = readHistory(raw.history ?? "", path.join(folder, "history.jsonl"));
  return { stage: stageOf(entries) ?? "draft", status: statusOf(entries) ?? "draft" };
}

/** So much of a hash is enough to tell one text from another. */
const SHORT = 12;

/** A warning as JSON: its record and where it stands; `whole` adds texts, evidence and history. */
export function documentOf(warning: Warning, whole = true): object {
  const { id, record, stage, next, history, hash, text, evidence } = warning;
  return {
    id,
    ...record,
    stage,
    steps: stepsAt(stage),
    seen: (next ?? warning).hash.slice(0, SHORT),
    ...(whole ? { text, evidence, history, hash, next } : {}),
  };
}

/** "2026-001  In force  消费警示〔2026〕第1号  Title". */
export function headline(context: CommandContext, warning: Warning, drift?: Drift): string {
  const { id, record, evidence, stage } = warning;
  const title = bindString(record.title[context.locale] ?? record.title.zh, evidence, context.locale);
  const lives = isInForce(record.status);
  const past = (date: string | null): date is string => lives && date !== null && date < context.today;
  const marks = [
    past(record.expires) ? context.t("cli.warnings.ranOut", { date: record.expires }) : null,
    past(record.reviewBy) ? context.t("cli.warnings.reviewDue", { date: record.reviewBy }) : null,
    drift && isBroken(drift) ? context.t("cli.warnings.drifted", { kind: drift.kind, release: drift.release }) : null,
  ];
  const status = context.t(`warnings.status.${stage}`);
  return [id, status, record.number, title, ...marks].filter((part) => part !== null).join("  ");
}

/** A warning as its reader sees it, figures filled in: headline, dates, text; then where it stands and what can be done. */
export function page(context: CommandContext, warning: Warning): string[] {
  const { record, next, stage, history } = warning;
  const shown = next ?? warning;
  const text = bindText(shown.text[context.locale] ?? shown.text.zh, shown.evidence, context.locale);
  const dates = [record.issued, record.updated, record.reviewBy, record.expires].filter((date) => date !== null);
  const people = Object.values(record.signatures).filter((name) => name !== null);
  const body = SECTIONS.flatMap((section) => [
    "",
    ...(section === "lead" ? [] : [headingOf(context.locale, section)]),
    ...text[section].flatMap(plain),
  ]);
  const steps = history.map(({ at, step, who, why }) => `${at}  ${context.t(`warnings.did.${step}`)}  ${who}  ${why}`);
  const open = context.t("cli.warnings.open", { steps: stepsAt(stage).join(", "), seen: shown.hash.slice(0, SHORT) });
  return [headline(context, warning), dates.join(" · "), people.join(" · "), ...body, "", ...steps, open];
}

/** A paragraph or list as lines of plain text. */
function plain(block: Block): string[] {
  const words = (inlines: readonly Inline[]) => inlines.map(({ text }) => text).join("");
  return block.kind === "paragraph" ? [words(block.inlines)] : block.items.map((item) => `- ${words(item)}`);
}
