import { parse } from "yaml";
import type { Duck } from "../../duck/open.ts";
import { ForewarnError } from "../../errors.ts";
import { readCaption } from "../caption.ts";
import { choose } from "../choose.ts";
import { type Profile, profileSchema } from "../profile.ts";
import type { RawFile, RawTable } from "../readers/raw.ts";
import { lineOf } from "../readers/raw.ts";
import { scanSql } from "../readers/scan.ts";
import { Refusal } from "../refusal.ts";
import { assignColumns, type ColumnView, guessRecord, viewOf } from "./assign.ts";
import { type CodedColumn, readCodes } from "./coded.ts";
import { findDates } from "./dates.ts";
import { writeDocument } from "./document.ts";
import { draftProfile } from "./draft.ts";
import { CODED } from "./fields.ts";
import type { Findings } from "./findings.ts";
import { findHeader, type HeaderFinding } from "./header.ts";
import { guessIdentity } from "./identity.ts";
import { comparedWord, type Knowledge, type ListName } from "./knowledge.ts";
import { guessLooks } from "./looks.ts";
import { idOf, titleOf } from "./names.ts";
import type { Guess, Translate } from "./notes.ts";
import { findPadded } from "./padded.ts";
import { surveyTable } from "./survey.ts";

export interface ScaffoldOptions {
  /** How the file is called; id and title come from it. */
  readonly name: string;
  /** The profile's id, where the person has chosen one. */
  readonly id?: string;
  /** Ids of known profiles, which a guessed id must not take. */
  readonly taken: readonly string[];
  readonly knowledge: Knowledge;
  readonly now: Date;
  /** Gives the texts of remarks. */
  readonly t: Translate;
}

export interface Scaffold {
  readonly profile: Profile;
  readonly yaml: string;
  readonly guesses: readonly Guess[];
}

/** Names of the columns in the layout's header: captions that can be found again; null for the others. */
function nameColumns(header: HeaderFinding): { name: string | null; caption: string; doubled: boolean }[] {
  const captions = header.captions.map((caption) => caption.replaceAll(/[\s\u200b\ufeff]+/gu, " ").trim());
  const keys = captions.map((caption) => readCaption(caption).key);
  const count = (key: string) => keys.filter((other) => other === key).length;
  const alone = (column: number) => (keys[column] ?? "") !== "" && count(keys[column] as string) === 1;
  return captions.map((caption, column) => {
    const key = keys[column] as string;
    const numbered = `column_${column + 1}`;
    if (header.record === 0) return { name: numbered, caption: "", doubled: false };
    if (key !== "") return { name: keys.indexOf(key) === column ? caption : null, caption, doubled: count(key) > 1 };
    // A column without a title is told by its neighbours.
    const told = alone(column - 1) && alone(column + 1) && !keys.includes(numbered);
    return { name: told ? numbered : null, caption: "", doubled: false };
  });
}

/** Day or month first, where the cells do not tell: as it is usual where the captions' language is spoken. */
function usualOrder(captions: readonly string[]): "mdy" | "dmy" {
  return captions.some((caption) => /\b(zip|state)\b/iu.test(caption)) ? "mdy" : "dmy";
}

/** The columns that hold a word for a kind of ticket. */
async function kindColumns(duck: Duck, known: ReadonlyMap<string, string>): Promise<ReadonlySet<number>> {
  const words = await duck.rows<{ col: number; value: string }>(
    "SELECT col, value FROM fw_cell WHERE strlen(value) <= 60 AND col IN (SELECT col FROM fw_cell GROUP BY col HAVING count(*) <= 100)",
  );
  return new Set(words.filter(({ value }) => known.has(comparedWord(value))).map(({ col }) => col));
}

async function findAll(duck: Duck, table: RawTable, options: ScaffoldOptions, id: string): Promise<Findings> {
  const scan = scanSql(table);
  const header = await findHeader(duck, table, scan);
  const survey = await surveyTable(duck, table, scan, header.record);
  const latest = `${options.now.getUTCFullYear() + 5}-12-31`;
  const usual = usualOrder(header.captions);
  const dates = await findDates(duck, survey.columns, { latest, usual });
  const named = nameColumns(header);
  const views = survey.columns.map((facts) => {
    const { name, caption, doubled } = named[facts.column] ?? { name: null, caption: "", doubled: false };
    return viewOf(name, caption, doubled, facts, dates);
  });
  refuseSums(table, views, dates.columns.keys());
  if (views.filter(({ name }) => name !== null).length < 2) throw new ForewarnError("profile.narrow");

  const record = guessRecord(views);
  const kinds = await kindColumns(duck, options.knowledge.kind);
  const assigned = assignColumns(record, views, ({ facts }) => kinds.has(facts.column));
  const codes = new Map<ListName, { view: ColumnView; coded: CodedColumn }>();
  for (const { field, view } of assigned) {
    const target = CODED[field];
    if (target === undefined || record !== "ticket") continue;
    const lists: ListName[] = target.list === "status" ? ["status", "acceptance"] : [target.list];
    for (const list of lists) {
      const coded = await readCodes(duck, view, options.knowledge[list], { several: target.several });
      // Steps tell of acceptance only where one of them says so; all others stand in the list of steps already.
      if (list !== "acceptance") codes.set(list, { view, coded });
      else if (coded.known > 0) codes.set(list, { view, coded: { ...coded, unplaced: [], rare: 0 } });
    }
  }
  const identity = await guessIdentity(duck, views, assigned, table.width);
  const padded = await findPadded(duck, assigned);
  const looks = header.record === 0 ? await guessLooks(duck, views, dates) : [];
  if (header.record === 0 && looks.length === 0) throw new ForewarnError("profile.no_looks");
  return {
    id,
    title: titleOf(options.name),
    record,
    header,
    survey,
    views,
    dates,
    assigned,
    codes,
    identity,
    padded,
    looks,
  };
}

/** A table of sums is no list of tickets: its rows have no day, or one row stands for each. */
function refuseSums(table: RawTable, views: readonly ColumnView[], dated: Iterable<number>): void {
  const chosen = choose([], table);
  if (chosen.choice !== null || chosen.code !== "aggregate_table") return;
  const days = [...dated].map((column) => views[column]?.facts);
  if (days.some((facts) => facts !== undefined && facts.distinct < facts.filled)) return;
  throw new Refusal("aggregate_table", "ingest.aggregate_table", { header: chosen.header.slice(0, 8).join(", ") });
}

/**
 * Writes a first profile for a file that no profile fits, as YAML in which every guess is marked. The table with the most
 * records is taken. Needs the macros of `defineMacros`; leaves temporary tables behind. No value of a person's is written
 * down: words only of columns that hold codes.
 * @throws Refusal `aggregate_table`; ForewarnError `profile.narrow`, `profile.no_looks`
 */
export async function scaffoldProfile(duck: Duck, raw: RawFile, options: ScaffoldOptions): Promise<Scaffold> {
  const table = [...raw.tables].sort((a, b) => b.records - a.records)[0] as RawTable;
  const id = options.id ?? idOf(options.name, raw.sha256, options.taken);
  const found = await findAll(duck, table, options, id);
  const draft = draftProfile(found, options.t);
  const line = found.header.record === 0 ? 0 : lineOf(table.lines, found.header.record);
  const head = [
    options.t("profile.head.from", { file: titleOf(options.name), rows: found.survey.rows, line }),
    ...(table.name === null ? [] : [options.t("profile.head.sheet", { sheet: table.name })]),
    options.t("profile.head.guesses"),
    options.t("profile.head.next"),
  ];
  const yaml = writeDocument(draft.value, head, draft.remarks, draft.footnotes);
  // What is written must be what is meant, whatever the file's texts hold.
  return { profile: profileSchema.parse(parse(yaml)), yaml, guesses: draft.guesses };
}
