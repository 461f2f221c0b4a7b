import { isUtf8 } from "node:buffer";
import { pairTable } from "../gb18030.ts";
import type { Mistake } from "../raw.ts";
import { gbkBytes, isFrequent, isGb2312, pairOfCharacter } from "./gbk.ts";
import { latinBytes } from "./windows1252.ts";

/** A line as it was before a wrong decoding. */
export interface Reversal {
  readonly text: string;
  /** Its characters beyond ASCII. */
  readonly characters: number;
  /** Those of them that are what people write. */
  readonly plausible: number;
  /** Those whose wrong form is nothing that people write. */
  readonly telling: number;
}

/** Reverses a wrong decoding, or gives null where the line is not the result of one. */
export type Reverse = (line: string) => Reversal | null;

/**
 * What may well follow an accented capital letter in ordinary text, as bytes of Windows-1252: quotes, dashes, dots, signs
 * that are written small, a space that does not break. `É»` or `MANHÃ ` prove nothing; `Ã©` does.
 */
const NATURAL = new Set([
  0x85, 0x8b, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0x99, 0x9b, 0xa0, 0xaa, 0xab, 0xae, 0xb0, 0xba, 0xbb,
]);

/** Scripts and signs that occur in exports; not phonetic letters and the like, which wrong reversals give. */
const PLAUSIBLE =
  /^[\u00a0-\u024f\u0370-\u04ff\u0e00-\u0e7f\u2010-\u2044\u20a0-\u20bf\u2100-\u27bf\u3000-\u9fff\uac00-\ud7af\ufeff\uff00-\uffef]$/;

const isPlausible = (character: string) => character.length === 2 || PLAUSIBLE.test(character);

const utf8AsWindows1252: Reverse = (line) => {
  const bytes = latinBytes(line);
  if (!bytes || !isUtf8(bytes)) return null;
  const text = bytes.toString("utf8");
  let characters = 0;
  let plausible = 0;
  let telling = 0;
  let at = 0;
  for (const character of text) {
    const length = Buffer.byteLength(character);
    if (length > 1) {
      characters++;
      if (isPlausible(character)) plausible++;
      if (bytes.subarray(at + 1, at + length).some((byte) => !NATURAL.has(byte))) telling++;
    }
    at += length;
  }
  return { text, characters, plausible, telling };
};

const gbkAsLatin1: Reverse = (line) => {
  const bytes = latinBytes(line);
  if (!bytes) return null;
  const pairs = pairTable();
  let text = "";
  let characters = 0;
  let plausible = 0;
  let telling = 0;
  let high = 0;
  let run = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    if (byte < 0x80) {
      text += String.fromCharCode(byte);
      run = 0;
      continue;
    }
    const pair = (byte << 8) | (bytes[++at] ?? 0);
    const code = pairs[pair] as number;
    if (code === 0) return null;
    text += String.fromCharCode(code);
    characters++;
    if (isFrequent(pair)) plausible++;
    const both = (pair & 0xff) >= 0x80;
    if (both) high++;
    run = both ? run + 1 : 0;
    // No language writes four accented letters in a row.
    if (run === 2) telling += 2;
    else if (run > 2) telling++;
  }
  // An accented letter before a plain one has the form of a pair too.
  return 2 * high >= characters ? { text, characters, plausible, telling } : null;
};

const utf8AsGbk: Reverse = (line) => {
  const found = gbkBytes(line);
  if (!found || !isUtf8(found.bytes)) return null;
  const text = found.bytes.toString("utf8");
  let characters = 0;
  let plausible = 0;
  for (const character of text) {
    if (character < "\u0080") continue;
    characters++;
    if (isGb2312(pairOfCharacter(character))) plausible++;
  }
  // Three characters were made of two: their share is what counts.
  return { text, characters, plausible, telling: (characters * found.rare) / Math.max(1, found.characters) };
};

/** A wrong decoding, and how much of what it would explain must speak for it. */
export interface Suspicion {
  readonly kind: Mistake;
  readonly reverse: Reverse;
  readonly plausible: number;
  readonly telling: number;
  /** The least number of telling characters. */
  readonly least: number;
}

/** In the order of how much a line proves that can be reversed. */
export const SUSPICIONS: readonly Suspicion[] = [
  { kind: "utf8_as_windows1252", reverse: utf8AsWindows1252, plausible: 0.95, telling: 0.5, least: 1 },
  { kind: "gbk_as_latin1", reverse: gbkAsLatin1, plausible: 0.7, telling: 0.5, least: 2 },
  { kind: "utf8_as_gbk", reverse: utf8AsGbk, plausible: 0.9, telling: 0.25, least: 1 },
];
