import { identifier } from "../duck/identifier.ts";
import type { Duck } from "../duck/open.ts";
import type { Column } from "./columns.ts";
import { DATE_BASES } from "./definition.ts";
import type { Dimension } from "./dimensions.ts";

/** What tickets are grouped by: a dimension, or the person who complained. */
type Key = Dimension | "complainant";
type KeyGroupings = readonly (readonly Key[])[];

/** Ways to group, each a list of dimensions; [] is the whole. Either all of them have `month`, or none. */
export type Groupings = readonly (readonly Dimension[])[];

/** The column of a dimension's key in `measure_sum`; NULL where the row is not grouped by it. */
export const keyColumn = (key: Key) => identifier(`key_${key}`);

const PROBLEM = "(SELECT * EXCLUDE (problems), unnest(problems) AS problem FROM measure_fact)";

interface Plan<G = Groupings> {
  readonly groupings: G;
  readonly columns: readonly Column[];
  /** Only tickets of this unit. */
  readonly unit: string | null;
}

const withoutMonth = (dims: readonly Key[]) => dims.filter((dim) => dim !== "month");
/** Rows of several queries; a column that one of them lacks is NULL there. */
export const union = (queries: readonly string[]) => queries.map((sql) => `(${sql})`).join("\nUNION ALL BY NAME\n");
const list = (items: readonly string[]) => items.join(", ");

/** One scan of the tickets for the columns of one basis, grouped in several ways at once. `time` is what is grouped by too. */
function scan(
  unit: string | null,
  options: {
    columns: readonly Column[];
    groupings: KeyGroupings;
    source: string;
    time: readonly string[];
    join: string;
  },
): string {
  const { columns, groupings, source, time, join } = options;
  const used = [...new Set(groupings.flatMap(withoutMonth))];
  const keys = used.map((dim) => `fact.${identifier(dim)} AS ${keyColumn(dim)}`);
  const sets = groupings.map(
    (dims) => `(${list([...time, ...withoutMonth(dims).map((dim) => `fact.${identifier(dim)}`)])})`,
  );
  const populations = [...new Set(columns.map(({ population }) => population))];
  return `SELECT ${list([...time, ...keys, ...columns.map(({ name, sql }) => `${sql} AS ${name}`)])}
    FROM ${source} AS fact JOIN measure_day ON day = ${columns[0]?.basis}_on ${join}
    WHERE (${populations.map((population) => `(${population})`).join(" OR ")}) ${unit === null ? "" : "AND fact.unit = $1"}
    GROUP BY GROUPING SETS (${list([...new Set(sets)])})`;
}

/** The scans of all bases; a ticket with several problems is read once for each where problems are grouped by. */
export function scans({ groupings, columns, unit }: Plan<KeyGroupings>, additive: boolean): string[] {
  const month = groupings.flat().includes("month") ? [keyColumn("month")] : [];
  const time = additive ? ["atom"] : ["period_id", "shift", ...month];
  const join = additive ? "" : "JOIN measure_atom_window USING (atom)";
  return [false, true].flatMap((problem) => {
    const some = groupings.filter((dims) => dims.includes("problem") === problem);
    if (some.length === 0) return [];
    return DATE_BASES.flatMap((basis) => {
      const own = columns.filter((column) => column.basis === basis && column.additive === additive);
      const source = problem ? PROBLEM : "measure_fact";
      return own.length > 0 ? [scan(unit, { columns: own, groupings: some, source, time, join })] : [];
    });
  });
}

/**
 * Creates the temp table `measure_sum`: for each window and group that has tickets in it or in the year before, the
 * number of each column now (its name) and one year before (`p_` and its name), NULL where nothing was there. The whole
 * has a row for every window. Needs `measure_fact` and the tables of `createWindows`.
 */
export async function createSums(duck: Duck, plan: Plan): Promise<void> {
  const params = plan.unit === null ? [] : [plan.unit];
  const dims = [...new Set(plan.groupings.flat())];
  const keys = dims.map(keyColumn);
  const added = plan.columns.filter((column) => column.additive).map(({ name }) => `sum(${name}) AS ${name}`);
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE measure_atom AS
     SELECT ${list(["atom", ...withoutMonth(dims).map(keyColumn), ...added])} FROM (${union(scans(plan, true))}) GROUP BY ALL`,
    params,
  );
  const others = scans(plan, false);
  const whole = plan.groupings.some((grouping) => grouping.length === 0);
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE measure_part AS ${union([
      `SELECT ${list(["period_id", "shift", ...keys, ...added])} FROM measure_atom JOIN measure_atom_window USING (atom) GROUP BY ALL`,
      ...others,
      ...(whole ? ["SELECT period_id, 0 AS shift FROM measure_period"] : []),
    ])}`,
    others.length > 0 ? params : [],
  );
  const shifted = plan.columns.flatMap(({ name }) => [
    `sum(${name}) FILTER (WHERE shift = 0) AS ${name}`,
    `sum(${name}) FILTER (WHERE shift = 1) AS p_${name}`,
  ]);
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE measure_sum AS
     SELECT ${list(["period_id", ...keys, ...shifted])} FROM measure_part GROUP BY ${list(["period_id", ...keys])}`,
  );
  for (const table of ["measure_atom", "measure_part"]) await duck.run(`DROP TABLE ${table}`);
}
