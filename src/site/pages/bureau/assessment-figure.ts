import { type FunnelLimit, type FunnelPosition, funnel } from "../../../charts/funnel.js";
import type { Locale } from "../../../i18n/define.ts";
import { languageTag, translate } from "../../../i18n/translate.ts";
import { funnelLimits } from "../../../stats/binomial-quantile.ts";
import { chartDocument, figure } from "../../chart.ts";
import type { Format } from "../../format.ts";
import type { Html } from "../../html.ts";
import type { AssessedRow } from "./assessment-rows.ts";
import type { Names } from "./names.ts";

/** Signs of a position beside its word; none within the limits. */
export const SIGNS: Readonly<Record<FunnelPosition, string>> = {
  far_below: "▼",
  below: "▽",
  within: "",
  above: "△",
  far_above: "▲",
};

export interface FigureWords {
  readonly locale: Locale;
  readonly format: Format;
  readonly names: Names;
  /** Names of the period and of the one before it, null where there is none. */
  readonly period: string;
  readonly before: string | null;
}

/** Points at which the limits are drawn. */
const STEPS = 48;

/** The limits from a little below the smallest unit to a little above the largest, as the assessment itself reckons them. */
export function limitsAround(smallest: number, largest: number, pooled: number): FunnelLimit[] {
  // Tenths of whole numbers: 420 × 1.1 is a little more than 462 in binary.
  const fewest = Math.max(1, Math.floor((smallest * 9) / 10));
  const most = Math.ceil((largest * 11) / 10);
  const counts = Array.from({ length: STEPS + 1 }, (_, i) => Math.round(fewest * (most / fewest) ** (i / STEPS)));
  return [...new Set(counts)].flatMap((n) => {
    const [near, far] = [funnelLimits(n, pooled, 0.95), funnelLimits(n, pooled, 0.998)];
    return near && far ? [{ n, low: near.low, high: near.high, farLow: far.low, farHigh: far.high }] : [];
  });
}

/** "▽ below" */
export function positionWord(locale: Locale, position: FunnelPosition): string {
  return `${SIGNS[position]} ${translate(locale, `assessment.position.${position}`)}`.trimStart();
}

/** A share, or "3 of 7" where the cases are too few for one. */
export function shareWord(row: AssessedRow, locale: Locale, format: Format): string {
  if (Number(row.denominator) >= (row.smallest_n ?? 1)) return format.percent(row.value);
  return countWord(row, locale, format);
}

function countWord(row: AssessedRow, locale: Locale, format: Format): string {
  return translate(locale, "site.share", {
    numerator: format.number(row.numerator),
    denominator: format.number(row.denominator),
  });
}

/** Whether all cases are alike, so that nothing is to be drawn or compared. */
export const isUniform = ([first]: readonly AssessedRow[]): boolean => first?.pooled === 0 || first?.pooled === 1;

/** What one measure's chart shows, in sentences: the whole, how many are outside, and which. */
export function assessmentSentence(rows: readonly AssessedRow[], { locale, format, names }: FigureWords): string {
  const [first] = rows as [AssessedRow];
  const list = new Intl.ListFormat(languageTag(locale), { type: "conjunction" });
  const outside = rows.filter(({ position }) => position !== "within");
  const named = (Object.keys(SIGNS) as FunnelPosition[])
    .filter((position) => outside.some((row) => row.position === position))
    .map((position) =>
      translate(locale, "assessment.named", {
        position: translate(locale, `assessment.position.${position}`),
        units: list.format(outside.filter((row) => row.position === position).map((row) => names.of("unit", row.unit))),
      }),
    );
  const whole = translate(locale, "assessment.measure", {
    name: first.name,
    value: format.percent(first.pooled),
    numerator: format.number(first.pooled_numerator),
    denominator: format.number(first.pooled_denominator),
    units: rows.length,
    outside: outside.length,
    expected: format.decimal(first.expected_outside, 1),
  });
  const dispersion =
    first.dispersion === null
      ? []
      : [translate(locale, "assessment.dispersion", { value: format.decimal(first.dispersion, 1) })];
  return [whole, ...named, ...dispersion].join(locale === "zh" ? "" : " ");
}

/** One measure of all units as a funnel chart that needs no script, with its sentence and table. `rows` must not be empty. */
export function assessmentFigure(rows: readonly AssessedRow[], words: FigureWords): Html {
  const { locale, format, names, before } = words;
  const [first] = rows as [AssessedRow];
  const t = (key: Parameters<typeof translate>[1], params?: Parameters<typeof translate>[2]) =>
    translate(locale, key, params);
  const cases = rows.map((row) => Number(row.denominator));
  const data = {
    points: rows.map((row) => ({
      label: names.of("unit", row.unit),
      n: Number(row.denominator),
      share: row.value,
      position: row.position,
    })),
    limits: limitsAround(Math.min(...cases), Math.max(...cases), first.pooled),
    pooled: first.pooled,
  };
  const texts = {
    cases: t("assessment.cases"),
    pooled: t("assessment.whole"),
    near: t("assessment.near"),
    far: t("assessment.far"),
    positions: {
      far_below: t("assessment.position.far_below"),
      below: t("assessment.position.below"),
      within: t("assessment.position.within"),
      above: t("assessment.position.above"),
      far_above: t("assessment.position.far_above"),
    },
  };
  const draw = (width: number) => funnel(data, { width, document: chartDocument(), texts });
  const coloured = rows.some((row) => row.red_below !== null);
  return figure({
    svg360: draw(360),
    svg720: draw(720),
    sentence: assessmentSentence(rows, words),
    tableLabel: t("assessment.numbers"),
    table: {
      caption: t("assessment.table", { name: first.name, period: words.period }),
      columns: [
        t("site.dim.unit"),
        t("assessment.value"),
        t("assessment.of"),
        t("assessment.byChance"),
        t("assessment.position"),
        ...(before === null ? [] : [t("assessment.before", { period: before })]),
        ...(coloured ? [t("assessment.colour")] : []),
      ],
      rows: rows.map((row) => [
        names.of("unit", row.unit),
        format.percent(row.value),
        countWord(row, locale, format),
        t("assessment.from", { low: format.percent(row.low), high: format.percent(row.high) }),
        positionWord(locale, row.position),
        ...(before === null ? [] : [row.before === null ? "—" : positionWord(locale, row.before)]),
        ...(coloured ? [row.colour === null ? "—" : t(`assessment.colour.${row.colour}`)] : []),
      ]),
    },
  });
}
