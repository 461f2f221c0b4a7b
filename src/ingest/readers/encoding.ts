import { isAscii, isUtf8 } from "node:buffer";
import { lineBlocks, linesOf } from "./blocks.ts";
import { CR, LF } from "./lex.ts";
import type { Encoding } from "./raw.ts";
import type { Survey } from "./survey.ts";

/** The encoding that a byte order mark names, and the mark's length. */
export function markedEncoding(head: Buffer): { encoding: Encoding; skip: number } | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) {
    // Joining exported files can leave several marks.
    let skip = 3;
    while (head[skip] === 0xef && head[skip + 1] === 0xbb && head[skip + 2] === 0xbf) skip += 3;
    return { encoding: "utf-8-bom", skip };
  }
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: "utf-16le", skip: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: "utf-16be", skip: 2 };
  return null;
}

/**
 * UTF-16 without a mark: nearly every second byte of a text with ASCII in it is NUL. A text that is sound as UTF-8 has no
 * Hanzi in UTF-16, but it may have a few NULs: it is UTF-16 only where half of its characters would be ASCII.
 */
function unmarkedUtf16(head: Buffer, validUtf8: boolean): Encoding | null {
  const sample = head.subarray(0, 4096);
  const nuls: [number, number] = [0, 0];
  for (let at = 0; at < sample.length; at++) if (sample[at] === 0) nuls[(at & 1) as 0 | 1]++;
  const [even, odd] = nuls;
  const least = sample.length / (validUtf8 ? 4 : 10);
  if (odd > least && even < odd / 20) return "utf-16le";
  if (even > least && odd < even / 20) return "utf-16be";
  return null;
}

/** Counts over the lines of a file that are not ASCII. */
class Evidence {
  validUtf8 = 0;
  otherLines = 0;
  high = 0;
  pairs = 0;
  hanziPairs = 0;
  latin = 0;
  undefined1252 = 0;

  /** A line that is not UTF-8. */
  add(line: Buffer): void {
    this.otherLines++;
    for (let at = 0; at < line.length; at++) {
      const byte = line[at] as number;
      if (byte < 0x80) continue;
      this.high++;
      if (byte >= 0xc0 || byte === 0xa0 || (byte >= 0x91 && byte <= 0x97) || byte === 0x80) this.latin++;
      if (byte === 0x81 || byte === 0x8d || byte === 0x8f || byte === 0x90 || byte === 0x9d) this.undefined1252++;
    }
    for (let at = 0; at < line.length; at++) {
      if ((line[at] as number) < 0x81) continue;
      const next = line[++at];
      if (next === undefined || next === LF || next === CR) continue;
      this.pairs++;
      if (next >= 0xa1) this.hanziPairs++;
    }
  }
}

const ENOUGH_LINES = 20_000;

async function gather(path: string, skip: number): Promise<Evidence> {
  const evidence = new Evidence();
  for await (const block of lineBlocks(path, skip)) {
    if (isAscii(block)) continue;
    for (const line of linesOf(block)) {
      if (isAscii(line)) continue;
      if (isUtf8(line)) evidence.validUtf8++;
      else evidence.add(line);
    }
    // A file that is all in one encoding shows it early; one with rare other bytes is read to the end.
    if (evidence.otherLines > ENOUGH_LINES && evidence.otherLines > 10 * evidence.validUtf8) break;
  }
  return evidence;
}

/**
 * The encoding of a text file, by its bytes: its byte order mark; else UTF-8 if all of it is valid; else, over the
 * lines that are not ASCII, UTF-8 if at least as many are valid as not (a few were cut in the middle of a character);
 * else GB18030 if four in five characters have the form of GB 2312 Hanzi; else Windows-1252 if the bytes are letters
 * in the midst of ASCII. Null where none fits. A `declared` name (of an HTML page) decides only between the last two:
 * pages often declare what they are not.
 */
export async function findEncoding(
  path: string,
  { head, validUtf8 }: Survey,
  declared: string | null,
): Promise<{ encoding: Encoding; skip: number } | null> {
  const marked = markedEncoding(head);
  if (marked) return marked;
  const utf16 = unmarkedUtf16(head, validUtf8);
  if (utf16) return { encoding: utf16, skip: 0 };
  if (validUtf8) return { encoding: "utf-8", skip: 0 };
  const evidence = await gather(path, 0);
  if (evidence.validUtf8 >= evidence.otherLines) return { encoding: "utf-8", skip: 0 };
  const hanzi = evidence.hanziPairs / Math.max(1, evidence.pairs);
  if (hanzi >= (/^gb/i.test(declared ?? "") ? 0.5 : 0.8)) return { encoding: "gb18030", skip: 0 };
  const latin = evidence.undefined1252 === 0 && evidence.latin >= 0.9 * evidence.high;
  return latin ? { encoding: "windows-1252", skip: 0 } : null;
}
