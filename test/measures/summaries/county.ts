import { addDays } from "../../../src/day.ts";
import { ENGLISH, LEDGER } from "./county-ledger.ts";
import { type Cells, csv, ENGLISH_LEDGER, type Files, html, table, xlsx } from "./exports.ts";
import { closingRow, list12345Row, type Matter, type Place, queryRow, registerRow } from "./matter.ts";
import { DAYS, written } from "./written.ts";

// Invented complaints and reports behind the figures of a county's printed summary of 2013: 17 accepted, 17 concluded, 17
// agreements, 65,286 yuan recovered; 2 reports concluded, 2,000 yuan fined and 31 bottles of 2.50 yuan confiscated.

const COUNTY: Place = { unit: "样例县局", region: "" };
const LAST = "2013-12-31";
const AGREED = "达成调解协议";

const id = (number: number, year = 2013) => `YL${year}${String(number).padStart(4, "0")}`;

const AMOUNTS = [...Array.from({ length: 16 }, (_, i) => 3600 + 20 * i), 5286];

const ACCEPTED: readonly Matter[] = AMOUNTS.map((recovered, i) => {
  const accepted = addDays("2013-02-04", 18 * i);
  return {
    id: id(11 + i),
    registered: addDays(accepted, -(i % 4)),
    accepted,
    concluded: addDays(accepted, 5 + i),
    outcome: AGREED,
    disputed: written(recovered + 50, i + 1),
    recovered: written(recovered, i),
  };
});

const REPORTS: readonly Matter[] = [
  {
    id: id(51),
    kind: "举报",
    registered: "2013-08-12",
    accepted: "2013-08-13",
    concluded: "2013-08-30",
    told: "样例：举报样例超市销售过期饮料。",
  },
  {
    id: id(52),
    kind: "举报",
    registered: "2013-09-02",
    accepted: "2013-09-03",
    concluded: "2013-09-25",
    told: "样例：举报样例商行短斤少两。",
  },
];

/** What must not change the figures: no complaints, waiting ones, and those of the years before and after. */
const OTHERS: readonly Matter[] = [
  { id: id(61), kind: "咨询", registered: "2013-03-15", status: "已归档" },
  { id: id(62), kind: "建议", registered: "2013-03-15", accepted: "2013-03-15", concluded: "2013-03-15" },
  { id: id(63), registered: "2013-12-30", status: "待受理" },
  {
    id: id(71),
    registered: "2013-12-30",
    accepted: "2014-01-03",
    concluded: "2014-01-20",
    outcome: AGREED,
    recovered: "700",
  },
  {
    id: id(72, 2012),
    registered: "2012-11-01",
    accepted: "2012-11-02",
    concluded: "2012-11-20",
    outcome: AGREED,
    recovered: "640",
  },
  { id: id(73, 2012), kind: "举报", registered: "2012-11-05", accepted: "2012-11-06", concluded: "2012-11-20" },
];

/** Two that were never accepted, yet concluded: those come in a file of their own, see the tests. */
export const NEVER_ACCEPTED: Files = new Map([
  [
    "综合查询导出_补充_20140110.csv",
    csv(
      table(
        "QUERY",
        [
          { id: id(81), registered: "2013-06-03", status: "不予受理" },
          { id: id(82), registered: "2013-06-04", status: "已归档", outcome: "移送" },
        ].map((each) => queryRow(each, COUNTY, LAST)),
      ),
      "utf-8",
    ),
  ],
]);

/** The case of the first report; the bottles are told apart from the fine. */
const PENALTIES: readonly Cells[] = [
  {
    工单号: id(51),
    案号: "样例县工商案字〔2013〕8号",
    处理部门: "样例县局",
    处罚决定日期: "2013-08-28",
    "罚款(元)": "2,000.00",
    没收物品: "过期饮料31瓶",
    "没收物品价值(元)": "７７．５",
  },
];

/** Export files of the county, as it could have collected them by January 2014. */
export function countyFiles(): Files {
  const all = [...ACCEPTED, ...REPORTS, ...OTHERS].toSorted((a, b) => a.registered.localeCompare(b.registered));
  const query = (list: readonly Matter[], on: string) => list.map((each) => queryRow(each, COUNTY, on));
  const registered = all.filter((each) => each.accepted !== undefined && each.accepted <= LAST);
  const closed = all.filter(({ kind = "投诉", concluded }) => kind === "投诉" && concluded !== undefined);
  return new Map<string, Uint8Array>([
    [
      "综合查询导出_20130630.csv",
      csv(
        table(
          "QUERY",
          query(
            all.filter((each) => each.registered <= "2013-06-30"),
            "2013-06-30",
          ),
          { again: [2] },
        ),
        "gb18030",
      ),
    ],
    [
      "综合查询导出_20131231.csv",
      csv(table("QUERY", query(all, LAST), { total: { word: "合计", 挽回经济损失: "65286" } }), "utf-8-bom"),
    ],
    [
      "12345列表导出_20131231.csv",
      csv(
        table(
          "LIST_12345",
          ACCEPTED.slice(4, 6).map((each, i) => list12345Row(each, `YH20130${i}`)),
        ),
        "gb18030",
      ),
    ],
    [
      "办理登记簿_20131231.xls",
      html(
        table(
          "REGISTER",
          registered.map((each) => registerRow(each, COUNTY, LAST, DAYS.words)),
        ),
        "gb18030",
      ),
    ],
    [
      "办结反馈导出_20140131.xlsx",
      xlsx(
        table("CLOSING", closed.map(closingRow), { again: [3], total: { word: "合计", "挽回经济损失(元)": "65286" } }),
        { 办结日期: "day" },
      ),
    ],
    ["处罚信息导出_20131231.csv", csv(table("PENALTY", PENALTIES), "gb18030")],
    [
      "工作台账_20131231.csv",
      csv(table("LEDGER", LEDGER, { again: [0, 20], total: { word: "合计", 数量: "248" } }), "gb18030"),
    ],
    ["工作台账_英文_20131231.csv", csv(table("LEDGER", ENGLISH, { titles: ENGLISH_LEDGER }), "utf-8-bom")],
  ]);
}
