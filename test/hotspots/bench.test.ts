import { expect, test } from "vitest";
import { benchHotspots } from "../../src/hotspots/bench/index.ts";

test("the quick bench keeps within its bounds, and the same seed gives the same figures", async () => {
  const figures = await benchHotspots({ quick: true, seed: 20 });
  expect(figures.filter((figure) => !figure.ok)).toEqual([]);
  const ratios = figures.filter(({ id, unit }) => unit === "ratio" && !id.includes(".gain_"));
  expect(ratios.filter(({ value }) => !(value >= 0 && value <= 1))).toEqual([]);
  expect(new Set(figures.map((figure) => figure.id)).size).toBe(figures.length);
  expect(await benchHotspots({ quick: true, seed: 20 })).toEqual(figures);
  expect(await benchHotspots({ quick: true, seed: 21 })).not.toEqual(figures);
});
