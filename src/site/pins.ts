import { mkdir } from "node:fs/promises";
import path from "node:path";

/**
 * Libraries that Framework's client could load from a CDN. Even a page without code makes the build ask the registry
 * for their latest versions, unless a version stands in the cache. Version 0.0.0 does not exist: a page that used one of
 * them (`npm:d3`, a free `Plot`) would fail to build, with or without a network. Pages import from node_modules.
 */
const LIBRARIES = [
  "@observablehq/plot",
  "@observablehq/sample-datasets",
  "apache-arrow",
  "arquero",
  "d3",
  "d3-dsv",
  "echarts",
  "htl",
  "leaflet",
  "lodash",
  "mapbox-gl",
  "parquet-wasm",
  "react",
  "react-dom",
  "topojson-client",
] as const;

/** Pins the versions in an empty cache of a Framework root, so that a build asks no one. */
export async function writePins(root: string): Promise<void> {
  for (const name of LIBRARIES)
    await mkdir(path.join(root, ".observablehq", "cache", "_npm", `${name}@0.0.0`), { recursive: true });
}
