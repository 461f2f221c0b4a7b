import { KINDS, OUTCOMES, STATUSES } from "../../warehouse/records.ts";
import type { Assignment, ColumnView } from "./assign.ts";
import type { CodedColumn } from "./coded.ts";
import { type Path, quoted } from "./document.ts";
import type { Findings } from "./findings.ts";
import type { ListName } from "./knowledge.ts";
import type { Notes } from "./notes.ts";

/** The field of codes that belongs to a field of words, and the list in which its words are looked up. */
export const CODED: Readonly<
  Record<string, { readonly field: string; readonly list: ListName; readonly several: boolean }>
> = {
  kind: { field: "kind", list: "kind", several: false },
  status_words: { field: "status", list: "status", several: false },
  outcome_words: { field: "outcome", list: "outcome", several: false },
  category_words: { field: "category_code", list: "category", several: false },
  problem_words: { field: "problem_codes", list: "problem", several: true },
  region_words: { field: "region_code", list: "region", several: false },
};

/** Lists that lookups of a profile know by themselves. */
const LOOKUPS: readonly ListName[] = ["category", "problem", "region"];

/** Codes that words of a list can mean; those of goods and services are too many to name. */
const CODES: Readonly<Partial<Record<ListName, readonly string[]>>> = {
  kind: KINDS,
  status: STATUSES,
  outcome: OUTCOMES,
};

/** A field that takes a column as it stands. */
export function plainRule({ view, field }: Assignment, padded: ReadonlyMap<string, number>): Record<string, unknown> {
  const { filled, rows } = view.facts;
  const rule: Record<string, unknown> = { from: view.name };
  if (rows > 0 && filled === rows && (field === "registered_at" || field === "called_at")) rule.required = true;
  const pad = padded.get(field);
  if (pad !== undefined) rule.pad = pad;
  return rule;
}

/** A field of codes: by the list of the profile, or by the house's words where the list would be too long to write down. */
function codedRule(list: ListName, view: ColumnView, coded: CodedColumn, written: boolean): Record<string, unknown> {
  const rule: Record<string, unknown> = { from: view.name };
  if (written) rule.values = list;
  else rule.lookup = list;
  if (coded.strip !== null) rule.strip = coded.strip;
  if (coded.path !== null) rule.path = coded.path;
  if (coded.split !== null) rule.split = coded.split;
  return rule;
}

/** Whether the words of a list stand in the profile. */
function isWritten(list: ListName, coded: CodedColumn): boolean {
  return list !== "region" && (Object.keys(coded.values).length > 0 || coded.unplaced.length > 0);
}

/** Fields and lists of codes of a profile in the making. */
export interface Making {
  readonly found: Findings;
  readonly notes: Notes;
  readonly fields: Record<string, unknown>;
  readonly values: Record<string, unknown>;
  /** Where the fields stand. */
  readonly at: Path;
}

/** Adds a field of codes, where there is anything to map its words to. */
export function addCoded({ found, notes, fields, values, at }: Making, list: ListName, field: string): void {
  const entry = found.codes.get(list);
  if (entry === undefined) return;
  const { view, coded } = entry;
  const written = isWritten(list, coded);
  if (!written && (!LOOKUPS.includes(list) || coded.known === 0)) return;
  fields[field] = codedRule(list, view, coded, written);
  const params = { words: coded.words, known: coded.known, list, written: String(written) };
  const sure = coded.known === coded.words ? "high" : coded.known * 2 >= coded.words ? "medium" : "low";
  notes.guess([...at, field], { column: view.name, field, reason: notes.t("profile.guess.codes", params), sure });
  if (!written) return;
  values[list] = coded.values;
  const lines = coded.unplaced.map(({ word, count }) => `  - ${quoted(word)} # ${count}`);
  const footnote = [
    ...(lines.length > 0 ? [notes.t("profile.guess.to_place", { column: quoted(view.name ?? "") })] : []),
    ...(lines.length > 0 && CODES[list] ? [notes.t("profile.guess.codes_of", { codes: CODES[list].join(", ") })] : []),
    ...lines,
    ...(coded.rare > 0 ? [notes.t("profile.guess.rare", { rare: coded.rare, least: coded.least })] : []),
  ];
  notes.footnotes.push({ path: ["values", list], lines: footnote });
}
