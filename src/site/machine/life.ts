import type { Locale } from "../../i18n/define.ts";
import { translate } from "../../i18n/translate.ts";
import type { Warning } from "../../warnings/read.ts";
import type { WarningStatus } from "../../warnings/record.ts";
import { isInForce } from "../../warnings/record.ts";
import { formatter } from "../format.ts";
import { titleText, toldIn, type Words } from "../pages/public/words.ts";

/** A sentence about what became of a warning, and what follows it: a reason, or the title of another warning. */
export interface LifeSentence {
  readonly lead: string;
  readonly words: Words | null;
  /** Id of the warning whose title the words are. */
  readonly other: string | null;
}

/** The corrections of a warning, each with its day: the first `count` of them. */
export const correctedSentences = ({ record }: Warning, locale: Locale, count = Number.POSITIVE_INFINITY) =>
  record.corrections.slice(0, count).map(
    (it): LifeSentence => ({
      lead: translate(locale, "public.corrected", { date: formatter(locale).date(it.date) }),
      words: toldIn(it, locale),
      other: null,
    }),
  );

/** Why a warning was withdrawn, on `day`. */
export const withdrawnSentence = ({ record }: Warning, locale: Locale, day: string): LifeSentence => ({
  lead: translate(locale, "public.withdrawn", { date: formatter(locale).date(day) }),
  words: record.reason && toldIn(record.reason, locale),
  other: null,
});

/** Which warning took the place of one, on `day`. */
export function supersededSentence(
  { record }: Warning,
  all: readonly Warning[],
  locale: Locale,
  day: string,
): LifeSentence {
  const successor = all.find(({ id }) => id === record.supersededBy);
  return {
    lead: translate(locale, "public.superseded", { date: formatter(locale).date(day) }),
    words: successor ? titleText(successor, locale) : null,
    other: successor?.id ?? null,
  };
}

/** What ended a warning that is in this state; null for one in force. */
export function endSentence(
  warning: Warning,
  all: readonly Warning[],
  locale: Locale,
  state: WarningStatus,
): LifeSentence | null {
  const { updated, issued, expires } = warning.record;
  const day = updated ?? issued ?? "";
  if (state === "withdrawn") return withdrawnSentence(warning, locale, day);
  if (state === "superseded") return supersededSentence(warning, all, locale, day);
  if (state !== "expired" || expires === null) return null;
  return {
    lead: translate(locale, "public.expired", { date: formatter(locale).date(expires) }),
    words: null,
    other: null,
  };
}

/** Parts of a text one after another, with a space between them where the language has it. */
export const joined = (locale: Locale, parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null).join(locale === "en" ? " " : "");

/** The sentence as plain text. */
export const sentenceText = (locale: Locale, { lead, words }: LifeSentence): string =>
  joined(locale, [lead, words?.text ?? null]);

/** The title of a warning, with its state before it where it is no longer in force; in the language of the title. */
export function titleWithState(warning: Warning, locale: Locale, state: WarningStatus): Words {
  const { text, lang } = titleText(warning, locale);
  if (isInForce(state)) return { text, lang };
  const own = lang === null ? locale : "zh";
  const name = translate(own, `warnings.status.${state}`);
  return { text: translate(own, "machine.titleEnded", { state: name, title: text }), lang };
}
