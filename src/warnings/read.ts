import { readdir } from "node:fs/promises";
import path from "node:path";
import type { ForewarnError } from "../errors.ts";
import { readIfAny } from "../files/read.ts";
import { LOCALES, type Locale } from "../i18n/define.ts";
import { boundFaults, textFaults } from "./bind.ts";
import { type Evidence, evidenceSchema } from "./evidence.ts";
import { contentHash, type HistoryEntry, readHistory } from "./history.ts";
import { fault, parseLocated } from "./located.ts";
import { ID, recordSchema, type WarningRecord } from "./record.ts";
import { incompleteText, parseText, type WarningText } from "./text.ts";

/** A consumer warning as it stands in its folder `warnings/<id>/`. */
export interface Warning {
  readonly id: string;
  readonly record: WarningRecord;
  /** Text in each language, placeholders and all; English may be absent. See `bindText`. */
  readonly text: { readonly zh: WarningText; readonly en: WarningText | null };
  readonly evidence: Evidence;
  readonly history: readonly HistoryEntry[];
}

export interface ReadOptions {
  /** The bureau's own numbers to call, which its texts may hold. */
  readonly phones?: readonly string[];
}

export interface Inspected {
  readonly id: string;
  readonly warning: Warning | null;
  readonly faults: readonly ForewarnError[];
}

const FILES = { record: "warning.yaml", zh: "zh.md", en: "en.md", evidence: "evidence.json", history: "history.jsonl" };

/** Reads one language and says what is wrong with it; a warning that is still a draft may be incomplete. */
function readText(markdown: string, locale: Locale, file: string, record: WarningRecord, check: Checks) {
  const { text, faults } = parseText(markdown, locale, file);
  if (record.status !== "draft") faults.push(...incompleteText(text, locale, file));
  if (check.evidence) faults.push(...textFaults(text, { ...check, evidence: check.evidence, locale, file }));
  return { text, faults };
}

interface Checks extends ReadOptions {
  readonly evidence: Evidence | null;
}

function titleFaults(record: WarningRecord, file: string, check: Checks): ForewarnError[] {
  const { evidence } = check;
  if (!evidence) return [];
  return LOCALES.flatMap((locale) => {
    const title = record.title[locale];
    return title === null ? [] : boundFaults(title, { ...check, evidence, locale, file });
  });
}

/** From review on, the last step of the history tells the state, and its hash covers what stands in the folder. */
function historyFaults(record: WarningRecord, entries: readonly HistoryEntry[], content: string, file: string) {
  if (record.status === "draft") return [];
  const last = entries.at(-1);
  if (last?.to !== record.status)
    return [fault("warnings.historyStatus", { status: record.status, last: last?.to ?? "—" }, { file })];
  return last.content === content ? [] : [fault("warnings.changed", { step: last.step, at: last.at }, { file })];
}

/**
 * Reads one warning's folder and checks it whole: form, completeness for its state, placeholders, typed numbers, and
 * the chain of its history.
 * @returns the warning, or null with every fault found (file, line, field, value)
 */
export async function inspectWarning(directory: string, options: ReadOptions = {}): Promise<Inspected> {
  const id = path.basename(directory);
  const at = (name: keyof typeof FILES) => path.join(directory, FILES[name]);
  if (!ID.test(id)) return { id, warning: null, faults: [fault("warnings.id", {}, { file: directory, value: id })] };
  const [yaml, zh, en, json, lines] = await Promise.all(
    (["record", "zh", "en", "evidence", "history"] as const).map((name) => readIfAny(at(name))),
  );
  const absent = (["record", "zh", "evidence"] as const).filter((_, i) => [yaml, zh, json][i] === null);
  const faults = absent.map((name) => fault("warnings.noFile", {}, { file: at(name) }));
  const evidence = json == null ? null : parseLocated(json, at("evidence"), evidenceSchema);
  faults.push(...(evidence?.faults ?? []));
  const parsed = yaml == null ? null : parseLocated(yaml, at("record"), recordSchema);
  faults.push(...(parsed?.faults ?? []));
  const record = parsed?.value;
  if (!record) return { id, warning: null, faults };

  const check: Checks = { ...options, evidence: evidence?.value ?? null };
  faults.push(...titleFaults(record, at("record"), check));
  if (record.title.en !== null && en == null) faults.push(fault("warnings.noFile", {}, { file: at("en") }));
  if (record.title.en === null && en != null)
    faults.push(fault("warnings.missing", { field: "title.en" }, { file: at("record"), column: "title.en" }));
  const chinese = zh == null ? null : readText(zh, "zh", at("zh"), record, check);
  const english = en == null ? null : readText(en, "en", at("en"), record, check);
  faults.push(...(chinese?.faults ?? []), ...(english?.faults ?? []));
  const history = readHistory(lines ?? "", at("history"));
  faults.push(...history.faults);
  const content = contentHash({ record, zh: zh ?? null, en: en ?? null, evidence: json ?? null });
  if (history.faults.length === 0) faults.push(...historyFaults(record, history.entries, content, at("history")));

  if (faults.length > 0 || !chinese || !check.evidence) return { id, warning: null, faults };
  return {
    id,
    warning: {
      id,
      record,
      text: { zh: chinese.text, en: english?.text ?? null },
      evidence: check.evidence,
      history: history.entries,
    },
    faults,
  };
}

/** Inspects every folder of `warnings/`, by id. None where the folder is absent; names that begin with a dot are passed over. */
export async function inspectWarnings(directory: string, options: ReadOptions = {}): Promise<Inspected[]> {
  const entries = await readdir(directory, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  const names = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith(".")).map(({ name }) => name);
  const all = await Promise.all(names.sort().map((name) => inspectWarning(path.join(directory, name), options)));
  const ids = new Set(names);
  return all.map((found) => {
    const { warning } = found;
    if (!warning) return found;
    const { related, supersededBy } = warning.record;
    const lost = [...related, ...(supersededBy ? [supersededBy] : [])].filter((id) => !ids.has(id));
    if (lost.length === 0) return found;
    const file = path.join(directory, found.id, FILES.record);
    return { ...found, warning: null, faults: lost.map((value) => fault("warnings.unknownId", {}, { file, value })) };
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
