import { translate } from "../../../i18n/translate.ts";
import type { PageSource } from "../../page.ts";
import { card } from "./cards.ts";
import { monthOverview } from "./month.ts";
import { isInForce, publicWarnings, stateOf } from "./state.ts";

const SHOWN = 6;

/** The first page: what this is, what to watch for now, how to complain, and the month in two figures. */
export const homePage: PageSource = async (context) => {
  const { locale, release } = context;
  const { bureau, asOf } = release.manifest;
  const warnings = await publicWarnings(context);
  const inForce = warnings.filter((warning) => isInForce(stateOf(warning, asOf)));
  const intro = translate(locale, "public.intro", { bureau: bureau[locale] });
  return [
    {
      path: "index",
      template: "index.md",
      title: translate(locale, "site.publicTitle", { bureau: bureau[locale] }),
      description: intro,
      values: {
        intro,
        cards: inForce.slice(0, SHOWN).map((warning) => card(warning, locale, asOf)),
        more: warnings.length > 0,
        month: await monthOverview(release, locale),
        hotline: bureau.hotline,
      },
    },
  ];
};
