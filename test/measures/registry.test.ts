import { describe, expect, test } from "vitest";
import { measures as texts } from "../../src/i18n/catalogue/measures.ts";
import { MEASURES, measuresOf } from "../../src/measures/registry.ts";

describe("the registry", () => {
  test("an id stands once", () => {
    const ids = MEASURES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
  test("every measure is named and explained in both languages, and nothing else is", () => {
    const keys = MEASURES.flatMap(({ name, note }) => [name, note]);
    for (const key of keys) {
      expect(texts[key].zh).not.toBe("");
      expect(texts[key].en).not.toBe("");
    }
    const others = Object.keys(texts).filter(
      (key) => !/^measures\.(basis|error|interval|remark|source|unit)\./.test(key),
    );
    expect(others.toSorted()).toEqual(keys.toSorted());
  });
  test("names differ, in each language", () => {
    for (const locale of ["zh", "en"] as const) {
      const names = MEASURES.map(({ name }) => texts[name][locale]);
      expect(new Set(names).size).toBe(names.length);
    }
  });
  test("shares, counts and medians have the interval of their kind, shares a smallest n too; sums and means have neither", () => {
    for (const { id, numerator, denominator, interval, smallestN, unit, weight } of MEASURES) {
      const whole = denominator?.kind === "count" || weight !== null;
      if (unit === "ratio") expect([id, interval]).toEqual([id, whole ? "wilson" : null]);
      else if (numerator.kind === "median") expect([id, interval]).toEqual([id, "order"]);
      else expect([id, interval]).toEqual([id, unit === "item" ? "poisson" : null]);
      expect(smallestN > 0).toBe(unit === "ratio");
      expect(unit === "ratio" && denominator === null).toBe(false);
    }
  });
  test("measures come in the registry's order, whatever the order asked for", () => {
    expect(measuresOf(["accepted", "received"]).map(({ id }) => id)).toEqual(["received", "accepted"]);
  });
});
