import type { Locale } from "../../../i18n/define.ts";
import { translate } from "../../../i18n/translate.ts";
import { adviceOf, type Block, type Inline, type WarningText } from "../../../warnings/text.ts";
import { type Html, html } from "../../html.ts";

/** A run of text; strong words stay strong, all else is plain. */
export const inlineHtml = (inlines: readonly Inline[]): Html =>
  html`${inlines.map(({ text, strong }) => (strong ? html`<strong>${text}</strong>` : html`${text}`))}`;

/** Paragraphs and lists on one line: an empty line would end the block of HTML and let Markdown begin. */
export function blocksHtml(blocks: readonly Block[]): Html {
  return html`${blocks.map((block) =>
    block.kind === "list"
      ? html`<ul>${block.items.map((item) => html`<li>${inlineHtml(item)}</li>`)}</ul>`
      : html`<p>${inlineHtml(block.inlines)}</p>`,
  )}`;
}

/** The advice in the order that official notices use: 一是…, 二是… / 1. … 2. … */
export function adviceHtml(text: WarningText, locale: Locale): Html {
  const items = adviceOf(text).map((item, i) => {
    const ordinal = translate(locale, "public.ordinal", { n: i + 1 });
    return html`<li><span class="ordinal">${ordinal}</span>${locale === "en" ? " " : ""}${inlineHtml(item)}</li>`;
  });
  const before = text.advice.filter((block) => block.kind === "paragraph");
  return html`${blocksHtml(before)}<ol class="advice">${items}</ol>`;
}

/** The strong words that the items of a list begin with: "查资质。" → "查资质". */
export function strongWords(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.kind !== "list") return [];
    return block.items.flatMap(([first]) => (first?.strong ? [first.text.trim().replace(/[。.：:，,；;]+$/, "")] : []));
  });
}

/** The words of a block without its form, for a page's description. */
export const plainText = (blocks: readonly Block[]): string =>
  blocks
    .flatMap((block) => (block.kind === "list" ? block.items.flat() : block.inlines))
    .map(({ text }) => text)
    .join("")
    .trim();
