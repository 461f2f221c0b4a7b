/** The languages that every text of the product exists in. */
export const LOCALES = ["zh", "en"] as const;
export type Locale = (typeof LOCALES)[number];

/** One text in every language, in ICU MessageFormat. */
export type Message = Readonly<Record<Locale, string>>;

/**
 * Declares one area of the catalogue. Both languages stand side by side, so that a missing one does not compile.
 * Keys are `area.name`; placeholders are ICU (`{count, number}`, `{count, plural, one {# row} other {# rows}}`).
 */
export function defineMessages<const T extends Record<string, Message>>(messages: T): T {
  return messages;
}
