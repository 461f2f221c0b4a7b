import type { Locale } from "../../i18n/define.ts";
import { translate } from "../../i18n/translate.ts";
import { adviceOf, type Block, type Inline, type WarningText } from "../../warnings/text.ts";
import { joined } from "./life.ts";

/** The words of a run of text. */
export const inlineText = (inlines: readonly Inline[]): string => inlines.map(({ text }) => text).join("");

/** Paragraphs and items of lists, each as plain text. */
export const linesOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => (block.kind === "list" ? block.items.map(inlineText) : [inlineText(block.inlines)]));

/** The advice as pages print it: what stands before the list, then 一是…, 二是… / 1. … 2. … */
export function adviceLines(text: WarningText, locale: Locale): string[] {
  const before = linesOf(text.advice.filter(({ kind }) => kind === "paragraph"));
  const items = adviceOf(text).map((item, i) =>
    joined(locale, [translate(locale, "public.ordinal", { n: i + 1 }), inlineText(item)]),
  );
  return [...before, ...items];
}
