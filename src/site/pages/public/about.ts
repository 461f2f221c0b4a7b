import { translate } from "../../../i18n/translate.ts";
import type { PageSource } from "../../page.ts";
import { WITHHELD } from "./warning-figure.ts";

/** Where the numbers come from, what they cover, how they are reckoned, and what is withheld. */
export const aboutPage: PageSource = async ({ locale, release }) => {
  const { manifest } = release;
  const { minimumTickets, minimumComplainants } = manifest.disclosure;
  return [
    {
      path: "about",
      template: "about.md",
      title: translate(locale, "public.about"),
      description: translate(locale, "public.aboutDescription"),
      values: {
        methods: Object.entries(manifest.methods)
          .map(([name, version]) => `${name} ${version}`)
          .join(", "),
        withheld: translate(locale, "public.aboutWithheldText", {
          tickets: minimumTickets,
          people: minimumComplainants,
          sign: WITHHELD,
        }),
        rows: manifest.marts.count?.rows ?? 0,
      },
    },
  ];
};
