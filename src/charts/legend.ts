import { element } from "./element.js";
import { textWidth } from "./words.js";

/** How a thing is drawn: told apart by shape and stroke, never by colour alone. */
export type Sign =
  | "disc"
  | "square"
  | "diamond"
  | "hollow"
  | "cross"
  | "dash"
  | "line"
  | "band"
  | "tick"
  | "bar"
  | "dot"
  | "up"
  | "up_hollow"
  | "down"
  | "down_hollow";

export interface LegendEntry {
  readonly sign: Sign;
  readonly label: string;
  readonly color: string;
}

const KEY = 26;
const PAPER = "var(--chart-paper, Canvas)";
const UP = "M0,-6L5.5,4.5h-11z";
const DOWN = "M0,6L5.5,-4.5h-11z";

function drawSign(document: Document, { sign, color }: LegendEntry, x: number, y: number): SVGElement[] {
  const middle = x + 9;
  const line = (dash: string) =>
    element(document, "path", {
      d: `M${x},${y}h18`,
      stroke: color,
      "stroke-width": 2,
      fill: "none",
      ...(dash ? { "stroke-dasharray": dash } : {}),
    });
  const shape = (d: string, fill = color) =>
    element(document, "path", { d, fill, stroke: color, "stroke-width": 1.5, transform: `translate(${middle},${y})` });
  switch (sign) {
    case "disc":
      return [line(""), shape("M-3.5,0a3.5,3.5,0,1,0,7,0a3.5,3.5,0,1,0,-7,0")];
    case "square":
      return [line("6,3"), shape("M-3.2,-3.2h6.4v6.4h-6.4z")];
    case "diamond":
      return [shape("M0,-6.5L5.5,0L0,6.5L-5.5,0z")];
    case "hollow":
      return [line("2,3"), shape("M-3.5,0a3.5,3.5,0,1,0,7,0a3.5,3.5,0,1,0,-7,0", PAPER)];
    case "cross":
      return [shape("M-4,-4L4,4M-4,4L4,-4", "none")];
    case "dash":
      return [line("5,4")];
    case "line":
      return [line("")];
    case "dot":
      return [shape("M-3.5,0a3.5,3.5,0,1,0,7,0a3.5,3.5,0,1,0,-7,0")];
    case "up":
      return [shape(UP)];
    case "up_hollow":
      return [shape(UP, PAPER)];
    case "down":
      return [shape(DOWN)];
    case "down_hollow":
      return [shape(DOWN, PAPER)];
    case "band":
      return [element(document, "rect", { x, y: y - 6, width: 18, height: 12, fill: color, "fill-opacity": 0.18 })];
    case "tick":
      return [element(document, "path", { d: `M${middle},${y - 7}v14`, stroke: color, "stroke-width": 2.5 })];
    case "bar":
      return [element(document, "rect", { x, y: y - 5, width: 18, height: 10, fill: color })];
  }
}

/** The legend as a group, its entries flowing over as many lines as `width` needs. `height` is 0 for no entries. */
export function legend(
  document: Document,
  entries: readonly LegendEntry[],
  { width, fontSize, left = 0 }: { width: number; fontSize: number; left?: number },
): { group: SVGElement; height: number } {
  const line = fontSize + 8;
  const group = element(document, "g", { class: "legend" });
  let [x, row] = [left, 0];
  for (const entry of entries) {
    const long = KEY + textWidth(entry.label) * fontSize + 14;
    if (x > left && x + long > width) [x, row] = [left, row + 1];
    const y = row * line + line / 2;
    for (const node of drawSign(document, entry, x, y)) group.append(node);
    group.append(
      element(
        document,
        "text",
        { x: x + KEY, y, dy: "0.35em", "text-anchor": "start", fill: "currentColor" },
        entry.label,
      ),
    );
    x += long;
  }
  return { group, height: entries.length ? (row + 1) * line + 4 : 0 };
}
