import path from "node:path";
import type { Settings } from "../config/settings.ts";
import { addDays } from "../day.ts";
import { LOCALES, type Locale } from "../i18n/define.ts";
import { translate } from "../i18n/translate.ts";
import { openRelease } from "../release/read.ts";
import { parseCell } from "../warnings/cell.ts";
import { draftOf } from "../warnings/draft.ts";
import type { Evidence } from "../warnings/evidence.ts";
import { momentIn } from "../warnings/moment.ts";
import { propose } from "../warnings/propose.ts";
import { readWarnings } from "../warnings/read.ts";
import type { WarningKind, WarningRisk } from "../warnings/record.ts";
import { rulesOf } from "../warnings/rules.ts";
import { type StepDetails, type StepRequest, takeStep } from "../warnings/step.ts";
import { draftText, readTemplates, templatesFor, type WarningTemplates } from "../warnings/templates.ts";
import { type NewDraft, writeDraft } from "../warnings/write.ts";
import { quietEvidence } from "./sample-evidence.ts";

/** How far a sample is led: the stages of the life of a warning. */
type Goal =
  | "draft"
  | "in_review"
  | "approved"
  | "published"
  | "corrected"
  | "amending"
  | "expired"
  | "withdrawn"
  | "dismissed"
  | "superseded"
  // Its last day passes without anyone doing anything.
  | "ran_out";

interface Sample {
  readonly kind: WarningKind;
  readonly risk: WarningRisk;
  readonly goal: Goal;
  /** Whether it is written in Chinese only. */
  readonly chinese?: true;
}

/** What the samples are: first those of the release's rises, in the order of the list, then those that warn of none. */
const RISES: readonly Sample[] = [
  { kind: "warning", risk: "high", goal: "corrected" },
  { kind: "warning", risk: "medium", goal: "published" },
  { kind: "warning", risk: "medium", goal: "in_review" },
];
const QUIET: readonly Sample[] = [
  { kind: "early_warning", risk: "serious", goal: "published" },
  { kind: "advice", risk: "low", goal: "amending", chinese: true },
  { kind: "advice", risk: "not_given", goal: "superseded" },
  { kind: "advice", risk: "not_given", goal: "expired" },
  { kind: "advice", risk: "low", goal: "withdrawn" },
  { kind: "advice", risk: "not_given", goal: "approved" },
  { kind: "advice", risk: "not_given", goal: "draft" },
  { kind: "advice", risk: "not_given", goal: "dismissed" },
  { kind: "advice", risk: "medium", goal: "ran_out" },
];

export interface SampleOptions {
  /** Folder of the release, `releases/<id>`. */
  readonly release: string;
  readonly warningsDirectory: string;
  readonly settings: Settings;
}

const person = (role: "author" | "reviewer" | "approver") => translate("zh", `warnings.samplePerson.${role}`);

/** The draft of a sample that warns of no rise: its title and first paragraph say so. */
function quietDraft(evidence: Evidence, sample: Sample, templates: WarningTemplates, base: NewDraft): NewDraft {
  const scope = parseCell(evidence.cell);
  const { problem } = templatesFor(templates, scope);
  const text = draftText(templates, scope);
  const key = sample.kind === "advice" ? "warnings.sample.adviceTitle" : "warnings.sample.earlyTitle";
  const [zh, en] = LOCALES.map((locale: Locale) => {
    const lead = translate(locale, "warnings.sample.adviceLead", { act: problem.act[locale] });
    return `${lead}\n${text[locale].slice(text[locale].indexOf("\n") + 1)}`;
  }) as [string, string];
  const title = { zh: translate("zh", key), en: sample.chinese ? null : translate("en", key) };
  return { ...base, zh, en: sample.chinese ? null : en, record: { ...base.record, title } };
}

/** Days after the release's as-of date on which a sample is published, and on which something more happens to it. */
const PUBLISHED = 2;
const LATER = 6;

/** The last day on which anything happens to the samples of a release. */
export const samplesUntil = (asOf: string): string => addDays(asOf, LATER);

async function lead(
  id: string,
  goal: Goal,
  { warningsDirectory, settings }: SampleOptions,
  asOf: string,
  release: string,
  by?: string,
): Promise<void> {
  const take = (
    step: StepRequest["step"],
    role: "author" | "reviewer" | "approver",
    days: number,
    details: StepDetails = {},
  ) => {
    const day = addDays(asOf, days);
    return takeStep({
      directory: warningsDirectory,
      id,
      step,
      who: person(role),
      why: translate("zh", "warnings.sampleWhy"),
      at: momentIn(new Date(`${day}T04:00:00Z`), settings.timeZone),
      today: day,
      release,
      rules: { ...rulesOf(settings), ...settings.warnings, people: {} },
      details,
    });
  };
  const told = (key: "warnings.sample.withdrawn" | "warnings.sample.corrected") => ({
    told: { zh: translate("zh", key), en: translate("en", key) },
  });
  if (goal === "draft") return;
  if (goal === "dismissed") {
    await take("dismiss", "reviewer", 1);
    return;
  }
  await take("submit", "author", 1);
  if (goal === "in_review") return;
  await take("review", "reviewer", 1);
  await take("approve", "approver", PUBLISHED);
  if (goal === "approved") return;
  const short = { expires: addDays(asOf, LATER - 1), reviewBy: addDays(asOf, LATER - 1) };
  await take("publish", "approver", PUBLISHED, goal === "ran_out" ? short : {});
  if (goal === "superseded") await take("supersede", "approver", LATER, { by });
  if (goal === "withdrawn") await take("withdraw", "approver", LATER, told("warnings.sample.withdrawn"));
  if (goal === "expired") await take("expire", "approver", LATER);
  if (goal === "amending" || goal === "corrected") await take("correct", "author", LATER);
  if (goal !== "corrected") return;
  await take("submit", "author", LATER);
  await take("review", "reviewer", LATER);
  await take("approve", "approver", LATER);
  await take("publish", "approver", LATER, told("warnings.sample.corrected"));
}

/**
 * Writes sample warnings of a release, in all states, signed by people who are plainly invented: of its rises as `warnings draft` proposes
 * them, and advice on trades in which nothing rose. What the folder holds already is left alone and covers its rises.
 * @returns their ids; fewer than planned where the release has fewer rises
 */
export async function writeSampleWarnings(options: SampleOptions): Promise<string[]> {
  const { warningsDirectory, settings } = options;
  const release = await openRelease(path.join(options.release, "bureau"), "bureau", [
    "dimension",
    "series",
    "hotspot",
    "evidence",
  ]);
  try {
    const { asOf, release: id } = release.manifest;
    const templates = await readTemplates();
    const warnings = await readWarnings(warningsDirectory, rulesOf(settings));
    const { proposals } = await propose({
      release,
      warnings,
      today: asOf,
      since: null,
      limits: settings.disclosure,
      nameBusinesses: false,
    });
    const at = momentIn(new Date(`${asOf}T01:00:00Z`), settings.timeZone);
    const drafting = { templates, settings, who: person("author"), why: translate("zh", "warnings.sampleWhy"), at };
    const written: string[] = [];
    const write = async (draft: NewDraft, { kind, risk, goal }: Sample) => {
      const record = { ...draft.record, kind, risk };
      const made = await writeDraft(warningsDirectory, { ...draft, record });
      // What is superseded gives way to a warning of the same kind of problem.
      await lead(made, goal, options, asOf, id, written[1] ?? written[0]);
      written.push(made);
    };
    for (const [i, sample] of RISES.entries()) {
      const proposal = proposals[i];
      if (proposal) await write(draftOf(proposal, drafting), sample);
    }
    const calm = await quietEvidence(release, settings.disclosure, QUIET.length);
    for (const [i, evidence] of calm.entries()) {
      const sample = QUIET[i] as Sample;
      const base = draftOf({ evidence, hotspot: { cell: parseCell(evidence.cell) } }, drafting);
      await write(quietDraft(evidence, sample, templates, base), sample);
    }
    return written;
  } finally {
    release.close();
  }
}
