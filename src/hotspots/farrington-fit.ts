import { SeasonTrendFit } from "../stats/season-trend-fit.ts";
import type { SeasonGroups } from "./season-groups.ts";

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
}

export interface FarringtonOptions {
  readonly groups: SeasonGroups;
  readonly trend: boolean;
  /** Standardised Anscombe residuals above this are weighted down; ∞ never. */
  readonly weightsThreshold: number;
}

/**
 * The fit of Farrington et al. (1996) as refined by Noufaily et al. (2013): a quasi-Poisson model with a season factor and
 * a trend, fitted twice; in the second fit points with a standardised Anscombe residual s above the threshold weigh s⁻²
 * times what the others do, so that past outbreaks raise the bar less. The trend is given up where the model with it
 * expects more than was ever seen in the baseline, or does not converge.
 */
export class FarringtonFitter {
  readonly #fit: SeasonTrendFit;
  readonly #options: FarringtonOptions;

  constructor(capacity: number, options: FarringtonOptions) {
    this.#fit = new SeasonTrendFit(capacity, options.groups.groups);
    this.#options = options;
  }

  /**
   * Fits the periods before `tested` that the groups name. `first` is the first period of the history; `exposure` stands
   * for every period, the tested one too.
   * @returns null where the history is too short or no model converges
   */
  at(observed: Float64Array, exposure: Float64Array, tested: number, first: number): FarringtonFit | null {
    const fit = this.#fit;
    const { groups } = this.#options;
    const length = groups.points(tested, first, fit.time, fit.group);
    if (length === 0) return null;
    let most = 0;
    let kept = 0;
    for (let i = 0; i < length; i++) {
      const t = fit.time[i] as number;
      const exposed = exposure[t] as number;
      // A period in which nobody complained of anything says nothing of this cell's part.
      if (!(exposed > 0)) continue;
      fit.time[kept] = t;
      fit.group[kept] = fit.group[i] as number;
      fit.y[kept] = observed[t] as number;
      fit.exposure[kept] = exposed;
      most = Math.max(most, observed[t] as number);
      kept += 1;
    }
    fit.length = kept;
    const season = groups.groups - 1;
    const exposed = exposure[tested] as number;
    for (const trend of this.#options.trend ? [true, false] : [false]) {
      if (!this.#twice(trend)) continue;
      const expected = fit.meanAt(tested, season, exposed);
      if (!Number.isFinite(expected) || (trend && expected > most)) continue;
      const phi = Math.max(fit.dispersion, 1);
      const logVariance = phi * fit.logVarianceAt(tested, season);
      return { expected, phi, freedom: fit.freedom, logVariance, trend, slope: fit.slope };
    }
    return null;
  }

  /** Fits, weighs by the residuals, fits again. */
  #twice(trend: boolean): boolean {
    const fit = this.#fit;
    fit.weight.fill(1, 0, fit.length);
    if (!fit.fit(trend)) return false;
    const { weightsThreshold } = this.#options;
    if (weightsThreshold === Number.POSITIVE_INFINITY) return true;
    const phi = Math.max(fit.dispersion, 1);
    let sum = 0;
    for (let i = 0; i < fit.length; i++) {
      const mean = fit.mean[i] as number;
      const y = fit.y[i] as number;
      const raw = 1.5 * (y ** (2 / 3) * mean ** (-1 / 6) - Math.sqrt(mean));
      const residual = raw / Math.sqrt(phi * (1 - fit.leverage(i)));
      const weight = residual > weightsThreshold ? residual ** -2 : 1;
      fit.weight[i] = weight;
      sum += weight;
    }
    const scale = fit.length / sum;
    for (let i = 0; i < fit.length; i++) fit.weight[i] = (fit.weight[i] as number) * scale;
    return fit.fit(trend);
  }
}
