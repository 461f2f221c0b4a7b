import { BACKSLASH, CLOSE_ARRAY, CLOSE_OBJECT, CR, LF, OPEN_ARRAY, OPEN_OBJECT, QUOTE } from "./bytes.ts";

/** Deeper nesting than this is no export of records; it is refused. */
export const MAX_NESTING = 100;

/** Goes over JSON by its brackets and strings alone, of bytes that come in pieces. */
export class Skipper {
  depth = 0;
  /** Whether it stands inside a string. */
  inString = false;
  /** A line end inside a string, which JSON does not know, or a bracket that closes nothing. */
  broken = false;
  #escaped = false;

  /**
   * Goes on until the value that it began in is closed, something is broken, or the bytes end. Gives the offset after
   * the last byte looked at. `opened` is told the offset of each bracket that opens, `closed` of each that closes, both
   * with the depth outside of it.
   */
  skip(
    bytes: Buffer,
    from: number,
    to: number,
    opened?: (at: number, byte: number, depth: number) => void,
    closed?: (at: number, depth: number) => void,
  ): number {
    for (let at = from; at < to; at++) {
      const byte = bytes[at] as number;
      if (this.inString) {
        if (this.#escaped) this.#escaped = false;
        else if (byte === BACKSLASH) this.#escaped = true;
        else if (byte === QUOTE) this.inString = false;
        else if (byte === LF || byte === CR) this.broken = true;
      } else if (byte === QUOTE) this.inString = true;
      else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) {
        opened?.(at, byte, this.depth);
        this.depth++;
      } else if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) {
        if (this.depth === 0) this.broken = true;
        else {
          this.depth--;
          closed?.(at, this.depth);
        }
        if (this.depth === 0) return at + 1;
      }
      if (this.broken) return at + 1;
    }
    return to;
  }
}
