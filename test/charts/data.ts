import type { TrendPoint } from "../../src/charts/trend.ts";

/** 30 made-up months from January 2024: one withheld, two flagged, the last incomplete. */
export function months(): TrendPoint[] {
  return Array.from({ length: 30 }, (_, i) => {
    const month = 2024 * 12 + i;
    const expected = 10 + (i % 7);
    return {
      from: `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-01`,
      observed: i === 7 ? null : i === 28 ? 42 : i === 27 ? 27 : 8 + ((i * 5) % 11),
      ...(i > 6 ? { expected, low: expected - 6, high: expected + 7 } : {}),
      complete: i < 29,
      withheld: i === 7,
      flagged: i === 27 || i === 28,
    };
  });
}

export const TREND_TEXTS = {
  zh: {
    expected: "预期数",
    range: "通常范围",
    incomplete: "当月未满",
    withheld: "不公布",
    flagged: "明显高于预期",
  },
  en: {
    expected: "expected",
    range: "usual range",
    incomplete: "month not over",
    withheld: "withheld",
    flagged: "well above expected",
  },
} as const;
