import type { Locale } from "../i18n/define.ts";
import { translate } from "../i18n/translate.ts";
import type { Measure, RemarkCode } from "./definition.ts";

/** What is said beside a value, as text: the measure's own note where it is told, then the remarks of `note`. */
export function remarkText(locale: Locale, measure: Measure, note: string | null): string | null {
  const remarks = (note ?? "").split(" ").filter(Boolean);
  const said = remarks.map((remark) => {
    const [code, count = ""] = remark.split(":");
    const day = count.replace(/^(\d{4})(\d{2})(\d{2})$/, "$1-$2-$3");
    return translate(locale, `measures.remark.${code as RemarkCode}`, { count: Number(count), day });
  });
  if (measure.told) said.unshift(translate(locale, measure.note));
  return said.length > 0 ? said.join(locale === "zh" ? "" : " ") : null;
}
