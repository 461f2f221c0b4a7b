import { addDays } from "../day.ts";
import { type HotspotEvidence, hotspotEvidenceSchema } from "../release/evidence-schema.ts";
import type { Release } from "../release/read.ts";
import { type Cell, DIMS, holds, type Parents, parseCell } from "./cell.ts";
import type { Evidence } from "./evidence.ts";
import { freezeEvidence, type Limits, type Unpublishable } from "./freeze.ts";
import type { Warning } from "./read.ts";

/** A narrower cell is named in the place of a wider one when so much of the rise lies in it. */
const CARRIES = 0.8;
/** A wider hotspot is covered by a warning of a narrower cell that carries so much of its rise. */
const COVERS = 0.5;
/** Hotspots whose period ended so many days before the release's as-of date, or later, are news. */
export const NEWS_DAYS = 45;

export interface Hotspot {
  readonly record: HotspotEvidence;
  readonly sha256: string;
  readonly cell: Cell;
}

/** People beyond what was expected. */
const excess = ({ record }: Hotspot): number => record.observed - record.expected;

/** The parents of the categories of a release. */
export async function readParents(release: Release): Promise<Parents> {
  const rows = await release.rows<{ key: string; parent: string }>(
    "SELECT key, parent FROM dimension WHERE dim = 'category' AND parent IS NOT NULL AND parent <> ''",
  );
  return new Map(rows.map(({ key, parent }) => [key, parent]));
}

/** Reads the records of a release's hotspots: those of level *warning* that are news, months first, in the order of their list. */
export async function readHotspots(release: Release, since: string | null): Promise<Hotspot[]> {
  const first = since ?? addDays(release.manifest.asOf, -NEWS_DAYS);
  const rows = await release.rows<{ sha256: string; json: string }>(
    `SELECT evidence.sha256, evidence.json FROM evidence JOIN hotspot USING (id)
     WHERE hotspot.level = 'warning' AND hotspot."to" >= $1::DATE
     ORDER BY hotspot.grain = 'week', hotspot."to" DESC, hotspot.rank NULLS LAST, hotspot.ratio_at_least DESC, hotspot.id`,
    [first],
  );
  return rows.map(({ sha256, json }) => {
    const record = hotspotEvidenceSchema.parse(JSON.parse(json));
    return { record, sha256, cell: parseCell(record.cell) };
  });
}

/** The narrowest of the same period's hotspots inside this one that still carries most of its rise. */
export function narrowed(hotspot: Hotspot, all: readonly Hotspot[], parents: Parents): Hotspot {
  const inside = all.filter(
    (other) =>
      other !== hotspot &&
      other.record.grain === hotspot.record.grain &&
      other.record.period === hotspot.record.period &&
      holds(hotspot.cell, other.cell, parents) &&
      excess(other) >= CARRIES * excess(hotspot),
  );
  const [next] = inside.sort((a, b) => excess(b) - excess(a));
  return next ? narrowed(next, all, parents) : hotspot;
}

/**
 * Whether a cell speaks of a hotspot: it holds it, or, where it is narrower, the larger part of the hotspot's rise lies in it, by what
 * the hotspot's record says of who contributed, or by the cell's own rise in that period.
 */
export function speaksOf(cell: Cell, hotspot: Hotspot, all: readonly Hotspot[], parents: Parents): boolean {
  if (holds(cell, hotspot.cell, parents)) return true;
  const own = all.find(
    (other) =>
      other.record.grain === hotspot.record.grain &&
      other.record.period === hotspot.record.period &&
      holds(cell, other.cell, parents) &&
      holds(other.cell, cell, parents),
  );
  if (own && holds(hotspot.cell, cell, parents)) return excess(own) >= COVERS * excess(hotspot);
  const none = { category: null, problem: null, region: null, business: null, brand: null };
  return DIMS.every((dim) => {
    if (holds({ ...none, [dim]: cell[dim] }, hotspot.cell, parents)) return true;
    const part = hotspot.record.contributors.find((one) => one.dim === dim && one.key === cell[dim])?.part ?? 0;
    return part >= COVERS;
  });
}

/** Why a hotspot got no draft of its own. */
export type Skipped =
  | { readonly hotspot: Hotspot; readonly why: "covered"; readonly by: string }
  | { readonly hotspot: Hotspot; readonly why: Unpublishable | "business" | "unknown" };

export interface Proposal {
  readonly hotspot: Hotspot;
  readonly evidence: Evidence;
  /** Other hotspots that are the same rise seen wider, narrower, or by week. */
  readonly same: readonly Hotspot[];
}

export interface ProposeOptions {
  /** The bureau's half of the release. */
  readonly release: Release;
  readonly warnings: readonly Warning[];
  /** The day from which on an ended warning covers nothing any more. */
  readonly today: string;
  /** First day of the periods to look at; unless given, {@link NEWS_DAYS} before the as-of date. */
  readonly since: string | null;
  readonly limits: Limits;
  readonly nameBusinesses: boolean;
}

/** A warning that still speaks: being written, in force, or dismissed for this very rise. */
function speaks({ record }: Warning, today: string): boolean {
  if (record.status === "superseded" || record.status === "expired" || record.status === "withdrawn") return false;
  return record.expires === null || record.expires >= today || record.status === "dismissed";
}

/** The warning that covers a hotspot: one of that very record in whatever state, or one that speaks of its cell. */
function coveredBy(
  hotspot: Hotspot,
  all: readonly Hotspot[],
  options: ProposeOptions,
  parents: Parents,
): string | null {
  const found = options.warnings.find((warning) => {
    const { evidence, record } = warning.next ?? warning;
    if (evidence.hotspot?.id === hotspot.record.id) return true;
    // Of a dismissed draft only that rise is known to be none; a later one is a new one.
    if (record.status === "dismissed")
      return hotspot.record.to <= evidence.to && holds(parseCell(evidence.cell), hotspot.cell, parents);
    return speaks(warning, options.today) && speaksOf(parseCell(evidence.cell), hotspot, all, parents);
  });
  return found?.id ?? null;
}

/**
 * What warnings could be drafted from a release: one for each rise of level *warning* that no open warning speaks of. Hotspots
 * that are one rise, seen in a wider or a narrower cell or by week and by month, give one proposal: of the narrowest cell
 * that carries four fifths of it. Asking again, once the drafts exist, gives none.
 */
export async function propose(options: ProposeOptions): Promise<{ proposals: Proposal[]; skipped: Skipped[] }> {
  const { release, limits } = options;
  const parents = await readParents(release);
  const all = await readHotspots(release, options.since);
  const proposals: Proposal[] = [];
  const skipped: Skipped[] = [];
  const open: Hotspot[] = [];
  for (const hotspot of all) {
    const by = coveredBy(hotspot, all, options, parents);
    const { brand, business } = hotspot.cell;
    if (brand !== null || (business !== null && !options.nameBusinesses)) skipped.push({ hotspot, why: "business" });
    else if (Object.values(hotspot.cell).includes("?")) skipped.push({ hotspot, why: "unknown" });
    else if (by !== null) skipped.push({ hotspot, why: "covered", by });
    else open.push(hotspot);
  }
  while (open.length > 0) {
    const first = open[0] as Hotspot;
    const chosen = narrowed(first, open, parents);
    const frozen = await freezeEvidence(release, chosen, parents, limits);
    if (typeof frozen === "string") {
      skipped.push({ hotspot: chosen, why: frozen });
      open.splice(open.indexOf(chosen), 1);
      continue;
    }
    const same = open.filter((other) => other !== chosen && speaksOf(chosen.cell, other, all, parents));
    proposals.push({ hotspot: chosen, evidence: frozen, same });
    for (const done of [chosen, ...same]) open.splice(open.indexOf(done), 1);
  }
  return { proposals, skipped };
}
