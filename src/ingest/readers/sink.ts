import { type FileHandle, open } from "node:fs/promises";
import { hasControl } from "./control.ts";

const FLUSH_AT = 4 * 1024 * 1024;

/** Gathers bytes and writes them to a new file in large pieces. What is given to it may be reused at once. */
export class ByteSink {
  readonly #path: string;
  #file: FileHandle | undefined;
  #buffer = Buffer.alloc(0);
  #length = 0;
  #control = false;

  constructor(path: string) {
    this.#path = path;
  }

  /** Whether the bytes 0x1E or 0x1F were written; known once the sink is closed. */
  get control(): boolean {
    return this.#control;
  }

  bytes(bytes: Uint8Array, from: number, to: number): void {
    this.#reserve(to - from);
    this.#buffer.set(bytes.subarray(from, to), this.#length);
    this.#length += to - from;
  }

  /** Gives the number of bytes that the text takes. */
  text(text: string): number {
    // Three bytes for a UTF-16 unit is the most that UTF-8 ever needs.
    this.#reserve(3 * text.length);
    const written = this.#buffer.write(text, this.#length, "utf8");
    this.#length += written;
    return written;
  }

  /**
   * Lets `write` put up to `most` bytes into a buffer from an offset on; it gives the offset after the last one, or -1
   * to have nothing written. Tells whether something was.
   */
  fill(most: number, write: (buffer: Buffer, at: number) => number): boolean {
    this.#reserve(most);
    const end = write(this.#buffer, this.#length);
    if (end < 0) return false;
    this.#length = end;
    return true;
  }

  byte(byte: number): void {
    this.#reserve(1);
    this.#buffer[this.#length++] = byte;
  }

  /** Writes what has gathered, if it is worth it or `all` is asked for. */
  async flush(all = false): Promise<void> {
    if (this.#length === 0 || (!all && this.#length < FLUSH_AT)) return;
    this.#file ??= await open(this.#path, "wx");
    this.#control ||= hasControl(this.#buffer.subarray(0, this.#length));
    for (let at = 0; at < this.#length; ) {
      const { bytesWritten } = await this.#file.write(this.#buffer, at, this.#length - at);
      at += bytesWritten;
    }
    this.#length = 0;
  }

  async close(): Promise<void> {
    try {
      await this.flush(true);
      // An empty file is a file too.
      this.#file ??= await open(this.#path, "wx");
    } finally {
      await this.#file?.close();
    }
  }

  /** Closes the file as it is. */
  async abandon(): Promise<void> {
    await this.#file?.close();
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(64 * 1024, 2 * this.#buffer.length, this.#length + more));
    this.#buffer.copy(larger, 0, 0, this.#length);
    this.#buffer = larger;
  }
}
