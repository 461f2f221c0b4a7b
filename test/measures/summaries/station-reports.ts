import type { Cells } from "./exports.ts";
import type { Matter } from "./matter.ts";

// Invented reports: 22 accepted to the cut-off day, 5 of which became cases (1 false advertising of a well-known mark, 3 of
// trading without a licence, 1 false advertising of a prize), with 12,000 yuan of fines and forfeited income.

const id = (year: number, number: number) => `YL${year}${String(number).padStart(4, "0")}`;
const day = (month: number, n: number) => `2014-${String(month).padStart(2, "0")}-${String(n).padStart(2, "0")}`;

const report = (number: number, more: Partial<Matter>): Matter => ({
  id: id(2014, number),
  kind: "举报",
  registered: "2014-04-01",
  problem: "其他",
  goods: "销售服务",
  ...more,
});

/** The five that became cases, with the kind in words. */
const FILED: readonly Partial<Matter>[] = [
  { told: "样例：举报样例婚纱影楼宣传为驰名商标。", problem: "虚假宣传", filed: true },
  { told: "样例：举报样例一号店无照经营。", filed: true },
  { told: "样例：举报样例二号店无照经营。", filed: true },
  // The register of this one was not brought up to date.
  { told: "样例：举报样例三号店无照经营。", filed: false },
  { told: "样例：举报样例四号店以集赞送奖品作虚假宣传。", problem: "虚假宣传", filed: true },
];

/** Registered with the person and the words of the first of these. */
const REPEATED = { phone: "10000999001", told: "样例：举报样例五号店销售过期饮料二十余瓶，有照片为证。" };

export interface Reports {
  readonly accepted: readonly Matter[];
  readonly others: readonly Matter[];
  /** The same report by the same person, as the other line handed it on. */
  readonly repeated: Matter;
  /** One that the same person lodged again in the same system, where nobody marked it as a repeat. */
  readonly unmarked: Matter;
}

export function reports(): Reports {
  const filed = FILED.map((each, i) =>
    report(501 + i, { registered: day(4, i + 1), accepted: day(4, i + 4), concluded: day(6, i + 10), ...each }),
  );
  const rest = Array.from({ length: 15 }, (_, i) =>
    report(511 + i, {
      registered: day(1 + (i % 9), 5 + i),
      accepted: day(1 + (i % 9), 8 + i),
      concluded: day(1 + (i % 9), 12 + i),
    }),
  );
  const first = report(531, { registered: day(8, 4), accepted: day(8, 6), concluded: day(8, 20), ...REPEATED });
  // Filed on a day after the cut-off; the register, printed later, says so without a day.
  const late = report(532, {
    registered: day(10, 8),
    accepted: day(10, 10),
    filed: true,
    told: "样例：举报样例六号店短斤少两。",
  });
  return {
    accepted: [...filed, ...rest, first, late],
    others: [
      report(541, { registered: day(8, 7), status: "不予受理", ...REPEATED, told: `${REPEATED.told}（再次来电）` }),
      report(542, { registered: day(5, 5), status: "不受理" }),
      report(543, { registered: day(10, 30), status: "待受理" }),
      report(544, { registered: day(7, 1), status: "已归档", outcome: "移送" }),
      report(545, { registered: day(10, 29), accepted: day(11, 3) }),
      ...Array.from({ length: 8 }, (_, i) =>
        report(551 + i, {
          id: id(2013, 551 + i),
          registered: `2013-0${i + 1}-11`,
          accepted: `2013-0${i + 1}-13`,
          concluded: `2013-0${i + 2}-02`,
          filed: i === 0,
        }),
      ),
    ],
    repeated: { ...first, registered: day(8, 5) },
    unmarked: report(561, { registered: day(8, 6), accepted: day(8, 8), ...REPEATED }),
  };
}

const penalty = (number: string, caseNumber: string, filed: string, more: Cells): Cells => ({
  工单号: number,
  案号: `样例工商案字〔2014〕${caseNumber}号`,
  处理部门: "样例一所",
  立案日期: filed,
  ...more,
});

const decided = (date: string, fine: string, forfeited = ""): Cells => ({
  处罚决定日期: date,
  "罚款(元)": fine,
  "没收违法所得(元)": forfeited,
});

/** 5,000 yuan, and 7,000 in the four other cases; known on 20 October. */
export function penalties(): Cells[] {
  return [
    penalty(id(2014, 501), "11", "2014-04-10", decided("2014-06-20", "5,000.00")),
    penalty(id(2014, 502), "12", "2014-04-12", decided("2014-06-23", "１５００")),
    penalty(id(2014, 503), "13", "2014-04-15", decided("2014-06-27", "壹仟元")),
    penalty(id(2014, 504), "14", "2014-04-18", decided("2014-07-04", "1500元", "500")),
    penalty(id(2014, 505), "15", "2014-05-06", {}),
    { ...penalty(id(2013, 551), "2", "2013-02-10", decided("2013-04-10", "9,000")) },
  ];
}

/** Known on 5 December: the last of the five was decided, and one more filed and decided, too late for the cut-off day. */
export function laterPenalties(): Cells[] {
  return [
    penalty(id(2014, 505), "15", "2014-05-06", decided("2014-10-31", "0.25万元")),
    penalty(id(2014, 532), "31", "2014-11-12", decided("2014-11-28", "8,000")),
  ];
}
