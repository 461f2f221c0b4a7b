import { translate } from "../../../i18n/translate.ts";
import type { SiteDefinition } from "../../page.ts";
import { dictionaryPage } from "../shared/dictionary.ts";
import { methodologyPage } from "../shared/methodology.ts";
import { surePage } from "../shared/sure.ts";
import { aboutPage } from "./about.ts";
import { accessibilityPage } from "./accessibility.ts";
import { downloadsPage } from "./downloads.ts";
import { publicFiles } from "./files.ts";
import { homePage } from "./home.ts";
import { warningLists } from "./list.ts";
import { notFoundPage } from "./not-found.ts";
import { searchPage } from "./search.ts";
import { statisticsPage } from "./statistics.ts";
import { warningPages } from "./warning.ts";

/** The public site: warnings for consumers, readable on a phone and without scripts. */
export const publicSite: SiteDefinition = {
  atRoot: true,
  searchable: true,
  files: publicFiles,
  sources: [
    homePage,
    warningLists,
    warningPages,
    statisticsPage,
    aboutPage,
    downloadsPage,
    methodologyPage,
    dictionaryPage,
    surePage,
    accessibilityPage,
    searchPage,
    notFoundPage,
  ],
  menu: (locale) => [
    { path: "index", title: translate(locale, "public.home") },
    { path: "warnings/index", title: translate(locale, "public.warnings") },
    { path: "statistics", title: translate(locale, "public.statistics") },
    { path: "sure", title: translate(locale, "sure.title") },
    { path: "about", title: translate(locale, "public.about") },
  ],
  title: ({ locale, release }) => translate(locale, "site.publicTitle", { bureau: release.manifest.bureau[locale] }),
};
