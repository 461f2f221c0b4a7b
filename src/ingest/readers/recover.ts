import { CR, type Dialect, DONE, LF, type RecordLexer, SPACE } from "./lex.ts";

/** A faulty record is read leniently no further than this; beyond it, only its first line is given up. */
export const LENIENT_BYTES = 64 * 1024;

/** Offset of the first CR or LF at or after `from`, or `to`. */
export function lineEnd(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && bytes[at] !== LF && bytes[at] !== CR) at++;
  return at;
}

/** Offset of the line after the one that ends at `end`, as {@link lineEnd} gave it. */
export function nextLine(bytes: Uint8Array, end: number, to: number): number {
  if (end >= to) return to;
  return bytes[end] === CR && end + 1 < to && bytes[end + 1] === LF ? end + 2 : end + 1;
}

interface Span {
  readonly next: number;
  readonly cells: number;
  readonly lines: number;
}

/** The record at `from` where a quote closes a cell only before a delimiter or line end; null if it does not end. */
function lenientSpan(bytes: Uint8Array, from: number, to: number, last: boolean, dialect: Dialect): Span | null {
  const { delimiter, quote } = dialect;
  const ends = (at: number) => at >= to || bytes[at] === delimiter || bytes[at] === LF || bytes[at] === CR;
  let cells = 1;
  let lines = 1;
  let at = from;
  while (at <= to) {
    while (at < to && bytes[at] === SPACE) at++;
    if (at < to && bytes[at] === quote) {
      at++;
      for (; at < to; at++) {
        if (bytes[at] === LF || (bytes[at] === CR && bytes[at + 1] !== LF)) lines++;
        if (bytes[at] !== quote) continue;
        if (bytes[at + 1] === quote && at + 1 < to) at++;
        else {
          let after = at + 1;
          while (after < to && bytes[after] === SPACE) after++;
          if (ends(after)) {
            at = after;
            break;
          }
        }
      }
    }
    while (!ends(at)) at++;
    if (at >= to) return last ? { next: to, cells, lines } : null;
    if (bytes[at] !== delimiter) return { next: nextLine(bytes, at, to), cells, lines };
    cells++;
    at++;
  }
  return null;
}

/**
 * How far the malformed record at `from` reaches. Two readings are weighed: that only its first line is at fault (a
 * stray quote opened a cell), or that it goes on over the following lines up to the next quote that can close it (an
 * unescaped quote within a text of several lines). The second is taken only if most of the following lines cannot stand
 * alone: they do if they are records of `expected` cells, or malformed by quotes of their own. Null means: the first line.
 */
export function recover(
  lexer: RecordLexer,
  bytes: Uint8Array,
  from: number,
  end: number,
  last: boolean,
  expected: number,
): Span | null {
  const to = Math.min(end, from + LENIENT_BYTES);
  const span = lenientSpan(bytes, from, to, last && to === end, lexer.dialect);
  if (!span || span.lines === 1) return null;
  let good = 0;
  let bad = 0;
  let at = nextLine(bytes, lineEnd(bytes, from, to), to);
  while (at < span.next) {
    const sound = lexer.read(bytes, at, to, last && to === end) === DONE;
    if (sound && lexer.next > span.next) break;
    const blank = sound && lexer.end === at;
    if (!sound || (!blank && lexer.cells === expected)) good++;
    else if (!blank) bad++;
    at = sound ? lexer.next : nextLine(bytes, lineEnd(bytes, at, to), to);
  }
  return bad > good || (bad === good && span.cells === expected) ? span : null;
}

/**
 * Whether a well-formed record of several lines is more likely a run of records that two stray quotes have joined:
 * each of its lines, split without regard to quotes, has exactly `expected` cells. Only where that is too much to be
 * chance: three lines or more, and 24 delimiters.
 */
export function isSwallowed(
  bytes: Uint8Array,
  from: number,
  end: number,
  expected: number,
  { delimiter }: Dialect,
): boolean {
  let lines = 0;
  for (let at = from; at <= end; lines++) {
    let delimiters = 0;
    for (; at < end && bytes[at] !== LF && bytes[at] !== CR; at++) if (bytes[at] === delimiter) delimiters++;
    if (delimiters !== expected - 1) return false;
    at = at < end ? nextLine(bytes, at, end) : end + 1;
  }
  return lines >= 3 && lines * (expected - 1) >= 24;
}
