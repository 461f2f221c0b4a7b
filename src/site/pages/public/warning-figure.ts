import { trend } from "../../../charts/trend.js";
import type { Locale } from "../../../i18n/define.ts";
import { translate } from "../../../i18n/translate.ts";
import type { EvidencePoint } from "../../../warnings/evidence.ts";
import type { Warning } from "../../../warnings/read.ts";
import { periodText, placeholder, subjectText } from "../../../warnings/values.ts";
import { chartDocument, figure } from "../../chart.ts";
import { formatter } from "../../format.ts";
import type { Html } from "../../html.ts";

/** The sign of a figure that is withheld, in tables and charts. */
export const WITHHELD = "×";

const whole = (value: number): number => Math.max(0, Math.round(value));

function tableRow(point: EvidencePoint, grain: string, locale: Locale): string[] {
  const format = formatter(locale);
  const period = periodText(locale, { grain, ...point });
  const { observed, complaints, expected, low, high } = point;
  const count = (value: number | null) => (value === null && point.withheld ? WITHHELD : format.number(value));
  return [
    point.complete ? period : translate(locale, "public.incompletePeriod", { period }),
    count(observed),
    expected === null ? "—" : format.number(expected, expected < 1 ? 1 : 0),
    low === null || high === null
      ? "—"
      : translate(locale, "public.rangeCell", {
          low: format.number(whole(Math.ceil(low))),
          high: format.number(whole(Math.floor(high))),
        }),
    count(complaints),
  ];
}

/** The evidence of a warning as a chart of people over time with its table, which holds their complaints too. */
export function warningFigure({ evidence }: Warning, locale: Locale): Html {
  const { grain, series } = evidence;
  const t = (key: Parameters<typeof translate>[1]) => translate(locale, key);
  const points = series.map((point) => ({
    from: point.from,
    observed: point.observed,
    expected: point.expected,
    low: point.low === null ? null : Math.max(0, point.low),
    high: point.high,
    complete: point.complete,
    withheld: point.withheld,
    flagged: point.complete && point.observed !== null && point.high !== null && point.observed > point.high,
    named: point.from === evidence.from,
  }));
  const draw = (width: number) =>
    trend(
      { series: [{ label: t("public.people"), points }] },
      {
        locale,
        width,
        document: chartDocument(),
        texts: {
          expected: t("public.chartExpected"),
          range: t("public.chartRange"),
          incomplete: t("public.chartIncomplete"),
          withheld: t("public.chartWithheld"),
          flagged: t("public.chartFlagged"),
        },
      },
    );
  const ends = [series[0], series.at(-1)].map((point) => (point ? periodText(locale, { grain, ...point }) : "—"));
  const subject = subjectText(evidence, locale);
  const sentence = translate(locale, grain === "month" ? "public.chartSentence" : "public.chartSentenceWeek", {
    subject,
    from: ends[0] ?? "—",
    to: ends[1] ?? "—",
    period: periodText(locale, evidence),
    observed: placeholder("observed", evidence, locale),
    high: placeholder("high", evidence, locale),
  });
  return figure({
    svg360: draw(360),
    svg720: draw(720),
    sentence,
    tableLabel: t("public.table"),
    table: {
      caption: subject,
      columns: [
        t("public.period"),
        t("public.people"),
        t("public.chartExpected"),
        t("public.rangePeople"),
        t("public.complaints"),
      ],
      rows: series.toReversed().map((point) => tableRow(point, grain, locale)),
    },
  });
}
