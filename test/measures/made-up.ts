import type { Taxonomy } from "../../src/config/taxonomy.ts";
import { type Duck, openDuck } from "../../src/duck/open.ts";
import { type MeasureOptions, type MeasureRow, measure } from "../../src/measures/measure.ts";
import { MIGRATIONS } from "../../src/warehouse/migrations.ts";
import { RECORDS } from "../../src/warehouse/records.ts";

/** An invented ticket: the fields that a test cares about. Moments are `2026-01-05` or `2026-01-05 09:30:00`. */
export type MadeUpTicket = Readonly<Record<string, string | number | boolean | readonly string[] | null>>;

/** An empty warehouse in memory. */
export async function makeWarehouse(): Promise<Duck> {
  const duck = await openDuck();
  for (const { sql } of MIGRATIONS) for (const statement of sql) await duck.run(statement);
  return duck;
}

type RecordName = "ticket" | "report_outcome" | "follow_up" | "activity";

/** The key of a record: a ticket's number, or that number and what tells its records apart. */
function keyOf(record: RecordName, row: MadeUpTicket, index: number): string {
  if (row.native_id === undefined) return `made-up#${index}`;
  return `made-up:${row.native_id}${record === "ticket" ? "" : `/${String(index).padStart(32, "0")}`}`;
}

async function insert(duck: Duck, record: RecordName, rows: readonly MadeUpTicket[]): Promise<void> {
  const fields = RECORDS[record];
  const shape = Object.fromEntries(fields.map(({ name, type }) => [name, type === "VARCHAR[]" ? ["VARCHAR"] : type]));
  const names = fields.map(({ name }) => `"${name}"`).join(", ");
  const keyed = rows.map((row, index) => ({ record_key: keyOf(record, row, index), ...row }));
  await duck.run(
    `INSERT INTO ${record}_merged (record_key, id_basis, source, versions, quality, ${names})
     SELECT record_key, 'native', 'made-up', 1, [], ${names}
     FROM (SELECT unnest(from_json($1, $2), recursive := true))`,
    [JSON.stringify(keyed), JSON.stringify([{ record_key: "VARCHAR", ...shape }])],
  );
}

export const insertTickets = (duck: Duck, rows: readonly MadeUpTicket[]) => insert(duck, "ticket", rows);
export const insertCases = (duck: Duck, rows: readonly MadeUpTicket[]) => insert(duck, "report_outcome", rows);

export const insertCalls = (duck: Duck, rows: readonly MadeUpTicket[]) => insert(duck, "follow_up", rows);
export const insertActivities = (duck: Duck, rows: readonly MadeUpTicket[]) => insert(duck, "activity", rows);

/** n tickets of one kind. */
export const times = (n: number, ticket: MadeUpTicket): MadeUpTicket[] => Array.from({ length: n }, () => ticket);

export const MADE_UP_SETTINGS: MeasureOptions["settings"] = { bands: [500, 5000], currency: "CNY", language: "en" };

const leaves = (group: string, names: readonly string[]) =>
  names.map((en, index) => ({ code: `${group}0${index + 1}`, zh: `${en}(样例)`, en, words: [] }));

/** A small invented taxonomy. */
export const MADE_UP_TAXONOMY: Taxonomy = {
  version: 1,
  categories: ["G01", "G02", "G03", "S01", "S02"].map((code) => ({
    code,
    zh: `样例${code}`,
    en: `Sample ${code}`,
    words: [],
    kind: code.startsWith("G") ? ("goods" as const) : ("services" as const),
    children: leaves(code, ["One", "Two", "Three"]),
  })),
  problems: ["P01", "P02", "P03", "P04", "P05"].map((code) => ({
    code,
    zh: `样例${code}`,
    en: `Sample ${code}`,
    words: [],
  })),
};

/** The rows of some measures by id, or by id and band. */
export async function figures(
  duck: Duck,
  options: Omit<MeasureOptions, "settings"> & { settings?: MeasureOptions["settings"] },
): Promise<Record<string, MeasureRow>> {
  const rows = await measure(duck, { settings: MADE_UP_SETTINGS, taxonomy: MADE_UP_TAXONOMY, ...options });
  return Object.fromEntries(rows.map((row) => [[row.id, ...Object.values(row.group ?? {})].join(" "), row]));
}
