/** Kulldorff's log-likelihood ratio of a window with `count` of `total` cases where `expected` were: 0 where it has no more. */
function scanRatio(count: number, expected: number, total: number): number {
  if (!(count > expected) || expected <= 0) return 0;
  const outside = total - count;
  return count * Math.log(count / expected) + (outside > 0 ? outside * Math.log(outside / (total - expected)) : 0);
}

/** Sets of places, each in ascending order. */
export type Zones = readonly Int32Array[];

/**
 * The circles round each place: it and its neighbours in the order of their distance, places at the same distance together, as
 * long as they hold no more than `limit` of all weight (population, or cases), and no more than `most` places. Every set once.
 * @param distance between places i and j
 */
export function circles(
  places: number,
  weight: ArrayLike<number>,
  distance: (i: number, j: number) => number,
  { limit = 0.5, most = Number.POSITIVE_INFINITY } = {},
): Zones {
  const total = Array.from(weight).reduce((sum, one) => sum + one, 0);
  const seen = new Map<string, Int32Array>();
  for (let centre = 0; centre < places; centre++) {
    const order = Array.from({ length: places }, (_, place) => ({ place, far: distance(centre, place) })).sort(
      (a, b) => a.far - b.far || a.place - b.place,
    );
    let held = 0;
    const set: number[] = [];
    for (let i = 0; i < order.length && set.length < most; ) {
      const far = order[i]?.far;
      for (; i < order.length && order[i]?.far === far; i++) {
        const place = order[i]?.place as number;
        set.push(place);
        held += weight[place] as number;
      }
      if (held > limit * total || set.length > most) break;
      const zone = Int32Array.from(set).sort();
      seen.set(zone.join(), zone);
    }
  }
  return [...seen.values()];
}

/** A window that stands out. */
export interface Cluster {
  readonly zone: number;
  /** First and last period, ends included; 0 and 0 where there is no time. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly expected: number;
  readonly ratio: number;
}

/** Cases by period and place, [period][place], and which windows of time are looked at. */
export interface Spread {
  readonly cases: readonly ArrayLike<number>[];
  readonly expected: readonly ArrayLike<number>[];
  readonly zones: Zones;
  /** Longest window in periods. */
  readonly most: number;
  /** Only windows that end with the last period: what is under way now. */
  readonly alive: boolean;
}

/** Every window with more cases than expected, the largest ratio first. */
export function scanWindows(spread: Spread, keep: (ratio: number) => boolean = () => true): Cluster[] {
  const { cases, expected, zones, most, alive } = spread;
  const periods = cases.length;
  const total = sumOf(cases);
  const clusters: Cluster[] = [];
  for (const [zone, places] of zones.entries()) {
    for (let to = alive ? periods - 1 : 0; to < periods; to++) {
      let count = 0;
      let mean = 0;
      for (let from = to; from >= 0 && to - from < most; from--) {
        const [row, usual] = [cases[from] as ArrayLike<number>, expected[from] as ArrayLike<number>];
        for (const place of places) {
          count += row[place] as number;
          mean += usual[place] as number;
        }
        const ratio = scanRatio(count, mean, total);
        if (ratio > 0 && keep(ratio)) clusters.push({ zone, from, to, count, expected: mean, ratio });
      }
    }
  }
  return clusters.sort((a, b) => b.ratio - a.ratio);
}

const sumOf = (rows: readonly ArrayLike<number>[]) =>
  rows.reduce((sum, row) => sum + Array.from(row).reduce((part, one) => part + one, 0), 0);

/** The largest ratio of all windows. */
export function largestRatio(spread: Spread): number {
  let largest = 0;
  scanWindows(spread, (ratio) => {
    if (ratio > largest) largest = ratio;
    return false;
  });
  return largest;
}

/**
 * What each place would have in each period if place and time had nothing to do with each other: the product of their sums over
 * the total (the space-time permutation of Kulldorff et al. 2005, PLoS Med 2:e59, which needs no population).
 */
export function permutationExpected(cases: readonly ArrayLike<number>[]): Float64Array[] {
  const total = sumOf(cases);
  const places = cases[0]?.length ?? 0;
  const byPlace = new Float64Array(places);
  const byPeriod = cases.map((row) => {
    let sum = 0;
    for (let place = 0; place < places; place++) {
      sum += row[place] as number;
      byPlace[place] = (byPlace[place] as number) + (row[place] as number);
    }
    return sum;
  });
  return byPeriod.map((sum) => byPlace.map((n) => (total > 0 ? (n * sum) / total : 0)));
}

/** Deals the cases out anew: each keeps its place and takes another case's period, so that all sums stay. */
export function permuteTimes(cases: readonly ArrayLike<number>[], uniform: () => number): Float64Array[] {
  const periods: number[] = [];
  const places: number[] = [];
  for (const [t, row] of cases.entries())
    for (let place = 0; place < row.length; place++)
      for (let i = 0; i < (row[place] as number); i++) {
        periods.push(t);
        places.push(place);
      }
  for (let i = periods.length - 1; i > 0; i--) {
    const j = Math.floor(uniform() * (i + 1));
    [periods[i], periods[j]] = [periods[j] as number, periods[i] as number];
  }
  const dealt = cases.map((row) => new Float64Array(row.length));
  for (const [i, t] of periods.entries()) {
    const row = dealt[t] as Float64Array;
    row[places[i] as number] = (row[places[i] as number] as number) + 1;
  }
  return dealt;
}

/** Deals `total` cases out by a Poisson process with the given means, conditioned on their number: a multinomial draw. */
export function dealCases(
  expected: readonly ArrayLike<number>[],
  total: number,
  uniform: () => number,
): Float64Array[] {
  const flat = expected.flatMap((row) => Array.from(row));
  const sums: number[] = [];
  for (const mean of flat) sums.push((sums.at(-1) ?? 0) + mean);
  const all = sums.at(-1) ?? 0;
  const places = expected[0]?.length ?? 0;
  const dealt = expected.map((row) => new Float64Array(row.length));
  for (let i = 0; i < total; i++) {
    const u = uniform() * all;
    let [low, high] = [0, sums.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] as number) > u) high = middle;
      else low = middle + 1;
    }
    const row = dealt[Math.floor(low / places)] as Float64Array;
    row[low % places] = (row[low % places] as number) + 1;
  }
  return dealt;
}

/**
 * The Monte Carlo p-value of a ratio among the largest ratios of draws in which nothing happens (Dwass 1957). It stops early
 * once `enough` draws have reached it, as then it is far from small (Besag & Clifford 1991).
 */
export function monteCarlo(
  ratio: number,
  draw: () => number,
  { draws = 999, enough = 100 } = {},
): { p: number; draws: number } {
  let reached = 0;
  for (let i = 1; i <= draws; i++) {
    if (draw() >= ratio) reached += 1;
    if (reached >= enough) return { p: reached / i, draws: i };
  }
  return { p: (reached + 1) / (draws + 1), draws };
}
