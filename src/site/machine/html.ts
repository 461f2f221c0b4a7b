import type { Locale } from "../../i18n/define.ts";
import type { Block, Inline } from "../../warnings/text.ts";
import { joined, type LifeSentence } from "./life.ts";
import { xmlAttribute, xmlText } from "./xml.ts";

// Feeds carry HTML that neither Markdown nor Framework will read, so that only the signs of HTML need escaping; the
// pages' own `html` escapes more.

const inline = (inlines: readonly Inline[]): string =>
  inlines.map(({ text, strong }) => (strong ? `<strong>${xmlText(text)}</strong>` : xmlText(text))).join("");

/** Paragraphs and lists of a warning's text. */
export const blocksHtml = (blocks: readonly Block[]): string =>
  blocks
    .map((block) =>
      block.kind === "list"
        ? `<ul>${block.items.map((item) => `<li>${inline(item)}</li>`).join("")}</ul>`
        : `<p>${inline(block.inlines)}</p>`,
    )
    .join("");

/** A paragraph of plain text. */
export const paragraph = (text: string): string => `<p>${xmlText(text)}</p>`;

/** A link. */
export const anchor = (href: string, text: string): string => `<a href="${xmlAttribute(href)}">${xmlText(text)}</a>`;

/** What became of a warning, with a link to the other one that it names. */
export function lifeHtml(locale: Locale, { lead, words, other }: LifeSentence, url: (id: string) => string): string {
  const plain = words && (other === null ? xmlText(words.text) : anchor(url(other), words.text));
  const marked = plain && words?.lang ? `<span lang="${xmlAttribute(words.lang)}">${plain}</span>` : plain;
  return `<p>${joined(locale, [xmlText(lead), marked])}</p>`;
}
