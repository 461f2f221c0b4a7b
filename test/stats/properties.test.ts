import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { benjaminiHochberg } from "../../src/stats/benjamini-hochberg.ts";
import { betaTails } from "../../src/stats/beta.ts";
import { gammaTails } from "../../src/stats/gamma.ts";
import { gammaQuantile } from "../../src/stats/gamma-quantile.ts";
import { smallestInteger } from "../../src/stats/integer-quantile.ts";
import { logGamma } from "../../src/stats/log-gamma.ts";
import { negativeBinomialQuantile, negativeBinomialUpperTail } from "../../src/stats/negative-binomial.ts";
import { normalCdf, normalQuantile } from "../../src/stats/normal.ts";
import { poissonCdf, poissonQuantile, poissonUpperTail } from "../../src/stats/poisson.ts";
import { poissonInterval } from "../../src/stats/poisson-interval.ts";
import { studentUpperQuantile, studentUpperTail } from "../../src/stats/student.ts";
import { wilson } from "../../src/stats/wilson.ts";

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const probability = between(1e-12, 1 - 1e-12);
const close = (a: number, b: number, tolerance: number) =>
  expect(Math.abs(a - b)).toBeLessThanOrEqual(tolerance * Math.max(Math.abs(a), Math.abs(b)));

describe("gamma and beta", () => {
  test("ln Γ(x + 1) = ln Γ(x) + ln x", () => {
    fc.assert(
      fc.property(between(0.01, 500), (x) => {
        expect(logGamma(x + 1)).toBeCloseTo(logGamma(x) + Math.log(x), 10);
      }),
    );
  });

  test("tails lie in [0, 1] and fall as they should", () => {
    fc.assert(
      fc.property(between(0.05, 2000), between(0, 4000), between(0, 10), (a, x, more) => {
        const near = gammaTails(a, x);
        const far = gammaTails(a, x + more);
        for (const tail of [near.lower, near.upper]) {
          expect(tail).toBeGreaterThanOrEqual(0);
          expect(tail).toBeLessThanOrEqual(1);
        }
        expect(far.upper).toBeLessThanOrEqual(near.upper * (1 + 1e-12));
      }),
    );
  });

  test("I_x(a, b) = 1 − I_(1−x)(b, a)", () => {
    fc.assert(
      fc.property(between(0.01, 1000), between(0.01, 1000), between(0.001, 0.999), (a, b, x) => {
        const here = betaTails(x, a, b);
        const mirrored = betaTails(1 - x, b, a, x);
        close(here.lower + 1e-300, mirrored.upper + 1e-300, 1e-10);
        close(here.upper + 1e-300, mirrored.lower + 1e-300, 1e-10);
      }),
    );
  });

  test("a quantile leads back to its probability", () => {
    fc.assert(
      fc.property(probability, between(0.1, 3000), (p, shape) => {
        close(gammaTails(shape, gammaQuantile(p, shape)).lower, p, 1e-9);
      }),
    );
    expect(gammaQuantile(0.05, 3, 2)).toBe(gammaQuantile(0.05, 3) / 2);
  });

  test("what is outside the range is NaN, not a number", () => {
    for (const value of [
      logGamma(0),
      gammaTails(-1, 2).lower,
      gammaTails(1, -2).upper,
      betaTails(2, 1, 1).lower,
      gammaQuantile(1.5, 1),
      normalQuantile(-0.1),
      poissonQuantile(0.5, -1),
      negativeBinomialUpperTail(3, -1, 2),
      studentUpperTail(1, 0),
    ]) {
      expect(value).toBeNaN();
    }
  });
});

describe("normal and Student", () => {
  test("quantiles lead back", () => {
    fc.assert(
      fc.property(probability, (p) => {
        close(normalCdf(normalQuantile(p)), p, 1e-9);
      }),
    );
    fc.assert(
      fc.property(probability, fc.integer({ min: 1, max: 300 }), (p, freedom) => {
        close(studentUpperTail(studentUpperQuantile(p, freedom), freedom), p, 1e-8);
      }),
    );
  });

  test("known values", () => {
    expect(normalQuantile(0.5)).toBe(0);
    expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
    expect(studentUpperQuantile(0.025, 4)).toBeCloseTo(2.776445105, 8);
  });
});

describe("counts", () => {
  test("a quantile is the smallest count that reaches p", () => {
    fc.assert(
      fc.property(between(0.0001, 0.9999), between(0.01, 3000), (p, mean) => {
        const y = poissonQuantile(p, mean);
        expect(poissonCdf(y, mean)).toBeGreaterThanOrEqual(p * (1 - 1e-9));
        if (y > 0) expect(poissonCdf(y - 1, mean)).toBeLessThan(p);
      }),
    );
    fc.assert(
      fc.property(between(0.0001, 0.9999), between(0.01, 3000), between(1, 20), (p, mean, phi) => {
        const y = negativeBinomialQuantile(p, mean, phi);
        expect(1 - negativeBinomialUpperTail(y + 1, mean, phi)).toBeGreaterThanOrEqual(p * (1 - 1e-9));
        if (y > 0) expect(1 - negativeBinomialUpperTail(y, mean, phi)).toBeLessThan(p * (1 + 1e-9));
      }),
    );
  });

  test("at phi = 1 the negative binomial distribution is Poisson's, and it gets there smoothly", () => {
    expect(negativeBinomialUpperTail(20, 10, 1)).toBe(poissonUpperTail(20, 10));
    close(negativeBinomialUpperTail(20, 10, 1 + 1e-8), poissonUpperTail(20, 10), 1e-6);
  });

  test("the search finds the first of a run from any guess", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), between(-100, 6000), (first, guess) => {
        expect(smallestInteger(guess, (y) => y >= first)).toBe(first);
      }),
    );
  });
});

describe("intervals", () => {
  test("Wilson's holds the share, stays in [0, 1] and narrows with n", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), between(0, 1), between(0.5, 0.999), (n, part, level) => {
        const k = Math.round(n * part);
        const one = wilson(k, n, level);
        const ten = wilson(10 * k, 10 * n, level);
        if (!one || !ten) throw new Error("no interval");
        expect(one.low).toBeGreaterThanOrEqual(0);
        expect(one.high).toBeLessThanOrEqual(1);
        expect(one.low).toBeLessThanOrEqual(k / n);
        expect(one.high).toBeGreaterThanOrEqual(k / n);
        expect(ten.high - ten.low).toBeLessThan(one.high - one.low);
      }),
    );
  });

  test("there is no interval without a share or a count", () => {
    expect(wilson(0, 0)).toBeNull();
    expect(wilson(3, 2)).toBeNull();
    expect(wilson(-1, 2)).toBeNull();
    expect(wilson(1, 2, 1)).toBeNull();
    expect(poissonInterval(-1)).toBeNull();
    expect(poissonInterval(3, 0)).toBeNull();
  });
});

describe("Benjamini and Hochberg", () => {
  test("a family worked out by hand", () => {
    // 0.01·4/1 = 0.04, 0.02·4/2 = 0.04, 0.03·4/3 = 0.04, 0.5·4/4 = 0.5
    expect([...benjaminiHochberg([0.03, 0.5, 0.01, 0.02])].map((q) => Number(q.toFixed(12)))).toEqual([
      0.04, 0.5, 0.04, 0.04,
    ]);
  });

  test("q ≥ p, in the same order; what was not tested neither counts nor gets a q", () => {
    fc.assert(
      fc.property(fc.array(between(0, 1), { minLength: 1, maxLength: 60 }), (p) => {
        const q = benjaminiHochberg(p);
        const withGaps = benjaminiHochberg(p.flatMap((value) => [Number.NaN, value]));
        for (const [i, value] of p.entries()) {
          expect(q[i]).toBeGreaterThanOrEqual(value);
          expect(q[i]).toBeLessThanOrEqual(1);
          expect(withGaps[2 * i]).toBeNaN();
          expect(withGaps[2 * i + 1]).toBe(q[i]);
          for (const [j, other] of p.entries()) if (value < other) expect(q[i]).toBeLessThanOrEqual(q[j] as number);
        }
      }),
    );
  });
});
