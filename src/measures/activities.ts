import { literal } from "../duck/identifier.ts";
import { isWord, type Words } from "./words.ts";

/**
 * SQL of `measure_activity`: one row an entry of the ledger of work 工作台账. Quantities of one type are added within one unit of
 * measure only (人次, 户次, 批次, 公斤): nothing is converted. Of sampling 抽检, entries named 合格 or 不合格 tell what passed or
 * failed, all others what was tested. Where a ledger never tells one of the three, the other two give it; where it tells only
 * what was tested, how many passed is unknown.
 */
export function activitySql(asOf: string, words: Words): string {
  const sampled = (condition: string) =>
    `CASE WHEN coalesce(${isWord("type", words.sampling)}, false) AND ${condition} THEN quantity END`;
  const passed = `coalesce(${isWord("item", words.passed)}, false)`;
  const failed = `coalesce(${isWord("item", words.failed)}, false)`;
  const told = (column: string) => `bool_or(${column} IS NOT NULL) OVER ()`;
  return `SELECT * EXCLUDE (passed, failed, tested),
  CASE WHEN ${told("tested")} THEN tested ELSE coalesce(passed, failed) END AS samples,
  CASE WHEN ${told("passed")} THEN passed
    WHEN ${told("failed")} AND ${told("tested")} THEN coalesce(tested, 0) - coalesce(failed, 0) END AS samples_passed
FROM (
  SELECT coalesce(unit, '') AS unit, coalesce(type, '') AS type, coalesce(item, '') AS item,
    coalesce(measure_unit, '') AS measure_unit, quantity, coalesce(at_least, false) AS at_least, value,
    happened_at::DATE AS happened_on, false AS happened_undated, '?' || record_key AS complainant,
    coalesce(${isWord("type", words.stations)}, false) AS is_station,
    coalesce(${isWord("type", words.warnings)}, false) AS is_warning,
    ${sampled(passed)} AS passed, ${sampled(failed)} AS failed, ${sampled(`NOT ${passed} AND NOT ${failed}`)} AS tested
  FROM activity WHERE happened_at::DATE <= DATE ${literal(asOf)}
)`;
}
