import { fileURLToPath } from "node:url";
import { z } from "zod";
import { readYaml } from "../config/yaml.ts";
import { addDays, isDate } from "../day.ts";

const day = z.string().refine(isDate, { error: "a day such as 2026-04-15" });

/** Steps with a limit of time: to accept or refuse a complaint, to conclude its mediation, to check a report. */
export const STEPS = ["acceptance", "mediation", "report_check"] as const;
export type Step = (typeof STEPS)[number];

const limitSchema = z.strictObject({
  count: z.int().positive(),
  days: z.enum(["working", "natural"]),
  /** By how many more days the limit may be put off with approval. */
  extension: z.int().positive().optional(),
  /** What the clock stands still for. */
  stopsFor: z.enum(["appraisal"]).optional(),
  article: z.string().optional(),
});

const codeSchema = z.strictObject({ code: z.string(), zh: z.string(), en: z.string() });

const ruleSchema = z.strictObject({
  id: z.string(),
  zh: z.string(),
  en: z.string(),
  /** First and last day in force. */
  from: day,
  to: day.optional(),
  limits: z.partialRecord(z.enum(STEPS), limitSchema),
  /** Reasons not to accept a complaint 不予受理. */
  refusals: z.array(codeSchema).default([]),
  /** Ways in which a mediation ends without an agreement 终止调解. */
  endings: z.array(codeSchema).default([]),
});

const damagesSchema = z.strictObject({
  id: z.string(),
  from: day,
  /** Group of goods that it is about; all where it is left out. */
  category: z.string().optional(),
  /** Added damages are so many times the price, and at least `floor`. */
  times: z.int().positive(),
  floor: z.int().positive(),
});

export const lawSchema = z.strictObject({
  version: z.int(),
  damages: z.array(damagesSchema),
  rules: z.array(ruleSchema).min(1),
});

export type Limit = z.infer<typeof limitSchema>;
export type Rule = z.infer<typeof ruleSchema>;
export type Law = z.infer<typeof lawSchema>;

const SHIPPED = fileURLToPath(new URL("../../data/reference/law.yaml", import.meta.url));

/** Reads `data/reference/law.yaml`, or rules of the same form at `file`. */
export async function readLaw(file = SHIPPED): Promise<Law> {
  return readYaml(file, lawSchema);
}

/** A limit with the rule that sets it. */
export interface Standing {
  readonly rule: Rule;
  readonly limit: Limit;
}

/** The rules that set a limit for a step that begins on `day`, in the order of the file; none before the first of them. */
export function standingOn(law: Law, step: Step, day: string): Standing[] {
  return law.rules.flatMap((rule) => {
    const limit = rule.limits[step];
    return limit !== undefined && rule.from <= day && day <= (rule.to ?? "9999-12-31") ? [{ rule, limit }] : [];
  });
}

/** The one limit that counts: of several that stand, that of the rule `overlap`, else that of the last one. Null: none. */
export function limitOn(law: Law, step: Step, day: string, overlap: string): Standing | null {
  const standing = standingOn(law, step, day);
  return standing.find(({ rule }) => rule.id === overlap) ?? standing.at(-1) ?? null;
}

/** Days through which one limit counts for a step. */
export interface Stretch {
  readonly step: Step;
  readonly from: string;
  readonly to: string;
  readonly rule: string;
  readonly count: number;
  readonly days: "working" | "natural";
  readonly stopsFor: string | null;
}

/** The limits of a step through the days from `from` to `to`, in their order; days without a limit are in none. */
export function stretchesOf(law: Law, step: Step, overlap: string, from: string, to: string): Stretch[] {
  const edges = law.rules.flatMap((rule) => [rule.from, ...(rule.to === undefined ? [] : [addDays(rule.to, 1)])]);
  const begins = [...new Set([from, ...edges.filter((edge) => edge > from && edge <= to)])].sort();
  return begins.flatMap((begin, i) => {
    const standing = limitOn(law, step, begin, overlap);
    if (standing === null) return [];
    const { rule, limit } = standing;
    const next = begins[i + 1];
    return [
      {
        step,
        from: begin,
        to: next === undefined ? to : addDays(next, -1),
        rule: rule.id,
        count: limit.count,
        days: limit.days,
        stopsFor: limit.stopsFor ?? null,
      },
    ];
  });
}
