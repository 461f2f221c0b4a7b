import type { Locale } from "../../i18n/define.ts";
import { languageTag, translate } from "../../i18n/translate.ts";
import type { Warning } from "../../warnings/read.ts";
import { stateOn } from "../../warnings/record.ts";
import { subjectText } from "../../warnings/values.ts";
import { evidenceText, titleText, toldIn } from "../pages/public/words.ts";
import type { MachineContext } from "./context.ts";
import { publishedAt, updatedAt } from "./steps.ts";
import { PATHS, pageUrl, urlOf, warningUrl } from "./urls.ts";

const CONTEXT = "https://schema.org";

/** A file that the site offers for download. */
export interface DataFile {
  readonly name: string;
  /** Below the root of the site: "data/counts.csv". */
  readonly path: string;
  /** Media type: "text/csv". */
  readonly encodingFormat: string;
  readonly bytes: number;
  readonly sha256: string;
}

const organization = (name: string, url: string) => ({ "@type": "GovernmentOrganization", name, url });

const publisher = (locale: Locale, { bureau, origin }: MachineContext) => organization(bureau[locale], `${origin}/`);

const licensed = ({ license }: MachineContext) => (license === null ? {} : { license });

/** An interval of days as schema.org writes it (ISO 8601). */
const interval = (from: string, to: string): string => `${from}/${to}`;

const corrections = ({ record }: Warning, locale: Locale) =>
  record.corrections.map((it) => {
    const { text, lang } = toldIn(it, locale);
    return {
      "@type": "CorrectionComment",
      datePublished: it.date,
      text,
      ...(lang === null ? {} : { inLanguage: lang }),
    };
  });

/** The figures behind a warning: they stand, point by point, in its file of the API. */
const basis = ({ id, evidence }: Warning, locale: Locale, context: MachineContext) => ({
  "@type": "Dataset",
  name: translate(locale, "machine.data", { bureau: context.bureau[locale] }),
  description: translate(locale, "machine.dataOf", { subject: subjectText(evidence, locale) }),
  identifier: evidence.release,
  temporalCoverage: interval(evidence.series[0]?.from ?? evidence.from, evidence.series.at(-1)?.to ?? evidence.to),
  creator: publisher(locale, context),
  ...licensed(context),
  distribution: {
    "@type": "DataDownload",
    encodingFormat: "application/json",
    contentUrl: urlOf(context, PATHS.warning(id)),
  },
});

/** A warning's page as schema.org's Article, with its corrections and what it rests on. */
export function warningLd(warning: Warning, locale: Locale, context: MachineContext): object {
  const { id, record, evidence } = warning;
  const title = titleText(warning, locale);
  const url = warningUrl(context, locale, id);
  const corrected = corrections(warning, locale);
  return {
    "@context": CONTEXT,
    "@type": "Article",
    "@id": url,
    mainEntityOfPage: { "@type": "WebPage", "@id": url },
    headline: title.text,
    description: evidenceText(warning, locale),
    inLanguage: title.lang ?? languageTag(locale),
    identifier: record.number,
    datePublished: publishedAt(warning),
    dateModified: updatedAt(warning),
    ...(record.expires === null ? {} : { expires: record.expires }),
    creativeWorkStatus: stateOn(warning, context.day),
    author: organization(record.issuer[locale], `${context.origin}/`),
    publisher: publisher(locale, context),
    publishingPrinciples: pageUrl(context, locale, "about"),
    about: { "@type": "Thing", name: subjectText(evidence, locale) },
    ...(corrected.length === 0 ? {} : { correction: corrected }),
    isBasedOn: basis(warning, locale, context),
    ...licensed(context),
  };
}

/** The page of downloads as schema.org's Dataset, each file with its size and digest. */
export function datasetLd(files: readonly DataFile[], locale: Locale, context: MachineContext): object {
  const { bureau, period, release, asOf } = context;
  return {
    "@context": CONTEXT,
    "@type": "Dataset",
    name: translate(locale, "machine.data", { bureau: bureau[locale] }),
    description: translate(locale, "machine.dataDescription", { bureau: bureau[locale] }),
    inLanguage: languageTag(locale),
    identifier: release,
    version: release,
    dateModified: asOf,
    temporalCoverage: interval(period.from, period.to),
    creator: publisher(locale, context),
    publisher: publisher(locale, context),
    ...licensed(context),
    isAccessibleForFree: true,
    measurementTechnique: translate(locale, "machine.measured"),
    distribution: files.map(({ name, path, encodingFormat, bytes, sha256 }) => ({
      "@type": "DataDownload",
      name,
      encodingFormat,
      contentUrl: urlOf(context, path),
      contentSize: `${bytes} B`,
      sha256,
    })),
  };
}

const ESCAPES: Readonly<Record<string, string>> = { "<": "\\u003c", "\u2028": "\\u2028", "\u2029": "\\u2029" };

/**
 * JSON that may stand between `<script type="application/ld+json">` and `</script>`: no text in it can end the script or begin a
 * comment. It means what plain JSON means.
 */
export const ldScript = (value: object): string =>
  JSON.stringify(value).replace(/[<\u2028\u2029]/g, (sign) => ESCAPES[sign] ?? sign);
