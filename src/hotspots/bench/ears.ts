import { normalCdf } from "../../stats/normal.ts";

/** Points of the moving baseline. */
const BASELINE = 7;
/** Between the baseline and the tested point: none for C1, two for C2 and C3. */
const LAG = 2;

export interface EarsPoint {
  readonly mean: number;
  readonly deviation: number;
  /** How many standard deviations above the mean: what is held against the normal quantile. */
  readonly score: number;
}

/** Mean, standard deviation and score of one point; the deviation is never below `least`. Null where the past is too short. */
function point(observed: ArrayLike<number>, t: number, lag: number, least: number, first: number): EarsPoint | null {
  const from = t - lag - BASELINE;
  if (from < first) return null;
  let sum = 0;
  for (let i = from; i < from + BASELINE; i++) sum += observed[i] as number;
  const mean = sum / BASELINE;
  let squares = 0;
  for (let i = from; i < from + BASELINE; i++) squares += ((observed[i] as number) - mean) ** 2;
  const deviation = Math.max(Math.sqrt(squares / (BASELINE - 1)), least);
  return { mean, deviation, score: ((observed[t] as number) - mean) / deviation };
}

/**
 * The three methods of the Early Aberration Reporting System (Hutwagner et al. 2003; R: surveillance::earsC), to compare ours
 * with. C1: the last 7 points; C2: 7 points before a gap of 2; C3: what C2 was above 1, summed over the two points before. `least` is the
 * floor of the standard deviation, `first` the first point of the series.
 */
export function ears(
  method: "C1" | "C2" | "C3",
  observed: ArrayLike<number>,
  t: number,
  least: number,
  first = 0,
): EarsPoint | null {
  if (method !== "C3") return point(observed, t, method === "C1" ? 0 : LAG, least, first);
  const points = [0, 1, 2].map((back) => point(observed, t - back, LAG, least, first));
  const now = points[0];
  if (!now || points.includes(null)) return null;
  // As R does: the tested point itself is left out of the sum.
  return { ...now, score: points.slice(1).reduce((sum, one) => sum + Math.max(0, (one?.score ?? 0) - 1), 0) };
}

/** The normal tail of an EARS score; 1 where there is none. */
export function earsTail(found: EarsPoint | null): number {
  return found === null || Number.isNaN(found.score) ? 1 : normalCdf(-found.score);
}
