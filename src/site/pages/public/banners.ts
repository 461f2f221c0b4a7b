import type { Locale } from "../../../i18n/define.ts";
import { translate } from "../../../i18n/translate.ts";
import type { Warning } from "../../../warnings/read.ts";
import { isInForce, stateOn } from "../../../warnings/record.ts";
import { formatter } from "../../format.ts";
import { type Card, card } from "./cards.ts";
import { toldIn, type Words } from "./words.ts";

/** A line above a warning's text that a reader must not miss. */
export interface Banner {
  readonly kind: "withdrawn" | "superseded" | "expired" | "corrected";
  readonly text: string;
  /** What follows in another language: the bureau's own words, where nobody has translated them. */
  readonly words: Words | null;
  /** A banner that is shown from the day after this one on, when the page is read. */
  readonly from: string | null;
  /** The warning to read instead. */
  readonly successor: Card | null;
}

/** What has become of a warning since it was issued: nothing, or one banner a fact. */
export function banners(warning: Warning, all: readonly Warning[], locale: Locale, day: string): Banner[] {
  const { record } = warning;
  const format = formatter(locale);
  const state = stateOn(warning, day);
  const found: Banner[] = [];
  const date = format.date(record.updated ?? day);
  if (state === "withdrawn" && record.reason) {
    const text = translate(locale, "public.withdrawn", { date });
    found.push({ kind: "withdrawn", text, words: toldIn(record.reason, locale), successor: null, from: null });
  }
  if (state === "superseded") {
    const successor = all.find(({ id }) => id === record.supersededBy);
    const text = translate(locale, "public.superseded", { date });
    found.push({
      kind: "superseded",
      text,
      words: null,
      successor: successor ? card(successor, locale, day) : null,
      from: null,
    });
  }
  if (record.expires && (state === "expired" || isInForce(state))) {
    const text = translate(locale, "public.expired", { date: format.date(record.expires) });
    const from = state === "expired" ? null : record.expires;
    found.push({ kind: "expired", text, words: null, successor: null, from });
  }
  for (const correction of record.corrections) {
    const text = translate(locale, "public.corrected", { date: format.date(correction.date) });
    found.push({ kind: "corrected", text, words: toldIn(correction, locale), successor: null, from: null });
  }
  return found;
}
