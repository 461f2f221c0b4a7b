import { translate } from "../i18n/translate.ts";
import type { Release } from "../release/read.ts";
import { parseCell } from "./cell.ts";
import type { FullEvidence } from "./freeze.ts";

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

/** Six decimals are more than anybody needs, and the same on every machine. */
const rounded = (value: number) => Math.round(value * 1e6) / 1e6;
const roundedIfAny = (value: number | null) => (value === null ? null : rounded(value));

/**
 * The figures of a cell in a period, with the periods before it, as evidence that is bound to no hotspot: of the bureau's half of a
 * release. Null where the release has no expected number for it.
 * @param period the last complete period unless given
 */
export async function seriesEvidence(
  release: Release,
  cell: string,
  grain: "week" | "month",
  period?: string,
): Promise<FullEvidence | null> {
  const series = await release.rows<Point>(
    `SELECT period, "from", "to", complete, observed, complainants, expected, low, high, detector FROM series
     WHERE grain = $1 AND cell = $2 ORDER BY "from"`,
    [grain, cell],
  );
  const own = series.findLast((one) =>
    period === undefined ? one.complete && one.expected !== null : one.period === period,
  );
  if (!own || own.expected === null || own.low === null || own.high === null) return null;
  const { category, problem, region, business } = parseCell(cell);
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
      business: business === null ? null : { zh: business, en: business },
    },
    grain,
    period: own.period,
    from: own.from,
    to: own.to,
    observed: Number(own.complainants),
    complaints: Number(own.observed),
    expected: rounded(own.expected),
    low: Math.max(0, rounded(own.low)),
    high: rounded(own.high),
    ratio_at_least: null,
    odds: null,
    family: null,
    completeness: null,
    breaks: [],
    detector: own.detector ?? "none/1",
    method: { zh: translate("zh", "warnings.method"), en: translate("en", "warnings.method") },
    series: series
      .filter(({ from }) => from <= own.from)
      .map((point) => ({
        period: point.period,
        from: point.from,
        to: point.to,
        observed: Number(point.complainants),
        complaints: Number(point.observed),
        expected: roundedIfAny(point.expected),
        low: roundedIfAny(point.low),
        high: roundedIfAny(point.high),
        complete: point.complete,
        withheld: false,
      })),
  };
}
