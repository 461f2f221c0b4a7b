import { describe, expect, test } from "vitest";
import { type FunnelData, type FunnelPosition, funnel } from "../../src/charts/funnel.ts";
import { placeLabels } from "../../src/charts/funnel-labels.ts";
import { chartDocument } from "../../src/site/chart.ts";
import { limitsAround } from "../../src/site/pages/bureau/assessment-figure.ts";
import { funnelLimits } from "../../src/stats/binomial-quantile.ts";
import { expectGolden } from "./golden.ts";

const positions = { far_below: "远低于", below: "低于", within: "范围内", above: "高于", far_above: "远高于" };
const texts = { cases: "办件数", pooled: "全局", near: "95% 控制限", far: "99.8% 控制限", positions };
const point = (label: string, n: number, share: number, position: FunnelPosition) => ({ label, n, share, position });
const data: FunnelData = {
  points: [
    point("虚构所", 12, 0.25, "below"),
    point("假想所", 40, 0.7, "within"),
    point("示例所", 150, 0.61, "far_below"),
    point("样本所", 160, 0.92, "far_above"),
    point("臆造所", 420, 0.8, "above"),
  ],
  limits: limitsAround(12, 420, 0.75),
  pooled: 0.75,
};
const draw = (width: number, its: FunnelData = data) => funnel(its, { width, document: chartDocument(), texts });
const words = (svg: SVGSVGElement) => [...svg.querySelectorAll("text")].map((node) => node.textContent ?? "");

describe("funnel", () => {
  for (const width of [360, 720])
    test(`golden ${width}`, () => expectGolden(`funnel-${width}.svg`, draw(width).outerHTML));

  test("cases stand on a logarithmic axis where they differ much, else on an even one", () => {
    expect(words(draw(720))).toEqual(expect.arrayContaining(["20", "50", "100", "200"]));
    const even = draw(720, { ...data, points: data.points.slice(2), limits: limitsAround(150, 420, 0.75) });
    expect(words(even)).toEqual(expect.arrayContaining(["200", "300", "400"]));
    expect(words(even)).not.toContain("50");
  });

  test("every unit outside is named, and the legend tells each shape that occurs", () => {
    const all = words(draw(360));
    for (const name of ["虚构所", "示例所", "样本所", "臆造所"]) expect(all).toContain(name);
    expect(all).toEqual(expect.arrayContaining(Object.values(positions)));
    expect(words(draw(360, { ...data, points: data.points.slice(1, 2) }))).not.toContain(positions.below);
  });

  test("what lies outside is a triangle up or down, filled beyond the outer limits", () => {
    const svg = draw(720, { ...data, points: data.points.slice(0, 1) }).outerHTML;
    const filled = draw(720, { ...data, points: data.points.slice(2, 3) }).outerHTML;
    expect(svg).toContain("rotate(180)");
    expect(filled).toContain("rotate(180)");
    expect(draw(720, { ...data, points: data.points.slice(3) }).outerHTML).not.toContain("rotate(180)");
  });

  test("one unit, all or none of the cases, and no units give a drawing", () => {
    for (const share of [0, 1]) {
      const limits = limitsAround(5, 5, share);
      const one = draw(360, { points: [point("虚构所", 5, share, "within")], limits, pooled: share });
      expect(one.outerHTML).not.toContain("NaN");
    }
    expect(draw(360, { points: [], limits: [], pooled: 0.5 }).outerHTML).not.toContain("NaN");
  });
});

describe("the limits of a funnel", () => {
  test("are those of the assessment, from below the smallest unit to above the largest", () => {
    const limits = limitsAround(12, 420, 0.75);
    expect(limits[0]?.n).toBe(10);
    expect(limits.at(-1)?.n).toBe(462);
    for (const { n, low, high, farLow, farHigh } of limits) {
      expect([low, high]).toEqual([funnelLimits(n, 0.75, 0.95)?.low, funnelLimits(n, 0.75, 0.95)?.high]);
      expect(farLow).toBeLessThanOrEqual(low);
      expect(farHigh).toBeGreaterThanOrEqual(high);
    }
  });
});

describe("names beside points", () => {
  const place = { left: 0, right: 300, fontSize: 10 };
  const spot = (label: string, x: number, y: number, first = false) => ({ label, x, y, first });

  test("stand right of the point, left of it at the right end", () => {
    expect(placeLabels([spot("甲乙丙", 20, 20), spot("丁戊己", 290, 20)], place)).toEqual([
      { text: "甲乙丙", x: 30, y: 20, anchor: "start" },
      { text: "丁戊己", x: 280, y: 20, anchor: "end" },
    ]);
  });

  test("never cover a name or a point; who comes first is named first", () => {
    const close = [spot("甲乙丙丁", 150, 20), spot("戊己庚辛", 152, 22, true)];
    expect(placeLabels(close, place).map(({ text }) => text)).toEqual(["戊己庚辛", "甲乙丙丁"]);
    const crowd = [spot("甲", 100, 20), spot("乙", 112, 20), spot("丙", 124, 20)];
    expect(placeLabels(crowd, place).map(({ text }) => text)).toEqual(["甲", "丙"]);
  });
});
