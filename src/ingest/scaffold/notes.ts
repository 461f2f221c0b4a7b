import type { MessageKey } from "../../i18n/catalogue/index.ts";
import type { Params } from "../../i18n/translate.ts";
import type { Sure } from "./assign.ts";
import type { Footnote, Path, Remark } from "./document.ts";

/** One thing that was guessed, why, and how sure that is. */
export interface Guess {
  /** Caption of the column; null for what concerns the whole file. */
  readonly column: string | null;
  /** Field of the record, or key of the profile. */
  readonly field: string;
  readonly reason: string;
  readonly sure: Sure;
  /** Whether nothing but a convention decides, so that a person must. */
  readonly loud: boolean;
}

/** Gives a text in the person's language. */
export type Translate = (key: MessageKey, params?: Params) => string;

/** Joins parts of a reason as the language does. */
export function joined(t: Translate, parts: readonly string[]): string {
  return parts.reduce((first, second) => t("profile.guess.joined", { first, second }));
}

/** The remarks and guesses of a profile in the making. */
export class Notes {
  readonly remarks: Remark[] = [];
  readonly footnotes: Footnote[] = [];
  readonly guesses: Guess[] = [];
  readonly t: Translate;

  constructor(t: Translate) {
    this.t = t;
  }

  /** Puts a guess on a line. What nothing but a convention decides is told in capitals. */
  guess(path: Path, guess: Omit<Guess, "loud">, loud = false): void {
    this.guesses.push({ ...guess, loud });
    const lead = loud ? "GUESS:" : "guess:";
    const sure = this.t(`profile.sure.${guess.sure}`);
    this.remarks.push({ path, text: `${lead} ${this.t("profile.guess.line", { reason: guess.reason, sure })}` });
  }
}
