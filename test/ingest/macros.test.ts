import fc from "fast-check";
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
    ["叁万贰仟元", "32000.00"],
    ["人民币壹拾贰万叁仟零伍元整", "123005.00"],
    ["十五元", "15.00"],
    ["一百零五元三角", "105.30"],
    ["伍拾元零陆分", "50.06"],
    ["三千五百", "3500.00"],
    ["两亿零三万元", "200030000.00"],
    ["二〇〇〇元", "2000.00"],
    ["零元", "0.00"],
    ["3千5百元", "3500.00"],
  ])("reads %s", async (text, value) => {
    expect(await amount(text)).toBe(value);
  });

  test.each([
    "见附件",
    "Yes",
    "12,50",
    "3,2万",
    "1e5",
    "元",
    "",
    "1 2",
    "１２月３日",
    "三千五",
    "一二三十",
    "万元",
    "十月五日",
    "百十千",
  ])("refuses %s", async (text) => {
    expect(await amount(text)).toBeNull();
  });

  test("the column's unit counts unless the cell has its own", async () => {
    expect(await amount("0.123456", 10_000)).toBe("1234.56");
    expect(await amount("1.2万元", 10_000)).toBe("12000.00");
    expect(await amount("500元", 10_000)).toBe("500.00");
  });
});

/** A number up to 10^12 as it is written on a receipt. */
function written(value: number): string {
  const digits = "零壹贰叁肆伍陆柒捌玖";
  let text = "";
  const places = ["", "拾", "佰", "仟"];
  const sections = ["", "万", "亿"];
  let zero = false;
  for (let place = 11; place >= 0; place--) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit === 0) zero = text !== "";
    else {
      if (zero) text += "零";
      zero = false;
      text += `${digits[digit]}${places[place % 4]}`;
    }
    if (place % 4 === 0 && Math.floor(value / 10 ** place) % 10_000 > 0) text += sections[place / 4];
  }
  return `${text}元整`;
}

test("every whole amount is read as it is written on a receipt", async () => {
  const values = fc.sample(fc.integer({ min: 1, max: 999_999_999_999 }), { numRuns: 400, seed: 5 });
  values.push(
    10,
    11,
    100,
    101,
    110,
    1000,
    1001,
    1010,
    10_000,
    10_010,
    100_000,
    1_000_001,
    100_000_000,
    100_100_000_010,
  );
  const rows = await duck.rows<{ text: string; value: string }>(
    `SELECT text, CAST(fw_amount(text, 10000) AS DECIMAL(18,0)) AS value FROM (SELECT unnest(from_json($1, '["VARCHAR"]')) AS text)`,
    [JSON.stringify(values.map(written))],
  );
  expect(rows.map(({ text, value }) => [text, Number(value)])).toEqual(values.map((value) => [written(value), value]));
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
