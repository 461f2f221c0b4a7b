import type { Locale } from "../../../i18n/define.ts";
import { translate } from "../../../i18n/translate.ts";
import { compareReleases, type Revision, type Revisions } from "../../../release/revisions.ts";
import { type Format, formatter } from "../../format.ts";
import { type Measures, readMeasures } from "../../measures.ts";
import type { PageSource } from "../../page.ts";

/** More rows than these stand in the download only: a page must open on a phone. */
const MOST_ROWS = 200;

interface Words {
  readonly locale: Locale;
  readonly format: Format;
  readonly measures: Measures;
}

/** A figure as it was and as it is, as printed. */
export interface RevisedRow {
  readonly period: string;
  readonly measure: string;
  readonly name: string;
  readonly before: string;
  readonly now: string;
  readonly difference: string;
}

/** "+3", "−¥12.00", "+0.4 points"; "—" where one of the two is no figure. */
function differenceOf({ measure, difference }: Revision, { locale, format, measures }: Words): string {
  if (difference === null) return "—";
  const size = difference.replace("-", "");
  const printed =
    measures.unit(measure) === "ratio"
      ? translate(locale, "revisions.points", { size: format.decimal(Number(size) * 100, 1) })
      : measures.print(measure, size);
  return `${size === difference ? "+" : "\u2212"}${printed}`;
}

function rowOf(revision: Revision, words: Words): RevisedRow {
  const { measure, period, before, now } = revision;
  return {
    period: words.format.period(period),
    measure,
    name: words.measures.name(measure),
    before: words.measures.print(measure, before),
    now: words.measures.print(measure, now),
    difference: differenceOf(revision, words),
  };
}

/** The first rows of a table, and how many more there are. */
function tableOf(revisions: readonly Revision[], words: Words) {
  return {
    rows: revisions.slice(0, MOST_ROWS).map((revision) => rowOf(revision, words)),
    more:
      revisions.length > MOST_ROWS
        ? translate(words.locale, "revisions.more", { count: revisions.length - MOST_ROWS })
        : null,
  };
}

const DIMENSIONS = ["unit", "category", "problem", "region", "channel", "band", "activity", "item"] as const;

function partsOf(revisions: readonly Revision[], { locale, format }: Words) {
  return DIMENSIONS.flatMap((dim) => {
    const its = revisions.filter((revision) => revision.dim === dim);
    if (its.length === 0) return [];
    const matured = its.filter(({ matures }) => matures).length;
    return {
      dim,
      name: translate(locale, `site.dim.${dim}`),
      revised: format.number(its.length - matured),
      matured: format.number(matured),
    };
  });
}

function valuesOf(found: Revisions, words: Words) {
  const { locale, format } = words;
  const whole = found.revisions.filter(({ dim }) => dim === null);
  return {
    summary: translate(locale, "revisions.summary", {
      release: found.since.release,
      asOf: format.date(found.since.asOf),
      compared: found.compared,
      changed: found.revisions.length,
    }),
    between: [
      translate(locale, "revisions.files", { added: found.filesAdded, gone: found.filesGone }),
      ...found.methods.map(({ method, before, now }) =>
        translate(locale, "revisions.method", { method, before: before ?? "—", now: now ?? "—" }),
      ),
    ],
    changed: found.revisions.length > 0,
    revised: tableOf(
      whole.filter(({ matures }) => !matures),
      words,
    ),
    matured: tableOf(
      whole.filter(({ matures }) => matures),
      words,
    ),
    parts: partsOf(found.revisions, words),
  };
}

/** What changed in figures of ended periods since the release before: what was published is never changed in silence. */
export const revisionsPage: PageSource = async ({ locale, release, before }) => {
  const format = formatter(locale);
  const words = { locale, format, measures: await readMeasures(release, { locale, format }) };
  return [
    {
      path: "revisions",
      template: "revisions.md",
      title: translate(locale, "revisions.title"),
      description: translate(locale, "revisions.description"),
      values: { found: before === null ? null : valuesOf(await compareReleases(release, before), words) },
    },
  ];
};
