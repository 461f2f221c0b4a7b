import type { Evidence } from "../../src/warnings/evidence.ts";
import type { WarningRecord } from "../../src/warnings/record.ts";
import type { StepDetails, StepRequest } from "../../src/warnings/step.ts";
import { takeStep } from "../../src/warnings/step.ts";
import { writeDraft } from "../../src/warnings/write.ts";

/** The rules of a bureau that changed none of its settings. */
export const RULES: StepRequest["rules"] = {
  phones: ["12315"],
  naming: { allowed: false, minimumTickets: 10, replyDays: 10 },
  reviewDays: 30,
  inForceDays: 90,
  people: {},
};

export const PEOPLE = { author: "王样例（虚构）", reviewer: "李样例（虚构）", approver: "赵样例（虚构）" } as const;

export interface MadeUp {
  readonly id: string;
  /** As it shall stand in the end; the steps that lead there are taken. */
  readonly record: WarningRecord;
  readonly zh: string;
  readonly en: string | null;
  readonly evidence: Evidence;
}

/** Takes a step at nine o'clock of a made-up day. */
export function step(
  directory: string,
  id: string,
  name: StepRequest["step"],
  who: string,
  options: {
    day?: string;
    why?: string;
    details?: StepDetails;
    seen?: string;
    rules?: Partial<StepRequest["rules"]>;
  } = {},
) {
  const { day = "2026-06-17", why = "样例", details = {}, seen, rules = {} } = options;
  return takeStep({
    directory,
    id,
    step: name,
    who,
    why,
    at: `${day}T09:00:00+08:00`,
    today: day,
    release: "2026-06-17-0123abcd",
    rules: { ...RULES, ...rules },
    seen,
    details,
  });
}

/** Writes a made-up warning as a draft and takes the steps that lead it to the state of `record`. */
export async function makeWarning(directory: string, { id, record, zh, en, evidence }: MadeUp): Promise<void> {
  const { author, reviewer, approver } = PEOPLE;
  const day = record.issued ?? "2026-06-17";
  const draft: WarningRecord = {
    ...record,
    status: "draft",
    number: null,
    signatures: { author: null, reviewer: null, approver: null },
    issued: null,
    updated: null,
    reason: null,
    supersededBy: null,
    corrections: [],
  };
  await writeDraft(
    directory,
    { record: draft, zh, en, evidence, who: author, why: "样例", at: `${day}T09:00:00+08:00` },
    id,
  );
  if (record.status === "draft") return;
  const take = (name: StepRequest["step"], who: string, on: string, details: StepDetails = {}) =>
    step(directory, id, name, who, { day: on, details });
  await take("submit", author, day);
  if (record.status === "in_review") return;
  await take("review", reviewer, day);
  await take("approve", approver, day);
  if (record.status === "approved") return;
  await take("publish", approver, day, { number: record.number ?? undefined });
  const later = record.updated ?? day;
  if (record.status === "withdrawn") await take("withdraw", approver, later, { told: record.reason ?? undefined });
  if (record.status === "superseded")
    await take("supersede", approver, later, { by: record.supersededBy ?? undefined });
  if (record.status === "expired") await take("expire", approver, record.expires ?? later);
  if (record.status !== "corrected") return;
  for (const { date, zh: told, en: english } of record.corrections) {
    await take("correct", author, date);
    await take("submit", author, date);
    await take("review", reviewer, date);
    await take("approve", approver, date);
    await take("publish", approver, date, { told: { zh: told, en: english } });
  }
}
