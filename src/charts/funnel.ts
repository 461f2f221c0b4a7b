import * as Plot from "@observablehq/plot";
import { element, finish } from "./element.js";
import { placeLabels } from "./funnel-labels.js";
import { type LegendEntry, legend, type Sign } from "./legend.js";
import { FONT_SIZE, niceStep, numberWord, textWidth } from "./words.js";

/** Where a unit lies: within the inner limits, between the inner and the outer ones, or outside both. */
export type FunnelPosition = "far_below" | "below" | "within" | "above" | "far_above";

/** One unit: its cases and the share of them, from 0 to 1. */
export interface FunnelPoint {
  readonly label: string;
  readonly n: number;
  readonly share: number;
  readonly position: FunnelPosition;
}

/** The limits of a unit with n cases, as shares. */
export interface FunnelLimit {
  readonly n: number;
  readonly low: number;
  readonly high: number;
  readonly farLow: number;
  readonly farHigh: number;
}

export interface FunnelData {
  readonly points: readonly FunnelPoint[];
  /** In the order of n, from the fewest cases to the most. */
  readonly limits: readonly FunnelLimit[];
  /** The share of all units together. */
  readonly pooled: number;
}

export interface FunnelTexts {
  /** Name of the axis of cases. */
  readonly cases: string;
  readonly pooled: string;
  readonly near: string;
  readonly far: string;
  readonly positions: Readonly<Record<FunnelPosition, string>>;
}

export interface FunnelOptions {
  /** Width of the drawing in px: 360 for phones, 720 for wider pages. */
  readonly width: number;
  readonly height?: number;
  /** Needed outside the browser. */
  readonly document?: Document;
  readonly texts: FunnelTexts;
}

const PAPER = "var(--chart-paper, Canvas)";
const RANGE = "var(--chart-range, currentColor)";
const LOW = "var(--chart-flag, currentColor)";
const HIGH = "var(--chart-1, currentColor)";

/** From this ratio of the most cases to the fewest on, cases stand on a logarithmic axis. */
const LOGARITHMIC_FROM = 20;

const SIGNS = {
  far_below: { sign: "down", color: LOW },
  below: { sign: "down_hollow", color: LOW },
  within: { sign: "dot", color: RANGE },
  above: { sign: "up_hollow", color: HIGH },
  far_above: { sign: "up", color: HIGH },
} as const satisfies Record<FunnelPosition, { sign: Sign; color: string }>;
const POSITIONS = Object.keys(SIGNS) as FunnelPosition[];

/** Steps of 1, 2 and 5 on a logarithmic axis, or evenly. */
function caseTicks(first: number, last: number, logarithmic: boolean): number[] {
  if (logarithmic) {
    const powers = Array.from({ length: 10 }, (_, power) => 10 ** power);
    return powers.flatMap((power) => [1, 2, 5].map((step) => step * power)).filter((n) => n >= first && n <= last);
  }
  const step = niceStep((last - first) / 4);
  return Array.from({ length: Math.floor(last / step) + 1 }, (_, i) => i * step).filter((n) => n >= first);
}

/** Ends of the axis of shares: all points, and the inner limits of those units. */
function shareDomain({ points, limits, pooled }: FunnelData): [number, number] {
  const values = [pooled, ...points.map(({ share }) => share), ...limits.flatMap(({ low, high }) => [low, high])];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const pad = Math.max(0.01, (most - least) * 0.06);
  return [Math.max(0, least - pad), Math.min(1, most + pad)];
}

/** Thins ticks so that their labels have room. */
function thinned(ticks: readonly number[], room: number): number[] {
  const needed = ticks.reduce((sum, tick) => sum + (textWidth(numberWord(tick)) + 1.5) * FONT_SIZE, 0);
  const every = Math.max(1, Math.ceil(needed / room));
  return ticks.filter((_, i) => i % every === 0);
}

function legendOf({ points }: FunnelData, texts: FunnelTexts): LegendEntry[] {
  const seen = POSITIONS.filter((position) => points.some((point) => point.position === position));
  return [
    ...seen.map((position) => ({ ...SIGNS[position], label: texts.positions[position] })),
    { sign: "line", label: texts.pooled, color: "currentColor" },
    { sign: "band", label: texts.near, color: RANGE },
    { sign: "dash", label: texts.far, color: RANGE },
  ];
}

/**
 * Draws shares of units against their numbers of cases in a funnel plot (Spiegelhalter 2005): the share of all together
 * as a line, the inner limits as a band, the outer ones dashed. What lies outside differs by shape, so the chart reads in
 * black and white. Names stand where they have room; the table beside the chart has all of them.
 * @returns an SVG element without a label of its own: put it into a figure that says what it shows
 */
export function funnel(data: FunnelData, options: FunnelOptions): SVGSVGElement {
  const { width, texts, document = globalThis.document } = options;
  const key = legend(document, legendOf(data, texts), { width, fontSize: FONT_SIZE });
  const height = (options.height ?? (width < 500 ? 300 : 360)) + key.height;
  const cases = [...data.points, ...data.limits].map(({ n }) => n);
  const [fewest, most] = cases.length > 0 ? [Math.min(...cases), Math.max(...cases)] : [1, 2];
  const logarithmic = most / Math.max(fewest, 1) > LOGARITHMIC_FROM;
  const [least, greatest] = shareDomain(data);
  const percents = niceStep(((greatest - least) * 100) / 6);
  const shares = Array.from({ length: Math.floor(100 / percents) + 1 }, (_, i) => (i * percents) / 100);
  const percent = (share: number) => `${numberWord(share * 100, 1)}%`;
  const within = (share: number) => Math.min(Math.max(share, least), greatest);
  const marginLeft = Math.ceil(textWidth("100%") * FONT_SIZE) + 10;
  const plot = Plot.plot({
    document,
    width,
    height,
    marginLeft,
    marginRight: 16,
    marginTop: key.height + 10,
    marginBottom: 48,
    style: { fontSize: `${FONT_SIZE}px` },
    x: {
      type: logarithmic ? "log" : "linear",
      domain: fewest < most ? [fewest, most] : [fewest - 1, most + 1],
      label: null,
    },
    y: { domain: [least, greatest], label: null },
    marks: [
      Plot.gridY(
        shares.filter((share) => share >= least && share <= greatest),
        { stroke: "currentColor", strokeOpacity: 0.15 },
      ),
      Plot.axisY(
        shares.filter((share) => share >= least && share <= greatest),
        { tickFormat: percent, tickSize: 0 },
      ),
      Plot.axisX(thinned(caseTicks(fewest, most, logarithmic), width - marginLeft), {
        tickFormat: (n: number) => numberWord(n),
        tickSize: 4,
      }),
      Plot.areaY(data.limits, {
        x: "n",
        y1: (limit: FunnelLimit) => within(limit.low),
        y2: (limit: FunnelLimit) => within(limit.high),
        fill: RANGE,
        fillOpacity: 0.18,
      }),
      ...(["farLow", "farHigh"] as const).map((side) =>
        Plot.lineY(data.limits, {
          x: "n",
          y: (limit: FunnelLimit) => (within(limit[side]) === limit[side] ? limit[side] : Number.NaN),
          stroke: RANGE,
          strokeWidth: 1.5,
          strokeDasharray: "5,4",
        }),
      ),
      Plot.ruleY([data.pooled], { stroke: "currentColor", strokeWidth: 1.5 }),
      ...POSITIONS.map((position) => dots(data.points, position)),
    ],
  });
  const places = { x: plot.scale("x"), y: plot.scale("y") };
  const spots = data.points.map((point) => ({
    label: point.label,
    x: places.x?.apply(point.n) as number,
    y: places.y?.apply(point.share) as number,
    first: point.position !== "within",
  }));
  for (const label of placeLabels(spots, { left: marginLeft, right: width, fontSize: FONT_SIZE }))
    plot.append(
      element(
        document,
        "text",
        {
          x: label.x,
          y: label.y,
          dy: "0.35em",
          "text-anchor": label.anchor,
          fill: "currentColor",
          stroke: PAPER,
          "stroke-width": 3,
          "paint-order": "stroke",
        },
        label.text,
      ),
    );
  plot.append(
    element(
      document,
      "text",
      { x: width - 16, y: height - 8, "text-anchor": "end", fill: "currentColor" },
      texts.cases,
    ),
    key.group,
  );
  return finish(plot, width, height);
}

/** The units of one position, drawn in its shape. */
function dots(points: readonly FunnelPoint[], position: FunnelPosition) {
  const { sign, color } = SIGNS[position];
  const here = points.filter((point) => point.position === position);
  const at = { x: "n", y: "share" } as const;
  if (sign === "dot") return Plot.dot(here, { ...at, r: 4, fill: color, stroke: PAPER });
  const hollow = sign.endsWith("_hollow");
  return Plot.dot(here, {
    ...at,
    r: 6,
    symbol: "triangle",
    rotate: sign.startsWith("down") ? 180 : 0,
    stroke: color,
    strokeWidth: 2,
    fill: hollow ? PAPER : color,
  });
}
