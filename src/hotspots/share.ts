import { addPeriods, type Baseline, dispersion, emptyBaseline, pearson } from "./baseline.ts";
import type { Detector, Series } from "./detector.ts";
import { GRAINS } from "./grain.ts";
import { predict } from "./predict.ts";

/** The periods just before `period`, less the gap. */
function recentPeriods(series: Series, period: number): Baseline {
  const { baseline, gap } = GRAINS[series.grain];
  const sums = emptyBaseline();
  addPeriods(sums, series, period - gap - baseline, period - gap);
  return sums;
}

/** What the recent share of all other complaints leads us to expect of so much exposure. */
function expectedFrom(sums: Baseline, exposure: number): number {
  return sums.exposure > 0 ? (sums.count / sums.exposure) * exposure : 0;
}

/**
 * The share rule, for cells without a comparable season behind them. The cell's share of all other complaints over the
 * last half-year (monthly: year), times these in the tested period, is what it should bring. Growth of the whole,
 * Spring Festival and days not yet in move both and so drop out. The dispersion phi comes from Pearson's residuals and
 * is at least 1; with y complainants in the baseline and e expected, the predictive variance is (phi + e · phi / y) · e.
 * Where phi is above 1 it is known from a few residuals only, and the tail is Student's (see `upperTail`).
 */
export const shareRule: Detector = {
  id: "share",
  name: "hotspots.detector.share",
  version: "2",
  applies({ grain, periods }) {
    return periods >= GRAINS[grain].leastHistory ? "hotspots.reason.share" : null;
  },
  detect(series, from, to, out) {
    for (let t = from; t < to; t++) {
      const recent = recentPeriods(series, t);
      const expected = expectedFrom(recent, series.exposure[t] as number);
      const { phi, freedom } = dispersion(pearson(recent), recent.points - 1);
      const spread = recent.count > 0 ? phi + (expected * phi) / recent.count : phi;
      predict(out, t, series.observed[t] as number, { expected, phi: spread, freedom });
    }
  },
};
