import type { Locale } from "../i18n/define.ts";
import { languageTag, translate } from "../i18n/translate.ts";
import type { Evidence } from "./evidence.ts";

const noon = (iso: string): Date => new Date(`${iso}T12:00:00Z`);

/** Making a formatter costs a hundred times as much as using it. */
function kept<T>(make: (locale: Locale, digits: number) => T): (locale: Locale, digits?: number) => T {
  const made = new Map<string, T>();
  return (locale, digits = 0) => {
    const key = `${locale} ${digits}`;
    const found = made.get(key) ?? make(locale, digits);
    made.set(key, found);
    return found;
  };
}

const numbers = kept((locale, digits) => new Intl.NumberFormat(languageTag(locale), { maximumFractionDigits: digits }));
const days = kept((locale) => new Intl.DateTimeFormat(languageTag(locale), { dateStyle: "long", timeZone: "UTC" }));
const months = kept(
  (locale) => new Intl.DateTimeFormat(languageTag(locale), { year: "numeric", month: "long", timeZone: "UTC" }),
);

const number = (locale: Locale, value: number, digits = 0): string => numbers(locale, digits).format(value);

/** Rounded to whole people; below one, where that would say none, to a tenth. */
const about = (locale: Locale, value: number): string => number(locale, value, value < 1 ? 1 : 0);

/** "2026-05-31" → "2026年5月31日" / "31 May 2026". */
export function dayText(locale: Locale, iso: string): string {
  return days(locale).format(noon(iso));
}

/** "2026年5月" / "May 2026" of a month; "2026年5月4日至10日" / "4 to 10 May 2026" of a week. */
export function periodText(locale: Locale, { grain, from, to }: { grain: string; from: string; to: string }): string {
  if (grain !== "month")
    return translate(locale, "warnings.week", { from: dayText(locale, from), to: dayText(locale, to) });
  return months(locale).format(noon(from));
}

/** What the evidence is about: "家居用品（质量）" / "Household goods (Quality)". */
export function subjectText({ names }: { readonly names: Partial<Evidence["names"]> }, locale: Locale): string {
  const [main, ...rest] = [
    names.business ?? null,
    names.category ?? null,
    names.problem ?? null,
    names.region ?? null,
  ].flatMap((name) => (name ? [name[locale]] : []));
  if (main === undefined) return translate(locale, "warnings.subjectAll");
  if (rest.length === 0) return main;
  return translate(locale, "warnings.subject", {
    main,
    rest: rest.join(translate(locale, "warnings.subjectSeparator")),
  });
}

/** The placeholders that a warning's text may hold, and where each value comes from; see `evidenceSchema` for units. */
export const PLACEHOLDERS: Readonly<Record<string, (evidence: Evidence, locale: Locale) => string | null>> = {
  observed: (it, locale) => number(locale, it.observed),
  complaints: (it, locale) => number(locale, it.complaints),
  expected: (it, locale) => about(locale, it.expected),
  // A count lies within the range where it is no less than its low end and no more than its high end.
  low: (it, locale) => number(locale, Math.max(0, Math.ceil(it.low))),
  high: (it, locale) => number(locale, Math.floor(it.high)),
  // "At least" must not be rounded up.
  ratio_at_least: (it, locale) =>
    it.ratio_at_least === null ? null : number(locale, Math.floor(it.ratio_at_least * 10 + 1e-9) / 10, 1),
  one_in: (it, locale) => (it.odds === null ? null : number(locale, it.odds.one_in)),
  period: (it, locale) => periodText(locale, it),
  as_of: (it, locale) => dayText(locale, it.asOf),
  subject: subjectText,
  category: (it, locale) => it.names.category?.[locale] ?? null,
  problem: (it, locale) => it.names.problem?.[locale] ?? null,
  region: (it, locale) => it.names.region?.[locale] ?? null,
};

/** The value of one placeholder as it is printed; null where there is no such placeholder or the evidence has none. */
export function placeholder(name: string, evidence: Evidence, locale: Locale): string | null {
  return Object.hasOwn(PLACEHOLDERS, name) ? (PLACEHOLDERS[name]?.(evidence, locale) ?? null) : null;
}
