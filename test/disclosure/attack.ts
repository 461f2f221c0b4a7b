import type { Sum } from "../../src/disclosure/withhold.ts";

/**
 * What somebody learns who subtracts: takes each sum of which one figure is missing, works it out, and goes on with what that gives.
 * `shown` holds the published figures; the answer those found beyond them. A part of a sum that is in neither is unknown.
 */
export function solve(shown: ReadonlyMap<string, number>, sums: readonly Sum[]): Map<string, number> {
  const known = new Map(shown);
  const found = new Map<string, number>();
  for (let again = true; again; ) {
    again = false;
    for (const { total, parts } of sums) {
      const missing = [total, ...parts].filter((key) => !known.has(key));
      if (missing.length !== 1) continue;
      const key = missing[0] as string;
      const rest = parts.reduce((sum, part) => sum + (known.get(part) ?? 0), 0);
      const value = key === total ? rest : (known.get(total) as number) - rest;
      known.set(key, value);
      found.set(key, value);
      again = true;
    }
  }
  return found;
}
