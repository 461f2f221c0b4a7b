import type { MessageKey } from "../i18n/catalogue/index.ts";
import type { Grain } from "./grain.ts";

/** One cell's past as columns, one element a period, the oldest first. */
export interface Series {
  readonly grain: Grain;
  /** Distinct complainants of the cell. */
  readonly observed: Float64Array;
  /**
   * What the cell is measured against: complainants of all other complaints, those of each source weighed as the cell's own
   * complaints are spread over the sources. Only its ratios between periods matter. 0 where nothing came in and in
   * periods that the register of breaks excludes: these say nothing and are not tested.
   */
  readonly exposure: Float64Array;
  /** log exposure. */
  readonly logExposure: Float64Array;
  /** The part of the period's complaints that is in, 0 to 1; under 1 in a period that has not ended. */
  readonly completeness: Float64Array;
  /** 1 in periods of a moving festival, which are a season of their own. */
  readonly festival: Uint8Array;
  /** The first period that counts as history: from here on a zero is a zero, not a gap. */
  readonly start: number;
}

/** What detectors write, one element a period of the series; NaN where they have nothing to say. */
export interface Outlook {
  /** Expected complainants, ≥ 0. */
  readonly expected: Float64Array;
  /** The 95 % prediction range, ends included. NaN where the period was not tested. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** P(as many or more | nothing has changed). NaN where the period was not tested. */
  readonly p: Float64Array;
  /** Variance over mean of the predictive distribution, ≥ 1, with the baseline's own uncertainty in it. */
  readonly phi: Float64Array;
}

/** How much a detector could know of a cell. */
export interface History {
  readonly grain: Grain;
  /** Periods from the start of the cell's history to the tested one, without it. */
  readonly periods: number;
  /** Past years in which the same time of the year lies within the history, window and all. */
  readonly years: number;
  /** Whether the tested period belongs to a moving festival. */
  readonly festival: boolean;
}

/** A rule that says what a period should have brought and how unlikely more is. What detectors keep is only scratch room. */
export interface Detector {
  /** Stable name, written beside every flag. */
  readonly id: string;
  /** What readers see it called: a text of the catalogue. */
  readonly name: MessageKey;
  /** Raised whenever a figure could come out differently. */
  readonly version: string;
  /** Why this rule fits a cell with such a history: a text of the catalogue; null where it does not fit. */
  applies(history: History): MessageKey | null;
  /** Writes the outlook of the periods `from` ≤ t < `to`, each from the periods before it alone. */
  detect(series: Series, from: number, to: number, out: Outlook): void;
}

/** An outlook over `periods` periods with nothing in it. */
export function emptyOutlook(periods: number): Outlook {
  const column = () => new Float64Array(periods).fill(Number.NaN);
  return { expected: column(), low: column(), high: column(), p: column(), phi: column() };
}
