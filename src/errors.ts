import type { MessageKey } from "./i18n/catalogue/index.ts";
import type { Locale } from "./i18n/define.ts";
import { type Params, translate } from "./i18n/translate.ts";

/** Where in a person's material a fault lies. */
export interface Place {
  readonly file?: string;
  readonly line?: number;
  readonly column?: string;
  readonly value?: string;
}

/** Exit codes of the command line; see docs/cli.md. */
export const EXIT = { done: 0, failed: 1, usage: 2, fault: 3 } as const;

/**
 * An error that a person can mend. It carries a key of the catalogue instead of a sentence, so that it can be told in
 * the reader's language, and the place of the fault.
 */
export class ForewarnError extends Error {
  override readonly name = "ForewarnError";
  readonly key: MessageKey;
  readonly params: Params;
  readonly place: Place;
  readonly exitCode: number;
  /** Stable code that scripts may rely on, where there is one; see docs/cli.md. */
  readonly code: string | null;
  /** More faults of the same material, found at the same time. */
  readonly others: readonly ForewarnError[];

  constructor(
    key: MessageKey,
    params: Params = {},
    options: {
      place?: Place;
      exitCode?: number;
      code?: string;
      cause?: unknown;
      others?: readonly ForewarnError[];
    } = {},
  ) {
    super(translate("en", key, params), options.cause === undefined ? undefined : { cause: options.cause });
    this.key = key;
    this.params = params;
    this.place = options.place ?? {};
    this.exitCode = options.exitCode ?? EXIT.failed;
    this.code = options.code ?? null;
    this.others = options.others ?? [];
  }

  /** Several faults as one error: the first, with the others behind it. Null where there is none. */
  static of(faults: readonly ForewarnError[]): ForewarnError | null {
    const [first, ...others] = faults;
    if (!first || others.length === 0) return first ?? null;
    const { key, params, place, exitCode } = first;
    return new ForewarnError(key, params, {
      place,
      exitCode,
      others,
      ...(first.code === null ? {} : { code: first.code }),
    });
  }

  /** The sentence in `locale`, led by `file:line: column "value"` as far as these are known; each other fault on a line of its own. */
  explain(locale: Locale): string {
    const { file, line, column, value } = this.place;
    const where = [file, line === undefined ? undefined : String(line)].filter((part) => part !== undefined).join(":");
    const what = [column, value === undefined ? undefined : JSON.stringify(value)].filter(Boolean).join(" ");
    const lead = [where, what].filter(Boolean).join(" ");
    const sentence = translate(locale, this.key, this.params);
    return [lead ? `${lead}: ${sentence}` : sentence, ...this.others.map((other) => other.explain(locale))].join("\n");
  }
}
