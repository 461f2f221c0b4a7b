import type { Duck } from "../duck/open.ts";
import { orderStatisticRanks } from "../stats/order-statistic.ts";
import type { Column } from "./columns.ts";
import { LEVEL } from "./interval.ts";
import { type Grouping, keyColumn, list, type Plan, scans, union } from "./scans.ts";

const VALUE = "DECIMAL(18,2)";
/** The mean of two values: half a cent is not lost. */
const MIDDLE = "DECIMAL(19,3)";

/** How the values of one column are kept by atom and group, and how the values at given ranks are found in them. */
interface Keeping {
  /** How a scan brings values together: as `v`, so many `times`. */
  readonly grouping: Grouping;
  /** SQL of the values at the ranks `low`, `lower`, `upper` and `high` for each span and group, from the rows `kept` of one grouping. */
  picked(keys: readonly string[]): string;
}

const RANKS = ["low", "lower", "upper", "high"];

/** Amounts are nearly all different: each is listed, and the lists of a span are sorted as one. */
const LIST: Keeping = {
  grouping: {
    taken: ({ name }) => `list(${name}::${VALUE}) FILTER (${name} IS NOT NULL) AS v, count(${name}) AS times`,
    keys: () => [],
  },
  picked: (keys) =>
    `SELECT ${list(["range_id", ...keys, "n", ...RANKS.map((rank) => `v[${rank}] AS ${rank}`)])}
     FROM (
       SELECT ${list(["range_id", ...keys])}, list_sort(flatten(list(v))) AS v, sum(times)::BIGINT AS n
       FROM kept JOIN measure_range_atom USING (atom) GROUP BY ${list(["range_id", ...keys])}
     ) JOIN measure_rank USING (n)`,
};

/** Of days each number occurs often: how often is enough. */
const TALLY: Keeping = {
  grouping: { taken: ({ name }) => `${name}::${VALUE} AS v, count(*) AS times`, keys: ({ name }) => [name] },
  picked: (keys) => {
    const group = list(["range_id", ...keys]);
    const at = RANKS.map((rank) => `min(v) FILTER (upto >= ${rank}) AS ${rank}`);
    return `SELECT ${list([group, "any_value(n) AS n", ...at])}
     FROM (
       SELECT *, sum(times) OVER (PARTITION BY ${group} ORDER BY v) AS upto, sum(times) OVER (PARTITION BY ${group})::BIGINT AS n
       FROM (SELECT ${group}, v, sum(times) AS times FROM kept JOIN measure_range_atom USING (atom) GROUP BY ${group}, v)
     ) JOIN measure_rank USING (n) GROUP BY ${group}`;
  },
};

/** The ranks of the middle values of n, and of those that hold the median with 95 % certainty. */
function ranksOf(n: number): Readonly<Record<string, number | null>> {
  const range = orderStatisticRanks(n, 0.5, LEVEL);
  return {
    n,
    low: range?.low ?? null,
    lower: Math.floor((n + 1) / 2),
    upper: Math.floor(n / 2) + 1,
    high: range?.high ?? null,
  };
}

async function createRanks(duck: Duck, keys: readonly string[]): Promise<void> {
  const sizes = await duck.rows<{ n: number }>(
    `SELECT DISTINCT sum(times)::DOUBLE AS n FROM measure_kept JOIN measure_range_atom USING (atom)
     GROUP BY ${list(["range_id", ...keys])} ORDER BY n`,
  );
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE measure_rank AS
     SELECT unnest(from_json($1, '[{"n":"BIGINT","low":"BIGINT","lower":"BIGINT","upper":"BIGINT","high":"BIGINT"}]'), recursive := true)`,
    [JSON.stringify(sizes.map(({ n }) => ranksOf(n)))],
  );
}

/**
 * Reckons the columns that are medians: for each span of `measure_range_atom` and group, the median (the mean of the two middle
 * values, or the middle one), of how many values it is, and the order statistics that hold it with 95 % certainty
 * whatever the distribution (NULL for fewer than 6 values). All values are sorted, none is sampled; one way to group at a
 * time, so that they need not all be held at once. Leaves the temp table `measure_median`.
 * @returns SQL of the results, by `range_id` and the keys; none where no column is a median
 */
export async function createMedians(duck: Duck, plan: Plan): Promise<string[]> {
  const { columns, groupings, unit } = plan;
  if (columns.length === 0) return [];
  const keys = [...new Set(groupings.flat())].map(keyColumn);
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE measure_median (range_id INTEGER, ${keys.map((key) => `${key} VARCHAR, `).join("")}
       "column" VARCHAR, n BIGINT, median ${MIDDLE}, low ${VALUE}, high ${VALUE})`,
  );
  for (const column of columns) await addMedians(duck, column, { keys, groupings, unit });
  await duck.run("DROP TABLE measure_rank");
  return columns.map(
    ({
      name,
    }) => `SELECT ${list(["range_id", ...keys, `median AS ${name}`, `n AS ${name}_n`])}, low AS ${name}_low, high AS ${name}_high
      FROM measure_median WHERE "column" = '${name}'`,
  );
}

async function addMedians(
  duck: Duck,
  column: Column,
  { keys, groupings, unit }: Pick<Plan, "groupings" | "unit"> & { keys: readonly string[] },
): Promise<void> {
  const { grouping, picked } = column.aggregate === "tally" ? TALLY : LIST;
  const scanned = scans({ groupings, columns: [column], unit }, grouping);
  const none = keys.map((key) => `, NULL::VARCHAR AS ${key}`).join("");
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE measure_kept AS
     SELECT * FROM (${union([`SELECT NULL::DATE AS atom${none} WHERE false`, ...scanned])}) WHERE v IS NOT NULL`,
    unit === null ? [] : [unit],
  );
  await createRanks(duck, keys);
  for (const dims of groupings) {
    const own = dims.map(keyColumn);
    const others = keys.filter((key) => !own.includes(key));
    const here = [...own.map((key) => `${key} IS NOT NULL`), ...others.map((key) => `${key} IS NULL`)];
    await duck.run(
      `INSERT INTO measure_median BY NAME
       WITH kept AS (SELECT * FROM measure_kept ${here.length > 0 ? `WHERE ${here.join(" AND ")}` : ""})
       SELECT * EXCLUDE (lower, upper), '${column.name}' AS "column", (lower + upper) * 0.5::DECIMAL(2,1) AS median
       FROM (${picked(own)})`,
    );
  }
  await duck.run("DROP TABLE measure_kept");
}
