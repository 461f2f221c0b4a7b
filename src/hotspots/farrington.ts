import type { Detector, Outlook, Series } from "./detector.ts";
import { FarringtonFitter, type FarringtonOptions } from "./farrington-fit.ts";
import { type Grain, seasonalRules, TREND_YEARS, yearsBefore } from "./grain.ts";
import { yearsOfHistory } from "./history.ts";
import { LEAST_EXPECTED, predict } from "./predict.ts";

/** Standardised Anscombe residuals above this weigh less. Noufaily et al. have 2.58. */
const WEIGHTS_THRESHOLD = 1.7;

/** A cell is tested from one expected complainant on; below a fifth of that, season and trend would have to make up for five. */
const LEAST_FITTED = LEAST_EXPECTED / 5;

/** How the rule in use fits so many past years. */
export function farringtonOptions(grain: Grain, years: number): FarringtonOptions {
  return {
    shape: {
      ...seasonalRules(grain, years),
      years,
      before: (tested, back) => yearsBefore(grain, tested, back),
    },
    trend: years >= TREND_YEARS,
    weightsThreshold: WEIGHTS_THRESHOLD,
    shrink: true,
    consistent: true,
    extrapolation: "follow",
    leastExpected: LEAST_FITTED,
  };
}

/** Fitters of a calendar by grain and years: room for one fit each, and the periods that it looks at. */
const fitters = new WeakMap<Uint8Array, Map<string, FarringtonFitter>>();

function fitterOf(grain: Grain, years: number, festival: Uint8Array): FarringtonFitter {
  let own = fitters.get(festival);
  if (own === undefined) {
    own = new Map();
    fitters.set(festival, own);
  }
  const key = `${grain} ${years}`;
  let fitter = own.get(key);
  if (fitter === undefined) {
    const { shape, ...options } = farringtonOptions(grain, years);
    fitter = new FarringtonFitter(festival.length, { ...options, shape: { ...shape, festival } });
    own.set(key, fitter);
  }
  return fitter;
}

function detect(series: Series, from: number, to: number, out: Outlook): void {
  const { grain, observed, exposure, start, festival } = series;
  for (let t = from; t < to; t++) {
    if (!((exposure[t] as number) > 0)) continue;
    const fit = fitterOf(grain, yearsOfHistory(grain, t, start), festival).at(series, t, start);
    if (fit === null) continue;
    const { expected, phi, logVariance, freedom } = fit;
    predict(out, t, observed[t] as number, { expected, phi: phi + expected * logVariance, freedom });
  }
}

/**
 * Farrington & Noufaily's rule for cells with three past years or more (Noufaily et al. 2013, Stat Med 32:1206): season,
 * trend and dispersion from up to seven past years, the last half-year left out, past outbreaks weighed down, and a negative
 * binomial range. Four things differ from R's farringtonFlexible: the cell is measured as a share of all other complaints,
 * the uncertainty of mean and dispersion widens the range, levels of seasons are drawn together as far as chance explains
 * their spread (`shrunkMeanAt`), and more of the past is weighed down while the dispersion makes up for it (`consistent`).
 * At the same rate of false alarms it finds more, and small p come up about as often as they say; see the bench.
 */
export const farringtonRule: Detector = {
  id: "farrington",
  name: "hotspots.detector.farrington",
  version: "1",
  applies: ({ years }) => (years >= TREND_YEARS ? "hotspots.reason.farrington" : null),
  detect,
};

/** The same for cells with one or two past years: without trend, and only the last quarter left out. */
export const farringtonFlatRule: Detector = {
  id: "farrington-flat",
  name: "hotspots.detector.farrington-flat",
  version: "1",
  applies: ({ years }) => (years >= 1 ? "hotspots.reason.farrington_flat" : null),
  detect,
};
