import { LOCALES, type Locale } from "../../i18n/define.ts";
import { translate } from "../../i18n/translate.ts";
import type { Warning } from "../../warnings/read.ts";
import { formatter } from "../format.ts";
import type { MachineCategory, MachineContext } from "./context.ts";
import { type Entry, entryOf } from "./entry.ts";
import { updatedAt } from "./steps.ts";
import { byTime, timeIn } from "./times.ts";
import { pageUrl } from "./urls.ts";
import { withoutControls } from "./xml.ts";

/** How many warnings a feed holds; all others stand in the list that it links to. */
export const FEED_LENGTH = 100;

/** A feed in one language, whatever its form: of all warnings, or of those of one category. */
export interface Feed {
  readonly locale: Locale;
  readonly category: MachineCategory | null;
  readonly title: string;
  readonly subtitle: string;
  /** Page that lists all warnings. */
  readonly home: string;
  readonly author: string;
  /** When any of its warnings was changed last; the beginning of the release's as-of date where it has none. */
  readonly updated: string;
  /** Those that were changed last come first; withdrawn ones are among them. */
  readonly entries: readonly Entry[];
}

/** The warnings of a feed: those that were changed last, the latest first. */
function newest(warnings: readonly Warning[]): Warning[] {
  const dated = warnings.map((warning) => ({ warning, updated: updatedAt(warning) }));
  dated.sort((a, b) => byTime(b.updated, a.updated) || (a.warning.id < b.warning.id ? 1 : -1));
  return dated.slice(0, FEED_LENGTH).map(({ warning }) => warning);
}

function feed(locale: Locale, category: MachineCategory | null, context: MachineContext): Feed {
  const site = translate(locale, "site.publicTitle", { bureau: context.bureau[locale] });
  const own = context.warnings.filter(
    ({ record: { scope } }) =>
      category === null || (scope.category !== null && context.topOf(scope.category) === category.code),
  );
  const entries = newest(own).map((warning) => entryOf(warning, locale, context));
  return {
    locale,
    category,
    title: withoutControls(
      category ? translate(locale, "machine.feedTitle", { site, category: category[locale] }) : site,
    ),
    subtitle: translate(locale, "machine.feedSubtitle", {
      release: context.release,
      date: formatter(locale).date(context.asOf),
    }),
    home: pageUrl(context, locale, "warnings/index"),
    author: withoutControls(context.bureau[locale]),
    updated: entries[0]?.updated ?? timeIn(context.asOf, "00:00:00", context.timeZone),
    entries,
  };
}

/** The feeds of the site: in each language one of all warnings, and one for each category of the first level. */
export const feedsOf = (context: MachineContext): Feed[] =>
  LOCALES.flatMap((locale) => [null, ...context.categories].map((category) => feed(locale, category, context)));
