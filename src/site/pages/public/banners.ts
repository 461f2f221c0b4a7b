import type { Locale } from "../../../i18n/define.ts";
import { translate } from "../../../i18n/translate.ts";
import type { Warning } from "../../../warnings/read.ts";
import { formatter } from "../../format.ts";
import { type Card, card } from "./cards.ts";
import { stateOf } from "./state.ts";

/** A line above a warning's text that a reader must not miss. */
export interface Banner {
  readonly kind: "withdrawn" | "superseded" | "expired" | "corrected";
  readonly text: string;
  /** The warning to read instead. */
  readonly successor: Card | null;
}

/** What has become of a warning since it was issued: nothing, or one banner a fact. */
export function banners(warning: Warning, all: readonly Warning[], locale: Locale, asOf: string): Banner[] {
  const { record } = warning;
  const format = formatter(locale);
  const state = stateOf(warning, asOf);
  const found: Banner[] = [];
  if (state === "withdrawn" && record.reason) {
    const text = translate(locale, "public.withdrawn", {
      date: format.date(record.updated ?? asOf),
      reason: record.reason[locale],
    });
    found.push({ kind: "withdrawn", text, successor: null });
  }
  if (state === "superseded") {
    const successor = all.find(({ id }) => id === record.supersededBy);
    found.push({
      kind: "superseded",
      text: translate(locale, "public.superseded", { date: format.date(record.updated ?? asOf) }),
      successor: successor ? card(successor, locale, asOf) : null,
    });
  }
  if (state === "expired" && record.expires) {
    const text = translate(locale, "public.expired", { date: format.date(record.expires) });
    found.push({ kind: "expired", text, successor: null });
  }
  for (const correction of record.corrections) {
    const text = translate(locale, "public.corrected", {
      date: format.date(correction.date),
      text: correction[locale],
    });
    found.push({ kind: "corrected", text, successor: null });
  }
  return found;
}
