import { identifier } from "../duck/identifier.ts";
import type { Column } from "./columns.ts";
import { DATE_BASES, type MeasureSource, SOURCES } from "./definition.ts";
import type { Dimension } from "./dimensions.ts";

/** What records are grouped by: a dimension, or the person who complained. */
type Key = Dimension | "complainant";
type KeyGroupings = readonly (readonly Key[])[];

/** Ways to group, each a list of dimensions; [] is the whole. `month` is none of them: each month is a window. */
export type Groupings = readonly (readonly Dimension[])[];

/** The column of a dimension's key in `measure_sum`; NULL where the row is not grouped by it. */
export const keyColumn = (key: Key) => identifier(`key_${key}`);

export interface Plan<G = Groupings> {
  readonly groupings: G;
  readonly columns: readonly Column[];
  /** Only records of this unit. */
  readonly unit: string | null;
}

/** Rows of several queries; a column that one of them lacks is NULL there. */
export const union = (queries: readonly string[]) => queries.map((sql) => `(${sql})`).join("\nUNION ALL BY NAME\n");
export const list = (items: readonly string[]) => items.join(", ");

/**
 * One scan of a source for the columns of one basis, grouped in several ways at once, by atom. What each record adds is
 * reckoned before records are grouped, because a condition beside an aggregate is tested again for each way to group.
 * Records with the same problems are brought together first and then counted in each of them: what they add is reckoned
 * once.
 */
function scan({ columns, groupings, unit }: Plan<KeyGroupings>, table: string, by: Grouping): string {
  const used = [...new Set(groupings.flat())];
  const keys = used.map(keyColumn);
  const more = columns.flatMap(by.keys);
  const sets = groupings.map((dims) => `(${list(["atom", ...dims.map(keyColumn), ...more])})`);
  const populations = [...new Set(columns.map(({ population }) => population))];
  const given = [
    "atom",
    ...used.map((key) => `fact.${identifier(key === "problem" ? "problems" : key)} AS ${keyColumn(key)}`),
    ...columns.map(({ name, value }) => `${value} AS ${name}`),
  ];
  const grouped = `SELECT ${list(["atom", ...keys, ...columns.map(by.taken)])}
    FROM (
      SELECT ${list(given)} FROM ${table} AS fact JOIN measure_day ON day = ${columns[0]?.basis}_on
      WHERE (${populations.map((population) => `(${population})`).join(" OR ")}) ${unit === null ? "" : "AND fact.unit = $1"}
    ) GROUP BY GROUPING SETS (${list([...new Set(sets)])})`;
  if (!used.includes("problem")) return grouped;
  const problem = keyColumn("problem");
  return `SELECT * REPLACE (unnest(coalesce(${problem}, [NULL])) AS ${problem}) FROM (${grouped})`;
}

/** How records are brought together: the aggregate of a column, and by which of the columns too. */
export interface Grouping {
  /** SQL of what is taken of a column. */
  readonly taken: (column: Column) => string;
  readonly keys: (column: Column) => readonly string[];
}

const ADDED: Grouping = { taken: ({ aggregate, name }) => `${aggregate}(${name}) AS ${name}`, keys: () => [] };

/** The scans of all sources and bases; a group and atom may stand in several rows. */
export function scans(plan: Plan<KeyGroupings>, by: Grouping = ADDED): string[] {
  return (Object.keys(SOURCES) as MeasureSource[]).flatMap((source) => {
    const { table, dims } = SOURCES[source];
    const groupings = plan.groupings.filter(
      (keys) =>
        dims === null || keys.every((key) => key === "complainant" || (dims as readonly string[]).includes(key)),
    );
    if (groupings.length === 0) return [];
    return DATE_BASES.flatMap((basis) => {
      const columns = plan.columns.filter((column) => column.source === source && column.basis === basis);
      return columns.length > 0 ? [scan({ ...plan, columns, groupings }, table, by)] : [];
    });
  });
}

/** A query without rows that has all columns, whatever else a union holds. */
export function nothing(keys: readonly string[], columns: readonly Column[]): string {
  const values = columns.map(
    ({ name, aggregate }) => `NULL::${aggregate === "list" ? "DECIMAL(18,2)[]" : "BIGINT"} AS ${name}`,
  );
  return `SELECT ${list(["NULL::DATE AS atom", ...keys.map((key) => `NULL::VARCHAR AS ${key}`), ...values])} WHERE false`;
}
