import zlib from "node:zlib";

const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

function slowCrc32(bytes: Uint8Array, before: number): number {
  let state = before ^ 0xffffffff;
  for (let at = 0; at < bytes.length; at++)
    state = (TABLE[(state ^ (bytes[at] as number)) & 0xff] as number) ^ (state >>> 8);
  return (state ^ 0xffffffff) >>> 0;
}

/** Node's own, where it has one: since 20.15 and 22.2. */
const crc32 = (zlib as { crc32?: typeof slowCrc32 }).crc32 ?? slowCrc32;

/** The checksum of zip archives (CRC-32, ISO 3309), of bytes that come in pieces. */
export class Crc32 {
  #value = 0;

  add(bytes: Uint8Array): void {
    this.#value = crc32(bytes, this.#value);
  }

  get value(): number {
    return this.#value;
  }
}
