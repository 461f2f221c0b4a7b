import type { MessageKey } from "../i18n/catalogue/index.ts";
import type { Detector, History } from "./detector.ts";
import { farringtonFlatRule, farringtonRule } from "./farrington.ts";
import { TREND_YEARS } from "./grain.ts";
import { shareRule } from "./share.ts";

/** The rules in use, the most demanding first: the first that fits a cell's history is taken. */
export const DETECTORS: readonly Detector[] = [farringtonRule, farringtonFlatRule, shareRule];

export interface Choice {
  readonly detector: Detector | null;
  /** Why this one, or why none: a text of the catalogue. */
  readonly reason: MessageKey;
  /** Past years that it can look at. */
  readonly years: number;
}

/**
 * Which rule tests a cell with such a history, and why. A period of a moving festival is not comparable to anything while
 * only one or two of these festivals are known.
 */
export function chooseDetector(history: History, detectors: readonly Detector[] = DETECTORS): Choice {
  const { years, festival } = history;
  if (festival && years >= 1 && years < TREND_YEARS)
    return { detector: null, reason: "hotspots.reason.festival", years };
  for (const detector of detectors) {
    const reason = detector.applies(history);
    if (reason !== null) return { detector, reason, years };
  }
  return { detector: null, reason: "hotspots.reason.no_history", years };
}
