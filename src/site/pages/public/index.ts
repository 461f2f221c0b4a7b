import { translate } from "../../../i18n/translate.ts";
import type { SiteDefinition } from "../../page.ts";
import { dictionaryPage } from "../shared/dictionary.ts";
import { methodologyPage } from "../shared/methodology.ts";
import { surePage } from "../shared/sure.ts";
import { aboutPage } from "./about.ts";
import { homePage } from "./home.ts";
import { listPage } from "./list.ts";
import { warningPages } from "./warning.ts";

/** The public site: warnings for consumers, readable on a phone and without scripts. */
export const publicSite: SiteDefinition = {
  sources: [homePage, listPage, warningPages, aboutPage, methodologyPage, dictionaryPage, surePage],
  menu: (locale) => [
    { path: "index", title: translate(locale, "public.home") },
    { path: "warnings/index", title: translate(locale, "public.warnings") },
    { path: "about", title: translate(locale, "public.about") },
    { path: "sure", title: translate(locale, "sure.title") },
  ],
  title: ({ locale, release }) => translate(locale, "site.publicTitle", { bureau: release.manifest.bureau[locale] }),
};
