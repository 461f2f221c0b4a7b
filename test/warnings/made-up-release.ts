import { createHash } from "node:crypto";
import { openDuck } from "../../src/duck/open.ts";
import type { HotspotEvidence } from "../../src/release/evidence-schema.ts";
import type { Release } from "../../src/release/read.ts";
import { parseCell } from "../../src/warnings/cell.ts";

const MONTHS = Array.from({ length: 24 }, (_, i) => {
  const month = 2024 * 12 + 6 + i;
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
});
export const LAST = MONTHS.at(-1) as string;
export const AS_OF = "2026-06-30";
export const RELEASE = "2026-06-30-0123abcd";

const end = (month: string): string => {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
};

export interface MadeUpCell {
  readonly cell: string;
  /** Complaints, and as many people, in each month before the last, and in the last; expected is that of the months before. */
  readonly usual: number;
  readonly last: number;
  readonly level?: "watch" | "warning";
  readonly contributors?: readonly { dim: string; key: string; part: number }[];
  /** Single months that differ. */
  readonly months?: Readonly<Record<string, number>>;
}

function recordOf(
  { cell, usual, last, level = "warning", contributors = [], months = {} }: MadeUpCell,
  rank: number,
): HotspotEvidence {
  const { category, problem, region, business, brand } = parseCell(cell);
  const name = (code: string | null) => (code === null ? null : { zh: `名${code}`, en: `Name ${code}` });
  const expected = usual;
  const [low, high] = [Math.max(0, usual - 2 * Math.sqrt(usual)), usual + 2 * Math.sqrt(usual)];
  const id = createHash("sha256").update(cell).digest("hex").slice(0, 12);
  return {
    schema: 1,
    id,
    release: RELEASE,
    asOf: AS_OF,
    cell,
    names: {
      business: name(business),
      brand: name(brand),
      category: name(category),
      problem: name(problem),
      region: name(region),
    },
    grain: "month",
    period: LAST,
    from: `${LAST}-01`,
    to: end(LAST),
    level,
    rank,
    observed: last,
    complaints: last,
    expected,
    low,
    high,
    ratio: last / expected,
    ratio_at_least: last / expected / 1.5,
    q: 0.001,
    odds: { one_in: 500, quiet_periods: 10_000 },
    family: { tested: 100, flagged: 3, by_chance: 0.4 },
    completeness: 0.98,
    detector: { id: "farrington", version: "1", reason: { zh: "虚构", en: "made up" }, years: 1, dispersion: 1.2 },
    breaks: [],
    contributors: contributors.map((one) => ({ ...one, name: { zh: one.key, en: one.key }, observed: 9, usual: 3 })),
    sentence: { zh: "虚构", en: "made up" },
    series: MONTHS.map((month) => {
      const count = months[month] ?? (month === LAST ? last : usual);
      return {
        period: month,
        from: `${month}-01`,
        to: end(month),
        observed: count,
        complaints: count,
        expected,
        low,
        high,
        complete: true,
      };
    }),
  };
}

/** A made-up bureau's half: its cells in the order of their rank, each with its months, and a tree of categories S01 over S0101 and S0102. */
export async function madeUpRelease(
  cells: readonly MadeUpCell[],
  level1: readonly MadeUpCell[] = [],
): Promise<Release> {
  const duck = await openDuck();
  await duck.run("CREATE TABLE dimension (dim VARCHAR, key VARCHAR, parent VARCHAR, zh VARCHAR, en VARCHAR)");
  await duck.run(
    "INSERT INTO dimension (dim, key, parent) VALUES ('category', 'S01', NULL), ('category', 'S0101', 'S01'), ('category', 'S0102', 'S01'), ('category', 'G01', NULL)",
  );
  await duck.run(
    `CREATE TABLE series (grain VARCHAR, cell VARCHAR, period VARCHAR, "from" DATE, "to" DATE, complete BOOLEAN, detector VARCHAR, observed BIGINT, complainants BIGINT, expected DOUBLE, low DOUBLE, high DOUBLE)`,
  );
  await duck.run(
    `CREATE TABLE hotspot (id VARCHAR, level VARCHAR, grain VARCHAR, "to" DATE, rank INTEGER, ratio_at_least DOUBLE)`,
  );
  await duck.run("CREATE TABLE evidence (id VARCHAR, sha256 VARCHAR, json VARCHAR)");
  for (const [i, made] of [...cells, ...level1].entries()) {
    const record = recordOf(made, i + 1);
    for (const point of record.series)
      await duck.run(
        `INSERT INTO series BY NAME SELECT 'month' AS grain, $1 AS cell, $2 AS period, $3::DATE AS "from", last_day($3::DATE) AS "to", true AS complete,
           'farrington/1' AS detector, $4 AS observed, $5 AS complainants, $6 AS expected, $7 AS low, $8 AS high`,
        [made.cell, point.period, point.from, point.complaints, point.observed, point.expected, point.low, point.high],
      );
    if (!cells.includes(made)) continue;
    const json = JSON.stringify(record);
    await duck.run("INSERT INTO hotspot VALUES ($1, $2, 'month', $3::DATE, $4, $5)", [
      record.id,
      record.level,
      record.to,
      record.rank,
      record.ratio_at_least,
    ]);
    await duck.run("INSERT INTO evidence VALUES ($1, $2, $3)", [
      record.id,
      createHash("sha256").update(json).digest("hex"),
      json,
    ]);
  }
  const manifest = { release: RELEASE, asOf: AS_OF, period: { from: "2024-07-01", to: AS_OF } } as Release["manifest"];
  return { manifest, rows: duck.rows, row: duck.row, table: () => "", close: duck.close };
}
