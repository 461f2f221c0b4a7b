import { createHash } from "node:crypto";
import path from "node:path";
import { z } from "zod";
import type { ForewarnError } from "../errors.ts";
import { readIfAny } from "../files/read.ts";
import { replaceFile } from "../files/write.ts";
import { fault } from "./located.ts";
import { STATUSES, type WarningRecord } from "./record.ts";

/** What someone did to a warning. */
export const STEPS = [
  "draft",
  "submit",
  "review",
  "approve",
  "publish",
  "correct",
  "supersede",
  "withdraw",
  "expire",
] as const;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const entryShape = {
  step: z.enum(STEPS),
  from: z.enum(STATUSES).nullable(),
  to: z.enum(STATUSES),
  /** Local time of the bureau with its offset. */
  at: z.iso.datetime({ offset: true }),
  who: z.string().min(1),
  why: z.string().min(1),
  /** {@link contentHash} of what the step was done to. */
  content: sha256,
} as const;

const newEntry = z.strictObject(entryShape);
const entrySchema = z.strictObject({ ...entryShape, previous: sha256.nullable(), hash: sha256 });

export type NewHistoryEntry = Readonly<z.infer<typeof newEntry>>;
export type HistoryEntry = Readonly<z.infer<typeof entrySchema>>;

const digest = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

// The order of the fields is part of the hash, so it is fixed here and not left to whoever wrote the line.
function hashOf(entry: NewHistoryEntry & { previous: string | null }): string {
  const { step, from, to, at, who, why, content, previous } = entry;
  return digest(JSON.stringify([step, from, to, at, who, why, content, previous]));
}

/** Makes the entry that follows `previous` (null for the first). Its hash covers the one before it. */
export function nextEntry(previous: HistoryEntry | null, entry: NewHistoryEntry): HistoryEntry {
  const linked = { ...newEntry.parse(entry), previous: previous?.hash ?? null };
  return { ...linked, hash: hashOf(linked) };
}

/** What a signature covers: the texts, the evidence, and the record but for its state and later corrections. */
export function contentHash(content: {
  readonly record: WarningRecord;
  readonly zh: string | null;
  readonly en: string | null;
  readonly evidence: string | null;
}): string {
  const { status, updated, reason, supersededBy, corrections, ...signed } = content.record;
  // Some editors and version control change the ends of lines; that changes no text.
  const plain = (text: string | null) => text?.replaceAll("\r\n", "\n") ?? null;
  return digest(JSON.stringify([signed, plain(content.zh), plain(content.en), plain(content.evidence)]));
}

/**
 * Reads `history.jsonl` and checks that each entry follows the one before it.
 * @returns the entries, and a fault for the first line that is damaged or was changed
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
    entries.push(entry);
  }
  return { entries, faults: [] };
}

/**
 * Adds an entry to `history.jsonl` of a warning's folder; the file is replaced whole.
 * @throws ForewarnError where the history so far does not hold together
 */
export async function appendHistory(directory: string, entry: NewHistoryEntry): Promise<HistoryEntry> {
  const file = path.join(directory, "history.jsonl");
  const text = (await readIfAny(file)) ?? "";
  const { entries, faults } = readHistory(text, file);
  if (faults[0]) throw faults[0];
  const next = nextEntry(entries.at(-1) ?? null, entry);
  await replaceFile(file, `${[...entries, next].map((it) => JSON.stringify(it)).join("\n")}\n`);
  return next;
}
