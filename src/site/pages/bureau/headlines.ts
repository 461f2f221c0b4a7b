import type { Locale } from "../../../i18n/define.ts";
import { remarkTexts } from "../../../i18n/remarks.ts";
import { translate } from "../../../i18n/translate.ts";
import type { Format } from "../../format.ts";
import { type Measures, type MeasureUnit, smallShare } from "../../measures.ts";
import type { MeasureRow } from "./measure.ts";

/** One headline number as the template prints it. */
export interface Headline {
  readonly measure: string;
  readonly period: string;
  /** The value as it stands in the release, for whoever compares the page with it. */
  readonly exact: string;
  readonly name: string;
  readonly value: string;
  /** The change in words; null where there is nothing to compare with. */
  readonly change: string | null;
  readonly sign: "▲" | "▼" | "=" | "";
  readonly previous: string;
  /** What it rests on: n, or numerator and denominator with the interval. */
  readonly basis: readonly string[];
}

/** The measures of the headline, in the order of a monthly report. Those that a release does not have are left out. */
export const HEADLINES = [
  "received",
  "accepted",
  "concluded",
  "agreements",
  "mediation_success_rate",
  "amount_disputed",
  "amount_recovered",
  "reports_accepted",
  "reports_filed",
] as const;

function basisOf(row: MeasureRow, unit: MeasureUnit, locale: Locale, format: Format): string[] {
  if (unit === "item") return remarkTexts(locale, row.note);
  const basis: string[] = [];
  if (unit === "ratio" && row.numerator !== null && Number(row.denominator) > 0)
    basis.push(
      translate(locale, "site.share", {
        numerator: format.number(row.numerator),
        denominator: format.number(row.denominator as string),
      }),
    );
  else if (unit !== "ratio" && row.n !== null) basis.push(translate(locale, "site.basis", { n: Number(row.n) }));
  if (unit === "ratio" && row.low !== null && row.high !== null)
    basis.push(translate(locale, "site.interval", { low: format.percent(row.low), high: format.percent(row.high) }));
  return [...basis, ...remarkTexts(locale, row.note)];
}

/** Makes the headline numbers of one month from the rows of the whole. */
export function headlines(
  rows: readonly MeasureRow[],
  options: { locale: Locale; format: Format; measures: Measures },
): Headline[] {
  const { locale, format, measures } = options;
  return HEADLINES.flatMap((measure) => {
    const row = rows.find((candidate) => candidate.measure === measure);
    if (!row) return [];
    const { change, change_unit } = row;
    return {
      measure,
      period: row.period,
      exact: row.value ?? "",
      name: measures.name(measure),
      value: smallShare(row, measures.unit(measure), options) ?? measures.short(measure, row.value),
      change: change === null ? null : format.change(change, change_unit),
      sign: change === null ? "" : change > 0 ? "▲" : change < 0 ? "▼" : "=",
      previous:
        row.previous === null
          ? translate(locale, "site.noPrevious")
          : translate(locale, "site.previous", { value: measures.short(measure, row.previous) }),
      basis: basisOf(row, measures.unit(measure), locale, format),
    } satisfies Headline;
  });
}
