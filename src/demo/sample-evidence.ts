import type { Row } from "../duck/open.ts";
import { translate } from "../i18n/translate.ts";
import type { Release } from "../release/read.ts";
import { gammaQuantile } from "../stats/gamma-quantile.ts";
import type { Evidence } from "../warnings/evidence.ts";

interface Point extends Row {
  cell: string;
  period: string;
  from: string;
  to: string;
  complete: boolean;
  /** Complaints. */
  observed: string | null;
  complainants: string | null;
  expected: number | null;
  low: number | null;
  high: number | null;
  detector: string | null;
  withheld: boolean;
}

interface Rise extends Point {
  detector: string;
  ratio: number;
}

/** A rise this strong in the last so many months is news; else the strongest of a year is taken. */
const CLEAR = { ratio: 1.5, months: 3 } as const;
const YEAR = 12;
const MONTHS = 36;

/**
 * "At least x times the usual" number of people: the 5 % point of Gamma(a₀ + y/φ, a₀ + e/φ) with a₀ = 2, so that a small
 * cell needs more of a rise. φ, how much more than Poisson a cell varies, is read off its 95 % range.
 */
export function ratioAtLeast(observed: number, expected: number, high: number): number {
  const phi = Math.max(1, ((high - expected) / 1.96) ** 2 / expected);
  return gammaQuantile(0.05, 2 + observed / phi, 2 + expected / phi);
}

/** The rise of the public series that a reader should hear of: see {@link CLEAR}. Only periods that a rule has tested. */
async function strongestRise(release: Release): Promise<Rise | null> {
  const rows = await release.rows<Point & { detector: string }>(
    `SELECT * FROM series WHERE grain = 'month' AND complete AND detector IS NOT NULL AND expected >= 1 AND complainants > high
       AND cell <> 'category:|problem:|region:' ORDER BY "from" DESC, cell`,
  );
  const [last] = await release.rows<{ from: string | null }>(
    `SELECT max("from") AS "from" FROM series WHERE grain = 'month' AND complete`,
  );
  const months = (iso: string) => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7));
  const ago = (row: Point) => months(last?.from ?? row.from) - months(row.from);
  const rises = rows
    .filter((row) => ago(row) < YEAR)
    .map((row) => ({ ...row, ratio: ratioAtLeast(Number(row.complainants), row.expected ?? 1, row.high ?? 0) }))
    .sort((a, b) => b.ratio - a.ratio);
  const clear = rises.filter((row) => row.ratio >= CLEAR.ratio && ago(row) < CLEAR.months);
  const pool = clear.length > 0 ? clear : rises;
  // Of the cell that rose most, the last month that rose so: that is what a reader should know.
  return pool.filter(({ cell }) => cell === pool[0]?.cell).sort((a, b) => ago(a) - ago(b))[0] ?? null;
}

async function nameOf(release: Release, dim: string, key: string) {
  if (key === "") return null;
  const [row] = await release.rows<{ zh: string | null; en: string | null }>(
    `SELECT zh, en FROM dimension WHERE dim = $1 AND "key" = $2`,
    [dim, key],
  );
  const zh = row?.zh || key;
  return { zh, en: row?.en || zh };
}

/**
 * Freezes a recent rise of the public half as evidence: the strongest of the last three months if it is at least 1.5 times
 * the usual, else the strongest of a year; null where nothing rose above its range.
 */
export async function sampleEvidence(release: Release): Promise<Evidence | null> {
  const rise = await strongestRise(release);
  if (!rise) return null;
  const series = await release.rows<Point>(
    `FROM (SELECT * FROM series WHERE grain = 'month' AND cell = $1 ORDER BY "from" DESC LIMIT ${MONTHS}) ORDER BY "from"`,
    [rise.cell],
  );
  const [category = "", problem = "", region = ""] = rise.cell
    .split("|")
    .map((part) => part.slice(part.indexOf(":") + 1));
  const round = (value: number | null) => (value === null ? null : Math.max(0, Math.round(value * 100) / 100));
  const { manifest } = release;
  return {
    schema: 1,
    release: manifest.release,
    asOf: manifest.asOf,
    cell: rise.cell,
    names: {
      category: await nameOf(release, "category", category),
      problem: await nameOf(release, "problem", problem),
      region: await nameOf(release, "region", region),
    },
    grain: "month",
    period: rise.period,
    from: rise.from,
    to: rise.to,
    observed: Number(rise.complainants),
    complaints: Number(rise.observed),
    expected: round(rise.expected) ?? 0,
    low: round(rise.low) ?? 0,
    high: round(rise.high) ?? 0,
    ratio_at_least: round(rise.ratio),
    detector: rise.detector,
    method: { zh: translate("zh", "warnings.method"), en: translate("en", "warnings.method") },
    series: series.map((point) => ({
      period: point.period,
      from: point.from,
      to: point.to,
      observed: point.complainants === null ? null : Number(point.complainants),
      complaints: point.observed === null ? null : Number(point.observed),
      expected: round(point.expected),
      low: round(point.low),
      high: round(point.high),
      complete: point.complete,
      withheld: point.withheld,
    })),
  };
}
