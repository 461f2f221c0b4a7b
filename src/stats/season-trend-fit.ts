/** Mean of a fit is never below this, as in R's `poisson()$linkinv`. */
const LEAST_MEAN = 2.220446049250313e-16;
const TOLERANCE = 1e-8;
const MOST_STEPS = 25;

/** What a log-linear model is fitted to, one element a point. Only the first `length` elements count. */
export interface FitData {
  length: number;
  /** Counts. */
  readonly y: Float64Array;
  /** The time of each point: an integer, at least 0 and less than the capacity. */
  readonly time: Int32Array;
  /** Its season, 0 … groups − 1. */
  readonly group: Int32Array;
  /** What it is exposed to (1 where there is no offset), > 0. */
  readonly exposure: Float64Array;
  /** Prior weights, > 0. */
  readonly weight: Float64Array;
}

/**
 * Room for fits of up to `capacity` points, with times below `capacity`, used over and over: a fit allocates nothing.
 *
 * The model is log μ = log exposure + α(group) + β · time, the variance φ · μ (quasi-Poisson). A factor with a common
 * slope is an analysis of covariance, so that each step of the iteratively reweighted least squares has a closed form:
 * with weights w and means t̄, z̄ of time and working response within each group, β = Σ w (t − t̄)(z − z̄) / Σ w (t − t̄)² and
 * α = z̄ − β t̄. Start, stop rule and floor are those of R's `glm.fit`, and so are its results to about 1e-10.
 */
export class SeasonTrendFit implements FitData {
  length = 0;
  readonly y: Float64Array;
  readonly time: Int32Array;
  readonly group: Int32Array;
  readonly exposure: Float64Array;
  readonly weight: Float64Array;
  /** Fitted means. */
  readonly mean: Float64Array;
  /** Slope a period on the log scale, 0 without trend. */
  slope = 0;
  /** Pearson's dispersion as R reckons it, not floored; 1 without degrees of freedom. */
  dispersion = 1;
  /** Residual degrees of freedom. */
  freedom = 0;

  readonly #alpha: Float64Array;
  readonly #sum: Float64Array;
  readonly #timeMean: Float64Array;
  readonly #responseMean: Float64Array;
  readonly #power: Float64Array;
  readonly #level: Float64Array;
  readonly #working: Float64Array;
  readonly #entropy: Float64Array;
  /** The means of the step before the last, whose weights the last one used. */
  readonly #earlier: Float64Array;
  /** Weighted sum of squares of time within groups, at the last step. */
  #square = 0;
  #centre = 0;

  constructor(capacity: number, groups: number) {
    const column = () => new Float64Array(capacity);
    this.y = column();
    this.time = new Int32Array(capacity);
    this.group = new Int32Array(capacity);
    this.exposure = column();
    this.weight = column();
    this.mean = column();
    this.#working = column();
    this.#entropy = column();
    this.#earlier = column();
    this.#power = column();
    this.#alpha = new Float64Array(groups);
    this.#sum = new Float64Array(groups);
    this.#timeMean = new Float64Array(groups);
    this.#responseMean = new Float64Array(groups);
    this.#level = new Float64Array(groups);
  }

  /** Fits the points that stand in the columns. Gives false where the iteration does not come to an end. */
  fit(trend: boolean): boolean {
    const { length, y, time, group, exposure, weight, mean } = this;
    const working = this.#working;
    const entropy = this.#entropy;
    const earlier = this.#earlier;
    this.#centre = length > 0 ? Math.round(((time[0] as number) + (time[length - 1] as number)) / 2) : 0;
    let old = 0;
    for (let i = 0; i < length; i++) {
      const count = y[i] as number;
      const start = count + 0.1;
      mean[i] = start;
      // z without its offset: log(μ / exposure) + (y − μ)/μ.
      working[i] = Math.log(start / (exposure[i] as number)) + (count - start) / start;
      old += (weight[i] as number) * ((count > 0 ? count * Math.log(count / start) : 0) - (count - start));
      entropy[i] = count > 0 ? count * Math.log(count / (exposure[i] as number)) : 0;
    }
    old *= 2;
    for (let step = 0; step < MOST_STEPS; step++) {
      if (!this.#solve(trend)) return false;
      this.#raise();
      // μ = exposure · e^α · (e^β)^t, and from it deviance, Pearson's statistic and the next working response.
      let deviance = 0;
      let pearson = 0;
      for (let i = 0; i < length; i++) {
        const g = group[i] as number;
        const count = y[i] as number;
        const eta = (this.#alpha[g] as number) + this.slope * ((time[i] as number) - this.#centre);
        const rate = (this.#level[g] as number) * (this.#power[time[i] as number] as number);
        const before = mean[i] as number;
        earlier[i] = before;
        let value = rate * (exposure[i] as number);
        if (!(value > LEAST_MEAN)) value = LEAST_MEAN;
        const gap = count - value;
        const relative = gap / value;
        const own = weight[i] as number;
        // y log(y/μ) − (y − μ), with log(μ / exposure) = η.
        deviance += own * ((entropy[i] as number) - (count > 0 ? count * eta : 0) - gap);
        pearson += own * before * relative * relative;
        mean[i] = value;
        working[i] = eta + relative;
      }
      deviance *= 2;
      if (!Number.isFinite(deviance)) return false;
      if (Math.abs(deviance - old) / (Math.abs(deviance) + 0.1) < TOLERANCE) {
        this.freedom = length - this.#used() - (trend ? 1 : 0);
        this.dispersion = this.freedom > 0 ? pearson / this.freedom : 1;
        return true;
      }
      old = deviance;
    }
    return false;
  }

  /** One step of least squares; the weights are those of the means as they stand. */
  #solve(trend: boolean): boolean {
    const { length, time, group, weight, mean } = this;
    const [alpha, sum, timeMean, responseMean] = [this.#alpha, this.#sum, this.#timeMean, this.#responseMean];
    const working = this.#working;
    const centre = this.#centre;
    sum.fill(0);
    timeMean.fill(0);
    responseMean.fill(0);
    for (let i = 0; i < length; i++) {
      const g = group[i] as number;
      const w = (weight[i] as number) * (mean[i] as number);
      sum[g] = (sum[g] as number) + w;
      timeMean[g] = (timeMean[g] as number) + w * ((time[i] as number) - centre);
      responseMean[g] = (responseMean[g] as number) + w * (working[i] as number);
    }
    for (let g = 0; g < sum.length; g++) {
      const all = sum[g] as number;
      if (all === 0) continue;
      timeMean[g] = (timeMean[g] as number) / all;
      responseMean[g] = (responseMean[g] as number) / all;
    }
    let square = 0;
    let product = 0;
    if (trend) {
      for (let i = 0; i < length; i++) {
        const g = group[i] as number;
        const w = (weight[i] as number) * (mean[i] as number);
        const apart = (time[i] as number) - centre - (timeMean[g] as number);
        square += w * apart * apart;
        product += w * apart * ((working[i] as number) - (responseMean[g] as number));
      }
      if (!(square > 0)) return false;
    }
    this.#square = square;
    this.slope = trend ? product / square : 0;
    for (let g = 0; g < sum.length; g++) {
      alpha[g] =
        (sum[g] as number) > 0 ? (responseMean[g] as number) - this.slope * (timeMean[g] as number) : Number.NaN;
    }
    return true;
  }

  /** e^(β (t − centre)) of every time up to the last, and e^α of every group. */
  #raise(): void {
    const { length, time } = this;
    const power = this.#power;
    const last = time[length - 1] as number;
    const first = time[0] as number;
    const up = Math.exp(this.slope);
    const down = 1 / up;
    power[this.#centre] = 1;
    for (let t = this.#centre + 1; t <= last; t++) power[t] = (power[t - 1] as number) * up;
    for (let t = this.#centre - 1; t >= first; t--) power[t] = (power[t + 1] as number) * down;
    for (let g = 0; g < this.#level.length; g++) this.#level[g] = Math.exp(this.#alpha[g] as number);
  }

  /** Groups that have points. */
  #used(): number {
    let used = 0;
    for (const sum of this.#sum) if (sum > 0) used += 1;
    return used;
  }

  /** The leverage of point i: its part in its own fitted value, 0 to 1. */
  leverage(i: number): number {
    const g = this.group[i] as number;
    const apart = (this.time[i] as number) - this.#centre - (this.#timeMean[g] as number);
    const slope = this.#square > 0 ? (apart * apart) / this.#square : 0;
    return (this.weight[i] as number) * (this.#earlier[i] as number) * (1 / (this.#sum[g] as number) + slope);
  }

  /** The mean at a time in a season: NaN where that season has no points. */
  meanAt(time: number, group: number, exposure: number): number {
    return exposure * Math.exp((this.#alpha[group] as number) + this.slope * (time - this.#centre));
  }

  /** The variance of log mean at that point, for a dispersion of 1. */
  logVarianceAt(time: number, group: number): number {
    const apart = time - this.#centre - (this.#timeMean[group] as number);
    return 1 / (this.#sum[group] as number) + (this.#square > 0 ? (apart * apart) / this.#square : 0);
  }
}
