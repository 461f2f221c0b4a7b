import type { Release } from "../release/read.ts";
import type { Evidence } from "./evidence.ts";
import type { HistoryEntry } from "./history.ts";
import type { Warning } from "./read.ts";
import { placeholder } from "./values.ts";

/**
 * How the figures of a warning stand in a later release.
 * - `same`: as they are printed.
 * - `grown`: more complaints have come in late, and the rise still stands. What was printed was true on its day.
 * - `changed`: fewer people, another expected number, or no rise any more: what is printed is no longer right.
 * - `gone`: the later release does not know the cell and period at all.
 * - `unknown`: the release is the same, or an earlier one, or one that does not reach the period.
 */
export type DriftKind = "same" | "grown" | "changed" | "gone" | "unknown";

export interface Drift {
  readonly kind: DriftKind;
  readonly release: string;
  /** Printed figures that differ: then and now. Empty unless `grown` or `changed`. */
  readonly figures: Readonly<Record<string, { readonly then: string; readonly now: string }>>;
  /** The step that looked at this very release and found the warning right all the same; null where there is none. */
  readonly reaffirmed: string | null;
}

/** Late complaints may add so much to a period before its warning must be looked at again. */
const GROWTH = 1.25;
const FIGURES = ["observed", "complaints", "expected", "low", "high"] as const;

interface Now {
  observed: number;
  complaints: number;
  expected: number | null;
  low: number | null;
  high: number | null;
}

/** Compares the figures of an evidence with those that a later release has for the same cell and period. */
export function driftOf(evidence: Evidence, now: Now | null): Pick<Drift, "kind" | "figures"> {
  if (now === null) return { kind: "gone", figures: {} };
  const { expected, low, high } = now;
  if (expected === null || low === null || high === null) return { kind: "gone", figures: {} };
  const later: Evidence = { ...evidence, ...now, expected, low: Math.max(0, low), high };
  const figures: Record<string, { then: string; now: string }> = {};
  for (const name of FIGURES) {
    const [then, after] = [evidence, later].map((it) => placeholder(name, it, "en") ?? "—") as [string, string];
    if (then !== after) figures[name] = { then, now: after };
  }
  const names = Object.keys(figures);
  if (names.length === 0) return { kind: "same", figures };
  const onlyMore = names.every((name) => name === "observed" || name === "complaints");
  const more = now.observed >= evidence.observed && now.complaints >= evidence.complaints;
  const grown = onlyMore && more && now.observed <= GROWTH * evidence.observed && now.observed > high;
  return { kind: grown ? "grown" : "changed", figures };
}

/** The releases that people have looked at since the text was published and found it right. */
function reaffirmedAt(history: readonly HistoryEntry[], release: string): string | null {
  const from = history.findLastIndex(({ step }) => step === "publish");
  return history.slice(from + 1).find((entry) => entry.step === "reaffirm" && entry.release === release)?.at ?? null;
}

/**
 * How the figures of warnings in force stand in a release (the bureau's half), by id. Expected numbers are those of the same rule;
 * where a release reckons them by a newer version, that is a change too.
 */
export async function drifts(warnings: readonly Warning[], release: Release): Promise<Map<string, Drift>> {
  const found = new Map<string, Drift>();
  const { manifest } = release;
  for (const { id, evidence, history } of warnings) {
    const reaffirmed = reaffirmedAt(history, manifest.release);
    const base = { release: manifest.release, reaffirmed };
    if (evidence.release === manifest.release || evidence.asOf > manifest.asOf || evidence.to > manifest.period.to) {
      found.set(id, { ...base, kind: "unknown", figures: {} });
      continue;
    }
    const [row] = await release.rows<{
      observed: string;
      complainants: string;
      expected: number | null;
      low: number | null;
      high: number | null;
    }>(
      `SELECT observed, complainants, expected, low, high FROM series WHERE grain = $1 AND cell = $2 AND period = $3`,
      [evidence.grain, evidence.cell, evidence.period],
    );
    const now = row
      ? {
          observed: Number(row.complainants),
          complaints: Number(row.observed),
          expected: row.expected,
          low: row.low,
          high: row.high,
        }
      : null;
    found.set(id, { ...base, ...driftOf(evidence, now) });
  }
  return found;
}

/** Whether a warning must be approved again or corrected before it goes on being shown. */
export const isBroken = ({ kind, reaffirmed }: Drift): boolean =>
  (kind === "changed" || kind === "gone") && reaffirmed === null;

/** "observed 42 → 30, expected 11 → 12": the figures that differ, by the names of their placeholders. */
export const driftFigures = ({ figures }: Drift): string =>
  Object.entries(figures)
    .map(([name, { then, now }]) => `${name} ${then} → ${now}`)
    .join(", ");
