import { translate } from "../../../i18n/translate.ts";
import type { PageSource } from "../../page.ts";
import { card } from "./cards.ts";
import { publicWarnings } from "./state.ts";

/** All warnings: those in force, then the others. */
export const listPage: PageSource = async (context) => {
  const { locale, release } = context;
  const { bureau, asOf } = release.manifest;
  const cards = (await publicWarnings(context)).map((warning) => card(warning, locale, asOf));
  return [
    {
      path: "warnings/index",
      template: "warnings.md",
      title: translate(locale, "public.warnings"),
      description: translate(locale, "public.warningsDescription", { bureau: bureau[locale] }),
      values: {
        inForce: cards.filter(({ ended }) => ended === null),
        earlier: cards.filter(({ ended }) => ended !== null),
      },
    },
  ];
};
