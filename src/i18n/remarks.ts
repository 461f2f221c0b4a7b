import type { Locale } from "./define.ts";
import { languageTag, translateIfAny } from "./translate.ts";

const YEAR_MONTH_DAY = /^(\d{4})(\d{2})(\d{2})$/;

/** A day that a remark tells as YYYYMMDD, in words. */
function dayText(locale: Locale, number: string): string {
  const day = YEAR_MONTH_DAY.test(number) ? number.replace(YEAR_MONTH_DAY, "$1-$2-$3") : null;
  if (day === null) return number;
  const format = new Intl.DateTimeFormat(languageTag(locale), { dateStyle: "long", timeZone: "UTC" });
  return format.format(new Date(`${day}T00:00:00Z`));
}

/**
 * What is to be said beside a figure: the texts of the remarks in its note, which are `code:number`, separated by spaces.
 * A code without a text is left out.
 */
export function remarkTexts(locale: Locale, note: string | null): string[] {
  return (note ?? "").split(" ").flatMap((remark) => {
    const [code, number = ""] = remark.split(":");
    const params = { count: Number(number), day: dayText(locale, number) };
    return translateIfAny(locale, `measures.remark.${code}`, params) ?? [];
  });
}
