import { type Cells, csv, type Files, html, table, xlsx } from "./exports.ts";
import { closingRow, list12315Row, list12345Row, type Matter, type Place, queryRow, registerRow } from "./matter.ts";
import { CUT_OFF, complaints } from "./station-complaints.ts";
import { laterPenalties, penalties, reports } from "./station-reports.ts";
import { DAYS } from "./written.ts";

export { CUT_OFF };
/** The unit, plainly invented. */
export const STATION: Place = { unit: "样例一所", region: "" };

const within = (from: string, to: string) => (matter: Matter) => matter.registered >= from && matter.registered <= to;
const byDay = (a: Matter, b: Matter) => a.registered.localeCompare(b.registered) || a.id.localeCompare(b.id);

/** Amounts in yuan as a column in 万元 prints them; amounts in words or with a unit of their own stay. */
const inTenThousands = (cells: Cells): Cells => {
  const amount = cells.挽回经济损失 ?? "";
  return /^\d+(\.\d+)?$/u.test(amount) ? { ...cells, 挽回经济损失: String(Number(amount) / 10_000) } : cells;
};

/** Follow-up calls: 40 of complaints that were concluded, 30 of them rated, 27 as satisfied. */
function calls(accepted: readonly Matter[]): Cells[] {
  const done = accepted.filter(({ concluded = "9999" }) => concluded <= "2014-09-30").slice(0, 40);
  const ratings = ["满意", "非常满意", "基本满意"];
  return done.flatMap((matter, i) => {
    const rating = i < 27 ? (ratings[i % 3] as string) : i < 30 ? "不满意" : i < 35 ? "" : "未评价";
    const call = {
      工单号: matter.id,
      回访时间: "2014-10-15 10:00:00",
      回访结论: i < 30 ? "属实" : "无法联系",
      满意度: rating,
    };
    // Rated as not satisfied in a first call; the last rating counts.
    return i === 0 ? [{ ...call, 回访时间: "2014-10-08 10:00:00", 满意度: "不满意" }, call] : [call];
  });
}

/** Goods of the same kind given instead of money, as the station's own list has it. */
export const IN_KIND = {
  name: "换货登记_20141020.csv",
  text: '工单号,换货商品,实物价值(元),换货日期\nYL20140273,样例牌手机,1550,2014-06-12\nYL20140303,样例牌代步车,"17,900",2014-09-20\n',
};

/** The station's own profile for that list: no layout of the 12315 system has a column for it. */
export const OWN_PROFILE = `id: sample-in-kind
version: 1
source: cn-12315
title: { zh: 样例换货登记, en: sample list of replacements }
layouts:
  - id: replacements
    title: { zh: 样例换货登记, en: sample list of replacements }
    record: ticket
    header: [工单号, 换货商品, 实物价值, 换货日期]
    identity: { native: 工单号 }
    fields:
      native_id: { from: 工单号, required: true }
      in_kind: { from: 实物价值, unit: 元 }
`;

const LEDGER: readonly Cells[] = [
  { 日期: "2014-03-15", 处理部门: "样例一所", 类型: "3·15宣传", 项目: "宣传资料", 数量: "800余", 计量单位: "份" },
  { 日期: "2014-05-20", 处理部门: "样例一所", 类型: "检查", 项目: "检查经营主体", 数量: "36", 计量单位: "户次" },
];

/** Export files of the station, as it could have collected them by December 2014. */
export function stationFiles(): Files {
  const { accepted, before, others, earlier } = complaints();
  const { accepted: taken, others: rest, repeated } = reports();
  const all = [...accepted, ...before, ...others, ...taken, ...rest].toSorted(byDay);
  const twins = accepted.slice(5, 11);
  // The form's number, under which the other line keeps the same complaint.
  const forms = new Map(twins.slice(0, 4).map((each, i) => [each.id, `YF20140${i + 1}`]));
  const withForm = (matter: Matter): Matter => {
    const form = forms.get(matter.id);
    return form === undefined ? matter : { ...matter, form };
  };
  const early = (places: readonly number[]) => places.map((place) => earlier[place] as Matter);
  const replaced = (list: readonly Matter[], by: readonly Matter[]) =>
    list.map((each) => by.find(({ id }) => id === each.id) ?? each);
  const query = (list: readonly Matter[], on: string) => list.map((each) => queryRow(withForm(each), STATION, on));
  const register = (list: readonly Matter[], on: string, date: (day: string) => string) =>
    list
      .filter((each) => each.accepted !== undefined && each.accepted <= on)
      .map((each) => registerRow(each, STATION, on, date));
  const closed = (list: readonly Matter[], from: string, to: string) =>
    list
      .filter(
        ({ kind = "投诉", concluded }) =>
          kind === "投诉" && concluded !== undefined && concluded >= from && concluded <= to,
      )
      .map(closingRow);

  const firstHalf = replaced(all.filter(within("2013-12-01", "2014-06-30")), early([0, 2, 4]));
  const autumn = replaced(all.filter(within("2014-06-15", CUT_OFF)), []);
  // No day of acceptance is known of a few: they stand in no register.
  const unregistered = new Set(accepted.slice(20, 24).map(({ id }) => id));
  const registered = all.filter(({ id }) => !unregistered.has(id));

  return new Map<string, Uint8Array>([
    [
      "综合查询导出_20131231.csv",
      csv(
        table("QUERY", query(all.filter(within("2013-01-01", "2013-12-31")), "2013-12-31"), { again: [3, 4] }),
        "gb18030",
      ),
    ],
    [
      "综合查询导出_20140630.xls",
      html(
        table("QUERY", query(firstHalf, "2014-06-30").map(inTenThousands), {
          titles: { 挽回经济损失: "挽回经济损失(万元)" },
          total: { word: "合计", 挽回经济损失: "9.9999" },
        }),
        "utf-8",
      ),
    ],
    ["综合查询导出_20140930.csv", csv(table("QUERY", query(early([5]), "2014-09-30")), "utf-8")],
    [
      "综合查询导出_20141031.csv",
      csv(
        table("QUERY", query([...autumn, ...early([1])], CUT_OFF), {
          again: [0, 7, 19],
          headerAt: 30,
          total: { word: "合计", 挽回经济损失: "123456.78" },
        }),
        "gb18030",
      ),
    ],
    [
      "综合查询导出_2014-10-01至2014-11-15.csv",
      csv(table("QUERY", query(all.filter(within("2014-10-01", "2014-11-15")), "2014-11-15")), "utf-8-bom"),
    ],
    [
      "12315列表导出_20140731.xlsx",
      xlsx(
        table(
          "LIST_12315",
          [...accepted.filter(within("2014-07-01", "2014-07-31")), ...others.slice(0, 6), ...early([3])].map((each) =>
            list12315Row(each, STATION, "2014-07-31"),
          ),
        ),
        { 序号: "number" },
      ),
    ],
    [
      "12345列表导出_20141031.csv",
      csv(
        table("LIST_12345", [
          // Joined by the number of the form, by the number of the other line, or by the same words of the same person.
          ...twins.slice(0, 4).map((each, i) => list12345Row(each, `YH20140${i + 1}`, forms.get(each.id))),
          ...twins.slice(4).map((each, i) => list12345Row(each, `YH20141${i + 1}`)),
          list12345Row(repeated, "YH201420"),
        ]),
        "utf-8",
      ),
    ],
    ["办理登记簿_20131231.csv", csv(table("REGISTER", register(registered, "2013-12-31", DAYS.dot)), "gb18030")],
    [
      "办理登记簿_20141031.xls",
      html(
        table("REGISTER", register(registered, CUT_OFF, DAYS.words), { title: "样例一所办理登记簿", again: [2] }),
        "gb18030",
      ),
    ],
    [
      "办理登记簿_20141130.csv",
      csv(
        table(
          "REGISTER",
          register(
            registered.filter((each) => (each.concluded ?? "9999") > CUT_OFF),
            "2014-11-30",
            DAYS.slash,
          ),
        ),
        "utf-8-bom",
      ),
    ],
    [
      "办结反馈导出_20140630.csv",
      csv(
        table("CLOSING", closed(replaced(all, early([0, 2])), "2013-01-01", "2014-06-30"), {
          again: [0, 40],
          total: { word: "合计", "挽回经济损失(元)": "88888" },
        }),
        "gb18030",
      ),
    ],
    [
      "办结反馈导出_20141031.csv",
      csv(
        table(
          "CLOSING",
          closed(all, "2014-06-01", CUT_OFF).map((row) => ({
            ...row,
            "消费金额(元)": row.工单号 === "YL20140301" ? "2600" : "",
          })),
          {
            more: ["消费金额(元)"],
            total: { word: "总计", "争议金额(元)": "77777" },
          },
        ),
        "utf-8-bom",
      ),
    ],
    [
      "办结反馈导出_20141130.xlsx",
      xlsx(table("CLOSING", closed(all, "2014-11-01", "2014-11-30"), { title: "办结反馈导出" }), {
        "争议金额(元)": "number",
        "挽回经济损失(元)": "number",
        办结日期: "day",
      }),
    ],
    ["回访记录导出_20141020.csv", csv(table("FOLLOW_UP", calls(accepted), { again: [5] }), "gb18030")],
    [
      "处罚信息导出_20141020.csv",
      csv(table("PENALTY", penalties(), { again: [1], total: { word: "合计", "罚款(元)": "18000" } }), "gb18030"),
    ],
    ["处罚信息导出_20141205.xlsx", xlsx(table("PENALTY", laterPenalties()), { 立案日期: "day", 处罚决定日期: "day" })],
    [IN_KIND.name, Buffer.from(IN_KIND.text)],
    ["工作台账_2014.csv", csv(table("LEDGER", LEDGER), "utf-8")],
  ]);
}
