import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { MeasureRow } from "../../../src/measures/measure.ts";
import { countyFiles } from "./county.ts";
import { type Loaded, load } from "./load.ts";
import { CUT_OFF, OWN_PROFILE, stationFiles } from "./station.ts";

// Figures of two printed work summaries, from invented exports with all that must not change them: rows that stand twice,
// one complaint in several exports, layouts and channels, what was refused, withdrawn or handed on before acceptance,
// consultations, reopened ones, other years, totals, and every way to write an amount.

type Figures = Record<string, MeasureRow>;

/** Rows that were not taken by file, by code. */
const rejections = ({ told }: Loaded) =>
  told.flatMap(({ files }) => files.flatMap((file) => file.rejections.map(({ code }) => code))).sort();

const valuesOf = (rows: Figures, ids: readonly string[]) => Object.fromEntries(ids.map((id) => [id, rows[id]?.value]));

describe("a station from January to October 2014", () => {
  let station: Loaded;
  let rows: Figures;
  beforeAll(async () => {
    station = await load(stationFiles(), { profile: OWN_PROFILE });
    rows = await station.figures({ period: `ytd:${CUT_OFF}`, asOf: CUT_OFF });
  });
  afterAll(() => station.close());

  test("every file is known, and no row is lost but totals and headers", () => {
    const files = station.told.flatMap((document) => document.files);
    expect(files.map(({ refused }) => refused).filter((refused) => refused !== null)).toEqual([]);
    expect(rejections(station)).toEqual(["header_row", ...Array.from({ length: 5 }, () => "total_row")]);
    expect(files.map(({ duplicate }) => duplicate).filter((duplicate) => duplicate > 0).length).toBe(6);
    for (const { rows, accepted, unchanged, duplicate, rejected } of files) {
      expect(accepted + unchanged + duplicate + rejected).toBe(rows);
    }
  });

  test("129 complaints accepted against 90, 43 % more than on the same days of the year before", () => {
    expect(rows.accepted).toMatchObject({
      value: "129",
      n: 129,
      previous: "90",
      change: "0.4333",
      changeUnit: "ratio",
    });
  });

  test("47 below 500 yuan, 73 below 5,000, and 9 above", () => {
    const bands = ["amount_band [0,500)", "amount_band [500,5000)", "amount_band [5000,∞)"];
    expect(bands.map((band) => rows[band]?.value)).toEqual(["47", "73", "9"]);
    expect(rows["amount_band "]?.value ?? "0").toBe("0");
    expect(rows.big_ticket_count?.value).toBe("9");
  });

  test("328,442 yuan recovered", () => {
    expect(rows.amount_recovered?.value).toBe("328442.00");
  });

  test("35 appraisals", () => {
    expect(rows.appraisal_count?.value).toBe("35");
    expect(rows.appraisal_rate).toMatchObject({ value: "0.2713", numerator: "35", denominator: "129" });
  });

  test("three times 500 yuan as the floor of added damages", () => {
    const ids = ["added_damages_count", "added_damages_amount", "added_damages_floor_count"];
    expect(valuesOf(rows, ids)).toEqual({
      added_damages_count: "3",
      added_damages_amount: "1500.00",
      added_damages_floor_count: "3",
    });
  });

  test("22 reports, 5 of which became cases", () => {
    expect(valuesOf(rows, ["reports_accepted", "reports_filed"])).toEqual({
      reports_accepted: "22",
      reports_filed: "5",
    });
    expect(rows.report_filing_rate).toMatchObject({
      value: "0.2273",
      numerator: "5",
      denominator: "22",
      interval: ["0.1012", "0.4344"],
    });
  });

  test("12,000 yuan of fines and forfeited income: 5,000 and 7,000 in four other cases", async () => {
    expect(valuesOf(rows, ["penalty_total", "fines", "forfeited_income", "confiscated_value"])).toEqual({
      penalty_total: "12000.00",
      fines: "11500.00",
      forfeited_income: "500.00",
      confiscated_value: null,
    });
    const cases = await station.duck.rows<{ told: string; n: number; total: string }>(
      `SELECT regexp_extract(narrative, '驰名商标|无照经营|集赞送奖品', 0) AS told, count(*)::DOUBLE AS n,
         sum(fine + coalesce(forfeited, 0))::DECIMAL(18,2) AS total
       FROM report_outcome JOIN ticket USING (native_id) WHERE decided_at BETWEEN '2014-01-01' AND $1 GROUP BY told ORDER BY n, total`,
      [CUT_OFF],
    );
    expect(cases.map(({ n, total }) => [n, total])).toEqual([
      [1, "2500.00"],
      [1, "5000.00"],
      [3, "4500.00"],
    ]);
  });

  test("40 of the concluded called back, 30 rated, 27 of them satisfied", () => {
    expect(rows.follow_up_rate?.numerator).toBe("40");
    expect(rows.satisfaction_rate).toMatchObject({ value: "0.9000", numerator: "27", denominator: "30" });
    expect(rows.satisfaction_response_rate).toMatchObject({ value: "0.7500", numerator: "30", denominator: "40" });
  });

  test("what came later is known later", async () => {
    const year = await station.figures({ period: "2014", asOf: "2014-12-31" });
    // Seven accepted in November; compared with the whole year before: 90 to the end of October and 16 after it.
    expect(year.accepted).toMatchObject({ value: "136", previous: "106" });
    expect(valuesOf(year, ["reports_accepted", "reports_filed", "fines", "added_damages_count"])).toEqual({
      reports_accepted: "23",
      reports_filed: "6",
      fines: "19500.00",
      added_damages_count: "9",
    });
  });

  test("the whole of the year, as of the cut-off day, is the same as the year to date", async () => {
    const year = await station.figures({ period: "2014", asOf: CUT_OFF, measures: ["accepted", "amount_recovered"] });
    expect(year.accepted).toMatchObject({ value: "129", previous: "90" });
    expect(year.amount_recovered?.value).toBe(rows.amount_recovered?.value);
  });
});

describe("a county in 2013", () => {
  let county: Loaded;
  let rows: Figures;
  beforeAll(async () => {
    county = await load(countyFiles());
    rows = await county.figures({ period: "2013", asOf: "2013-12-31" });
  });
  afterAll(() => county.close());

  test("every file is known, and no row is lost but totals", () => {
    expect(county.told.flatMap(({ files }) => files.filter(({ refused }) => refused !== null))).toEqual([]);
    expect(rejections(county)).toEqual(["total_row", "total_row", "total_row"]);
  });

  test("17 accepted, 17 concluded, 17 agreements: no certainty", () => {
    expect(valuesOf(rows, ["accepted", "concluded", "agreements", "conclusion_rate"])).toEqual({
      accepted: "17",
      concluded: "17",
      agreements: "17",
      conclusion_rate: "1.0000",
    });
    expect(rows.mediation_success_rate).toMatchObject({
      value: "1.0000",
      denominator: "17",
      interval: ["0.8157", "1.0000"],
    });
  });

  test("65,286 yuan recovered, 3,840.35 in each", () => {
    expect(rows.amount_recovered?.value).toBe("65286.00");
    expect(rows.amount_recovered_mean).toMatchObject({ value: "3840.35", n: 17 });
  });

  test("2 reports concluded, 2,000 yuan fined, 31 bottles of 77.50 yuan confiscated", () => {
    expect(
      valuesOf(rows, ["reports_accepted", "reports_concluded", "fines", "forfeited_income", "confiscated_value"]),
    ).toEqual({
      reports_accepted: "2",
      reports_concluded: "2",
      fines: "2000.00",
      forfeited_income: null,
      confiscated_value: "77.50",
    });
  });

  test("12 warnings and 113 branches and stations", () => {
    expect(rows.warnings_published).toMatchObject({ value: "12", unit: "条", group: null });
    expect(rows.stations).toMatchObject({ value: "113", unit: "个", group: null });
  });

  // [type, unit, value, whether a part of it is a lower bound]
  test.each([
    ["一会两站", "个", "113", false],
    ["五进维权站点", "个", "135", false],
    ["快速通道", "个", "7", false],
    ["聘任", "名", "16", false],
    ["培训", "人次", "360", false],
    ["义务监督员", "人次", "40", false],
    ["3·15宣传", "家", "32", false],
    ["3·15宣传", "个", "19", false],
    ["3·15宣传", "块", "56", false],
    ["3·15宣传", "处", "3", false],
    ["3·15宣传", "种", "21", true],
    ["3·15宣传", "份", "20000", true],
    ["3·15宣传", "人次", "185", true],
    ["咨询", "人次", "80", false],
    ["销毁", "公斤", "199.6", false],
    ["专项行动", "次", "20", true],
    ["检查", "人次", "2767", false],
    ["检查", "台次", "432", false],
    ["检查", "户次", "6673", false],
    ["没收", "公斤", "579", false],
    ["没收", "瓶", "31", false],
    ["案件", "件", "30", false],
    ["电子监管", "户", "11", false],
    ["抽样送检", "批次", "7", false],
    ["消费警示", "条", "12", false],
  ])("ledger: %s in %s", (type, unit, value, atLeast) => {
    const row = rows[`activity ${type} ${unit}`];
    expect(row).toMatchObject({ value, unit, group: { type, measure_unit: unit } });
    expect(/lower bound/u.test(row?.note ?? "")).toBe(atLeast);
  });

  // [type, item, unit, value]
  test.each([
    ["一会两站", "分会", "个", "3"],
    ["一会两站", "社区", "个", "2"],
    ["一会两站", "村部", "个", "108"],
    ["五进维权站点", "企业", "个", "18"],
    ["五进维权站点", "超市", "个", "4"],
    ["五进维权站点", "景区", "个", "4"],
    ["五进维权站点", "学校", "个", "79"],
    ["五进维权站点", "宗教场所", "个", "29"],
    ["3·15宣传", "横幅", "条", "38"],
    ["3·15宣传", "谜语", "条", "1400"],
    ["聘任", "副站长", "名", "5"],
    ["聘任", "联络员", "名", "11"],
    ["抽检", "食品检测", "批次", "180"],
    ["抽样送检", "皮蛋", "批次", "1"],
    ["抽样送检", "液态奶", "批次", "2"],
    ["抽样送检", "婴幼儿配方奶粉", "批次", "4"],
  ])("ledger: %s, %s", (type, item, unit, value) => {
    const row = rows[`activity.by_item ${type} ${item} ${unit}`];
    expect(row).toMatchObject({ value, unit, group: { type, item, measure_unit: unit } });
  });

  test("what the ledger tells in money stays with its entry", async () => {
    const entries = await county.duck.rows<{ item: string; value: string }>(
      "SELECT item, value FROM activity WHERE value IS NOT NULL ORDER BY item",
    );
    expect(entries).toEqual([
      { item: "过期饮料", value: "77.50" },
      { item: "食品违法案件", value: "15000.00" },
    ]);
  });

  test("all of 180 batches passed", () => {
    expect(rows.sample_pass_rate).toMatchObject({
      value: "1.0000",
      numerator: "180.00",
      denominator: "180.00",
      n: 180,
    });
  });
});
