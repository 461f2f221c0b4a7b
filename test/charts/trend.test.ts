import { describe, expect, test } from "vitest";
import { trend } from "../../src/charts/trend.ts";
import { LOCALES } from "../../src/i18n/define.ts";
import { chartDocument } from "../../src/site/chart.ts";
import { months, TREND_TEXTS } from "./data.ts";
import { expectGolden } from "./golden.ts";

const draw = (points = months(), locale: "zh" | "en" = "en", width = 360) =>
  trend(
    { series: [{ label: "Complaints", points }], breaks: [{ at: "2025-01-01", label: "New categories" }] },
    { locale, width, document: chartDocument(), texts: TREND_TEXTS[locale] },
  );
const texts = (svg: SVGSVGElement) => [...svg.querySelectorAll("text")].map((node) => node.textContent);
const lines = (svg: SVGSVGElement) => svg.querySelectorAll('g[stroke-width="2"][stroke-linejoin] > path').length;

describe("trend", () => {
  for (const locale of LOCALES)
    for (const width of [360, 720])
      test(`golden ${locale} ${width}`, () =>
        expectGolden(`trend-${locale}-${width}.svg`, draw(months(), locale, width).outerHTML));

  test("dates are written for the language, as densely as they have room", () => {
    expect(texts(draw(months(), "zh", 720))).toContain("2026年1月");
    expect(texts(draw(months(), "en", 720))).toContain("Jan 2026");
    const years = texts(draw(months(), "en", 360)).filter((text) => /^20\d\d$/.test(text ?? ""));
    expect(years).toEqual(["2024", "2025", "2026"]);
  });

  test("a withheld month breaks the line and has a sign; it is not drawn as a number", () => {
    const points = months().map((point) => ({ ...point, flagged: false }));
    const known = points.map((point) => ({ ...point, observed: point.observed ?? 9, withheld: false }));
    expect(texts(draw(points))).toContain("withheld");
    expect(texts(draw(known))).not.toContain("withheld");
    expect(draw(points).outerHTML).not.toContain("NaN");
    expect(lines(draw(points))).toBe(lines(draw(known)) + 1);
  });

  test("an incomplete month is hollow and stands apart from the line", () => {
    const complete = months().map((point) => ({ ...point, complete: true }));
    expect(texts(draw())).toContain("month not over");
    expect(texts(draw(complete))).not.toContain("month not over");
    expect(draw().outerHTML).toContain('fill="var(--chart-paper, Canvas)"');
  });

  test("flagged months carry their number where there is room, the higher first", () => {
    const apart = months().map((point, i) => ({ ...point, flagged: i === 3 || i >= 27 }));
    expect(texts(draw(apart))).toContain(String(apart[3]?.observed));
    expect(texts(draw(apart))).toContain("42");
    expect(texts(draw(apart))).not.toContain("27");
  });

  test("where the text names a month, only that one carries its number", () => {
    const named = months().map((point, i) => ({ ...point, named: i === 27 }));
    expect(texts(draw(named))).toContain("27");
    expect(texts(draw(named))).not.toContain("42");
  });

  test("large numbers are in 万 on a Chinese axis and grouped in English", () => {
    const points = months().map((point) => ({ from: point.from, observed: 20_000, complete: true }));
    expect(texts(draw(points, "zh"))).toContain("1.5万");
    expect(texts(draw(points, "en"))).toContain("15,000");
  });

  test("no series at all gives an empty frame, one point a point", () => {
    expect(draw([]).outerHTML).not.toContain("NaN");
    expect(draw(months().slice(0, 1)).outerHTML).not.toMatch(/NaN|Infinity/);
  });

  test("inner groups have no labels and no style element is left", () => {
    for (const node of draw().querySelectorAll("*")) {
      expect([...node.attributes].filter(({ name }) => name.startsWith("aria-") && name !== "aria-hidden")).toEqual([]);
      expect(node.localName).not.toBe("style");
    }
  });
});
