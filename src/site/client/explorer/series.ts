import type { Table } from "apache-arrow";
import type { Choice } from "./texts.ts";

/** One month of a chosen series. */
export interface SeriesPoint {
  /** First day, YYYY-MM-DD. */
  readonly from: string;
  readonly value: number | null;
  /** The release's figure of the same days one year before. */
  readonly previous: number | null;
  readonly n: number | null;
  readonly complete: boolean;
}

interface Column<T> {
  get(row: number): T | null;
}

/**
 * The months of one choice out of `trend.arrow`: a row each of measure, dimension, group and month. A group has no row in a
 * month without tickets: a count is then 0, and anything else null, so that a chart shows a gap.
 */
export function readSeries(data: Table, { measure, dim, group }: Choice, counts: boolean): SeriesPoint[] {
  const column = <T>(name: string) => data.getChild(name) as unknown as Column<T>;
  const [measures, dims, groups] = [column<string>("measure"), column<string>("dim"), column<string>("group")];
  const months = column<string>("month");
  const [value, previous, n] = [column<number>("value"), column<number>("previous"), column<number>("n")];
  const complete = column<boolean>("complete");
  const found = new Map<string, SeriesPoint>();
  const all = new Map<string, boolean>();
  for (let row = 0; row < data.numRows; row++) {
    const month = months.get(row) as string;
    all.set(month, complete.get(row) === true);
    if (measures.get(row) !== measure || dims.get(row) !== dim || groups.get(row) !== group) continue;
    found.set(month, {
      from: `${month}-01`,
      value: value.get(row),
      previous: previous.get(row),
      n: n.get(row),
      complete: complete.get(row) === true,
    });
  }
  if (found.size === 0) return [];
  const none = counts ? 0 : null;
  return [...all.keys()].sort().map((month) => {
    const before = `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`;
    return (
      found.get(month) ?? {
        from: `${month}-01`,
        value: none,
        // An incomplete month would have to be compared with the same days, which only the release can count.
        previous: all.get(month) && all.has(before) ? (found.get(before)?.value ?? none) : null,
        n: 0,
        complete: all.get(month) === true,
      }
    );
  });
}
