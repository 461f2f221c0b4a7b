import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { betaTails } from "../../src/stats/beta.ts";
import { betaQuantile } from "../../src/stats/beta-quantile.ts";
import { binomialCdf, binomialProbability, binomialUpperTail } from "../../src/stats/binomial.ts";
import { binomialQuantile, funnelLimits } from "../../src/stats/binomial-quantile.ts";
import { clopperPearson } from "../../src/stats/clopper-pearson.ts";
import { hypergeometricCdf, hypergeometricUpperTail } from "../../src/stats/hypergeometric.ts";
import { orderStatisticRanks } from "../../src/stats/order-statistic.ts";
import { poissonTwoSample } from "../../src/stats/poisson-two-sample.ts";
import { fisher, newcombe } from "../../src/stats/two-proportions.ts";
import { wilson } from "../../src/stats/wilson.ts";

const MILLIONS = 10_000_000;
const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const count = (max: number) => fc.integer({ min: 0, max });
const level = between(0.5, 0.999);
/** x of n. */
const share = (max: number) => fc.integer({ min: 1, max }).chain((n) => fc.tuple(count(n), fc.constant(n)));
const close = (a: number, b: number, tolerance: number) =>
  expect(Math.abs(a - b)).toBeLessThanOrEqual(tolerance * Math.max(Math.abs(a), Math.abs(b)));

function there<T>(value: T | null): T {
  if (value === null) throw new Error("null");
  return value;
}

/** Exact: weights in whole numbers, so that the only rounding is the last division. */
function choose(n: number, k: number): bigint {
  let value = 1n;
  for (let i = 0; i < k; i++) value = (value * BigInt(n - i)) / BigInt(i + 1);
  return value;
}

const ratio = (part: bigint, whole: bigint) => Number((part * 10n ** 200n) / whole) / 1e200;

/** The share of the weights of those outcomes that `counts` holds for. */
function sumWhere(weights: bigint[], counts: (weight: bigint, x: number) => boolean): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  const part = weights.reduce((sum, weight, x) => (counts(weight, x) ? sum + weight : sum), 0n);
  return ratio(part, total);
}

/** At most as probable as the outcome seen, but for R's tolerance of 1e-7. */
const atMost = (seen: bigint) => (weight: bigint) => weight * 10_000_000n <= seen * 10_000_001n;

const binomialWeights = (n: number, t1: number, t2: number) =>
  Array.from({ length: n + 1 }, (_, x) => choose(n, x) * BigInt(t1) ** BigInt(x) * BigInt(t2) ** BigInt(n - x));

describe("binomial", () => {
  test("tails and quantiles are those of exact sums", () => {
    fc.assert(
      fc.property(share(60), count(40), count(40), between(0.0001, 0.9999), ([x, n], a, b, p) => {
        const weights = binomialWeights(n, a + 1, b + 1);
        const chance = (a + 1) / (a + b + 2);
        const rest = (b + 1) / (a + b + 2);
        close(
          binomialCdf(x, n, chance, rest),
          sumWhere(weights, (_, i) => i <= x),
          1e-11,
        );
        close(
          binomialUpperTail(x, n, chance, rest),
          sumWhere(weights, (_, i) => i >= x),
          1e-11,
        );
        close(
          binomialProbability(x, n, chance, rest),
          sumWhere(weights, (_, i) => i === x),
          1e-11,
        );
        const r = binomialQuantile(p, n, chance);
        expect(sumWhere(weights, (_, i) => i <= r)).toBeGreaterThanOrEqual(p * (1 - 1e-9));
        expect(sumWhere(weights, (_, i) => i < r)).toBeLessThan(p);
      }),
    );
  });

  test("the ends", () => {
    expect(binomialQuantile(0.5, 10, 0)).toBe(0);
    expect(binomialQuantile(0.5, 10, 1)).toBe(10);
    expect(binomialQuantile(0, 10, 0.3)).toBe(0);
    expect(binomialQuantile(1, 10, 0.3)).toBe(10);
    expect(binomialQuantile(0.5, 0, 0.3)).toBe(0);
    expect(binomialQuantile(0.5, 5, 0.5)).toBe(2);
    expect([binomialCdf(-1, 5, 0.5), binomialCdf(5, 5, 0.5), binomialCdf(2, 5, 0), binomialCdf(2, 5, 1)]).toEqual([
      0, 1, 1, 0,
    ]);
    expect([binomialUpperTail(0, 5, 0.5), binomialUpperTail(6, 5, 0.5), binomialUpperTail(2, 5, 1)]).toEqual([1, 0, 1]);
    expect([0, 1].map((x) => binomialProbability(x, 3, 0))).toEqual([1, 0]);
    expect([2, 3, 4].map((x) => binomialProbability(x, 3, 1))).toEqual([0, 1, 0]);
    for (const value of [
      binomialQuantile(-0.1, 3, 0.5),
      binomialQuantile(0.5, 3, 1.5),
      binomialQuantile(0.5, 2.5, 0.5),
      binomialCdf(1, 3, -0.5),
      binomialUpperTail(1, 3, 1.5),
      binomialProbability(1, 3, 2),
    ]) {
      expect(value).toBeNaN();
    }
  });

  test("a beta quantile leads back to its probability, on both sides", () => {
    fc.assert(
      fc.property(between(1e-9, 1 - 1e-9), between(0.5, 1e6), between(0.5, 1e6), (p, a, b) => {
        const { x, y } = betaQuantile(p, a, b);
        const tails = betaTails(x, a, b, y);
        close(tails.lower, p, 1e-8);
        close(tails.upper, 1 - p, 1e-8);
      }),
    );
    expect(betaQuantile(0, 2, 3)).toEqual({ x: 0, y: 1 });
    expect(betaQuantile(1, 2, 3)).toEqual({ x: 1, y: 0 });
    expect(betaQuantile(2, 2, 3).x).toBeNaN();
  });
});

describe("Clopper and Pearson's interval", () => {
  test("at its bounds the count seen is just as improbable as allowed; it holds the share; failures mirror it", () => {
    fc.assert(
      fc.property(share(3000), level, ([k, n], confidence) => {
        const { low, high } = there(clopperPearson(k, n, confidence));
        if (k === 0) expect(low).toBe(0);
        else close(binomialUpperTail(k, n, low), (1 - confidence) / 2, 1e-8);
        if (k === n) expect(high).toBe(1);
        else close(binomialCdf(k, n, high), (1 - confidence) / 2, 1e-8);
        expect(low).toBeLessThanOrEqual(k / n);
        expect(high).toBeGreaterThanOrEqual(k / n);
        const mirrored = there(clopperPearson(n - k, n, confidence));
        expect(mirrored.low).toBeCloseTo(1 - high, 12);
        expect(mirrored.high).toBeCloseTo(1 - low, 12);
      }),
    );
  });

  test("there is none without a share", () => {
    for (const [k, n, confidence] of [
      [0, 0, 0.95],
      [3, 2, 0.95],
      [-1, 2, 0.95],
      [0.5, 2, 0.95],
      [1, 2, 1],
      [1, 2, 0],
    ] as const) {
      expect(clopperPearson(k, n, confidence)).toBeNull();
    }
  });
});

describe("ranks around a quantile", () => {
  const quantile = between(0.001, 0.999);

  test("neither end errs more often than allowed, and one rank narrower it would", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), quantile, level, (n, q, confidence) => {
        const ranks = orderStatisticRanks(n, q, confidence);
        const tail = (1 - confidence) / 2;
        const low = ranks?.low ?? 0;
        const high = ranks?.high ?? n + 1;
        expect(binomialCdf(low - 1, n, q)).toBeLessThanOrEqual(tail * (1 + 1e-9));
        expect(binomialCdf(low, n, q)).toBeGreaterThan(tail);
        expect(binomialUpperTail(high, n, q)).toBeLessThanOrEqual(tail * (1 + 1e-9));
        expect(binomialUpperTail(high - 1, n, q)).toBeGreaterThan(tail);
        expect(low).toBeLessThan(high);
        if (ranks === null) return;
        expect(ranks.coverage).toBeGreaterThanOrEqual(confidence - 1e-9);
        close(ranks.coverage, binomialCdf(high - 1, n, q) - binomialCdf(low - 1, n, q), 1e-9);
      }),
    );
  });

  test("counted from the other end they are those of 1 − q", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), fc.integer({ min: 1, max: 127 }), (n, parts) => {
        // Parts of 128, because 1 − q is exact for them.
        const ranks = orderStatisticRanks(n, parts / 128, 0.95);
        const mirrored = orderStatisticRanks(n, 1 - parts / 128, 0.95);
        const turned = (rank: number | null | undefined) => (rank ? n + 1 - rank : null);
        expect([turned(mirrored?.high), turned(mirrored?.low)]).toEqual([ranks?.low ?? null, ranks?.high ?? null]);
      }),
    );
  });

  test("a probability that is just the allowed one still counts", () => {
    expect(orderStatisticRanks(2, 0.5, 0.5)).toEqual({ low: 1, high: 2, coverage: 0.5 });
  });

  test("one end alone, or none", () => {
    // P(R ≥ 4) = 0.0128 of ten at 0.1; P(R = 0) = 0.35.
    const open = there(orderStatisticRanks(10, 0.1, 0.95));
    expect(open).toMatchObject({ low: null, high: 4 });
    expect(open.coverage).toBeCloseTo(0.9872048016, 10);
    expect(orderStatisticRanks(3, 0.5, 0.95)).toBeNull();
    for (const [n, q, confidence] of [
      [0, 0.5, 0.95],
      [2.5, 0.5, 0.95],
      [10, 0, 0.95],
      [10, 1, 0.95],
      [10, 0.5, 1],
      [10, 0.5, 0],
    ] as const) {
      expect(orderStatisticRanks(n, q, confidence)).toBeNull();
    }
  });
});

describe("two rates", () => {
  const amount = fc.integer({ min: 1, max: 20 });

  test("the probabilities are those of exact sums", () => {
    fc.assert(
      fc.property(count(30), count(30), amount, amount, (x1, x2, t1, t2) => {
        fc.pre(x1 + x2 > 0);
        const weights = binomialWeights(x1 + x2, t1, t2);
        const seen = weights[x1] as bigint;
        const result = there(poissonTwoSample(x1, x2, t1, t2));
        close(result.pTwoSided, sumWhere(weights, atMost(seen)), 1e-10);
        close(
          result.pGreater,
          sumWhere(weights, (_, x) => x >= x1),
          1e-10,
        );
      }),
    );
  });

  test("with the samples swapped the ratio turns over and p stays", () => {
    fc.assert(
      fc.property(
        count(MILLIONS),
        count(5000),
        between(0.01, 1e5),
        between(0.01, 1e5),
        level,
        (x1, x2, t1, t2, conf) => {
          fc.pre(x1 + x2 > 0);
          const one = there(poissonTwoSample(x1, x2, t1, t2, conf));
          const other = there(poissonTwoSample(x2, x1, t2, t1, conf));
          expect(other.pTwoSided).toBe(one.pTwoSided);
          expect(other.low === 0).toBe(one.high === Number.POSITIVE_INFINITY);
          if (other.low > 0) close(other.low * one.high, 1, 1e-12);
          if (one.low > 0) close(one.low * other.high, 1, 1e-12);
          expect(one.low).toBeLessThanOrEqual(one.ratio);
          expect(one.high).toBeGreaterThanOrEqual(one.ratio);
        },
      ),
    );
  });

  test("edges", () => {
    expect(poissonTwoSample(0, 7, 1, 1)).toMatchObject({ ratio: 0, low: 0, pGreater: 1 });
    expect(poissonTwoSample(7, 0, 1, 1)).toMatchObject({
      ratio: Number.POSITIVE_INFINITY,
      high: Number.POSITIVE_INFINITY,
    });
    expect(poissonTwoSample(7, 7, 3, 3)?.pTwoSided).toBe(1);
    for (const [x1, x2, t1, t2, confidence] of [
      [0, 0, 1, 1, 0.95],
      [-1, 3, 1, 1, 0.95],
      [1.5, 3, 1, 1, 0.95],
      [1, 3, 0, 1, 0.95],
      [1, 3, 1, Number.POSITIVE_INFINITY, 0.95],
      [1, 3, 1, 1, 1],
    ] as const) {
      expect(poissonTwoSample(x1, x2, t1, t2, confidence)).toBeNull();
    }
  });
});

describe("two shares", () => {
  test("Fisher's probabilities are those of exact sums", () => {
    fc.assert(
      fc.property(share(40), share(40), ([x1, n1], [x2, n2]) => {
        const drawn = x1 + x2;
        const weights = Array.from({ length: n1 + 1 }, (_, x) =>
          x <= drawn && drawn - x <= n2 ? choose(n1, x) * choose(n2, drawn - x) : 0n,
        );
        const result = there(fisher(x1, n1, x2, n2));
        close(result.twoSided, sumWhere(weights, atMost(weights[x1] as bigint)), 1e-11);
        close(
          result.greater,
          sumWhere(weights, (_, x) => x >= x1),
          1e-11,
        );
      }),
    );
  });

  test("with the samples swapped, or with successes and failures, p stays", () => {
    fc.assert(
      fc.property(share(MILLIONS), share(3000), ([x1, n1], [x2, n2]) => {
        const result = there(fisher(x1, n1, x2, n2));
        close(there(fisher(x2, n2, x1, n1)).twoSided, result.twoSided, 1e-9);
        const failures = there(fisher(n2 - x2, n2, n1 - x1, n1));
        close(failures.twoSided, result.twoSided, 1e-9);
        close(failures.greater, result.greater, 1e-9);
      }),
    );
  });

  test("the two tails of a hypergeometric distribution add up to one", () => {
    fc.assert(
      fc.property(count(100_000), count(100_000), between(0, 1), between(0, 1), (marked, plain, part, place) => {
        const drawn = Math.round(part * (marked + plain));
        const x = Math.round(place * Math.min(drawn, marked));
        const draw = { marked, plain, drawn };
        expect(hypergeometricCdf(x, draw) + hypergeometricUpperTail(x + 1, draw)).toBeCloseTo(1, 10);
      }),
    );
  });

  test("Newcombe's interval holds the difference, mirrors with the samples and stays in [−1, 1]", () => {
    fc.assert(
      fc.property(share(5000), share(5000), level, ([x1, n1], [x2, n2], confidence) => {
        const { low, high } = there(newcombe(x1, n1, x2, n2, confidence));
        expect(low).toBeLessThanOrEqual(x1 / n1 - x2 / n2);
        expect(high).toBeGreaterThanOrEqual(x1 / n1 - x2 / n2);
        expect(low).toBeGreaterThanOrEqual(-1);
        expect(high).toBeLessThanOrEqual(1);
        const mirrored = there(newcombe(x2, n2, x1, n1, confidence));
        expect(mirrored.low).toBeCloseTo(-high, 12);
        expect(mirrored.high).toBeCloseTo(-low, 12);
      }),
    );
  });

  test("against none of very many, it is Wilson's", () => {
    const one = there(wilson(3, 20));
    const { low, high } = there(newcombe(3, 20, 0, 1e15));
    expect([low, high]).toEqual([expect.closeTo(one.low, 12), expect.closeTo(one.high, 12)]);
  });

  test("edges", () => {
    expect(fisher(0, 20, 0, 50)).toEqual({ twoSided: 1, greater: 1 });
    expect(fisher(20, 20, 50, 50)).toEqual({ twoSided: 1, greater: 1 });
    expect(fisher(3, 5, 3, 5)?.twoSided).toBe(1);
    expect(newcombe(0, 0, 1, 5)).toBeNull();
    expect(newcombe(1, 5, 6, 5)).toBeNull();
    for (const [x1, n1, x2, n2] of [
      [0, 0, 1, 5],
      [1, 5, 0, 0],
      [6, 5, 1, 5],
      [1, 5, -1, 5],
      [1.5, 5, 1, 5],
    ] as const) {
      expect(fisher(x1, n1, x2, n2)).toBeNull();
    }
  });
});

describe("funnel limits", () => {
  test("they hold the pooled share, lie in [0, 1] and widen with the level", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), between(0, 1), level, (n, pooled, confidence) => {
        const { low, high } = there(funnelLimits(n, pooled, confidence));
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(pooled);
        expect(high).toBeGreaterThanOrEqual(pooled);
        const wider = there(funnelLimits(n, pooled, 1 - (1 - confidence) / 3));
        expect(wider.low).toBeLessThanOrEqual(low + 1e-9);
        expect(wider.high).toBeGreaterThanOrEqual(high - 1e-9);
      }),
    );
  });

  test("below are the units whose P(R ≤ x) is improbable, above those whose P(R ≥ x) is, whatever n is", () => {
    fc.assert(
      fc.property(share(300), between(0.01, 0.99), level, ([x, n], pooled, confidence) => {
        const { low, high, least, most } = there(funnelLimits(n, pooled, confidence));
        const tail = (1 - confidence) / 2;
        const few = binomialCdf(x, n, pooled);
        const many = binomialUpperTail(x, n, pooled);
        fc.pre([few, many].every((p) => Math.abs(p - tail) > 1e-9));
        expect([x < least, x > most]).toEqual([few < tail, many < tail]);
        expect([x / n < low, x / n > high]).toEqual([few < tail, many < tail]);
      }),
      { numRuns: 500 },
    );
  });

  test("what is good mirrors what is bad", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), between(0.01, 0.99), level, (n, pooled, confidence) => {
        const good = there(funnelLimits(n, pooled, confidence));
        const bad = there(funnelLimits(n, 1 - pooled, confidence));
        expect(good.high).toBeCloseTo(1 - bad.low, 9);
        expect(good.most).toBe(n - bad.least);
      }),
    );
  });

  test("worked out by hand: ten cases at a half, 95 %", () => {
    // P(R ≤ 1) = 11/1024, P(R ≤ 2) = 56/1024, P(R = 2) = 45/1024; a fortieth of 1024 is 25.6.
    const { low, high, least, most } = there(funnelLimits(10, 0.5, 0.95));
    expect([least, most]).toEqual([2, 8]);
    expect(low).toBeCloseTo((2 - (56 - 25.6) / 45) / 10, 12);
    expect(high).toBeCloseTo((8 + (56 - 25.6) / 45) / 10, 12);
  });

  test("where all of n is nothing rare, no unit is above; where none is, no unit is below", () => {
    expect(funnelLimits(20, 0.99, 0.95)).toMatchObject({ high: 1, most: 20 });
    expect(funnelLimits(20, 0.01, 0.95)).toMatchObject({ low: 0, least: 0 });
    // One event in a thousand is rare at 1e-5; none is not.
    const rare = there(funnelLimits(1000, 1e-5, 0.95));
    expect(rare).toMatchObject({ low: 0, least: 0, most: 0 });
    expect(rare.high).toBeLessThan(1 / 1000);
    expect(rare.high).toBeGreaterThanOrEqual(1e-5);
    expect(funnelLimits(5, 0, 0.95)).toMatchObject({ low: 0, least: 0, most: 0 });
    expect(funnelLimits(5, 1, 0.95)).toMatchObject({ high: 1, least: 5, most: 5 });
  });

  test("null without cases, share or level", () => {
    expect(funnelLimits(0, 0.5, 0.95)).toBeNull();
    expect(funnelLimits(2.5, 0.5, 0.95)).toBeNull();
    expect(funnelLimits(5, 1.5, 0.95)).toBeNull();
    expect(funnelLimits(5, Number.NaN, 0.95)).toBeNull();
    expect(funnelLimits(5, 0.5, 1)).toBeNull();
  });
});

test("counts of ten million give finite figures", () => {
  fc.assert(
    fc.property(count(MILLIONS), count(MILLIONS), between(1e-7, 1 - 1e-7), level, (x1, x2, part, confidence) => {
      fc.pre(x1 > 0 && x2 > 0);
      const rates = there(poissonTwoSample(x1, x2, 1, part, confidence));
      const shares = there(fisher(x1, MILLIONS, x2, MILLIONS));
      const ranks = there(orderStatisticRanks(MILLIONS, part, confidence));
      const limits = there(funnelLimits(MILLIONS, part, confidence));
      const interval = there(clopperPearson(x1, MILLIONS, confidence));
      for (const value of [...Object.values(rates), ...Object.values(shares), ranks.coverage]) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThan(Number.POSITIVE_INFINITY);
      }
      expect(limits.low).toBeLessThan(limits.high);
      expect(interval.low).toBeLessThan(interval.high);
    }),
  );
});
