import { shorten, textWidth } from "./words.js";

/** A point in px that would like to carry its name. */
export interface Spot {
  readonly label: string;
  readonly x: number;
  readonly y: number;
  /** Named before the others. */
  readonly first: boolean;
}

export interface PlacedLabel {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "end";
}

interface Box {
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
}

const SIGN = 7;
const GAP = 10;
/** The longest name that is printed, in units of the font size. */
const LONGEST = 14;

const meet = (a: Box, b: Box): boolean => a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2;

/**
 * Names beside their points, right of them or left, wherever they cover neither another name nor another point; those
 * without room are left out.
 */
export function placeLabels(
  spots: readonly Spot[],
  { left, right, fontSize }: { left: number; right: number; fontSize: number },
): PlacedLabel[] {
  const taken: Box[] = [];
  const placed: PlacedLabel[] = [];
  const box = ({ x, y }: Spot): Box => ({ x1: x - SIGN, x2: x + SIGN, y1: y - SIGN, y2: y + SIGN });
  const points = spots.map(box);
  for (const [i, spot] of [...spots.entries()].sort(([, a], [, b]) => Number(b.first) - Number(a.first))) {
    const text = shorten(spot.label, LONGEST);
    const long = textWidth(text) * fontSize;
    for (const anchor of ["start", "end"] as const) {
      const x = anchor === "start" ? spot.x + GAP : spot.x - GAP;
      const half = fontSize * 0.55;
      const [x1, x2] = anchor === "start" ? [x, x + long] : [x - long, x];
      const own: Box = { x1, x2, y1: spot.y - half, y2: spot.y + half };
      if (x1 < left || x2 > right || taken.some((other) => meet(own, other))) continue;
      if (points.some((other, j) => j !== i && meet(own, other))) continue;
      taken.push(own);
      placed.push({ text, x, y: spot.y, anchor });
      break;
    }
  }
  return placed;
}
