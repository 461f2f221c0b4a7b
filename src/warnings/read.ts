import { readdir } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import type { ForewarnError } from "../errors.ts";
import { LOCALES, type Locale } from "../i18n/define.ts";
import { boundFaults, textFaults } from "./bind.ts";
import { type Evidence, evidenceSchema } from "./evidence.ts";
import { FILES, NEXT, type RawContent, type RawWarning, readRaw } from "./files.ts";
import { recoverAll } from "./folder.ts";
import {
  contentHash,
  type HistoryEntry,
  publishedContent,
  readHistory,
  stageOf,
  stateHash,
  statusOf,
} from "./history.ts";
import { fault, parseLocated } from "./located.ts";
import { ID, isPublic, PUBLIC_STATUSES, recordSchema, type WarningRecord } from "./record.ts";
import { namingFaults, type WarningRules } from "./rules.ts";
import { isAmendment, type Stage } from "./stages.ts";
import { incompleteText, parseText, type WarningText } from "./text.ts";

/** What a warning says: what a person writes, signs and reads. */
export interface WarningContent {
  readonly record: WarningRecord;
  /** Text in each language, placeholders and all; English may be absent. See `bindText`. */
  readonly text: { readonly zh: WarningText; readonly en: WarningText | null };
  readonly evidence: Evidence;
  /** `contentHash` of it: what a signature covers. */
  readonly hash: string;
}

/** A consumer warning as it stands in its folder `warnings/<id>/`. */
export interface Warning extends WarningContent {
  readonly id: string;
  readonly stage: Stage;
  readonly history: readonly HistoryEntry[];
  /** The correction that is being made of a published warning; null where there is none. */
  readonly next: WarningContent | null;
}

export interface ReadOptions extends Partial<WarningRules> {
  /** What was changed since it was signed is no fault: someone is about to submit it. */
  readonly changing?: boolean;
  /** Only what the public sees: no drafts, and no correction in the making, whatever is wrong with them. */
  readonly published?: boolean;
  /** The id where the folder bears another name: while a step is being written. */
  readonly id?: string;
  /** The folder that faults are told of. */
  readonly shown?: string;
}

export interface Inspected {
  readonly id: string;
  readonly warning: Warning | null;
  readonly faults: readonly ForewarnError[];
}

interface Checks extends ReadOptions {
  readonly evidence: Evidence | null;
  /** A text that nobody has submitted yet may be incomplete. */
  readonly unfinished: boolean;
}

/** Reads one language and says what is wrong with it. */
function readText(markdown: string, locale: Locale, file: string, check: Checks) {
  const { text, faults } = parseText(markdown, locale, file);
  if (!check.unfinished) faults.push(...incompleteText(text, locale, file));
  if (check.evidence) faults.push(...textFaults(text, { ...check, evidence: check.evidence, locale, file }));
  return { text, faults };
}

function titleFaults(record: WarningRecord, file: string, check: Checks): ForewarnError[] {
  const { evidence } = check;
  if (!evidence) return [];
  return LOCALES.flatMap((locale) => {
    const title = record.title[locale];
    return title === null ? [] : boundFaults(title, { ...check, evidence, locale, file });
  });
}

/** The scope of a record is that of its evidence. */
function scopeFaults({ scope }: WarningRecord, { cell }: Evidence, file: string): ForewarnError[] {
  const parts = new Map(cell.split("|").map((part) => part.split(":", 2) as [string, string]));
  return (["category", "problem", "region"] as const).flatMap((dim) => {
    const value = parts.get(dim) || null;
    if (scope[dim] === value) return [];
    const place = { file, column: `scope.${dim}`, ...(scope[dim] === null ? {} : { value: scope[dim] }) };
    return [fault("warnings.scope", { value: value ?? "null" }, place)];
  });
}

/** Reads and checks what stands in one folder: that of a warning, or that of a correction of it. */
function inspectContent(
  raw: RawContent,
  directory: string,
  options: ReadOptions & { unfinished?: (record: WarningRecord) => boolean },
): { content: WarningContent | null; faults: ForewarnError[] } {
  const at = (name: keyof typeof FILES) => path.join(directory, FILES[name]);
  const absent = (["record", "zh", "evidence"] as const).filter((name) => raw[name] === null);
  const faults = absent.map((name) => fault("warnings.noFile", {}, { file: at(name) }));
  for (const name of ["record", "zh", "en", "evidence"] as const) {
    // What is no UTF-8 was read with this sign in its place.
    const line = raw[name]?.split("\n").findIndex((text) => text.includes("\uFFFD")) ?? -1;
    if (line >= 0) faults.push(fault("warnings.encoding", {}, { file: at(name), line: line + 1 }));
  }
  const evidence = raw.evidence === null ? null : parseLocated(raw.evidence, at("evidence"), evidenceSchema);
  faults.push(...(evidence?.faults ?? []));
  const parsed = raw.record === null ? null : parseLocated(raw.record, at("record"), recordSchema);
  faults.push(...(parsed?.faults ?? []));
  const record = parsed?.value;
  if (!record) return { content: null, faults };

  const check: Checks = {
    ...options,
    evidence: evidence?.value ?? null,
    unfinished: options.unfinished?.(record) ?? false,
  };
  faults.push(...titleFaults(record, at("record"), check));
  if (check.evidence) faults.push(...scopeFaults(record, check.evidence, at("record")));
  if (options.naming && !check.unfinished) {
    const rules = { phones: options.phones ?? [], naming: options.naming };
    faults.push(...namingFaults(record, check.evidence, rules, at("record")));
  }
  if (record.title.en !== null && raw.en === null) faults.push(fault("warnings.noFile", {}, { file: at("en") }));
  if (record.title.en === null && raw.en !== null)
    faults.push(fault("warnings.missing", { field: "title.en" }, { file: at("record"), column: "title.en" }));
  const chinese = raw.zh === null ? null : readText(raw.zh, "zh", at("zh"), check);
  const english = raw.en === null ? null : readText(raw.en, "en", at("en"), check);
  faults.push(...(chinese?.faults ?? []), ...(english?.faults ?? []));
  if (!chinese || !check.evidence) return { content: null, faults };
  const hash = contentHash({ ...raw, record });
  return {
    content: { record, text: { zh: chinese.text, en: english?.text ?? null }, evidence: check.evidence, hash },
    faults,
  };
}

/**
 * What stands in the folder must be what the last step left: status, dates and signatures by its state, the text by its content. A
 * draft, and a correction that nobody has submitted, may be edited freely.
 */
function historyFaults(
  content: WarningContent,
  next: WarningContent | null,
  hasNext: boolean,
  entries: readonly HistoryEntry[],
  options: ReadOptions & { directory: string },
): ForewarnError[] {
  const { record, hash } = content;
  const file = path.join(options.directory, FILES.history);
  const last = entries.at(-1);
  const stage = stageOf(entries) ?? "draft";
  const status = statusOf(entries) ?? "draft";
  if (record.status !== status)
    return [fault("warnings.historyStatus", { status: record.status, last: last ? status : "—" }, { file })];
  const amended = isAmendment(stage);
  if (hasNext !== amended && !options.published)
    return [
      fault(
        amended ? "warnings.amendmentMissing" : "warnings.amendmentStray",
        {},
        { file: path.join(options.directory, NEXT) },
      ),
    ];
  if (!last || stage === "draft") return [];
  const changed = (what: string) => [
    fault("warnings.changed", { step: last.step, at: last.at }, { file: path.join(options.directory, what) }),
  ];
  const waits = stage === "in_review" || stage === "approved";
  const wanted = isPublic(status) ? publishedContent(entries) : last.content;
  if (hash !== wanted && !(waits && options.changing)) return changed(FILES.history);
  if (stateHash(record) !== last.state && !(waits && options.changing)) return changed(FILES.record);
  if (!next) return [];
  if (stateHash(next.record) !== stateHash(record))
    return [fault("warnings.amendmentState", {}, { file: path.join(options.directory, NEXT, FILES.record) })];
  if (stage === "amending" || options.changing || next.hash === last.content) return [];
  return changed(path.join(NEXT, FILES.record));
}

/** Checks what was read of a warning's folder; see `inspectWarning`. */
export function inspectRaw(given: RawWarning, directory: string, options: ReadOptions = {}): Inspected {
  const raw = options.published ? { ...given, next: null } : given;
  const id = options.id ?? path.basename(directory);
  if (!ID.test(id)) return { id, warning: null, faults: [fault("warnings.id", {}, { file: directory, value: id })] };
  const history = readHistory(raw.history ?? "", path.join(directory, FILES.history));
  const stage = stageOf(history.entries) ?? "draft";
  const own = inspectContent(raw, directory, {
    ...options,
    unfinished: ({ status }) => status === "draft" || status === "dismissed",
  });
  const next =
    raw.next === null
      ? null
      : inspectContent(raw.next, path.join(directory, NEXT), { ...options, unfinished: () => stage === "amending" });
  const faults = [...own.faults, ...(next?.faults ?? []), ...history.faults];
  if (own.content && history.faults.length === 0)
    faults.push(
      ...historyFaults(own.content, next?.content ?? null, raw.next !== null, history.entries, {
        ...options,
        directory,
      }),
    );
  if (faults.length > 0 || !own.content) return { id, warning: null, faults };
  const warning = { id, ...own.content, stage, history: history.entries, next: next?.content ?? null };
  return { id, warning, faults };
}

/**
 * Reads one warning's folder and checks it whole: form, completeness for its state, placeholders, typed numbers, and
 * the chain of its history.
 * @returns the warning, or null with every fault found (file, line, field, value)
 */
export async function inspectWarning(directory: string, options: ReadOptions = {}): Promise<Inspected> {
  return inspectRaw(await readRaw(directory), options.shown ?? directory, options);
}

/** The ids of the warnings in a folder; none where it is absent. Names that begin with a dot are passed over. */
export async function warningIds(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
    .map(({ name }) => name)
    .sort();
}

/** Whether a warning is public by its history or, where they do not agree, by what stands in its record. */
const mayBePublic = (raw: RawWarning): boolean => {
  const { entries } = readHistory(raw.history ?? "", FILES.history);
  const status = statusOf(entries);
  if (status !== null && isPublic(status)) return true;
  const written = parseLocated(raw.record ?? "", FILES.record, z.looseObject({ status: z.enum(PUBLIC_STATUSES) }));
  return written.value !== null;
};

/**
 * Inspects every folder of `warnings/`, by id: each by itself, the ids that they name, and that no number is given twice. What a
 * step left that was killed is put right first.
 */
export async function inspectWarnings(directory: string, options: ReadOptions = {}): Promise<Inspected[]> {
  await recoverAll(directory);
  const names = await warningIds(directory);
  const read = await Promise.all(
    names.map(async (name): Promise<Inspected | null> => {
      const folder = path.join(directory, name);
      const raw = await readRaw(folder);
      return options.published && !mayBePublic(raw) ? null : inspectRaw(raw, folder, options);
    }),
  );
  const all = read.filter((found) => found !== null);
  const ids = new Set(names);
  const numbers = new Map<string, string>();
  return all.map((found) => {
    const { warning } = found;
    if (!warning) return found;
    const { related, supersededBy, number } = warning.record;
    const file = path.join(directory, found.id, FILES.record);
    const faults = [...related, ...(supersededBy ? [supersededBy] : [])]
      .filter((id) => !ids.has(id))
      .map((value) => fault("warnings.unknownId", {}, { file, value }));
    const other = number === null ? undefined : numbers.get(number);
    if (number !== null && other !== undefined)
      faults.push(fault("warnings.sameNumber", { other }, { file, column: "number", value: number }));
    if (number !== null) numbers.set(number, found.id);
    return faults.length === 0 ? found : { ...found, warning: null, faults };
  });
}

/**
 * Reads all warnings, by id.
 * @throws ForewarnError at the first fault of any of them
 */
export async function readWarnings(directory: string, options: ReadOptions = {}): Promise<Warning[]> {
  const all = await inspectWarnings(directory, options);
  const first = all.flatMap((found) => found.faults)[0];
  if (first) throw first;
  return all.map((found) => found.warning).filter((warning) => warning !== null);
}
