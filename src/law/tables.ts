import type { Duck } from "../duck/open.ts";
import type { LawContext } from "./context.ts";
import { daysOf } from "./holidays.ts";
import { STEPS, stretchesOf } from "./rules.ts";

/** No limit is longer than this, holidays included. */
const LONGEST = 200;

/**
 * Creates the temp tables by which limits are reckoned over whole columns:
 * - `law_day`: each day from `from` on with `working`, `holiday`, `known` (a notice tells of it), and `number`, how many
 *   working days there were up to it;
 * - `law_due`: for each step and each day on which it may begin (`start`) the last day of its limit (`due`), the `rule`, what
 *   the clock stops for (`stops_for`), whether `due` is `estimated`, and `due_other`: what `due` would be if a limit in natural
 *   days moved on after the other kind of day. Days without a limit have no row.
 *
 * It gives what `WorkCalendar` gives for single days.
 */
export async function createLawTables(duck: Duck, options: LawContext & { from: string; to: string }): Promise<void> {
  const { holidays, law, from, to, overlap, rollover } = options;
  const years = Object.values(holidays.years);
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE law_day AS
     WITH span AS (
       SELECT unnest(generate_series(CAST($1 AS TIMESTAMP), CAST($2 AS TIMESTAMP) + INTERVAL ${LONGEST} DAY, INTERVAL 1 DAY))::DATE AS day
     ), off AS (SELECT unnest(from_json($3, '["DATE"]')) AS day), made_up AS (SELECT unnest(from_json($4, '["DATE"]')) AS day),
     year AS (SELECT unnest(from_json($5, '["INTEGER"]')) AS year),
     kind AS (
       SELECT span.day, off.day IS NOT NULL AS holiday,
         made_up.day IS NOT NULL OR off.day IS NULL AND isodow(span.day) < 6 AS working,
         this.year IS NOT NULL AND (strftime(span.day, '%m-%d') < '12-27' OR next.year IS NOT NULL) AS known
       FROM span LEFT JOIN off USING (day) LEFT JOIN made_up USING (day)
       LEFT JOIN year this ON this.year = year(span.day) LEFT JOIN year next ON next.year = year(span.day) + 1
     )
     SELECT *, count(*) FILTER (WHERE working) OVER before AS number, count(*) FILTER (WHERE NOT known) OVER before AS unknown,
       min(day) FILTER (WHERE NOT holiday) OVER after AS after_holiday, min(day) FILTER (WHERE working) OVER after AS after_day_off,
       known AND coalesce(arg_min(known, day) FILTER (WHERE working) OVER after, false) AS known_on
     FROM kind WINDOW before AS (ORDER BY day ROWS UNBOUNDED PRECEDING), after AS (ORDER BY day ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING)`,
    [
      from,
      to,
      JSON.stringify(years.flatMap(({ off }) => off.flatMap(daysOf))),
      JSON.stringify(years.flatMap(({ work }) => work)),
      JSON.stringify(Object.keys(holidays.years).map(Number)),
    ],
  );
  const spans = STEPS.flatMap((step) => stretchesOf(law, step, overlap, from, to));
  const [rolled, other] =
    rollover === "holiday" ? ["after_holiday", "after_day_off"] : ["after_day_off", "after_holiday"];
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE law_due AS
     WITH stretch AS (
       SELECT unnest(from_json($1, '[{"step":"VARCHAR","from":"DATE","to":"DATE","rule":"VARCHAR","count":"INTEGER","days":"VARCHAR","stopsFor":"VARCHAR"}]'), recursive := true)
     ), begun AS (
       SELECT stretch.*, "stopsFor" AS stops_for, law_day.day AS start, law_day.number, law_day.unknown
       FROM stretch JOIN law_day ON law_day.day BETWEEN stretch."from" AND stretch."to"
     ), ended AS (
       SELECT step, start, rule, stops_for, last.day AS due, last.day AS due_other, last.unknown > begun.unknown AS estimated
       FROM begun JOIN law_day last ON days = 'working' AND last.working AND last.number = begun.number + "count"
       UNION ALL
       SELECT step, start, rule, stops_for, last.${rolled}, last.${other}, NOT last.known_on
       FROM begun JOIN law_day last ON days = 'natural' AND last.day = begun.start + "count"
     )
     SELECT step, start, due, due_other, rule, stops_for, estimated FROM ended`,
    [JSON.stringify(spans)],
  );
}
