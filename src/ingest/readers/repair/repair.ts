import { isAscii } from "node:buffer";
import { lineBlocks, linesOf } from "../blocks.ts";
import type { Scratch } from "../scratch.ts";
import { ByteSink } from "../sink.ts";
import type { Utf8Text } from "../text.ts";
import { type Reversal, SUSPICIONS, type Suspicion } from "./mistakes.ts";

/** So many lines beyond ASCII tell whether to look at all of them. */
const SAMPLE = 1000;
/** The share of them that must be reversible. */
const NEARLY_ALL = 0.95;

/** What speaks for a wrong decoding of a file. */
class Evidence {
  readonly suspicion: Suspicion;
  reversed = 0;
  others = 0;
  #characters = 0;
  #plausible = 0;
  #telling = 0;

  constructor(suspicion: Suspicion) {
    this.suspicion = suspicion;
  }

  /** The line before the wrong decoding; null where it is not the result of one. */
  add(line: string): Reversal | null {
    const reversal = this.suspicion.reverse(line);
    if (!reversal || reversal.characters === 0) {
      this.others++;
      return null;
    }
    this.reversed++;
    this.#characters += reversal.characters;
    this.#plausible += reversal.plausible;
    this.#telling += reversal.telling;
    return reversal;
  }

  get suffices(): boolean {
    const { plausible, telling, least } = this.suspicion;
    return (
      this.reversed >= NEARLY_ALL * (this.reversed + this.others) &&
      this.#plausible >= plausible * this.#characters &&
      this.#telling >= Math.max(least, telling * this.#characters)
    );
  }
}

/** What the first lines beyond ASCII speak for; null for most files. */
async function suspect(text: Utf8Text): Promise<Suspicion | null> {
  const all = SUSPICIONS.map((suspicion) => new Evidence(suspicion));
  let seen = 0;
  for await (const block of lineBlocks(text.path, text.skip)) {
    if (isAscii(block)) continue;
    for (const line of linesOf(block)) {
      if (isAscii(line)) continue;
      const decoded = line.toString("utf8");
      for (const evidence of all) evidence.add(decoded);
      if (++seen === SAMPLE) break;
    }
    if (seen === SAMPLE) break;
  }
  return all.find((evidence) => evidence.suffices)?.suspicion ?? null;
}

/**
 * Puts right a text that was saved after a wrong decoding: nearly all its lines beyond ASCII can be reversed strictly,
 * the result is what people write, and the wrong form is not. Null where that is not so; a file in which a few cells
 * only are wrong is left alone. Lines that cannot be reversed stay as they are.
 */
export async function repair(text: Utf8Text, scratch: Scratch): Promise<Utf8Text | null> {
  // Of this encoding nothing is certain but that it is no other.
  const suspicion = text.encoding === "windows-1252" ? null : await suspect(text);
  if (!suspicion) return null;
  const evidence = new Evidence(suspicion);
  const path = scratch.path();
  const sink = new ByteSink(path);
  let first = true;
  try {
    for await (const block of lineBlocks(text.path, text.skip)) {
      for (const line of linesOf(block)) {
        const reversal = isAscii(line) ? null : evidence.add(line.toString("utf8"));
        if (!reversal) sink.bytes(line, 0, line.length);
        // A byte order mark can be decoded wrongly too.
        else sink.text(first ? reversal.text.replace(/^\ufeff/, "") : reversal.text);
        first = false;
      }
      await sink.flush();
    }
    await sink.close();
  } catch (error) {
    await sink.abandon();
    throw error;
  }
  if (!evidence.suffices) return null;
  const repaired = { kind: suspicion.kind, lines: evidence.reversed, left: evidence.others };
  return { ...text, path, skip: 0, repaired };
}
