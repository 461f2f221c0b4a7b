import type { MessageKey } from "../i18n/catalogue/index.ts";

/** What is counted: tickets, decisions of penalty 处罚决定 about them, or entries of the ledger of work 工作台账. */
export const SOURCES = {
  ticket: { table: "measure_fact", dims: null },
  penalty: { table: "measure_penalty", dims: null },
  // The ledger tells of units only.
  activity: { table: "measure_activity", dims: ["unit"] },
} as const satisfies Record<string, { table: string; dims: readonly string[] | null }>;
export type MeasureSource = keyof typeof SOURCES;

/**
 * The day by which a record belongs to a period. Each is a column `<basis>_on` of its source, and where an export does not give
 * that day, `<basis>_undated` is true and another one stands in; see `factSql`.
 */
export const DATE_BASES = [
  "registered",
  "accepted",
  "refused",
  "concluded",
  "filed",
  "check_due",
  "conclusion_due",
  "decided",
  "happened",
] as const;
export type DateBasis = (typeof DATE_BASES)[number];

/** What a value is: a number of tickets (件), money of the bureau's currency, a ratio, days, or a quantity of the ledger's own unit. */
export type MeasureUnit = "item" | "money" | "ratio" | "day" | "quantity";

/**
 * How far a value may be from what it stands for by chance, at 95 %: the score interval of a share (Wilson), the exact interval
 * of a Poisson count (Garwood), or the order statistics around a median.
 */
export type IntervalKind = "wilson" | "poisson" | "order";

/**
 * How one number is taken from the records of the population. `where` and `of` are SQL over the source's table. `whereYearBefore`
 * stands instead of `where` for the days one year before, where the tickets of a period go on changing: what was known of
 * them one year before the as-of date, so that a young period is not compared with one that has had a year more.
 */
export type Aggregate =
  | { readonly kind: "count"; readonly where?: string; readonly whereYearBefore?: string }
  | { readonly kind: "sum"; readonly of: string }
  | { readonly kind: "median"; readonly of: string };

/** What is said beside a figure when it holds for some of its tickets; its text is `measures.remark.<code>`. */
export type RemarkCode =
  | `${Exclude<DateBasis, "happened">}_undated`
  | "zero_stated"
  | "band_by_recovered"
  /** Fewer tickets than the smallest n of a rate: it is read as "3 of 7". The number is that smallest n. */
  | "small_n"
  /** The limit ends in a year whose days off were not yet announced. */
  | "estimated_due"
  /** Limits of the two rules that stood from 2024-07-01 to 2026-04-14. */
  | "limit_regulation_2024"
  | "limit_samr_20"
  /** Whether they were late hangs on whether a limit that ends on a day off moves on. */
  | "rollover"
  /** One ticket alone makes so many per cent of the sum. */
  | "top_share"
  /** Amounts of more than 100 times the median: a slip of digits, or worth a look. */
  | "outlier"
  /** Quantities that are lower bounds (余, 多). */
  | "at_least"
  /** A break of the series, as YYYYMMDD, lies between the days and those compared with. */
  | "break"
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
  /** For quantities: the unit in which the ledger counts them; null where each entry has its own. */
  readonly measureUnit: string | null;
  readonly source: MeasureSource;
  readonly basis: DateBasis;
  /** SQL over the source's table: the records that it is about. */
  readonly population: string;
  readonly numerator: Aggregate;
  /** For ratios and means: of the same records, dated in the same way. */
  readonly denominator: Aggregate | null;
  readonly interval: IntervalKind | null;
  /** From this n on a ratio may be shown as one; below it as k of n. 0: shown whatever n is. */
  readonly smallestN: number;
  /** Version of the rules above; it changes when a figure can change with the same data. */
  readonly ruleSet: string;
  readonly remarks: Readonly<Partial<Record<RemarkCode, string>>>;
  /** Which share is the better one, for measures by which units are assessed 考核; null for the others. */
  readonly better: "higher" | null;
  /** Its note stands beside each value, because the same words mean other things elsewhere. */
  readonly told: boolean;
  /** For quantities: SQL of how many the value rests on, where that is not the number of entries. */
  readonly weight: string | null;
  /** Given once for each amount band, or each type and unit of the ledger, instead of once. */
  readonly split: "band" | "activity" | "activity_item" | null;
}
