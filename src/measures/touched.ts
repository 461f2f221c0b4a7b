import type { Break } from "../config/breaks.ts";
import { literal } from "../duck/identifier.ts";
import type { DateBasis, Measure } from "./definition.ts";

/** A break of the series, from the register of the bureau or of a profile. */
export type MeasureBreak = Pick<Break, "from" | "what" | "fields">;

/** Words of a measure's SQL, and the fields of a ticket that they rest on. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  is_accepted: ["acceptance", "accepted_at"],
  is_refused: ["acceptance", "refusal_words"],
  is_concluded: ["concluded_at"],
  is_filed: ["case_filed"],
  is_case: ["case_filed"],
  outcome: ["outcome"],
  disputed: ["disputed"],
  recovered: ["recovered"],
  band: ["disputed"],
  added: ["added"],
  appraised: ["appraisal"],
  check_on_time: ["first_checked_at", "due"],
  concluded_on_time: ["concluded_at", "due"],
  conclusion_due_on: ["due"],
  rating: ["satisfied"],
};
const BASES: Readonly<Partial<Record<DateBasis, string>>> = {
  registered: "registered_at",
  accepted: "accepted_at",
  refused: "first_checked_at",
  concluded: "concluded_at",
};
const KEYS: Readonly<Record<string, string>> = {
  key_category: "category_code",
  key_category_group: "category_code",
  key_problem: "problem_codes",
  key_region: "region_code",
  key_unit: "unit",
  key_channel: "channel",
};
/** What a change of the law touches: how endings are named, reasons to refuse, and limits. Dates and counts stay what they are. */
const LEGAL = ["due", "outcome", "refusal_words"];

/** The fields that a measure rests on. */
export function fieldsOf(measure: Measure): string[] {
  const { population, numerator, denominator, basis } = measure;
  const aggregates = [numerator, ...(denominator ? [denominator] : [])].map((aggregate) =>
    aggregate.kind === "count" ? (aggregate.where ?? "") : aggregate.of,
  );
  const words = [population, ...aggregates].join(" ").match(/[a-z_]+/g) ?? [];
  return [...new Set([...words.flatMap((word) => FIELDS[word] ?? []), ...(BASES[basis] ? [BASES[basis]] : [])])];
}

/**
 * SQL of whether a break lies between the days of a window and those one year before, so that the two are not joined in
 * silence: `note` names its day; `condition` says that no change is told. A change of the law is named only: its limits
 * are taken into account.
 */
export function crossesSql(
  measure: Measure,
  breaks: readonly MeasureBreak[],
  keys: readonly string[],
): { note: string; condition: string } {
  const own = measure.source === "ticket" ? fieldsOf(measure) : [];
  const crossing = breaks.flatMap(({ from, what, fields }) => {
    const law = what === "law";
    const touched = law ? fields.filter((field) => LEGAL.includes(field)) : fields;
    if (measure.source !== "ticket" || (law && touched.length === 0)) return [];
    const whole = touched.length === 0 || touched.some((field) => own.includes(field));
    const grouped = keys.filter((key) => touched.includes(KEYS[key.replaceAll('"', "")] ?? ""));
    if (!whole && grouped.length === 0) return [];
    const between = `(previous_from < DATE ${literal(from)} AND "to" >= DATE ${literal(from)})`;
    const here = whole ? between : `(${between} AND (${grouped.map((key) => `${key} IS NOT NULL`).join(" OR ")}))`;
    return [{ from, law, here }];
  });
  const hard = crossing.filter(({ law }) => !law).map(({ here }) => here);
  const days = crossing.map(({ from, here }) => `WHEN ${here} THEN ${literal(`break:${from.replaceAll("-", "")}`)}`);
  return {
    note: days.length > 0 ? `CASE ${days.reverse().join(" ")} END` : "NULL",
    condition: hard.length > 0 ? `(${hard.join(" OR ")})` : "false",
  };
}
