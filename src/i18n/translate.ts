import { IntlMessageFormat } from "intl-messageformat";
import { catalogue, type MessageKey } from "./catalogue/index.ts";
import type { Locale } from "./define.ts";

export type Params = Readonly<Record<string, string | number | bigint | boolean | Date | null>>;

const formats = new Map<string, IntlMessageFormat>();

/** BCP 47 tag of a locale, for `Intl` and for `<html lang>`. */
export function languageTag(locale: Locale): "zh-CN" | "en-GB" {
  return locale === "zh" ? "zh-CN" : "en-GB";
}

/**
 * Gives the text of `key` in `locale` with its placeholders filled in. Values are inserted as plain text: whoever
 * writes the result into HTML or Markdown escapes it there.
 */
export function translate(locale: Locale, key: MessageKey, params: Params = {}): string {
  const id = `${locale}\n${key}`;
  let format = formats.get(id);
  if (!format) {
    format = new IntlMessageFormat(catalogue[key][locale], languageTag(locale), undefined, { ignoreTag: true });
    formats.set(id, format);
  }
  return String(format.format(params as Record<string, string>));
}

/** The text of a key that is put together from a code, or null where the catalogue has none: a release may hold codes that this version does not know. */
export function translateIfAny(locale: Locale, key: string, params: Params = {}): string | null {
  return Object.hasOwn(catalogue, key) ? translate(locale, key as MessageKey, params) : null;
}
