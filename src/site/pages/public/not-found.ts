import { translate } from "../../../i18n/translate.ts";
import type { PageSource } from "../../page.ts";

/** What a host shows for an address that leads nowhere. */
export const notFoundPage: PageSource = async ({ locale }) => [
  {
    path: "404",
    template: "not-found.md",
    title: translate(locale, "public.notFound"),
    description: translate(locale, "public.notFoundText"),
    values: {},
  },
];
