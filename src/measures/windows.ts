import type { Duck } from "../duck/open.ts";
import type { Window } from "./period.ts";

/**
 * Creates the temp tables that cut time for any number of windows at once:
 * - `measure_period`: one row a window, `period_id` in the order given, with the days one year before (`previous_*`) and
 *   whether there are any records of the days (`covered`) and of those (`previous_covered`, `previous_part`): days without
 *   a single ticket of any kind are days whose export is missing, not days without complaints;
 * - `measure_day`: each day of any window with its `atom`, the first day of a stretch that no window and no month cuts;
 * - `measure_atom_window`: the atoms of each window (`shift` 0) and of its days one year before (`shift` 1), with the month
 *   that an atom counts in there (`key_month`).
 *
 * Sums are taken by atom once and then added up by window, so that tickets are read once however many windows there are.
 * Needs `measure_fact`.
 */
export async function createWindows(duck: Duck, windows: readonly Window[]): Promise<void> {
  const rows = windows.map(({ grain, label, from, to, complete, previous }, id) => ({
    period_id: id,
    grain,
    period: label,
    from,
    to,
    complete,
    previous_from: previous.from,
    previous_to: previous.to,
  }));
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE measure_known_day AS
     SELECT DISTINCT registered_on, CASE WHEN is_accepted THEN accepted_on END AS accepted_on,
       CASE WHEN is_concluded THEN concluded_on END AS concluded_on
     FROM measure_fact`,
  );
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE measure_period AS
     WITH given AS (
       SELECT unnest(from_json($1, '[{"period_id":"INTEGER","grain":"VARCHAR","period":"VARCHAR","from":"DATE","to":"DATE","complete":"BOOLEAN","previous_from":"DATE","previous_to":"DATE"}]'), recursive := true)
     ), record AS (
       SELECT min(registered_on) AS first FROM measure_known_day
     ), day AS (
       SELECT registered_on AS day FROM measure_known_day UNION SELECT accepted_on FROM measure_known_day
       UNION SELECT concluded_on FROM measure_known_day
     )
     SELECT given.*,
       EXISTS (SELECT 1 FROM day WHERE day BETWEEN given."from" AND given."to") AS covered,
       EXISTS (SELECT 1 FROM day WHERE day BETWEEN previous_from AND previous_to) AS previous_covered,
       coalesce(previous_to >= first AND previous_from < date_trunc('month', first), false) AS previous_part
     FROM given, record ORDER BY period_id`,
    [JSON.stringify(rows)],
  );
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE measure_window AS
     SELECT period_id, 0 AS shift, "from", "to" FROM measure_period
     UNION ALL SELECT period_id, 1, previous_from, previous_to FROM measure_period`,
  );
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE measure_day AS
     WITH day AS (
       SELECT unnest(generate_series(min("from")::TIMESTAMP, max("to")::TIMESTAMP, INTERVAL 1 DAY))::DATE AS day FROM measure_window
     ), edge AS (
       SELECT "from" AS edge FROM measure_window UNION SELECT "to" + 1 FROM measure_window
       UNION SELECT day FROM day WHERE day = date_trunc('month', day)
     )
     SELECT day, edge AS atom FROM day ASOF JOIN edge ON day.day >= edge.edge`,
  );
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE measure_atom_window AS
     SELECT period_id, shift, atom, strftime(CASE WHEN shift = 1 THEN atom + INTERVAL 1 YEAR ELSE atom END, '%Y-%m') AS key_month
     FROM measure_window JOIN (SELECT DISTINCT atom FROM measure_day) ON atom BETWEEN "from" AND "to"`,
  );
}
