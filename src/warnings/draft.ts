import type { Settings } from "../config/settings.ts";
import type { Cell } from "./cell.ts";
import type { Evidence } from "./evidence.ts";
import type { WarningRecord } from "./record.ts";
import { draftText, type WarningTemplates } from "./templates.ts";
import type { NewDraft } from "./write.ts";

export interface DraftOptions {
  readonly templates: WarningTemplates;
  readonly settings: Settings;
  readonly who: string;
  readonly why: string;
  readonly at: string;
}

/**
 * The draft of a proposal: its text from the templates, its figures from the evidence. What only people can say is left
 * open: risk level, number, dates, signatures.
 */
export function draftOf(
  { evidence, hotspot }: { readonly evidence: Evidence; readonly hotspot: { readonly cell: Cell } },
  { templates, settings, who, why, at }: DraftOptions,
): NewDraft {
  const { category, problem, region } = hotspot.cell;
  const { title, zh, en } = draftText(templates, hotspot.cell, settings.bureau.hotline);
  const record: WarningRecord = {
    schema: 1,
    number: null,
    kind: "warning",
    risk: "not_given",
    status: "draft",
    title,
    scope: { category, problem, region },
    business: evidence.names.business
      ? { name: evidence.names.business.zh, form: "company", asked: null, answered: null, statement: null }
      : null,
    issuer: { zh: settings.bureau.zh, en: settings.bureau.en },
    signatures: { author: null, reviewer: null, approver: null },
    issued: null,
    updated: null,
    reviewBy: null,
    expires: null,
    related: [],
    reason: null,
    supersededBy: null,
    corrections: [],
  };
  return { record, zh, en, evidence, who, why, at };
}
