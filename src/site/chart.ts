import { parseHTML } from "linkedom";
import { type Html, html, trusted } from "./html.ts";

/** A document to draw charts in, outside the browser. */
export function chartDocument(): Document {
  return parseHTML("<!doctype html><html><head></head><body></body></html>").document as unknown as Document;
}

export interface FigureTable {
  readonly caption: string;
  /** Headings; the first names the rows. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface FigureParts {
  /** The chart drawn for phones, 360 wide, and for wider pages, 720 wide; the style sheet shows one of them. */
  readonly svg360: SVGSVGElement;
  readonly svg720: SVGSVGElement;
  /** One sentence that says what the chart shows; it is printed under the chart and read out in its place. */
  readonly sentence: string;
  readonly table: FigureTable;
  /** What to press to see the numbers: "Numbers as a table". */
  readonly tableLabel: string;
}

// Serialized SVG is HTML already; only what Framework would run, or Markdown would end, still has to be made inert.
const inert = (svg: string): string =>
  svg.replace(/[$\\{}`]/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/\s*\n\s*/g, " ");

function drawing(svg: SVGSVGElement, kind: "narrow" | "wide", sentence: string): Html {
  svg.setAttribute("class", `chart chart-${kind}`);
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", sentence);
  return trusted(inert(svg.outerHTML));
}

/**
 * A chart as a figure that needs no script: inline SVG in two widths, a sentence that says what it shows, and the same
 * numbers as a table. The SVG elements are changed (class, role, label).
 */
export function figure({ svg360, svg720, sentence, table, tableLabel }: FigureParts): Html {
  const [, ...rest] = table.columns;
  return html`<figure class="figure">${drawing(svg360, "narrow", sentence)}${drawing(svg720, "wide", sentence)}<figcaption>${sentence}</figcaption><details><summary>${tableLabel}</summary><div class="table-scroll" tabindex="0" role="region" aria-label="${table.caption}"><table><caption>${table.caption}</caption><thead><tr><th scope="col">${table.columns[0]}</th>${rest.map((name) => html`<th scope="col" class="number">${name}</th>`)}</tr></thead><tbody>${table.rows.map(
    ([name, ...cells]) =>
      html`<tr><th scope="row">${name}</th>${cells.map((cell) => html`<td class="number">${cell}</td>`)}</tr>`,
  )}</tbody></table></div></details></figure>`;
}
