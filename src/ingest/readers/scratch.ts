import { rm } from "node:fs/promises";
import { join } from "node:path";

let made = 0;

/** Names the temporary files of one reading, and removes those that are not wanted in the end. */
export class Scratch {
  readonly #folder: string;
  readonly #paths = new Set<string>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** A path that no other reading uses. */
  path(): string {
    made++;
    const path = join(this.#folder, `table-${process.pid}-${made}.csv`);
    this.#paths.add(path);
    return path;
  }

  async remove(path: string): Promise<void> {
    if (this.#paths.delete(path)) await rm(path, { force: true });
  }

  /** Removes every file but those in `wanted`. */
  async keepOnly(wanted: readonly string[]): Promise<void> {
    for (const path of [...this.#paths]) if (!wanted.includes(path)) await this.remove(path);
  }
}
