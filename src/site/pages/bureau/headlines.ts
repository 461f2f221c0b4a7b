import type { Locale } from "../../../i18n/define.ts";
import { remarkTexts } from "../../../i18n/remarks.ts";
import { translate } from "../../../i18n/translate.ts";
import type { Format } from "../../format.ts";
import { kindOf, type MeasureRow, measureName, printValue, smallShare } from "./measure.ts";

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

function basisOf(row: MeasureRow, locale: Locale, format: Format): string[] {
  const kind = kindOf(row.measure);
  if (kind === "count") return remarkTexts(locale, row.note);
  const basis: string[] = [];
  if (kind === "rate" && row.numerator !== null && row.denominator !== null)
    basis.push(
      translate(locale, "site.share", {
        numerator: format.number(row.numerator),
        denominator: format.number(row.denominator),
      }),
    );
  else if (row.n !== null) basis.push(translate(locale, "site.basis", { n: Number(row.n) }));
  if (kind === "rate" && row.low !== null && row.high !== null)
    basis.push(translate(locale, "site.interval", { low: format.percent(row.low), high: format.percent(row.high) }));
  return [...basis, ...remarkTexts(locale, row.note)];
}

/** Prints a value in a few signs. */
const shortValue = (format: Format, measure: string, value: string | null, currency: string): string =>
  kindOf(measure) === "money" ? format.moneyShort(value, currency) : printValue(format, measure, value, currency);

/** Makes the headline numbers of one month from the rows of the whole. */
export function headlines(
  rows: readonly MeasureRow[],
  options: { locale: Locale; format: Format; currency: string },
): Headline[] {
  const { locale, format, currency } = options;
  return HEADLINES.flatMap((measure) => {
    const row = rows.find((candidate) => candidate.measure === measure);
    if (!row) return [];
    const { change, change_unit: unit } = row;
    return {
      measure,
      period: row.period,
      exact: row.value ?? "",
      name: measureName(locale, measure),
      value: smallShare(row, locale, format) ?? shortValue(format, measure, row.value, currency),
      change: change === null ? null : format.change(change, unit),
      sign: change === null ? "" : change > 0 ? "▲" : change < 0 ? "▼" : "=",
      previous:
        row.previous === null
          ? translate(locale, "site.noPrevious")
          : translate(locale, "site.previous", { value: shortValue(format, measure, row.previous, currency) }),
      basis: basisOf(row, locale, format),
    } satisfies Headline;
  });
}
