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
  observed: string | null;
  expected: number | null;
  low: number | null;
  high: number | null;
  withheld: boolean;
}

interface Rise extends Point {
  ratio: number;
}

/** "Recent" is within three months where something rose in them, else within six, else within a year. */
const RECENT = [3, 6, 12] as const;
const MONTHS = 36;

/**
 * "At least x times the usual": the 5 % point of Gamma(a₀ + y/φ, a₀ + e/φ) with a₀ = 2, so that a small cell needs more
 * of a rise. φ, how much more than Poisson a cell varies, is read off its 95 % range.
 */
export function ratioAtLeast(observed: number, expected: number, high: number): number {
  const phi = Math.max(1, ((high - expected) / 1.96) ** 2 / expected);
  return gammaQuantile(0.05, 2 + observed / phi, 2 + expected / phi);
}

/** The cell of the public series with the strongest recent rise above its range, by {@link ratioAtLeast}. */
async function strongestRise(release: Release): Promise<Rise | null> {
  const rows = await release.rows<Point>(
    `SELECT * FROM series WHERE grain = 'month' AND complete AND NOT withheld AND expected >= 1 AND observed > high
       AND cell <> 'category:|problem:|region:' ORDER BY "from" DESC, cell`,
  );
  const [last] = await release.rows<{ from: string | null }>(
    `SELECT max("from") AS "from" FROM series WHERE grain = 'month' AND complete`,
  );
  const months = (iso: string) => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7));
  for (const recent of RECENT) {
    const rises = rows
      .filter((row) => months(last?.from ?? row.from) - months(row.from) < recent)
      .map((row) => ({ ...row, ratio: ratioAtLeast(Number(row.observed), row.expected ?? 1, row.high ?? 0) }))
      .sort((a, b) => b.ratio - a.ratio);
    // Of the cell that rose most, the last month that was above its range: that is what a reader should know.
    const [best] = rises;
    if (best)
      return rises.filter(({ cell }) => cell === best.cell).sort((a, b) => (a.from < b.from ? 1 : -1))[0] ?? null;
  }
  return null;
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

/** Freezes the strongest recent rise of the public half as evidence; null where nothing rose above its range in a year. */
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
    observed: Number(rise.observed),
    expected: round(rise.expected) ?? 0,
    low: round(rise.low) ?? 0,
    high: round(rise.high) ?? 0,
    ratio_at_least: round(rise.ratio),
    detector: `hotspots/${manifest.methods.hotspots ?? "unknown"}`,
    method: { zh: translate("zh", "warnings.method"), en: translate("en", "warnings.method") },
    series: series.map((point) => ({
      period: point.period,
      from: point.from,
      to: point.to,
      observed: point.observed === null ? null : Number(point.observed),
      expected: round(point.expected),
      low: round(point.low),
      high: round(point.high),
      complete: point.complete,
      withheld: point.withheld,
    })),
  };
}
