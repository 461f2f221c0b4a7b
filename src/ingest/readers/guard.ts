import { Refusal } from "../refusal.ts";

/** What an archive may unpack to; beyond, it is taken for a bomb. */
export const MAX_UNPACKED = 2 * 1024 ** 3;
export const MAX_RATIO = 200;
/** A high ratio alone is no sign: small files of one character have it. */
export const RATIO_MATTERS_FROM = 100 * 1024 ** 2;

/** Watches over what comes out of an archive, those within it included. */
export class Guard {
  readonly #bytes: number;
  readonly #name: string;
  #unpacked = 0;

  /** `bytes` is the size of the archive, `name` how messages call it. */
  constructor(bytes: number, name: string) {
    this.#bytes = bytes;
    this.#name = name;
  }

  /** A guard that has seen the same and goes its own way from now on. */
  fork(): Guard {
    const other = new Guard(this.#bytes, this.#name);
    other.#unpacked = this.#unpacked;
    return other;
  }

  /**
   * Bytes that came out.
   *
   * @throws Refusal `unsafe_archive`
   */
  add(bytes: number): void {
    this.#unpacked += bytes;
    this.expect(0);
  }

  /**
   * Bytes that an archive says would come out next.
   *
   * @throws Refusal `unsafe_archive`
   */
  expect(bytes: number): void {
    const size = this.#unpacked + bytes;
    const ratio = Math.floor(size / Math.max(1, this.#bytes));
    if (size <= MAX_UNPACKED && (size <= RATIO_MATTERS_FROM || ratio <= MAX_RATIO)) return;
    throw this.refusal({ fault: "size", size, ratio });
  }

  refusal(params: {
    fault: "size" | "name" | "depth" | "count";
    size?: number;
    ratio?: number;
    part?: string;
  }): Refusal {
    return new Refusal(
      "unsafe_archive",
      "readers.unsafe_archive",
      { size: 0, ratio: 0, part: "", ...params },
      { place: { file: this.#name } },
    );
  }
}
