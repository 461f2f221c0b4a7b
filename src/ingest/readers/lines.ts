import type { LineMap } from "./raw.ts";

/** Builds a {@link LineMap} from records told in their order: only the points where the distance changes are kept. */
export class LineMapBuilder {
  readonly #record: number[] = [];
  readonly #line: number[] = [];
  #distance = 0;

  add(record: number, line: number): void {
    if (line - record === this.#distance) return;
    this.#distance = line - record;
    this.#record.push(record);
    this.#line.push(line);
  }

  build(): LineMap {
    return { record: this.#record, line: this.#line };
  }
}
