import type { MessageKey } from "../../../i18n/catalogue/index.ts";
import type { Locale } from "../../../i18n/define.ts";
import { languageTag, translate } from "../../../i18n/translate.ts";
import type { Warning } from "../../../warnings/read.ts";
import { formatter } from "../../format.ts";
import { numberText } from "./words.ts";

export interface SignOffLine {
  readonly name: string;
  readonly value: string;
  /** Language of the value where it is not the page's. */
  readonly lang: string | null;
}

/** Who stands for a warning and what it rests on, as it is printed at its end. */
export function signOff({ id, record, evidence, ...rest }: Warning, locale: Locale): SignOffLine[] {
  const format = formatter(locale);
  const day = (iso: string | null) => (iso === null ? null : format.date(iso));
  const chinese = locale === "zh" ? null : languageTag("zh");
  const line = (key: MessageKey, value: string | null, lang: string | null = null): SignOffLine[] =>
    value === null ? [] : [{ name: translate(locale, key), value, lang }];
  const { author, reviewer, approver } = record.signatures;
  return [
    ...line("public.number", numberText({ id, record, evidence, ...rest }, locale)),
    ...line("public.issuer", record.issuer[locale]),
    ...line("public.author", author, chinese),
    ...line("public.reviewer", reviewer, chinese),
    ...line("public.approver", approver, chinese),
    ...line("public.dateIssued", day(record.issued)),
    ...line("public.dateUpdated", day(record.updated)),
    ...line("public.dateReview", day(record.reviewBy)),
    ...line("public.dateExpires", day(record.expires)),
    ...line("public.evidenceId", `${evidence.release} ${evidence.cell} ${evidence.period} ${evidence.detector}`),
  ];
}
