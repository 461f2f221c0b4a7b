import type { Locale } from "../i18n/define.ts";
import { wilson } from "../stats/wilson.ts";
import { fixed, gap, growth, ratio } from "./decimal.ts";
import type { Measure } from "./definition.ts";
import { type Dimension, UNKNOWN } from "./dimensions.ts";
import { LEVEL } from "./interval.ts";
import { remarkText } from "./remark.ts";

/** One value as the command contract prints it: decimals as text, NULL where there is none. */
export interface MeasureRow {
  readonly id: string;
  /** Keys of the dimensions asked for (null: unknown), and the amount band where the measure has bands. */
  readonly group: Readonly<Record<string, string | null>> | null;
  /** 件, 元 (or the code of another currency), ratio. */
  readonly unit: string;
  /** "129", "328442.00", "0.2273". */
  readonly value: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
  /** 95 % interval of a share. */
  readonly interval: readonly [string, string] | null;
  /** Tickets that the value rests on. */
  readonly n: number;
  /** The value of the same calendar days one year before; null where the records do not reach back. */
  readonly previous: string | null;
  readonly change: string | null;
  readonly changeUnit: "ratio" | "points";
  readonly suppressed: boolean;
  readonly note: string | null;
}

/** A row of the temp table `measure_value` as it is read; see `createValues`. */
export interface ValueRow {
  readonly measure: string;
  readonly band: string | null;
  readonly top: string | null;
  readonly bottom: string | null;
  readonly n: string;
  readonly previous_top: string | null;
  readonly previous_bottom: string | null;
  readonly note: string | null;
  readonly [key: `key_${string}`]: string | null;
}

/** Decimals of ratios in JSON. */
const PLACES = 4;

type Figures = Pick<
  MeasureRow,
  "value" | "numerator" | "denominator" | "interval" | "previous" | "change" | "changeUnit"
>;

/** A count or an amount of money. */
function plainFigures(row: ValueRow, places: number): Figures {
  const { top, previous_top: before } = row;
  return {
    value: top === null ? null : fixed(top, places),
    numerator: null,
    denominator: null,
    interval: null,
    previous: before === null ? null : fixed(before, places),
    change: top === null || before === null ? null : growth(top, before, PLACES),
    changeUnit: "ratio",
  };
}

/** A ratio, from the numbers above and below its line, so that nothing is rounded twice. */
function ratioFigures(row: ValueRow, measure: Measure): Figures {
  const parts = measure.denominator?.kind === "count" ? 0 : 2;
  const share = (top: string | null, bottom: string | null) =>
    top !== null && bottom !== null && ratio(top, bottom, PLACES) !== null ? { top, bottom } : null;
  const now = share(row.top, row.bottom);
  const before = share(row.previous_top, row.previous_bottom);
  const interval =
    now === null || measure.interval === null ? null : wilson(Number(now.top), Number(now.bottom), LEVEL);
  return {
    value: now && ratio(now.top, now.bottom, PLACES),
    numerator: row.top === null ? null : fixed(row.top, parts),
    denominator: row.bottom === null ? null : fixed(row.bottom, parts),
    interval: interval && [interval.low.toFixed(PLACES), interval.high.toFixed(PLACES)],
    previous: before && ratio(before.top, before.bottom, PLACES),
    change: now && before && gap(now, before, PLACES),
    changeUnit: "points",
  };
}

function unitName(measure: Measure, currency: string): string {
  if (measure.unit === "ratio") return "ratio";
  if (measure.unit === "item") return "件";
  return currency === "CNY" ? "元" : currency;
}

/** Prints a value as the command contract has it. */
export function toRow(
  row: ValueRow,
  measure: Measure,
  { by, locale, currency }: { by: readonly Dimension[]; locale: Locale; currency: string },
): MeasureRow {
  const group: Record<string, string | null> = {};
  const known = (key: string | null | undefined) => (key === UNKNOWN ? null : (key ?? null));
  for (const dim of by) group[dim] = known(row[`key_${dim}`]);
  if (row.band !== null) group.band = known(row.band);
  return {
    id: row.measure,
    group: Object.keys(group).length > 0 ? group : null,
    unit: unitName(measure, currency),
    ...(measure.denominator === null ? plainFigures(row, measure.unit === "item" ? 0 : 2) : ratioFigures(row, measure)),
    n: Number(row.n),
    suppressed: false,
    note: remarkText(locale, measure, row.note),
  };
}
