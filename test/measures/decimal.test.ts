import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fixed, gap, growth, ratio } from "../../src/measures/decimal.ts";

describe("exact decimals", () => {
  test.each([
    ["12.345", 2, "12.35"],
    ["-12.345", 2, "-12.35"],
    ["1.005", 2, "1.01"],
    ["0.004", 2, "0.00"],
    ["-0.004", 2, "0.00"],
    ["328442", 2, "328442.00"],
    ["129.000000", 0, "129"],
    ["99999999999999999999999999999999.99", 1, "100000000000000000000000000000000.0"],
  ])("%s with %i decimals is %s", (text, places, expected) => {
    expect(fixed(text, places)).toBe(expected);
  });
  test("the seed's figures", () => {
    expect(ratio("5", "22", 4)).toBe("0.2273");
    expect(growth("129", "90", 4)).toBe("0.4333");
    expect(ratio("47", "129", 4)).toBe("0.3643");
  });
  test("nothing is divided by zero", () => {
    expect(ratio("5", "0", 4)).toBeNull();
    expect(growth("5", "0.00", 4)).toBeNull();
    expect(gap({ top: "1", bottom: "2" }, { top: "0", bottom: "0" }, 4)).toBeNull();
  });
  test("a ratio is rounded once", () => {
    // 0.12344999… must not become 0.1235 by way of 0.123450
    expect(ratio("12344999", "100000000", 4)).toBe("0.1234");
    expect(ratio("6667", "20000", 4)).toBe("0.3334");
  });
  test("gap is the difference of the ratios", () => {
    const natural = fc.integer({ min: 0, max: 1_000_000 });
    const positive = fc.integer({ min: 1, max: 1_000_000 });
    fc.assert(
      fc.property(natural, positive, natural, positive, (a, b, c, d) => {
        const text = gap({ top: String(a), bottom: String(b) }, { top: String(c), bottom: String(d) }, 4) as string;
        expect(Math.abs(Number(text) - (a / b - c / d))).toBeLessThan(0.00005 + 1e-6 * Math.max(1, a / b, c / d));
      }),
    );
  });
});
