/** One figure that could be published: how many tickets stand behind it, and what else it would tell. */
export interface Cell {
  readonly key: string;
  /** Tickets behind the figure. */
  readonly tickets: number;
  /** Distinct complainants behind it; whoever is not known counts as a person of their own. */
  readonly complainants: number;
  /** Other numbers of tickets that the figure shows or lets anyone reckon, such as both parts of a share. */
  readonly shows?: readonly number[];
}

/** A published total and the published cells that it is the sum of. A cell that is not named has no tickets. */
export interface Sum {
  readonly total: string;
  readonly parts: readonly string[];
}

export interface Limits {
  readonly minimumTickets: number;
  readonly minimumComplainants: number;
}

/** Whether a figure is too small to be shown by itself. Zero is shown: nobody stands behind it. */
function isSmall(cell: Cell, { minimumTickets, minimumComplainants }: Limits): boolean {
  const few = (tickets: number) => tickets > 0 && tickets < minimumTickets;
  return (
    few(cell.tickets) || (cell.tickets > 0 && cell.complainants < minimumComplainants) || (cell.shows ?? []).some(few)
  );
}

/**
 * Chooses the cells that must not be shown: the small ones and those in `forced` (primary), and so many others
 * (complementary) that no sum gives a withheld cell away. After it, each sum
 * - leaves no cell of it unknown, or at least two;
 * - where its total is shown, leaves unknown a rest that is itself no small figure, and larger than the number of cells in
 *   it (else each of them would be 1, because zeros are shown).
 * The smallest cell is taken first, then the first by key, so that the choice depends on nothing else.
 *
 * What it does not do: it looks at one sum at a time. It does not protect against solving many sums together (elimination),
 * against bounds that are narrow without being exact (linear programming), nor against subtracting the figures of one release
 * from those of another. Whatever does will stand behind the same interface.
 */
export function withhold(
  cells: readonly Cell[],
  sums: readonly Sum[],
  limits: Limits,
  forced: ReadonlySet<string> = new Set(),
): ReadonlySet<string> {
  const byKey = new Map(cells.map((cell) => [cell.key, cell]));
  const tickets = (key: string) => byKey.get(key)?.tickets ?? 0;
  const withheld = new Set(cells.filter((cell) => forced.has(cell.key) || isSmall(cell, limits)).map(({ key }) => key));
  const plain = sums.map(({ total, parts }) => ({ total, parts: parts.filter((key) => tickets(key) > 0) }));
  const sumsOf = new Map<string, number[]>();
  for (const [index, { total, parts }] of plain.entries()) {
    for (const key of [total, ...parts]) {
      const list = sumsOf.get(key);
      if (list) list.push(index);
      else sumsOf.set(key, [index]);
    }
  }
  const queue = plain.map((_, index) => index);
  const waiting = new Set(queue);
  for (let at = 0; at < queue.length; at++) {
    const index = queue[at] as number;
    waiting.delete(index);
    for (;;) {
      const more = next(plain[index] as Sum, withheld, tickets, limits);
      if (more === null) break;
      withheld.add(more);
      for (const other of sumsOf.get(more) ?? []) {
        if (other === index || waiting.has(other)) continue;
        waiting.add(other);
        queue.push(other);
      }
    }
  }
  return withheld;
}

/** The next cell to withhold for one sum; null where it gives nothing away. */
function next(
  { total, parts }: Sum,
  withheld: ReadonlySet<string>,
  tickets: (key: string) => number,
  { minimumTickets }: Limits,
): string | null {
  const hidden = parts.filter((key) => withheld.has(key));
  const totalHidden = withheld.has(total);
  if (!totalHidden) {
    if (hidden.length === 0) return null;
    const rest = hidden.reduce((sum, key) => sum + tickets(key), 0);
    if (hidden.length > 1 && rest >= minimumTickets && rest > hidden.length) return null;
  } else if (hidden.length > 0) return null;
  const shown = parts.filter((key) => !withheld.has(key));
  const smallest = shown.reduce<string | null>((least, key) => {
    if (least === null) return key;
    const difference = tickets(key) - tickets(least);
    return difference < 0 || (difference === 0 && key < least) ? key : least;
  }, null);
  if (smallest !== null) return smallest;
  // All other parts are zero: the total is the cell, and goes with it.
  return totalHidden ? null : total;
}
