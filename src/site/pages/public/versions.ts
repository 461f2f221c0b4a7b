import type { Locale } from "../../../i18n/define.ts";
import { translate } from "../../../i18n/translate.ts";
import type { Warning } from "../../../warnings/read.ts";
import { dayText } from "../../../warnings/values.ts";
import { toldIn, type Words } from "./words.ts";

export interface Version {
  readonly text: string;
  readonly words: Words | null;
}

/** Steps that a reader of the site could see. */
const SEEN = ["publish", "reaffirm", "supersede", "expire", "withdraw"] as const;

/** What became of a warning since it was published, the first thing first: each with its day. */
export function versions({ record, history }: Warning, locale: Locale): Version[] {
  const found: Version[] = [];
  let corrections = 0;
  for (const { step, to, at } of history) {
    if (!(SEEN as readonly string[]).includes(step)) continue;
    const date = dayText(locale, at.slice(0, 10));
    if (step === "publish" && to === "corrected") {
      const correction = record.corrections[corrections++];
      found.push({
        text: translate(locale, "public.corrected", { date }),
        words: correction ? toldIn(correction, locale) : null,
      });
    } else {
      const did = translate(locale, `warnings.did.${step}`);
      const reason = step === "withdraw" && record.reason ? toldIn(record.reason, locale) : null;
      found.push({ text: translate(locale, "public.version", { date, did }), words: reason });
    }
  }
  return found;
}
