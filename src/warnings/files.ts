import path from "node:path";
import { readIfAny } from "../files/read.ts";
import type { Evidence } from "./evidence.ts";

/** The files of a warning's folder; those of a correction in the making lie in `next/`, but for the history. */
export const FILES = {
  record: "warning.yaml",
  zh: "zh.md",
  en: "en.md",
  evidence: "evidence.json",
  history: "history.jsonl",
} as const;

/** The folder, inside a warning's own, that holds a correction of it while that is being made. */
export const NEXT = "next";

/** The text of `evidence.json`. */
export const evidenceText = (evidence: Evidence): string => `${JSON.stringify(evidence, null, 2)}\n`;

/** What a warning's folder holds, unread; null for a file that is not there. */
export interface RawContent {
  readonly record: string | null;
  readonly zh: string | null;
  readonly en: string | null;
  readonly evidence: string | null;
}

export interface RawWarning extends RawContent {
  readonly history: string | null;
  /** The correction that is being made; null where there is none. */
  readonly next: RawContent | null;
}

async function readContent(directory: string): Promise<RawContent> {
  const [record = null, zh = null, en = null, evidence = null] = await Promise.all(
    [FILES.record, FILES.zh, FILES.en, FILES.evidence].map((name) => readIfAny(path.join(directory, name))),
  );
  return { record, zh, en, evidence };
}

/** Reads the files of a warning's folder. */
export async function readRaw(directory: string): Promise<RawWarning> {
  const [own, next, history] = await Promise.all([
    readContent(directory),
    readContent(path.join(directory, NEXT)),
    readIfAny(path.join(directory, FILES.history)),
  ]);
  const hasNext = Object.values(next).some((text) => text !== null);
  return { ...own, history, next: hasNext ? next : null };
}
