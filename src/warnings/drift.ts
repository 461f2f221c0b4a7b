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

interface Row {
  id: string;
  observed: string;
  complainants: string;
  expected: number | null;
  low: number | null;
  high: number | null;
}

/** The figures that a release has for the cells and periods of warnings, by the warning's id. */
async function figuresOf(warnings: readonly Warning[], release: Release): Promise<Map<string, Now>> {
  const wanted = warnings.map(({ id, evidence: { grain, cell, period } }) => ({ id, grain, cell, period }));
  const rows = await release.rows<Row>(
    `SELECT id, observed, complainants, expected, low, high FROM series
     JOIN (SELECT unnest(from_json($1, '[{"id":"VARCHAR","grain":"VARCHAR","cell":"VARCHAR","period":"VARCHAR"}]'), recursive := true)) AS wanted
       USING (grain, cell, period)`,
    [JSON.stringify(wanted)],
  );
  return new Map(
    rows.map(({ id, observed, complainants, expected, low, high }) => [
      id,
      { observed: Number(complainants), complaints: Number(observed), expected, low, high },
    ]),
  );
}

/**
 * How the figures of warnings stand in a release (the bureau's half), by id. Expected numbers are those of the same rule; where a
 * release reckons them by a newer version, that is a change too.
 */
export async function drifts(warnings: readonly Warning[], release: Release): Promise<Map<string, Drift>> {
  const { manifest } = release;
  const now = await figuresOf(warnings, release);
  return new Map(
    warnings.map(({ id, evidence, history }) => {
      const base = { release: manifest.release, reaffirmed: reaffirmedAt(history, manifest.release) };
      const unreached =
        evidence.release === manifest.release || evidence.asOf > manifest.asOf || evidence.to > manifest.period.to;
      const found = unreached ? ({ kind: "unknown", figures: {} } as const) : driftOf(evidence, now.get(id) ?? null);
      return [id, { ...base, ...found }];
    }),
  );
}

/** Whether a warning must be approved again or corrected before it goes on being shown. */
export const isBroken = ({ kind, reaffirmed }: Drift): boolean =>
  (kind === "changed" || kind === "gone") && reaffirmed === null;

/** "observed 42 → 30, expected 11 → 12": the figures that differ, by the names of their placeholders. */
export const driftFigures = ({ figures }: Drift): string =>
  Object.entries(figures)
    .map(([name, { then, now }]) => `${name} ${then} → ${now}`)
    .join(", ");
