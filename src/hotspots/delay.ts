import { addDays, daysBetween } from "../day.ts";
import type { Duck } from "../duck/open.ts";
import { createTable } from "../duck/table.ts";
import { chainLadder } from "../stats/chain-ladder.ts";

/** How complete a source's complaints are by age, and how that is known. */
export interface Delay {
  readonly source: string;
  /** The day of the source's last export that tells, or the as-of date where none is dated. */
  readonly last: string;
  /** Element d: the part of the complaints of a day that is in d days later. Empty where it is not known. */
  readonly completeness: readonly number[];
  /** Exports whose day is known and that are no more than {@link TRAINING} days old. */
  readonly exports: number;
  /** The source's part of all complaints of the last 90 days. */
  readonly weight: number;
}

/** Exports of so many days tell how complaints come in, and after so many days a day is taken to be complete. */
export const TRAINING = 90;
const LAST_AGE = 42;
/** Where nothing is known the last days may hold anything from none to all of their complaints. */
export const UNKNOWN_DAYS = 7;

/** Columns of `hotspot_delay`. */
const COLUMNS = {
  source: "VARCHAR",
  age: "INTEGER",
  completeness: "DOUBLE",
  exports: "BIGINT",
  known: "BOOLEAN",
} as const;

/** Days are reckoned with as numbers, from this one on. */
const EPOCH = "1970-01-01";
const dayOf = (iso: string) => daysBetween(EPOCH, iso);

/**
 * The reporting triangle of one source: a row a day of registration, an element a step between exports. With daily exports the
 * step is a day, with weekly ones seven; days of registration are told apart by their age at the exports, so that
 * each age has a ladder of its own.
 */
export function ladderOf(
  seen: readonly { readonly day: number; readonly first: number; readonly n: number }[],
  exports: readonly number[],
): number[] {
  const gaps = exports.slice(1).map((day, i) => day - (exports[i] as number));
  const step = [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length / 2)] as number;
  const last = exports.at(-1) as number;
  const byDay = new Map<number, { first: number; n: number }[]>();
  for (const one of seen) {
    const own = byDay.get(one.day);
    if (own) own.push(one);
    else byDay.set(one.day, [one]);
  }
  const completeness: number[] = [];
  const rungs = Math.ceil(LAST_AGE / step) + 1;
  for (let age = 0; age <= LAST_AGE; age++) {
    // Days that were `age` old at an export; what came in by then, and by about one, two, … steps later.
    const rows: number[][] = [];
    for (const export_ of exports) {
      const own = byDay.get(export_ - age);
      if (own === undefined) continue;
      const row: number[] = [];
      for (let rung = 0; rung < rungs; rung++) {
        const until = export_ + rung * step;
        const known = until <= last && exports.some((one) => Math.abs(one - until) * 2 <= step);
        const from = rung === 0 ? Number.NEGATIVE_INFINITY : until - step;
        row.push(
          known
            ? own.filter(({ first }) => first > from && first <= until).reduce((sum, { n }) => sum + n, 0)
            : Number.NaN,
        );
      }
      rows.push(row);
    }
    completeness.push(rows.length > 0 ? (chainLadder(rows).completeness[0] as number) : 1);
  }
  // Older days are not less complete than younger ones: what says so is chance.
  for (let age = LAST_AGE - 1; age >= 0; age--)
    completeness[age] = Math.min(completeness[age] as number, completeness[age + 1] as number);
  return completeness;
}

/** Reads how each source's complaints come in: from the days of its exports and when they first told of each complaint. */
export async function readDelays(duck: Duck, asOf: string): Promise<Delay[]> {
  const { files } = await duck.row<{ files: string }>(
    `SELECT count(*) AS files FROM information_schema.tables WHERE table_name IN ('source_file', 'ticket_version')`,
  );
  const weights = await duck.rows<{ source: string; n: number }>(
    `SELECT coalesce(source, '') AS source, count(*)::DOUBLE AS n FROM ticket
     WHERE kind = 'complaint' AND registered_at::DATE BETWEEN $1::DATE - ${TRAINING} AND $1::DATE GROUP BY ALL ORDER BY source`,
    [asOf],
  );
  const all = weights.reduce((sum, { n }) => sum + n, 0);
  const seen =
    Number(files) < 2
      ? []
      : await duck.rows<{ source: string; day: string; first: string; n: number }>(
          `SELECT coalesce(source, '') AS source, registered_at::DATE AS day, first, count(*)::DOUBLE AS n
           FROM ticket JOIN (
             SELECT record_key, min(exported_at)::DATE AS first FROM ticket_version JOIN source_file USING (file_id)
             WHERE exported_at IS NOT NULL GROUP BY record_key
           ) USING (record_key)
           WHERE kind = 'complaint' AND registered_at::DATE BETWEEN $1::DATE - ${TRAINING + LAST_AGE} AND $1::DATE
             AND registered_at::DATE <= first
           GROUP BY ALL ORDER BY ALL`,
          [asOf],
        );
  return weights.map(({ source, n }) => {
    const own = seen.filter((one) => one.source === source);
    const exports = [...new Set(own.map(({ first }) => dayOf(first)))]
      .filter((day) => day >= dayOf(asOf) - TRAINING)
      .sort((a, b) => a - b);
    const weight = all > 0 ? n / all : 0;
    if (exports.length < 2) return { source, last: asOf, completeness: [], exports: exports.length, weight };
    const rows = own.map((one) => ({ day: dayOf(one.day), first: dayOf(one.first), n: one.n }));
    const last = addDays(EPOCH, exports.at(-1) as number);
    return { source, last, completeness: ladderOf(rows, exports), exports: exports.length, weight };
  });
}

/** The part of a period's complaints that is in, over all sources; at least that where a source's delay is not known. */
export function completenessOf(delays: readonly Delay[], from: string, to: string): number {
  if (delays.length === 0) return 1;
  const [first, end] = [dayOf(from), dayOf(to)];
  let sum = 0;
  for (const { last, completeness, weight } of delays) {
    let part = 0;
    for (let day = first; day <= end; day++) {
      const age = dayOf(last) - day;
      if (completeness.length > 0)
        part += age < 0 ? 0 : (completeness[Math.min(age, completeness.length - 1)] as number);
      else part += age >= UNKNOWN_DAYS ? 1 : 0;
    }
    sum += (weight * part) / (end - first + 1);
  }
  return sum;
}

/**
 * Sets the completeness of the periods of `hotspot_period` and creates the temp table `hotspot_delay` (source, age,
 * completeness, exports, known): how the sources' complaints come in.
 */
export async function createDelay(duck: Duck, asOf: string): Promise<void> {
  const delays = await readDelays(duck, asOf);
  const periods = await duck.rows<{ t: number; from: string; to: string }>(
    `SELECT t, "from", "to" FROM hotspot_period WHERE complete AND "to" > $1::DATE - ${LAST_AGE + 31}`,
    [asOf],
  );
  for (const { t, from, to } of periods)
    await duck.run("UPDATE hotspot_period SET completeness = least(1, $2) WHERE t = $1", [
      t,
      completenessOf(delays, from, to),
    ]);
  const rows = delays.flatMap(({ source, completeness, exports }) => {
    const known = completeness.length > 0;
    const values: readonly (number | null)[] = known ? completeness : [null];
    return values.map((value, age) => ({ source, age, completeness: value, exports, known }));
  });
  await createTable(duck, "hotspot_delay", COLUMNS, rows);
}
