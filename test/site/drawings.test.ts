import { describe, expect, test } from "vitest";
import { chartDocument, figure } from "../../src/site/chart.ts";
import { putBack, takeOut } from "../../src/site/drawings.ts";

const svg = () => {
  const document = chartDocument();
  const drawing = document.createElementNS("http://www.w3.org/2000/svg", "svg") as SVGSVGElement;
  drawing.append(document.createElementNS("http://www.w3.org/2000/svg", "path"));
  return drawing;
};
const page = `# Title\n\n<svg id="other"><path></path></svg>\n${figure({
  svg360: svg(),
  svg720: svg(),
  sentence: "A $1 sentence",
  table: { caption: "c", columns: ["a", "b"], rows: [["1", "2"]] },
  tableLabel: "t",
})}\n`;

describe("charts outside the staged page", () => {
  test("leave an empty place each, and nothing else changes", () => {
    const taken = takeOut(page);
    expect(taken.drawings).toHaveLength(2);
    expect(taken.page).toContain('<svg data-drawing="0"></svg><svg data-drawing="1"></svg><figcaption>');
    expect(taken.page).toContain('<svg id="other"><path></path></svg>');
    expect(putBack(taken.page, taken.drawings)).toBe(page);
  });

  test("a page without charts and a place without a chart stay as they are", () => {
    expect(takeOut("<p>none</p>")).toEqual({ page: "<p>none</p>", drawings: [] });
    expect(putBack('<svg data-drawing="7"></svg>', [])).toBe('<svg data-drawing="7"></svg>');
  });
});
