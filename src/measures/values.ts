import { literal } from "../duck/identifier.ts";
import type { Duck } from "../duck/open.ts";
import type { Column, Parts } from "./columns.ts";
import { type Groupings, keyColumn } from "./sums.ts";

/** `name` of now, or of one year before. */
type Shift = (column: Column) => string;
const now: Shift = ({ name }) => name;
const before: Shift = ({ name }) => `p_${name}`;

/** A number as a decimal: counts are 0 where there is none, amounts NULL. */
function decimal(column: Column, shift: Shift, counted: boolean): string {
  const value = `${shift(column)}::DECIMAL(38,6)`;
  return counted ? `coalesce(${value}, 0)` : value;
}

function valueSql(
  { instance, numerator, numeratorBefore, denominator, n, remarks }: Parts,
  position: number,
  keys: readonly string[],
): string {
  const { measure, band } = instance;
  const counted = measure.numerator.kind === "count";
  const below = (shift: Shift) =>
    denominator ? decimal(denominator, shift, measure.denominator?.kind === "count") : "NULL::DECIMAL(38,6)";
  const said = [
    ...remarks.map(
      ({ code, column }) => `CASE WHEN ${column.name} > 0 THEN ${literal(`${code}:`)} || ${column.name} END`,
    ),
    `CASE WHEN ${n.name} > 0 AND ${n.name} < ${measure.smallestN} THEN ${literal(`small_n:${measure.smallestN}`)} END`,
    "CASE WHEN NOT covered THEN 'no_records:1' END",
    "CASE WHEN previous_part THEN 'previous_part:1' END",
  ];
  const covered = (sql: string) => `CASE WHEN covered THEN ${sql} END`;
  const coveredBefore = (sql: string) => `CASE WHEN previous_covered THEN ${sql} END`;
  return `SELECT ${position} AS position, period_id, ${keys.map((key) => `${key}, `).join("")}${literal(measure.id)} AS measure,
    ${band === null ? "NULL::VARCHAR" : literal(band)} AS band, ${literal(measure.unit)} AS unit,
    ${covered(decimal(numerator, now, counted))} AS top, ${covered(below(now))} AS bottom, coalesce(${n.name}, 0)::BIGINT AS n,
    ${coveredBefore(decimal(numeratorBefore, before, counted))} AS previous_top, ${coveredBefore(below(before))} AS previous_bottom,
    ${measure.interval === "wilson"} AS wilson,
    nullif(concat_ws(' ', ${said.join(", ")}), '') AS note
    FROM measure_sum JOIN measure_period USING (period_id)
    ${band === "" ? `WHERE ${numerator.name} > 0 OR p_${numerator.name} > 0` : ""}`;
}

/**
 * Creates the temp table `measure_value`: one row a window, group, and measure (or band of one), with the value as `top` (or
 * top ÷ bottom for ratios), n, the same of the year before (each NULL where there are no records of those days), and `note`:
 * remarks as `code:number`, separated by spaces. Tickets without a known amount are a band only where there are any.
 */
export async function createValues(duck: Duck, parts: readonly Parts[], groupings: Groupings): Promise<void> {
  const keys = [...new Set(groupings.flat())].map(keyColumn);
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE measure_value AS
     ${parts.map((part, position) => valueSql(part, position, keys)).join("\nUNION ALL\n")}`,
  );
}
