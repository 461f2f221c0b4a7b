import { translate } from "../../../i18n/translate.ts";
import type { Warning } from "../../../warnings/read.ts";
import { isInForce, stateOn } from "../../../warnings/record.ts";
import type { Page, PageSource, SiteContext } from "../../page.ts";
import { card } from "./cards.ts";
import { FACETS, type FacetValue, facetValues, readNames } from "./facets.ts";
import { feedLinks } from "./feed-links.ts";
import { publicWarnings } from "./state.ts";

/** So many warnings stand on one page of a list. */
export const PER_PAGE = 40;

/** Address of the nth page of a list, from 1. */
const pageOf = (path: string, n: number): string => {
  if (n === 1) return path;
  return path === "warnings/index" ? `list/page-${n}` : `${path}-${n}`;
};

interface ListOptions {
  readonly path: string;
  readonly title: string;
  readonly description: string;
  readonly warnings: readonly Warning[];
  /** The value that the list is narrowed to; null on the list of all. */
  readonly chosen: FacetValue | null;
  readonly facets: readonly FacetValue[];
}

/** One list in so many pages as it needs: those in force first, then the others, each the newest first. */
function listPages(context: SiteContext, options: ListOptions): Page[] {
  const { locale, day } = context;
  const { path, title, description, warnings, chosen, facets } = options;
  const cards = warnings.map((warning) => card(warning, locale, day));
  const ordered = [...cards.filter(({ ended }) => ended === null), ...cards.filter(({ ended }) => ended !== null)];
  const pages = Math.max(1, Math.ceil(ordered.length / PER_PAGE));
  return Array.from({ length: pages }, (_, i) => {
    const shown = ordered.slice(i * PER_PAGE, (i + 1) * PER_PAGE);
    const numbered = i === 0 ? title : translate(locale, "public.listPage", { title, n: i + 1 });
    return {
      path: pageOf(path, i + 1),
      template: "warnings.md",
      carried: true,
      title: numbered,
      description,
      head: feedLinks(context, chosen?.facet === "category" ? chosen.key : null),
      values: {
        inForce: shown.filter(({ ended }) => ended === null),
        earlier: shown.filter(({ ended }) => ended !== null),
        any: warnings.length > 0,
        first: i === 0,
        chosen: chosen && { facet: translate(locale, `public.facet.${chosen.facet}`), name: chosen.name[locale] },
        facets: FACETS.map((facet) => ({
          facet,
          name: translate(locale, `public.facet.${facet}`),
          values: facets
            .filter((value) => value.facet === facet)
            .map(({ path: to, name, warnings: all }) => ({
              path: to,
              name: name[locale],
              count: all.length,
              here: to === path,
            })),
        })).filter(({ values }) => values.length > 0),
        pages: Array.from({ length: pages }, (_page, n) => ({ n: n + 1, path: pageOf(path, n + 1), here: n === i })),
        feed: `feeds/${locale}${chosen?.facet === "category" ? `-${chosen.key}` : ""}`,
      },
    };
  });
}

/** The list of all warnings, and one for each value that they can be narrowed to: plain pages, so that no script is needed. */
export const warningLists: PageSource = async (context) => {
  const { locale, release, day } = context;
  const { bureau } = release.manifest;
  const warnings = publicWarnings(context);
  const facets = facetValues(warnings, await readNames(release), day);
  const all = listPages(context, {
    path: "warnings/index",
    title: translate(locale, "public.warnings"),
    description: translate(locale, "public.warningsDescription", { bureau: bureau[locale] }),
    warnings,
    chosen: null,
    facets,
  });
  const narrowed = facets.flatMap((value) => {
    const params = { facet: translate(locale, `public.facet.${value.facet}`), name: value.name[locale] };
    return listPages(context, {
      path: value.path,
      title: translate(locale, "public.listTitle", params),
      description: translate(locale, "public.listDescription", {
        ...params,
        count: value.warnings.length,
        inForce: value.warnings.filter((warning) => isInForce(stateOn(warning, day))).length,
      }),
      warnings: value.warnings,
      chosen: value,
      facets,
    });
  });
  return [...all, ...narrowed];
};
