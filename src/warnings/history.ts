import { createHash } from "node:crypto";
import { z } from "zod";
import type { ForewarnError } from "../errors.ts";
import { fault } from "./located.ts";
import type { WarningRecord, WarningStatus } from "./record.ts";
import { isAmendment, STAGES, STEPS, type Stage, stageAfter } from "./stages.ts";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const words = z.string().trim().min(1);

const entryShape = {
  step: z.enum(STEPS),
  from: z.enum(STAGES).nullable(),
  to: z.enum(STAGES),
  /** Local time of the bureau with its offset. */
  at: z.iso.datetime({ offset: true }),
  who: words,
  why: words,
  /** The release that was the current one when the evidence was looked at; null where the step looks at none. */
  release: z.string().min(1).nullable(),
  /** {@link contentHash} of what the step was done to; of the correction, while one is being made. */
  content: sha256,
  /** {@link stateHash} of the record as the step left it. */
  state: sha256,
} as const;

const newEntry = z.strictObject(entryShape);
const entrySchema = z.strictObject({ ...entryShape, previous: sha256.nullable(), hash: sha256 });

export type NewHistoryEntry = Readonly<z.infer<typeof newEntry>>;
export type HistoryEntry = Readonly<z.infer<typeof entrySchema>>;

const digest = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

// The order of the fields is part of the hash, so it is fixed here and not left to whoever wrote the line.
function hashOf(entry: NewHistoryEntry & { previous: string | null }): string {
  const { step, from, to, at, who, why, release, content, state, previous } = entry;
  return digest(JSON.stringify([step, from, to, at, who, why, release, content, state, previous]));
}

/** Makes the entry that follows `previous` (null for the first). Its hash covers the one before it. */
export function nextEntry(previous: HistoryEntry | null, entry: NewHistoryEntry): HistoryEntry {
  const linked = { ...newEntry.parse(entry), previous: previous?.hash ?? null };
  return { ...linked, hash: hashOf(linked) };
}

/** The fields of a record that tell how far it has come; all others are what a signature stands for. Their order is part of the hash. */
const STATE = [
  "status",
  "number",
  "signatures",
  "issued",
  "updated",
  "reviewBy",
  "expires",
  "reason",
  "supersededBy",
  "corrections",
] as const satisfies readonly (keyof WarningRecord)[];
type State = Pick<WarningRecord, (typeof STATE)[number]>;

/** What of a record no signature covers and yet nobody may change by hand: status, number, signatures, dates, corrections. */
export const stateOfRecord = (record: WarningRecord): State =>
  Object.fromEntries(STATE.map((name) => [name, record[name]])) as unknown as State;

const signedPart = (record: WarningRecord): object =>
  Object.fromEntries(Object.entries(record).filter(([name]) => !(STATE as readonly string[]).includes(name)));

/** What a warning says, in each of its files; null for one that is not there. */
export interface Content {
  readonly record: WarningRecord;
  readonly zh: string | null;
  readonly en: string | null;
  readonly evidence: string | null;
}

/** What a signature covers: the texts, the evidence, and the record but for what tells how far it has come. */
export function contentHash({ record, zh, en, evidence }: Content): string {
  // Some editors and version control change the ends of lines; that changes no text.
  const plain = (text: string | null) => text?.replaceAll("\r\n", "\n") ?? null;
  return digest(JSON.stringify([signedPart(record), plain(zh), plain(en), plain(evidence)]));
}

/** The hash of {@link stateOfRecord}. */
export const stateHash = (record: WarningRecord): string => digest(JSON.stringify(stateOfRecord(record)));

/** The last status that was not the stage of a correction: what the public sees. */
export function statusOf(entries: readonly HistoryEntry[]): WarningStatus | null {
  const last = entries.findLast(({ to }) => !isAmendment(to));
  return (last?.to as WarningStatus | undefined) ?? null;
}

/** Where the warning stands; null before its first step. */
export const stageOf = (entries: readonly HistoryEntry[]): Stage | null => entries.at(-1)?.to ?? null;

/** The hash of what the public sees: of the last step that put a text in its place. Null for one that was never public. */
export function publishedContent(entries: readonly HistoryEntry[]): string | null {
  return entries.findLast(({ step }) => step === "publish")?.content ?? null;
}

/** Who has signed what lies in review, or what was approved last: since the last `submit`. */
export function signers(entries: readonly HistoryEntry[]): {
  author: string | null;
  reviewer: string | null;
  approver: string | null;
} {
  const from = entries.findLastIndex(({ step }) => step === "submit");
  const since = from < 0 ? [] : entries.slice(from);
  const of = (step: HistoryEntry["step"]) => since.findLast((entry) => entry.step === step)?.who ?? null;
  return { author: of("submit"), reviewer: of("review"), approver: of("approve") };
}

/** What a step breaks, if anything, given those before it: an order that is forbidden, or a signature that is not there. */
export function stepFault(
  before: readonly HistoryEntry[],
  entry: Pick<HistoryEntry, "step" | "who" | "content" | "at">,
):
  | { key: "warnings.step.order" | "warnings.step.earlier"; params: Record<string, string> }
  | {
      key: "warnings.step.samePerson" | "warnings.step.notReviewed" | "warnings.step.changed";
      params: Record<string, string>;
    }
  | null {
  const { step, who, content, at } = entry;
  const stage = stageOf(before);
  const last = before.at(-1);
  if (stageAfter(step, stage, statusOf(before)) === null)
    return { key: "warnings.step.order", params: { step, stage: stage ?? "none" } };
  if (last && Date.parse(at) < Date.parse(last.at)) return { key: "warnings.step.earlier", params: { at: last.at } };
  const { author, reviewer } = signers(before);
  const same = (role: string, other: string | null) =>
    other !== null && other === who ? { key: "warnings.step.samePerson" as const, params: { who, role } } : null;
  const unchanged = last?.content === content ? null : { key: "warnings.step.changed" as const, params: { step } };
  if (step === "review") return same("author", author) ?? unchanged;
  if (step === "approve") {
    if (reviewer === null) return { key: "warnings.step.notReviewed", params: {} };
    return same("author", author) ?? same("reviewer", reviewer) ?? unchanged;
  }
  if (step === "publish") return unchanged;
  if (step === "reaffirm") return same("author", author) ?? unchanged;
  return null;
}

/**
 * Reads `history.jsonl` and checks that each entry follows the one before it, and may.
 * @returns the entries, and a fault for the first line that is damaged, was changed, or tells of a step that is forbidden
 */
export function readHistory(text: string, file: string): { entries: HistoryEntry[]; faults: ForewarnError[] } {
  const entries: HistoryEntry[] = [];
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === "") continue;
    let parsed: ReturnType<typeof entrySchema.safeParse> | undefined;
    try {
      parsed = entrySchema.safeParse(JSON.parse(line));
    } catch {}
    const place = { file, line: i + 1 };
    if (!parsed?.success) return { entries, faults: [fault("warnings.historyLine", {}, place)] };
    const entry = parsed.data;
    const last = entries.at(-1);
    if (entry.previous !== (last?.hash ?? null) || entry.from !== (last?.to ?? null) || entry.hash !== hashOf(entry))
      return { entries, faults: [fault("warnings.historyBroken", {}, place)] };
    const broken = stepFault(entries, entry);
    if (broken) return { entries, faults: [fault(broken.key, broken.params, place)] };
    if (stageAfter(entry.step, entry.from, statusOf(entries)) !== entry.to)
      return {
        entries,
        faults: [fault("warnings.step.order", { step: entry.step, stage: entry.from ?? "none" }, place)],
      };
    entries.push(entry);
  }
  return { entries, faults: [] };
}

/** The text of `history.jsonl`. */
export const historyText = (entries: readonly HistoryEntry[]): string =>
  entries.map((entry) => `${JSON.stringify(entry)}\n`).join("");
