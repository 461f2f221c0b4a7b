import type { Locale } from "../../../i18n/define.ts";
import { translate } from "../../../i18n/translate.ts";
import type { Release } from "../../../release/read.ts";

/** Names of the values of all dimensions, in one language. */
export interface Names {
  /** Name of one value; "unknown" for the keys "" and "?", the key itself where the release has no name for it. */
  of(dim: string, key: string | null): string;
  /** Name of a cell of businesses, brands, categories, problems and regions, null being all: "健身服务 · 合同". */
  cell(parts: {
    category: string | null;
    problem: string | null;
    region: string | null;
    business?: string | null;
    brand?: string | null;
  }): string;
  /** The named values of a dimension in their order. */
  list(dim: string): readonly { key: string; name: string; level: number }[];
}

interface DimensionRow {
  dim: string;
  key: string;
  level: number;
  name: string;
}

export async function readNames(release: Release, locale: Locale): Promise<Names> {
  const rows = await release.rows<DimensionRow>(
    `SELECT dim, "key", coalesce(level, 1) AS level, coalesce(nullif(CASE WHEN $1 = 'zh' THEN zh ELSE en END, ''), zh, "key") AS name
     FROM dimension ORDER BY dim, position, "key"`,
    [locale],
  );
  const names = new Map(rows.map((row) => [`${row.dim}\n${row.key}`, row.name]));
  const of = (dim: string, key: string | null) =>
    key && key !== "?" ? (names.get(`${dim}\n${key}`) ?? key) : translate(locale, "site.unknown");
  return {
    of,
    cell({ category, problem, region, business, brand }) {
      const coded = Object.entries({ category, problem, region })
        .filter(([, key]) => key !== null)
        .map(([dim, key]) => of(dim, key));
      const parts = [business, brand].flatMap((name) => name ?? []).concat(coded);
      return parts.length > 0 ? parts.join(" · ") : translate(locale, "site.whole");
    },
    list: (dim) => rows.filter((row) => row.dim === dim),
  };
}
