import type { MessageKey } from "../i18n/catalogue/index.ts";
import type { Detector, History } from "./detector.ts";
import { seasonalShareRule } from "./seasonal-share.ts";
import { shareRule } from "./share.ts";

/** The rules in use, the most demanding first: the first that fits a cell's history is taken. */
export const DETECTORS: readonly Detector[] = [seasonalShareRule, shareRule];

export interface Choice {
  readonly detector: Detector | null;
  /** Why this one, or why none: a text of the catalogue. */
  readonly reason: MessageKey;
}

/** Which rule tests a cell with such a history, and why. */
export function chooseDetector(history: History, detectors: readonly Detector[] = DETECTORS): Choice {
  for (const detector of detectors) {
    const reason = detector.applies(history);
    if (reason !== null) return { detector, reason };
  }
  return { detector: null, reason: "hotspots.reason.no_history" };
}
