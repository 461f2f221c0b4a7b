import { translate } from "../i18n/translate.ts";
import type { HotspotEvidence } from "../release/evidence-schema.ts";
import type { Release } from "../release/read.ts";
import { ancestry, type Cell, cellText, type Parents, parseCell } from "./cell.ts";
import { type Evidence, type EvidencePoint, evidenceSchema } from "./evidence.ts";

/** So many periods of the series are shown with a warning. */
const SHOWN = { month: 36, week: 78 } as const;

export interface Limits {
  readonly minimumTickets: number;
  readonly minimumComplainants: number;
}

/** Why the figures of a hotspot cannot be shown to the public. */
export type Unpublishable = "few" | "rest";

type Counts = ReadonlyMap<string, number>;

/** The cells of the published monthly tables that hold a cell: of its category of level 1, its problem, both, and all. */
function publishedAbove(cell: Cell, parents: Parents): string[] {
  const top = cell.category === null ? null : (ancestry(cell.category, parents).at(-1) ?? null);
  const none = { region: null, business: null, brand: null };
  const above = [
    { category: top, problem: cell.problem, ...none },
    { category: top, problem: null, ...none },
    { category: null, problem: cell.problem, ...none },
    { category: null, problem: null, ...none },
  ];
  const own = cellText(cell);
  return [...new Set(above.map(cellText))].filter(
    (text) => text !== own || cell.business !== null || cell.brand !== null,
  );
}

/** Complaints by month of the cells above, from the bureau's half. */
async function countsOf(release: Release, cells: readonly string[]): Promise<Map<string, Counts>> {
  const rows = await release.rows<{ cell: string; from: string; observed: string }>(
    `SELECT cell, "from", observed FROM series WHERE grain = 'month' AND cell IN (SELECT unnest(from_json($1, '["VARCHAR"]')))`,
    [JSON.stringify(cells)],
  );
  const found = new Map<string, Map<string, number>>();
  for (const { cell, from, observed } of rows) {
    const counts = found.get(cell) ?? new Map<string, number>();
    found.set(cell, counts.set(from, Number(observed)));
  }
  return found;
}

/** Evidence of which nothing is withheld yet. */
export type FullEvidence = Omit<Evidence, "series"> & {
  readonly series: readonly (EvidencePoint & { observed: number; complaints: number })[];
};

/**
 * Takes out of an evidence what must not be told to the public: a month or week of few complaints or few people, and a month
 * whose rest, in a published table that holds it, would be few. Where anything is withheld, expected numbers are
 * given for the warning's own period only, because a row of them gives the months away that they are averages of.
 * @param release the bureau's half of the release that the figures are of
 * @returns the evidence, or why its own period must not be shown
 */
export async function withholdEvidence(
  release: Release,
  evidence: FullEvidence,
  parents: Parents,
  { minimumTickets, minimumComplainants }: Limits,
): Promise<Evidence | Unpublishable> {
  const above = evidence.grain === "month" ? publishedAbove(parseCell(evidence.cell), parents) : [];
  const published = await countsOf(release, above);
  const few = (complaints: number) => complaints > 0 && complaints < minimumTickets;
  const hidden = ({ from, complaints, observed }: FullEvidence["series"][number]): Unpublishable | null => {
    if (few(complaints) || (complaints > 0 && observed < minimumComplainants)) return "few";
    const rest = [...published.values()].some((counts) => {
      const whole = counts.get(from);
      return whole !== undefined && few(whole - complaints);
    });
    return rest ? "rest" : null;
  };
  const points = evidence.series.slice(-SHOWN[evidence.grain]).map((point) => ({ point, why: hidden(point) }));
  const own = points.find(({ point }) => point.from === evidence.from);
  if (!own) throw new TypeError(`the series of ${evidence.cell} lacks its own period`);
  if (own.why) return own.why;
  const told = points.every(({ why }) => why === null);
  const series = points.map(({ point, why }) => {
    const shown = why === null;
    const usual = told || point.from === evidence.from;
    return {
      ...point,
      observed: shown ? point.observed : null,
      complaints: shown ? point.complaints : null,
      expected: usual ? point.expected : null,
      low: usual && point.low !== null ? Math.max(0, point.low) : null,
      high: usual ? point.high : null,
      withheld: !shown,
    };
  });
  return evidenceSchema.parse({ ...evidence, series });
}

/** Freezes the record of a hotspot into the evidence of a warning; see {@link withholdEvidence}. */
export async function freezeEvidence(
  release: Release,
  { record, sha256 }: { readonly record: HotspotEvidence; readonly sha256: string },
  parents: Parents,
  limits: Limits,
): Promise<Evidence | Unpublishable> {
  const { id, version } = record.detector;
  const { business, category, problem, region } = record.names;
  const full: FullEvidence = {
    schema: 1,
    hotspot: { id: record.id, sha256 },
    release: record.release,
    asOf: record.asOf,
    cell: record.cell,
    names: { category, problem, region, business },
    grain: record.grain,
    period: record.period,
    from: record.from,
    to: record.to,
    observed: record.observed,
    complaints: record.complaints,
    expected: record.expected,
    low: Math.max(0, record.low),
    high: record.high,
    ratio_at_least: record.ratio_at_least,
    odds: record.odds,
    family: record.family,
    completeness: Math.min(1, record.completeness),
    breaks: record.breaks.map(({ from, to, zh, en }) => ({ from, to, zh, en })),
    detector: `${id}/${version}`,
    method: { zh: translate("zh", "warnings.method"), en: translate("en", "warnings.method") },
    series: record.series.map((point) => ({ ...point, withheld: false })),
  };
  return withholdEvidence(release, full, parents, limits);
}
