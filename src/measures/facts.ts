import type { Settings } from "../config/settings.ts";
import type { Taxonomy } from "../config/taxonomy.ts";
import { isDate } from "../day.ts";
import { literal } from "../duck/identifier.ts";
import type { Duck } from "../duck/open.ts";
import { EXIT, ForewarnError } from "../errors.ts";
import { type LawContext, readLawContext } from "../law/context.ts";
import { floorSql } from "../law/damages.ts";
import { createLawTables } from "../law/tables.ts";
import { activitySql } from "./activities.ts";
import { bandSql } from "./bands.ts";
import { penaltySql } from "./penalties.ts";
import { yearBefore } from "./period.ts";
import { isWord, readWords, type Words } from "./words.ts";

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
 * **Rated.** The last rating of a follow-up call 回访, else what the ticket says. Whoever gave none is unrated, never satisfied.
 *
 * Where a step has no day, the step before it gives one, and `<basis>_undated` is true. `year_before` is the as-of date's
 * day one year before.
 * Unknown values of dimensions are ''. Whoever complained without being known is a person of their own.
 */
function factSql(options: {
  asOf: string;
  bands: readonly number[];
  floors: string;
  inKind: InKind;
  words: Words;
}): string {
  const { asOf, bands, floors, inKind, words } = options;
  const day = `DATE ${literal(asOf)}`;
  const before = `DATE ${literal(yearBefore(asOf, asOf).to)}`;
  const { satisfied, dissatisfied } = words.satisfaction;
  const rating = `CASE WHEN ${isWord("satisfaction", satisfied)} THEN true WHEN ${isWord("satisfaction", dissatisfied)} THEN false END`;
  const recovered =
    inKind === "counted"
      ? "CASE WHEN coalesce(recovered, in_kind) IS NOT NULL THEN coalesce(recovered, 0) + coalesce(in_kind, 0) END"
      : "recovered";
  return `
WITH filing AS (
  SELECT ticket_key, min(coalesce(filed_at, decided_at))::DATE AS case_on FROM (${ofTicketSql("report_outcome")}) GROUP BY ticket_key
), called AS (
  SELECT ticket_key, arg_max(rating, called_at) FILTER (WHERE rating IS NOT NULL) AS rating
  FROM (SELECT ticket_key, called_at, ${rating} AS rating FROM (${ofTicketSql("follow_up")}) WHERE coalesce(called_at::DATE <= ${day}, true))
  GROUP BY ticket_key
), known AS (
  SELECT ticket.* EXCLUDE (registered_at, accepted_at, first_checked_at, concluded_at, recovered),
    ${recovered} AS recovered, called.ticket_key IS NOT NULL AS has_call, rating,
    registered_at::DATE AS registered_at, accepted_at::DATE AS accepted_at,
    first_checked_at::DATE AS first_checked_at, concluded_at::DATE AS concluded_at,
    filing.ticket_key IS NOT NULL AS has_case, case_on,
    coalesce(registered_at, accepted_at, first_checked_at, concluded_at)::DATE AS registered_on,
    coalesce(status IN ('in_progress', 'suspended'), false) AS is_open,
    coalesce(status IN ('in_progress', 'suspended', 'concluded', 'archived'), false) AS is_beyond,
    coalesce(concluded_at::DATE <= ${day}, status IN ('concluded', 'archived') OR ticket.outcome IS NOT NULL, false) AS is_concluded
  FROM ticket LEFT JOIN filing ON filing.ticket_key = record_key LEFT JOIN called ON called.ticket_key = record_key
), ended AS (
  SELECT * REPLACE (
      CASE WHEN is_concluded THEN outcome END AS outcome,
      CASE WHEN is_concluded THEN recovered END AS recovered,
      CASE WHEN is_concluded THEN in_kind END AS in_kind
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
    CASE WHEN disputed > 0 THEN disputed WHEN recovered > 0 THEN recovered END AS band_amount,
    -- Who has accepted or refused a ticket has checked it.
    coalesce(first_checked_at, accepted_at, CASE WHEN is_refused THEN concluded_at END) AS checked_on
  FROM refused
), due AS (
  SELECT accepted.*, check_limit.due AS check_due_on, check_limit.estimated AS check_due_estimated,
    mediation.due AS conclusion_due_on, mediation.estimated AS conclusion_due_estimated, mediation.rule AS conclusion_rule,
    mediation.due_other AS conclusion_due_other,
    coalesce(appraisal, false) AND mediation.stops_for = 'appraisal' AS clock_stopped
  FROM accepted
  LEFT JOIN law_due check_limit
    ON check_limit.start = registered_on AND check_limit.step = CASE kind WHEN 'complaint' THEN 'acceptance' WHEN 'report' THEN 'report_check' END
  -- A condition on one side alone would make the join compare every ticket with every day.
  LEFT JOIN (SELECT * FROM law_due WHERE step = 'mediation') mediation
    ON mediation.start = CASE kind WHEN 'complaint' THEN accepted_at END
)
SELECT
  record_key, kind, coalesce(unit, '') AS unit, coalesce(channel, '') AS channel, coalesce(region_code, '') AS region,
  coalesce(category_code, '') AS category, coalesce("group", category_code, '') AS category_group,
  CASE WHEN len(problem_codes) = 1 THEN problem_codes WHEN len(problem_codes) > 1 THEN list_distinct(problem_codes) ELSE [''] END AS problems,
  coalesce(problem_codes[1], '') AS first_problem,
  coalesce('=' || complainant_key, '?' || record_key) AS complainant,
  registered_on, registered_at IS NULL AS registered_undated,
  is_accepted, coalesce(accepted_at, registered_on) AS accepted_on, accepted_at IS NULL AS accepted_undated,
  is_refused, refused_on, first_checked_at IS NULL AND concluded_at IS NULL AS refused_undated,
  is_concluded, coalesce(concluded_at, accepted_at, registered_on) AS concluded_on, concluded_at IS NULL AS concluded_undated,
  is_filed, coalesce(case_on, accepted_at, registered_on) AS filed_on, case_on IS NULL AS filed_undated,
  check_due_on, registered_at IS NULL AS check_due_undated, check_due_estimated,
  -- What was settled or handed on before the limit needed no decision; what was decided on an unknown day cannot be judged.
  CASE WHEN checked_on IS NOT NULL THEN checked_on <= check_due_on
    WHEN NOT is_accepted AND NOT is_refused AND NOT is_concluded AND check_due_on < ${day} THEN false END AS check_on_time,
  conclusion_due_on, accepted_at IS NULL AS conclusion_due_undated, conclusion_due_estimated, conclusion_rule,
  -- How long an appraisal 鉴定 stopped the clock is not told: a late conclusion after one is neither in time nor late.
  CASE WHEN NOT is_concluded OR concluded_at IS NULL THEN NULL
    WHEN concluded_at <= conclusion_due_on THEN true WHEN NOT clock_stopped THEN false END AS concluded_on_time,
  -- Between the two days on which the limit may end, where it ends on a day off.
  is_concluded AND coalesce(concluded_at > least(conclusion_due_on, conclusion_due_other)
    AND concluded_at <= greatest(conclusion_due_on, conclusion_due_other), false) AS rolls_over,
  coalesce(clock_stopped, false) AS clock_stopped,
  CASE WHEN is_concluded AND concluded_at >= registered_at THEN date_diff('day', registered_at, concluded_at) END AS days,
  CASE WHEN is_concluded AND concluded_at >= registered_at THEN (closed.number - opened.number)::BIGINT END AS working_days,
  has_call AS is_called, has_call OR satisfied IS NOT NULL AS is_asked, coalesce(rating, satisfied) AS rating,
  kind IS NOT DISTINCT FROM 'complaint' AND (has_case OR coalesce(case_filed, false)) AS is_case,
  coalesce(appraisal, false) AS appraised, added, ${floors} AS floor_hit,
  outcome, disputed, recovered, in_kind, ${before} AS year_before, ${day} AS as_of,
  ${bandSql(bands)} AS band,
  coalesce(band_amount >= ${Math.max(...bands)}, false) AS band_is_last,
  band_amount IS NOT NULL AND NOT coalesce(disputed > 0, false) AS band_by_recovered
FROM due LEFT JOIN measure_category ON code = category_code
  LEFT JOIN law_day AS opened ON opened.day = registered_at LEFT JOIN law_day AS closed ON closed.day = concluded_at`;
}

/** SQL of records about tickets, with the key of their ticket: its number, or that under which joined numbers stand. */
function ofTicketSql(record: "report_outcome" | "follow_up"): string {
  return `SELECT record.*, coalesce(joined_key, own_key) AS ticket_key
    FROM (SELECT *, regexp_replace(record_key, '/[0-9a-f]{32}$', '') AS own_key FROM ${record}) AS record
    LEFT JOIN ticket_link AS link ON link.record_key = own_key`;
}

/** Whether replacement in kind 实物 is told apart from the money recovered, or counted with it at its stated value. */
export type InKind = Settings["recovery"]["inKind"];

/** No rule that is shipped sets a limit before. */
const EARLIEST_LIMIT = "2014-01-01";

export interface FactOptions {
  readonly asOf: string;
  readonly bands: readonly number[];
  readonly taxonomy: Pick<Taxonomy, "categories">;
  /** By which limits are reckoned; as shipped where left out. */
  readonly law?: LawContext;
  /** Apart where left out. */
  readonly inKind?: InKind;
}

/**
 * Creates the temp tables `measure_fact` (one row a ticket registered by the as-of date), `measure_penalty`,
 * `measure_activity`, and `measure_category` behind `category_group`. Reads the tables `ticket`,
 * `report_outcome`, `follow_up` and `activity`.
 * @throws ForewarnError `measures.error.as_of` (exit 2) where `asOf` is not a day
 */
export async function createFacts(duck: Duck, options: FactOptions): Promise<void> {
  const { asOf, bands, taxonomy, inKind = "apart" } = options;
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
  const law = options.law ?? (await readLawContext({ overlap: "regulation-2024", rollover: "holiday" }));
  await createLawTables(duck, { ...law, from: EARLIEST_LIMIT, to: asOf < EARLIEST_LIMIT ? EARLIEST_LIMIT : asOf });
  const words = await readWords();
  const facts = factSql({ asOf, bands, floors: floorSql(law.law), inKind, words });
  await duck.run(`CREATE OR REPLACE TEMP TABLE measure_fact AS ${facts}`);
  await duck.run(`CREATE OR REPLACE TEMP TABLE measure_penalty AS ${penaltySql(ofTicketSql("report_outcome"), asOf)}`);
  await duck.run(`CREATE OR REPLACE TEMP TABLE measure_activity AS ${activitySql(asOf, words)}`);
}
