import type { Locale } from "../i18n/define.ts";
import { fixed, gap, growth, ratio, times } from "./decimal.ts";
import type { Measure, MeasureUnit } from "./definition.ts";
import { type Dimension, UNKNOWN } from "./dimensions.ts";
import { chanceOf, intervalOf } from "./interval.ts";
import { remarkText } from "./remark.ts";

/** One value as the command contract prints it: decimals as text, NULL where there is none. */
export interface MeasureRow {
  readonly id: string;
  /** Keys of the dimensions asked for (null: unknown), and the amount band or kind of the ledger where the measure has them. */
  readonly group: Readonly<Record<string, string | null>> | null;
  /** 件, 元 (or the code of another currency), ratio, 天, or the unit of the ledger. */
  readonly unit: string;
  /** "129", "328442.00", "0.2273". */
  readonly value: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
  /** 95 % interval of a share, a count or a median. */
  readonly interval: readonly [string, string] | null;
  /** Records that the value rests on. */
  readonly n: number;
  /** The value of the same calendar days one year before (同比); null where the records do not reach back. */
  readonly previous: string | null;
  /** Null also where a break of the series lies between. */
  readonly change: string | null;
  readonly changeUnit: "ratio" | "points";
  /** How probable so large a change is by chance alone; null where it was not tested. */
  readonly p: string | null;
  /** The value of the days directly before (环比), and the change from it. */
  readonly preceding: string | null;
  readonly precedingChange: string | null;
  readonly suppressed: boolean;
  readonly note: string | null;
}

/** A row of the temp table `measure_value` as it is read; see `createValues`. */
export interface ValueRow {
  readonly measure: string;
  readonly band: string | null;
  readonly type: string | null;
  readonly item: string | null;
  readonly measure_unit: string | null;
  readonly top: string | null;
  readonly bottom: string | null;
  readonly n: string;
  readonly previous_top: string | null;
  readonly previous_bottom: string | null;
  readonly preceding_top: string | null;
  readonly preceding_bottom: string | null;
  readonly order_low: number | null;
  readonly order_high: number | null;
  readonly comparable: boolean;
  /** Lengths of the window and of the days one year before. */
  readonly days: number;
  readonly previous_days: number;
  readonly note: string | null;
  readonly [key: `key_${string}`]: string | null;
}

/** Decimals of ratios in JSON. */
const PLACES = 4;
/** Digits of a probability. */
const DIGITS = 3;

/** What a value is made of. */
interface Figure {
  readonly top: string;
  /** Of ratios and means. */
  readonly bottom: string | null;
}

function figureOf(measure: Measure, top: string | null, bottom: string | null): Figure | null {
  if (top === null) return null;
  if (measure.denominator === null) return { top, bottom: null };
  return bottom !== null && ratio(top, bottom, PLACES) !== null ? { top, bottom } : null;
}

/** A number without zeros behind its last decimal. */
const trimmed = (text: string) => (text.includes(".") ? text.replace(/\.?0+$/, "") : text);

const PRINT: Readonly<Record<Exclude<MeasureUnit, "ratio">, (text: string) => string>> = {
  item: (text) => fixed(text, 0),
  money: (text) => fixed(text, 2),
  day: (text) => trimmed(fixed(text, 1)),
  quantity: (text) => trimmed(fixed(text, 3)),
};

function valueText({ unit }: Measure, { top, bottom }: Figure): string | null {
  if (unit === "ratio") return ratio(top, bottom as string, PLACES);
  return bottom === null ? PRINT[unit](top) : ratio(top, bottom, 2);
}

/** Points between ratios, else the change in relation to the earlier value; from the parts, so that nothing is rounded twice. */
function changeOf({ unit }: Measure, now: Figure | null, before: Figure | null): string | null {
  if (now === null || before === null) return null;
  if (unit === "ratio") {
    const share = ({ top, bottom }: Figure) => ({ top, bottom: bottom as string });
    return gap(share(now), share(before), PLACES);
  }
  if (now.bottom === null || before.bottom === null) return growth(now.top, before.top, PLACES);
  // Means: a/b in relation to c/d is ad in relation to bc.
  return growth(times(now.top, before.bottom), times(before.top, now.bottom), PLACES);
}

function boundsOf(row: ValueRow, measure: Measure, now: Figure | null): readonly [string, string] | null {
  if (now === null) return null;
  if (measure.interval === "order") {
    const { order_low: low, order_high: high } = row;
    if (low === null || high === null) return null;
    const print = (value: number) => PRINT[measure.unit as "money" | "day"](value.toFixed(2));
    return [print(low), print(high)];
  }
  const bounds = intervalOf(measure.interval, now.top, now.bottom);
  const places = measure.interval === "wilson" ? PLACES : 2;
  return bounds && [bounds.low.toFixed(places), bounds.high.toFixed(places)];
}

function unitName(measure: Measure, row: ValueRow, currency: string): string {
  if (measure.unit === "quantity") return row.measure_unit ?? "";
  if (measure.unit === "ratio") return "ratio";
  if (measure.unit === "day") return "天";
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
  if (row.type !== null) {
    group.type = known(row.type);
    if (row.item !== null) group.item = known(row.item);
    group.measure_unit = known(row.measure_unit);
  }
  const now = figureOf(measure, row.top, row.bottom);
  const before = figureOf(measure, row.previous_top, row.previous_bottom);
  const preceding = figureOf(measure, row.preceding_top, row.preceding_bottom);
  // Of shares and means the parts are told; a share of tickets has whole ones.
  const parts = measure.unit === "ratio" && measure.denominator?.kind === "count" ? 0 : 2;
  const part = (text: string | null) => (text === null || measure.denominator === null ? null : fixed(text, parts));
  const p = now && before && row.comparable ? chanceOf({ ...row, interval: measure.interval }) : null;
  return {
    id: row.measure,
    group: Object.keys(group).length > 0 ? group : null,
    unit: unitName(measure, row, currency),
    value: now && valueText(measure, now),
    numerator: part(row.top),
    denominator: part(row.bottom),
    interval: boundsOf(row, measure, now),
    n: Number(row.n),
    previous: before && valueText(measure, before),
    change: row.comparable ? changeOf(measure, now, before) : null,
    changeUnit: measure.unit === "ratio" ? "points" : "ratio",
    p: p === null ? null : String(Number(p.toPrecision(DIGITS))),
    preceding: preceding && valueText(measure, preceding),
    precedingChange: changeOf(measure, now, preceding),
    suppressed: false,
    note: remarkText(locale, measure, row.note),
  };
}
