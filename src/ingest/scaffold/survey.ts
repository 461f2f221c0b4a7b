import { literal } from "../../duck/identifier.ts";
import type { Duck } from "../../duck/open.ts";
import { cell } from "../cells.ts";
import type { RawTable } from "../readers/raw.ts";
import { NO_VALUE, PERSONAL, type PersonalKind, TOTALS } from "./values.ts";

/** What the cells of one column are, counted over the whole file; cells that mean "no value" are not among the filled. */
export interface ColumnFacts {
  /** 0-based. */
  readonly column: number;
  readonly rows: number;
  readonly filled: number;
  readonly distinct: number;
  /** Distinct values that stand in two rows or more. */
  readonly repeated: number;
  /** Characters of the longest value. */
  readonly longest: number;
  /** Mean of characters. */
  readonly mean: number;
  /** Cells of more than 120 characters. */
  readonly long: number;
  /** Cells that read as an amount, and those of them that are whole numbers without a sign. */
  readonly amounts: number;
  readonly whole: number;
  /** Cells such as 1.234,56, which are not read. */
  readonly commas: number;
  /** Cells that read as yes or no. */
  readonly flags: number;
  readonly digits: number;
  readonly spaced: number;
  /** The whole numbers are 1, 2, 3 … to the number of rows: a number of the line, not of the thing. */
  readonly serial: boolean;
  /** Digits of the shortest whole number. */
  readonly shortest: number;
  /** The least and the greatest number, rounded to whole ones; -1 where there is none. */
  readonly least: number;
  readonly most: number;
  readonly personal: Readonly<Record<PersonalKind, number>>;
}

/** A word that stands for "no value" or leads rows of totals: its spellings, and how many cells or rows have it. */
export interface FoundWord {
  readonly word: string;
  readonly count: number;
}

export interface Survey {
  readonly rows: number;
  readonly columns: readonly ColumnFacts[];
  readonly missing: readonly FoundWord[];
  readonly totals: readonly FoundWord[];
}

/** SQL name of the trimmed cells of a 0-based column in `fw_survey`. */
export function surveyed(column: number): string {
  return `w${column + 1}`;
}

/** SQL of a column's distinct values and how many cells have each, as `(value, n)`; cells without a value left out. */
export function distinctSql(column: number): string {
  return `(SELECT value, n FROM fw_cell WHERE col = ${column})`;
}

/** SQL of a cell as values are read: without white space at its ends, and without what keeps a long number a text (="2026…"). */
function trimmedSql(column: number): string {
  const text = `regexp_replace(${cell(column)}, '^="(.*)"$', '\\1')`;
  return `nullif(trim(${text}, ${literal(" \t\r\n\u3000\u00a0")}), '')`;
}

const words = (list: readonly string[]) => list.map(literal).join(", ");

/** Rows of totals have few cells: a business that is called Total has all of its own. */
const SPARSE = 0.5;

async function makeTable(duck: Duck, table: RawTable, scan: string, headerRecord: number): Promise<FoundWord[]> {
  const columns = Array.from({ length: table.width }, (_, column) => column);
  const names = columns.map(surveyed);
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE fw_survey AS
     WITH cells AS (SELECT ${columns.map((column) => `${trimmedSql(column)} AS ${surveyed(column)}`).join(", ")},
       ${columns.length === 0 ? "0" : columns.map((column) => `(coalesce(${cell(column)}, '') <> '')::INTEGER`).join(" + ")} AS filled
       FROM ${scan} WHERE record > ${headerRecord})
     SELECT *, coalesce(${[...names, "NULL"].join(", ")}) AS lead FROM cells`,
  );
  await duck.run("DELETE FROM fw_survey WHERE lead IS NULL");
  const total = `strlen(lead) <= 60 AND regexp_replace(fw_word(lead), '[:(].*$', '') IN (${words(TOTALS)})
    AND filled <= ${SPARSE} * (SELECT max(filled) FROM fw_survey)`;
  const found = await duck.rows<FoundWord>(
    `SELECT regexp_replace(fw_tidy(lead), '[:(].*$', '') AS word, count(*)::DOUBLE AS count FROM fw_survey WHERE ${total} GROUP BY 1 ORDER BY 2 DESC, 1`,
  );
  await duck.run(`DELETE FROM fw_survey WHERE ${total}`);
  return found;
}

/** Gathers the distinct values of each column in `fw_cell`: `col` (0-based), `value`, `n`. */
async function makeCells(duck: Duck, width: number): Promise<void> {
  await duck.run("CREATE OR REPLACE TEMP TABLE fw_cell (col INTEGER, value VARCHAR, n DOUBLE)");
  for (let column = 0; column < width; column++) {
    const name = surveyed(column);
    await duck.run(
      `INSERT INTO fw_cell SELECT ${column}, ${name}, count(*) FROM fw_survey WHERE ${name} IS NOT NULL GROUP BY ${name}`,
    );
  }
}

/** Takes the words for "no value" out of the cells, and gives them. 无 beside 有 is an answer. */
async function takeMissing(duck: Duck): Promise<FoundWord[]> {
  const found = await duck.rows<FoundWord>(
    `WITH short AS (SELECT * FROM fw_cell WHERE strlen(value) <= 24),
     answers AS (SELECT DISTINCT col FROM short WHERE value = '有'),
     words AS (SELECT value, sum(n) AS count, bool_or(fw_word(value) = '无' AND col IN (FROM answers)) AS answer
       FROM short WHERE fw_word(value) IN (${words(NO_VALUE)}) GROUP BY value)
     SELECT value AS word, count FROM words WHERE NOT answer ORDER BY count DESC, word`,
  );
  if (found.length > 0) await duck.run(`DELETE FROM fw_cell WHERE value IN (${words(found.map(({ word }) => word))})`);
  return found;
}

type Counted = Omit<ColumnFacts, "column" | "rows" | "personal" | "serial"> &
  Record<PersonalKind, number> & { col: number };

async function countCells(duck: Duck, width: number, rows: number): Promise<ColumnFacts[]> {
  const when = (condition: string) => `coalesce(sum(n) FILTER (WHERE ${condition}), 0)`;
  const short = "strlen(value) <= 60";
  const kinds = Object.entries(PERSONAL).map(
    ([kind, condition]) => `${when(`strlen(value) <= 200 AND (${condition})`)} AS ${kind}`,
  );
  const found = await duck.rows<Counted>(
    `SELECT col, sum(n) AS filled, count(*)::DOUBLE AS distinct,
       (count(*) FILTER (WHERE n >= 2))::DOUBLE AS repeated, max(length(value))::DOUBLE AS longest,
       sum(n * length(value)) / sum(n) AS mean, ${when("length(value) > 120")} AS long,
       ${when(`${short} AND fw_amount(value, 1) IS NOT NULL`)} AS amounts,
       ${when(`${short} AND regexp_full_match(value, '[0-9]+')`)} AS whole,
       ${when(`${short} AND regexp_full_match(value, '-?[0-9]{1,3}(\\.[0-9]{3})*,[0-9]{1,2}')`)} AS commas,
       ${when("strlen(value) <= 15 AND fw_flag(value) IS NOT NULL")} AS flags,
       ${when("regexp_matches(value, '[0-9]')")} AS digits, ${when("regexp_matches(value, '\\s')")} AS spaced,
       coalesce(min(length(value)) FILTER (WHERE regexp_full_match(value, '[0-9]+')), 0)::DOUBLE AS shortest,
       coalesce(min(try_cast(value AS BIGINT)) FILTER (WHERE strlen(value) <= 12), -1)::DOUBLE AS least,
       coalesce(max(try_cast(value AS BIGINT)) FILTER (WHERE strlen(value) <= 12), -1)::DOUBLE AS most,
       ${kinds.join(", ")}
     FROM fw_cell GROUP BY col`,
  );
  const byColumn = new Map(found.map((row) => [row.col, row]));
  return Array.from({ length: width }, (_, column) => factsOf(column, rows, byColumn.get(column) ?? EMPTY));
}

const EMPTY: Counted = {
  col: 0,
  filled: 0,
  distinct: 0,
  repeated: 0,
  longest: 0,
  mean: 0,
  long: 0,
  amounts: 0,
  whole: 0,
  commas: 0,
  flags: 0,
  digits: 0,
  spaced: 0,
  shortest: 0,
  least: -1,
  most: -1,
  phone: 0,
  email: 0,
  identity: 0,
  name: 0,
  address: 0,
};

function factsOf(column: number, rows: number, counted: Counted): ColumnFacts {
  const { col, phone, email, identity, name, address, ...facts } = counted;
  const numbered = rows > 1 && facts.distinct === rows && facts.whole === rows;
  const serial = numbered && facts.least === 1 && facts.most === rows;
  return { ...facts, column, rows, serial, personal: { phone, email, identity, name, address } };
}

/**
 * Counts what the cells below the header are, over the whole table. Leaves two temporary tables behind: `fw_survey`, the rows
 * (`w1`…, trimmed, NULL where empty; blank rows and rows of totals left out), and `fw_cell`, the distinct values of each column.
 * Needs the macros of `defineMacros`.
 */
export async function surveyTable(duck: Duck, table: RawTable, scan: string, headerRecord: number): Promise<Survey> {
  const totals = await makeTable(duck, table, scan, headerRecord);
  const { rows } = await duck.row<{ rows: number }>("SELECT count(*)::DOUBLE AS rows FROM fw_survey");
  await makeCells(duck, table.width);
  const missing = await takeMissing(duck);
  return { rows, columns: await countCells(duck, table.width, rows), missing, totals };
}
