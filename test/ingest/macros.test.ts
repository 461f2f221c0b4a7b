import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Duck, openDuck } from "../../src/duck/open.ts";
import { defineMacros } from "../../src/ingest/macros.ts";

let duck: Duck;
beforeAll(async () => {
  duck = await openDuck();
  await defineMacros(duck);
});
afterAll(() => duck.close());

async function amount(text: string, factor = 1): Promise<string | null> {
  const { value } = await duck.row<{ value: string | null }>(
    `SELECT CAST(fw_amount($1, ${factor}) AS DECIMAL(18,2)) AS value`,
    [text],
  );
  return value;
}

describe("fw_amount", () => {
  test.each([
    ["1234.5", "1234.50"],
    ["1,234.50元", "1234.50"],
    ["１２３４．５", "1234.50"],
    ["￥ 32,000", "32000.00"],
    ["¥32,000.00", "32000.00"],
    ["7.8万元", "78000.00"],
    ["3亿", "300000000.00"],
    ["人民币500元整", "500.00"],
    ["0", "0.00"],
    ["-5", "-5.00"],
    [".5", "0.50"],
  ])("reads %s", async (text, value) => {
    expect(await amount(text)).toBe(value);
  });

  test.each(["见附件", "Yes", "12,50", "3,2万", "1e5", "元", "", "1 2", "１２月３日"])("refuses %s", async (text) => {
    expect(await amount(text)).toBeNull();
  });

  test("the column's unit counts unless the cell has its own", async () => {
    expect(await amount("0.123456", 10_000)).toBe("1234.56");
    expect(await amount("1.2万元", 10_000)).toBe("12000.00");
    expect(await amount("500元", 10_000)).toBe("500.00");
  });
});

describe("the other macros", () => {
  test("fw_word folds width, space and case", async () => {
    expect(await duck.row("SELECT fw_word($1) AS word", ["　ＡＢ c（元） "])).toEqual({ word: "abc(元)" });
  });
  test("fw_flag knows yes and no, and nothing else", async () => {
    const flags = await duck.rows("SELECT fw_flag(unnest(['是', 'Yes', '否', 'no', '√', '?', ''])) AS flag");
    expect(flags.map(({ flag }) => flag)).toEqual([true, true, false, false, true, null, null]);
  });
  test("fw_quantity reads a lower bound as the bound", async () => {
    expect(await duck.row("SELECT CAST(fw_quantity('20000余') AS VARCHAR) AS quantity")).toEqual({
      quantity: "20000.000000",
    });
  });
});
