import type { WarningKind, WarningRisk } from "../../warnings/record.ts";

/** The three scales of CAP 1.2 (3.2.2). */
export interface CapLevels {
  readonly urgency: "Future" | "Past" | "Unknown";
  readonly severity: "Severe" | "Moderate" | "Minor" | "Unknown";
  readonly certainty: "Observed" | "Possible" | "Unknown";
}

// Immediate and Expected mean to act at once or within the hour, and wake people up by their phones: no consumer warning asks for
// that. A warning tells of what is going on, an early warning of what may come, advice of nothing in particular.
const KINDS: Readonly<Record<WarningKind, Pick<CapLevels, "urgency" | "certainty">>> = {
  warning: { urgency: "Future", certainty: "Observed" },
  early_warning: { urgency: "Future", certainty: "Possible" },
  advice: { urgency: "Unknown", certainty: "Unknown" },
};

// Extreme is for an extraordinary threat to life or property: money lost to a business is none.
const RISKS: Readonly<Record<WarningRisk, CapLevels["severity"]>> = {
  serious: "Severe",
  high: "Moderate",
  medium: "Minor",
  low: "Minor",
  not_given: "Unknown",
};

/** Our own mapping of kind and risk level to the scales of CAP; the levels themselves stand beside it as parameters. */
export const capLevels = (kind: WarningKind, risk: WarningRisk): CapLevels => ({
  ...KINDS[kind],
  severity: RISKS[risk],
});

/** Of what was superseded or withdrawn: nobody need act on it any more, and how grave it was is not said. */
export const CANCELLED: CapLevels = { urgency: "Past", severity: "Unknown", certainty: "Unknown" };
