import type { Region } from "../../config/regions.ts";
import type { Taxonomy } from "../../config/taxonomy.ts";
import type { Duck } from "../../duck/open.ts";
import { migrate } from "../../warehouse/open.ts";
import { type Choice, choose } from "../choose.ts";
import { prepareRows } from "../fates.ts";
import { cutHeader } from "../header-width.ts";
import { localTime } from "../ingest.ts";
import type { Profile } from "../profile.ts";
import { lineOf, type RawFile, type RawTable } from "../readers/raw.ts";
import { defineWords } from "../words.ts";
import { type FieldCoverage, readCoverage } from "./coverage.ts";
import { type Fault, type FaultCount, readFaults } from "./faults.ts";
import { readFields } from "./read-values.ts";
import { readSample, type SampleRow } from "./sample.ts";

export interface ProfileTestOptions {
  readonly profile: Profile;
  readonly taxonomy: Taxonomy;
  readonly regions: readonly Region[];
  /** How many rows are shown. */
  readonly rows: number;
  readonly now: Date;
  /** The bureau's zone. */
  readonly timeZone: string;
}

/** A column of the file and the fields that it fills. */
export interface ColumnUse {
  readonly caption: string;
  readonly fields: readonly string[];
}

/** How one table reads by the profile. */
export interface TableTest {
  readonly sheet: string | null;
  /** The layout that fits and its header; null where none does. */
  readonly choice: Choice | null;
  /** Why none does. */
  readonly refused: "no_profile" | "ambiguous_profile" | "aggregate_table" | null;
  /** The layout that comes closest, where none fits. */
  readonly best: Choice | null;
  /** Line of the header in the file; 0 where there is none. */
  readonly headerLine: number;
  readonly columns: readonly ColumnUse[];
  /** Rows below the header, blank ones left out, and those of them that are rejected. */
  readonly rows: number;
  readonly rejected: number;
  readonly sample: readonly SampleRow[];
  readonly coverage: readonly FieldCoverage[];
  readonly faults: readonly Fault[];
  readonly faultCounts: readonly FaultCount[];
  /** Fields whose dates contradict the order of day and month that the profile states. */
  readonly contradicted: readonly string[];
}

export interface ProfileTest {
  readonly tables: readonly TableTest[];
}

function columnsOf(choice: Choice): ColumnUse[] {
  const names = new Map([...choice.columns.at].map(([name, column]) => [column, name]));
  return choice.header.map((caption, column) => {
    const name = names.get(column);
    const fields = Object.entries(choice.layout.fields).filter(
      ([, { from }]) => name !== undefined && [from ?? []].flat().includes(name),
    );
    return { caption: caption.trim() || (name ?? ""), fields: fields.map(([field]) => field) };
  });
}

const NOTHING = {
  columns: [],
  rows: 0,
  rejected: 0,
  sample: [],
  coverage: [],
  faults: [],
  faultCounts: [],
  contradicted: [],
};

async function testTable(
  duck: Duck,
  table: RawTable,
  padded: boolean,
  options: ProfileTestOptions,
): Promise<TableTest> {
  const chosen = choose([options.profile], table);
  const sheet = table.name;
  if (chosen.choice === null) {
    const best = chosen.code === "no_profile" ? chosen.best : null;
    const headerLine = best === null ? 0 : lineOf(table.lines, best.headerRecord);
    return { sheet, choice: null, refused: chosen.code, best, headerLine, ...NOTHING };
  }
  const choice = padded ? await cutHeader(duck, chosen.choice, table) : chosen.choice;
  const fates = await prepareRows(duck, choice, table, localTime(options.now, options.timeZone));
  const fields = readFields(choice, fates.codes);
  const { rows, rejected } = await duck.row<{ rows: number; rejected: number }>(
    "SELECT count(*)::DOUBLE AS rows, (count(*) FILTER (WHERE code IS NOT NULL))::DOUBLE AS rejected FROM fw_row",
  );
  const { faults, counts } = await readFaults(duck, choice, table, 100);
  const malformed = table.malformed.length;
  return {
    sheet,
    choice,
    refused: null,
    best: null,
    headerLine: choice.headerRecord === 0 ? 0 : lineOf(table.lines, choice.headerRecord),
    columns: columnsOf(choice),
    rows: rows + malformed,
    rejected: rejected + malformed,
    sample: await readSample(duck, fields, table, options.rows),
    coverage: await readCoverage(duck, choice, fields, table),
    faults,
    faultCounts: counts,
    contradicted: [...fates.distrusted],
  };
}

/**
 * Reads a file by a profile, with the very functions that load it, and tells how it reads. `duck` is a database in memory
 * with the macros of `defineMacros`; no warehouse is made or touched.
 */
export async function testProfile(duck: Duck, raw: RawFile, options: ProfileTestOptions): Promise<ProfileTest> {
  await migrate(duck);
  await defineWords(duck, options.taxonomy, options.regions, [options.profile]);
  const tables: TableTest[] = [];
  for (const table of raw.tables) tables.push(await testTable(duck, table, raw.format !== "csv", options));
  return { tables };
}
