// Between charts, imports end in `.js`: Framework serves a module to the browser by that name only.
import * as Plot from "@observablehq/plot";
import type { Locale } from "../i18n/define.ts";
import { finish } from "./element.js";
import { type LegendEntry, legend } from "./legend.js";
import { type Tick, timeTicks } from "./time-ticks.js";
import { type Dot, dotsOf, isNumber, type TrendData } from "./trend-data.js";
import { breakMarks, COLORS, FLAG, RANGE, rangeMarks, seriesMarks } from "./trend-marks.js";
import { axisWord, dateOf, FONT_SIZE, niceStep, numberWord, textWidth } from "./words.js";

export type { TrendBreak, TrendData, TrendPoint, TrendSeries } from "./trend-data.js";

export interface TrendTexts {
  readonly expected: string;
  readonly range: string;
  readonly incomplete: string;
  readonly withheld: string;
  readonly flagged: string;
}

export interface TrendOptions {
  readonly locale: Locale;
  /** Width of the drawing in px: 360 for phones, 720 for wider pages. */
  readonly width: number;
  readonly height?: number;
  /** Needed outside the browser. */
  readonly document?: Document;
  readonly texts: TrendTexts;
  /** Prints a value on the axis and at flagged points; by default whole numbers with grouping, 万 in Chinese. */
  readonly format?: (value: number) => string;
}

function legendOf({ series }: TrendData, dots: readonly (readonly Dot[])[], texts: TrendTexts): LegendEntry[] {
  const all = dots.flat();
  const [first = []] = dots;
  const entries: (LegendEntry | false)[] = [
    ...series.map(
      ({ label }, i): LegendEntry => ({ sign: i ? "square" : "disc", label, color: COLORS[i] ?? COLORS[1] }),
    ),
    first.some((dot) => isNumber(dot.low)) && { sign: "band", label: texts.range, color: RANGE },
    first.some((dot) => isNumber(dot.expected)) && { sign: "dash", label: texts.expected, color: RANGE },
    all.some((dot) => dot.flagged && isNumber(dot.observed)) && { sign: "diamond", label: texts.flagged, color: FLAG },
    all.some((dot) => !dot.complete && isNumber(dot.observed)) && {
      sign: "hollow",
      label: texts.incomplete,
      color: COLORS[0],
    },
    all.some((dot) => dot.withheld) && { sign: "cross", label: texts.withheld, color: "currentColor" },
  ];
  return entries.filter((entry) => entry !== false);
}

/**
 * Draws months or weeks of one or two series as lines over time, from zero. Works in the browser, and in Node with a
 * `document`. Flagged, incomplete and withheld points differ by shape, so the chart reads in black and white.
 * @returns an SVG element without a label of its own: put it into a figure that says what it shows
 */
export function trend(data: TrendData, options: TrendOptions): SVGSVGElement {
  const { locale, width, texts, document = globalThis.document } = options;
  const height = options.height ?? (width < 500 ? 260 : 320);
  const onAxis = options.format ?? ((value: number) => axisWord(locale, value));
  const atPoint = options.format ?? ((value: number) => numberWord(value));
  const dots = data.series.slice(0, 2).map(dotsOf);
  const all = dots.flat();
  const dates = all.length ? all.map((dot) => dot.date.getTime()) : [0];
  const [first, last] = [new Date(Math.min(...dates)), new Date(Math.max(...dates))];
  const breaks = (data.breaks ?? []).map((mark) => ({ ...mark, date: dateOf(mark.at) }));
  const most = Math.max(1, ...all.flatMap((dot) => [dot.observed, dot.high, dot.expected].filter(isNumber)));
  // Whole steps only: a count has no half.
  const step = niceStep(most / 5);
  const values = Array.from({ length: Math.floor(most / step) + 1 }, (_, i) => i * step);
  const key = legend(document, legendOf(data, dots, texts), { width, fontSize: FONT_SIZE });
  const numbers = Math.ceil(Math.max(...values.map((value) => textWidth(onAxis(value)))) * FONT_SIZE) + 10;
  const ticks = timeTicks(locale, first, last, (width - numbers - 30) / FONT_SIZE);
  // Half of a label may hang over either end of the axis.
  const overhang = (tick: Tick | undefined) => Math.ceil((textWidth(tick?.label ?? "") * FONT_SIZE) / 2) + 2;
  const label = new Map(ticks.map((tick) => [tick.date.getTime(), tick.label]));
  const gap = ((last.getTime() - first.getTime()) / width) * 34;
  const plot = Plot.plot({
    document,
    width,
    height: height + key.height,
    marginLeft: Math.max(numbers, overhang(ticks[0])),
    marginRight: overhang(ticks.at(-1)),
    marginTop: key.height + (breaks.length ? 30 : 22),
    marginBottom: 28,
    style: { fontSize: `${FONT_SIZE}px` },
    x: { type: "utc", domain: first < last ? [first, last] : [first, new Date(first.getTime() + 864e5)], label: null },
    y: { domain: [0, most], label: null },
    marks: [
      Plot.gridY(values, { stroke: "currentColor", strokeOpacity: 0.15 }),
      Plot.axisY(values, { tickFormat: onAxis, tickSize: 0 }),
      Plot.axisX(
        ticks.map((tick) => tick.date),
        { tickFormat: (date: Date) => label.get(date.getTime()) ?? "", tickSize: 4 },
      ),
      ...rangeMarks(dots[0] ?? []),
      Plot.ruleY([0], { stroke: "currentColor" }),
      ...breakMarks(breaks, (first.getTime() + last.getTime()) / 2),
      ...dots.flatMap((points, i) =>
        seriesMarks(points, { color: COLORS[i] ?? COLORS[1], second: i > 0, format: atPoint, gap }),
      ),
      Plot.dot(
        all.filter((dot) => dot.withheld),
        { x: "date", y: 0, dy: -8, r: 4, symbol: "times", stroke: "currentColor", strokeWidth: 1.5 },
      ),
    ],
  });
  plot.append(key.group);
  return finish(plot, width, height + key.height);
}
