import { negativeBinomialUpperTail } from "../../stats/negative-binomial.ts";
import { normalCdf } from "../../stats/normal.ts";
import { farringtonOptions } from "../farrington.ts";
import { FarringtonFitter, type FarringtonOptions } from "../farrington-fit.ts";
import { MOST_YEARS, TREND_YEARS } from "../grain.ts";
import { upperTail } from "../predict.ts";
import { ears, earsTail } from "./ears.ts";
import { WEEKS } from "./scenarios.ts";

/** What a method says of week t: how it would call the probability of so many or more; 1 where it has nothing to say. */
export interface Judged {
  readonly expected: number;
  tail(observed: number): number;
}

/** A method that is measured on the scenarios: ours, or one to compare it with. */
export interface Compared {
  readonly id: string;
  /** Looks at week t of a series that is complete from week 0 on. */
  at(series: Float64Array, t: number): Judged | null;
}

const ones = new Float64Array(WEEKS).fill(1);
const zeros = new Float64Array(WEEKS);

/** Weeks of exactly 52 to a year, as the scenarios have them. */
const before = (tested: number, years: number) => tested - 52 * years;

/** Our rule with so many past years, without the gate: every week of every series is judged. */
function ours(id: string, options: FarringtonOptions): Compared {
  const fitter = new FarringtonFitter(WEEKS, { ...options, leastExpected: 0 });
  return {
    id,
    at(observed, t) {
      const fit = fitter.at({ observed, exposure: ones, logExposure: zeros }, t, 0);
      if (!fit) return null;
      const { expected, phi, logVariance, freedom } = fit;
      const prediction = { expected, phi: phi + expected * logVariance, freedom };
      return { expected, tail: (y) => upperTail(y, prediction) };
    },
  };
}

function weekly(id: string, years: number): Compared {
  const { shape, ...options } = farringtonOptions("week", years);
  return ours(id, { ...options, shape: { ...shape, before } });
}

/** Months to a series, and how many of the last are looked at. */
export const MONTHS = 144;
export const MONTHS_TESTED = 12;

/** Our rule by months, with so many past years. */
export function monthly(years: number): Compared {
  return ours(`farrington${years >= TREND_YEARS ? "" : "-flat"}.b${years}`, farringtonOptions("month", years));
}

/** R's farringtonFlexible with the negative binomial threshold, as Noufaily et al. have it. */
function noufaily(id: string): Compared {
  const options: FarringtonOptions = {
    shape: { years: 5, window: 3, seasons: 10, recent: 26, before },
    trend: true,
    weightsThreshold: 2.58,
    shrink: false,
    consistent: false,
    extrapolation: "drop",
    leastExpected: 0,
  };
  const fitter = new FarringtonFitter(WEEKS, options);
  return {
    id,
    at(observed, t) {
      const fit = fitter.at({ observed, exposure: ones, logExposure: zeros }, t, 0);
      return fit && { expected: fit.expected, tail: (y) => negativeBinomialUpperTail(y, fit.expected, fit.phi) };
    },
  };
}

/**
 * Farrington et al. (1996, JRSS A 159:547): the same weeks ± 3 of five past years, all outliers weighed down, the trend only
 * where it is significant at 5 % and does not lead beyond what was seen, and a bound that takes the count to the power
 * 2/3 for normal. Unlike R's version the standard error of the mean has the dispersion in it that the model has.
 */
function original(id: string): Compared {
  const options: Omit<FarringtonOptions, "trend"> = {
    shape: { years: 5, window: 3, seasons: 1, recent: 3, before },
    weightsThreshold: 1,
    shrink: false,
    consistent: false,
    extrapolation: "drop",
    leastExpected: 0,
  };
  const fitters = [true, false].map((trend) => new FarringtonFitter(WEEKS, { ...options, trend }));
  return {
    id,
    at(observed, t) {
      const series = { observed, exposure: ones, logExposure: zeros };
      const withTrend = fitters[0]?.at(series, t, 0);
      const keeps = withTrend?.trend && Math.abs(withTrend.slope) > 1.96 * withTrend.slopeDeviation;
      const fit = keeps ? withTrend : fitters[1]?.at(series, t, 0);
      if (!fit) return null;
      const { expected, phi, logVariance } = fit;
      const deviation = Math.sqrt((4 / 9) * expected ** (1 / 3) * (phi + expected * logVariance));
      return {
        expected,
        tail: (y) => (y > 0 ? normalCdf(-(y ** (2 / 3) - expected ** (2 / 3)) / deviation) : 1),
      };
    },
  };
}

/** EARS; the standard deviation is at least 0.5. */
function early(id: string, method: "C1" | "C2" | "C3"): Compared {
  return {
    id,
    at(observed, t) {
      const found = ears(method, observed, t, 0.5);
      if (!found) return null;
      const { mean, deviation } = found;
      return {
        expected: mean,
        tail: (y) => earsTail(method === "C3" ? found : { ...found, score: (y - mean) / deviation }),
      };
    },
  };
}

/** All that are measured on the scenarios; the first one is the rule in use. */
export function comparedMethods(): readonly Compared[] {
  return [
    weekly("farrington", MOST_YEARS),
    weekly("farrington.b5", 5),
    weekly("farrington.b3", 3),
    weekly("farrington-flat.b2", 2),
    weekly("farrington-flat.b1", 1),
    noufaily("noufaily"),
    original("farrington-1996"),
    early("ears-c1", "C1"),
    early("ears-c2", "C2"),
    early("ears-c3", "C3"),
  ];
}
