import type { Region } from "../config/regions.ts";
import type { Taxonomy } from "../config/taxonomy.ts";
import type { Duck } from "../duck/open.ts";
import type { Profile } from "./profile.ts";

interface Entry {
  list: string;
  word: string;
  code: string;
}

/** Name of a profile's list among the lists of words; the house's own are `category`, `problem` and `region`. */
export function valuesList(profile: Profile, list: string): string {
  return `${profile.id}/${list}`;
}

function* named(
  list: string,
  item: { code: string; zh: string; en: string; words: readonly string[] },
): Iterable<Entry> {
  for (const word of [item.code, item.zh, item.en, ...item.words]) yield { list, word, code: item.code };
}

function* entries(taxonomy: Taxonomy, regions: readonly Region[], profiles: readonly Profile[]): Iterable<Entry> {
  for (const group of taxonomy.categories) {
    yield* named("category", group);
    for (const leaf of group.children) yield* named("category", leaf);
  }
  for (const problem of taxonomy.problems) yield* named("problem", problem);
  for (const region of regions) yield* named("region", region);
  for (const profile of profiles) {
    for (const [list, codes] of Object.entries(profile.values)) {
      for (const [code, words] of Object.entries(codes)) {
        for (const word of [code, ...words]) yield { list: valuesList(profile, list), word, code };
      }
    }
  }
}

/**
 * Puts every known word of the taxonomy, the regions and the profiles into the temporary table `fw_words(list, word,
 * code)`, so that mapping is a join. A word that a list holds twice keeps its first code: names outrank synonyms.
 */
export async function defineWords(
  duck: Duck,
  taxonomy: Taxonomy,
  regions: readonly Region[],
  profiles: readonly Profile[],
): Promise<void> {
  const all = [...entries(taxonomy, regions, profiles)].map((entry, position) => ({ ...entry, position }));
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE fw_words AS
     SELECT list, fw_word(word) AS word, arg_min(code, position) AS code
     FROM (SELECT unnest(from_json($1, '[{"list":"VARCHAR","word":"VARCHAR","code":"VARCHAR","position":"INTEGER"}]'), recursive := true))
     GROUP BY ALL`,
    [JSON.stringify(all)],
  );
}
