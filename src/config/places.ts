import path from "node:path";
import { z } from "zod";
import { ForewarnError } from "../errors.ts";
import { readIfAny } from "../files/read.ts";

const ring = z.array(z.array(z.number()).min(2)).min(4);
const featureSchema = z.object({
  properties: z.object({ code: z.coerce.string().min(1) }),
  geometry: z.discriminatedUnion("type", [
    z.object({ type: z.literal("Polygon"), coordinates: z.array(ring).min(1) }),
    z.object({ type: z.literal("MultiPolygon"), coordinates: z.array(z.array(ring).min(1)).min(1) }),
    z.object({ type: z.literal("Point"), coordinates: z.array(z.number()).min(2) }),
  ]),
});
const boundariesSchema = z.object({ type: z.literal("FeatureCollection"), features: z.array(featureSchema) });

/** Where a region lies: the middle of its area, in degrees. */
export interface Place {
  readonly code: string;
  readonly longitude: number;
  readonly latitude: number;
}

/** Area (signed, doubled) and first moments of a ring, by the shoelace formula. */
function moments(points: readonly (readonly number[])[]): { area: number; x: number; y: number } {
  let [area, x, y] = [0, 0, 0];
  for (let i = 0; i + 1 < points.length; i++) {
    const [[x0 = 0, y0 = 0], [x1 = 0, y1 = 0]] = [points[i] as number[], points[i + 1] as number[]];
    const cross = x0 * y1 - x1 * y0;
    area += cross;
    x += (x0 + x1) * cross;
    y += (y0 + y1) * cross;
  }
  return { area, x, y };
}

function middle({ properties: { code }, geometry }: z.infer<typeof featureSchema>): Place {
  if (geometry.type === "Point") {
    const [longitude = 0, latitude = 0] = geometry.coordinates;
    return { code, longitude, latitude };
  }
  const outer = geometry.type === "Polygon" ? [geometry.coordinates[0]] : geometry.coordinates.map(([first]) => first);
  let [area, x, y] = [0, 0, 0];
  for (const points of outer) {
    const one = moments(points ?? []);
    // Rings may turn either way.
    const sign = Math.sign(one.area) || 1;
    area += sign * one.area;
    x += sign * one.x;
    y += sign * one.y;
  }
  const [first] = outer[0] ?? [];
  if (area === 0) return { code, longitude: first?.[0] ?? 0, latitude: first?.[1] ?? 0 };
  return { code, longitude: x / (3 * area), latitude: y / (3 * area) };
}

/**
 * Reads where the regions lie from `boundaries.geojson` in the data folder: a collection of polygons or points with the region's
 * code as property `code`. None where there is no file.
 * @throws ForewarnError naming the file and what is wrong with it
 */
export async function readPlaces(dataDirectory: string): Promise<Place[]> {
  const file = path.join(dataDirectory, "boundaries.geojson");
  const text = await readIfAny(file);
  if (text === null) return [];
  let value: unknown;
  try {
    // Some programs begin a file with a mark that JSON does not have.
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new ForewarnError("config.syntax", { format: "JSON", reason: (error as Error).message }, { place: { file } });
  }
  const parsed = boundariesSchema.safeParse(value);
  if (parsed.success) return parsed.data.features.map(middle).sort((a, b) => (a.code < b.code ? -1 : 1));
  const issue = parsed.error.issues[0];
  const place = { file, ...(issue?.path.length ? { column: issue.path.join(".") } : {}) };
  throw new ForewarnError("config.invalid", { reason: issue?.message ?? "" }, { place });
}
