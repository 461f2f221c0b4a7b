import { type Choice, chooseDetector, DETECTORS } from "./choose.ts";
import { type Detector, emptyOutlook, type Outlook, type Series } from "./detector.ts";
import { GRAINS } from "./grain.ts";
import { yearsOfHistory } from "./history.ts";
import { fillCounts, fillExposure, type Panel, startOf, totalOf } from "./panel.ts";

/** What was found of one cell; element i of each column stands for the period `from` + i. */
export interface Finding extends Outlook {
  readonly cell: number;
  /** The cells that it is judged together with; see `Panel`. */
  readonly family: number;
  readonly from: number;
  readonly observed: Float64Array;
  readonly choice: readonly Choice[];
}

/** A period with less of its complaints in than this is not tested. */
export const LEAST_COMPLETENESS = 0.5;

/** Runs the fitting rules over the periods `from` ≤ t < `to` of one cell, those before `first` left out, into `out`. */
function detect(
  series: Series,
  { from, to, first }: { from: number; to: number; first: number },
  out: Outlook,
  detectors: readonly Detector[],
): Choice[] {
  const { grain, start } = series;
  const choices: Choice[] = [];
  for (let t = from; t < to; t++) {
    const years = yearsOfHistory(grain, t, start);
    const festival = series.festival[t] === 1;
    choices.push(chooseDetector({ grain, periods: t - start, years, festival }, detectors));
  }
  let begin = Math.min(Math.max(from, first), to);
  for (let t = begin + 1; t <= to; t++) {
    const detector = choices[begin - from]?.detector;
    if (t < to && choices[t - from]?.detector === detector) continue;
    detector?.detect(series, begin, t, out);
    begin = t;
  }
  for (let t = from; t < to; t++) {
    if ((series.completeness[t] as number) < LEAST_COMPLETENESS) out.p[t] = Number.NaN;
  }
  return choices;
}

/**
 * Gives the outlook of every cell of a panel over the periods `from` ≤ t < `to`. A cell that could be tested in none of
 * them (too sparse, too young) has no finding: what it holds is tested in its parents.
 */
export function assess(panel: Panel, from: number, to: number, detectors: readonly Detector[] = DETECTORS): Finding[] {
  const periods = panel.completeness.length;
  const [observed, exposure, logExposure] = [
    new Float64Array(periods),
    new Float64Array(periods),
    new Float64Array(periods),
  ];
  const whole = totalOf(panel);
  const sums = Float64Array.from(panel.sources, (source) => source.reduce((sum, n) => sum + n, 0));
  const findings: Finding[] = [];
  for (let cell = 0; cell < panel.start.length; cell++) {
    fillCounts(panel, cell, observed);
    fillExposure(panel, cell, observed, whole, sums, exposure);
    for (let t = 0; t < periods; t++) logExposure[t] = Math.log(exposure[t] as number);
    const series: Series = {
      grain: panel.grain,
      observed,
      exposure,
      logExposure,
      completeness: panel.completeness,
      festival: panel.festival,
      start: startOf(panel, cell),
    };
    const out = emptyOutlook(periods);
    // One more than is shown, so that the first one shown can be the second of two in a row.
    const first = panel.family[cell] === 1 ? to - GRAINS[panel.grain].testedByWhom - 1 : from;
    const choice = detect(series, { from, to, first }, out, detectors);
    const p = out.p.slice(from, to);
    if (p.every(Number.isNaN)) continue;
    findings.push({
      cell,
      family: panel.family[cell] as number,
      from,
      observed: observed.slice(from, to),
      choice,
      expected: out.expected.slice(from, to),
      low: out.low.slice(from, to),
      high: out.high.slice(from, to),
      p,
      phi: out.phi.slice(from, to),
    });
  }
  return findings;
}
