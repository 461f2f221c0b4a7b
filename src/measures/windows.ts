import type { Duck } from "../duck/open.ts";
import type { Window } from "./period.ts";

/** Which days of a window: its own, those one year before (同比), or those directly before (环比). */
export const SHIFTS = { now: 0, previous: 1, preceding: 2 } as const;

/**
 * Creates the temp tables that cut time for any number of windows at once:
 * - `measure_period`: one row a window, `period_id` in the order given, with the days one year before (`previous_*`) and those
 *   directly before (`preceding_*`), and whether there are any records of each (`covered`, `previous_covered`,
 *   `previous_part`, `preceding_covered`): days without a single ticket of any kind are days whose export is missing, not
 *   days without complaints;
 * - `measure_window`: the span of days of each window and `shift`, as `range_id`; windows share spans;
 * - `measure_day`: each day of any span with its `atom`, the first day of a stretch that no span cuts;
 * - `measure_range_atom`: the atoms of each span.
 *
 * Sums are taken by atom once and then added up by span, so that records are read once however many windows there are.
 * Needs `measure_fact` and `measure_activity`.
 */
export async function createWindows(duck: Duck, windows: readonly Window[]): Promise<void> {
  const rows = windows.map(({ grain, label, from, to, complete, previous, preceding }, id) => ({
    period_id: id,
    grain,
    period: label,
    from,
    to,
    complete,
    previous_from: previous.from,
    previous_to: previous.to,
    preceding_from: preceding?.from ?? null,
    preceding_to: preceding?.to ?? null,
  }));
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE measure_known_day AS
     WITH fact AS (
       SELECT DISTINCT registered_on, CASE WHEN is_accepted THEN accepted_on END AS accepted_on,
         CASE WHEN is_concluded THEN concluded_on END AS concluded_on
       FROM measure_fact
     )
     SELECT registered_on AS day, true AS registered FROM fact UNION SELECT accepted_on, false FROM fact
     UNION SELECT concluded_on, false FROM fact UNION SELECT happened_on, false FROM measure_activity`,
  );
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE measure_period AS
     WITH given AS (
       SELECT unnest(from_json($1, '[{"period_id":"INTEGER","grain":"VARCHAR","period":"VARCHAR","from":"DATE","to":"DATE","complete":"BOOLEAN","previous_from":"DATE","previous_to":"DATE","preceding_from":"DATE","preceding_to":"DATE"}]'), recursive := true)
     ), record AS (
       SELECT min(day) FILTER (WHERE registered) AS first FROM measure_known_day
     )
     SELECT given.*,
       EXISTS (SELECT 1 FROM measure_known_day WHERE day BETWEEN given."from" AND given."to") AS covered,
       EXISTS (SELECT 1 FROM measure_known_day WHERE day BETWEEN previous_from AND previous_to) AS previous_covered,
       coalesce(previous_to >= first AND previous_from < date_trunc('month', first), false) AS previous_part,
       EXISTS (SELECT 1 FROM measure_known_day WHERE day BETWEEN preceding_from AND preceding_to)
         AND coalesce(preceding_from >= date_trunc('month', first), false) AS preceding_covered
     FROM given, record ORDER BY period_id`,
    [JSON.stringify(rows)],
  );
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE measure_window AS
     SELECT period_id, shift, "from", "to", (dense_rank() OVER (ORDER BY "from", "to"))::INTEGER AS range_id
     FROM (
       SELECT period_id, ${SHIFTS.now} AS shift, "from", "to" FROM measure_period
       UNION ALL SELECT period_id, ${SHIFTS.previous}, previous_from, previous_to FROM measure_period
       UNION ALL SELECT period_id, ${SHIFTS.preceding}, preceding_from, preceding_to FROM measure_period
     ) WHERE "from" IS NOT NULL`,
  );
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE measure_day AS
     WITH day AS (
       SELECT unnest(generate_series(min("from")::TIMESTAMP, max("to")::TIMESTAMP, INTERVAL 1 DAY))::DATE AS day FROM measure_window
     ), edge AS (
       SELECT "from" AS edge FROM measure_window UNION SELECT "to" + 1 FROM measure_window
     )
     SELECT day, edge AS atom FROM day ASOF JOIN edge ON day.day >= edge.edge
     SEMI JOIN measure_window ON day BETWEEN "from" AND "to"`,
  );
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE measure_range_atom AS
     SELECT range_id, atom FROM (SELECT DISTINCT range_id, "from", "to" FROM measure_window)
     JOIN (SELECT DISTINCT atom FROM measure_day) ON atom BETWEEN "from" AND "to"`,
  );
}
