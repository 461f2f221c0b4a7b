import { pairTable } from "../gb18030.ts";

let inverse: Uint16Array | undefined;

/** The two bytes of each character of GB18030 that has two; 0 for others. */
function pairOf(code: number): number {
  if (!inverse) {
    inverse = new Uint16Array(0x1_0000);
    for (const [pair, character] of pairTable().entries()) if (character > 0) inverse[character] = pair;
  }
  return inverse[code] as number;
}

/** Whether a pair of bytes is of the older standard GB 2312, in which nearly all ordinary text can be written. */
export const isGb2312 = (pair: number) => {
  const lead = pair >> 8;
  return (pair & 0xff) >= 0xa1 && ((lead >= 0xb0 && lead <= 0xf7) || (lead >= 0xa1 && lead <= 0xa9));
};

/** Whether it is one of its 3,755 frequent Hanzi, or a punctuation mark, letter or digit of full width. */
export const isFrequent = (pair: number) => {
  const lead = pair >> 8;
  return (pair & 0xff) >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3));
};

const EURO = 0x20ac;

/**
 * The bytes that a text was before it was read as GBK, and how many of its characters ordinary text hardly has. Null
 * where a character is not in GBK. The euro sign was the byte 0x80 alone, or a pair that begins the next character.
 */
export function gbkBytes(text: string): { bytes: Buffer; characters: number; rare: number } | null {
  const bytes = Buffer.allocUnsafe(2 * text.length);
  let length = 0;
  let characters = 0;
  let rare = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x80) {
      bytes[length++] = code;
      continue;
    }
    characters++;
    const next = pairOf(text.charCodeAt(at + 1)) >> 8;
    const pair = code === EURO ? 0xa2e3 : pairOf(code);
    if (pair === 0) return null;
    if (code === EURO || !isGb2312(pair)) rare++;
    if (code === EURO && !(next >= 0x80 && next <= 0xbf)) {
      bytes[length++] = 0x80;
      continue;
    }
    bytes[length++] = pair >> 8;
    bytes[length++] = pair & 0xff;
  }
  return { bytes: bytes.subarray(0, length), characters, rare };
}

/** What a character of a text is as a pair of GB18030; 0 where it has none. */
export const pairOfCharacter = (character: string) => (character.length === 1 ? pairOf(character.charCodeAt(0)) : 0);
