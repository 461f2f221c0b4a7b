import { translate } from "../../../i18n/translate.ts";
import type { SiteDefinition } from "../../page.ts";
import { dictionaryPage } from "../shared/dictionary.ts";
import { methodologyPage } from "../shared/methodology.ts";
import { surePage } from "../shared/sure.ts";
import { assessmentPages } from "./assessment.ts";
import { hotspotsPage } from "./hotspots.ts";
import { overviewPage } from "./overview.ts";
import { qualityPage } from "./quality.ts";
import { revisionsPage } from "./revisions.ts";

/** The bureau's own site: the whole release, for analysts and leadership. */
export const bureauSite: SiteDefinition = {
  atRoot: false,
  sources: [
    overviewPage,
    hotspotsPage,
    assessmentPages,
    revisionsPage,
    qualityPage,
    methodologyPage,
    dictionaryPage,
    surePage,
  ],
  menu: (locale) => [
    { path: "index", title: translate(locale, "site.overview") },
    { path: "hotspots", title: translate(locale, "site.hotspots") },
    { path: "assessment", title: translate(locale, "assessment.title") },
    { path: "revisions", title: translate(locale, "revisions.title") },
    { path: "quality", title: translate(locale, "site.quality") },
    { path: "methodology", title: translate(locale, "methodology.title") },
  ],
  title: ({ locale, release }) => translate(locale, "site.bureauTitle", { bureau: release.manifest.bureau[locale] }),
};
