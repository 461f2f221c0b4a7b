import * as Plot from "@observablehq/plot";
import { finish } from "./element.js";
import { type LegendEntry, legend } from "./legend.js";
import { isNumber } from "./trend-data.js";
import { FONT_SIZE, numberWord, shorten, textWidth } from "./words.js";

export interface Bar {
  readonly label: string;
  /** Null where the figure is withheld or not known: no bar is drawn, and a sign stands for the number. */
  readonly value: number | null;
  /** The same figure of the period compared with: a tick across the bar. */
  readonly previous?: number | null;
  readonly withheld?: boolean;
}

export interface BarsTexts {
  readonly value: string;
  readonly previous: string;
  readonly withheld: string;
}

export interface BarsOptions {
  readonly width: number;
  readonly document?: Document;
  readonly texts: BarsTexts;
  readonly format?: (value: number) => string;
}

const ROW = 46;
const COLOR = "var(--chart-1, currentColor)";

/**
 * Draws figures as horizontal bars from zero, in the order given, each with its label above and its number at the right:
 * so a Chinese label of about 20 signs fits on a phone. A longer one is cut; the table beside the chart has all of it.
 * @returns an SVG element without a label of its own
 */
export function bars(data: readonly Bar[], options: BarsOptions): SVGSVGElement {
  const { width, texts, document = globalThis.document } = options;
  const format = options.format ?? ((value: number) => numberWord(value));
  const number = (bar: Bar) => (isNumber(bar.value) ? format(bar.value) : bar.withheld ? "×" : "—");
  const compared = data.some((bar) => isNumber(bar.previous));
  const entries: LegendEntry[] = [
    ...(compared
      ? [
          { sign: "bar", label: texts.value, color: COLOR } as const,
          { sign: "tick", label: texts.previous, color: "currentColor" } as const,
        ]
      : []),
    ...(data.some((bar) => bar.withheld)
      ? [{ sign: "cross", label: texts.withheld, color: "currentColor" } as const]
      : []),
  ];
  const key = legend(document, entries, { width, fontSize: FONT_SIZE });
  const height = key.height + data.length * ROW + 6;
  const room = width / FONT_SIZE - Math.max(0, ...data.map((bar) => textWidth(number(bar)))) - 1.5;
  const rows = data.map((bar, i) => ({ ...bar, row: i, short: shorten(bar.label, room), number: number(bar) }));
  const most = Math.max(1, ...data.flatMap((bar) => [bar.value, bar.previous].filter(isNumber)));
  const above = -ROW / 2 + 12;
  const plot = Plot.plot({
    document,
    width,
    height,
    marginLeft: 1,
    marginRight: 1,
    marginTop: key.height,
    marginBottom: 6,
    style: { fontSize: `${FONT_SIZE}px` },
    x: { domain: [0, most], axis: null },
    y: { type: "band", domain: rows.map((bar) => bar.row), axis: null, padding: 0 },
    marks: [
      Plot.barX(rows, {
        x1: 0,
        x2: most,
        y: "row",
        insetTop: 24,
        insetBottom: 6,
        fill: "currentColor",
        fillOpacity: 0.08,
      }),
      Plot.barX(
        rows.filter((bar) => isNumber(bar.value)),
        { x1: 0, x2: "value", y: "row", insetTop: 24, insetBottom: 6, fill: COLOR },
      ),
      Plot.tickX(
        rows.filter((bar) => isNumber(bar.previous)),
        {
          x: "previous",
          y: "row",
          insetTop: 20,
          insetBottom: 2,
          stroke: "var(--chart-paper, Canvas)",
          strokeWidth: 5,
        },
      ),
      Plot.tickX(
        rows.filter((bar) => isNumber(bar.previous)),
        { x: "previous", y: "row", insetTop: 20, insetBottom: 2, stroke: "currentColor", strokeWidth: 2.5 },
      ),
      Plot.text(rows, { frameAnchor: "left", y: "row", text: "short", dy: above, fill: "currentColor" }),
      Plot.text(rows, {
        frameAnchor: "right",
        y: "row",
        text: "number",
        dy: above,
        fontWeight: "bold",
        fill: "currentColor",
      }),
    ],
  });
  plot.append(key.group);
  return finish(plot, width, height);
}
