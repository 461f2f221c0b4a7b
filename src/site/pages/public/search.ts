import { translate } from "../../../i18n/translate.ts";
import { attribute } from "../../finish/edit.ts";
import type { PageSource } from "../../page.ts";

/** Where the program of the search page and the index lie. */
export const SEARCH_SCRIPT = "search.js";
export const SEARCH_INDEX = "pagefind";

/** The one page that needs a script: it looks a word up in an index that is loaded when somebody begins to type. */
export const searchPage: PageSource = async ({ locale, address }) => {
  const up = "../".repeat(address(locale, "search").split("/").length - 1) || "./";
  return [
    {
      path: "search",
      template: "search.md",
      title: translate(locale, "public.searchTitle"),
      description: translate(locale, "public.searchDescription"),
      head: [`<script type="module" src="${attribute(`${up}${SEARCH_SCRIPT}`)}"></script>`],
      values: { index: `${up}${SEARCH_INDEX}/` },
    },
  ];
};
