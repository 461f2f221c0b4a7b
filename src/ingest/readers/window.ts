import { type FileHandle, open } from "node:fs/promises";
import { hasControl } from "./control.ts";

const LARGE = 8 * 1024 * 1024;
const SMALL = 64 * 1024;

/** A moving view of a file: the bytes from `start` to `end` of `bytes` are those not yet consumed. */
export class FileWindow {
  bytes: Buffer;
  start = 0;
  end = 0;
  /** Whether the file ends at `end`. */
  last = false;
  /** Whether the bytes 0x1E or 0x1F were among those read so far. */
  control = false;
  readonly #file: FileHandle;
  #position: number;

  private constructor(file: FileHandle, position: number, size: number) {
    this.bytes = Buffer.allocUnsafe(Math.min(LARGE, Math.max(SMALL, size)));
    this.#file = file;
    this.#position = position;
  }

  static async open(path: string, skip: number): Promise<FileWindow> {
    const file = await open(path);
    // One byte more than the file has, to see its end without growing.
    return new FileWindow(file, skip, (await file.stat()).size + 1);
  }

  get length(): number {
    return this.end - this.start;
  }

  /** Drops what lies before `start` and reads more bytes behind `end`; sets `last` where there are none. */
  async more(): Promise<void> {
    if (this.length === this.bytes.length) {
      const larger = Buffer.allocUnsafe(2 * this.bytes.length);
      this.bytes.copy(larger, 0, this.start, this.end);
      this.bytes = larger;
    } else {
      this.bytes.copyWithin(0, this.start, this.end);
    }
    this.end -= this.start;
    this.start = 0;
    const { bytesRead } = await this.#file.read(this.bytes, this.end, this.bytes.length - this.end, this.#position);
    this.control ||= hasControl(this.bytes.subarray(this.end, this.end + bytesRead));
    this.#position += bytesRead;
    this.end += bytesRead;
    this.last = bytesRead === 0;
  }

  /** Reads until `length` bytes are at hand or the file ends. */
  async ensure(length: number): Promise<void> {
    while (this.length < length && !this.last) await this.more();
  }

  async close(): Promise<void> {
    await this.#file.close();
  }
}
