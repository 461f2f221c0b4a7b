import { translate } from "../../../i18n/translate.ts";
import { isInForce, stateOn } from "../../../warnings/record.ts";
import type { PageSource } from "../../page.ts";
import { card } from "./cards.ts";
import { feedLinks } from "./feed-links.ts";
import { monthOverview } from "./month.ts";
import { publicWarnings } from "./state.ts";

const SHOWN = 6;

/** The first page: what this is, what to watch for now, how to complain, and the month in two figures. */
export const homePage: PageSource = async (context) => {
  const { locale, release, day } = context;
  const { bureau } = release.manifest;
  const warnings = publicWarnings(context);
  const inForce = warnings.filter((warning) => isInForce(stateOn(warning, day)));
  const intro = translate(locale, "public.intro", { bureau: bureau[locale] });
  return [
    {
      path: "index",
      template: "index.md",
      carried: true,
      head: feedLinks(context),
      title: translate(locale, "site.publicTitle", { bureau: bureau[locale] }),
      description: intro,
      values: {
        intro,
        cards: inForce.slice(0, SHOWN).map((warning) => card(warning, locale, day)),
        more: warnings.length > 0,
        month: await monthOverview(release, locale),
        hotline: bureau.hotline,
      },
    },
  ];
};
