import type { Sum } from "./withhold.ts";

/** Where a figure stands in the published tables: its period and, for each dimension, a key or '' for all. */
export interface Place {
  readonly period: string;
  readonly groups: Readonly<Record<string, string>>;
}

/** The key of a place. Dimensions that stand for all can be left out; their order does not matter. */
export function placeKey({ period, groups }: Place): string {
  const named = Object.entries(groups).filter(([, key]) => key !== "");
  return JSON.stringify([period, ...named.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))]);
}

interface Span {
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

/**
 * The published periods that each published period is made of, the longest first found: a year of its halves, a quarter of its
 * months, a year to date of a half-year, a quarter and a month. `periods` in the order of their length of grain; a
 * period is made only of those before it. Days before the first record need no part.
 */
export function periodParts(periods: readonly Span[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const [index, period] of periods.entries()) {
    const inside = periods.slice(0, index).filter(({ from, to }) => from >= period.from && to <= period.to);
    const parts: string[] = [];
    for (let cursor = period.from; ; ) {
      const next = inside
        .filter(({ from }) => from >= cursor)
        .reduce<Span | null>((best, each) => {
          if (best === null || each.from < best.from) return each;
          return each.from === best.from && each.to >= best.to ? each : best;
        }, null);
      if (next === null) break;
      parts.push(next.label);
      // Behind that day and before the next one, in the order of texts.
      cursor = `${next.to}~`;
    }
    if (parts.length > 0) found.set(period.label, parts);
  }
  return found;
}

/**
 * All sums among published figures: over each dimension that is split, and over time. Figures of one ticket in several
 * groups (kinds of problem) do not add up exactly; they are treated as if they did, because most tickets have one.
 */
export function marginSums(places: readonly Place[], parts: ReadonlyMap<string, readonly string[]>): Sum[] {
  const published = new Map(places.map((place) => [placeKey(place), place]));
  const sums = new Map<string, { total: string; parts: string[] }>();
  for (const [key, { period, groups }] of published) {
    for (const [dim, value] of Object.entries(groups)) {
      if (value === "") continue;
      const total = placeKey({ period, groups: { ...groups, [dim]: "" } });
      if (!published.has(total)) continue;
      const id = `${dim} ${total}`;
      const sum = sums.get(id) ?? { total, parts: [] };
      sum.parts.push(key);
      sums.set(id, sum);
    }
    const inTime = (parts.get(period) ?? [])
      .map((part) => placeKey({ period: part, groups }))
      .filter((part) => published.has(part));
    if (inTime.length > 0) sums.set(`period ${key}`, { total: key, parts: inTime });
  }
  return [...sums.values()];
}
