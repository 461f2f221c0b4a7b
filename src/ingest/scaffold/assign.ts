import { RECORDS, type RecordName } from "../../warehouse/records.ts";
import { type CaptionHit, hitOf, readCaptionText } from "./caption-words.ts";
import type { DateFindings } from "./dates.ts";
import type { ColumnFacts } from "./survey.ts";
import { PERSONAL, type PersonalKind } from "./values.ts";
import { PERSONAL_WORDS, VOCABULARY } from "./vocabulary.ts";

/** One column of the file as the guesses see it. */
export interface ColumnView {
  /** Name in the layout's header; null where the caption cannot be told from others. */
  readonly name: string | null;
  /** The caption as it stands in the file; empty where there is none. */
  readonly caption: string;
  /** Whether another column has the same caption. */
  readonly doubled: boolean;
  readonly facts: ColumnFacts;
  /** Share of filled cells that read as a date. */
  readonly dates: number;
  /** The numbers are such as spreadsheets count days with. */
  readonly dayNumbers: boolean;
  /** What the column tells of a person; null where it seems to tell nothing. */
  readonly personal: PersonalKind | "caption" | null;
}

export type Sure = "high" | "medium" | "low";

/** A field and the column that is taken to fill it. */
export interface Assignment {
  readonly field: string;
  readonly view: ColumnView;
  readonly by: "whole" | "part" | "content";
  readonly word: string;
  readonly sure: Sure;
}

/** From this share of cells on, a column is what they read as. */
const MOST = 0.9;
/** Cells of a person's from this share on make a column personal. */
const SOME = 0.2;

export function viewOf(
  name: string | null,
  caption: string,
  doubled: boolean,
  facts: ColumnFacts,
  dates: DateFindings,
): ColumnView {
  const read = dates.columns.get(facts.column)?.read ?? 0;
  const kinds = Object.keys(PERSONAL) as PersonalKind[];
  const kind = kinds.find((one) => facts.filled > 0 && facts.personal[one] >= facts.filled * SOME) ?? null;
  const told = hitOf(readCaptionText(caption), PERSONAL_WORDS) !== null ? "caption" : null;
  return {
    name,
    caption,
    doubled,
    facts,
    dates: facts.filled === 0 ? 0 : read / facts.filled,
    dayNumbers:
      facts.filled > 0 && facts.amounts >= facts.filled * MOST && facts.least >= 30_000 && facts.most <= 60_000,
    personal: kind ?? told,
  };
}

const TYPES = new Map(
  Object.entries(RECORDS).map(([record, fields]) => [record, new Map(fields.map((field) => [field.name, field.type]))]),
);

/** Whether a column's cells can be what a field wants. A column without a cell can be anything. */
function suits(record: RecordName, field: string, view: ColumnView): boolean {
  const { facts, dates } = view;
  if (facts.filled === 0) return true;
  const most = (count: number) => count >= facts.filled * MOST;
  switch (TYPES.get(record)?.get(field)) {
    case "TIMESTAMP":
      return dates >= MOST || view.dayNumbers;
    case "DECIMAL(18,2)":
    case "DECIMAL(18,3)":
      return most(facts.amounts) && facts.commas === 0 && dates < MOST && !view.doubled;
    case "INTEGER":
      return most(facts.whole) && facts.most < 100_000;
    case "BOOLEAN":
      return most(facts.flags);
  }
  if (dates >= MOST) return false;
  const number = most(facts.amounts);
  switch (field) {
    case "native_id":
    case "case_number":
      return !facts.serial && facts.distinct >= facts.filled / 20 && facts.longest <= 60;
    case "complainant_phone":
      return facts.digits >= facts.filled / 2 && facts.longest <= 60;
    case "complainant_area":
    case "respondent_code":
      return true;
    case "status_words":
    case "kind":
      return facts.distinct <= 100;
    case "channel":
    case "unit":
    case "brand":
    case "platform":
    case "region_words":
      return !number && facts.mean <= 60;
    default:
      return !number;
  }
}

interface Candidate extends Assignment {
  readonly score: number;
  readonly order: number;
}

function sureOf(hit: CaptionHit): Sure {
  return hit.by === "whole" && hit.score > 2.6 ? "high" : hit.score > 1.45 ? "medium" : "low";
}

/** Fields told by captions: the best fit first, each field and each column once. */
function byCaption(
  record: RecordName,
  views: readonly ColumnView[],
  kindKnown: (view: ColumnView) => boolean,
): Assignment[] {
  const entries = VOCABULARY[record] ?? [];
  const candidates: Candidate[] = [];
  for (const view of views) {
    if (view.name === null || view.caption === "") continue;
    const text = readCaptionText(view.caption);
    entries.forEach((entry, order) => {
      const hit = hitOf(text, entry);
      if (hit === null || !suits(record, entry.field, view)) return;
      if (entry.field === "kind" && !kindKnown(view)) return;
      const filled = view.facts.rows === 0 ? 1 : view.facts.filled / view.facts.rows;
      // Of columns that fit alike, one with values is the better.
      const score = hit.score + filled / 10;
      candidates.push({ field: entry.field, view, by: hit.by, word: hit.word, sure: sureOf(hit), score, order });
    });
  }
  candidates.sort((a, b) => b.score - a.score || a.order - b.order || a.view.facts.column - b.view.facts.column);
  const fields = new Set<string>();
  const columns = new Set<number>();
  return candidates.filter(({ field, view }) => {
    if (fields.has(field) || columns.has(view.facts.column)) return false;
    fields.add(field);
    columns.add(view.facts.column);
    return true;
  });
}

/** Fields of a ticket that the content alone tells, of columns that no caption has told. */
function byContent(views: readonly ColumnView[], told: readonly Assignment[]): Assignment[] {
  const used = new Set(told.map(({ view }) => view.facts.column));
  const fields = new Set(told.map(({ field }) => field));
  const found: Assignment[] = [];
  const take = (field: string, view: ColumnView | undefined) => {
    if (view === undefined || fields.has(field)) return;
    used.add(view.facts.column);
    found.push({ field, view, by: "content", word: "", sure: "low" });
  };
  const free = () => views.filter(({ name, facts }) => name !== null && !used.has(facts.column) && facts.filled > 0);
  const fullest = (test: (view: ColumnView) => boolean) =>
    free()
      .filter(test)
      .sort((a, b) => b.facts.filled - a.facts.filled || a.facts.column - b.facts.column)[0];
  if (!told.some(({ field }) => field.endsWith("_at")))
    take(
      "registered_at",
      fullest(({ dates }) => dates >= MOST),
    );
  take(
    "complainant_phone",
    fullest(({ facts }) => facts.personal.phone >= facts.filled / 2),
  );
  take(
    "narrative",
    free()
      .filter(({ facts, caption }) => facts.mean >= 60 && facts.spaced + facts.filled > 0 && caption === "")
      .sort((a, b) => b.facts.mean - a.facts.mean)[0],
  );
  return found;
}

/** Which record a table is a list of: follow-up calls and penalties are told by captions of their own, all else is tickets. */
export function guessRecord(views: readonly ColumnView[]): RecordName {
  const has = (record: RecordName, fields: readonly string[]) =>
    byCaption(record, views, () => true).filter(({ field, sure }) => fields.includes(field) && sure !== "low").length;
  if (has("follow_up", ["called_at", "finding"]) === 2) return "follow_up";
  if (has("report_outcome", ["case_number", "filed_at", "decided_at", "fine", "forfeited"]) >= 3)
    return "report_outcome";
  return "ticket";
}

/** Guesses which column fills which field of a record. */
export function assignColumns(
  record: RecordName,
  views: readonly ColumnView[],
  kindKnown: (view: ColumnView) => boolean,
): Assignment[] {
  const told = byCaption(record, views, kindKnown);
  return record === "ticket" ? [...told, ...byContent(views, told)] : told;
}
