import { EXIT, ForewarnError } from "../errors.ts";
import type { Aggregate, DateBasis, Measure, MeasureUnit } from "./definition.ts";

const RULES = "2026-1";
/** Below this n a rate is read as "3 of 7" (domain practice: the UK ombudsman publishes from 30 resolved cases on). */
const SMALLEST_N = 30;

const COMPLAINT = "kind = 'complaint'";
const REPORT = "kind = 'report'";
const ACCEPTED = `${COMPLAINT} AND is_accepted`;
const CONCLUDED = `${COMPLAINT} AND is_concluded`;
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
/** Counts tickets by what became of them later, on the day of another step. */
const countLater = (where: string, step: DateBasis): Aggregate => ({
  kind: "count",
  where,
  whereYearBefore: `${where} AND ${step}_on <= year_before`,
});

type Options = Partial<Pick<Measure, "remarks" | "told" | "bands">>;

const ID = {
  name: <I extends string>(id: I) => `measures.${id}` as const,
  note: <I extends string>(id: I) => `measures.note.${id}` as const,
};

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
    interval: denominator?.kind === "count" ? ("wilson" as const) : null,
    smallestN: denominator === null ? 0 : SMALLEST_N,
    ruleSet: RULES,
    remarks: {},
    told: false,
    bands: false,
    ...options,
  });
}

const zeroStated = (column: string) => ({ zero_stated: `${column} = 0` });

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
  measure("mediation_success_rate", "ratio", "concluded", MEDIATION_ENDED)(count(AGREED), count(), { told: true }),
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
  measure(
    "amount_recovered_median",
    "money",
    "concluded",
    `${CONCLUDED} AND recovered > 0`,
  )({
    kind: "median",
    of: "recovered",
  }),
  measure(
    "amount_band",
    "item",
    "accepted",
    ACCEPTED,
  )(count(), null, {
    bands: true,
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
  measure("reports_received", "item", "registered", REPORT)(count()),
  measure("reports_accepted", "item", "accepted", REPORT_ACCEPTED)(count()),
  measure("reports_filed", "item", "filed", `${REPORT_ACCEPTED} AND is_filed`)(count()),
  measure(
    "report_filing_rate",
    "ratio",
    "accepted",
    REPORT_ACCEPTED,
  )(countLater("is_filed", "filed"), count(), {
    told: true,
  }),
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
