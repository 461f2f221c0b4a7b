import { EXIT, ForewarnError } from "../errors.ts";
import type { Aggregate, DateBasis, IntervalKind, Measure, MeasureUnit } from "./definition.ts";

const RULES = "2026-3";
/** Below this n a rate is read as "3 of 7" (domain practice: the UK ombudsman publishes from 30 resolved cases on). */
const SMALLEST_N = 30;

const COMPLAINT = "kind = 'complaint'";
const REPORT = "kind = 'report'";
const ACCEPTED = `${COMPLAINT} AND is_accepted`;
const CONCLUDED = `${COMPLAINT} AND is_concluded`;
const RECOVERED = `${CONCLUDED} AND recovered > 0`;
const REPORT_ACCEPTED = `${REPORT} AND is_accepted`;
const AGREED = "outcome = 'agreement'";
/**
 * Mediation ended: agreement, or an ending of article 23 of 市场监督管理投诉举报处理办法 (2026). Left out are complaints that
 * the parties settled themselves (shown apart), those found to be outside article 16 or 42, and those handed on.
 * 其他 counts as ended without agreement, as the forms of 12315 systems say.
 */
const MEDIATION_ENDED = `${ACCEPTED} AND outcome IN ('agreement', 'no_agreement', 'withdrawn', 'unreachable', 'other')`;

const count = (where?: string): Aggregate => (where === undefined ? { kind: "count" } : { kind: "count", where });
const sum = (of: string): Aggregate => ({ kind: "sum", of });
const median = (of: string): Aggregate => ({ kind: "median", of });
/** Counts tickets by what became of them later, on the day of another step. */
const countLater = (where: string, step: DateBasis): Aggregate => ({
  kind: "count",
  where,
  whereYearBefore: `${where} AND ${step}_on <= year_before`,
});

type Options = Partial<
  Pick<Measure, "remarks" | "told" | "better" | "split" | "source" | "measureUnit" | "weight" | "interval">
>;

const ID = {
  name: <I extends string>(id: I) => `measures.${id}` as const,
  note: <I extends string>(id: I) => `measures.note.${id}` as const,
};

/** The interval that goes with what a value is. */
function intervalOf(unit: MeasureUnit, numerator: Aggregate, denominator: Aggregate | null): IntervalKind | null {
  if (numerator.kind === "median") return "order";
  if (unit === "ratio") return denominator?.kind === "count" ? "wilson" : null;
  return unit === "item" && denominator === null ? "poisson" : null;
}

function measure<const I extends string>(id: I, unit: MeasureUnit, basis: DateBasis, population: string) {
  return (numerator: Aggregate, denominator: Aggregate | null = null, options: Options = {}) => ({
    id,
    name: ID.name(id),
    note: ID.note(id),
    unit,
    basis,
    population,
    numerator,
    denominator,
    interval: intervalOf(unit, numerator, denominator),
    smallestN: unit === "ratio" ? SMALLEST_N : 0,
    ruleSet: RULES,
    remarks: {},
    told: false,
    better: null,
    split: null,
    source: "ticket" as const,
    measureUnit: null,
    weight: null,
    ...options,
  });
}

/** By which of two standing rules a limit was reckoned, and whether the days off of its year were known. */
const LIMITS = {
  limit_regulation_2024: "conclusion_rule = 'regulation-2024'",
  limit_samr_20: "conclusion_rule = 'samr-20'",
  estimated_due: "conclusion_due_estimated",
  rollover: "rolls_over",
} as const;

const zeroStated = (column: string) => ({ zero_stated: `${column} = 0` });

const PENALTY = { source: "penalty" } as const;
const LEDGER = { source: "activity", remarks: { at_least: "at_least" }, told: true } as const;

/** The share of the tickets of a kind that were checked within the limit, of those whose limit has ended. */
const checkOnTime = <const I extends string>(id: I, kind: string) =>
  measure(
    id,
    "ratio",
    "check_due",
    `${kind} AND check_on_time IS NOT NULL AND check_due_on <= as_of`,
  )(count("check_on_time"), count(), {
    remarks: { estimated_due: "check_due_estimated" },
    told: true,
    better: "higher",
  });

/** All measures, in the order in which they are told. */
export const MEASURES = [
  measure("received", "item", "registered", COMPLAINT)(count()),
  measure("accepted", "item", "accepted", ACCEPTED)(count()),
  measure("not_accepted", "item", "refused", `${COMPLAINT} AND is_refused`)(count()),
  measure("concluded", "item", "concluded", CONCLUDED)(count()),
  measure("agreements", "item", "concluded", `${ACCEPTED} AND ${AGREED}`)(count()),
  measure("mediations_ended", "item", "concluded", MEDIATION_ENDED)(count()),
  measure("settled_by_parties", "item", "concluded", `${CONCLUDED} AND outcome = 'settled_by_parties'`)(count()),
  measure("withdrawn", "item", "concluded", `${CONCLUDED} AND outcome = 'withdrawn'`)(count()),
  measure("unreachable", "item", "concluded", `${CONCLUDED} AND outcome = 'unreachable'`)(count()),
  measure(
    "mediation_success_rate",
    "ratio",
    "concluded",
    MEDIATION_ENDED,
  )(count(AGREED), count(), { told: true, better: "higher" }),
  measure(
    "mediation_success_rate.of_accepted",
    "ratio",
    "accepted",
    ACCEPTED,
  )(countLater(AGREED, "concluded"), count(), { told: true }),
  measure(
    "mediation_success_rate.of_concluded",
    "ratio",
    "concluded",
    CONCLUDED,
  )(count(AGREED), count(), {
    told: true,
  }),
  measure(
    "mediation_success_rate.of_received",
    "ratio",
    "registered",
    COMPLAINT,
  )(countLater(AGREED, "concluded"), count(), { told: true }),
  measure(
    "conclusion_rate",
    "ratio",
    "accepted",
    ACCEPTED,
  )(countLater("is_concluded", "concluded"), count(), {
    told: true,
    better: "higher",
  }),
  measure(
    "solved_rate",
    "ratio",
    "accepted",
    ACCEPTED,
  )(countLater(`${AGREED} OR outcome = 'settled_by_parties'`, "concluded"), count(), { told: true, better: "higher" }),
  checkOnTime("first_check_on_time_rate", COMPLAINT),
  measure(
    "conclusion_on_time_rate",
    "ratio",
    "concluded",
    `${ACCEPTED} AND concluded_on_time IS NOT NULL`,
  )(count("concluded_on_time"), count(), { remarks: LIMITS, told: true, better: "higher" }),
  measure(
    "open_overdue",
    "item",
    "conclusion_due",
    `${ACCEPTED} AND conclusion_due_on < as_of`,
  )(
    {
      kind: "count",
      where: "NOT is_concluded",
      whereYearBefore: "conclusion_due_on < year_before AND NOT (is_concluded AND concluded_on <= year_before)",
    },
    null,
    { remarks: LIMITS, told: true },
  ),
  measure("amount_disputed", "money", "accepted", ACCEPTED)(sum("disputed"), null, { remarks: zeroStated("disputed") }),
  measure(
    "amount_recovered",
    "money",
    "concluded",
    CONCLUDED,
  )(sum("recovered"), null, {
    remarks: zeroStated("recovered"),
  }),
  measure(
    "recovery_rate",
    "ratio",
    "concluded",
    `${CONCLUDED} AND disputed > 0 AND recovered IS NOT NULL`,
  )(sum("recovered"), sum("disputed"), { remarks: zeroStated("recovered"), told: true }),
  measure("amount_recovered_median", "money", "concluded", RECOVERED)(median("recovered")),
  measure("amount_recovered_mean", "money", "concluded", RECOVERED)(sum("recovered"), count(), { told: true }),
  measure("amount_in_kind", "money", "concluded", `${CONCLUDED} AND in_kind > 0`)(sum("in_kind"), null, { told: true }),
  measure(
    "amount_band",
    "item",
    "accepted",
    ACCEPTED,
  )(count(), null, {
    split: "band",
    remarks: { band_by_recovered: "band_by_recovered" },
  }),
  measure(
    "big_ticket_count",
    "item",
    "accepted",
    `${ACCEPTED} AND band_is_last`,
  )(count(), null, {
    remarks: { band_by_recovered: "band_by_recovered" },
  }),
  measure("appraisal_count", "item", "accepted", `${ACCEPTED} AND appraised`)(count()),
  measure("appraisal_rate", "ratio", "accepted", ACCEPTED)(count("appraised"), count()),
  measure("added_damages_count", "item", "concluded", `${CONCLUDED} AND added > 0`)(count()),
  measure("added_damages_amount", "money", "concluded", `${CONCLUDED} AND added > 0`)(sum("added")),
  measure("added_damages_floor_count", "item", "concluded", `${CONCLUDED} AND floor_hit`)(count()),
  measure("reports_received", "item", "registered", REPORT)(count()),
  measure("reports_accepted", "item", "accepted", REPORT_ACCEPTED)(count()),
  measure("reports_concluded", "item", "concluded", `${REPORT} AND is_concluded`)(count()),
  checkOnTime("report_check_on_time_rate", REPORT),
  measure("reports_filed", "item", "filed", `${REPORT_ACCEPTED} AND is_filed`)(count()),
  measure(
    "report_filing_rate",
    "ratio",
    "accepted",
    REPORT_ACCEPTED,
  )(countLater("is_filed", "filed"), count(), {
    told: true,
  }),
  measure("complaint_to_case_rate", "ratio", "accepted", ACCEPTED)(count("is_case"), count(), { told: true }),
  measure("fines", "money", "decided", "fine IS NOT NULL")(sum("fine"), null, PENALTY),
  measure("forfeited_income", "money", "decided", "forfeited IS NOT NULL")(sum("forfeited"), null, PENALTY),
  measure(
    "confiscated_value",
    "money",
    "decided",
    "confiscated_value IS NOT NULL",
  )(sum("confiscated_value"), null, PENALTY),
  measure("penalty_total", "money", "decided", "total IS NOT NULL")(sum("total"), null, { ...PENALTY, told: true }),
  measure("follow_up_rate", "ratio", "concluded", CONCLUDED)(count("is_called"), count(), { better: "higher" }),
  measure(
    "satisfaction_rate",
    "ratio",
    "concluded",
    `${CONCLUDED} AND rating IS NOT NULL`,
  )(count("rating"), count(), {
    told: true,
    better: "higher",
  }),
  measure(
    "satisfaction_response_rate",
    "ratio",
    "concluded",
    `${CONCLUDED} AND is_asked`,
  )(count("rating IS NOT NULL"), count(), {
    told: true,
  }),
  measure(
    "days_to_conclude_median",
    "day",
    "concluded",
    `${CONCLUDED} AND days IS NOT NULL`,
  )(median("days"), null, {
    told: true,
  }),
  measure(
    "days_to_conclude_median.working_days",
    "day",
    "concluded",
    `${CONCLUDED} AND working_days IS NOT NULL`,
  )(median("working_days"), null, { told: true }),
  measure(
    "warnings_published",
    "quantity",
    "happened",
    "is_warning",
  )(sum("quantity"), null, {
    ...LEDGER,
    measureUnit: "条",
  }),
  measure(
    "stations",
    "quantity",
    "happened",
    "is_station",
  )(sum("quantity"), null, {
    ...LEDGER,
    measureUnit: "个",
  }),
  measure("activity", "quantity", "happened", "true")(sum("quantity"), null, { ...LEDGER, split: "activity" }),
  measure(
    "activity.by_item",
    "quantity",
    "happened",
    "true",
  )(sum("quantity"), null, { ...LEDGER, split: "activity_item" }),
  measure(
    "sample_pass_rate",
    "ratio",
    "happened",
    "coalesce(samples, samples_passed) IS NOT NULL",
  )(sum("samples_passed"), sum("samples"), { ...LEDGER, weight: "samples", interval: "wilson" }),
] as const satisfies readonly Measure[];

export type MeasureId = (typeof MEASURES)[number]["id"];

/**
 * The measures of some ids, in the registry's order.
 * @throws ForewarnError `measures.error.measure` (exit 2) for an id that there is not
 */
export function measuresOf(ids: readonly string[]): readonly Measure[] {
  const all: readonly Measure[] = MEASURES;
  for (const id of ids) {
    if (!all.some((measure) => measure.id === id)) {
      const known = all.map((measure) => measure.id).join(", ");
      throw new ForewarnError("measures.error.measure", { value: id, known }, { exitCode: EXIT.usage });
    }
  }
  return all.filter((measure) => ids.includes(measure.id));
}

/** Version of the rules of all measures, for a release's manifest. */
export const MEASURE_RULES = RULES;
