import { describe, expect, test } from "vitest";
import { bindString, boundFaults } from "../../src/warnings/bind.ts";
import { periodText, placeholder, subjectText } from "../../src/warnings/values.ts";
import { EVIDENCE } from "./evidence.ts";

describe("placeholders", () => {
  test("are printed for each language", () => {
    const text =
      "{{observed}} {{complaints}} {{expected}} {{low}} {{high}} {{ratio_at_least}} {{period}} {{as_of}} {{subject}}";
    expect(bindString(text, EVIDENCE, "zh")).toBe("1,042 1,050 11 5 18 2.6 2026年5月 2026年6月17日 健身服务·合同");
    expect(bindString(text, EVIDENCE, "en")).toBe("1,042 1,050 11 5 18 2.6 May 2026 17 June 2026 Gyms – Contracts");
  });

  test("a range holds whole people, and an expected number below one is not none", () => {
    const small = { ...EVIDENCE, expected: 0.34, low: -1.2, high: 2 };
    expect(["expected", "low", "high"].map((name) => placeholder(name, small, "en"))).toEqual(["0.3", "0", "2"]);
  });

  test("at least is never rounded up, nor down by a float", () => {
    const at = (ratio: number) => placeholder("ratio_at_least", { ...EVIDENCE, ratio_at_least: ratio }, "en");
    expect([at(1.99), at(2.3), at(1.1)]).toEqual(["1.9", "2.3", "1.1"]);
  });

  test("a week is told by its days", () => {
    const week = { grain: "week", from: "2026-05-04", to: "2026-05-10" };
    expect(periodText("zh", week)).toBe("2026年5月4日至2026年5月10日");
    expect(periodText("en", week)).toBe("4 May 2026 to 10 May 2026");
  });

  test("the subject of everything is named too", () => {
    const all = { ...EVIDENCE, names: { category: null, problem: null, region: null } };
    expect(subjectText(all, "zh")).toBe("全部投诉");
  });

  test("an unknown one, one without a value, and a torn one are faults; a prototype's name is no placeholder", () => {
    const keys = (text: string) =>
      boundFaults(text, { evidence: EVIDENCE, locale: "zh", file: "zh.md", line: 3 }).map((it) => it.key);
    expect(keys("{{observed}}件")).toEqual([]);
    expect(keys("{{ observed }}件")).toEqual([]);
    expect(keys("{{observd}}件")).toEqual(["warnings.placeholder"]);
    expect(keys("{{constructor}}")).toEqual(["warnings.placeholder"]);
    expect(keys("{{region}}")).toEqual(["warnings.noValue"]);
    expect(keys("{{observed}件")).toEqual(["warnings.placeholder"]);
  });
});
