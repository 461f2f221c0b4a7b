import type { Encoding, Repair } from "./raw.ts";

/** A file of valid UTF-8: the original, or a decoded copy of it with the same lines. */
export interface Utf8Text {
  readonly path: string;
  /** What the original is encoded in. */
  readonly encoding: Encoding;
  /** Bytes of the byte order mark. */
  readonly skip: number;
  /** Lines, ascending, in which U+FFFD stands for bytes of the original that mean no character. */
  readonly faultyLines: readonly number[];
  readonly repaired: Repair | null;
}
