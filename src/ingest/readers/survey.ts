import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import { digestInThread } from "./digest.ts";
import { type Stamp, stampOf } from "./stamp.ts";
import { Utf8Check } from "./utf8.ts";

const HEAD_BYTES = 1024 * 1024;
/** Large enough that waiting for a read costs little, small enough to stay in the processor's cache. */
const BLOCK = 1024 * 1024;

/** From here on a thread of its own is worth its start. */
const LARGE = 32 * 1024 * 1024;

/** What one pass over a file tells of it. */
export interface Survey {
  readonly bytes: number;
  /** Settles while the file is read on; of a small file it is settled already. */
  readonly sha256: Promise<string>;
  /** The first mebibyte. */
  readonly head: Buffer;
  readonly validUtf8: boolean;
  /** As the file was before the first byte was read. */
  readonly stamp: Stamp;
}

/** Reads a file once from beginning to end. The next block is fetched while the present one is looked at. */
export async function survey(path: string): Promise<Survey> {
  const file = await open(path);
  try {
    const stamp = await stampOf(file);
    const digest = stamp.size >= BigInt(LARGE) ? digestInThread(path) : null;
    // Whoever waits for it is told what went wrong; nobody may ever wait, where another fault comes first.
    digest?.catch(() => undefined);
    const hash = digest ? null : createHash("sha256");
    const utf8 = new Utf8Check();
    let head: Buffer = Buffer.alloc(0);
    let bytes = 0;
    const room = Number(stamp.size) + 1;
    const fetch = (into: Buffer<ArrayBuffer>, at: number) => file.read(into, 0, into.length, at);
    let spare = Buffer.allocUnsafe(Math.min(BLOCK, room));
    let pending = fetch(Buffer.allocUnsafe(Math.min(BLOCK, room)), 0);
    for (;;) {
      const { bytesRead, buffer } = await pending;
      if (bytesRead === 0) break;
      const block = buffer.subarray(0, bytesRead);
      pending = fetch(spare, bytes + bytesRead);
      if (head.length < HEAD_BYTES) head = Buffer.concat([head, block]).subarray(0, HEAD_BYTES);
      bytes += bytesRead;
      hash?.update(block);
      utf8.add(block);
      spare = buffer;
    }
    return { bytes, sha256: digest ?? Promise.resolve(hash?.digest("hex") ?? ""), head, validUtf8: utf8.end(), stamp };
  } finally {
    await file.close();
  }
}
