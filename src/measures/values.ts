import { literal } from "../duck/identifier.ts";
import type { Duck } from "../duck/open.ts";
import type { Column, Parts } from "./columns.ts";
import { SOURCES } from "./definition.ts";
import type { Dimension } from "./dimensions.ts";
import { type Groupings, keyColumn } from "./scans.ts";
import { PREFIXES } from "./sums.ts";
import { crossesSql, type MeasureBreak } from "./touched.ts";

type Days = keyof typeof PREFIXES;
const of = ({ name }: Column, days: Days) => `${PREFIXES[days]}${name}`;

/** A number as a decimal: counts are 0 where there is none, amounts NULL. */
function decimal(column: Column, days: Days, counted: boolean): string {
  const value = `${of(column, days)}::DECIMAL(38,6)`;
  return counted ? `coalesce(${value}, 0)` : value;
}

/** From which share of the sum on one ticket is worth a word, in per cent. */
const TOP_SHARE = 20;
/** An amount above so many times the median stands out: a slip of digits, or worth a look. */
const OUTLIER = 100;

/** The column with the median of the amounts that a sum adds up, where there is one. */
function medianOf(parts: readonly Parts[], { numerator }: Parts["instance"]["measure"]): Column | null {
  const same = parts.find(({ instance }) => {
    const aggregate = instance.measure.numerator;
    return aggregate.kind === "median" && numerator.kind === "sum" && aggregate.of === numerator.of;
  });
  return same?.numerator ?? null;
}

/** What is said of one large amount in a sum of several. */
function largeSql({ instance, numerator, n, largest }: Parts, all: readonly Parts[]): string[] {
  if (largest === null || instance.measure.denominator !== null) return [];
  const share = `(100 * ${largest.name} / nullif(${numerator.name}, 0))`;
  const median = medianOf(all, instance.measure);
  return [
    `CASE WHEN ${n.name} > 1 AND ${share} >= ${TOP_SHARE} THEN 'top_share:' || round(${share})::INTEGER END`,
    ...(median ? [`CASE WHEN ${largest.name} > ${OUTLIER} * ${median.name} THEN 'outlier:${OUTLIER}' END`] : []),
  ];
}

interface Reading {
  readonly keys: readonly string[];
  readonly breaks: readonly MeasureBreak[];
  readonly all: readonly Parts[];
}

function valueSql(part: Parts, position: number, { keys, breaks, all }: Reading): string {
  const { instance, numerator, numeratorBefore, denominator, n, remarks } = part;
  const { measure, band, kind } = instance;
  const counted = measure.numerator.kind === "count";
  const below = (days: Days) =>
    denominator ? decimal(denominator, days, measure.denominator?.kind === "count") : "NULL::DECIMAL(38,6)";
  const broken = crossesSql(measure, breaks, keys);
  // Days without a record are not known; but a limit, say, may end on such a day, and what is known of it is told.
  const known = {
    now: `(covered OR coalesce(${n.name}, 0) > 0)`,
    previous: `(previous_covered OR coalesce(p_${n.name}, 0) > 0)`,
    preceding: `(preceding_covered OR coalesce(b_${n.name}, 0) > 0)`,
  };
  const said = [
    ...remarks.map(
      ({ code, column }) => `CASE WHEN ${column.name} > 0 THEN ${literal(`${code}:`)} || ${column.name} END`,
    ),
    ...largeSql(part, all),
    `CASE WHEN ${n.name} > 0 AND ${n.name} < ${measure.smallestN} THEN ${literal(`small_n:${measure.smallestN}`)} END`,
    `CASE WHEN NOT ${known.now} THEN 'no_records:1' END`,
    "CASE WHEN previous_part THEN 'previous_part:1' END",
    broken.note,
  ];
  const when = (condition: string, sql: string) => `CASE WHEN ${condition} THEN ${sql} END`;
  const order = measure.interval === "order";
  const dims = SOURCES[measure.source].dims as readonly string[] | null;
  const foreign = keys.filter((key) => dims !== null && !dims.some((dim) => keyColumn(dim as Dimension) === key));
  const conditions = [
    ...foreign.map((key) => `${key} IS NULL`),
    ...(band === "" || kind !== null
      ? [`(coalesce(${numerator.name}, 0) <> 0 OR coalesce(p_${numerator.name}, 0) <> 0)`]
      : []),
  ];
  const named = kind ? [kind.type, kind.measureUnit, kind.item] : [null, measure.measureUnit, null];
  const [type, measureUnit, item] = named.map((text) => (text === null ? "NULL::VARCHAR" : literal(text)));
  return `SELECT ${position} AS position, period_id, ${keys.map((key) => `${key}, `).join("")}${literal(measure.id)} AS measure,
    ${band === null ? "NULL::VARCHAR" : literal(band)} AS band, ${type} AS "type", ${item} AS item, ${measureUnit} AS measure_unit,
    ${literal(measure.unit)} AS unit, ${denominator !== null} AS divided,
    ${when(known.now, decimal(numerator, "now", counted))} AS top, ${when(known.now, below("now"))} AS bottom, coalesce(${n.name}, 0)::BIGINT AS n,
    ${when(known.previous, decimal(numeratorBefore, "previous", counted))} AS previous_top, ${when(known.previous, below("previous"))} AS previous_bottom,
    ${when(known.preceding, decimal(numerator, "preceding", counted))} AS preceding_top, ${when(known.preceding, below("preceding"))} AS preceding_bottom,
    ${measure.interval === null ? "NULL::VARCHAR" : literal(measure.interval)} AS "interval",
    ${order ? when(known.now, `${numerator.name}_low::DOUBLE`) : "NULL::DOUBLE"} AS order_low, ${order ? when(known.now, `${numerator.name}_high::DOUBLE`) : "NULL::DOUBLE"} AS order_high,
    NOT ${broken.condition} AS comparable, nullif(concat_ws(' ', ${said.join(", ")}), '') AS note
    FROM measure_sum
    ${conditions.length > 0 ? `WHERE ${conditions.join(" AND ")}` : ""}`;
}

/**
 * Creates the temp table `measure_value`: one row a window, group, and measure (or part of one), with the value as `top` (or
 * top ÷ bottom where `divided`), n, the same of the year before and of the days directly before (each NULL where there are no
 * records of those days, nor any that the measure counts on them), `comparable` (false where a break lies between), and `note`: remarks as `code:number`, separated
 * by spaces. Tickets without a known amount are a band only where there are any. Measures of a source that does not know
 * a dimension have no rows by it.
 */
export async function createValues(
  duck: Duck,
  parts: readonly Parts[],
  groupings: Groupings,
  breaks: readonly MeasureBreak[] = [],
): Promise<void> {
  const keys = [...new Set(groupings.flat())].map(keyColumn);
  const rows = parts.map((part, position) => valueSql(part, position, { keys, breaks, all: parts }));
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE measure_value AS
     ${rows.join("\nUNION ALL\n") || "SELECT NULL::INTEGER AS position WHERE false"}`,
  );
}
