import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chooseDetector, DETECTORS } from "../../src/hotspots/choose.ts";
import { emptyOutlook, type Series } from "../../src/hotspots/detector.ts";
import { farringtonFlatRule, farringtonRule } from "../../src/hotspots/farrington.ts";
import type { Grain } from "../../src/hotspots/grain.ts";
import { yearsOfHistory } from "../../src/hotspots/history.ts";
import { upperTail } from "../../src/hotspots/predict.ts";
import { shareRule } from "../../src/hotspots/share.ts";

function seriesOf(observed: readonly number[], total: readonly number[], grain: Grain = "week"): Series {
  const exposure = Float64Array.from(observed, (n, t) => (total[t] as number) - n);
  return {
    grain,
    observed: Float64Array.from(observed),
    exposure,
    logExposure: exposure.map(Math.log),
    festival: new Uint8Array(observed.length),
    completeness: new Float64Array(observed.length).fill(1),
    start: 0,
  };
}

function outlookOf(series: Series, detector: (typeof DETECTORS)[number], from = 0) {
  const out = emptyOutlook(series.observed.length);
  detector.detect(series, from, series.observed.length, out);
  return out;
}

describe.each(DETECTORS.map((detector) => [detector.id, detector] as const))("%s", (_, detector) => {
  test("sparse series give no nonsense", () => {
    const week = fc.tuple(
      fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 200 })),
      fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 500 })),
    );
    fc.assert(
      fc.property(
        fc.array(week, { minLength: 1, maxLength: 260 }),
        fc.constantFrom<Grain>("week", "month"),
        (weeks, grain) => {
          const observed = weeks.map(([own]) => own);
          const out = outlookOf(
            seriesOf(
              observed,
              weeks.map(([own, others]) => own + others),
              grain,
            ),
            detector,
          );
          for (const [t, expected] of out.expected.entries()) {
            if (Number.isNaN(expected)) {
              expect(out.p[t]).toBeNaN();
              continue;
            }
            expect(expected).toBeGreaterThanOrEqual(0);
            expect(Number.isFinite(expected)).toBe(true);
            expect(out.phi[t]).toBeGreaterThanOrEqual(1);
            if (expected < 1) {
              expect(out.p[t]).toBeNaN();
              continue;
            }
            expect(out.p[t]).toBeGreaterThanOrEqual(0);
            expect(out.p[t]).toBeLessThanOrEqual(1);
            expect(out.low[t]).toBeLessThanOrEqual(out.high[t] as number);
            // Above the 95 % range the tail cannot be more than its 2.5 %.
            if ((observed[t] as number) > (out.high[t] as number)) expect(out.p[t]).toBeLessThan(0.0251);
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  test("a period is judged from the periods before it alone", () => {
    const observed = Array.from({ length: 320 }, (_, t) => 5 + ((t * 7) % 5));
    const total = observed.map((n, t) => n + 80 + ((t * 11) % 17));
    const whole = outlookOf(seriesOf(observed, total), detector);
    const cut = outlookOf(seriesOf(observed.slice(0, 250), total.slice(0, 250)), detector);
    expect(cut.p.slice(200).some((p) => !Number.isNaN(p))).toBe(true);
    expect(cut.p.slice(200)).toEqual(whole.p.slice(200, 250));
    expect(cut.expected.slice(200)).toEqual(whole.expected.slice(200, 250));
  });

  test("what moves all complaints alike is no rise", () => {
    const platform = (t: number) => (t % 52 === 10 ? 0.4 : t % 52 === 12 ? 1.5 : 1) * 1.01 ** t;
    const observed = Array.from({ length: 260 }, (_, t) => Math.round(20 * platform(t)));
    const total = Array.from({ length: 260 }, (_, t) => Math.round(400 * platform(t)));
    const out = outlookOf(seriesOf(observed, total), detector, 180);
    expect(out.p.slice(180).some(Number.isNaN)).toBe(false);
    expect(Math.min(...out.p.slice(180))).toBeGreaterThan(0.15);
  });
});

test("the share rule's figures, worked out by hand", () => {
  // 26 weeks with 4 of 104 (100 others), then the gap, then 12 of 62 (50 others): e = 4/100 · 50 = 2.
  const observed = [...Array(26).fill(4), 9, 12];
  const total = [...Array(26).fill(104), 109, 62];
  const out = outlookOf(seriesOf(observed, total), shareRule);
  expect(out.expected[27]).toBeCloseTo(2, 12);
  // No residual at all: phi = 1, and 1 + 2 · 1 / 104 with the baseline's own uncertainty.
  expect(out.phi[27]).toBeCloseTo(1 + 2 / 104, 12);
  expect([out.low[27], out.high[27]]).toEqual([0, 5]);
  expect(out.p[27]).toBeGreaterThan(1e-6);
  expect(out.p[27]).toBeLessThan(3e-6);
});

test("the gap keeps a slow beginning out of the baseline", () => {
  const base = Array(30).fill(10);
  const quiet = outlookOf(seriesOf([...base, 10, 30], [...Array(31).fill(200), 220]), shareRule);
  const slow = outlookOf(seriesOf([...base, 25, 30], [...Array(30).fill(200), 215, 220]), shareRule);
  expect(slow.expected[31]).toBeCloseTo(quiet.expected[31] as number, 12);
});

test("a cell that returns each summer is a rise to the share rule, and none with season", () => {
  const summer = (t: number) => (t % 52 >= 24 && t % 52 < 34 ? 4 : 1);
  const observed = Array.from({ length: 52 * 4 + 26 }, (_, t) => 10 * summer(t));
  const total = observed.map((n) => n + 500);
  const week = observed.length - 1;
  const series = seriesOf(observed, total);
  expect(outlookOf(series, shareRule).p[week]).toBeLessThan(1e-6);
  expect(outlookOf(series, farringtonRule).p[week]).toBeGreaterThan(0.05);
  expect(outlookOf(series, farringtonFlatRule).p[week]).toBeGreaterThan(0.05);
});

test("a season with a single point is fitted as it is, and hides nothing", () => {
  // The third month of the year was reported once only.
  const exposure = Float64Array.from({ length: 40 }, (_, t) => (t % 12 === 2 && t !== 14 ? 0 : 300));
  const observed = Array.from({ length: 40 }, (_, t) => (exposure[t] === 0 ? 0 : 2 + ((t * 5) % 4)));
  const series = {
    ...seriesOf(observed, observed, "month"),
    exposure,
    logExposure: exposure.map(Math.log),
  };
  for (const last of [38, 39]) {
    const out = emptyOutlook(40);
    farringtonRule.detect(series, last, last + 1, out);
    expect(out.expected[last]).toBe(exposure[last] === 0 ? Number.NaN : out.expected[last]);
    if (exposure[last] !== 0) expect(out.expected[last]).toBeGreaterThan(1);
  }
  const alone = emptyOutlook(27);
  farringtonFlatRule.detect(
    {
      ...series,
      observed: series.observed.map((n, t) => (t === 26 ? 30 : n)),
      exposure: series.exposure.map((n, t) => (t === 26 ? 300 : n)),
      logExposure: series.logExposure.map((n, t) => (t === 26 ? Math.log(300) : n)),
    },
    26,
    27,
    alone,
  );
  expect(alone.expected[26]).toBeGreaterThan(1);
  expect(alone.p[26]).toBeLessThan(0.01);
});

test("an uncertain dispersion makes the tail longer, never shorter", () => {
  const known = { expected: 10, phi: 2, freedom: Number.POSITIVE_INFINITY };
  let last = upperTail(30, known);
  for (const freedom of [100, 25, 10, 4]) {
    const p = upperTail(30, { ...known, freedom });
    expect(p).toBeGreaterThan(last);
    last = p;
  }
  expect(upperTail(3, { ...known, freedom: 4 })).toBe(upperTail(3, known));
  expect(upperTail(0, known)).toBe(1);
});

describe("the choice by history", () => {
  test.each([
    ["week", 0, null, "hotspots.reason.no_history"],
    ["week", 12, null, "hotspots.reason.no_history"],
    ["week", 13, "share", "hotspots.reason.share"],
    ["week", 54, "share", "hotspots.reason.share"],
    ["week", 55, "farrington-flat", "hotspots.reason.farrington_flat"],
    ["week", 159, "farrington-flat", "hotspots.reason.farrington_flat"],
    ["week", 160, "farrington", "hotspots.reason.farrington"],
    ["month", 5, null, "hotspots.reason.no_history"],
    ["month", 6, "share", "hotspots.reason.share"],
    ["month", 13, "farrington-flat", "hotspots.reason.farrington_flat"],
    ["month", 37, "farrington", "hotspots.reason.farrington"],
  ] as const)("%s, %i periods: %s", (grain, periods, id, reason) => {
    const choice = chooseDetector({ grain, periods, years: yearsOfHistory(grain, periods, 0), festival: false });
    expect(choice.detector?.id ?? null).toBe(id);
    expect(choice.reason).toBe(reason);
  });

  test("a week of Spring Festival is compared with three others or with none, or has no past year to mislead it", () => {
    const at = (years: number) => chooseDetector({ grain: "week", periods: 52 * years + 20, years, festival: true });
    expect(at(0).detector?.id).toBe("share");
    expect([at(1).detector, at(2).detector]).toEqual([null, null]);
    expect(at(2).reason).toBe("hotspots.reason.festival");
    expect(at(3).detector?.id).toBe("farrington");
  });

  test("at most seven years are looked at", () => {
    expect(yearsOfHistory("month", 200, 0)).toBe(7);
    expect(yearsOfHistory("week", 364, 0)).toBe(6);
    expect(yearsOfHistory("week", 368, 0)).toBe(7);
  });

  test("another detector can be put before them", () => {
    const ears = {
      ...shareRule,
      id: "ears-c2",
      applies: ({ periods }: { periods: number }) => (periods < 13 ? ("hotspots.reason.share" as const) : null),
    };
    expect(
      chooseDetector({ grain: "week", periods: 8, years: 0, festival: false }, [ears, ...DETECTORS]).detector?.id,
    ).toBe("ears-c2");
    expect(
      chooseDetector({ grain: "week", periods: 20, years: 0, festival: false }, [ears, ...DETECTORS]).detector?.id,
    ).toBe("share");
  });

  test("a detector chosen by its history has seasons to look at", () => {
    const length = 55;
    const observed = Array.from({ length: length + 1 }, (_, t) => (t <= 6 ? 40 : 10));
    const series = seriesOf(
      observed,
      observed.map((n) => n + 300),
    );
    const withSeason = outlookOf(series, farringtonFlatRule).expected[length] as number;
    expect(withSeason).toBeGreaterThan(1.5 * (outlookOf(series, shareRule).expected[length] as number));
  });
});
