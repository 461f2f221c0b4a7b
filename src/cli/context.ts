import path from "node:path";
import { readSettings, type Settings } from "../config/settings.ts";
import type { MessageKey } from "../i18n/catalogue/index.ts";
import { LOCALES, type Locale } from "../i18n/define.ts";
import { type Params, translate } from "../i18n/translate.ts";
import { oneOf } from "./choice.ts";
import type { Io } from "./io.ts";
import { makeProgress, type Progress } from "./progress.ts";

/** What a command is given: the world, the bureau's folder and settings, and the reader's language. */
export interface CommandContext {
  readonly io: Io;
  readonly progress: Progress;
  readonly json: boolean;
  readonly data: string;
  readonly settings: Settings;
  readonly locale: Locale;
  t(key: MessageKey, params?: Params): string;
  /** Today's date in the bureau's zone. */
  readonly today: string;
  /** A path below the data folder. */
  at(...parts: string[]): string;
  /** Prints the one JSON document of `--json`. */
  print(document: unknown): void;
  /** A line for a person: on standard output, or on standard error where `--json` keeps that clean. */
  say(line: string): void;
}

export interface CommonOptions {
  readonly data?: string;
  readonly json?: boolean;
  readonly lang?: string;
  readonly debug?: boolean;
}

/** Opens a context from a command's options; `data` is the folder that a command uses unless told otherwise. */
export async function openContext(
  io: Io,
  options: CommonOptions,
  fallback: Locale,
  data = "data/bureau",
): Promise<CommandContext> {
  oneOf("--lang", options.lang, LOCALES, fallback);
  const folder = options.data ?? io.env.FOREWARN_DATA ?? data;
  const settings = await readSettings(folder);
  const asked = options.lang === "zh" || options.lang === "en" ? options.lang : undefined;
  const locale = asked ?? settings.language ?? fallback;
  const json = options.json ?? false;
  return {
    io,
    progress: makeProgress(io),
    json,
    data: folder,
    settings,
    locale,
    today: new Intl.DateTimeFormat("sv-SE", { timeZone: settings.timeZone }).format(io.now()),
    t: (key, params) => translate(locale, key, params),
    at: (...parts) => path.join(folder, ...parts),
    print: (document) => io.out(`${JSON.stringify(document, null, 2)}\n`),
    say: (line) => (json ? io.err(`${line}\n`) : io.out(`${line}\n`)),
  };
}
