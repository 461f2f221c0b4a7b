import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { Utf8Check } from "./utf8.ts";

const HEAD_BYTES = 1024 * 1024;

/** What one pass over a file tells of it. */
export interface Survey {
  readonly bytes: number;
  readonly sha256: string;
  /** The first mebibyte. */
  readonly head: Buffer;
  readonly validUtf8: boolean;
}

/** Reads a file once from beginning to end. */
export async function survey(path: string): Promise<Survey> {
  const hash = createHash("sha256");
  const utf8 = new Utf8Check();
  const first: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: HEAD_BYTES }) as AsyncIterable<Buffer>) {
    if (bytes < HEAD_BYTES) first.push(chunk);
    bytes += chunk.length;
    hash.update(chunk);
    utf8.add(chunk);
  }
  const head = Buffer.concat(first).subarray(0, HEAD_BYTES);
  return { bytes, sha256: hash.digest("hex"), head, validUtf8: utf8.end() };
}
