import { stat } from "node:fs/promises";
import { Refusal } from "../refusal.ts";
import { binaryKind } from "./format.ts";
import { Guard } from "./guard.ts";
import { gunzip, unzippedName } from "./gzip.ts";
import { readHead } from "./head.ts";
import { isSkipped, isUnsafeName, MemberNames, shownName } from "./member-name.ts";
import { Scratch } from "./scratch.ts";
import { ByteSink } from "./sink.ts";
import { Zip } from "./zip.ts";

/** How deep archives may stand in archives: a zip in a zip in a zip. */
export const MAX_DEPTH = 3;
export const MAX_MEMBERS = 10_000;

/** One file to read: a file that is no archive, or what was in one. */
export type Member = {
  /** How messages call it: `outer.zip/inner/list.csv`. */
  readonly name: string;
  /** The archive on the disk that it came out of, as messages call that; null where it came out of none. */
  readonly archive: string | null;
} & (
  | { readonly path: string; readonly refusal: null }
  /** It could not be unpacked; others of the archive can. */
  | { readonly path: null; readonly refusal: Refusal }
);

/** A file within an archive. */
interface Packed {
  readonly name: string;
  content(guard: Guard): AsyncGenerator<Buffer>;
}

/** An archive that was opened. */
interface Opened {
  readonly packed: readonly Packed[];
  close(): Promise<void>;
}

/** Workbooks and documents are archives too, but not such that hold files to read. */
function isDocument(zip: Zip): boolean {
  return ["[Content_Types].xml", "xl/workbook.xml", "mimetype"].some((name) => zip.entries.has(name));
}

/** Opens a file as an archive; null where it is none, or one of which the reader of workbooks tells what is wrong. */
async function openArchive(path: string, name: string, guard: Guard): Promise<Opened | null> {
  const { head } = await readHead(path, 0, 8);
  const kind = binaryKind(head);
  if (kind === "gzip") {
    const inside = `${name}/${unzippedName(name)}`;
    return { packed: [{ name: inside, content: (watch) => gunzip(path, name, watch) }], close: async () => {} };
  }
  if (kind !== "zip") return null;
  const zip = await Zip.open(path, name, guard.fork()).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === "damaged_file") return null;
    throw error;
  });
  if (!zip) return null;
  const close = () => zip.close();
  try {
    const unsafe = zip.list.find((entry) => isUnsafeName(entry.name));
    if (unsafe) throw guard.refusal({ fault: "name", part: shownName(unsafe.name) });
    if (isDocument(zip)) {
      await close();
      return null;
    }
    const wanted = zip.list.filter((entry) => !isSkipped(entry.name));
    if (wanted.length > MAX_MEMBERS) throw guard.refusal({ fault: "count" });
    const names = new MemberNames(name);
    return {
      packed: wanted.map((entry) => ({ name: names.next(entry.name), content: (watch) => zip.content(entry, watch) })),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Unpacks archives, one file at a time. */
class Unpacker {
  readonly #scratch: Scratch;
  readonly #archive: string;
  readonly #guard: Guard;
  /** Whether archives are only looked through: what is no archive then need not be written. */
  readonly #looking: boolean;

  constructor(scratch: Scratch, archive: string, guard: Guard, looking: boolean) {
    this.#scratch = scratch;
    this.#archive = archive;
    this.#guard = guard;
    this.#looking = looking;
  }

  /** The files in a file at `depth` (0: on the disk), which is one itself if it is no archive. */
  async *members(path: string, name: string, depth: number, looked: boolean): AsyncGenerator<Member> {
    const opened = await openArchive(path, name, this.#guard);
    if (!opened) {
      yield { path, name, archive: depth === 0 ? null : this.#archive, refusal: null };
      return;
    }
    try {
      if (depth === MAX_DEPTH) throw this.#guard.refusal({ fault: "depth", part: name });
      // That nothing is in it must be told too: nobody would miss the file otherwise.
      if (opened.packed.length === 0) {
        const refusal = new Refusal("empty_file", "readers.empty_archive", {}, { place: { file: name } });
        yield { path: null, name, archive: depth === 0 ? null : this.#archive, refusal };
      }
      const many = opened.packed.length > 1;
      // Nothing of an archive may be given before it is known to be safe throughout.
      if (many && !looked) {
        const look = new Unpacker(this.#scratch, this.#archive, this.#guard.fork(), true);
        for await (const _ of look.members(path, name, depth, true));
      }
      for (const packed of opened.packed) yield* this.#unpack(packed, depth + 1, looked || many);
    } finally {
      await opened.close();
    }
  }

  async *#unpack(packed: Packed, depth: number, looked: boolean): AsyncGenerator<Member> {
    const { name } = packed;
    const path = this.#scratch.path();
    try {
      const refusal = await this.#write(packed, path);
      if (refusal) yield { path: null, name, archive: this.#archive, refusal };
      else yield* this.members(path, name, depth, looked);
    } finally {
      await this.#scratch.remove(path);
    }
  }

  /** Gives what is wrong with the content; throws what is wrong with the archive as a whole. */
  async #write(packed: Packed, path: string): Promise<Refusal | null> {
    const sink = new ByteSink(path);
    let wanted: boolean | null = null;
    try {
      for await (const piece of packed.content(this.#guard)) {
        wanted ??= !this.#looking || ["zip", "gzip"].includes(binaryKind(piece) ?? "");
        if (wanted) sink.bytes(piece, 0, piece.length);
        await sink.flush();
      }
      await sink.close();
      return null;
    } catch (error) {
      await sink.abandon();
      if (error instanceof Refusal && error.code === "damaged_file") return error;
      throw error;
    }
  }
}

/**
 * The files to read in a file: the file itself if it is no archive, else what a zip or gzip file holds, archives within
 * it unpacked too. Folders, hidden files and what macOS adds are left out; all else is given, to be read or refused by
 * its content. A file is unpacked to `temporary` under a name of ours, and is there until the next one is asked for. A
 * zip of several files is looked through before the first is given, so that nothing of an unsafe one is ever loaded.
 *
 * A file that is damaged or needs a password is given with the Refusal that tells so.
 *
 * @throws Refusal `unsafe_archive` for all of it: more than 2 GiB or 200 times its size would come out, archives nested
 * deeper than 3, more than 10,000 files in one, names that lead out of a folder or hold control characters
 */
export async function* members(
  path: string,
  { temporary, name }: { readonly temporary: string; readonly name: string },
): AsyncGenerator<Member> {
  const scratch = new Scratch(temporary);
  try {
    const info = await stat(path).catch(() => null);
    // What cannot be opened is no archive; whoever reads it tells why.
    if (!info?.isFile()) yield { path, name, archive: null, refusal: null };
    else yield* new Unpacker(scratch, name, new Guard(info.size, name), false).members(path, name, 0, false);
  } finally {
    await scratch.keepOnly([]);
  }
}
