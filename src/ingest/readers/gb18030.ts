/** What a byte or a pair of bytes means, as a UTF-16 code unit; 0 where it means nothing by itself. */
let table: Uint16Array | undefined;

/**
 * The characters of GB18030 (GB 18030-2022) that take one or two bytes, by `lead << 8 | trail`. They are asked of the
 * runtime's own decoder, so that both always agree.
 */
export function pairTable(): Uint16Array {
  if (table) return table;
  const bytes: number[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) bytes.push(lead, trail);
  const text = new TextDecoder("gb18030", { fatal: true }).decode(Uint8Array.from(bytes));
  const made = new Uint16Array(0x1_0000);
  if (2 * text.length !== bytes.length) return made;
  for (let index = 0; index < text.length; index++)
    made[((bytes[2 * index] as number) << 8) | (bytes[2 * index + 1] as number)] = text.charCodeAt(index);
  table = made;
  return made;
}

const strict = new TextDecoder("gb18030", { fatal: true });

/**
 * Writes GB18030 bytes as UTF-8 to `out` from `at` on, where three times as many must have room. Gives the offset after
 * the last byte written, or -1 where some bytes mean no character.
 */
export function decodeGb18030(bytes: Buffer, out: Buffer, at: number): number {
  const pairs = pairTable();
  const length = bytes.length;
  let to = at;
  for (let from = 0; from < length; ) {
    const byte = bytes[from] as number;
    if (byte < 0x80) {
      out[to++] = byte;
      from++;
      continue;
    }
    const code = from + 1 < length ? (pairs[(byte << 8) | (bytes[from + 1] as number)] as number) : 0;
    if (code >= 0x800) {
      out[to] = 0xe0 | (code >> 12);
      out[to + 1] = 0x80 | ((code >> 6) & 0x3f);
      out[to + 2] = 0x80 | (code & 0x3f);
      to += 3;
      from += 2;
    } else if (code > 0) {
      out[to] = 0xc0 | (code >> 6);
      out[to + 1] = 0x80 | (code & 0x3f);
      to += 2;
      from += 2;
    } else {
      // One byte (the euro sign) or four.
      const end = Math.min(length, byte === 0x80 ? from + 1 : from + 4);
      try {
        to += out.write(strict.decode(bytes.subarray(from, end)), to);
      } catch {
        return -1;
      }
      from = end;
    }
  }
  return to;
}
