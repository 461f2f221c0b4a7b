import { translate } from "../../../i18n/translate.ts";
import type { PageSource } from "../../page.ts";

/** What the site does for readers who see, hear, move or read differently, what it is checked against, and whom to tell of faults. */
export const accessibilityPage: PageSource = async ({ locale, release }) => {
  const { bureau } = release.manifest;
  return [
    {
      path: "accessibility",
      template: "accessibility.md",
      title: translate(locale, "public.accessibility"),
      description: translate(locale, "public.accessibilityDescription"),
      values: { bureau: bureau[locale], hotline: bureau.hotline },
    },
  ];
};
