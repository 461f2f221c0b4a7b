import type { MessageKey } from "../i18n/catalogue/index.ts";
import type { Params } from "../i18n/translate.ts";

/** Why a row cannot be loaded. */
export type RejectionCode =
  | "not_a_number"
  | "not_a_date"
  | "future_date"
  | "out_of_range"
  | "missing_required"
  | "wrong_column_count"
  | "bad_encoding"
  | "total_row"
  | "header_row"
  | "unknown_code";

/** A rejected row, told by its first fault. */
export interface Rejection {
  readonly line: number;
  /** The sheet, where the file has several. */
  readonly sheet: string | null;
  readonly column: string | null;
  readonly value: string | null;
  readonly code: RejectionCode;
  /** The message of the code, as a key of the catalogue. */
  readonly key: MessageKey;
  readonly params: Params;
}

export interface Counts {
  readonly rows: number;
  readonly accepted: number;
  readonly unchanged: number;
  readonly duplicate: number;
  readonly rejected: number;
}

/** A remark on a file that was loaded: a key of the catalogue. */
export interface Note {
  readonly key: MessageKey;
  readonly params: Params;
}

/** What became of one file. Where it was refused all counts are 0. */
export interface FileResult extends Counts {
  readonly path: string;
  readonly sha256: string | null;
  readonly format: string | null;
  readonly encoding: string | null;
  readonly profile: string | null;
  /** The first 100 rejected rows. */
  readonly rejections: readonly Rejection[];
  readonly notes: readonly Note[];
  readonly refused: { readonly code: string; readonly key: MessageKey; readonly params: Params } | null;
}
