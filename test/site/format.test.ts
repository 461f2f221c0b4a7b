import { describe, expect, test } from "vitest";
import { formatter } from "../../src/site/format.ts";

const zh = formatter("zh");
const en = formatter("en");

describe("numbers, money and dates", () => {
  test.each([
    [zh.number(1234567), en.number("1234567"), "1,234,567"],
    [zh.number(null), en.number(undefined), "—"],
    [zh.percent(0.2273), en.percent("0.2273"), "22.7%"],
    [zh.percent(0), en.percent("0.000000"), "0.0%"],
    [zh.decimal(4, 1), en.decimal(4, 1), "4.0"],
    [zh.change(null, "ratio"), en.change(0.1, null), "—"],
  ])("%s and %s are %s", (chinese, english, expected) => {
    expect([chinese, english]).toEqual([expected, expected]);
  });

  test("money is exact, however large", () => {
    expect(zh.money("12345678901234567.89", "CNY")).toBe("¥12,345,678,901,234,567.89");
    expect(en.money("328442.00", "CNY")).toBe("CN¥328,442.00");
    expect(en.money(null, "CNY")).toBe("—");
  });

  test("money is short in the units of each language", () => {
    expect(zh.moneyShort("1655432.10", "CNY")).toBe("165.54万元");
    expect(zh.moneyShort("9999.99", "CNY")).toBe("¥10,000");
    expect(zh.moneyShort("999.90", "CNY")).toBe("¥999.90");
    expect(en.moneyShort("1655432.10", "CNY")).toBe("CN¥1.66 million");
    expect(en.moneyShort("1655432.10", "USD")).toBe("US$1.66 million");
    expect(en.moneyShort("165543.21", "CNY")).toBe("CN¥165,543");
  });

  test("a change is told in words, with points for rates", () => {
    expect(zh.change(0.4333, "ratio")).toBe("同比增长43.3%");
    expect(zh.change(-0.021, "points")).toBe("同比下降2.1个百分点");
    expect(zh.change(0, "ratio")).toBe("同比持平");
    expect(en.change(-0.25, "ratio")).toBe("down 25.0% year on year");
    expect(en.change(0.021, "points")).toBe("up 2.1 points year on year");
  });

  test.each([
    ["2026-05", "2026年5月", "May 2026"],
    ["2026-Q2", "2026年第2季度", "Q2 2026"],
    ["2026-H1", "2026年上半年", "H1 2026"],
    ["2026-W07", "2026年第7周", "Week 7 of 2026"],
    ["2026", "2026年", "2026"],
    ["ytd:2026-06-17", "年初至2026年6月17日", "1 January to 17 June 2026"],
  ])("the period %s is %s and %s", (period, chinese, english) => {
    expect([zh.period(period), en.period(period)]).toEqual([chinese, english]);
  });
});
