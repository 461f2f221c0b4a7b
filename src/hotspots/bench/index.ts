import type { Figure } from "../../figure.ts";
import { DETECTORS } from "../choose.ts";
import { ladderOf } from "../delay.ts";
import { type Random, seededRandom } from "../random.ts";
import { shareRule } from "../share.ts";
import { comparedMethods, MONTHS, MONTHS_TESTED, monthly } from "./compared.ts";
import { ALPHA, figure } from "./figures.ts";
import { countQuiet, type Tail, tailsOf } from "./quiet.ts";
import { raisedWeeks } from "./raised.ts";
import { drawScenarios, type ScenarioScore, SIZES, scoreScenarios } from "./scenario-scores.ts";
import { meanOf, SCENARIOS } from "./scenarios.ts";
import { drawWorld, panelOfWorld, type WorldShape } from "./world.ts";

export interface BenchOptions {
  readonly quick: boolean;
  readonly seed: number;
  readonly progress?: (done: number, total: number, label: string) => void;
}

const RATE = { aim: [0.006, 0.013], must: [0.006, 0.013] } as const;
/** Tails whose frequency among quiet weeks is measured. */
const TAILS = [0.01, 0.001, 0.0001] as const;

/** How many quiet weeks there were, and in which part of them so small a p came up, by how many were expected. */
function tailFigures(name: string, tails: readonly Tail[]): Figure[] {
  return tails.flatMap(({ expected, p }) => [
    figure(`${name}.${expected}.weeks`, p.length, { unit: "weeks" }),
    ...TAILS.map((tail) =>
      figure(
        `${name}.${expected}.p_below_${tail}`,
        p.length > 0 ? p.filter((one) => one <= tail).length / p.length : 0,
      ),
    ),
  ]);
}

/** The figures of one method on the 42 scenarios. */
function scenarioFigures(id: string, score: ScenarioScore, used: boolean, quick: boolean): Figure[] {
  const name = (what: string) => `scenarios.${id}.${what}`;
  return [
    figure(name("false_alarm_rate"), score.falseAlarms, used ? RATE : {}),
    figure(name("false_alarm_rate_worst_scenario"), score.worstScenario),
    figure(name("found"), score.found, used ? { aim: [0.5, 1], must: [quick ? 0.46 : 0.49, 1] } : {}),
    figure(name("found_in_first_week"), score.foundFirst),
    figure(name("weeks_to_find"), score.weeksToFind, { unit: "weeks" }),
    ...SIZES.map((size) => figure(name(`found_at_${size}_sd`), score.foundBySize.get(size) as number)),
    figure(name("found_at_equal_rate_0.01"), score.foundAt1),
    figure(name("found_at_equal_rate_0.001"), score.foundAt01),
    ...tailFigures(name("quiet"), score.tails),
  ];
}

/** The 42 scenarios, by the rule in use and by those that it is compared with. */
function scenarios(random: Random, options: BenchOptions): Figure[] {
  const methods = comparedMethods();
  const data = drawScenarios(random, options.quick ? 5 : 50);
  const scores = methods.map((method, i) => {
    options.progress?.(i, methods.length + 3, method.id);
    return [method.id, scoreScenarios(data, method)] as const;
  });
  const of = (id: string) => scores.find(([name]) => name === id)?.[1] as ScenarioScore;
  const [used, peer] = [of("farrington"), of("noufaily")];
  return [
    ...scores.flatMap(([id, score], i) => scenarioFigures(id, score, i === 0, options.quick)),
    figure("scenarios.gain_on_noufaily_at_equal_rate_0.01", used.foundAt1 - peer.foundAt1, { aim: [0, 1] }),
    figure("scenarios.gain_on_noufaily_at_equal_rate_0.001", used.foundAt01 - peer.foundAt01, { aim: [0, 1] }),
  ];
}

/** Quiet months of the scenarios, by the rule in use with different numbers of past years. */
function months(random: Random, quick: boolean): Figure[] {
  const series = SCENARIOS.flatMap((scenario) =>
    Array.from({ length: quick ? 10 : 100 }, () =>
      Float64Array.from({ length: MONTHS }, (_, t) => {
        const weeks = 52 / 12;
        return random.count(weeks * meanOf(scenario, (t + 0.5) * weeks), scenario.phi);
      }),
    ),
  );
  return [7, 5, 3, 2, 1].flatMap((years) => {
    const method = monthly(years);
    const seen: [number, number][] = [];
    for (const one of series) {
      for (let t = MONTHS - MONTHS_TESTED; t < MONTHS; t++) {
        const judged = method.at(one, t);
        if (judged) seen.push([judged.tail(one[t] as number), judged.expected]);
      }
    }
    const rate = seen.filter(([p]) => p <= ALPHA).length / seen.length;
    const name = `months.${method.id}`;
    return [
      figure(`${name}.false_alarm_rate`, rate, years >= 5 ? { aim: [0.006, 0.013], must: [0.004, 0.013] } : {}),
      ...tailFigures(`${name}.quiet`, tailsOf(seen)),
    ];
  });
}

const SHORT = { weeks: 79 };
/** What moves all cells of a platform at once; each world by itself. */
const SHOCKS: Readonly<Record<string, Omit<WorldShape, "cells" | "weeks">>> = {
  flat: {},
  growth: { growth: 0.02 },
  festival: { festival: true },
  surge: { surge: 20 },
  growth_festival: { growth: 0.02, festival: true },
  channel: { channel: 40 },
};

/** False alarms where a whole platform moves. */
function shocks(random: Random, quick: boolean): Figure[] {
  const cells = quick ? 300 : 600;
  const worst = { aim: [0, 0.025], must: [0, quick ? 0.06 : 0.04] } as const;
  const rate = { aim: [0.006, 0.013], must: [0.004, 0.013] } as const;
  const figures: Figure[] = [];
  for (const [name, shape] of Object.entries(SHOCKS)) {
    const world = drawWorld(random, { ...SHORT, ...shape, cells });
    const found = countQuiet(panelOfWorld(world), 27, [shareRule]);
    figures.push(
      figure(`shocks.${name}.share.false_alarm_rate`, found.rate, rate),
      figure(`shocks.${name}.share.false_alarm_rate_worst_week`, found.worst, worst),
    );
    if (name === "growth_festival") figures.push(...tailFigures(`shocks.${name}.share.quiet`, found.tails));
    if (name !== "channel") continue;
    const together = countQuiet(panelOfWorld(world, false), 27, [shareRule]);
    figures.push(
      figure(`shocks.${name}.channels_together.false_alarm_rate`, together.rate),
      figure(`shocks.${name}.channels_together.false_alarm_rate_worst_week`, together.worst),
    );
  }
  return figures;
}

/**
 * Daily exports of 132 days in which a third of a day's complaints is in at once, a third a day later and the rest within a
 * fortnight: how far the last seven days are from what they come to in the end, as they stand and as the ladder has them.
 */
function delay(random: Random): Figure[] {
  const [days, from] = [132, 42];
  const seen: { day: number; first: number; n: number }[] = [];
  const truth = new Float64Array(days);
  for (let day = 0; day < days; day++) {
    for (let i = random.poisson(60); i > 0; i--) {
      const u = random.uniform();
      const wait = u < 1 / 3 ? 0 : u < 2 / 3 ? 1 : 2 + Math.floor(random.uniform() * 12);
      truth[day] = (truth[day] as number) + 1;
      if (day + wait < days) seen.push({ day, first: day + wait, n: 1 });
    }
  }
  const exports = Array.from({ length: days - from }, (_, i) => from + i);
  const completeness = ladderOf(seen, exports);
  let [raw, error, total] = [0, 0, 0];
  for (let day = days - 7; day < days; day++) {
    const known = seen.filter((one) => one.day === day).length;
    const come = truth[day] as number;
    raw += Math.abs(known - come);
    error += Math.abs(known / (completeness[days - 1 - day] as number) - come);
    total += come;
  }
  return [
    figure("delay.last_week_missing", raw / total),
    figure("delay.last_week_error", error / total, { aim: [0, 0.1], must: [0, 0.15] }),
  ];
}

/** What a release would flag: a platform with short history, and one with seven years, growth, festival and seasons. */
function flags(random: Random, quick: boolean): Figure[] {
  const cells = quick ? 1000 : 2100;
  const runs = quick ? 24 : 49;
  const short = drawWorld(random, { ...SHORT, cells, growth: 0.02, festival: true });
  const long = drawWorld(random, { cells, weeks: 372, growth: 0.002, festival: true, season: 0.6 });
  const quiet = countQuiet(panelOfWorld(long), long.weeks - (quick ? 12 : 52), DETECTORS);
  const figures = [
    figure("long.false_alarm_rate", quiet.rate, { aim: [0.006, 0.013], must: [0.004, 0.013] }),
    figure("long.false_alarm_rate_worst_week", quiet.worst, { aim: [0, 0.025], must: [0, 0.04] }),
    figure("long.p_below_0.001", quiet.rare, { aim: [0, 0.0012], must: [0, 0.002] }),
  ];
  // The quick run sees so few flags that their false share may miss 0.10 by chance alone.
  const falseShare = { aim: [0, 0.1], must: [0, quick ? 0.13 : 0.1] } as const;
  for (const [name, world, rules] of [
    ["short", short, [shareRule]],
    ["long", long, DETECTORS],
  ] as const) {
    const found = raisedWeeks(world, random, runs, rules);
    figures.push(
      figure(`flags.${name}.power_5sd`, found.power, { aim: [0.75, 1], must: [0.65, 1] }),
      figure(`flags.${name}.watch_false_share`, found.watchFalse, falseShare),
      figure(`flags.${name}.watch_power_5sd`, found.watchFound),
      figure(`flags.${name}.warning_false_share`, found.warningFalse, falseShare),
      figure(`flags.${name}.warning_power_5sd`, found.warningFound),
      figure(`flags.${name}.precision_top_20`, found.top, { aim: [0.88, 1], must: [0.85, 1] }),
      figure(`flags.${name}.flags_a_week`, found.flags, { unit: "flags" }),
    );
  }
  return figures;
}

/**
 * Measures the rules in use on made-up weeks.
 *
 * Scenarios: the 42 of Noufaily et al. (2013), false alarms at a nominal 1 % in quiet weeks, outbreaks of 1 to 10 standard
 * deviations found, how often small p come up where nothing happened, and the same for rules to compare with. Shocks:
 * platforms that grow, have a festival, surge or open a channel. Flags: what a release would flag with one cell in fifty
 * raised by five standard deviations: how many flags are false, and how many of the top twenty are right.
 * @returns figures in a fixed order
 */
export async function benchHotspots(options: BenchOptions): Promise<Figure[]> {
  const random = seededRandom(options.seed);
  const { quick } = options;
  return [
    ...scenarios(random, options),
    ...months(random, quick),
    ...shocks(random, quick),
    ...flags(random, quick),
    ...delay(random),
  ];
}
