import { literal } from "../duck/identifier.ts";

/**
 * Names of the amount bands by their inner edges, half-open: `[0,500)`, `[500,5000)`, `[5000,∞)`. An amount that is an edge
 * is in the upper band, so that each amount is in exactly one.
 */
export function bandLabels(edges: readonly number[]): string[] {
  const all = [0, ...ascending(edges)];
  return all.map((low, index) => `[${low},${all[index + 1] ?? "∞"})`);
}

const ascending = (edges: readonly number[]): number[] => [...new Set(edges)].sort((a, b) => a - b);

/** SQL of the band that `band_amount` lies in; '' where no amount is known. */
export function bandSql(edges: readonly number[]): string {
  const labels = bandLabels(edges).map(literal);
  const cases = ascending(edges).map((edge, index) => `WHEN band_amount < ${edge} THEN ${labels[index]}`);
  return `CASE WHEN band_amount IS NULL THEN '' ${cases.join(" ")} ELSE ${labels.at(-1)} END`;
}
