import { isUtf8 } from "node:buffer";

/** How many bytes at the end begin a UTF-8 sequence that the end cuts off. */
function openTail(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] as number;
    if ((byte & 0xc0) === 0x80) continue;
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return needed > back ? back : 0;
  }
  return 0;
}

/** Tells whether bytes that come in pieces are valid UTF-8. */
export class Utf8Check {
  #valid = true;
  #tail: Uint8Array = new Uint8Array();

  add(piece: Buffer): void {
    if (!this.#valid) return;
    const bytes = this.#tail.length > 0 ? Buffer.concat([this.#tail, piece]) : piece;
    const whole = bytes.length - openTail(bytes);
    this.#valid = isUtf8(bytes.subarray(0, whole));
    // A copy: the piece may be reused.
    this.#tail = Uint8Array.from(bytes.subarray(whole));
  }

  /** The answer for all that was added. */
  end(): boolean {
    return this.#valid && this.#tail.length === 0;
  }
}
