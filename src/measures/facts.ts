import type { Taxonomy } from "../config/taxonomy.ts";
import { isDate } from "../day.ts";
import { literal } from "../duck/identifier.ts";
import type { Duck } from "../duck/open.ts";
import { EXIT, ForewarnError } from "../errors.ts";
import { bandSql } from "./bands.ts";
import { yearBefore } from "./period.ts";

/**
 * SQL of `measure_fact`: what is known of each ticket on the as-of date. All measures share it, so that a word such as
 * "accepted" means one thing. A day after the as-of date has not happened; a step without a day is taken as done.
 *
 * - **Registered.** `registered_at`; else the first day known of the ticket. A ticket without any day is in no period.
 * - **Filed** 立案 (reports). A penalty record with a day of filing, else of decision; else the ticket's own mark.
 * - **Concluded** 办结. By `concluded_at`; where there is none, by the status or by an outcome. Refused tickets and those
 *   handed on are concluded too, as in the bulletins that print 办结 above 受理 (广元 2022: 241 of 250 received, 183 accepted).
 *   Outcome and recovered money count from the conclusion on.
 * - **Refused** 不予受理 (article 16 of 市场监督管理投诉举报处理办法). By its mark, or by the outcome where nothing shows that the
 *   ticket was accepted first (else it is an ending of article 23(6)). A later step of the handling undoes it: reopened.
 * - **Accepted** 受理. `accepted_at` or the mark; a mediation that ended with or without agreement; a report that became a case;
 *   else a status beyond assignment, or a conclusion where no status is given. Without such proof a ticket handed on is not
 *   accepted, nor one that was withdrawn while it waited for acceptance.
 *
 * Where a step has no day, the step before it gives one, and `<basis>_undated` is true. `year_before` is the as-of date's
 * day one year before.
 * Unknown values of dimensions are ''. Whoever complained without being known is a person of their own.
 */
function factSql(asOf: string, bands: readonly number[]): string {
  const day = `DATE ${literal(asOf)}`;
  const before = `DATE ${literal(yearBefore(asOf, asOf).to)}`;
  return `
WITH filing AS (
  SELECT source, native_id, min(coalesce(filed_at, decided_at))::DATE AS case_on
  FROM report_outcome GROUP BY source, native_id
), known AS (
  SELECT ticket.* EXCLUDE (registered_at, accepted_at, first_checked_at, concluded_at),
    registered_at::DATE AS registered_at, accepted_at::DATE AS accepted_at,
    first_checked_at::DATE AS first_checked_at, concluded_at::DATE AS concluded_at,
    filing.native_id IS NOT NULL AS has_case, case_on,
    coalesce(registered_at, accepted_at, first_checked_at, concluded_at)::DATE AS registered_on,
    coalesce(status IN ('in_progress', 'suspended'), false) AS is_open,
    coalesce(status IN ('in_progress', 'suspended', 'concluded', 'archived'), false) AS is_beyond,
    coalesce(concluded_at::DATE <= ${day}, status IN ('concluded', 'archived') OR ticket.outcome IS NOT NULL, false) AS is_concluded
  FROM ticket LEFT JOIN filing ON filing.source = ticket.source AND filing.native_id = ticket.native_id
), ended AS (
  SELECT * REPLACE (
      CASE WHEN is_concluded THEN outcome END AS outcome,
      CASE WHEN is_concluded THEN recovered END AS recovered
    ),
    kind IS NOT DISTINCT FROM 'report' AND CASE WHEN case_on IS NOT NULL THEN case_on <= ${day} ELSE has_case OR coalesce(case_filed, false) END AS is_filed,
    coalesce(first_checked_at, concluded_at, registered_on) AS refused_on
  FROM known WHERE registered_on <= ${day}
), refused AS (
  SELECT *,
    coalesce(outcome IN ('agreement', 'no_agreement'), false) AS was_mediated,
    refused_on <= ${day} AND NOT is_open AND NOT coalesce(outcome IN ('agreement', 'no_agreement'), false) AND (
      coalesce(acceptance = 'refused', false)
      OR coalesce(outcome = 'not_accepted', false) AND acceptance IS DISTINCT FROM 'accepted' AND accepted_at IS NULL
    ) AS is_refused
  FROM ended
), accepted AS (
  SELECT *,
    NOT is_refused AND CASE
      WHEN was_mediated THEN true
      WHEN accepted_at IS NOT NULL THEN accepted_at <= ${day}
      WHEN coalesce(acceptance = 'accepted', false) OR is_filed THEN true
      WHEN outcome IS NOT DISTINCT FROM 'referred' THEN false
      WHEN is_beyond OR is_concluded AND status IS NULL THEN true
      ELSE is_concluded AND concluded_at IS NOT NULL AND outcome IS DISTINCT FROM 'withdrawn'
    END AS is_accepted,
    CASE WHEN disputed > 0 THEN disputed WHEN recovered > 0 THEN recovered END AS band_amount
  FROM refused
)
SELECT
  record_key, kind, coalesce(unit, '') AS unit, coalesce(channel, '') AS channel, coalesce(region_code, '') AS region,
  coalesce(category_code, '') AS category, coalesce("group", category_code, '') AS category_group,
  CASE WHEN len(problem_codes) > 0 THEN list_distinct(problem_codes) ELSE [''] END AS problems,
  coalesce(problem_codes[1], '') AS first_problem,
  coalesce('=' || complainant_key, '?' || record_key) AS complainant,
  registered_on, registered_at IS NULL AS registered_undated,
  is_accepted, coalesce(accepted_at, registered_on) AS accepted_on, accepted_at IS NULL AS accepted_undated,
  is_refused, refused_on, first_checked_at IS NULL AND concluded_at IS NULL AS refused_undated,
  is_concluded, coalesce(concluded_at, accepted_at, registered_on) AS concluded_on, concluded_at IS NULL AS concluded_undated,
  is_filed, coalesce(case_on, accepted_at, registered_on) AS filed_on, case_on IS NULL AS filed_undated,
  outcome, disputed, recovered, ${before} AS year_before,
  ${bandSql(bands)} AS band,
  coalesce(band_amount >= ${Math.max(...bands)}, false) AS band_is_last,
  band_amount IS NOT NULL AND NOT coalesce(disputed > 0, false) AS band_by_recovered
FROM accepted LEFT JOIN measure_category ON code = category_code`;
}

/**
 * Creates the temp view `measure_fact` (one row a ticket registered by the as-of date) and the temp table
 * `measure_category` behind its `category_group`. Reads the tables `ticket` and `report_outcome`.
 * @throws ForewarnError `measures.error.as_of` (exit 2) where `asOf` is not a day
 */
export async function createFacts(
  duck: Duck,
  options: { asOf: string; bands: readonly number[]; taxonomy: Pick<Taxonomy, "categories"> },
): Promise<void> {
  const { asOf, bands, taxonomy } = options;
  if (!isDate(asOf)) throw new ForewarnError("measures.error.as_of", { value: asOf }, { exitCode: EXIT.usage });
  const codes = taxonomy.categories.flatMap(({ code, children }) =>
    [code, ...children.map((child) => child.code)].map((each) => ({ code: each, group: code })),
  );
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE measure_category AS
     SELECT code, any_value("group") AS "group"
     FROM (SELECT unnest(from_json($1, '[{"code":"VARCHAR","group":"VARCHAR"}]'), recursive := true)) GROUP BY code`,
    [JSON.stringify(codes)],
  );
  await duck.run(`CREATE OR REPLACE TEMP VIEW measure_fact AS ${factSql(asOf, bands)}`);
}
