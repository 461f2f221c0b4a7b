import type { Locale } from "../../i18n/define.ts";
import { translate } from "../../i18n/translate.ts";
import { bindText } from "../../warnings/bind.ts";
import type { Warning } from "../../warnings/read.ts";
import type { WarningStatus } from "../../warnings/record.ts";
import { isInForce, stateOn } from "../../warnings/record.ts";
import { atLeastText, evidenceText, toldIn, type Words } from "../pages/public/words.ts";
import type { MachineContext } from "./context.ts";
import { anchor, blocksHtml, lifeHtml, paragraph } from "./html.ts";
import { correctedSentences, endSentence, joined, sentenceText, titleWithState } from "./life.ts";
import { publishedAt, updatedAt } from "./steps.ts";
import { hostOf, PATHS, urlOf, warningUrl } from "./urls.ts";
import { withoutControls } from "./xml.ts";

/** A label that readers of a feed may sort by. */
export interface EntryCategory {
  readonly field: "kind" | "risk" | "category";
  readonly term: string;
  readonly label: string;
}

/** What the feeds of one language say of a warning, whatever their form. */
export interface Entry {
  /** The same in all feeds of a language, and for ever. */
  readonly id: string;
  readonly url: string;
  /** Address of its latest CAP message. */
  readonly cap: string;
  readonly title: Words;
  readonly summary: string;
  readonly html: string;
  readonly author: string;
  readonly published: string;
  readonly updated: string;
  readonly state: WarningStatus;
  readonly number: string | null;
  readonly categories: readonly EntryCategory[];
  /** Why it was withdrawn; null for one that was not. */
  readonly reason: Words | null;
}

/**
 * The tag URI (RFC 4151) of a warning in one language. A text and its translation are two entries: under one id a reader of
 * both feeds would be shown only one of them.
 */
export function entryId({ id, record }: Warning, locale: Locale, context: Pick<MachineContext, "origin">): string {
  return `tag:${hostOf(context)},${(record.issued ?? "").slice(0, 4)}:${locale}:warning:${id}`;
}

function categoriesOf({ record, evidence }: Warning, locale: Locale): EntryCategory[] {
  const { kind, risk, scope } = record;
  const label = evidence.names.category?.[locale] ?? scope.category;
  return [
    { field: "kind", term: kind, label: translate(locale, `warnings.kind.${kind}`) },
    { field: "risk", term: risk, label: translate(locale, `warnings.risk.${risk}`) },
    ...(scope.category === null || label === null
      ? []
      : [{ field: "category" as const, term: scope.category, label: withoutControls(label) }]),
  ];
}

/** Facts and text of a warning that still says what it said. */
function standing(warning: Warning, locale: Locale): string {
  const written = warning.text[locale];
  const facts = joined(locale, [evidenceText(warning, locale), atLeastText(warning, locale)]);
  return [
    written
      ? blocksHtml(bindText(written, warning.evidence, locale).lead)
      : paragraph(translate(locale, "public.notTranslated")),
    paragraph(facts),
  ].join("");
}

/**
 * What the feeds of a language say of a warning. One that was withdrawn says why, and no longer what it said; one without a
 * text in the language says the facts, under its Chinese title.
 */
export function entryOf(warning: Warning, locale: Locale, context: MachineContext): Entry {
  const { id, record } = warning;
  const state = stateOn(warning, context.day);
  const title = titleWithState(warning, locale, state);
  const end = endSentence(warning, context.warnings, locale, state);
  const url = warningUrl(context, locale, id);
  const address = (other: string) => warningUrl(context, locale, other);
  const withdrawn = state === "withdrawn";
  const life = [...(end ? [end] : []), ...(withdrawn ? [] : correctedSentences(warning, locale))];
  const summary = [withdrawn ? null : evidenceText(warning, locale), end && sentenceText(locale, end)];
  return {
    id: entryId(warning, locale, context),
    url,
    cap: urlOf(context, PATHS.cap(id)),
    title: { ...title, text: withoutControls(title.text) },
    summary: withoutControls(joined(locale, summary)),
    html: [
      ...life.map((sentence) => lifeHtml(locale, sentence, address)),
      withdrawn ? "" : standing(warning, locale),
      `<p>${anchor(url, translate(locale, isInForce(state) ? "machine.read" : "machine.readEnded"))}</p>`,
    ].join(""),
    author: withoutControls(record.issuer[locale]),
    published: publishedAt(warning),
    updated: updatedAt(warning),
    state,
    number: record.number,
    categories: categoriesOf(warning, locale),
    reason: withdrawn && record.reason ? toldIn(record.reason, locale) : null,
  };
}
