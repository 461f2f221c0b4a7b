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

/** A column looks as its layout says where at least this share of its first cells do. */
const ALIKE = 0.8;

/**
 * 0…1: the share of the first cells that look as the layout says, over its columns; 0 where one of them looks otherwise. A
 * layout that says nothing fits all.
 */
function likeness(layout: Layout, columns: Columns, records: readonly (readonly string[])[]): number {
  const shares: number[] = [];
  for (const [caption, expression] of Object.entries(layout.looks)) {
    const column = columns.at.get(caption);
    if (column === undefined) continue;
    const cells = records.map((record) => (record[column] ?? "").trim()).filter((cell) => cell !== "");
    if (cells.length === 0) continue;
    const form = new RegExp(expression, "u");
    const share = cells.filter((cell) => form.test(cell)).length / cells.length;
    if (share < ALIKE) return 0;
    shares.push(share);
  }
  return shares.length === 0 ? 1 : shares.reduce((sum, share) => sum + share) / shares.length;
}

/** The number of cells that most of the first records have. */
function usualWidth(table: RawTable): number {
  const times = new Map<number, number>();
  for (const { length } of table.head) times.set(length, (times.get(length) ?? 0) + 1);
  return [...times].reduce((best, next) => (next[1] > best[1] ? next : best), [0, 0])[0];
}

/** The layouts without a header that a table fits: it has as many columns, and all its cells look as they say, from the first on. */
function headerless(profiles: readonly Profile[], table: RawTable): Choice[] {
  const found: Choice[] = [];
  for (const profile of profiles) {
    for (const layout of profile.layouts) {
      // Systems add columns at the end as the years go by.
      const usual = usualWidth(table);
      if (!layout.headerless || usual > layout.header.length || usual < ALIKE * layout.header.length) continue;
      const header = layout.header.slice(0, usual);
      const at = new Map(header.map((caption, column) => [caption, column]));
      const columns: Columns = { at, factor: new Map(), unknown: [], doubled: [], inferred: [] };
      if (likeness(layout, columns, table.head.slice(0, 1)) === 0) continue;
      const score = likeness(layout, columns, table.head);
      if (score > 0) found.push({ profile, layout, columns, headerRecord: 0, header, score });
    }
  }
  return found.sort((a, b) => b.score - a.score);
}

/**
 * Chooses the layout for a table by the captions of its first records, which tells the header too, and by what stands below;
 * where no captions are found, by what the cells look like.
 */
export function choose(profiles: readonly Profile[], table: RawTable): Chosen {
  const candidates: Choice[] = [];
  table.head.forEach((header, index) => {
    if (header.filter((cell) => cell.trim() !== "").length < 2) return;
    for (const profile of profiles) {
      for (const layout of profile.layouts) {
        if (layout.headerless) continue;
        const columns = findColumns(profile, layout, header);
        if (columns.at.size < 2 || !identityPresent(layout, columns)) continue;
        const like = likeness(layout, columns, table.head.slice(index + 1));
        candidates.push({
          profile,
          layout,
          columns,
          headerRecord: index + 1,
          header,
          score: like * score(layout, columns, header),
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
    const [first, second] = headerless(profiles, table);
    if (first && second && first.score - second.score < EQUAL)
      return { choice: null, code: "ambiguous_profile", between: [first, second] };
    if (first) return { choice: first };
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
