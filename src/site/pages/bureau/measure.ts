import { catalogue, type MessageKey } from "../../../i18n/catalogue/index.ts";
import type { Locale } from "../../../i18n/define.ts";
import { translate } from "../../../i18n/translate.ts";
import type { Release } from "../../../release/read.ts";
import type { Format } from "../../format.ts";

/** A row of the `measure` mart as it is read: decimals as text. */
export interface MeasureRow {
  measure: string;
  period: string;
  group_key: string | null;
  value: string | null;
  numerator: string | null;
  denominator: string | null;
  n: string | null;
  low: number | null;
  high: number | null;
  previous: string | null;
  change: number | null;
  change_unit: "ratio" | "points" | null;
  note: string | null;
}

/** What a measure's numbers are. */
export type Kind = "count" | "rate" | "money" | "days";

/** How a measure is printed, by its id: the ids are those of the command contract. */
export function kindOf(measure: string): Kind {
  if (/(_rate)(\.|$)/.test(measure)) return "rate";
  if (
    measure !== "amount_band" &&
    /^(amount_|added_damages_amount$|fines$|forfeited_|confiscated_|penalty_)/.test(measure)
  )
    return "money";
  return measure.startsWith("days_") ? "days" : "count";
}

/** Name of a measure; its id where the catalogue has none. */
export function measureName(locale: Locale, measure: string): string {
  const key = `measures.${measure}`;
  return key in catalogue ? translate(locale, key as MessageKey) : measure;
}

/** Prints a value of a measure in full. */
export function printValue(format: Format, measure: string, value: string | null, currency: string): string {
  const kind = kindOf(measure);
  if (kind === "rate") return format.percent(value);
  if (kind === "days" && value !== null) return format.days(value);
  return kind === "money" ? format.money(value, currency) : format.number(value);
}

/** Two numbers in the place of a rate that rests on too few tickets to be one: "3 of 7". Null where it is a rate. */
export function smallShare(row: MeasureRow, locale: Locale, format: Format): string | null {
  const small = row.value === null || /\bsmall_n:/.test(row.note ?? "");
  if (kindOf(row.measure) !== "rate" || !small || row.numerator === null || row.denominator === null) return null;
  return translate(locale, "site.share", {
    numerator: format.number(row.numerator),
    denominator: format.number(row.denominator),
  });
}

/** The months that the release has figures of. */
export interface Months {
  /** The last complete month, "2026-05"; null where there is none. */
  readonly complete: string | null;
  /** The month after it that has begun but not ended. */
  readonly incomplete: { readonly period: string; readonly to: string } | null;
}

export async function readMonths(release: Release): Promise<Months> {
  const rows = await release.rows<{ period: string; to: string; complete: boolean }>(
    `SELECT DISTINCT period, "to", complete FROM measure WHERE grain = 'month' AND dim IS NULL ORDER BY period DESC LIMIT 12`,
  );
  const complete = rows.find((row) => row.complete)?.period ?? null;
  const open = rows.find((row) => !row.complete && (complete === null || row.period > complete));
  return { complete, incomplete: open ? { period: open.period, to: open.to } : null };
}

/** The figures of one month, of the whole (`dim` null) or of every value of a dimension. */
export async function readFigures(release: Release, period: string, dim: string | null): Promise<MeasureRow[]> {
  return release.rows<MeasureRow>(
    `SELECT measure, period, group_key, value, numerator, denominator, n, low, high, previous, change, change_unit, note
     FROM measure WHERE grain = 'month' AND period = $1 AND dim IS NOT DISTINCT FROM $2 ORDER BY measure, group_key`,
    [period, dim],
  );
}
