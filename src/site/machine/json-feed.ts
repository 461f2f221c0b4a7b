import { languageTag } from "../../i18n/translate.ts";
import type { MachineContext } from "./context.ts";
import type { Entry } from "./entry.ts";
import { type Feed, feedsOf } from "./feed.ts";
import { jsonText } from "./json.ts";
import { PATHS, urlOf } from "./urls.ts";

/**
 * An entry as an item. JSON Feed knows no tombstone: what was withdrawn stays, with a title and a text that say so, and its
 * status for machines.
 */
function item(entry: Entry): object {
  const term = (field: string) => entry.categories.find((it) => it.field === field)?.term ?? null;
  return {
    id: entry.id,
    url: entry.url,
    title: entry.title.text,
    ...(entry.title.lang === null ? {} : { language: entry.title.lang }),
    summary: entry.summary,
    content_html: entry.html,
    date_published: entry.published,
    date_modified: entry.updated,
    authors: [{ name: entry.author }],
    tags: entry.categories.map(({ label }) => label),
    attachments: [{ url: entry.cap, mime_type: "application/cap+xml" }],
    _forewarn: {
      status: entry.state,
      number: entry.number,
      kind: term("kind"),
      risk: term("risk"),
      category: term("category"),
    },
  };
}

/** One feed as a JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export function jsonFeed(feed: Feed, context: MachineContext): string {
  return jsonText({
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    description: feed.subtitle,
    home_page_url: feed.home,
    feed_url: urlOf(context, PATHS.feed(feed.locale, feed.category?.code ?? null, "json")),
    language: languageTag(feed.locale),
    authors: [{ name: feed.author, url: `${context.origin}/` }],
    _forewarn: { updated: feed.updated, release: context.release, as_of: context.asOf, license: context.license },
    items: feed.entries.map(item),
  });
}

/** `feeds/zh.json`, `feeds/en.json`, and `feeds/zh-S03.json` for each category: path below the root → text. */
export const jsonFeedFiles = (context: MachineContext): Map<string, string> =>
  new Map(
    feedsOf(context).map((feed) => [
      PATHS.feed(feed.locale, feed.category?.code ?? null, "json"),
      jsonFeed(feed, context),
    ]),
  );
