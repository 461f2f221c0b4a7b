import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { pipeline } from "node:stream";
import { createInflateRaw } from "node:zlib";
import { Refusal } from "../refusal.ts";
import { Crc32 } from "./crc32.ts";
import { type Entry, readDirectory } from "./zip-directory.ts";

/** What an archive may unpack to; beyond, it is taken for a bomb. */
export const MAX_UNPACKED = 2 * 1024 ** 3;
export const MAX_RATIO = 200;
/** A high ratio alone is no sign: small files of one character have it. */
export const RATIO_MATTERS_FROM = 100 * 1024 ** 2;

/** An open zip archive. Entries are unpacked as streams; nothing of it is ever written under a name of its own. */
export class Zip {
  readonly entries: ReadonlyMap<string, Entry>;
  readonly #path: string;
  readonly #name: string;
  readonly #file: FileHandle;
  readonly #bytes: number;
  #unpacked = 0;

  private constructor(
    path: string,
    name: string,
    file: FileHandle,
    bytes: number,
    entries: ReadonlyMap<string, Entry>,
  ) {
    this.#path = path;
    this.#name = name;
    this.#file = file;
    this.#bytes = bytes;
    this.entries = entries;
    let declared = 0;
    for (const entry of entries.values()) declared += entry.size;
    this.#guard(declared);
  }

  /**
   * Opens an archive. `name` is how messages call it.
   *
   * @throws Refusal `damaged_file`; `unsafe_archive` where the sizes it declares are those of a bomb
   */
  static async open(path: string, name: string): Promise<Zip> {
    const file = await open(path);
    try {
      const { size } = await file.stat();
      return new Zip(path, name, file, size, await readDirectory(file, size, name));
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.#file.close();
  }

  /**
   * The content of an entry. Its length and checksum are verified when it ends.
   *
   * @throws Refusal `damaged_file`; `unsafe_archive` as soon as more comes out of it than is safe
   */
  async *content(entry: Entry): AsyncGenerator<Buffer> {
    const header = Buffer.alloc(30);
    await this.#file.read(header, 0, 30, entry.offset);
    const readable = header.readUInt32LE(0) === 0x04034b50 && (entry.method === 0 || entry.method === 8);
    if (!readable || entry.encrypted) throw this.#damaged("archive", entry.name);
    const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
    let size = 0;
    const crc = new Crc32();
    for await (const piece of this.#pieces(entry, start)) {
      size += piece.length;
      this.#unpacked += piece.length;
      this.#guard(this.#unpacked);
      crc.add(piece);
      yield piece;
    }
    if (size !== entry.size || crc.value !== entry.crc) throw this.#damaged("checksum", entry.name);
  }

  async *#pieces(entry: Entry, start: number): AsyncGenerator<Buffer> {
    if (entry.packed === 0) return;
    const packed = createReadStream(this.#path, { start, end: start + entry.packed - 1, highWaterMark: 256 * 1024 });
    // The callback keeps an error from being thrown beside; it reaches the reader of the stream too.
    const stream = entry.method === 0 ? packed : pipeline(packed, createInflateRaw({ chunkSize: 64 * 1024 }), () => {});
    try {
      for await (const piece of stream) yield piece as Buffer;
    } catch (error) {
      throw this.#damaged("archive", entry.name, error);
    } finally {
      packed.destroy();
    }
  }

  #guard(size: number): void {
    const ratio = Math.floor(size / Math.max(1, this.#bytes));
    if (size <= MAX_UNPACKED && (size <= RATIO_MATTERS_FROM || ratio <= MAX_RATIO)) return;
    throw new Refusal("unsafe_archive", "readers.unsafe_archive", { size, ratio }, { place: { file: this.#name } });
  }

  #damaged(fault: "archive" | "checksum", part: string, cause?: unknown): Refusal {
    return new Refusal(
      "damaged_file",
      "readers.damaged_file",
      { fault, part },
      { place: { file: this.#name }, ...(cause === undefined ? {} : { cause }) },
    );
  }
}
