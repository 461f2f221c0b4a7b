import type { Locale } from "../../../i18n/define.ts";
import { languageTag, translate } from "../../../i18n/translate.ts";
import { bindString } from "../../../warnings/bind.ts";
import type { Warning } from "../../../warnings/read.ts";
import { numberParts, type Told, type WarningRisk } from "../../../warnings/record.ts";
import { placeholder } from "../../../warnings/values.ts";

/** 消费警示〔2026〕第1号 / "Consumer warning 2026 No. 1". */
export function numberText({ record }: Warning, locale: Locale): string {
  const kind = translate(locale, `warnings.kind.${record.kind}`);
  const parts = numberParts(record.number);
  return parts ? translate(locale, "warnings.number", { kind, ...parts }) : kind;
}

/** Words in the language asked for, or in Chinese where nobody has translated them; then with that language's tag. */
export interface Words {
  readonly text: string;
  readonly lang: string | null;
}

/** What the bureau told the public. */
export function toldIn(told: Told, locale: Locale): Words {
  const own = told[locale];
  return own === null ? { text: told.zh, lang: languageTag("zh") } : { text: own, lang: null };
}

/** The title with its figures filled in, and the language that it is in: Chinese where there is no English one. */
export function titleText({ record, evidence, text }: Warning, locale: Locale): Words {
  const english = text.en !== null ? record.title.en : null;
  const own = locale === "en" ? english : record.title.zh;
  if (own !== null) return { text: bindString(own, evidence, locale), lang: null };
  return { text: bindString(record.title.zh, evidence, "zh"), lang: languageTag("zh") };
}

/** One of the figures that a sentence of the catalogue asks for. */
const value = (warning: Warning, locale: Locale, name: string): string =>
  placeholder(name, warning.evidence, locale) ?? "—";

/** "42 people complained in October 2026 (45 complaints); about 11 were expected (usual range 5 to 18)." */
export function evidenceText(warning: Warning, locale: Locale): string {
  const { observed, complaints } = warning.evidence;
  return translate(locale, "public.evidence", {
    count: observed,
    // Where each person complained once, a second number would only puzzle.
    repeated: observed === complaints ? "no" : "yes",
    complaints: value(warning, locale, "complaints"),
    observed: value(warning, locale, "observed"),
    period: value(warning, locale, "period"),
    expected: value(warning, locale, "expected"),
    low: value(warning, locale, "low"),
    high: value(warning, locale, "high"),
  });
}

/** Whom a warning is for: "Customers of gyms, Donghe Town". */
export function whoText({ evidence }: Warning, locale: Locale, bureau: string): string {
  const { category, region } = evidence.names;
  return translate(locale, "public.whoText", {
    category: category?.[locale] ?? "",
    of: category === null ? "all" : "some",
    region: region?.[locale] ?? "",
    where: region === null ? "all" : "some",
    bureau,
  });
}

/** "Allowing for chance, that is at least 2.6 times the usual number." Null where the evidence does not say so. */
export function atLeastText({ evidence }: Warning, locale: Locale): string | null {
  const ratio = placeholder("ratio_at_least", evidence, locale);
  // "At least 1 time the usual" would say nothing.
  if (ratio === null || (evidence.ratio_at_least ?? 0) < 1.1) return null;
  return translate(locale, "public.atLeast", { ratio });
}

/** Signs of the risk levels: filled out of four, so that they tell apart without colour. */
export const RISK_SIGNS: Readonly<Record<WarningRisk, string>> = {
  serious: "●●●●",
  high: "●●●○",
  medium: "●●○○",
  low: "●○○○",
  not_given: "○○○○",
};
