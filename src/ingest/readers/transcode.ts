import { isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";
import iconv from "iconv-lite";
import { Refusal } from "../refusal.ts";
import { lineBlocks, linesOf } from "./blocks.ts";
import { decodeGb18030 } from "./gb18030.ts";
import type { Encoding } from "./raw.ts";
import { ByteSink } from "./sink.ts";

/** A text that was decoded. */
export interface Decoded {
  readonly path: string;
  /** Lines, ascending, in which U+FFFD stands for bytes that mean no character. */
  readonly faultyLines: readonly number[];
}

/** How bytes of whole lines become UTF-8. Node's own decoder takes Windows-1252 for Latin-1, so not for that. */
interface Decoder {
  /** Writes the text, or nothing where some bytes mean no character. */
  strict(bytes: Buffer, sink: ByteSink): boolean;
  /** With U+FFFD for such bytes. */
  lenient(bytes: Buffer): string;
}

function decoderOf(encoding: Encoding): Decoder {
  if (encoding === "windows-1252") {
    const lenient = (bytes: Buffer) => iconv.decode(bytes, "win1252");
    return { strict: (bytes, sink) => sink.text(lenient(bytes)) >= 0, lenient };
  }
  const gb = encoding === "gb18030";
  const decoder = new TextDecoder(gb ? "gb18030" : "utf-8", { ignoreBOM: true });
  return {
    strict(bytes, sink) {
      if (gb) return sink.fill(3 * bytes.length, (buffer, at) => decodeGb18030(bytes, buffer, at));
      if (!isUtf8(bytes)) return false;
      sink.bytes(bytes, 0, bytes.length);
      return true;
    },
    lenient: (bytes) => decoder.decode(bytes),
  };
}

/** A few records may be damaged; more than one line in a hundred (of few lines: ten, or half) means a wrong guess. */
const isTolerable = (faulty: number, lines: number) => faulty <= Math.max(10, lines / 100) && 2 * faulty <= lines;

/** Decodes a file that is sound, as most are: lines need not be counted. Tells whether it was. */
async function byBlocks(path: string, skip: number, decoder: Decoder, sink: ByteSink): Promise<boolean> {
  for await (const block of lineBlocks(path, skip)) {
    if (!decoder.strict(block, sink)) return false;
    await sink.flush();
  }
  return true;
}

async function byLines(
  path: string,
  skip: number,
  decoder: Decoder,
  sink: ByteSink,
  refuse: (line: number) => Refusal,
): Promise<readonly number[]> {
  const faulty: number[] = [];
  let lines = 0;
  for await (const block of lineBlocks(path, skip)) {
    for (const line of linesOf(block)) {
      lines++;
      if (decoder.strict(line, sink)) continue;
      faulty.push(lines);
      sink.text(decoder.lenient(line));
    }
    if (lines > 10_000 && !isTolerable(faulty.length, lines)) throw refuse(faulty[0] ?? 1);
    await sink.flush();
  }
  if (faulty.length > 0 && !isTolerable(faulty.length, lines)) throw refuse(faulty[0] ?? 1);
  return faulty;
}

/** UTF-16 cannot be cut into lines by bytes: any fault refuses the file. */
async function asStream(
  path: string,
  skip: number,
  encoding: Encoding,
  sink: ByteSink,
  refuse: (line: number) => Refusal,
) {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  let lines = 1;
  const take = (decode: () => string) => {
    let text: string;
    try {
      text = decode();
    } catch {
      throw refuse(lines);
    }
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines++;
    sink.text(text);
  };
  for await (const chunk of createReadStream(path, { start: skip, highWaterMark: 1024 * 1024 })) {
    take(() => decoder.decode(chunk as Buffer, { stream: true }));
    await sink.flush();
  }
  take(() => decoder.decode());
}

/** Calls `write` with a sink for `target`, and closes it whatever happens. */
async function writing<T>(target: string, write: (sink: ByteSink) => Promise<T>): Promise<T> {
  const sink = new ByteSink(target);
  try {
    const result = await write(sink);
    await sink.close();
    return result;
  } catch (error) {
    await sink.abandon();
    throw error;
  }
}

/**
 * Writes a text file as UTF-8 to a new file, line for line. Bytes that mean no character become U+FFFD, and the numbers
 * of their lines are given, so that the records there can be rejected. `target` is asked for a path, again where a
 * first attempt failed.
 *
 * @throws Refusal `damaged_file` where more than a few lines hold such bytes, and at any such fault in UTF-16
 */
export async function transcode(
  path: string,
  { encoding, skip }: { encoding: Encoding; skip: number },
  target: () => string,
  name: string,
): Promise<Decoded> {
  const refuse = (line: number) =>
    new Refusal("damaged_file", "readers.damaged_file", { fault: "encoding" }, { place: { file: name, line } });
  const first = target();
  if (encoding === "utf-16le" || encoding === "utf-16be") {
    await writing(first, (sink) => asStream(path, skip, encoding, sink, refuse));
    return { path: first, faultyLines: [] };
  }
  const decoder = decoderOf(encoding);
  if (await writing(first, (sink) => byBlocks(path, skip, decoder, sink))) return { path: first, faultyLines: [] };
  const second = target();
  const faultyLines = await writing(second, (sink) => byLines(path, skip, decoder, sink, refuse));
  return { path: second, faultyLines };
}
