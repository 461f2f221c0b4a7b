import { type FitSeries, SeasonTrendFit } from "../stats/season-trend-fit.ts";
import { firstReference, type SeasonShape, seasonAt, seasonLayout, seasonsOf } from "./season-groups.ts";

/** What a fit to the past says of one period, before anything is tested. */
export interface FarringtonFit {
  /** The mean that the past leads to expect. */
  readonly expected: number;
  /** Dispersion, ≥ 1. */
  readonly phi: number;
  /** Residual degrees of freedom. */
  readonly freedom: number;
  /** Variance of log expected, for the dispersion phi. */
  readonly logVariance: number;
  readonly trend: boolean;
  /** Slope a period on the log scale; 0 where there is no trend. */
  readonly slope: number;
  /** Standard deviation of the slope; 0 where there is no trend. */
  readonly slopeDeviation: number;
}

export interface FarringtonOptions {
  readonly shape: SeasonShape;
  readonly trend: boolean;
  /** Standardised Anscombe residuals above this are weighted down; ∞ never. */
  readonly weightsThreshold: number;
  /**
   * What becomes of a trend that leads beyond anything that was seen: it is dropped, as in the papers, or followed a little way.
   * Dropping it turns a steady growth into one alarm after another.
   */
  readonly extrapolation: "drop" | "follow";
  /** Draw the season's level towards the mean of all seasons; not in the papers. */
  readonly shrink: boolean;
  /**
   * Make up for what the weights take from the dispersion where nothing is an outlier: with normal residuals Σ w s² loses
   * c φ(c) for a threshold c, so that ranges would come out too narrow. Not in the papers.
   */
  readonly consistent: boolean;
  /** Where the plain rates of the baseline and of its season expect fewer, nothing is fitted; 0: always. */
  readonly leastExpected: number;
}

const MOST_LEVERAGE = 1 - 1e-6;

/** How far a trend is followed beyond the largest share of the past. */
const MOST_BEYOND = 1.25;

/**
 * The fit of Farrington et al. (1996) as refined by Noufaily et al. (2013): a quasi-Poisson model with a season factor and
 * a trend, fitted twice; in the second fit points with a standardised Anscombe residual s above the threshold weigh s⁻²
 * times what the others do, so that past outbreaks raise the bar less. A trend that leads beyond what was ever seen
 * is treated as `extrapolation` says; one that does not converge is given up.
 */
export class FarringtonFitter {
  readonly #fit: SeasonTrendFit;
  readonly #options: FarringtonOptions;
  readonly #stretch: number;
  readonly #layouts = new Map<number, ReturnType<typeof seasonLayout>>();

  /** `capacity`: the length of the longest series. */
  constructor(capacity: number, options: FarringtonOptions) {
    this.#fit = new SeasonTrendFit(capacity, seasonsOf(options.shape));
    this.#options = options;
    const { weightsThreshold: c, consistent } = options;
    const lost = Number.isFinite(c) ? (c * Math.exp((-c * c) / 2)) / Math.sqrt(2 * Math.PI) : 0;
    this.#stretch = consistent ? 1 / (1 - lost) : 1;
  }

  /**
   * Fits the reference periods of `tested`. `first` is the first period of the history.
   * Where next to nothing is expected, by the baseline's rate and by that of its season, the former stands for the fit: what
   * follows from it is never tested, and fits of mostly empty seasons take longest.
   * @returns null where the history is too short or no model converges
   */
  at(series: FitSeries, tested: number, first: number): FarringtonFit | null {
    const fit = this.#fit;
    const { shape, trend: wanted, shrink, leastExpected, extrapolation } = this.#options;
    if (firstReference(shape, tested) < first) return null;
    let layout = this.#layouts.get(tested);
    if (layout === undefined) {
      layout = seasonLayout(shape, tested);
      this.#layouts.set(tested, layout);
    }
    fit.load(layout, series);
    const season = seasonAt(shape, tested);
    const exposed = series.exposure[tested] as number;
    const plain = exposed * fit.rate();
    if (plain < leastExpected && exposed * fit.rate(season) < leastExpected)
      return {
        expected: plain,
        phi: 1,
        freedom: Number.POSITIVE_INFINITY,
        logVariance: 0,
        trend: false,
        slope: 0,
        slopeDeviation: 0,
      };
    for (let trend = wanted; ; trend = false) {
      if (this.#twice(trend)) {
        const { mean, logVariance } = shrink
          ? fit.shrunkMeanAt(tested, season, exposed)
          : fit.meanAt(tested, season, exposed);
        const dropped = trend && extrapolation === "drop" && mean > fit.most;
        if (Number.isFinite(mean) && !dropped) {
          const phi = Math.max(fit.dispersion * this.#stretch, 1);
          return {
            expected: trend && extrapolation === "follow" ? Math.min(mean, exposed * fit.mostRate * MOST_BEYOND) : mean,
            phi,
            freedom: fit.freedom,
            logVariance: phi * logVariance,
            trend,
            slope: fit.slope,
            slopeDeviation: Math.sqrt(phi * fit.slopeVariance),
          };
        }
      }
      if (!trend) return null;
    }
  }

  /** Fits, weighs by the residuals, fits again. */
  #twice(trend: boolean): boolean {
    const fit = this.#fit;
    const { weight, count, mean, length } = fit;
    weight.fill(1, 0, length);
    if (!fit.fit(trend)) return false;
    const threshold = this.#options.weightsThreshold;
    if (threshold === Number.POSITIVE_INFINITY) return true;
    const phi = Math.max(fit.dispersion, 1);
    let sum = 0;
    fit.leverages((i, leverage) => {
      const y = count[i] as number;
      const mu = mean[i] as number;
      // A point that alone speaks for its season has no residual: it is what it was fitted to.
      if (leverage > MOST_LEVERAGE) {
        weight[i] = 1;
        sum += 1;
        return;
      }
      const free = phi * (1 - leverage);
      // Anscombe's residual is below Pearson's where y > μ: most points need no cube root.
      let own = 1;
      if (y > mu && (y - mu) ** 2 > threshold ** 2 * free * mu) {
        const residual = (1.5 * (y ** (2 / 3) * mu ** (-1 / 6) - Math.sqrt(mu))) / Math.sqrt(free);
        if (residual > threshold) own = residual ** -2;
      }
      weight[i] = own;
      sum += own;
    });
    const scale = length / sum;
    // R scales the weights even where none was changed, to 1.
    if (scale === 1) return true;
    for (let i = 0; i < length; i++) weight[i] = (weight[i] as number) * scale;
    return fit.fit(trend);
  }
}
