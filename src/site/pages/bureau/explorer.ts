import type { Locale } from "../../../i18n/define.ts";
import { languageTag, translate } from "../../../i18n/translate.ts";
import type { Release } from "../../../release/read.ts";
import type { ExplorerTexts } from "../../client/explorer/texts.ts";
import { Html } from "../../html.ts";
import type { Measures } from "../../measures.ts";
import type { Names } from "./names.ts";
import { chartTexts, readTrendBreaks } from "./trend.ts";

const DIMENSIONS = ["unit", "category", "problem", "region", "channel", "kind"] as const;

/** What the explorer in the browser may offer, in one language: names and sentences, no numbers. */
export async function explorer(
  release: Release,
  { locale, names, measures }: { locale: Locale; names: Names; measures: Measures },
): Promise<{ texts: Html; start: string } | null> {
  const rows = await release.rows<{ measure: string; dim: string | null; group: string | null }>(
    `SELECT DISTINCT measure, dim, group_key AS "group" FROM measure WHERE grain = 'month' AND coalesce(dim, '') NOT IN ('band', 'activity', 'item') ORDER BY ALL`,
  );
  const found = new Set(rows.map((row) => row.measure));
  const offered = measures.all.filter(({ measure }) => found.has(measure));
  const groupsOf = (dim: string) => {
    const found = new Set(rows.filter((row) => row.dim === dim).map((row) => row.group ?? ""));
    const named = names.list(dim).filter(({ key }) => found.has(key));
    const others = [...found].filter((key) => !named.some((it) => it.key === key));
    return [...named, ...others.map((key) => ({ key, name: names.of(dim, key), level: 1 }))];
  };
  if (offered.length === 0) return null;
  const texts: ExplorerTexts = {
    locale,
    language: languageTag(locale),
    currency: release.manifest.bureau.currency,
    measures: offered.map(({ measure: id, name, unit }) => ({ id, name, unit })),
    dimensions: DIMENSIONS.filter((dim) => groupsOf(dim).length > 0).map((id) => ({
      id,
      name: translate(locale, `site.dim.${id}`),
      groups: groupsOf(id).map(({ key, name, level }) => ({ key, name, level })),
    })),
    whole: translate(locale, "site.whole"),
    month: translate(locale, "site.monthColumn"),
    n: translate(locale, "site.n"),
    none: translate(locale, "site.trendSeriesNone"),
    monthIncomplete: translate(locale, "site.monthIncomplete", { month: "{month}" }),
    points: translate(locale, "site.points", { size: "{size}" }),
    yearOnYear: {
      up: translate(locale, "site.yearOnYear", { direction: "up", size: "{size}" }),
      down: translate(locale, "site.yearOnYear", { direction: "down", size: "{size}" }),
      same: translate(locale, "site.yearOnYear", { direction: "same", size: "{size}" }),
    },
    // The browser fills the places in braces: it has no catalogue.
    sentence: translate(locale, "site.trendSentence", {
      name: "{name}",
      month: "{month}",
      value: "{value}",
      previous: "{previous}",
      change: "{change}",
    }),
    sentenceNew: translate(locale, "site.trendSentenceNew", { name: "{name}", month: "{month}", value: "{value}" }),
    chart: chartTexts(locale),
    breaks: await readTrendBreaks(release, locale),
  };
  return {
    texts: scriptData(texts),
    start: found.has("received") ? "received" : (offered[0]?.measure as string),
  };
}

/** Data as JSON that can stand inside a script element, in Markdown that Framework evaluates. */
function scriptData(value: unknown): Html {
  const json = JSON.stringify(value).replace(/[<>&$`]|\u2028|\u2029/g, (sign) => {
    return `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
  return new Html(json);
}
