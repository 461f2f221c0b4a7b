import { languageTag, translate } from "../../../i18n/translate.ts";
import { bindText } from "../../../warnings/bind.ts";
import type { Warning } from "../../../warnings/read.ts";
import { formatter } from "../../format.ts";
import type { Page, PageSource, SiteContext } from "../../page.ts";
import { banners } from "./banners.ts";
import { card } from "./cards.ts";
import { signOff } from "./sign-off.ts";
import { publicWarnings } from "./state.ts";
import { adviceHtml, blocksHtml, plainText } from "./text-html.ts";
import { warningFigure } from "./warning-figure.ts";
import { atLeastText } from "./words.ts";

function page(warning: Warning, all: readonly Warning[], { locale, release }: SiteContext): Page {
  const { record, evidence } = warning;
  const { asOf, bureau } = release.manifest;
  const written = warning.text[locale];
  const text = written && bindText(written, evidence, locale);
  const summary = card(warning, locale, asOf);
  const format = formatter(locale);
  const related = all.filter(({ id }) => record.related.includes(id)).map((other) => card(other, locale, asOf));
  return {
    path: summary.path,
    template: "warning.md",
    title: summary.title,
    description: text ? plainText(text.lead) : summary.evidence,
    values: {
      ...summary,
      banners: banners(warning, all, locale, asOf),
      expires: translate(locale, "public.expires", { date: record.expires ? format.date(record.expires) : "—" }),
      atLeast: atLeastText(warning, locale),
      figure: warningFigure(warning, locale),
      text: text && {
        lead: blocksHtml(text.lead),
        happens: blocksHtml(text.happens),
        recognise: blocksHtml(text.recognise),
        advice: adviceHtml(text, locale),
        contact: blocksHtml(text.contact),
        law: blocksHtml(text.law),
      },
      chinese: languageTag("zh"),
      method: evidence.method[locale],
      hotline: bureau.hotline,
      related,
      signOff: signOff(warning, locale),
    },
  };
}

/** One page for each warning that was ever published. A language without a text says so and gives the facts. */
export const warningPages: PageSource = async (context) => {
  const all = await publicWarnings(context);
  return all.map((warning) => page(warning, all, context));
};
