import { createReadStream } from "node:fs";
import { CR, LF } from "./lex.ts";
import { lineEnd, nextLine } from "./recover.ts";

const BLOCK = 1024 * 1024;
/** A longer line is no record that could be read; it is cut anywhere. */
const LONGEST_LINE = 64 * 1024 * 1024;

/**
 * A file in blocks that end where a line ends, so that each can be decoded for itself. Only for encodings in which the
 * bytes of CR and LF mean nothing else: UTF-8, GB18030, Windows-1252.
 */
export async function* lineBlocks(path: string, skip: number): AsyncGenerator<Buffer> {
  let rest = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { start: skip, highWaterMark: BLOCK }) as AsyncIterable<Buffer>) {
    // A CR at the very end may be half of a CRLF: it waits for the next chunk.
    const until = chunk[chunk.length - 1] === CR ? chunk.length - 2 : chunk.length - 1;
    const cut = until < 0 ? 0 : Math.max(chunk.lastIndexOf(LF, until), chunk.lastIndexOf(CR, until)) + 1;
    if (cut > 0) yield rest.length > 0 ? Buffer.concat([rest, chunk.subarray(0, cut)]) : chunk.subarray(0, cut);
    const kept = chunk.subarray(cut);
    rest = cut > 0 || rest.length === 0 ? Buffer.from(kept) : Buffer.concat([rest, kept]);
    if (rest.length > LONGEST_LINE) {
      yield rest;
      rest = Buffer.alloc(0);
    }
  }
  if (rest.length > 0) yield rest;
}

/** The lines of a block, each with its line end. */
export function* linesOf(block: Buffer): Generator<Buffer> {
  for (let at = 0; at < block.length; ) {
    const next = nextLine(block, lineEnd(block, at, block.length), block.length);
    yield block.subarray(at, next);
    at = next;
  }
}

/** How many lines end in a block. */
export function countLines(block: Buffer): number {
  let lines = 0;
  for (let at = 0; at < block.length; at++) {
    const byte = block[at];
    if (byte === LF || (byte === CR && block[at + 1] !== LF)) lines++;
  }
  return lines;
}
