import { literal } from "../duck/identifier.ts";

/**
 * SQL of `measure_penalty` from penalty records that tell their `ticket_key`: one row each, by the day of the decision, with its ticket's place. Fines 罚款,
 * forfeited income 没收违法所得 and the value of confiscated goods stay apart (罚没款 adds them). The unit is the one that
 * decided, else the ticket's. Without a day of decision that of filing stands in, then the ticket's first.
 */
export function penaltySql(records: string, asOf: string): string {
  const day = `DATE ${literal(asOf)}`;
  return `SELECT * FROM (
  SELECT coalesce(penalty.unit, fact.unit, '') AS unit, coalesce(channel, '') AS channel, coalesce(region, '') AS region,
    coalesce(category, '') AS category, coalesce(category_group, '') AS category_group, coalesce(band, '') AS band,
    coalesce(problems, ['']) AS problems, coalesce(complainant, '?' || penalty.own_key) AS complainant,
    coalesce(decided_at::DATE, penalty.filed_at::DATE, registered_on) AS decided_on, decided_at IS NULL AS decided_undated,
    fine, forfeited, confiscated_value,
    CASE WHEN coalesce(fine, forfeited, confiscated_value) IS NOT NULL
      THEN coalesce(fine, 0) + coalesce(forfeited, 0) + coalesce(confiscated_value, 0) END AS total
  FROM (${records}) AS penalty LEFT JOIN measure_fact AS fact ON fact.record_key = ticket_key
) WHERE decided_on <= ${day}`;
}
