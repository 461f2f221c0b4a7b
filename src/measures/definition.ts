import type { MessageKey } from "../i18n/catalogue/index.ts";

/**
 * The day by which a ticket belongs to a period. Each is a column `<basis>_on` of `measure_fact`, and where a source does
 * not give that day, `<basis>_undated` is true and another one stands in; see `factSql`.
 */
export const DATE_BASES = ["registered", "accepted", "refused", "concluded", "filed"] as const;
export type DateBasis = (typeof DATE_BASES)[number];

/** What a value is: a number of tickets (件), money of the bureau's currency, or a ratio. */
export type MeasureUnit = "item" | "money" | "ratio";

/**
 * How one number is taken from the tickets of the population. `where` and `of` are SQL over `measure_fact`. `whereYearBefore`
 * stands instead of `where` for the days one year before, where the tickets of a period go on changing: what was known of
 * them one year before the as-of date, so that a young period is not compared with one that has had a year more.
 */
export type Aggregate =
  | { readonly kind: "count"; readonly where?: string; readonly whereYearBefore?: string }
  | { readonly kind: "sum"; readonly of: string }
  | { readonly kind: "median"; readonly of: string };

/** What is said beside a figure when it holds for some of its tickets; its text is `measures.remark.<code>`. */
export type RemarkCode =
  | `${DateBasis}_undated`
  | "zero_stated"
  | "band_by_recovered"
  /** Fewer tickets than the smallest n of a rate: it is read as "3 of 7". The number is that smallest n. */
  | "small_n"
  /** No ticket of any kind is known of these days: their export is missing. */
  | "no_records"
  /** The days of the year before lie partly before the first record. */
  | "previous_part";

/** One measure: everything that is computed, shown or documented of it comes from here. */
export interface Measure {
  readonly id: string;
  readonly name: MessageKey;
  /** What it means: population, date, formula, and the source of the definition. */
  readonly note: MessageKey;
  readonly unit: MeasureUnit;
  readonly basis: DateBasis;
  /** SQL over `measure_fact`: the tickets that it is about. */
  readonly population: string;
  readonly numerator: Aggregate;
  /** For ratios: of the same tickets, dated in the same way. */
  readonly denominator: Aggregate | null;
  readonly interval: "wilson" | null;
  /** From this n on a ratio may be shown as one; below it as k of n. 0: shown whatever n is. */
  readonly smallestN: number;
  /** Version of the rules above; it changes when a figure can change with the same data. */
  readonly ruleSet: string;
  readonly remarks: Readonly<Partial<Record<RemarkCode, string>>>;
  /** Its note stands beside each value, because the same words mean other things elsewhere. */
  readonly told: boolean;
  /** Given once for each amount band instead of once. */
  readonly bands: boolean;
}
