import { isDate } from "../day.ts";
import type { Duck } from "../duck/open.ts";
import { ForewarnError } from "../errors.ts";
import { assess, LEAST_COMPLETENESS } from "./assess.ts";
import { createBreaks, type HotspotBreak, withBreaks } from "./breaks.ts";
import { createCalendar } from "./calendar.ts";
import { DETECTORS } from "./choose.ts";
import { createContributors } from "./contributors.ts";
import { createCounts } from "./count.ts";
import { createDelay } from "./delay.ts";
import { GRAINS, type Grain } from "./grain.ts";
import { judge } from "./levels.ts";
import { createMarts } from "./marts.ts";
import type { Panel } from "./panel.ts";
import { readPanel } from "./read-panel.ts";
import { writeFindings } from "./write-findings.ts";

export type { HotspotBreak } from "./breaks.ts";
export type { Grain } from "./grain.ts";
export { LEVELS, type Level } from "./levels.ts";

/** Id and version of each rule in use, for a release's manifest. */
export const HOTSPOT_METHODS: Readonly<Record<string, string>> = Object.fromEntries(
  DETECTORS.map(({ id, version }) => [`hotspots.${id}`, version]),
);

/** The tables of the steps between, which are dropped at the end. */
const STEPS = ["item", "period", "named", "cell", "count", "mix", "break", "row", "choice", "finding"] as const;

export interface HotspotOptions {
  readonly asOf: string;
  readonly grain: Grain;
  /** Whether Spring Festival 春节 moves what is usual; true where left out. */
  readonly festival?: boolean;
  /** How many of the latest periods are tested and listed; as many as charts and lists show where left out. */
  readonly latest?: number;
  /** Breaks of the series; none where left out. */
  readonly breaks?: readonly HotspotBreak[];
}

/** More than so many cells and periods are not tested for the sake of charts: memory and time stay within bounds. */
const MOST_TESTS = 1_000_000;

/** How many of the latest periods are tested: at least the last two, of which a warning may need both. */
export function testedPeriods(cells: number, wanted: number): number {
  return Math.max(2, Math.min(wanted, Math.floor(MOST_TESTS / Math.max(cells, 1))));
}

/** The last period that has ended and of which enough is in for a test; −1 where there is none. */
function lastTested(panel: Panel): number {
  return panel.completeness.findLastIndex((part, t) => panel.ended[t] === 1 && part >= LEAST_COMPLETENESS);
}

/**
 * Finds the rising cells among the complaints registered up to and on the as-of date.
 *
 * Reads the table `ticket` and, where there is one, the temp table `dimension`. Leaves the temp tables `series_<grain>`,
 * `hotspot_<grain>` and `contributor_<grain>` with the columns of the marts of these names (see `createMarts` and
 * `createContributors` for what they hold), and `hotspot_delay` (see `createDelay`).
 * Tests count distinct complainants, so that one person who complains often raises nothing. A period is not tested until it
 * has ended and at least half of its complaints are in. Cells that expect less than one complainant are not tested; what
 * they hold is tested in their parents (the same without region, by the category's group, by category alone, by problem
 * alone).
 * @throws ForewarnError where `asOf` is not a date
 */
export async function findHotspots(duck: Duck, options: HotspotOptions): Promise<void> {
  const { asOf, grain, latest, breaks = [] } = options;
  const { tested, listed } = GRAINS[grain];
  if (!isDate(asOf)) throw new ForewarnError("hotspots.as_of", { value: asOf });
  try {
    await createCalendar(duck, asOf, grain);
    await createCounts(duck);
    await createDelay(duck, asOf);
    await createBreaks(duck, breaks);
    const panel = await withBreaks(duck, await readPanel(duck, grain, options.festival ?? true), breaks);
    const last = lastTested(panel);
    // One period more than is shown, so that the first one shown can be the second of two in a row.
    const span = latest ?? testedPeriods(panel.start.length, tested);
    const findings = assess(panel, Math.max(0, last - span), last + 1);
    await writeFindings(duck, grain, findings, judge(findings));
    const list = { last, listed: latest ?? Math.min(listed, span) };
    await createMarts(duck, grain, list, breaks);
    await createContributors(duck, grain, list);
  } finally {
    for (const step of STEPS) await duck.run(`DROP TABLE IF EXISTS temp.hotspot_${step}`);
  }
}
