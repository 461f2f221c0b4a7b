/** The parts of a cell; null for one that stands for all. */
export interface Cell {
  readonly category: string | null;
  readonly problem: string | null;
  readonly region: string | null;
  readonly business: string | null;
  readonly brand: string | null;
}

export const DIMS = ["category", "problem", "region", "business", "brand"] as const;

/** "category:S01|problem:P01|region:" → its parts. */
export function parseCell(text: string): Cell {
  const parts = new Map(
    text.split("|").map((part) => {
      const at = part.indexOf(":");
      return [part.slice(0, at), part.slice(at + 1)] as const;
    }),
  );
  return Object.fromEntries(DIMS.map((dim) => [dim, parts.get(dim) || null])) as unknown as Cell;
}

/** The other way round, as the `series` mart has it. */
export const cellText = ({ category, problem, region }: Pick<Cell, "category" | "problem" | "region">): string =>
  `category:${category ?? ""}|problem:${problem ?? ""}|region:${region ?? ""}`;

/** The category above each category, from the `dimension` mart. */
export type Parents = ReadonlyMap<string, string>;

/** A category and those above it, the nearest first. */
export function ancestry(category: string, parents: Parents): string[] {
  const found: string[] = [];
  for (let at: string | undefined = category; at !== undefined && !found.includes(at); at = parents.get(at))
    found.push(at);
  return found;
}

/** Whether all that is counted in `inner` is counted in `outer` too; each holds itself. */
export function holds(outer: Cell, inner: Cell, parents: Parents): boolean {
  return DIMS.every((dim) => {
    const [wide, narrow] = [outer[dim], inner[dim]];
    if (wide === null || wide === narrow) return true;
    return dim === "category" && narrow !== null && ancestry(narrow, parents).includes(wide);
  });
}
