import * as Plot from "@observablehq/plot";
import { type Dot, isNumber, joined } from "./trend-data.js";

export const COLORS = ["var(--chart-1, currentColor)", "var(--chart-2, currentColor)"] as const;
export const FLAG = "var(--chart-flag, currentColor)";
export const RANGE = "var(--chart-range, currentColor)";

/** The points whose numbers are printed: the highest first, none closer than `gap` milliseconds to another. */
export function labelled(known: readonly Dot[], gap: number): Dot[] {
  const kept: Dot[] = [];
  const named = known.filter((dot) => dot.named);
  for (const dot of [...(named.length > 0 ? named : known.filter((dot) => dot.flagged))].sort(
    (a, b) => (b.observed ?? 0) - (a.observed ?? 0),
  ))
    if (kept.every((other) => Math.abs(other.date.getTime() - dot.date.getTime()) >= gap)) kept.push(dot);
  return kept;
}

export interface SeriesStyle {
  readonly color: string;
  /** The second series is dashed, with squares. */
  readonly second: boolean;
  readonly format: (value: number) => string;
  /** How far apart, in time, two printed numbers must be. */
  readonly gap: number;
}

/** Line and points of one series. The second is dashed with squares. */
export function seriesMarks(dots: readonly Dot[], { color, second, format, gap }: SeriesStyle) {
  const at = { x: "date", y: "observed" } as const;
  const known = dots.filter((dot) => isNumber(dot.observed));
  const flagged = known.filter((dot) => dot.flagged);
  // It stands on a stem by itself: joined to the line it would look like a fall.
  const unfinished = known.filter((dot) => !dot.complete);
  const plain = known.filter((dot) => dot.complete && !dot.flagged);
  // Beyond this many points the dots would hide the line.
  const r = plain.length > 40 ? 1.8 : 3;
  return [
    ...joined(dots).map((run) =>
      Plot.lineY(run, { ...at, stroke: color, strokeWidth: 2, ...(second ? { strokeDasharray: "6,3" } : {}) }),
    ),
    Plot.ruleX(unfinished, {
      x: "date",
      y1: 0,
      y2: "observed",
      stroke: color,
      strokeWidth: 1.5,
      strokeDasharray: "2,3",
    }),
    Plot.dot(plain, { ...at, r, fill: color, symbol: second ? "square" : "circle" }),
    Plot.dot(unfinished, { ...at, r: 4, stroke: color, strokeWidth: 2, fill: "var(--chart-paper, Canvas)" }),
    Plot.dot(flagged, { ...at, r: 6.5, fill: FLAG, symbol: "diamond2" }),
    Plot.text(labelled(known, gap), {
      ...at,
      text: (dot: Dot) => format(dot.observed ?? 0),
      dy: -16,
      fontWeight: "bold",
      fill: "currentColor",
      stroke: "var(--chart-paper, Canvas)",
      strokeWidth: 4,
    }),
  ];
}

/** The range that was to be expected, and the expected number itself. */
export function rangeMarks(dots: readonly Dot[]) {
  const ranged = dots.filter((dot) => isNumber(dot.low) && isNumber(dot.high));
  const expected = dots.filter((dot) => isNumber(dot.expected));
  return [
    Plot.areaY(ranged, { x: "date", y1: "low", y2: "high", fill: RANGE, fillOpacity: 0.18 }),
    Plot.lineY(expected, { x: "date", y: "expected", stroke: RANGE, strokeWidth: 1.5, strokeDasharray: "5,4" }),
  ];
}

/** Breaks as dotted lines with their reason above, which leans inward at the right end. */
export function breakMarks(breaks: readonly { date: Date; label: string }[], middle: number) {
  const words = (marks: readonly { date: Date; label: string }[], textAnchor: "start" | "end") =>
    Plot.text(marks, { x: "date", text: "label", frameAnchor: "top", dy: -12, textAnchor, fill: "currentColor" });
  return [
    Plot.ruleX(breaks, { x: "date", stroke: "currentColor", strokeDasharray: "1,3", strokeWidth: 1.5 }),
    words(
      breaks.filter(({ date }) => date.getTime() <= middle),
      "start",
    ),
    words(
      breaks.filter(({ date }) => date.getTime() > middle),
      "end",
    ),
  ];
}
