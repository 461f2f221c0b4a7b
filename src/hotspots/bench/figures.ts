import type { Figure } from "../../figure.ts";

/** Nominal rate of false alarms at which rate and power are measured. */
export const ALPHA = 0.01;

export const share = (part: number, whole: number) => (whole > 0 ? part / whole : 0);

export const mean = (values: readonly number[]) =>
  share(
    values.reduce((sum, value) => sum + value, 0),
    values.length,
  );

export type Bounds = readonly [least: number, most: number];

/** A figure with its bounds; a missing bound is open. */
export function figure(id: string, value: number, bounds: { aim?: Bounds; must?: Bounds; unit?: string } = {}): Figure {
  const text = (bound?: Bounds) => (bound ? `${bound[0]}..${bound[1]}` : null);
  const { aim, must, unit = "ratio" } = bounds;
  const ok = must === undefined || (value >= must[0] && value <= must[1]);
  return { id, value: Math.round(value * 1e6) / 1e6, unit, aim: text(aim), must: text(must), ok };
}
