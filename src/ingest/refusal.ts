import { ForewarnError, type Place } from "../errors.ts";
import type { MessageKey } from "../i18n/catalogue/index.ts";
import type { Params } from "../i18n/translate.ts";

/** Why a file is refused whole; stable machine codes of the command line, see docs/cli.md. */
export const REFUSAL_CODES = [
  "no_profile",
  "ambiguous_profile",
  "aggregate_table",
  "damaged_file",
  "empty_file",
  "locked_warehouse",
  "newer_schema",
  "unsafe_archive",
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** A file of which nothing is loaded; the other files of the batch still are. */
export class Refusal extends ForewarnError {
  declare readonly code: RefusalCode;

  constructor(
    code: RefusalCode,
    key: MessageKey,
    params: Params = {},
    options: { place?: Place; exitCode?: number; cause?: unknown } = {},
  ) {
    super(key, params, { ...options, code });
  }
}
