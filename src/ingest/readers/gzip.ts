import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { Refusal } from "../refusal.ts";
import type { Guard } from "./guard.ts";

/**
 * What a gzip file holds (RFC 1952), its parts one after the other if there are several. Length and checksum are
 * verified by zlib.
 *
 * @throws Refusal `damaged_file`; `unsafe_archive` as soon as more comes out of it than is safe
 */
export async function* gunzip(path: string, name: string, guard: Guard): AsyncGenerator<Buffer> {
  const packed = createReadStream(path, { highWaterMark: 256 * 1024 });
  // The callback keeps an error from being thrown beside; it reaches the reader of the stream too.
  const stream = pipeline(packed, createGunzip({ chunkSize: 64 * 1024 }), () => {});
  try {
    for await (const piece of stream as AsyncIterable<Buffer>) {
      guard.add(piece.length);
      yield piece;
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const place = { file: name };
    throw new Refusal("damaged_file", "readers.damaged_file", { fault: "archive" }, { place, cause: error });
  } finally {
    packed.destroy();
  }
}

/** What the content of `list.csv.gz` is called: `list.csv`. */
export function unzippedName(name: string): string {
  const base = name.slice(name.lastIndexOf("/") + 1);
  return base.replace(/\.tgz$/i, ".tar").replace(/(.)\.gz$/i, "$1");
}
