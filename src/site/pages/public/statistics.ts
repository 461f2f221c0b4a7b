import { bars } from "../../../charts/bars.js";
import { trend } from "../../../charts/trend.js";
import type { MessageKey } from "../../../i18n/catalogue/index.ts";
import type { Locale } from "../../../i18n/define.ts";
import { translate } from "../../../i18n/translate.ts";
import type { Release } from "../../../release/read.ts";
import { chartDocument, figure } from "../../chart.ts";
import { formatter } from "../../format.ts";
import type { Html } from "../../html.ts";
import type { PageSource } from "../../page.ts";
import { readNames } from "./facets.ts";
import { WITHHELD } from "./warning-figure.ts";

interface Row {
  measure: string;
  period: string;
  from: string;
  dim: "category" | "problem" | null;
  group_key: string | null;
  value: string | null;
  numerator: string | null;
  denominator: string | null;
  low: number | null;
  high: number | null;
  previous: string | null;
  change: number | null;
  change_unit: "ratio" | "points" | null;
  withheld: boolean;
}

const MONTHS = 36;
const QUARTERS = 12;
/** So many groups are drawn; the table has all. */
const BARS = 8;

const WHOLE = [
  ["received", "month", MONTHS],
  ["amount_recovered", "quarter", QUARTERS],
  ["mediation_success_rate", "quarter", QUARTERS],
] as const;

const read = (release: Release, measure: string, grain: string, dim: string | null) =>
  release.rows<Row>(
    `SELECT measure, period, "from", dim, group_key, value, numerator, denominator, low, high, previous, change, change_unit, withheld
     FROM measure WHERE measure = $1 AND grain = $2 AND dim IS NOT DISTINCT FROM $3 AND complete ORDER BY "from", group_key`,
    [measure, grain, dim],
  );

/** How the value of a measure is printed. */
function printer(measure: string, locale: Locale, currency: string): (value: string | null) => string {
  const format = formatter(locale);
  if (measure === "amount_recovered") return (value) => format.moneyShort(value, currency);
  if (measure === "mediation_success_rate") return (value) => format.percent(value);
  return (value) =>
    value === null ? format.number(value) : translate(locale, "public.pieces", { count: Number(value) });
}

const texts = (locale: Locale) => {
  const t = (key: MessageKey) => translate(locale, key);
  return {
    expected: t("public.chartExpected"),
    range: t("public.chartInterval"),
    incomplete: t("public.chartIncomplete"),
    withheld: t("public.chartWithheld"),
    flagged: t("public.chartFlagged"),
  };
};

/** One measure of the whole county over time: chart, sentence, table. */
function overTime(
  rows: readonly Row[],
  measure: (typeof WHOLE)[number][0],
  locale: Locale,
  currency: string,
): Html | null {
  const last = rows.findLast((row) => row.value !== null);
  const first = rows[0];
  if (!last || !first) return null;
  const format = formatter(locale);
  const print = printer(measure, locale, currency);
  const name = translate(locale, `measures.${measure}`);
  const rate = measure === "mediation_success_rate";
  const points = rows.map((row) => ({
    from: row.from,
    observed: row.value === null ? null : Number(row.value),
    complete: true,
    withheld: row.withheld,
    low: rate ? row.low : null,
    high: rate ? row.high : null,
  }));
  const draw = (width: number) =>
    trend(
      { series: [{ label: name, points }] },
      {
        locale,
        width,
        height: width < 500 ? 220 : 260,
        document: chartDocument(),
        texts: texts(locale),
        ...(rate ? { format: (value: number) => format.percent(value, 0) } : {}),
        // Nought needs no currency.
        ...(measure === "amount_recovered"
          ? { format: (value: number) => (value === 0 ? "0" : format.moneyShort(String(value), currency)) }
          : {}),
      },
    );
  return figure({
    svg360: draw(360),
    svg720: draw(720),
    sentence: translate(locale, "public.statisticsSentence", {
      name,
      from: format.period(first.period),
      to: format.period(last.period),
      value: print(last.value),
      change:
        last.change === null ? translate(locale, "public.noYearBefore") : format.change(last.change, last.change_unit),
    }),
    tableLabel: translate(locale, "public.table"),
    table: {
      caption: name,
      columns: [
        translate(locale, "public.period"),
        name,
        ...(rate ? [translate(locale, "public.ofHowMany"), translate(locale, "public.chartInterval")] : []),
        translate(locale, "public.change"),
      ],
      rows: rows.toReversed().map((row) => [
        format.period(row.period),
        row.withheld ? WITHHELD : print(row.value),
        ...(rate
          ? [
              row.denominator === null
                ? "—"
                : translate(locale, "public.share.of", {
                    top: format.number(row.numerator),
                    bottom: format.number(row.denominator),
                  }),
              row.low === null || row.high === null
                ? "—"
                : translate(locale, "public.rangeCell", {
                    low: format.percent(row.low, 0),
                    high: format.percent(row.high, 0),
                  }),
            ]
          : []),
        format.change(row.change, row.change_unit),
      ]),
    },
  });
}

/** The complaints of the last complete quarter by trade or by problem: bars, sentence, table. */
function byGroup(
  rows: readonly Row[],
  dim: "category" | "problem",
  locale: Locale,
  nameOf: (key: string) => string,
): Html | null {
  const period = rows.at(-1)?.period;
  const now = rows
    .filter((row) => row.period === period)
    .sort(
      (a, b) =>
        Number(b.value ?? -1) - Number(a.value ?? -1) || (a.group_key ?? "").localeCompare(b.group_key ?? "", "en"),
    );
  const [top] = now;
  if (period === undefined || !top || top.value === null) return null;
  const format = formatter(locale);
  const name = (row: Row) => (row.group_key ? nameOf(row.group_key) : translate(locale, "hotspots.unknown", { dim }));
  const draw = (width: number) =>
    bars(
      now
        .filter((row) => row.value !== null)
        .slice(0, BARS)
        .map((row) => ({
          label: name(row),
          value: Number(row.value),
          previous: row.previous === null ? null : Number(row.previous),
        })),
      {
        width,
        document: chartDocument(),
        texts: {
          value: format.period(period),
          previous: translate(locale, "public.yearEarlier"),
          withheld: translate(locale, "public.chartWithheld"),
        },
        format: (value) => format.number(value),
      },
    );
  return figure({
    svg360: draw(360),
    svg720: draw(720),
    sentence: translate(locale, "public.groupsSentence", {
      period: format.period(period),
      name: name(top),
      value: format.number(top.value),
      change:
        top.change === null ? translate(locale, "public.noYearBefore") : format.change(top.change, top.change_unit),
    }),
    tableLabel: translate(locale, "public.table"),
    table: {
      caption: translate(locale, `public.by.${dim}`, { period: format.period(period) }),
      columns: [
        translate(locale, `public.facet.${dim}`),
        translate(locale, "public.complaints"),
        translate(locale, "public.yearEarlier"),
        translate(locale, "public.change"),
      ],
      rows: now.map((row) => [
        name(row),
        row.withheld ? WITHHELD : format.number(row.value),
        row.previous === null ? "—" : format.number(row.previous),
        format.change(row.change, row.change_unit),
      ]),
    },
  });
}

/** Trends of complaints, of money recovered and of mediation, and what is complained of: with intervals, and what is withheld marked. */
export const statisticsPage: PageSource = async ({ locale, release }) => {
  const { bureau } = release.manifest;
  const names = await readNames(release);
  const sections: { id: string; title: string; note: string; figure: Html }[] = [];
  for (const [measure, grain, most] of WHOLE) {
    const rows = (await read(release, measure, grain, null)).slice(-most);
    const drawn = overTime(rows, measure, locale, bureau.currency);
    if (!drawn) continue;
    const note = translate(locale, `measures.note.${measure}`);
    sections.push({
      id: measure.replaceAll("_", "-"),
      title: translate(locale, `measures.${measure}`),
      note,
      figure: drawn,
    });
  }
  for (const dim of ["category", "problem"] as const) {
    const drawn = byGroup(
      await read(release, "received", "quarter", dim),
      dim,
      locale,
      (key) => names.name(dim, key)[locale],
    );
    if (!drawn) continue;
    const title = translate(locale, `public.byTitle.${dim}`);
    sections.push({ id: `by-${dim}`, title, note: translate(locale, "measures.note.received"), figure: drawn });
  }
  return [
    {
      path: "statistics",
      template: "statistics.md",
      title: translate(locale, "public.statistics"),
      description: translate(locale, "public.statisticsDescription", { bureau: bureau[locale] }),
      values: { sections },
    },
  ];
};
