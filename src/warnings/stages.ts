import { STATUSES, type WarningStatus } from "./record.ts";

/**
 * Where a warning stands in its life: its status or, while a correction of a published text is being made, how far that
 * is. The published text stays as it is until the correction takes its place.
 */
export const STAGES = [...STATUSES, "amending", "amendment_in_review", "amendment_approved"] as const;
export type Stage = (typeof STAGES)[number];

/** What someone did to a warning. */
export const STEPS = [
  "draft",
  "submit",
  "review",
  "return",
  "approve",
  "publish",
  "dismiss",
  "correct",
  "drop",
  "reaffirm",
  "supersede",
  "expire",
  "withdraw",
] as const;
export type Step = (typeof STEPS)[number];

const LIVING = ["published", "corrected"] as const;
const AMENDED = ["amending", "amendment_in_review", "amendment_approved"] as const;
const WAITING = ["draft", "in_review", "approved"] as const;
/** `drop` leads back to the status that stood before the correction was begun. */
const BACK = Symbol("the status before");

type Rule = Readonly<Partial<Record<Stage | "none", Stage | typeof BACK>>>;

const all = <K extends Stage, T extends Stage | typeof BACK>(from: readonly K[], to: T) =>
  Object.fromEntries(from.map((stage) => [stage, to])) as Record<K, T>;

/**
 * The life of a warning as a table: from which stages a step may be taken, and where it leads. What is not here is
 * forbidden. A text that is changed in review, or after it was approved, is submitted anew and needs all signatures again.
 */
const RULES: Readonly<Record<Step, Rule>> = {
  draft: { none: "draft" },
  submit: { ...all(WAITING, "in_review"), ...all(AMENDED, "amendment_in_review") },
  review: { in_review: "in_review", amendment_in_review: "amendment_in_review" },
  return: {
    ...all(["in_review", "approved"], "draft"),
    ...all(["amendment_in_review", "amendment_approved"], "amending"),
  },
  approve: { in_review: "approved", amendment_in_review: "amendment_approved" },
  publish: { approved: "published", amendment_approved: "corrected" },
  dismiss: all(WAITING, "dismissed"),
  correct: all(LIVING, "amending"),
  drop: all(AMENDED, BACK),
  reaffirm: { published: "published", corrected: "corrected" },
  supersede: all([...LIVING, ...AMENDED, "expired"], "superseded"),
  expire: all([...LIVING, ...AMENDED], "expired"),
  withdraw: all([...LIVING, ...AMENDED, "superseded", "expired"], "withdrawn"),
};

/**
 * Where a step leads from a stage (null: there is no warning yet), or null where it is forbidden.
 * @param before the last status that was not the stage of a correction
 */
export function stageAfter(step: Step, from: Stage | null, before: WarningStatus | null): Stage | null {
  const to = RULES[step][from ?? "none"];
  if (to === undefined) return null;
  return to === BACK ? before : to;
}

/** The stages from which a step may be taken. */
export const stagesBefore = (step: Step): readonly Stage[] =>
  STAGES.filter((stage) => RULES[step][stage] !== undefined);

/** The steps that may be taken at a stage. */
export const stepsAt = (stage: Stage): readonly Step[] => STEPS.filter((step) => RULES[step][stage] !== undefined);

/** Whether a warning, or a correction of one, waits for a person at a stage. */
export const isWaiting = (stage: Stage): boolean => isAmendment(stage) || (WAITING as readonly Stage[]).includes(stage);

export const isAmendment = (stage: Stage): stage is (typeof AMENDED)[number] =>
  (AMENDED as readonly Stage[]).includes(stage);
