import { benjaminiHochberg } from "../stats/benjamini-hochberg.ts";
import { gammaQuantile } from "../stats/gamma-quantile.ts";
import type { Finding } from "./assess.ts";

/** How strongly a period of a cell is flagged, weakest first. */
export const LEVELS = ["none", "watch", "warning"] as const;
export type Level = (typeof LEVELS)[number];

/** Expected share of false flags that each level allows. */
export const WATCH_Q = 0.1;
export const WARNING_Q = 0.05;
/** No flag with fewer different complainants than this (and so with fewer complaints). */
export const LEAST_COMPLAINANTS = 5;
/** A warning at once, without a second run, where the ratio is at least this. */
export const WARNING_RATIO = 2;
/** Prior weight of "no change" in the shrunk ratio. */
const PRIOR = 2;

export interface Verdict {
  /** Benjamini & Hochberg's q among all cells tested in the same period; NaN where not tested. */
  readonly q: Float64Array;
  /** "At least so many times the usual"; NaN where not flagged. */
  readonly atLeast: Float64Array;
  /** Index into `LEVELS`. */
  readonly level: Uint8Array;
}

/**
 * The shrunk lower bound of observed ÷ expected: the 5 % point of Gamma(2 + y/phi, 2 + e/phi). It pulls ratios of small
 * numbers towards 1, so that ranking by it does not rank by luck.
 */
export function ratioAtLeast(observed: number, expected: number, phi: number): number {
  return gammaQuantile(0.05, PRIOR + observed / phi, PRIOR + expected / phi);
}

/**
 * Decides which periods of which cells are flagged.
 *
 * q-values are reckoned for each period over all cells of a family tested in it, that is, all that expect at least one complainant.
 * This set does not depend on what came, so that the p-values in it stay honest; the least number of complainants is
 * asked for only afterwards and never shrinks the set. Watch: q ≤ 0.10. Warning: q ≤ 0.05 and either flagged with
 * q ≤ 0.05 in the period before too, or a shrunk ratio of at least 2.
 * @param findings of one panel, all over the same periods
 * @returns one verdict a finding, with its columns
 */
export function judge(findings: readonly Finding[]): Verdict[] {
  const periods = findings[0]?.p.length ?? 0;
  const verdicts = findings.map(() => ({
    q: new Float64Array(periods),
    atLeast: new Float64Array(periods).fill(Number.NaN),
    level: new Uint8Array(periods),
  }));
  const families = new Set(findings.map(({ family }) => family));
  for (let t = 0; t < periods; t++) {
    const q = new Float64Array(findings.length).fill(Number.NaN);
    for (const family of families) {
      const own = benjaminiHochberg(
        findings.map((finding) => (finding.family === family ? (finding.p[t] as number) : Number.NaN)),
      );
      for (const [index, value] of own.entries()) if (!Number.isNaN(value)) q[index] = value;
    }
    for (const [index, verdict] of verdicts.entries()) {
      verdict.q[t] = q[index] as number;
      const finding = findings[index] as Finding;
      const observed = finding.observed[t] as number;
      if (!((q[index] as number) <= WATCH_Q && observed >= LEAST_COMPLAINANTS)) continue;
      const atLeast = ratioAtLeast(observed, finding.expected[t] as number, finding.phi[t] as number);
      const strong = (q[index] as number) <= WARNING_Q;
      const again = t > 0 && (verdict.level[t - 1] as number) > 0 && (verdict.q[t - 1] as number) <= WARNING_Q;
      verdict.atLeast[t] = atLeast;
      verdict.level[t] = LEVELS.indexOf(strong && (again || atLeast >= WARNING_RATIO) ? "warning" : "watch");
    }
  }
  return verdicts;
}
