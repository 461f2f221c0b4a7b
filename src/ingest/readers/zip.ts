import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { pipeline } from "node:stream";
import { createInflateRaw } from "node:zlib";
import { Refusal } from "../refusal.ts";
import { Crc32 } from "./crc32.ts";
import { Guard } from "./guard.ts";
import { type Entry, readDirectory } from "./zip-directory.ts";

/** An open zip archive. Entries are unpacked as streams; nothing of it is ever written under a name of its own. */
export class Zip {
  /** By name; of several with one name the last, as most programs take it. */
  readonly entries: ReadonlyMap<string, Entry>;
  /** As they stand in the directory. */
  readonly list: readonly Entry[];
  readonly #path: string;
  readonly #name: string;
  readonly #file: FileHandle;
  readonly #guard: Guard;

  private constructor(path: string, name: string, file: FileHandle, guard: Guard, list: readonly Entry[]) {
    this.#path = path;
    this.#name = name;
    this.#file = file;
    this.#guard = guard;
    this.list = list;
    this.entries = new Map(list.map((entry) => [entry.name, entry]));
    guard.expect(list.reduce((sum, entry) => sum + entry.size, 0));
  }

  /**
   * Opens an archive. `name` is how messages call it; `guard` knows the archive it was in, if it was in one.
   *
   * @throws Refusal `damaged_file`; `unsafe_archive` where the sizes it declares are those of a bomb
   */
  static async open(path: string, name: string, guard?: Guard): Promise<Zip> {
    const file = await open(path);
    try {
      const { size } = await file.stat();
      return new Zip(path, name, file, guard ?? new Guard(size, name), await readDirectory(file, size, name));
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.#file.close();
  }

  /**
   * The content of an entry, watched by the archive's guard or another. Its length and checksum are verified when it
   * ends.
   *
   * @throws Refusal `damaged_file`; `unsafe_archive` as soon as more comes out of it than is safe
   */
  async *content(entry: Entry, guard = this.#guard): AsyncGenerator<Buffer> {
    const header = Buffer.alloc(30);
    await this.#file.read(header, 0, 30, entry.offset);
    const readable = header.readUInt32LE(0) === 0x04034b50 && (entry.method === 0 || entry.method === 8);
    if (entry.encrypted) throw this.#damaged("password", entry.name);
    if (!readable) throw this.#damaged("archive", entry.name);
    const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
    let size = 0;
    const crc = new Crc32();
    for await (const piece of this.#pieces(entry, start)) {
      size += piece.length;
      guard.add(piece.length);
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

  #damaged(fault: "archive" | "checksum" | "password", part: string, cause?: unknown): Refusal {
    return new Refusal(
      "damaged_file",
      "readers.damaged_file",
      { fault, part },
      { place: { file: this.#name }, ...(cause === undefined ? {} : { cause }) },
    );
  }
}
