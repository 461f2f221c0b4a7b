import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";

const root = path.resolve(import.meta.dirname, "../..");

/** Leaves that every part may use. */
const LEAVES = ["errors", "i18n", "duck", "config", "files", "figure", "day"];

/** Which parts of src each part may import, beside itself and the leaves. Loaders and pages reach a release only by its reading door. */
const ALLOWED: Record<string, readonly string[]> = {
  errors: ["i18n"],
  i18n: [],
  duck: ["errors"],
  config: [],
  files: [],
  figure: [],
  day: [],
  law: [],
  stats: [],
  charts: [],
  warehouse: [],
  ingest: ["warehouse"],
  measures: ["warehouse", "stats", "law"],
  hotspots: ["warehouse", "stats"],
  disclosure: ["stats"],
  "release/read": [],
  "release/build": ["release/read", "warehouse", "measures", "hotspots", "disclosure", "stats", "law"],
  warnings: ["release/read", "stats"],
  site: ["release/read", "warnings", "charts", "stats"],
  loaders: ["release/read", "warnings"],
  demo: ["release/read", "warnings", "site", "stats"],
  cli: [
    "ingest",
    "law",
    "warehouse",
    "measures",
    "hotspots",
    "disclosure",
    "release/build",
    "release/read",
    "warnings",
    "site",
    "demo",
    "stats",
  ],
};

/** Parts that may not even use all leaves: what runs in the browser, and pure functions. */
const NO_LEAVES = ["stats", "charts"];

/** The files of `release` that know no warehouse. */
const READ_DOOR = [
  "evidence-schema.ts",
  "read.ts",
  "list.ts",
  "manifest.ts",
  "table-schema.ts",
  "marts.ts",
  "columns.ts",
  "downloads.ts",
  "history.ts",
  "revisions.ts",
];

function partOf(file: string): string {
  const [first, second, third] = path.relative(root, file).split(path.sep);
  if (first === "loaders") return "loaders";
  if (second === "release") return READ_DOOR.includes(third ?? "") ? "release/read" : "release/build";
  return (second ?? "").replace(/\.ts$/, "");
}

async function sources(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => path.join(entry.parentPath, entry.name));
}

interface Import {
  file: string;
  target: string;
  typeOnly: boolean;
}

async function imports(): Promise<Import[]> {
  const files = [...(await sources(path.join(root, "src"))), ...(await sources(path.join(root, "loaders")))];
  const found: Import[] = [];
  for (const file of files) {
    const text = await readFile(file, "utf8");
    for (const match of text.matchAll(/^(?:import|export)\s+(type\s)?[^;]*?from\s+"(\.[^"]+)"/gmu)) {
      found.push({
        file,
        target: path.resolve(path.dirname(file), match[2] as string),
        typeOnly: match[1] !== undefined,
      });
    }
  }
  return found;
}

describe("dependencies point one way", async () => {
  const all = await imports();

  test("the rules see the imports", () => {
    expect(all.length).toBeGreaterThan(50);
  });

  test("each part imports only what it may", () => {
    const faults = all.flatMap(({ file, target, typeOnly }) => {
      const from = partOf(file);
      const to = partOf(target);
      if (from === to || ALLOWED[from]?.includes(to)) return [];
      if (LEAVES.includes(to) && (typeOnly || !NO_LEAVES.includes(from))) return [];
      return [`${path.relative(root, file)} imports ${path.relative(root, target)}`];
    });
    expect(faults).toEqual([]);
  });

  test("no file imports itself in a circle", () => {
    const next = new Map<string, string[]>();
    for (const { file, target, typeOnly } of all) if (!typeOnly) next.set(file, [...(next.get(file) ?? []), target]);
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, trail: readonly string[]) => {
      if (trail.includes(file))
        circles.push([...trail.slice(trail.indexOf(file)), file].map((part) => path.relative(root, part)).join(" → "));
      if (trail.includes(file) || done.has(file)) return;
      for (const target of next.get(file) ?? []) visit(target, [...trail, file]);
      done.add(file);
    };
    for (const file of next.keys()) visit(file, []);
    expect(circles).toEqual([]);
  });
});
