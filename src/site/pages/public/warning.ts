import { readTaxonomy, type Taxonomy } from "../../../config/taxonomy.ts";
import { languageTag, translate } from "../../../i18n/translate.ts";
import { bindText } from "../../../warnings/bind.ts";
import type { Warning } from "../../../warnings/read.ts";
import { formatter } from "../../format.ts";
import { type Html, trusted } from "../../html.ts";
import type { MachineContext } from "../../machine/context.ts";
import { warningLd } from "../../machine/json-ld.ts";
import type { Page, PageSource, SiteContext } from "../../page.ts";
import { banners } from "./banners.ts";
import { card } from "./cards.ts";
import { feedLinks } from "./feed-links.ts";
import { keywords } from "./keywords.ts";
import { ldLine, machineContext } from "./machine.ts";
import { businessOf } from "./naming.ts";
import { shareOf } from "./share.ts";
import { signOff } from "./sign-off.ts";
import { publicWarnings } from "./state.ts";
import { hiddenText, oddsText, sureLines } from "./sure-lines.ts";
import { adviceHtml, blocksHtml, plainText, strongWords } from "./text-html.ts";
import { versions } from "./versions.ts";
import { warningFigure } from "./warning-figure.ts";
import { atLeastText, whoText } from "./words.ts";

function page(
  warning: Warning,
  all: readonly Warning[],
  context: SiteContext,
  machine: MachineContext,
  taxonomy: Taxonomy,
): Page {
  const { locale, release, day } = context;
  const { record, evidence } = warning;
  const { bureau } = release.manifest;
  const written = warning.text[locale];
  const text = written && bindText(written, evidence, locale);
  const summary = card(warning, locale, day);
  const format = formatter(locale);
  const related = all.filter(({ id }) => record.related.includes(id)).map((other) => card(other, locale, day));
  return {
    path: summary.path,
    template: "warning.md",
    carried: true,
    title: summary.title,
    description: text ? plainText(text.lead) : summary.evidence,
    modified: record.updated ?? record.issued ?? day,
    head: [...feedLinks(context), ldLine(warningLd(warning, locale, machine))],
    values: { ...summary },
    more: async () => ({
      words: keywords(record.scope, taxonomy).join(" "),
      banners: banners(warning, all, locale, day),
      expires: translate(locale, "public.expires", { date: record.expires ? format.date(record.expires) : "—" }),
      who: whoText(warning, locale, bureau[locale]),
      todo: text ? strongWords(text.advice) : [],
      atLeast: atLeastText(warning, locale),
      odds: oddsText(warning, locale),
      figure: await keptFigure(warning, context),
      hidden: hiddenText(warning, locale, release.manifest.disclosure),
      text: text && {
        lead: blocksHtml(text.lead),
        happens: blocksHtml(text.happens),
        recognise: blocksHtml(text.recognise),
        advice: adviceHtml(text, locale),
        contact: blocksHtml(text.contact),
        law: blocksHtml(text.law),
      },
      business: businessOf(warning, locale),
      chinese: languageTag("zh"),
      method: evidence.method[locale],
      sureLines: sureLines(warning, locale),
      hotline: bureau.hotline,
      related,
      signOff: signOff(warning, locale),
      versions: versions(warning, locale),
      share: shareOf(warning, summary.title, context),
    }),
  };
}

/** The chart of a warning; it depends on the evidence and the language alone, and costs more than all the rest of the page. */
async function keptFigure(warning: Warning, { memo, locale }: SiteContext): Promise<Html> {
  const key = `figure ${locale} ${JSON.stringify(warning.evidence)}`;
  return trusted(await memo(key, () => warningFigure(warning, locale).text));
}

/** One page for each warning that was ever published. A language without a text says so and gives the facts. */
export const warningPages: PageSource = async (context) => {
  const all = publicWarnings(context);
  const machine = await machineContext(context);
  const taxonomy = await readTaxonomy();
  return all.map((warning) => page(warning, all, context, machine, taxonomy));
};
