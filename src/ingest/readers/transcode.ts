import { createReadStream } from "node:fs";
import iconv from "iconv-lite";
import { Refusal } from "../refusal.ts";
import { countLines, lineBlocks, linesOf } from "./blocks.ts";
import type { Encoding } from "./raw.ts";
import { ByteSink } from "./sink.ts";

type Decode = (bytes: Buffer) => string;

/** Decodes strictly, then leniently with U+FFFD. Node's own decoder takes Windows-1252 for Latin-1, so not for that. */
function decoders(encoding: Encoding): { strict: Decode; lenient: Decode } {
  if (encoding === "windows-1252") {
    const decode = (bytes: Buffer) => iconv.decode(bytes, "win1252");
    return { strict: decode, lenient: decode };
  }
  const strict = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  const lenient = new TextDecoder(encoding, { ignoreBOM: true });
  return { strict: (bytes) => strict.decode(bytes), lenient: (bytes) => lenient.decode(bytes) };
}

function attempt(decode: Decode, bytes: Buffer): string | null {
  try {
    return decode(bytes);
  } catch {
    return null;
  }
}

/** A few records may be damaged; more than one line in a hundred (of few lines: ten, or half) means a wrong guess. */
const isTolerable = (faulty: number, lines: number) => faulty <= Math.max(10, lines / 100) && 2 * faulty <= lines;

async function byLines(
  path: string,
  skip: number,
  encoding: Encoding,
  sink: ByteSink,
  refuse: (line: number) => Refusal,
) {
  const { strict, lenient } = decoders(encoding);
  const faulty: number[] = [];
  let lines = 0;
  for await (const block of lineBlocks(path, skip)) {
    const text = attempt(strict, block);
    if (text !== null) {
      sink.text(text);
      lines += countLines(block);
    } else {
      for (const line of linesOf(block)) {
        lines++;
        const decoded = attempt(strict, line);
        if (decoded === null) faulty.push(lines);
        sink.text(decoded ?? lenient(line));
      }
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
  const take = (chunk?: Buffer) => {
    const text = attempt(
      (bytes) => (chunk ? decoder.decode(bytes, { stream: true }) : decoder.decode()),
      chunk ?? Buffer.alloc(0),
    );
    if (text === null) throw refuse(lines);
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines++;
    sink.text(text);
  };
  for await (const chunk of createReadStream(path, { start: skip, highWaterMark: 1024 * 1024 })) {
    take(chunk as Buffer);
    await sink.flush();
  }
  take();
}

/**
 * Writes a text file as UTF-8 to `target`, line for line. Bytes that mean no character become U+FFFD, and the numbers
 * of their lines are given, ascending, so that the records there can be rejected.
 *
 * @throws Refusal `damaged_file` where more than a few lines hold such bytes, and at any such fault in UTF-16
 */
export async function transcode(
  path: string,
  { encoding, skip }: { encoding: Encoding; skip: number },
  target: string,
  name: string,
): Promise<readonly number[]> {
  const sink = new ByteSink(target);
  const refuse = (line: number) =>
    new Refusal("damaged_file", "readers.damaged_file", { fault: "encoding" }, { place: { file: name, line } });
  try {
    const utf16 = encoding === "utf-16le" || encoding === "utf-16be";
    const faulty = utf16
      ? await asStream(path, skip, encoding, sink, refuse).then(() => [])
      : await byLines(path, skip, encoding === "utf-8-bom" ? "utf-8" : encoding, sink, refuse);
    await sink.close();
    return faulty;
  } catch (error) {
    await sink.abandon();
    throw error;
  }
}
