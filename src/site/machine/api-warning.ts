import { bindString, bindText } from "../../warnings/bind.ts";
import type { Evidence } from "../../warnings/evidence.ts";
import type { HistoryEntry } from "../../warnings/history.ts";
import type { Warning } from "../../warnings/read.ts";
import { stateOn } from "../../warnings/record.ts";
import { isAmendment } from "../../warnings/stages.ts";
import type { Block, WarningText } from "../../warnings/text.ts";
import type { ApiWarning, ApiWarnings } from "./api-schemas.ts";
import type { MachineContext } from "./context.ts";
import { inlineText } from "./plain-text.ts";
import { updatedAt } from "./steps.ts";
import { PATHS, urlOf, warningUrl } from "./urls.ts";

type ApiBlock = ApiWarning["text"]["zh"]["lead"][number];

const apiBlock = (block: Block): ApiBlock =>
  block.kind === "list"
    ? { type: "list", items: block.items.map(inlineText) }
    : { type: "paragraph", text: inlineText(block.inlines) };

function apiText({ lead, happens, recognise, advice, contact, law }: WarningText): ApiWarning["text"]["zh"] {
  return {
    lead: lead.map(apiBlock),
    happens: happens.map(apiBlock),
    recognise: recognise.map(apiBlock),
    advice: advice.map(apiBlock),
    contact: contact.map(apiBlock),
    law: law.map(apiBlock),
  };
}

function apiEvidence({ schema: _, asOf, ...rest }: Evidence): ApiWarning["evidence"] {
  const { release, cell, hotspot, names, grain, period, from, to, ...figures } = rest;
  return {
    release,
    as_of: asOf,
    cell,
    hotspot,
    names,
    grain,
    period,
    from,
    to,
    ...figures,
    breaks: [...figures.breaks],
    series: [...figures.series],
  };
}

/** The history up to the last step that the public may know of: a correction that is being written is nobody's business yet. */
export const publicHistory = ({ history }: Pick<Warning, "history">): readonly HistoryEntry[] =>
  history.slice(0, history.findLastIndex(({ to }) => !isAmendment(to)) + 1);

const pages = (id: string, context: MachineContext) => ({
  zh: warningUrl(context, "zh", id),
  en: warningUrl(context, "en", id),
});

/** What the list and a warning's own file both say. */
function identity(warning: Warning, { day }: MachineContext) {
  const { id, record, evidence, text } = warning;
  const { number, kind, risk, title, scope, issued, updated, expires } = record;
  const english = text.en === null ? null : title.en;
  return {
    id,
    number,
    kind,
    risk,
    status: stateOn(warning, day) as ApiWarning["status"],
    title: {
      zh: bindString(title.zh, evidence, "zh"),
      en: english === null ? null : bindString(english, evidence, "en"),
    },
    scope,
    issued,
    updated,
    expires,
  };
}

/** A warning in the list of all. */
export const listed = (warning: Warning, context: MachineContext): ApiWarnings["warnings"][number] => ({
  ...identity(warning, context),
  modified_at: updatedAt(warning),
  links: {
    page: pages(warning.id, context),
    api: urlOf(context, PATHS.warning(warning.id)),
    cap: urlOf(context, PATHS.cap(warning.id)),
  },
});

/** All that is public of a warning, but for what its file says of itself; `messages` is the number of its CAP messages. */
export function detailed(
  warning: Warning,
  messages: number,
  context: MachineContext,
): Omit<ApiWarning, "$schema" | "meta"> {
  const { id, record, evidence, text } = warning;
  const { business, signatures } = record;
  const history = publicHistory(warning);
  // A warning may name one that nobody has published yet.
  const isKnown = (other: string) => context.warnings.some((it) => it.id === other);
  const bound = (locale: "zh" | "en") => {
    const written = text[locale];
    return written && apiText(bindText(written, evidence, locale));
  };
  return {
    ...identity(warning, context),
    review_by: record.reviewBy,
    business: business && { name: business.name, statement: business.statement },
    issuer: record.issuer,
    sign_off: {
      author: signatures.author ?? "",
      reviewer: signatures.reviewer ?? "",
      approver: signatures.approver ?? "",
    },
    text: { zh: bound("zh") ?? apiText(text.zh), en: bound("en") },
    evidence: apiEvidence(evidence),
    corrections: record.corrections,
    reason: record.reason,
    successor: record.supersededBy !== null && isKnown(record.supersededBy) ? record.supersededBy : null,
    related: record.related.filter(isKnown),
    links: {
      page: pages(id, context),
      cap: urlOf(context, PATHS.cap(id)),
      cap_messages: Array.from({ length: messages }, (_, i) => urlOf(context, PATHS.capMessage(id, i + 1))),
    },
    history: history.map(({ step, to, at, who, hash }) => ({ step, to, at, who, hash })),
    head: history.at(-1)?.hash ?? "",
  };
}
