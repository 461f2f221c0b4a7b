import type { Locale } from "../i18n/define.ts";

// Charts run in Node and in the browser, so they format by hand: the output does not depend on either's locale data.
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

/** Size of all text of a chart, in px of its drawing. */
export const FONT_SIZE = 15;

/** The day as a date of the UTC axis. */
export const dateOf = (iso: string): Date => new Date(`${iso.slice(0, 10)}T00:00:00Z`);

/** "2026-03-01" → "2026年3月" / "Mar 2026". */
export function monthWord(locale: Locale, date: Date): string {
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  return locale === "zh" ? `${year}年${month + 1}月` : `${MONTHS[month]} ${year}`;
}

/** "2026-03-02" → "3月2日" / "2 Mar". */
export function dayWord(locale: Locale, date: Date): string {
  const [month, day] = [date.getUTCMonth(), date.getUTCDate()];
  return locale === "zh" ? `${month + 1}月${day}日` : `${day} ${MONTHS[month]}`;
}

/** 2026 → "2026年" / "2026". */
export function yearWord(locale: Locale, date: Date): string {
  return locale === "zh" ? `${date.getUTCFullYear()}年` : String(date.getUTCFullYear());
}

/** A number on an axis: grouped by thousands, and in Chinese from 10,000 on in 万 with one decimal. */
export function axisWord(locale: Locale, value: number): string {
  if (locale === "zh" && Math.abs(value) >= 10_000) return `${numberWord(value / 10_000, 1)}万`;
  return numberWord(value, 1);
}

/** A number in full at a bar or point: grouped by thousands, with `digits` decimals at most. */
export function numberWord(value: number, digits = 0): string {
  const [whole = "", decimals = ""] = Math.abs(value).toFixed(digits).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const rest = decimals.replace(/0+$/, "");
  return `${value < 0 ? "−" : ""}${grouped}${rest ? `.${rest}` : ""}`;
}

/** About how wide a text is drawn, in units of the font size: a Chinese sign is 1, a Latin one 0.56. */
export function textWidth(text: string): number {
  let width = 0;
  for (const sign of text) width += (sign.codePointAt(0) ?? 0) >= 0x2e80 ? 1 : 0.56;
  return width;
}

/** The text, cut with "…" to at most `most` units of {@link textWidth}. */
export function shorten(text: string, most: number): string {
  if (textWidth(text) <= most) return text;
  let cut = "";
  for (const sign of text) {
    if (textWidth(cut + sign) > most - 1) break;
    cut += sign;
  }
  return `${cut.trimEnd()}…`;
}

/** The smallest of 1, 2, 5, 10, 20, 50, … that is at least `least`. */
export function niceStep(least: number): number {
  const power = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(least, 1))));
  return ([1, 2, 5, 10] as const).map((factor) => factor * power).find((step) => step >= least) ?? 10 * power;
}
