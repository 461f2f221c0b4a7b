import { describe, expect, test } from "vitest";
import { readCaption } from "../../src/ingest/caption.ts";
import { findColumns } from "../../src/ingest/columns.ts";
import { profileSchema } from "../../src/ingest/profile.ts";

const profile = profileSchema.parse({
  id: "made-up",
  version: 1,
  title: { zh: "测试", en: "test" },
  dates: ["%Y-%m-%d"],
  synonyms: { 工单号: ["工单编号"], 类型: ["业务性质"] },
  layouts: [
    {
      id: "list",
      title: { zh: "列表", en: "list" },
      record: "ticket",
      header: ["工单号", "类型", "登记时间", "挽回经济损失", "处理部门"],
      identity: { native: "工单号" },
      fields: {
        native_id: { from: "工单号" },
        kind: { from: "类型" },
        registered_at: { from: "登记时间" },
        recovered: { from: "挽回经济损失" },
        unit: { from: "处理部门" },
      },
    },
  ],
});
const [layout] = profile.layouts as [(typeof profile.layouts)[0]];

describe("readCaption", () => {
  test.each([
    ["挽回经济损失(万元)", "挽回经济损失", 10_000],
    ["挽回经济损失（元）", "挽回经济损失", 1],
    [" 案值[亿元] ", "案值", 100_000_000],
    ["争议 金额", "争议金额", null],
    ["Restitution", "restitution", null],
    // The unit's sign without brackets belongs to the word: 美元 is no caption in 元.
    ["金额美元", "金额美元", null],
  ])("%s", (text, key, factor) => {
    expect(readCaption(text)).toEqual({ key, factor });
  });
});

describe("findColumns", () => {
  test("finds captions by synonym, in any order, and the unit of money", () => {
    const columns = findColumns(profile, layout, ["挽回经济损失(万元)", "业务性质", "工单编号"]);
    expect(Object.fromEntries(columns.at)).toEqual({ 挽回经济损失: 0, 类型: 1, 工单号: 2 });
    expect(columns.factor.get("挽回经济损失")).toBe(10_000);
  });

  test("takes the first of a doubled caption, but refuses to guess money", () => {
    const columns = findColumns(profile, layout, ["工单号", "处理部门", "处理部门", "挽回经济损失", "挽回经济损失"]);
    expect(columns.at.get("处理部门")).toBe(1);
    expect(columns.at.has("挽回经济损失")).toBe(false);
    expect(columns.doubled).toEqual(["挽回经济损失"]);
  });

  test("tells a blank title by its neighbours, but never money", () => {
    const columns = findColumns(profile, layout, ["工单号", "", "登记时间", "", "处理部门"]);
    expect(columns.at.get("类型")).toBe(1);
    expect(columns.at.has("挽回经济损失")).toBe(false);
    expect(columns.inferred).toEqual(["类型"]);
  });

  test("keeps captions that it does not know", () => {
    expect(findColumns(profile, layout, ["工单号", "备用一"]).unknown).toEqual(["备用一"]);
  });
});
