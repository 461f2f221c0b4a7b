import type { Locale } from "../../../i18n/define.ts";
import { translate } from "../../../i18n/translate.ts";
import type { Warning } from "../../../warnings/read.ts";
import { dayText } from "../../../warnings/values.ts";
import { toldIn } from "./words.ts";

/** What is said of a business that is named: that this is no finding against it, and what it answered. Null where none is named. */
export function businessOf({ record }: Warning, locale: Locale) {
  const { business } = record;
  if (business === null) return null;
  const { name, asked, answered, statement } = business;
  const date = (day: string | null) => (day === null ? "—" : dayText(locale, day));
  const told = translate(locale, "public.businessTold", {
    name,
    asked: date(asked),
    answered: date(answered),
    did: answered === null ? "no" : "yes",
  });
  return { told, statement: statement && toldIn(statement, locale) };
}
