import type { Region } from "../config/regions.ts";
import type { Taxonomy } from "../config/taxonomy.ts";
import type { Duck } from "../duck/open.ts";
import { LOCALES, type Locale } from "../i18n/define.ts";
import { translate } from "../i18n/translate.ts";
import { KINDS, OUTCOMES } from "../warehouse/records.ts";

interface Entry {
  readonly dim: string;
  readonly key: string;
  readonly parent: string | null;
  readonly level: number;
  readonly zh: string;
  readonly en: string;
}

type Named = { readonly code: string; readonly zh: string; readonly en: string };
const named = (dim: string, { code, zh, en }: Named, parent: string | null = null): Entry => ({
  dim,
  key: code,
  parent,
  level: parent === null ? 1 : 2,
  zh,
  en,
});

const inBoth = (text: (locale: Locale) => string) =>
  Object.fromEntries(LOCALES.map((locale) => [locale, text(locale)])) as Record<Locale, string>;

function known(taxonomy: Taxonomy, regions: readonly Region[]): Entry[] {
  return [
    ...taxonomy.categories.flatMap((group) => [
      named("category", group),
      ...group.children.map((leaf) => named("category", leaf, group.code)),
    ]),
    ...taxonomy.problems.map((problem) => named("problem", problem)),
    ...regions.map((region) => named("region", region)),
    ...KINDS.map((code) => named("kind", { code, ...inBoth((locale) => translate(locale, `release.kind.${code}`)) })),
    ...OUTCOMES.map((code) =>
      named("outcome", { code, ...inBoth((locale) => translate(locale, `release.outcome.${code}`)) }),
    ),
  ];
}

/**
 * Creates the temp table `dimension`, the mart of that name: categories and problems of the taxonomy, regions, kinds and
 * outcomes with their names; units and channels as the tickets spell them, which is their name in both languages. Unknown
 * values have no row.
 */
export async function makeDimension(
  duck: Duck,
  { taxonomy, regions }: { taxonomy: Taxonomy; regions: readonly Region[] },
): Promise<void> {
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE dimension AS
     WITH listed AS (
       SELECT unnest(from_json($1, '[{"dim":"VARCHAR","key":"VARCHAR","parent":"VARCHAR","level":"INTEGER","zh":"VARCHAR","en":"VARCHAR","position":"INTEGER"}]'), recursive := true)
     ), spelt AS (
       SELECT DISTINCT 'unit' AS dim, unit AS "key" FROM ticket WHERE unit <> ''
       UNION SELECT DISTINCT 'channel', channel FROM ticket WHERE channel <> ''
     )
     SELECT dim, "key", parent, level, (row_number() OVER (PARTITION BY dim ORDER BY position, "key") - 1)::INTEGER AS position, zh, en
     FROM (
       SELECT dim, "key", parent, level, position, zh, en FROM listed
       UNION ALL SELECT dim, "key", NULL, 1, 0, "key", "key" FROM spelt
     )`,
    [JSON.stringify(known(taxonomy, regions).map((entry, position) => ({ ...entry, position })))],
  );
}
