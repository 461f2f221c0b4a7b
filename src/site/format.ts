import type { Locale } from "../i18n/define.ts";
import { languageTag, translate } from "../i18n/translate.ts";

/** How numbers, money and dates are printed in one language. Text in, text out: nothing is escaped here. */
export interface Format {
  /** A whole number or a decimal text with grouping; `digits` decimals at most. "—" for null. */
  number(value: number | bigint | string | null | undefined, digits?: number): string;
  /** A ratio as percent with one decimal: 0.2273 → "22.7%". */
  percent(ratio: number | string | null | undefined, digits?: number): string;
  /** A number with exactly `digits` decimals. */
  decimal(value: number | null | undefined, digits: number): string;
  /** A change in words: "up 33.3% on the year before" of a ratio, points of a difference of rates. "—" for null. */
  change(change: number | null | undefined, unit: "ratio" | "points" | null | undefined): string;
  /** Money of the bureau's currency to the cent, with the currency's sign. */
  money(value: string | null | undefined, currency: string): string;
  /** Money short, for a headline: 万元 in Chinese from 10,000 on, millions in English from 1,000,000 on. */
  moneyShort(value: string | null | undefined, currency: string): string;
  /** Days, with a half where the median lies between two: "12.5 days". "—" for null. */
  days(value: string | null | undefined): string;
  /** "2026-05-31" → "2026年5月31日" / "31 May 2026". */
  date(iso: string): string;
  /** "2026-05" or "2026-05-01" → "2026年5月" / "May 2026". */
  month(iso: string): string;
  /** A period of the `measure` mart: month, quarter, half, year or ytd. */
  period(period: string): string;
}

const NONE = "—";
// Intl formats a decimal text exactly; its type does not say so yet.
const exact = (text: string): number => text as unknown as number;
const isNone = (value: unknown): value is null | undefined => value === null || value === undefined;
const noon = (iso: string): Date => new Date(`${iso.length === 7 ? `${iso}-01` : iso}T00:00:00Z`);

const formats = new Map<Locale, Format>();

/** The formats of a language. They are made once: making one costs more than a page's use of it. */
export function formatter(locale: Locale): Format {
  const found = formats.get(locale) ?? makeFormat(locale);
  formats.set(locale, found);
  return found;
}

function makeFormat(locale: Locale): Format {
  const tag = languageTag(locale);
  const day = new Intl.DateTimeFormat(tag, { year: "numeric", month: "long", day: "numeric", timeZone: "UTC" });
  const month = new Intl.DateTimeFormat(tag, { year: "numeric", month: "long", timeZone: "UTC" });
  const numbers = new Map<string, Intl.NumberFormat>();
  const plain = (digits: number, options: Intl.NumberFormatOptions = {}) => {
    const key = JSON.stringify([digits, options]);
    const found = numbers.get(key) ?? new Intl.NumberFormat(tag, { maximumFractionDigits: digits, ...options });
    numbers.set(key, found);
    return found;
  };
  const format: Format = {
    number(value, digits = 0) {
      if (isNone(value)) return NONE;
      return plain(digits).format(typeof value === "string" ? exact(value) : value);
    },
    percent(ratio, digits = 1) {
      if (isNone(ratio)) return NONE;
      return plain(digits, { style: "percent", minimumFractionDigits: digits }).format(Number(ratio));
    },
    days(value) {
      return isNone(value) ? NONE : translate(locale, "site.days", { days: format.number(value, 1) });
    },
    decimal(value, digits) {
      return isNone(value) ? NONE : plain(digits, { minimumFractionDigits: digits }).format(value);
    },
    change(change, unit) {
      if (isNone(change) || isNone(unit)) return NONE;
      const size = Math.abs(change);
      return translate(locale, "site.yearOnYear", {
        direction: change > 0 ? "up" : change < 0 ? "down" : "same",
        size:
          unit === "ratio"
            ? format.percent(size)
            : translate(locale, "site.points", { size: format.decimal(size * 100, 1) }),
      });
    },
    money(value, currency) {
      if (isNone(value)) return NONE;
      return new Intl.NumberFormat(tag, { style: "currency", currency, minimumFractionDigits: 2 }).format(exact(value));
    },
    moneyShort(value, currency) {
      if (isNone(value)) return NONE;
      const size = Math.abs(Number(value));
      const short = { style: "currency", currency, minimumFractionDigits: 2 } as const;
      if (locale === "zh" && size >= 10_000)
        return currency === "CNY"
          ? translate(locale, "site.tenThousandYuan", { amount: plain(2).format(Number(value) / 10_000) })
          : plain(2, short).format(exact(value));
      if (size >= 1_000_000) {
        const amount = plain(2, short).format(Number(value) / 1_000_000);
        return translate(locale, "site.million", { amount });
      }
      return plain(size >= 1000 ? 0 : 2, size >= 1000 ? { style: "currency", currency } : short).format(exact(value));
    },
    date: (iso) => day.format(noon(iso)),
    month: (iso) => month.format(noon(iso)),
    period(period) {
      const [year = "", part = ""] = period.split("-");
      if (period.startsWith("ytd:")) return translate(locale, "site.ytd", { date: format.date(period.slice(4)) });
      if (/^\d{4}-\d\d$/.test(period)) return format.month(period);
      if (part.startsWith("Q")) return translate(locale, "site.quarter", { year, number: part.slice(1) });
      if (part.startsWith("H")) return translate(locale, "site.half", { year, number: part.slice(1) });
      if (part.startsWith("W")) return translate(locale, "site.week", { year, number: Number(part.slice(1)) });
      return translate(locale, "site.year", { year });
    },
  };
  return format;
}
