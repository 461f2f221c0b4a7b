import type { Locale } from "../../../i18n/define.ts";
import { translate } from "../../../i18n/translate.ts";
import type { Warning } from "../../../warnings/read.ts";
import { dayText } from "../../../warnings/values.ts";
import { type Banner, wordsOf } from "./banners.ts";

export interface Version {
  readonly text: string;
  readonly words: Banner["words"];
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
        words: correction ? wordsOf(correction, locale) : null,
      });
    } else {
      const did = translate(locale, `warnings.did.${step}`);
      const reason = step === "withdraw" && record.reason ? wordsOf(record.reason, locale) : null;
      found.push({ text: translate(locale, "public.version", { date, did }), words: reason });
    }
  }
  return found;
}
