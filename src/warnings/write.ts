import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { stringify } from "yaml";
import type { Evidence } from "./evidence.ts";
import { contentHash, type HistoryEntry, type NewHistoryEntry, nextEntry } from "./history.ts";
import { ID, recordSchema, type WarningRecord } from "./record.ts";

/** What a new warning consists of; the steps of its history are chained and bound to the content here. */
export interface NewWarning {
  readonly id: string;
  readonly record: WarningRecord;
  readonly zh: string;
  readonly en: string | null;
  readonly evidence: Evidence;
  readonly steps: readonly Omit<NewHistoryEntry, "content">[];
}

/**
 * Writes a new warning's folder, whole or not at all.
 * @throws ZodError where the record is not valid; an error of the file system where the folder exists
 */
export async function writeWarning(warningsDirectory: string, warning: NewWarning): Promise<string> {
  if (!ID.test(warning.id)) throw new TypeError(`not an id of a warning: ${warning.id}`);
  const record = recordSchema.parse(warning.record);
  const evidence = `${JSON.stringify(warning.evidence, null, 2)}\n`;
  const content = contentHash({ record, zh: warning.zh, en: warning.en, evidence });
  const history: HistoryEntry[] = [];
  for (const step of warning.steps) history.push(nextEntry(history.at(-1) ?? null, { ...step, content }));

  const directory = path.join(warningsDirectory, warning.id);
  const next = path.join(warningsDirectory, `.${warning.id}.new`);
  await rm(next, { recursive: true, force: true });
  await mkdir(next, { recursive: true });
  const write = (name: string, text: string) => writeFile(path.join(next, name), text);
  await write("warning.yaml", stringify(record, { lineWidth: 0 }));
  await write("zh.md", warning.zh);
  if (warning.en !== null) await write("en.md", warning.en);
  await write("evidence.json", evidence);
  await write("history.jsonl", history.map((entry) => `${JSON.stringify(entry)}\n`).join(""));
  await rename(next, directory);
  return directory;
}
