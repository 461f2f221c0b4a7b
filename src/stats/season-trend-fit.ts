/** Mean of a fit is never below this, as in R's `poisson()$linkinv`. */
const LEAST_MEAN = 2.220446049250313e-16;
const TOLERANCE = 1e-8;
const MOST_STEPS = 25;

/** log n and log(n + 0.1) of small counts: most of what a fit would spend its time on. */
const TABLE = 1024;
const LOG = Float64Array.from({ length: TABLE }, (_, n) => Math.log(n));
const LOG_START = Float64Array.from({ length: TABLE }, (_, n) => Math.log(n + 0.1));
const logOf = (n: number) => LOG[n] ?? Math.log(n);
const logOfStart = (n: number) => LOG_START[n] ?? Math.log(n + 0.1);

/** Which periods a fit looks at, season by season: those of season g end before `end[g]`. */
export interface SeasonLayout {
  readonly time: Int32Array;
  readonly end: Int32Array;
}

/** What is fitted: one element a period. */
export interface FitSeries {
  readonly observed: Float64Array;
  /** What the counts are exposed to: ones where there is no offset. Periods with 0 are left out. */
  readonly exposure: Float64Array;
  /** log exposure. */
  readonly logExposure: Float64Array;
}

/** A mean and what is known of it. */
export interface MeanAt {
  readonly mean: number;
  /** Variance of log mean, for a dispersion of 1. */
  readonly logVariance: number;
}

/**
 * Room for fits of up to `capacity` points and periods, used over and over: a fit allocates nothing.
 *
 * The model is log μ = log exposure + α(season) + β · time, the variance φ · μ (quasi-Poisson). A factor with a common
 * slope is an analysis of covariance, so that each step of the iteratively reweighted least squares has a closed form:
 * with weights w and means t̄, z̄ of time and working response within each season, β = Σ w (t − t̄)(z − z̄) / Σ w (t − t̄)² and
 * α = z̄ − β t̄. Start, stop rule and floor are those of R's `glm.fit`, and so are its results to about 1e-13.
 */
export class SeasonTrendFit {
  /** Points that are fitted. */
  length = 0;
  /** Prior weights of the points, > 0. */
  readonly weight: Float64Array;
  /** Their counts and fitted means. */
  readonly count: Float64Array;
  readonly mean: Float64Array;
  /** Slope a period on the log scale, 0 without trend. */
  slope = 0;
  /** Pearson's dispersion as R reckons it, not floored; 1 without degrees of freedom. */
  dispersion = 1;
  /** Residual degrees of freedom. */
  freedom = 0;
  /** The largest count among the points, and the largest for a unit of exposure. */
  most = 0;
  mostRate = 0;

  readonly #seasons: number;
  readonly #end: Int32Array;
  readonly #period: Int32Array;
  readonly #time: Float64Array;
  readonly #exposure: Float64Array;
  readonly #start: Float64Array;
  readonly #entropy: Float64Array;
  /** The means of the step before the last, whose weights the last one used. */
  readonly #earlier: Float64Array;
  /** e^(β (t − centre)) of each period. */
  readonly #power: Float64Array;
  readonly #alpha: Float64Array;
  /** Σ w, Σ wt, Σ wz, Σ wt², Σ wtz of each season for the next step. */
  readonly #moments: Float64Array;
  /** Σ w, t̄ and z̄ of each season, and Σ w (t − t̄)², as the last step used them. */
  readonly #sum: Float64Array;
  readonly #timeMean: Float64Array;
  readonly #responseMean: Float64Array;
  #square = 0;
  #centre = 0;
  #first = 0;
  #last = 0;

  constructor(capacity: number, seasons: number) {
    const column = () => new Float64Array(capacity);
    this.#seasons = seasons;
    this.#end = new Int32Array(seasons);
    this.#period = new Int32Array(capacity);
    this.weight = column();
    this.count = column();
    this.mean = column();
    this.#time = column();
    this.#exposure = column();
    this.#start = column();
    this.#entropy = column();
    this.#earlier = column();
    this.#power = column();
    this.#alpha = new Float64Array(seasons);
    this.#moments = new Float64Array(5 * seasons);
    this.#sum = new Float64Array(seasons);
    this.#timeMean = new Float64Array(seasons);
    this.#responseMean = new Float64Array(seasons);
  }

  /** Takes the points of a series that a layout names, all of weight 1. */
  load(layout: SeasonLayout, series: FitSeries): void {
    const { observed, exposure, logExposure } = series;
    let length = 0;
    let [from, first, last, most, mostRate] = [0, Number.POSITIVE_INFINITY, 0, 0, 0];
    for (let season = 0; season < this.#seasons; season++) {
      const to = layout.end[season] as number;
      for (let i = from; i < to; i++) {
        const t = layout.time[i] as number;
        const exposed = exposure[t] as number;
        if (!(exposed > 0)) continue;
        const count = observed[t] as number;
        const log = logExposure[t] as number;
        this.#period[length] = t;
        this.count[length] = count;
        this.#exposure[length] = exposed;
        this.#start[length] = logOfStart(count) - log;
        this.#entropy[length] = count > 0 ? count * (logOf(count) - log) : 0;
        if (count > most) most = count;
        if (count > mostRate * exposed) mostRate = count / exposed;
        if (t < first) first = t;
        if (t > last) last = t;
        length += 1;
      }
      this.#end[season] = length;
      from = to;
    }
    this.length = length;
    this.most = most;
    this.mostRate = mostRate;
    [this.#first, this.#last] = length > 0 ? [first, last] : [0, 0];
    // R has no centre; with one, powers of e^β stay within range.
    this.#centre = Math.round((this.#first + this.#last) / 2);
    for (let i = 0; i < length; i++) this.#time[i] = (this.#period[i] as number) - this.#centre;
    this.weight.fill(1, 0, length);
  }

  /** The loaded points' count for each unit of exposure: of all, or of one season; 0 where there is no exposure. */
  rate(season?: number): number {
    const from = season === undefined || season === 0 ? 0 : (this.#end[season - 1] as number);
    const to = season === undefined ? this.length : (this.#end[season] as number);
    let counts = 0;
    let exposure = 0;
    for (let i = from; i < to; i++) {
      counts += this.count[i] as number;
      exposure += this.#exposure[i] as number;
    }
    return exposure > 0 ? counts / exposure : 0;
  }

  /** Fits the loaded points with the weights as they are. Gives false where the iteration does not come to an end. */
  fit(trend: boolean): boolean {
    let old = this.#begin();
    for (let step = 0; step < MOST_STEPS; step++) {
      if (!this.#solve(trend)) return false;
      const { deviance, pearson } = this.#advance();
      if (!Number.isFinite(deviance)) return false;
      if (Math.abs(deviance - old) / (Math.abs(deviance) + 0.1) < TOLERANCE) {
        let used = 0;
        for (const sum of this.#sum) if (sum > 0) used += 1;
        this.freedom = this.length - used - (trend ? 1 : 0);
        this.dispersion = this.freedom > 0 ? pearson / this.freedom : 1;
        return true;
      }
      old = deviance;
    }
    return false;
  }

  /** Sets the start values μ = y + 0.1; gives their deviance. */
  #begin(): number {
    const { count, weight, mean } = this;
    const [start, time, entropy] = [this.#start, this.#time, this.#entropy];
    let deviance = 0;
    let i = 0;
    for (let season = 0; season < this.#seasons; season++) {
      const end = this.#end[season] as number;
      let w0 = 0;
      let wt = 0;
      let wz = 0;
      let wtt = 0;
      let wtz = 0;
      for (; i < end; i++) {
        const y = count[i] as number;
        const mu = y + 0.1;
        const eta = start[i] as number;
        const t = time[i] as number;
        const own = weight[i] as number;
        mean[i] = mu;
        deviance += own * ((entropy[i] as number) - y * eta + 0.1);
        const z = eta - 0.1 / mu;
        const w = own * mu;
        w0 += w;
        wt += w * t;
        wz += w * z;
        wtt += w * t * t;
        wtz += w * t * z;
      }
      this.#keep(season, w0, wt, wz, wtt, wtz);
    }
    return 2 * deviance;
  }

  /** Keeps the moments of a season for the next step; numbers one by one, as an array would cost more than the sums. */
  #keep(season: number, w0: number, wt: number, wz: number, wtt: number, wtz: number): void {
    const moments = this.#moments;
    const at = 5 * season;
    moments[at] = w0;
    moments[at + 1] = wt;
    moments[at + 2] = wz;
    moments[at + 3] = wtt;
    moments[at + 4] = wtz;
  }

  /** One step of least squares from the moments. */
  #solve(trend: boolean): boolean {
    const [moments, sum, timeMean, responseMean] = [this.#moments, this.#sum, this.#timeMean, this.#responseMean];
    let square = 0;
    let product = 0;
    for (let season = 0; season < this.#seasons; season++) {
      const at = 5 * season;
      const w = moments[at] as number;
      sum[season] = w;
      if (w === 0) continue;
      const t = (moments[at + 1] as number) / w;
      const z = (moments[at + 2] as number) / w;
      timeMean[season] = t;
      responseMean[season] = z;
      square += (moments[at + 3] as number) - w * t * t;
      product += (moments[at + 4] as number) - w * t * z;
    }
    if (trend && !(square > 0)) return false;
    this.#square = trend ? square : 0;
    const slope = trend ? product / square : 0;
    this.slope = slope;
    for (let season = 0; season < this.#seasons; season++) {
      this.#alpha[season] =
        (sum[season] as number) > 0
          ? (responseMean[season] as number) - slope * (timeMean[season] as number)
          : Number.NaN;
    }
    this.#raise(slope);
    return true;
  }

  #raise(slope: number): void {
    const power = this.#power;
    const centre = this.#centre;
    const up = Math.exp(slope);
    const down = 1 / up;
    power[centre] = 1;
    for (let t = centre + 1; t <= this.#last; t++) power[t] = (power[t - 1] as number) * up;
    for (let t = centre - 1; t >= this.#first; t--) power[t] = (power[t + 1] as number) * down;
  }

  /** New means, their deviance and Pearson's statistic, and the moments of the next step. */
  #advance(): { deviance: number; pearson: number } {
    const { count, weight, mean } = this;
    const [period, time, exposure, entropy, earlier, power] = [
      this.#period,
      this.#time,
      this.#exposure,
      this.#entropy,
      this.#earlier,
      this.#power,
    ];
    const slope = this.slope;
    let deviance = 0;
    let pearson = 0;
    let i = 0;
    for (let season = 0; season < this.#seasons; season++) {
      const end = this.#end[season] as number;
      const alpha = this.#alpha[season] as number;
      const level = Math.exp(alpha);
      let w0 = 0;
      let wt = 0;
      let wz = 0;
      let wtt = 0;
      let wtz = 0;
      for (; i < end; i++) {
        const y = count[i] as number;
        const t = time[i] as number;
        const own = weight[i] as number;
        const before = mean[i] as number;
        const eta = alpha + slope * t;
        let mu = level * (power[period[i] as number] as number) * (exposure[i] as number);
        if (!(mu > LEAST_MEAN)) mu = LEAST_MEAN;
        const gap = y - mu;
        const relative = gap / mu;
        deviance += own * ((entropy[i] as number) - y * eta - gap);
        pearson += own * before * relative * relative;
        earlier[i] = before;
        mean[i] = mu;
        const z = eta + relative;
        const w = own * mu;
        w0 += w;
        wt += w * t;
        wz += w * z;
        wtt += w * t * t;
        wtz += w * t * z;
      }
      this.#keep(season, w0, wt, wz, wtt, wtz);
    }
    return { deviance: 2 * deviance, pearson };
  }

  /** Variance of the slope for a dispersion of 1; 0 without trend. */
  get slopeVariance(): number {
    return this.#square > 0 ? 1 / this.#square : 0;
  }

  /** Calls `visit` with each point and its leverage: its part in its own fitted value, 0 to 1. */
  leverages(visit: (point: number, leverage: number) => void): void {
    let i = 0;
    for (let season = 0; season < this.#seasons; season++) {
      const end = this.#end[season] as number;
      const sum = this.#sum[season] as number;
      const timeMean = this.#timeMean[season] as number;
      for (; i < end; i++) {
        const apart = (this.#time[i] as number) - timeMean;
        const slope = this.#square > 0 ? (apart * apart) / this.#square : 0;
        visit(i, (this.weight[i] as number) * (this.#earlier[i] as number) * (1 / sum + slope));
      }
    }
  }

  /** The mean at a period in a season: NaN where that season has no points. */
  meanAt(period: number, season: number, exposure: number): MeanAt {
    const time = period - this.#centre;
    const apart = time - (this.#timeMean[season] as number);
    return {
      mean: exposure * Math.exp((this.#alpha[season] as number) + this.slope * time),
      logVariance: 1 / (this.#sum[season] as number) + (this.#square > 0 ? (apart * apart) / this.#square : 0),
    };
  }

  /**
   * The same with the season's level drawn towards the mean of all seasons, as far as their spread is no more than the
   * dispersion leads to expect: empirical Bayes, with the variance between seasons by moments (DerSimonian & Laird 1986).
   * Where seasons do not differ the whole past speaks for the level, not one season in ten.
   */
  shrunkMeanAt(period: number, season: number, exposure: number): MeanAt {
    const phi = Math.max(this.dispersion, 1);
    const [sum, alpha] = [this.#sum, this.#alpha];
    let [weights, squares, total, used] = [0, 0, 0, 0];
    for (let g = 0; g < this.#seasons; g++) {
      const w = (sum[g] as number) / phi;
      if (!(w > 0)) continue;
      weights += w;
      squares += w * w;
      total += w * (alpha[g] as number);
      used += 1;
    }
    const centre = total / weights;
    let spread = 0;
    for (let g = 0; g < this.#seasons; g++) {
      const w = (sum[g] as number) / phi;
      if (w > 0) spread += w * ((alpha[g] as number) - centre) ** 2;
    }
    const scale = weights - squares / weights;
    const between = used > 1 && scale > 0 ? Math.max(0, (spread - (used - 1)) / scale) : 0;
    const plain = this.meanAt(period, season, exposure);
    const own = phi / (sum[season] as number);
    const kept = used > 1 ? between / (between + own) : 1;
    const level = centre + kept * ((alpha[season] as number) - centre);
    const variance = plain.logVariance * phi - own + kept * own + (1 - kept) ** 2 / weights;
    return {
      mean: exposure * Math.exp(level + this.slope * (period - this.#centre)),
      logVariance: variance / phi,
    };
  }
}
