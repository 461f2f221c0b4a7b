import type { Locale } from "../../../i18n/define.ts";
import { translate } from "../../../i18n/translate.ts";
import type { Release } from "../../../release/read.ts";
import type { Format } from "../../format.ts";
import type { Names } from "./names.ts";

/** One rising cell as pages print it. Expectations are of complainants, not of complaints. */
export interface HotspotRow {
  readonly id: string;
  /** Empty for earlier periods, which are not ranked against the last one. */
  readonly rank: string;
  readonly cell: string;
  readonly period: string;
  readonly level: "watch" | "warning";
  readonly levelName: string;
  /** The level as a sign, beside its word: never colour alone. */
  readonly sign: "▲▲" | "▲";
  readonly observed: string;
  readonly complainants: string;
  readonly expected: string;
  readonly range: string;
  readonly ratioAtLeast: string;
  /** The row as one sentence. */
  readonly sentence: string;
}

interface MartRow {
  id: string;
  rank: number | null;
  category: string | null;
  problem: string | null;
  region: string | null;
  business: string | null;
  brand: string | null;
  period: string;
  level: string;
  observed: string;
  complainants: string;
  expected: number;
  low: number | null;
  high: number | null;
  ratio_at_least: number;
}

export type Grain = "week" | "month";

export interface Hotspots {
  /** The last week or month that was tested, else that has ended; null where there is none. */
  readonly period: string | null;
  /** The one that ended after it and is not tested yet, as too little of it is in; null where there is none. */
  readonly late: string | null;
  readonly current: readonly HotspotRow[];
  /** Earlier periods, the latest first. */
  readonly earlier: readonly HotspotRow[];
}

const EARLIER = 30;

function printer({ locale, format, names }: { locale: Locale; format: Format; names: Names }) {
  return (row: MartRow): HotspotRow => {
    const strong = row.level === "warning";
    return {
      id: row.id,
      rank: row.rank === null ? "" : String(row.rank),
      cell: names.cell(row),
      period: format.period(row.period),
      level: strong ? "warning" : "watch",
      levelName: translate(locale, strong ? "hotspots.level.warning" : "hotspots.level.watch"),
      sign: strong ? "▲▲" : "▲",
      observed: format.number(row.observed),
      complainants: format.number(row.complainants),
      expected: format.decimal(row.expected, 1),
      range: row.low === null ? "—" : `${format.number(row.low, 1)}–${format.number(row.high, 1)}`,
      ratioAtLeast: translate(locale, "site.times", { ratio: format.decimal(row.ratio_at_least, 1) }),
      sentence: translate(locale, "site.hotspotSentence", {
        cell: names.cell(row),
        complainants: Number(row.complainants),
        observed: Number(row.observed),
        expected: format.decimal(row.expected, 1),
        ratio: format.decimal(row.ratio_at_least, 1),
      }),
    };
  };
}

/** The rising cells of the last complete week or month by rank, and those of the periods before. */
export async function readHotspots(
  release: Release,
  grain: Grain,
  options: { locale: Locale; format: Format; names: Names },
): Promise<Hotspots> {
  const [{ ended = null, tested = null } = {}] = await release.rows<{ ended: string | null; tested: string | null }>(
    "SELECT max(period) AS ended, max(period) FILTER (detector IS NOT NULL) AS tested FROM series WHERE grain = $1 AND complete",
    [grain],
  );
  const period = tested ?? ended;
  const rows = await release.rows<MartRow>(
    `SELECT id, rank, category, problem, region, business, brand, period, level, observed, complainants, expected, low, high, ratio_at_least
     FROM hotspot WHERE grain = $1 AND level IN ('watch', 'warning') ORDER BY period DESC, rank, ratio_at_least DESC, id`,
    [grain],
  );
  const current = rows.filter((row) => row.period === period);
  const print = printer(options);
  return {
    period,
    late: period !== ended ? ended : null,
    current: current.map(print),
    earlier: rows
      .filter((row) => period !== null && row.period < period)
      .slice(0, EARLIER)
      .map(print),
  };
}
