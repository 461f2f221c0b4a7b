import { assess } from "../assess.ts";
import type { Detector } from "../detector.ts";
import { judge } from "../levels.ts";
import type { Random } from "../random.ts";
import { ALPHA, mean, share } from "./figures.ts";
import { panelOfWorld, raise, type World } from "./world.ts";

/** One cell in fifty is raised, by five standard deviations. */
const RAISED_PART = 0.02;
const DEVIATIONS = 5;
const TOP = 20;

/** What a release would flag in weeks in which it is known which cells were raised; all as parts of one. */
export interface Raised {
  /** Of the raised cells that were tested: p ≤ 0.01, watched at least, warned of. */
  readonly power: number;
  readonly watchFound: number;
  readonly warningFound: number;
  /** Of the flagged ones: not raised. */
  readonly watchFalse: number;
  readonly warningFalse: number;
  /** Of the first twenty of the list: raised. */
  readonly top: number;
  /** Flags a week. */
  readonly flags: number;
}

/** One such week, judged as a release would. */
function raisedWeek(world: World, random: Random, week: number, detectors: readonly Detector[]): Raised {
  const raised = new Set<number>();
  while (raised.size < world.counts.length * RAISED_PART) {
    raised.add(Math.floor(random.uniform() * world.counts.length));
  }
  const panel = panelOfWorld(raise(world, random, week, raised, DEVIATIONS));
  const findings = assess(panel, week - 1, week + 1, detectors);
  const verdicts = judge(findings);
  const rows = findings.flatMap((finding, index) => {
    const verdict = verdicts[index];
    if (Number.isNaN(finding.p[1]) || !verdict) return [];
    return [
      {
        raised: raised.has(finding.cell),
        p: finding.p[1] as number,
        level: verdict.level[1] as number,
        atLeast: verdict.atLeast[1] as number,
      },
    ];
  });
  const flags = rows.filter((row) => row.level >= 1).sort((a, b) => b.atLeast - a.atLeast);
  const warnings = flags.filter((row) => row.level >= 2);
  const falseShare = (list: typeof rows) => share(list.filter((row) => !row.raised).length, list.length);
  const found = (list: typeof rows) =>
    share(list.filter((row) => row.raised).length, rows.filter((r) => r.raised).length);
  return {
    power: found(rows.filter((row) => row.p <= ALPHA)),
    watchFalse: falseShare(flags),
    watchFound: found(flags),
    warningFalse: falseShare(warnings),
    warningFound: found(warnings),
    top: 1 - falseShare(flags.slice(0, TOP)),
    flags: flags.length,
  };
}

/** Means over `runs` such weeks, each in the same quiet world, the last week and those before it in turn. */
export function raisedWeeks(world: World, random: Random, runs: number, detectors: readonly Detector[]): Raised {
  const results = Array.from({ length: runs }, (_, run) =>
    raisedWeek(world, random, world.weeks - 1 - (run % 50), detectors),
  );
  const of = (key: keyof Raised) => mean(results.map((result) => result[key]));
  return {
    power: of("power"),
    watchFalse: of("watchFalse"),
    watchFound: of("watchFound"),
    warningFalse: of("warningFalse"),
    warningFound: of("warningFound"),
    top: of("top"),
    flags: of("flags"),
  };
}
