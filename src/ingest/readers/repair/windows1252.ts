/** Characters of Windows-1252 in the places 0x80 to 0x9F; five are free, and stand for themselves. */
const SPECIAL = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

const byteOfSpecial = new Map([...SPECIAL].map((character, index) => [character.charCodeAt(0), 0x80 + index]));

/**
 * The bytes that a text was before it was read as Windows-1252 or as Latin-1, which differ only in characters that the
 * other one does not have. Null where a character is in neither.
 */
export function latinBytes(text: string): Buffer | null {
  const bytes = Buffer.allocUnsafe(text.length);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const byte = code < 0x100 ? code : byteOfSpecial.get(code);
    if (byte === undefined) return null;
    bytes[at] = byte;
  }
  return bytes;
}
