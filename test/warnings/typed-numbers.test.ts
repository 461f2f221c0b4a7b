import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { typedNumbers } from "../../src/warnings/typed-numbers.ts";

describe("typed numbers", () => {
  test.each([
    ["共收到42件投诉", ["42"]],
    ["同比上升33.3%", ["33.3%"]],
    ["损失1,200元", ["1,200"]],
    ["共收到４２件", ["４２"]],
    ["收到四十二件投诉", ["四十二件"]],
    ["百分之三十的消费者", ["百分之三十"]],
    ["三百多起", ["三百多起"]],
    ["We had 42 complaints, 3 times as many.", ["42", "3"]],
    ["12345678 complaints", ["12345678"]],
    ["第 3 名", ["3"]],
    ["在 2024 complaints", ["2024"]],
    ["A4纸", ["4"]],
  ])("%s", (text, found) => {
    expect(typedNumbers(text)).toEqual(found);
  });

  test.each([
    "2026年5月31日前",
    "5月和6月",
    "2026年以来",
    "自2026-05-31起",
    "31 May 2026, May 2026, on 3 June",
    "3·15晚会",
    "第22条、第二十二条第一款",
    "第16条第2款第3项",
    "国务院令第778号",
    "国办发〔2021〕28号",
    "Article 22(1) and Articles 3, 4 and 5",
    "Order No. 778",
    "拨打12315或者12345，危急时拨打110",
    "电话0371-65906590",
    "一是查资质，一定要签合同，七日内退货",
  ])("%s is free", (text) => {
    expect(typedNumbers(text)).toEqual([]);
  });

  test("the bureau's own number is free where it is given", () => {
    expect(typedNumbers("致电88123456")).toEqual(["88123456"]);
    expect(typedNumbers("致电88123456", ["88123456"])).toEqual([]);
  });

  test("a count is found wherever it stands", () => {
    const around = fc.string({ unit: fc.constantFrom("投", "诉", "，", "。", "a", " ", "年", "月", "第", "条") });
    fc.assert(
      fc.property(around, around, fc.integer({ min: 130, max: 99999 }), (before, after, count) => {
        fc.pre(![12300, 12301, 12305, 12315, 12318, 12328, 12345, 12365, 12378, 96110].includes(count));
        // "1234年" is a year, "第130条" an article; those may hold a number.
        fc.pre(!after.startsWith("年") && !(before.endsWith("第") && after.startsWith("条")));
        expect(typedNumbers(`${before}${count}${after}`).length).toBeGreaterThan(0);
      }),
    );
  });
});
