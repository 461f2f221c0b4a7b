import { readdir } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDuck } from "../../../src/duck/open.ts";
import type { MeasureRow } from "../../../src/measures/measure.ts";
import { forewarn } from "../../support/run.ts";
import { MADE_UP_SETTINGS } from "../made-up.ts";
import { countyFiles, NEVER_ACCEPTED } from "./county.ts";
import { type Loaded, load } from "./load.ts";
import { CUT_OFF, OWN_PROFILE, stationFiles } from "./station.ts";

// What two printed summaries leave open, or contradict themselves in: one test each, with the rule that holds here.

type Figures = Record<string, MeasureRow>;

describe("what a station's summary leaves open", () => {
  let station: Loaded;
  let rows: Figures;
  const ytd = { period: `ytd:${CUT_OFF}`, asOf: CUT_OFF };
  const fact = (number: string, columns: string) =>
    station.duck.row(
      `SELECT ${columns} FROM measure_fact AS fact JOIN ticket USING (record_key) WHERE native_id = $1`,
      [number],
    );
  beforeAll(async () => {
    station = await load(stationFiles(), { profile: OWN_PROFILE });
    rows = await station.figures(ytd);
  });
  afterAll(() => station.close());

  test("band edges: an amount that is an edge is in the upper band, so that each is in one", async () => {
    expect(await fact("YL20140161", "fact.disputed, band")).toEqual({ disputed: "499.99", band: "[0,500)" });
    expect(await fact("YL20140271", "fact.disputed, band")).toEqual({ disputed: "500.00", band: "[500,5000)" });
    expect(await fact("YL20140272", "fact.disputed, band")).toEqual({ disputed: "4999.99", band: "[500,5000)" });
    expect(await fact("YL20140304", "fact.disputed, band")).toEqual({ disputed: "5000.00", band: "[5000,∞)" });
    const bands = Object.values(rows).filter(({ id }) => id === "amount_band");
    expect(bands.reduce((sum, { value }) => sum + Number(value), 0)).toBe(129);
  });

  test("the band is that of the amount in dispute, not of the price of the goods", async () => {
    // The price was 2,600 yuan: the text says so, and a column that no layout knows.
    expect(await fact("YL20140301", "fact.disputed, band, paid")).toEqual({
      disputed: "32000.00",
      band: "[5000,∞)",
      paid: null,
    });
  });

  test("where no amount in dispute is printed, the amount recovered stands in, and it is said", () => {
    expect(rows["amount_band [0,500)"]?.note).toContain("2 have no amount in dispute");
  });

  test("replacement in kind is no money recovered, unless the bureau's settings count it", async () => {
    expect(rows.amount_in_kind).toMatchObject({ value: "19450.00", n: 2 });
    expect(await fact("YL20140303", "fact.recovered, fact.in_kind, band")).toEqual({
      recovered: null,
      in_kind: "17900.00",
      band: "[5000,∞)",
    });
    const apart = Number(rows.amount_recovered?.value);
    const counted = await station.figures({
      ...ytd,
      measures: ["amount_recovered"],
      settings: { ...MADE_UP_SETTINGS, recovery: { inKind: "counted" } },
    });
    expect(Number(counted.amount_recovered?.value)).toBe(apart + 1550 + 17_900);
  });

  test("what was printed first and what came of it is one amount, the later", async () => {
    expect(await fact("YL20140302", "fact.recovered, fact.disputed, versions")).toMatchObject({
      recovered: "81000.00",
      disputed: "81000.00",
    });
  });

  test("an appraisal is a fact of the handling, whatever the law says of the burden of proof", async () => {
    // A telephone is none of the durable goods of article 23; whether the burden of proof is reversed is not computed.
    expect(await fact("YL20140101", "appraised")).toEqual({ appraised: true });
    expect(Object.keys(rows).filter((id) => /burden|proof/u.test(id))).toEqual([]);
  });

  test("a wish for an appraisal is none", async () => {
    for (let number = 111; number <= 116; number++) {
      expect([number, await fact(`YL20140${number}`, "appraised")]).toEqual([number, { appraised: false }]);
    }
  });

  test("money counts on the day of conclusion, acceptance on its own day", async () => {
    // Accepted in December, concluded in January with 1,200 yuan; registered on 30 December, accepted on 2 January.
    expect(await fact("YL20130221", "accepted_on, concluded_on")).toEqual({
      accepted_on: "2013-12-23",
      concluded_on: "2014-01-15",
    });
    expect(await fact("YL20140282", "registered_on, accepted_on")).toEqual({
      registered_on: "2013-12-30",
      accepted_on: "2014-01-02",
    });
    const january = await station.figures({
      period: "2014-01",
      asOf: CUT_OFF,
      by: "month",
      measures: ["amount_recovered"],
    });
    const [month] = Object.values(january);
    expect(Number(month?.value)).toBeGreaterThanOrEqual(2700);
  });

  test("fines, forfeited income and goods are told apart and together", () => {
    const parts = ["fines", "forfeited_income", "confiscated_value"].map((id) => Number(rows[id]?.value ?? 0));
    expect(parts.reduce((sum, part) => sum + part)).toBe(Number(rows.penalty_total?.value));
  });

  test("a year to date carries its cut-off day", async () => {
    const ran = await forewarn([
      "measures",
      "--period",
      ytd.period,
      "--as-of",
      CUT_OFF,
      "--data",
      station.data,
      "--json",
    ]);
    const told = ran.json<{ period: unknown; asOf: string; measures: MeasureRow[] }>();
    expect(told.period).toEqual({ from: "2014-01-01", to: CUT_OFF, complete: true });
    expect(told.asOf).toBe(CUT_OFF);
    expect(told.measures.find(({ id }) => id === "accepted")?.value).toBe("129");
  });

  test("private people, what they bought and when, are not published", async () => {
    const ran = await forewarn(["release", "--as-of", CUT_OFF, "--data", station.data, "--json"]);
    expect([ran.code, ran.err]).toEqual([0, expect.anything()]);
    const folder = path.join(station.data, "releases");
    const names = await readdir(folder, { recursive: true });
    const tables = names.filter((name) => /\bpublic\b.*\.parquet$/u.test(name));
    expect(tables.length).toBeGreaterThan(3);
    const duck = await openDuck();
    const published = await Promise.all(
      tables.map(async (name) =>
        JSON.stringify(await duck.rows("SELECT * FROM read_parquet($1)", [path.join(folder, name)])),
      ),
    );
    duck.close();
    const text = published.join("\n");
    expect(text).toContain("129");
    for (const secret of [/样例人/u, /10000\d{6}/u, /YL2014/iu, /样例：/u, /样例\d+号商店/u])
      expect(text).not.toMatch(secret);
  });
});

describe("what a county's summary leaves open", () => {
  let county: Loaded;
  let rows: Figures;
  const year = { period: "2013", asOf: "2013-12-31" };
  beforeAll(async () => {
    county = await load(countyFiles());
    rows = await county.figures(year);
  });
  afterAll(() => county.close());
  const item = (type: string, name: string, unit = "个") => rows[`activity.by_item ${type} ${name} ${unit}`]?.value;

  test("two fast channels in shopping centres, but one station: both stand as they are", () => {
    expect([item("快速通道", "商场"), item("五进维权站点", "商场")]).toEqual(["2", "1"]);
  });

  test("“20多” is a lower bound: no figure without saying so", () => {
    expect(rows["activity 专项行动 次"]).toMatchObject({
      value: "20",
      n: 1,
      note: expect.stringContaining("at least"),
    });
    expect(rows["activity 3·15宣传 份"]?.note).toContain("at least");
    // The list of names in the remark is not split into entries.
    expect(Object.keys(rows).filter((key) => key.startsWith("activity.by_item 专项行动"))).toHaveLength(1);
  });

  test("networks of stations overlap: no figure adds them to 248", () => {
    expect([rows.stations?.value, rows["activity 五进维权站点 个"]?.value]).toEqual(["113", "135"]);
    expect(Object.values(rows).filter(({ value }) => value === "248" || value === "255")).toEqual([]);
  });

  test("goods destroyed and goods confiscated are different flows", () => {
    expect([item("销毁", "假冒伪劣商品", "公斤"), item("没收", "过期食品", "公斤")]).toEqual(["199.6", "579"]);
    expect(Object.values(rows).filter(({ value }) => value === "778.6")).toEqual([]);
  });

  test("the pass rate tells its base: what was sampled, not what was sent to a laboratory", () => {
    expect(rows.sample_pass_rate).toMatchObject({ denominator: "180.00", n: 180 });
    expect(rows["activity 抽样送检 批次"]?.value).toBe("7");
  });

  test("money of the ledger's cases is not added to the fines of reports", () => {
    expect([rows.fines?.value, rows.penalty_total?.value]).toEqual(["2000.00", "2077.50"]);
  });

  test("two items that happen to have one unit are told apart beside their sum", () => {
    expect([item("3·15宣传", "横幅", "条"), item("3·15宣传", "谜语", "条")]).toEqual(["38", "1400"]);
  });

  test("a network that is counted each year is not added up over the years", async () => {
    const before = await county.figures({
      period: "2012",
      asOf: "2013-12-31",
      measures: ["stations", "warnings_published"],
    });
    expect([before.stations?.value, before.warnings_published?.value]).toEqual(["105", "1"]);
    expect(rows.stations?.previous).toBe("105");
  });

  test("a case whose filing nobody dated is filed by the day of its decision", () => {
    expect(rows.reports_filed).toMatchObject({ value: "1" });
  });
});

test("refused and handed on: concluded, but never accepted, so that all accepted ones are still concluded", async () => {
  const county = await load(new Map([...countyFiles(), ...NEVER_ACCEPTED]));
  try {
    const rows = await county.figures({ period: "2013", asOf: "2013-12-31" });
    expect(rows.accepted?.value).toBe("17");
    expect(rows.not_accepted?.value).toBe("1");
    expect(rows.concluded?.value).toBe("19");
    expect(rows.conclusion_rate).toMatchObject({ numerator: "17", denominator: "17" });
    expect(rows.mediation_success_rate).toMatchObject({ numerator: "17", denominator: "17" });
  } finally {
    await county.close();
  }
});
