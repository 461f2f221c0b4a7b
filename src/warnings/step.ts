import path from "node:path";
import { parseDocument } from "yaml";
import { addDays } from "../day.ts";
import { EXIT, ForewarnError } from "../errors.ts";
import type { Evidence } from "./evidence.ts";
import { evidenceText, FILES, NEXT, type RawContent, type RawWarning, readRaw } from "./files.ts";
import { type Changes, recover, replaceFolder, whileLocked } from "./folder.ts";
import {
  contentHash,
  type HistoryEntry,
  historyText,
  nextEntry,
  signers,
  stageOf,
  stateHash,
  stateOfRecord,
  statusOf,
  stepFault,
} from "./history.ts";
import { parseLocated } from "./located.ts";
import { nextNumber } from "./numbers.ts";
import { inspectRaw, type Warning, warningIds } from "./read.ts";
import { isInForce, recordSchema, type Told, type WarningRecord } from "./record.ts";
import type { WarningRules } from "./rules.ts";
import { isAmendment, type Stage, type Step, stageAfter, stagesBefore } from "./stages.ts";

/** Who may take which step, by name; anyone where a list is left out. */
export interface People {
  readonly authors?: readonly string[] | undefined;
  readonly reviewers?: readonly string[] | undefined;
  readonly approvers?: readonly string[] | undefined;
}

/** What a step needs beside who and why. */
export interface StepDetails {
  /** publish: a number, where it shall not be the next one. */
  readonly number?: string | undefined;
  readonly reviewBy?: string | undefined;
  readonly expires?: string | undefined;
  /** publish of a correction: what was corrected. withdraw: why, in words for the public. */
  readonly told?: Told | undefined;
  /** correct: the evidence to begin with, where it shall not be the published one. */
  readonly evidence?: Evidence | undefined;
  /** supersede: the warning that takes its place. */
  readonly by?: string | undefined;
}

export interface StepRequest {
  readonly directory: string;
  readonly id: string;
  readonly step: Exclude<Step, "draft">;
  readonly who: string;
  readonly why: string;
  /** The time in the bureau's zone with its offset, and the day of it. */
  readonly at: string;
  readonly today: string;
  /** The current release; null where there is none. */
  readonly release: string | null;
  readonly rules: WarningRules & { readonly reviewDays: number; readonly inForceDays: number; readonly people: People };
  /** The beginning of the hash that the person saw: refused where something else lies there by now. */
  readonly seen?: string | undefined;
  readonly details?: StepDetails;
}

const ROLES: Readonly<Partial<Record<Step, keyof People>>> = {
  submit: "authors",
  correct: "authors",
  review: "reviewers",
  approve: "approvers",
  reaffirm: "approvers",
};

function checkRole({ step, who, rules }: StepRequest, file: string): void {
  const role = ROLES[step];
  const list = role && rules.people[role];
  if (list && !list.includes(who))
    throw new ForewarnError("warnings.step.role", { who, step, list: list.join(", ") }, { place: { file } });
}

/** The fields of the record that a step sets; see `stages.ts` for where it leads. */
function recordAfter(request: StepRequest, warning: Warning): Partial<WarningRecord> {
  const { step, who, today, details = {}, rules } = request;
  const { record, stage } = warning;
  const { author, reviewer } = record.signatures;
  const told = () => {
    if (!details.told) throw new ForewarnError("warnings.step.told", { step }, { exitCode: EXIT.usage });
    return details.told;
  };
  // The signatures of a correction stand in the history until it is published.
  if (isAmendment(stage) && ["submit", "review", "approve", "return"].includes(step)) return {};
  switch (step) {
    case "submit":
      return { status: "in_review", signatures: { author: who, reviewer: null, approver: null } };
    case "review":
      return { signatures: { author, reviewer: who, approver: null } };
    case "approve":
      return { status: "approved", signatures: { author, reviewer, approver: who } };
    case "return":
      return { status: "draft", signatures: { author, reviewer: null, approver: null } };
    case "publish": {
      if (stage === "approved")
        return {
          status: "published",
          number: record.number ?? details.number ?? null,
          issued: today,
          reviewBy: details.reviewBy ?? record.reviewBy ?? addDays(today, rules.reviewDays),
          expires: details.expires ?? record.expires ?? addDays(today, rules.inForceDays),
        };
      const { reviewBy = record.reviewBy, expires = record.expires } = details;
      const signed = signers(warning.history) as WarningRecord["corrections"][number];
      const correction = {
        date: today,
        ...told(),
        author: signed.author,
        reviewer: signed.reviewer,
        approver: signed.approver,
      };
      return {
        status: "corrected",
        updated: today,
        reviewBy,
        expires,
        corrections: [...record.corrections, correction],
      };
    }
    case "dismiss":
      return { status: "dismissed" };
    case "supersede":
      return { status: "superseded", supersededBy: details.by ?? null, updated: today };
    case "expire":
      return (record.expires ?? today) < today
        ? { status: "expired" }
        : { status: "expired", expires: today, reviewBy: earlier(record.reviewBy, today), updated: today };
    case "withdraw":
      return { status: "withdrawn", reason: told(), updated: today };
    default:
      return {};
  }
}

const earlier = (date: string | null, other: string): string => (date !== null && date < other ? date : other);

/** The YAML with some fields set anew; comments and order stay. */
function setFields(yaml: string, fields: Readonly<Record<string, unknown>>): string {
  if (Object.keys(fields).length === 0) return yaml;
  const document = parseDocument(yaml);
  for (const [name, value] of Object.entries(fields)) document.set(name, document.createNode(value));
  return document.toString({ lineWidth: 0 });
}

/** Refuses a step that is not open at this stage, and says from where it would be. */
function checkStage(request: StepRequest, entries: readonly HistoryEntry[], file: string): Stage {
  const { step } = request;
  const stage = stageOf(entries) ?? "draft";
  const to = stageAfter(step, stage, statusOf(entries));
  if (to !== null) return to;
  const params = { step, stage, from: stagesBefore(step).join(", ") };
  throw new ForewarnError("warnings.step.forbidden", params, { place: { file } });
}

/** The files of a correction that is opened: copies of what is published. */
const opened = (raw: RawWarning, evidence: Evidence | undefined): Changes => ({
  [path.posix.join(NEXT, FILES.record)]: raw.record,
  [path.posix.join(NEXT, FILES.zh)]: raw.zh,
  [path.posix.join(NEXT, FILES.en)]: raw.en,
  [path.posix.join(NEXT, FILES.evidence)]: evidence ? evidenceText(evidence) : raw.evidence,
});

async function checkSuccessor({ directory, id, rules, details }: StepRequest): Promise<void> {
  const by = details?.by;
  if (by === undefined || by === id || !(await warningIds(directory)).includes(by))
    throw new ForewarnError("warnings.unknownId", {}, { place: { file: path.join(directory, by ?? id) } });
  const found = inspectRaw(await readRaw(path.join(directory, by)), path.join(directory, by), rules);
  if (found.faults[0]) throw found.faults[0];
  const status = found.warning?.record.status ?? "draft";
  if (!isInForce(status))
    throw new ForewarnError("warnings.step.successor", { status }, { place: { file: path.join(directory, by) } });
}

/** What would stand in the folder after the changes. */
function afterwards(raw: RawWarning, changes: Changes): RawWarning {
  const read = (lead: string, old: RawContent | null): RawContent => {
    const of = (name: keyof RawContent) => {
      const file = path.posix.join(lead, FILES[name]);
      return Object.hasOwn(changes, file) ? (changes[file] ?? null) : (old?.[name] ?? null);
    };
    return { record: of("record"), zh: of("zh"), en: of("en"), evidence: of("evidence") };
  };
  const next = changes[NEXT] === null ? null : read(NEXT, raw.next);
  return { ...read("", raw), history: raw.history, next: next?.record == null ? null : next };
}

/** Record and hash of what would stand there. */
function signed(raw: RawContent, directory: string): { record: WarningRecord; hash: string } {
  const { value, faults } = parseLocated(raw.record ?? "", path.join(directory, FILES.record), recordSchema);
  const refused = ForewarnError.of(faults);
  if (refused || value === null) throw refused;
  return { record: value, hash: contentHash({ ...raw, record: value }) };
}

/** The files that a step leaves, but for the history. */
async function filesAfter(request: StepRequest, raw: RawWarning, warning: Warning, to: Stage): Promise<Changes> {
  const { directory, step, today } = request;
  let fields = recordAfter(request, warning);
  if (step === "publish" && to === "published" && fields.number === null)
    fields = { ...fields, number: await nextNumber(directory, warning.record.kind, today.slice(0, 4)) };
  if (step === "publish" && raw.next) {
    // What the correction says, with the state of what it corrects.
    const state = { ...stateOfRecord(warning.record), ...fields };
    return {
      [FILES.record]: setFields(raw.next.record ?? "", state),
      [FILES.zh]: raw.next.zh,
      [FILES.en]: raw.next.en,
      [FILES.evidence]: raw.next.evidence,
      [NEXT]: null,
    };
  }
  return {
    [FILES.record]: setFields(raw.record ?? "", fields),
    ...(step === "correct" ? opened(raw, request.details?.evidence) : {}),
    ...(raw.next && !isAmendment(to) ? { [NEXT]: null } : {}),
  };
}

async function perform(request: StepRequest): Promise<Warning> {
  const { directory, id, step, who, why, at, release, rules, seen } = request;
  const folder = path.join(directory, id);
  const place = { file: folder };
  if (!(await warningIds(directory)).includes(id))
    throw new ForewarnError("warnings.unknown", { id }, { place: { file: directory } });
  const raw = await readRaw(folder);
  const { warning, faults } = inspectRaw(raw, folder, { ...rules, changing: step === "submit" });
  const refused = ForewarnError.of(faults);
  if (refused || !warning) throw refused;
  checkRole(request, folder);
  const to = checkStage(request, warning.history, folder);
  const lies = (warning.next ?? warning).hash;
  if (seen !== undefined && !lies.startsWith(seen))
    throw new ForewarnError("warnings.step.seen", { seen, now: lies.slice(0, 12) }, { place });
  const early = warning.history.length === 0 ? null : stepFault(warning.history, { step, who, content: lies, at });
  if (early) throw new ForewarnError(early.key, early.params, { place });
  if (step === "supersede") await checkSuccessor(request);

  const changes = await filesAfter(request, raw, warning, to);
  const next = afterwards(raw, changes);
  const own = signed(next, folder);
  const content = next.next ? signed(next.next, path.join(folder, NEXT)).hash : own.hash;
  const entries = [...warning.history];
  const add = (name: Step, from: Stage | null, leads: Stage, hash: string, state: string) => {
    const entry = { step: name, from, to: leads, at, who, why, release, content: hash, state };
    const found = stepFault(entries, entry);
    if (found) throw new ForewarnError(found.key, found.params, { place });
    entries.push(nextEntry(entries.at(-1) ?? null, entry));
  };
  // A draft that was made by hand has no history yet: whoever takes its first step has drafted it.
  if (entries.length === 0) add("draft", null, "draft", warning.hash, stateHash(warning.record));
  add(step, stageOf(entries), to, content, stateHash(own.record));
  const check = async (made: string) => {
    const broken = ForewarnError.of(inspectRaw(await readRaw(made), folder, { ...rules, id }).faults);
    if (broken) throw broken;
  };
  await replaceFolder(directory, id, { ...changes, [FILES.history]: historyText(entries) }, check);
  const done = inspectRaw(await readRaw(folder), folder, rules).warning;
  if (!done) throw new TypeError(`${folder} was changed while it was written`);
  return done;
}

/**
 * Takes one step in the life of a warning: checks that it is open, that whoever takes it may, and that what would stand there
 * is whole; then writes record and history, all or nothing. `submit` takes what was edited; all other steps
 * refuse what differs from what was submitted.
 * @returns the warning as it stands afterwards
 * @throws ForewarnError with what is wrong and what would be right; the folder is then as it was
 */
export async function takeStep(request: StepRequest): Promise<Warning> {
  const { directory, id, step } = request;
  return whileLocked(directory, id, request, async () => {
    await recover(directory, id);
    // No two warnings may be given one number.
    return step === "publish" ? whileLocked(directory, "numbers", request, () => perform(request)) : perform(request);
  });
}
