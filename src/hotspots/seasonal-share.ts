import { addPeriods, dispersion, emptyBaseline, pearson, restAt } from "./baseline.ts";
import type { Detector, Series } from "./detector.ts";
import { GRAINS } from "./grain.ts";
import { predict } from "./predict.ts";
import { expectedFrom, recentPeriods } from "./share.ts";

/**
 * How firmly a cell is held to have no season until its past says so: the seasonal factor's prior is Gamma(20, 20), with
 * mean 1 and standard deviation 0.22.
 */
const PRIOR = 20;

/** The same season of earlier years: what came, what the share before it led to expect, and the counts behind that. */
function earlierSeasons(series: Series, period: number) {
  const { year, years, window, leastHistory } = GRAINS[series.grain];
  const came = emptyBaseline();
  let expected = 0;
  let behind = 0;
  let residuals = 0;
  let freedom = 0;
  for (let back = 1; back <= years; back++) {
    const centre = period - back * year;
    if (centre - window - leastHistory < series.start) break;
    const before = recentPeriods(series, centre);
    const season = emptyBaseline();
    addPeriods(season, series, centre - window, centre + window + 1);
    came.count += season.count;
    expected += expectedFrom(before, season.rest);
    behind += before.count;
    residuals += pearson(season);
    freedom += Math.max(season.points - 1, 0);
  }
  return { came: came.count, expected, behind, residuals, freedom };
}

/**
 * The share rule with season, for cells with at least one comparable season behind them. The recent share (see
 * `shareRule`) is multiplied by a seasonal factor: how many came in the same weeks ± 3 (months ± 1) of up to five earlier
 * years for each one that the share before them led to expect. The factor is shrunk to 1 as the mean of a
 * Gamma(20 + c, 20 + e) posterior, c and e being those two numbers divided by their own dispersion; its relative
 * variance 1/(20 + c) widens the prediction. Phi pools Pearson's residuals of the recent periods and of each season.
 */
export const seasonalShareRule: Detector = {
  id: "share-season",
  name: "hotspots.detector.share-season",
  version: "1",
  applies({ grain, periods }) {
    const { year, window, leastHistory } = GRAINS[grain];
    return periods >= year + window + leastHistory ? "hotspots.reason.share_season" : null;
  },
  detect(series, from, to, out) {
    for (let t = from; t < to; t++) {
      const recent = recentPeriods(series, t);
      const past = earlierSeasons(series, t);
      const freeAll = Math.max(recent.points - 1, 0) + past.freedom;
      const { phi, freedom } = dispersion(pearson(recent) + past.residuals, freeAll);
      const pastPhi = past.behind > 0 ? phi * (1 + past.expected / past.behind) : phi;
      const weight = PRIOR + past.came / pastPhi;
      const factor = weight / (PRIOR + past.expected / pastPhi);
      const expected = expectedFrom(recent, restAt(series, t)) * factor;
      const spread = recent.count > 0 ? phi + expected * (phi / recent.count + 1 / weight) : phi;
      predict(out, t, series.observed[t] as number, { expected, phi: spread, freedom });
    }
  },
};
