import type { MessageKey } from "../../../i18n/catalogue/index.ts";
import type { Locale } from "../../../i18n/define.ts";
import { languageTag, translate, translateIfAny } from "../../../i18n/translate.ts";
import type { Warning } from "../../../warnings/read.ts";
import { periodText, subjectText } from "../../../warnings/values.ts";
import { formatter } from "../../format.ts";
import { numberText } from "./words.ts";

export interface SignOffLine {
  readonly name: string;
  readonly value: string;
  /** Language of the value where it is not the page's. */
  readonly lang: string | null;
  /** The cell that a figure was counted in, for whoever looks it up. */
  readonly cell?: string;
}

/** "2026-06-17-0123abcd · Gyms (Contracts) · May 2026 · Share rule with season, version 1". */
function evidenceLine({ evidence }: Warning, locale: Locale): string {
  const [id = "", version] = evidence.detector.split("/");
  // A warning outlives the rule behind it: one that is no longer known keeps its own name.
  const name = translateIfAny(locale, `hotspots.detector.${id}`) ?? id;
  return translate(locale, "public.evidenceLine", {
    release: evidence.release,
    subject: subjectText(evidence, locale),
    period: periodText(locale, evidence),
    method: version === undefined ? name : translate(locale, "public.methodVersion", { name, version }),
  });
}

/** Who stands for a warning and what it rests on, as it is printed at its end. */
export function signOff(warning: Warning, locale: Locale): SignOffLine[] {
  const { record, evidence } = warning;
  const format = formatter(locale);
  const day = (iso: string | null) => (iso === null ? null : format.date(iso));
  const chinese = locale === "zh" ? null : languageTag("zh");
  const line = (key: MessageKey, value: string | null, lang: string | null = null): SignOffLine[] =>
    value === null ? [] : [{ name: translate(locale, key), value, lang }];
  const { author, reviewer, approver } = record.signatures;
  return [
    ...line("public.number", numberText(warning, locale)),
    ...line("public.issuer", record.issuer[locale]),
    ...line("public.author", author, chinese),
    ...line("public.reviewer", reviewer, chinese),
    ...line("public.approver", approver, chinese),
    ...line("public.dateIssued", day(record.issued)),
    ...line("public.dateUpdated", day(record.updated)),
    ...line("public.dateReview", day(record.reviewBy)),
    ...line("public.dateExpires", day(record.expires)),
    ...line("public.evidenceId", evidenceLine(warning, locale)).map((it) => ({ ...it, cell: evidence.cell })),
  ];
}
