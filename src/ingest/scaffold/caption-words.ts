import { readCaption } from "../caption.ts";
import { type CaptionWords, PERSONAL_WORDS, VOCABULARY } from "./vocabulary.ts";

/** A caption as it is compared with the vocabulary. */
export interface CaptionText {
  /** Its Chinese characters, one after the other. */
  readonly han: string;
  /** Its Latin words: lower case, no accents, no plural, without such as "of" and "the". */
  readonly latin: readonly string[];
}

/** How a word tells what a caption means. */
export interface CaptionHit {
  readonly field: string;
  readonly word: string;
  /** `whole`: the caption is the word; `part`: it holds the word. */
  readonly by: "whole" | "part";
  /**
   * About 3 for a whole caption (2.5 where the word tells little), else between 1 and 2: 1 and the share of the caption that
   * the word is. Words further down in their list score a little less.
   */
  readonly score: number;
}

const STOP = new Set(["of", "the", "a", "to", "in", "on", "by", "for", "de", "do", "da", "del", "la", "el", "str"]);

function singular(word: string): string {
  return word.length > 3 && /[^s]s$/u.test(word) ? word.slice(0, -1) : word;
}

/** Splits a caption into words: `DataAbertura`, `date_received` and `Date received?` are two words each. */
export function readCaptionText(caption: string): CaptionText {
  const plain = caption
    .normalize("NFKC")
    .replaceAll(/(\p{Ll}|\d)(\p{Lu})/gu, "$1 $2")
    .replaceAll(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, "$1 $2")
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase();
  const words = plain.match(/[a-z]+/gu) ?? [];
  const latin = words.map(singular).filter((word) => !STOP.has(word));
  const han = (readCaption(caption).key.match(/\p{Script=Han}+/gu) ?? []).join("");
  return { han, latin };
}

const wordTexts = new Map<string, readonly string[]>();

/** The Latin words of an entry of the vocabulary; each is split once. */
function latinOf(word: string): readonly string[] {
  const known = wordTexts.get(word) ?? readCaptionText(word).latin;
  wordTexts.set(word, known);
  return known;
}

/** How well one word of the vocabulary fits: 0 where it does not. */
function fitOf(text: CaptionText, word: string): number {
  if (/\p{Script=Han}/u.test(word)) {
    if (text.han === word) return 3;
    return text.han.includes(word) ? 1 + word.length / (text.han.length + 1) : 0;
  }
  const wanted = latinOf(word);
  if (wanted.length === 0 || !wanted.every((part) => text.latin.includes(part))) return 0;
  if (text.han !== "") return 1;
  return wanted.length === text.latin.length ? 3 : 1 + wanted.length / (text.latin.length + 1);
}

/** How an entry of the vocabulary fits a caption; null where it does not. */
export function hitOf(text: CaptionText, entry: CaptionWords): CaptionHit | null {
  if (entry.not?.some((word) => fitOf(text, word) > 0)) return null;
  let best: CaptionHit | null = null;
  for (const [list, whole] of [
    [entry.words, false],
    [entry.alone ?? [], true],
  ] as const) {
    for (const [place, word] of list.entries()) {
      const score = fitOf(text, word);
      if (score === 0 || (whole && score < 3)) continue;
      // A word that is the whole caption but tells little by itself gives way to one that tells all.
      const told = (whole ? score - 0.5 : score) - place / 1000;
      if (told > (best?.score ?? 0))
        best = { field: entry.field, word, by: score >= 3 ? "whole" : "part", score: told };
    }
  }
  return best;
}

/** Whether a caption names anything of the vocabulary: what a header has and a row of values has not. */
export function isKnownCaption(caption: string): boolean {
  const text = readCaptionText(caption);
  const entries = [...Object.values(VOCABULARY).flat(), PERSONAL_WORDS];
  return entries.some((entry) => hitOf(text, entry) !== null) || /^(序号|no|sn|#|row)$/iu.test(caption.trim());
}
