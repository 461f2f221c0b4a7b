import { isAscii, isUtf8 } from "node:buffer";
import iconv from "iconv-lite";

/** Extra field with the name in UTF-8 (Info-ZIP, APPNOTE.TXT 4.6.9). */
const UNICODE_PATH = 0x7075;

function unicodePath(extra: Buffer): string | null {
  for (let at = 0; at + 4 <= extra.length; ) {
    const length = extra.readUInt16LE(at + 2);
    const field = extra.subarray(at + 4, at + 4 + length);
    // Version and checksum of the other name come before the text.
    if (extra.readUInt16LE(at) === UNICODE_PATH && field[0] === 1 && isUtf8(field.subarray(5))) {
      return field.toString("utf8", 5);
    }
    at += 4 + length;
  }
  return null;
}

/** Whether all bytes beyond ASCII come in pairs as those of GB 2312 do, or in such of GBK. */
function isPaired(name: Buffer): boolean {
  for (let at = 0; at < name.length; at++) {
    const lead = name[at] as number;
    if (lead < 0x80) continue;
    const trail = name[++at] ?? 0;
    if (lead === 0x80 || lead === 0xff || trail < 0x40 || trail === 0x7f || trail === 0xff) return false;
  }
  return true;
}

/**
 * The name of an entry. The standard knows UTF-8, if the entry says so, and the code page of the IBM PC; archives made in
 * China hold GBK without a word, others UTF-8 without a word.
 */
export function entryName(name: Buffer, extra: Buffer, flaggedUtf8: boolean): string {
  if (isAscii(name) || flaggedUtf8) return name.toString("utf8");
  const unicode = unicodePath(extra);
  if (unicode !== null) return unicode;
  if (isUtf8(name)) return name.toString("utf8");
  return isPaired(name) ? iconv.decode(name, "gb18030") : iconv.decode(name, "cp437");
}
