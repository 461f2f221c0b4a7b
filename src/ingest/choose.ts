import { type Columns, findColumns } from "./columns.ts";
import type { Layout, Profile } from "./profile.ts";
import type { RawTable } from "./readers/raw.ts";

/** A layout that fits a table, and where its header row stands. */
export interface Choice {
  readonly profile: Profile;
  readonly layout: Layout;
  readonly columns: Columns;
  /** 1-based record of the header. */
  readonly headerRecord: number;
  readonly header: readonly string[];
  /** 0…1: the share of captions that the file and the layout have in common. */
  readonly score: number;
}

export type Chosen =
  | { readonly choice: Choice }
  | { readonly choice: null; readonly code: "no_profile"; readonly best: Choice | null }
  | { readonly choice: null; readonly code: "ambiguous_profile"; readonly between: readonly [Choice, Choice] }
  | { readonly choice: null; readonly code: "aggregate_table"; readonly header: readonly string[] };

/** Below this share of common captions a layout does not fit. */
const ENOUGH = 0.6;
/** Two layouts whose scores differ by less are equally good. */
const EQUAL = 0.02;

// Captions that a table of sums has and a list of tickets has not.
const AGGREGATE =
  /^(同比|环比|占比|比重|增长率?|增幅|合计|小计|件数|数量(\(件\))?|total|count|share|change|percent(age)?|%)/iu;

function score(layout: Layout, columns: Columns, header: readonly string[]): number {
  const filled = header.filter((caption) => caption.trim() !== "").length;
  return (2 * columns.at.size) / (layout.header.length + filled);
}

/** Captions without which a row of the layout could not be told from another. */
function identityPresent(layout: Layout, columns: Columns): boolean {
  const identity = layout.identity;
  if ("native" in identity) return [identity.native].flat().some((caption) => columns.at.has(caption));
  return identity.content.some((caption) => columns.at.has(caption));
}

/** Chooses the layout for a table by the captions of its first records; which of them is the header follows too. */
export function choose(profiles: readonly Profile[], table: RawTable): Chosen {
  const candidates: Choice[] = [];
  table.head.forEach((header, index) => {
    if (header.filter((cell) => cell.trim() !== "").length < 2) return;
    for (const profile of profiles) {
      for (const layout of profile.layouts) {
        const columns = findColumns(profile, layout, header);
        if (columns.at.size < 2 || !identityPresent(layout, columns)) continue;
        candidates.push({
          profile,
          layout,
          columns,
          headerRecord: index + 1,
          header,
          score: score(layout, columns, header),
        });
      }
    }
  });
  candidates.sort((a, b) => b.score - a.score);
  // The uppermost record that fits is the header: one that fits better further down is another export's, pasted below.
  const fitting = candidates.filter((candidate) => candidate.score >= ENOUGH);
  const upper = Math.min(...fitting.map((candidate) => candidate.headerRecord));
  const best = fitting.find((candidate) => candidate.headerRecord === upper) ?? candidates[0] ?? null;
  if (best === null || best.score < ENOUGH) {
    const aggregate = table.head.find((header) => header.filter((cell) => AGGREGATE.test(cell.trim())).length >= 2);
    if (aggregate) return { choice: null, code: "aggregate_table", header: aggregate };
    return { choice: null, code: "no_profile", best };
  }
  const rival = candidates.find(
    (other) =>
      other.headerRecord === best.headerRecord && other.layout !== best.layout && best.score - other.score < EQUAL,
  );
  if (rival) return { choice: null, code: "ambiguous_profile", between: [best, rival] };
  return { choice: best };
}
