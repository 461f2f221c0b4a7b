/** SQL of what a value is made of: `top`, `bottom`, `unit`, `divided` of `measure_value` to the figures of a mart. */

/**
 * top ÷ bottom with six decimals, rounded once and exactly: in whole numbers, because DuckDB divides decimals as floats.
 * Amounts are of at most 28 digits before the point.
 */
function ratioSql(top: string, bottom: string): string {
  const whole = (amount: string) => `(CAST(${amount} AS DECIMAL(30,2)) * 100)::HUGEINT`;
  const [a, b] = [whole(top), whole(bottom)];
  const rounded = `sign(${a})::HUGEINT * ((abs(${a}) * 2000000 + ${b}) // (2 * ${b}))`;
  return `CASE WHEN ${bottom} > 0 THEN ((${rounded})::DECIMAL(30,0) * 0.000001::DECIMAL(6,6))::DECIMAL(38,6) END`;
}

/** The value of a measure. */
export function valueSql(top: string, bottom: string): string {
  return `CASE WHEN divided THEN ${ratioSql(top, bottom)} ELSE ${top} END`;
}

/** Change from one value to another: the difference of ratios, else relative to the earlier one. NULL where that is 0. */
export function changeSql(value: string, previous: string): string {
  return `CASE WHEN unit = 'ratio' THEN (${value} - ${previous})::DOUBLE
    WHEN ${previous} > 0 THEN (${value} - ${previous})::DOUBLE / ${previous}::DOUBLE END`;
}

export const CHANGE_UNIT = "CASE WHEN unit = 'ratio' THEN 'points' ELSE 'ratio' END";
