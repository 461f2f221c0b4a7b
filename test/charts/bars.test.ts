import { describe, expect, test } from "vitest";
import { bars } from "../../src/charts/bars.ts";
import { textWidth } from "../../src/charts/words.ts";
import { chartDocument } from "../../src/site/chart.ts";
import { expectGolden } from "./golden.ts";

const LONG = "文化、娱乐、体育服务中的预付式消费卡合同与退费争议以及其他未列明的各类问题";
const data = [
  { label: LONG, value: 23456, previous: 20000 },
  { label: "餐饮住宿服务", value: 900, previous: 1200 },
  { label: "玩具", value: null, withheld: true },
  { label: "其他", value: 0 },
];
const draw = (width: number) =>
  bars(data, { width, document: chartDocument(), texts: { value: "本月", previous: "上年同月", withheld: "不公布" } });
const texts = (svg: SVGSVGElement) => [...svg.querySelectorAll("text")].map((node) => node.textContent ?? "");

describe("bars", () => {
  for (const width of [360, 720])
    test(`golden ${width}`, () => expectGolden(`bars-${width}.svg`, draw(width).outerHTML));

  test("a long Chinese label keeps clear of its number at 360", () => {
    const label = texts(draw(360)).find((text) => text.startsWith("文化")) ?? "";
    expect(label.endsWith("…")).toBe(true);
    expect((textWidth(label) + textWidth("23,456")) * 15).toBeLessThan(360);
    expect(texts(draw(720))).toContain(LONG);
  });

  test("numbers are printed in full; a withheld one is a sign, nought is 0", () => {
    expect(texts(draw(360))).toEqual(expect.arrayContaining(["23,456", "900", "×", "0", "不公布"]));
  });

  test("no data gives an empty drawing", () => {
    const svg = bars([], { width: 360, document: chartDocument(), texts: { value: "", previous: "", withheld: "" } });
    expect(svg.outerHTML).not.toContain("NaN");
  });
});
