import { COUNTY, TOWNSHIPS } from "./county.ts";
import type { Draw } from "./draw.ts";

type Point = readonly [number, number];
const COLUMNS = 4;
const ROWS = 3;
/** Degrees. The county lies in the ocean near 0° N, 0° E, where no one can take it for a real place. */
const WIDTH = 0.16;
const HEIGHT = 0.14;
/** Corners and points of edges move by at most this share of a cell: too little for two borders to cross. */
const JITTER = 0.15;
const STEPS = 4;

const round = (value: number) => Math.round(value * 1e5) / 1e5;

function jittered(draw: Draw, x: number, y: number, share: number): Point {
  const move = () => (draw.uniform() - 0.5) * 2 * share;
  return [round((x + move()) * WIDTH), round((y + move()) * HEIGHT)];
}

/** The points of a border from one corner to the next, both included: a line that wavers. */
function border(draw: Draw, from: Point, to: Point): Point[] {
  const points: Point[] = [from];
  for (let i = 1; i < STEPS; i++) {
    const x = from[0] + ((to[0] - from[0]) * i) / STEPS;
    const y = from[1] + ((to[1] - from[1]) * i) / STEPS;
    points.push(jittered(draw, x / WIDTH, y / HEIGHT, JITTER / 3));
  }
  points.push(to);
  return points;
}

/**
 * Made-up boundaries of the townships as GeoJSON (RFC 7946: exterior rings run counterclockwise). Neighbours share the
 * very points of their border, so that there is neither gap nor overlap.
 */
export function makeBoundaries(draw: Draw): object {
  const corners: Point[][] = [];
  for (let row = 0; row <= ROWS; row++) {
    corners.push(Array.from({ length: COLUMNS + 1 }, (_, column) => jittered(draw, column, row, JITTER)));
  }
  const corner = (row: number, column: number) => (corners[row] as Point[])[column] as Point;
  const along = Array.from({ length: ROWS + 1 }, (_, row) =>
    Array.from({ length: COLUMNS }, (_, column) => border(draw, corner(row, column), corner(row, column + 1))),
  );
  const up = Array.from({ length: ROWS }, (_, row) =>
    Array.from({ length: COLUMNS + 1 }, (_, column) => border(draw, corner(row, column), corner(row + 1, column))),
  );
  const side = (sides: Point[][][], row: number, column: number) => (sides[row] as Point[][])[column] as Point[];
  const features = TOWNSHIPS.map(({ code, zh, en }, index) => {
    const row = Math.floor(index / COLUMNS);
    const column = index % COLUMNS;
    const south = side(along, row, column);
    const east = side(up, row, column + 1);
    const north = side(along, row + 1, column).toReversed();
    const west = side(up, row, column).toReversed();
    const ring = [south, east, north, west].flatMap((points) => points.slice(0, -1));
    return {
      type: "Feature",
      properties: { code, zh, en },
      geometry: { type: "Polygon", coordinates: [[...ring, ring[0]]] },
    };
  });
  return { type: "FeatureCollection", name: COUNTY.en, features };
}
