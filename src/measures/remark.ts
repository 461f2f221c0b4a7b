import type { Locale } from "../i18n/define.ts";
import { remarkTexts } from "../i18n/remarks.ts";
import { translate } from "../i18n/translate.ts";
import type { Measure } from "./definition.ts";

/** What is said beside a value, as text: the measure's own note where it is told, then the remarks of `note`. */
export function remarkText(locale: Locale, measure: Measure, note: string | null): string | null {
  const said = [...(measure.told ? [translate(locale, measure.note)] : []), ...remarkTexts(locale, note)];
  return said.length > 0 ? said.join(locale === "zh" ? "" : " ") : null;
}
