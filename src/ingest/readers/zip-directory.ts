import type { FileHandle } from "node:fs/promises";
import { Refusal } from "../refusal.ts";
import { entryName } from "./zip-name.ts";

/** What the directory of a zip archive says of one entry. Format: PKWARE APPNOTE.TXT 6.3.10, sections 4.3 and 4.5.3. */
export interface Entry {
  readonly name: string;
  /** 0 stored, 8 deflated; others are not read. */
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  /** Where its local header begins. */
  readonly offset: number;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const ENTRY = 0x02014b50;
const MAX_DIRECTORY = 64 * 1024 * 1024;

interface Extent {
  readonly offset: number;
  readonly size: number;
  readonly entries: number;
}

async function readAt(file: FileHandle, offset: number, length: number): Promise<Buffer | null> {
  if (offset < 0 || length < 0) return null;
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, offset);
  return bytesRead === length ? buffer : null;
}

/** Where the directory stands, from the record at the end of the file. */
async function findDirectory(file: FileHandle, bytes: number): Promise<Extent | null> {
  const length = Math.min(bytes, 65_535 + 22);
  const tail = await readAt(file, bytes - length, length);
  if (!tail) return null;
  let at = tail.length - 22;
  while (at >= 0 && tail.readUInt32LE(at) !== END) at--;
  if (at < 0) return null;
  const small = {
    entries: tail.readUInt16LE(at + 10),
    size: tail.readUInt32LE(at + 12),
    offset: tail.readUInt32LE(at + 16),
  };
  if (small.entries < 0xffff && small.size < 0xffffffff && small.offset < 0xffffffff) return small;
  if (at < 20 || tail.readUInt32LE(at - 20) !== LOCATOR_64) return small;
  const large = await readAt(file, Number(tail.readBigUInt64LE(at - 12)), 56);
  if (!large || large.readUInt32LE(0) !== END_64) return null;
  return {
    entries: Number(large.readBigUInt64LE(32)),
    size: Number(large.readBigUInt64LE(40)),
    offset: Number(large.readBigUInt64LE(48)),
  };
}

/** The sizes and the offset of an entry where they take 64 bits: those of the three that are all ones stand here. */
function wide(extra: Buffer, values: readonly number[]): number[] | null {
  if (values.every((value) => value !== 0xffffffff)) return [...values];
  for (let at = 0; at + 4 <= extra.length; ) {
    const length = extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === 1) {
      let from = at + 4;
      const found = values.map((value) => {
        if (value !== 0xffffffff || from + 8 > extra.length) return value;
        from += 8;
        return Number(extra.readBigUInt64LE(from - 8));
      });
      return found;
    }
    at += 4 + length;
  }
  return null;
}

function parseDirectory(directory: Buffer, entries: number): Entry[] | null {
  const found: Entry[] = [];
  let at = 0;
  for (let index = 0; index < entries; index++) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== ENTRY) return null;
    const flags = directory.readUInt16LE(at + 8);
    const nameEnd = at + 46 + directory.readUInt16LE(at + 28);
    const extraEnd = nameEnd + directory.readUInt16LE(at + 30);
    const next = extraEnd + directory.readUInt16LE(at + 32);
    if (next > directory.length) return null;
    const extra = directory.subarray(nameEnd, extraEnd);
    const values = wide(extra, [
      directory.readUInt32LE(at + 24),
      directory.readUInt32LE(at + 20),
      directory.readUInt32LE(at + 42),
    ]);
    if (!values) return null;
    const [size = 0, packed = 0, offset = 0] = values;
    found.push({
      name: entryName(directory.subarray(at + 46, nameEnd), extra, (flags & 0x800) !== 0),
      method: directory.readUInt16LE(at + 10),
      encrypted: (flags & 1) === 1,
      crc: directory.readUInt32LE(at + 16),
      packed,
      size,
      offset,
    });
    at = next;
  }
  return found;
}

/**
 * The directory of a zip archive. Names may occur twice.
 *
 * @throws Refusal `damaged_file` where it is missing or cut
 */
export async function readDirectory(file: FileHandle, bytes: number, name: string): Promise<readonly Entry[]> {
  const extent = await findDirectory(file, bytes);
  const directory =
    extent && extent.size <= Math.min(bytes, MAX_DIRECTORY) ? await readAt(file, extent.offset, extent.size) : null;
  const entries = extent && directory ? parseDirectory(directory, extent.entries) : null;
  if (!entries)
    throw new Refusal("damaged_file", "readers.damaged_file", { fault: "archive" }, { place: { file: name } });
  return entries;
}
