import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import type { Exposure } from "../config/exposure.ts";
import type { Place } from "../config/places.ts";
import type { Region } from "../config/regions.ts";
import type { Settings } from "../config/settings.ts";
import type { Taxonomy } from "../config/taxonomy.ts";
import { monthStart } from "../day.ts";
import type { Duck } from "../duck/open.ts";
import { ForewarnError } from "../errors.ts";
import { createDisproportion } from "../hotspots/disproportion.ts";
import { HOTSPOT_METHODS, type HotspotBreak, type HotspotOptions } from "../hotspots/index.ts";
import { createScan } from "../hotspots/where.ts";
import type { Locale } from "../i18n/define.ts";
import { translate } from "../i18n/translate.ts";
import { type LawContext, lawOptionsOf, readLawContext } from "../law/context.ts";
import { createFacts } from "../measures/facts.ts";
import { MEASURE_RULES } from "../measures/registry.ts";

import { BUREAU_SQL, createBureau } from "./bureau.ts";
import { createEvidence } from "./evidence.ts";
import { recordCurrent } from "./history.ts";
import { releaseId } from "./identity.ts";
import { createLawMarts } from "./law-marts.ts";
import type { Manifest } from "./manifest.ts";
import { bureauWindows, lastMonthEnd, publicWindows } from "./periods.ts";
import { isWhole, makeCurrent, putInPlace, removeStale, workFolder } from "./place.ts";
import { createPublic, PUBLIC_SQL } from "./public.ts";
import { createBenchMart, createBreakMart } from "./rules.ts";
import { writeHalf } from "./write.ts";

/** Finds rising cells; leaves the temp tables `series_<grain>` and `hotspot_<grain>` with the columns of the marts. */
export type FindHotspots = (duck: Duck, options: HotspotOptions) => Promise<void>;

export interface ReleaseOptions {
  readonly asOf: string;
  readonly settings: Settings;
  readonly taxonomy: Taxonomy;
  readonly regions: readonly Region[];
  /** The folder of releases; it is made where it is absent. */
  readonly directory: string;
  /** By which limits are reckoned; as shipped, and as the settings choose, where left out. */
  readonly law?: LawContext;
  /** Breaks of the series, from profiles and the bureau's register; none where left out. */
  readonly breaks?: readonly HotspotBreak[];
  /** Where the regions lie, and what businesses are exposed by; unknown where left out. */
  readonly places?: readonly Place[];
  readonly exposure?: Exposure | null;
  readonly findHotspots: FindHotspots;
  readonly toolVersion: string;
  /** When it is made the current one, for the history of releases; no figure depends on it. */
  readonly now: Date;
  readonly progress?: (done: number, total: number, label: string) => void;
  /** Language of the progress labels; that of the settings, else English. */
  readonly locale?: Locale;
}

export interface BuiltRelease {
  /** Its id: the as-of date and eight hexadecimal digits of the inputs' digest. */
  readonly release: string;
  readonly path: string;
  /** False where the same inputs had given it before. */
  readonly created: boolean;
}

/** Versions of the rules that figures come from. */
const METHODS = {
  measures: MEASURE_RULES,
  disclosure: "2",
  ...HOTSPOT_METHODS,
  "hotspots.disproportion": "1",
  "hotspots.scan": "1",
} as const;
const STAGES = ["measures", "hotspots", "disclosure", "bureau", "public"] as const;

/**
 * Builds the release of a warehouse as of a date and makes it the current one. It is written beside its place and put there in
 * one step, so that a build that dies leaves the releases as they were. The same inputs give the same id and the same bytes; a
 * release that stands already is left alone. The warehouse is only read; temp tables are left in the connection.
 * @throws ForewarnError `release.empty` where no ticket has a day on or before the as-of date
 */
export async function buildRelease(duck: Duck, options: ReleaseOptions): Promise<BuiltRelease> {
  const { asOf, settings, taxonomy, regions, directory, toolVersion } = options;
  const law = options.law ?? (await readLawContext(lawOptionsOf(settings)));
  await createFacts(duck, { asOf, bands: settings.bands, taxonomy, law, inKind: settings.recovery.inKind });
  const { breaks = [], places = [], exposure = null } = options;
  const inputs = { asOf, settings, taxonomy, regions, law, breaks, places, exposure, toolVersion, methods: METHODS };
  const id = await releaseId(duck, inputs);
  const target = path.join(directory, id);
  await mkdir(directory, { recursive: true });
  await removeStale(directory);
  const created = !(await isWhole(target));
  if (created) {
    const work = workFolder(directory, id);
    try {
      await fill(duck, work, id, { ...options, law });
      await putInPlace(work, target);
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  }
  await makeCurrent(directory, id);
  await recordCurrent(directory, id, options.now);
  return { release: id, path: target, created };
}

/** Reckons everything and writes both halves into a work folder. */
async function fill(
  duck: Duck,
  work: string,
  id: string,
  options: ReleaseOptions & { law: LawContext },
): Promise<void> {
  const { asOf, settings, taxonomy, regions, findHotspots, law, breaks = [], places = [], exposure = null } = options;
  const locale = options.locale ?? settings.language ?? "en";
  const stage = (name: (typeof STAGES)[number]) =>
    options.progress?.(STAGES.indexOf(name), STAGES.length, translate(locale, `release.stage.${name}`));
  const { first } = await duck.row<{ first: string | null }>("SELECT min(registered_on) AS first FROM measure_fact");
  if (first === null) throw new ForewarnError("release.empty", { asOf });
  const { bands, disclosure: limits } = settings;
  stage("measures");
  await createBureau(duck, {
    windows: bureauWindows(first, asOf),
    bands,
    taxonomy,
    regions,
    breaks,
    colours: settings.assessment.colours,
  });
  await createLawMarts(duck, law);
  stage("hotspots");
  const festival = lawOptionsOf(settings).system === "cn";
  for (const grain of ["week", "month"] as const) await findHotspots(duck, { asOf, grain, festival, breaks });
  await createDisproportion(duck, { asOf, exposure });
  await createScan(duck, { asOf, places });
  await createBreakMart(duck, breaks);
  await createBenchMart(duck);
  await createEvidence(duck, { release: id, asOf });
  stage("disclosure");
  await createPublic(duck, { windows: publicWindows(first, asOf), bands, limits, breaks });
  const common = await commonManifest(duck, id, options);
  stage("bureau");
  const list = await duck.rows<{ name: string; sha256: string; rows: number; profile: string }>(
    `SELECT name, sha256, "rows"::DOUBLE AS "rows", profile FROM source_file ORDER BY name, sha256`,
  );
  await writeHalf(duck, {
    half: "bureau",
    directory: path.join(work, "bureau"),
    sql: BUREAU_SQL,
    manifest: {
      ...common,
      period: { from: first, to: asOf },
      tickets: await countTickets(duck, asOf),
      sources: { ...common.sources, list },
    },
  });
  stage("public");
  const end = lastMonthEnd(asOf);
  await writeHalf(duck, {
    half: "public",
    directory: path.join(work, "public"),
    sql: PUBLIC_SQL,
    // Like its figures, the public half's manifest speaks of the months that have ended only.
    manifest: {
      ...common,
      period: { from: monthStart(first), to: end < first ? asOf : end },
      tickets: await countTickets(duck, end),
    },
  });
  options.progress?.(STAGES.length, STAGES.length, "");
}

async function countTickets(duck: Duck, until: string): Promise<number> {
  const { tickets } = await duck.row<{ tickets: number }>(
    "SELECT count(*)::DOUBLE AS tickets FROM measure_fact WHERE registered_on <= $1::DATE",
    [until],
  );
  return tickets;
}

type Common = Omit<Manifest, "half" | "marts" | "period" | "tickets">;

async function commonManifest(duck: Duck, id: string, options: ReleaseOptions): Promise<Common> {
  const { asOf, settings } = options;
  const { zh, en, hotline } = settings.bureau;
  const sources = await duck.row<Common["sources"]>(
    `SELECT count(*)::DOUBLE AS files, coalesce(sum("rows"), 0)::DOUBLE AS "rows", coalesce(sum(accepted), 0)::DOUBLE AS accepted,
       coalesce(sum("unchanged"), 0)::DOUBLE AS "unchanged", coalesce(sum(duplicate), 0)::DOUBLE AS duplicate,
       coalesce(sum(rejected), 0)::DOUBLE AS rejected FROM source_file`,
  );
  return {
    schema: 1,
    release: id,
    asOf,
    bureau: { zh, en, hotline, timeZone: settings.timeZone, currency: settings.currency },
    sources,
    methods: METHODS,
    disclosure: settings.disclosure,
  };
}
