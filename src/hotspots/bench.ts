import type { Figure } from "../figure.ts";
import { assess } from "./assess.ts";
import { DETECTORS } from "./choose.ts";
import type { Detector } from "./detector.ts";
import { judge } from "./levels.ts";
import { type Random, seededRandom } from "./random.ts";
import { shareRule } from "./share.ts";
import { drawWorld, panelOfWorld, raise, type World } from "./world.ts";

/** Nominal rate of false alarms at which rate and power are measured. */
const ALPHA = 0.01;
const RAISED_PART = 0.02;
const DEVIATIONS = 5;
const TOP = 20;

const share = (part: number, whole: number) => (whole > 0 ? part / whole : 0);
const mean = (values: readonly number[]) =>
  share(
    values.reduce((sum, value) => sum + value, 0),
    values.length,
  );

type Bounds = readonly [least: number, most: number];

/** A figure with its bounds; a missing bound is open. */
function figure(id: string, value: number, bounds: { aim?: Bounds; must?: Bounds } = {}): Figure {
  const text = (bound?: Bounds) => (bound ? `${bound[0]}..${bound[1]}` : null);
  const { aim, must } = bounds;
  const ok = must === undefined || (value >= must[0] && value <= must[1]);
  return { id, value: Math.round(value * 1e5) / 1e5, unit: "ratio", aim: text(aim), must: text(must), ok };
}

/** How often p ≤ 0.01 in a world in which nothing happens: over all weeks, and in the worst; and how often p ≤ 0.001. */
function quiet(world: World, from: number, detectors: readonly Detector[]) {
  const weeks = world.weeks - from;
  const tests = new Float64Array(weeks);
  const alarms = new Float64Array(weeks);
  let rare = 0;
  for (const { p } of assess(panelOfWorld(world), from, world.weeks, detectors)) {
    for (const [t, value] of p.entries()) {
      if (Number.isNaN(value)) continue;
      tests[t] = (tests[t] as number) + 1;
      if (value <= ALPHA) alarms[t] = (alarms[t] as number) + 1;
      if (value <= ALPHA / 10) rare += 1;
    }
  }
  const sum = (column: Float64Array) => column.reduce((total, value) => total + value, 0);
  return {
    rate: share(sum(alarms), sum(tests)),
    rare: share(rare, sum(tests)),
    worst: Math.max(...Array.from(alarms, (value, t) => share(value, tests[t] as number))),
  };
}

/** One week in which one cell in fifty is raised, judged as a release would. */
function raisedWeek(world: World, random: Random, week: number, detectors: readonly Detector[]) {
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
  };
}

/** Means over several such weeks, each in the same quiet world. */
function raisedWeeks(world: World, random: Random, runs: number, detectors: readonly Detector[]) {
  const results = Array.from({ length: runs }, (_, run) =>
    raisedWeek(world, random, world.weeks - 1 - (run % 50), detectors),
  );
  const of = (key: keyof (typeof results)[number]) => mean(results.map((result) => result[key]));
  return {
    power: of("power"),
    watchFalse: of("watchFalse"),
    watchFound: of("watchFound"),
    warningFalse: of("warningFalse"),
    warningFound: of("warningFound"),
    top: of("top"),
  };
}

/**
 * Measures the shipped rules on made-up weeks: false alarms at a nominal 1 %, power at a rise of 5 standard deviations,
 * and the false share among what a release would flag with 2 % of the cells raised. Short history: one year and a half,
 * share rule alone, in a flat world and in one with 2 % growth a week and Spring Festival. Long: six years, with growth,
 * Spring Festival and a season of each cell's own. Power is measured over the cells that were tested.
 * @returns ratios, in a fixed order
 */
export async function benchHotspots(options: { quick: boolean; seed: number }): Promise<Figure[]> {
  const random = seededRandom(options.seed);
  const cells = options.quick ? 1000 : 2100;
  const runs = options.quick ? 24 : 40;
  const short = { cells, weeks: 79, growth: 0, festival: false, season: 0 };
  const flat = drawWorld(random, short);
  const shaken = drawWorld(random, { ...short, growth: 0.02, festival: true });
  const long = drawWorld(random, { cells, weeks: 312, growth: 0.002, festival: true, season: 0.6 });
  const flatQuiet = quiet(flat, 27, [shareRule]);
  const shakenQuiet = quiet(shaken, 27, [shareRule]);
  const longQuiet = quiet(long, long.weeks - 52, DETECTORS);
  const shortRaised = raisedWeeks(shaken, random, runs, [shareRule]);
  const longRaised = raisedWeeks(long, random, runs, DETECTORS);
  const rate = { aim: [0.006, 0.013], must: [0.004, 0.013] } as const;
  const worst = { aim: [0, 0.02], must: [0, 0.04] } as const;
  const rare = { aim: [0, 0.0012], must: [0, 0.002] } as const;
  const power = { aim: [0.77, 1], must: [0.65, 1] } as const;
  // The quick run sees so few flags that their false share may miss 0.10 by chance alone.
  const falseShare = { aim: [0, 0.08], must: [0, options.quick ? 0.13 : 0.1] } as const;
  return [
    figure("share.flat.false_alarm_rate", flatQuiet.rate, rate),
    figure("share.flat.false_alarm_rate_worst_week", flatQuiet.worst, worst),
    figure("share.flat.p_below_0.001", flatQuiet.rare, rare),
    figure("share.shaken.false_alarm_rate", shakenQuiet.rate, rate),
    figure("share.shaken.false_alarm_rate_worst_week", shakenQuiet.worst, worst),
    figure("share.shaken.p_below_0.001", shakenQuiet.rare, rare),
    figure("share.shaken.power_5sd", shortRaised.power, power),
    figure("share.shaken.watch_false_share", shortRaised.watchFalse, falseShare),
    figure("share.shaken.watch_power_5sd", shortRaised.watchFound),
    figure("season.false_alarm_rate", longQuiet.rate, rate),
    figure("season.false_alarm_rate_worst_week", longQuiet.worst, worst),
    figure("season.p_below_0.001", longQuiet.rare, rare),
    figure("season.power_5sd", longRaised.power, power),
    figure("season.watch_false_share", longRaised.watchFalse, falseShare),
    figure("season.watch_power_5sd", longRaised.watchFound),
    figure("season.warning_false_share", longRaised.warningFalse, falseShare),
    figure("season.warning_power_5sd", longRaised.warningFound),
    figure("season.precision_top_20", longRaised.top, { aim: [0.88, 1], must: [0.85, 1] }),
  ];
}
