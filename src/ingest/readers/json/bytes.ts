export const TAB = 9;
export const LF = 10;
export const CR = 13;
export const SPACE = 32;
export const QUOTE = 34;
export const COMMA = 44;
export const COLON = 58;
export const OPEN_ARRAY = 91;
export const BACKSLASH = 92;
export const CLOSE_ARRAY = 93;
export const OPEN_OBJECT = 123;
export const CLOSE_OBJECT = 125;

/** White space of JSON (RFC 8259). */
export const isSpace = (byte: number | undefined) => byte === SPACE || byte === LF || byte === CR || byte === TAB;

/** Offset of the first byte at or after `from` that is no white space, or `to`. */
export function skipSpace(bytes: Buffer, from: number, to: number): number {
  let at = from;
  while (at < to && isSpace(bytes[at])) at++;
  return at;
}

/**
 * How many line ends lie between two offsets, of bytes that are known up to `end`. Of CRLF only the LF counts, wherever
 * the span is cut.
 */
export function countBreaks(bytes: Buffer, from: number, to: number, end = bytes.length): number {
  let breaks = 0;
  for (let at = bytes.indexOf(LF, from); at >= 0 && at < to; at = bytes.indexOf(LF, at + 1)) breaks++;
  for (let at = bytes.indexOf(CR, from); at >= 0 && at < to; at = bytes.indexOf(CR, at + 1))
    if (at + 1 < end && bytes[at + 1] !== LF) breaks++;
  return breaks;
}
