import type { Locale } from "../../../i18n/define.ts";
import { translate } from "../../../i18n/translate.ts";
import type { Release } from "../../../release/read.ts";
import { ancestry, type Parents } from "../../../warnings/cell.ts";
import type { Warning } from "../../../warnings/read.ts";
import { stateOn } from "../../../warnings/record.ts";

/** What the list of warnings can be narrowed by. */
export const FACETS = ["category", "problem", "region", "status", "year"] as const;
export type FacetName = (typeof FACETS)[number];

/** One value of a facet, with the warnings that have it. */
export interface FacetValue {
  readonly facet: FacetName;
  readonly key: string;
  readonly name: Readonly<Record<Locale, string>>;
  readonly warnings: readonly Warning[];
  /** Address of its list below the language. */
  readonly path: string;
}

/** Names of the codes of a release, and what stands above each category. */
export interface Names {
  name(dim: "category" | "problem" | "region", key: string): Record<Locale, string>;
  /** The category of level 1 that a category belongs to. */
  topOf(category: string): string;
}

/** Reads the names from the `dimension` mart. A code that the release does not know stands for itself. */
export async function readNames(release: Release): Promise<Names> {
  const rows = await release.rows<{ dim: string; key: string; parent: string | null; zh: string; en: string | null }>(
    "SELECT dim, key, parent, zh, en FROM dimension",
  );
  const names = new Map(rows.map(({ dim, key, zh, en }) => [`${dim} ${key}`, { zh: zh || key, en: en || zh || key }]));
  const parents: Parents = new Map(
    rows.flatMap(({ dim, key, parent }) => (dim === "category" && parent ? [[key, parent] as const] : [])),
  );
  return {
    name: (dim, key) => names.get(`${dim} ${key}`) ?? { zh: key, en: key },
    topOf: (category) => ancestry(category, parents).at(-1) ?? category,
  };
}

const both = (give: (locale: Locale) => string): Record<Locale, string> => ({ zh: give("zh"), en: give("en") });

/** The value that a warning has of a facet; null where its scope leaves it open. */
function keyOf(facet: FacetName, warning: Warning, names: Names, day: string): string | null {
  const { scope, issued } = warning.record;
  switch (facet) {
    case "category":
      return scope.category === null ? null : names.topOf(scope.category);
    case "problem":
      return scope.problem;
    case "region":
      return scope.region;
    case "status": {
      const state = stateOn(warning, day);
      return state === "corrected" ? "published" : state;
    }
    case "year":
      return issued?.slice(0, 4) ?? null;
  }
}

function nameOf(facet: FacetName, key: string, names: Names): Record<Locale, string> {
  if (facet === "year") return both((locale) => translate(locale, "site.year", { year: key }));
  if (facet === "status") return both((locale) => translate(locale, `warnings.status.${key as "published"}`));
  return names.name(facet, key);
}

/** Every value of every facet that some warning has: years from the latest back, all others by their code. */
export function facetValues(warnings: readonly Warning[], names: Names, day: string): FacetValue[] {
  return FACETS.flatMap((facet) => {
    const groups = new Map<string, Warning[]>();
    for (const warning of warnings) {
      const key = keyOf(facet, warning, names, day);
      if (key !== null) groups.set(key, [...(groups.get(key) ?? []), warning]);
    }
    const keys = [...groups.keys()].sort((a, b) => (a < b ? -1 : 1));
    if (facet === "year") keys.reverse();
    return keys.map((key) => {
      const path = `list/${facet}-${key.replace(/[^A-Za-z0-9]+/g, "-")}`;
      return { facet, key, name: nameOf(facet, key, names), warnings: groups.get(key) ?? [], path };
    });
  });
}
