import { literal } from "../../duck/identifier.ts";
import type { Duck } from "../../duck/open.ts";
import { dateOrder } from "../formats.ts";
import { groupBy } from "./group.ts";
import type { ColumnFacts } from "./survey.ts";

const DAYS = [
  ...["-", "/", "."].flatMap((sign) =>
    ["%Y#%m#%d", "%m#%d#%Y", "%d#%m#%Y", "%m#%d#%y", "%d#%m#%y", "%y#%m#%d"].map((form) => form.replaceAll("#", sign)),
  ),
  "%Y年%m月%d日",
  "%Y%m%d",
  "%d-%b-%Y",
  "%d %b %Y",
  "%d %B %Y",
  "%d-%b-%y",
];
const TIMES = ["", " %H:%M:%S", " %H:%M", " %I:%M:%S %p", " %I:%M %p"];

/** Formats that are looked for. Names of months lead no date that is read: a date begins with a digit. */
const FORMATS: readonly string[] = [
  ...DAYS.flatMap((day) => TIMES.map((time) => day + time)),
  "%Y年%m月%d日%H时%M分",
  "%Y年%m月%d日 %H时%M分",
  "%Y年%m月%d日%H:%M:%S",
  "%Y%m%d%H%M%S",
];

/** What a format's dates look like: numbers by their digits, names by their kind. */
function shapeOf(format: string): string {
  return format
    .replace("%Y%m%d%H%M%S", "<14>")
    .replace("%Y%m%d", "<8>")
    .replaceAll("%Y", "<Y>")
    .replaceAll("%b", "<b>")
    .replaceAll("%B", "<B>")
    .replaceAll("%p", "<p>")
    .replaceAll(/%[mdyHMSI]/gu, "<d>");
}

const BY_SHAPE = groupBy(FORMATS, shapeOf);

/** SQL of a cell as dates are read: width put right, an ISO `T` taken as a space, fractions of seconds left out. */
const TIDY = `regexp_replace(regexp_replace(fw_tidy(value), '^([0-9]{4}-[0-9]{2}-[0-9]{2})T', '\\1 '), '(:[0-9]{2})\\.[0-9]+$', '\\1')`;

const MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";
const LONG = "january|february|march|april|june|july|august|september|october|november|december";
const SHAPE = [
  [`(?i)\\b(${LONG})\\b`, "<B>"],
  [`(?i)\\b(${MONTHS})\\b`, "<b>"],
  ["(?i) (am|pm)$", " <p>"],
  ["\\b[0-9]{14}\\b", "<14>"],
  ["\\b[0-9]{8}\\b", "<8>"],
  ["\\b[0-9]{4}\\b", "<Y>"],
  // What was put in so far has digits too.
  ["(^|[^<0-9])[0-9]{1,2}\\b", "\\1<d>"],
].reduce(
  (sql, [pattern, put]) => `regexp_replace(${sql}, ${literal(pattern as string)}, ${literal(put as string)}, 'g')`,
  "text",
);

/** How the dates of one shape can be read, in one column. */
interface Reading {
  readonly column: number;
  readonly format: string;
  /** Cells that the format reads as a date between 1990 and five years from now. */
  readonly read: number;
  /** Cells that it reads and no other format of the same shape does. */
  readonly alone: number;
}

/** How sure the order of day and month is for one sign between them. */
export interface OrderFinding {
  readonly separator: string;
  readonly order: string;
  /** Cells that can only be in this order, and those that can only be in another. */
  readonly certain: number;
  readonly against: number;
  /** Cells that can be either. */
  readonly open: number;
}

export interface DateFindings {
  /** strptime formats, by how many cells they read. */
  readonly formats: readonly string[];
  /** Cells that the formats read, by 0-based column, and the earliest and latest of them, ISO. */
  readonly columns: ReadonlyMap<number, { readonly read: number; readonly formats: readonly string[] }>;
  /** Where more than one order was possible. */
  readonly orders: readonly OrderFinding[];
}

/** Puts the cells of columns that may be dates into `fw_shape`: `col`, `text`, `n`, `shape`. */
async function makeShapes(duck: Duck, columns: readonly ColumnFacts[]): Promise<void> {
  const digits = columns.filter(({ digits, filled }) => filled > 0 && digits >= filled / 2);
  const among = digits.length === 0 ? "false" : `col IN (${digits.map(({ column }) => column).join(", ")})`;
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE fw_shape AS SELECT col, text, n, ${SHAPE} AS shape
     FROM (SELECT col, ${TIDY} AS text, n FROM fw_cell WHERE ${among}) WHERE strlen(text) BETWEEN 6 AND 40`,
  );
}

/** How the dates of one shape can be read, in every column that has them. */
async function readingsOf(duck: Duck, shape: string, formats: readonly string[], latest: string): Promise<Reading[]> {
  const reads = formats.map((format, i) => {
    const day = `try_strptime(text, ${literal(format)})`;
    return `(${day} BETWEEN TIMESTAMP '1990-01-01' AND TIMESTAMP ${literal(latest)}) IS TRUE AS r${i}`;
  });
  const counts = formats.flatMap((_, i) => {
    const others = formats.flatMap((__, j) => (i === j ? [] : [`NOT r${j}`]));
    const count = (condition: string) => `coalesce(sum(n) FILTER (WHERE ${condition}), 0)`;
    return [`${count(`r${i}`)} AS read${i}`, `${count([`r${i}`, ...others].join(" AND "))} AS alone${i}`];
  });
  const rows = await duck.rows<Record<string, number> & { col: number }>(
    `SELECT col, ${counts.join(", ")} FROM (SELECT col, n, ${reads.join(", ")} FROM fw_shape WHERE shape = ${literal(shape)}) GROUP BY col`,
  );
  return rows.flatMap((row) =>
    formats.flatMap((format, i) => {
      const read = row[`read${i}`] ?? 0;
      return read === 0 ? [] : [{ column: row.col, format, read, alone: row[`alone${i}`] ?? 0 }];
    }),
  );
}

/** All readings of columns at least half of whose cells are dates; shapes of single cells are left out. */
async function findReadings(duck: Duck, columns: readonly ColumnFacts[], latest: string): Promise<Reading[]> {
  await makeShapes(duck, columns);
  const shapes = await duck.rows<{ shape: string }>("SELECT DISTINCT shape FROM fw_shape ORDER BY shape");
  const found: Reading[] = [];
  for (const { shape } of shapes) {
    const formats = BY_SHAPE.get(shape);
    if (formats) found.push(...(await readingsOf(duck, shape, formats, latest)));
  }
  // A column that merely holds some dates says nothing of how dates are written.
  const byColumn = groupBy(found, ({ column }) => column);
  return columns.flatMap(({ column, filled }) => {
    const own = (byColumn.get(column) ?? []).filter(({ read }) => read >= filled / 1000);
    const best = [...groupBy(own, ({ format }) => shapeOf(format)).values()].map((same) =>
      Math.max(...same.map(({ read }) => read)),
    );
    return best.reduce((total, read) => total + read, 0) >= filled / 2 ? own : [];
  });
}

const sum = (readings: readonly Reading[], what: "read" | "alone") =>
  readings.reduce((all, reading) => all + reading[what], 0);

/** Dates with one sign between their parts have one order, in whatever column they stand. */
function family(format: string): string {
  const read = dateOrder(format);
  return read === null || read.yearFirst ? format : read.separator;
}

/**
 * Finds the formats of dates in all columns. Which comes first, day or month, is told by cells that can be read in one way
 * only, of all columns with the same sign; where there are none, `usual` decides, and the finding says so.
 */
export async function findDates(
  duck: Duck,
  columns: readonly ColumnFacts[],
  options: { latest: string; usual: "mdy" | "dmy" },
): Promise<DateFindings> {
  const readings = await findReadings(duck, columns, options.latest);
  const orders: OrderFinding[] = [];
  const kept = new Set<string>();
  for (const same of groupBy(readings, ({ format }) => family(format)).values()) {
    const byOrder = [...groupBy(same, ({ format }) => dateOrder(format)?.order ?? "")];
    const ranked = byOrder
      .map(([order, found]) => ({ order, found, alone: sum(found, "alone"), read: sum(found, "read") }))
      .sort(
        (a, b) =>
          b.alone - a.alone || b.read - a.read || Number(b.order === options.usual) - Number(a.order === options.usual),
      );
    const first = ranked[0] as (typeof ranked)[0];
    for (const { format } of first.found) kept.add(format);
    const rivals = ranked.slice(1);
    if (rivals.length === 0) continue;
    const separator = dateOrder(first.found[0]?.format ?? "")?.separator ?? "";
    const against = rivals.reduce((total, { alone }) => total + alone, 0);
    orders.push({ separator, order: first.order, certain: first.alone, against, open: first.read - first.alone });
  }
  const left = readings.filter(({ format }) => kept.has(format));
  const formats = [...groupBy(left, ({ format }) => format)]
    .map(([format, found]) => ({ format, read: sum(found, "read") }))
    .sort((a, b) => b.read - a.read || (a.format < b.format ? -1 : 1));
  const perColumn = [...groupBy(left, ({ column }) => column)].map(
    ([column, found]) => [column, { read: sum(found, "read"), formats: found.map(({ format }) => format) }] as const,
  );
  return { formats: formats.map(({ format }) => format), columns: new Map(perColumn), orders };
}
