import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { readRegions } from "../config/regions.ts";
import { readTaxonomy } from "../config/taxonomy.ts";
import { daysBetween } from "../day.ts";
import type { Duck } from "../duck/open.ts";
import type { Figure } from "../figure.ts";
import { lastDay } from "../warehouse/extent.ts";
import { openWarehouse } from "../warehouse/open.ts";
import { runIngest } from "./commands/ingest.ts";
import { type CommandContext, openContext } from "./context.ts";

type Grain = "week" | "month";

/** A rise that the invented county was given, from its ground truth. */
export interface Injected {
  readonly id: string;
  readonly category: string;
  readonly problem: string;
  /** Code of the township; null for the whole county. */
  readonly township: string | null;
  readonly start: string;
  readonly end: string;
}

/** A flagged cell of a week; null stands for all. */
export interface Flagged {
  readonly category: string | null;
  readonly problem: string | null;
  readonly region: string | null;
  readonly from: string;
  readonly to: string;
}

/** Whether a flag's week touches a rise and its cell shares complaints with it. A category's group has its first three letters. */
export function isOf(flag: Flagged, rise: Injected): boolean {
  const { category, problem, region } = flag;
  return (
    flag.to >= rise.start &&
    flag.from <= rise.end &&
    (category === null || category === rise.category || category === rise.category.slice(0, 3)) &&
    (problem === null || problem === rise.problem) &&
    (region === null || rise.township === null || region === rise.township)
  );
}

/** Which rises were found and when, and how many flags are of none. */
export function compare(flags: readonly Flagged[], rises: readonly Injected[]) {
  return {
    rises: rises.map((rise) => {
      const [first] = flags
        .filter((flag) => isOf(flag, rise))
        .map(({ to }) => to)
        .sort();
      return { id: rise.id, weeks: first === undefined ? null : Math.floor(daysBetween(rise.start, first) / 7) };
    }),
    flags: flags.length,
    wrong: flags.filter((flag) => !rises.some((rise) => isOf(flag, rise))).length,
  };
}

async function flagsOf(warehouse: Duck, context: CommandContext): Promise<Record<Grain, Flagged[]>> {
  const [{ makeDimension }, { findHotspots }] = await Promise.all([
    import("../release/dimension.ts"),
    import("../hotspots/index.ts"),
  ]);
  const { regions } = await readRegions(context.data);
  await makeDimension(warehouse, { taxonomy: await readTaxonomy(), regions });
  const asOf = (await lastDay(warehouse)) as string;
  const find = async (grain: Grain) => {
    await findHotspots(warehouse, { asOf, grain, latest: 1000 });
    return warehouse.rows<Flagged>(
      `SELECT category, problem, region, "from", "to" FROM hotspot_${grain}
       WHERE business IS NULL AND brand IS NULL ORDER BY "from", id`,
    );
  };
  return { week: await find("week"), month: await find("month") };
}

/**
 * Makes the invented county, loads it, looks for hotspots in every week and month of its years, and compares them with what was put
 * in: the share found, how many weeks after its beginning each was first flagged, and the share of flags that belong to none.
 */
export async function benchCounty(context: CommandContext, seed: number): Promise<Figure[]> {
  const directory = await mkdtemp(path.join(tmpdir(), "forewarn-county-"));
  try {
    const { makeDemo } = await import("../demo/make.ts");
    await makeDemo({ directory, seed });
    // What the commands within it say is not the bench's.
    const io = { ...context.io, out: () => undefined, err: () => undefined, terminal: false };
    const county = await openContext(io, { data: directory, json: true, lang: "en" }, "en");
    await runIngest(county, []);
    const warehouse = await openWarehouse(county.at("warehouse.duckdb"), { readOnly: true });
    const flags = await flagsOf(warehouse, county).finally(() => warehouse.close());
    const truth = JSON.parse(await readFile(path.join(directory, "truth/hotspots.json"), "utf8")) as {
      hotspots: Injected[];
    };
    const figure = (id: string, value: number, unit: string): Figure => ({
      id: `county.${id}`,
      value: Math.round(value * 1e4) / 1e4,
      unit,
      aim: null,
      must: null,
      ok: true,
    });
    const figures = [figure("injected", truth.hotspots.length, "rises")];
    const firsts: (number | null)[][] = [];
    for (const grain of ["week", "month"] as const) {
      const { rises, flags: all, wrong } = compare(flags[grain], truth.hotspots);
      firsts.push(rises.map(({ weeks }) => weeks));
      const weeks = rises.flatMap((rise) => (rise.weeks === null ? [] : [rise.weeks])).sort((a, b) => a - b);
      figures.push(
        figure(`${grain}.found`, weeks.length / rises.length, "ratio"),
        figure(`${grain}.median_weeks_to_find`, weeks[Math.floor(weeks.length / 2)] ?? 0, "weeks"),
        figure(`${grain}.flags`, all, `cells and ${grain}s`),
        figure(`${grain}.false_flags`, wrong, `cells and ${grain}s`),
        figure(`${grain}.false_share`, all > 0 ? wrong / all : 0, "ratio"),
      );
    }
    // The earlier of the two grains: what the bureau would have seen.
    const first = truth.hotspots.map((_, i) =>
      firsts.map((one) => one[i] ?? Number.POSITIVE_INFINITY).reduce((a, b) => Math.min(a, b)),
    );
    figures.push(figure("found", first.filter(Number.isFinite).length / first.length, "ratio"));
    for (const [i, { id }] of truth.hotspots.entries()) {
      const weeks = first[i] as number;
      const found = Number.isFinite(weeks);
      figures.push(figure(`${id}.${found ? "found_after" : "missed"}`, found ? weeks : 1, found ? "weeks" : "rises"));
    }
    return figures;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
