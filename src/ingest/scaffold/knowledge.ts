import type { Region } from "../../config/regions.ts";
import type { Taxonomy } from "../../config/taxonomy.ts";
import { KINDS, OUTCOMES, STATUSES } from "../../warehouse/records.ts";
import type { Profile } from "../profile.ts";
import { COMMON_CODES } from "./vocabulary.ts";

export const LISTS = ["kind", "status", "acceptance", "outcome", "category", "problem", "region"] as const;
export type ListName = (typeof LISTS)[number];

/** Which code a word stands for in each list. */
export type Knowledge = Readonly<Record<ListName, ReadonlyMap<string, string>>>;

/** A word as it is compared: half-width, lower case, no accents, no white space. */
export function comparedWord(word: string): string {
  return word
    .normalize("NFKD")
    .replaceAll(/[\p{M}\s]/gu, "")
    .toLowerCase();
}

/**
 * Gathers what is known of words: the house taxonomy, the regions, the lists of known profiles, and words that common systems
 * use. The first to know a word counts; words of a single sign, as profiles have codes, mean something else in every system.
 */
export function gatherKnowledge(
  taxonomy: Taxonomy,
  regions: readonly Region[],
  profiles: readonly Profile[],
): Knowledge {
  const lists = Object.fromEntries(LISTS.map((name) => [name, new Map<string, string>()])) as Record<
    ListName,
    Map<string, string>
  >;
  const learn = (list: ListName, code: string, words: readonly string[]) => {
    for (const word of words) {
      const key = comparedWord(word);
      if (key.length > 1 && !lists[list].has(key)) lists[list].set(key, code);
    }
  };
  const named = (
    list: ListName,
    items: Iterable<{ code: string; zh: string; en: string; words: readonly string[] }>,
  ) => {
    for (const { code, zh, en, words } of items) learn(list, code, [zh, en, ...words]);
  };
  named("category", taxonomy.categories);
  named(
    "category",
    taxonomy.categories.flatMap(({ children }) => children),
  );
  named("problem", taxonomy.problems);
  named("region", regions);
  const codes: Partial<Record<ListName, readonly string[]>> = {
    kind: KINDS,
    status: STATUSES,
    outcome: OUTCOMES,
    acceptance: ["accepted", "refused", "pending"],
    problem: taxonomy.problems.map(({ code }) => code),
    category: taxonomy.categories.flatMap(({ code, children }) => [code, ...children.map((child) => child.code)]),
  };
  for (const source of [COMMON_CODES, ...profiles.map(({ values }) => values)]) {
    for (const [name, allowed] of Object.entries(codes) as [ListName, readonly string[]][]) {
      for (const [code, words] of Object.entries(source[name] ?? {})) {
        if (allowed.includes(code))
          learn(name, code, [...(name === "category" || name === "problem" ? [] : [code]), ...words]);
      }
    }
  }
  return lists;
}
