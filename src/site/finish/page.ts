import type { Locale } from "../../i18n/define.ts";

/** What the finish pass knows of a built page. */
export interface FinishPage {
  /** Path of the file below the output: "zh/index.html". */
  readonly file: string;
  readonly locale: Locale | null;
  /** Address below the language. */
  readonly path: string;
  readonly description: string;
  /** Charts that were taken out before Framework ran. */
  readonly drawings: readonly string[];
  /** The files of the page in each language. */
  readonly files: Readonly<Record<Locale, string>>;
  /** Lines for its head. */
  readonly head: readonly string[];
  /** Where the site will stand, without a slash at its end. */
  readonly origin: string;
  /** As-of date of the release: the only time that a built file may tell. */
  readonly asOf: string;
  /** Language of the page at the root. */
  readonly first: Locale;
}

/** One repair of a built page. Doing it twice gives what doing it once gives. */
export type FinishStep = (html: string, page: FinishPage) => string;
