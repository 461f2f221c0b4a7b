import { translate } from "../i18n/translate.ts";
import type { Release } from "../release/read.ts";
import { parseCell } from "../warnings/cell.ts";
import type { Evidence } from "../warnings/evidence.ts";
import { type FullEvidence, type Limits, withholdEvidence } from "../warnings/freeze.ts";
import { readParents } from "../warnings/propose.ts";

interface Point {
  period: string;
  from: string;
  to: string;
  complete: boolean;
  observed: string;
  complainants: string;
  expected: number | null;
  low: number | null;
  high: number | null;
  detector: string | null;
}

async function nameOf(release: Release, dim: string, key: string | null) {
  if (key === null) return null;
  const [row] = await release.rows<{ zh: string | null; en: string | null }>(
    `SELECT zh, en FROM dimension WHERE dim = $1 AND "key" = $2`,
    [dim, key],
  );
  const zh = row?.zh || key;
  return { zh, en: row?.en || zh };
}

const round = (value: number | null) => (value === null ? null : Math.round(value * 1e6) / 1e6);

/** The figures of a cell in the last complete month of a release, as evidence that is bound to no hotspot. */
async function evidenceOf(release: Release, cell: string): Promise<FullEvidence | null> {
  const series = await release.rows<Point>(
    `SELECT period, "from", "to", complete, observed, complainants, expected, low, high, detector FROM series
     WHERE grain = 'month' AND cell = $1 ORDER BY "from"`,
    [cell],
  );
  const own = series.findLast(({ complete, expected }) => complete && expected !== null);
  if (!own || own.expected === null || own.low === null || own.high === null) return null;
  const { category, problem, region } = parseCell(cell);
  const { manifest } = release;
  return {
    schema: 1,
    hotspot: null,
    release: manifest.release,
    asOf: manifest.asOf,
    cell,
    names: {
      category: await nameOf(release, "category", category),
      problem: await nameOf(release, "problem", problem),
      region: await nameOf(release, "region", region),
      business: null,
    },
    grain: "month",
    period: own.period,
    from: own.from,
    to: own.to,
    observed: Number(own.complainants),
    complaints: Number(own.observed),
    expected: round(own.expected) ?? 0,
    low: Math.max(0, round(own.low) ?? 0),
    high: round(own.high) ?? 0,
    ratio_at_least: null,
    odds: null,
    family: null,
    completeness: null,
    breaks: [],
    detector: own.detector ?? "none/1",
    method: { zh: translate("zh", "warnings.method"), en: translate("en", "warnings.method") },
    series: series.map((point) => ({
      period: point.period,
      from: point.from,
      to: point.to,
      observed: Number(point.complainants),
      complaints: Number(point.observed),
      expected: round(point.expected),
      low: round(point.low),
      high: round(point.high),
      complete: point.complete,
      withheld: false,
    })),
  };
}

/**
 * Evidence for samples that warn of no rise: of trades and problems (both named, the whole county) with many complaints in the last
 * complete month and none beyond the usual, one a trade, the largest first.
 */
export async function quietEvidence(release: Release, limits: Limits, most: number): Promise<Evidence[]> {
  const parents = await readParents(release);
  const cells = await release.rows<{ cell: string }>(
    `SELECT cell FROM series WHERE grain = 'month' AND complete AND complainants <= high AND complainants >= 10
       AND cell LIKE 'category:_%|problem:_%|region:' AND cell NOT LIKE '%?%' AND expected IS NOT NULL
       AND "from" = (SELECT max("from") FROM series WHERE grain = 'month' AND complete)
     ORDER BY complainants DESC, cell`,
  );
  const found: Evidence[] = [];
  const trades = new Set<string>();
  for (const { cell } of cells) {
    const { category } = parseCell(cell);
    // Of the parts of a trade the trade itself stands for all.
    if (category === null || parents.has(category) || trades.has(category)) continue;
    const full = await evidenceOf(release, cell);
    const evidence = full && (await withholdEvidence(release, full, parents, limits));
    if (!evidence || typeof evidence === "string") continue;
    trades.add(category);
    found.push(evidence);
    if (found.length === most) break;
  }
  return found;
}
