import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { timeTicks } from "../../src/charts/time-ticks.ts";
import { axisWord, numberWord, shorten, textWidth } from "../../src/charts/words.ts";

const day = (text: string) => new Date(`${text}T00:00:00Z`);

describe("time ticks", () => {
  test("years where months have no room", () => {
    const labels = (room: number) =>
      timeTicks("en", day("2021-01-01"), day("2026-06-01"), room).map((tick) => tick.label);
    expect(labels(20)).toEqual(["2021", "2022", "2023", "2024", "2025", "2026"]);
    expect(labels(14)).toEqual(["2022", "2024", "2026"]);
  });

  test("first and last day of a few weeks", () => {
    const labels = timeTicks("zh", day("2026-03-02"), day("2026-03-23"), 20).map((tick) => tick.label);
    expect(labels).toEqual(["3月2日", "3月23日"]);
  });

  test("ticks stay inside the axis, in order, and have room", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 8, max: 4000 }), (start, long) => {
        const first = new Date(Date.UTC(2020, 0, 1 + start));
        const last = new Date(first.getTime() + long * 864e5);
        const ticks = timeTicks("zh", first, last, 21);
        const times = ticks.map((tick) => tick.date.getTime());
        expect(ticks.length).toBeGreaterThan(1);
        expect(times).toEqual([...times].sort((a, b) => a - b));
        expect(Math.min(...times)).toBeGreaterThanOrEqual(first.getTime());
        expect(Math.max(...times)).toBeLessThanOrEqual(last.getTime());
        expect(ticks.reduce((sum, tick) => sum + textWidth(tick.label), 0)).toBeLessThanOrEqual(21);
      }),
    );
  });
});

describe("words", () => {
  test("numbers", () => {
    expect(axisWord("zh", 15_000)).toBe("1.5万");
    expect(axisWord("zh", 123_450_000)).toBe("12,345万");
    expect(axisWord("en", 15_000)).toBe("15,000");
    expect(numberWord(-1234)).toBe("−1,234");
    expect(numberWord(0.5, 1)).toBe("0.5");
  });

  test("a cut text is never wider than asked", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 2, max: 40 }), (text, most) => {
        expect(textWidth(shorten(text, most))).toBeLessThanOrEqual(most);
      }),
    );
  });
});
