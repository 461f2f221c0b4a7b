import { addDays } from "../../../src/day.ts";
import type { Matter } from "./matter.ts";
import { written } from "./written.ts";

// Invented complaints behind the figures of a station's printed summary of 2014 (accepted 129 against 90 to the same day;
// 47 below 500 yuan, 73 below 5,000, 9 above; 328,442 recovered; 35 appraisals; 3 times 500 as the floor of added damages).
// Made so that each figure hangs on the rule that it is meant to show.

export const CUT_OFF = "2014-10-31";

const AGREED = "达成调解协议";
const NOT_AGREED = "未达成调解协议";

/** Marks of an appraisal that was made: in the keywords of the query, in those of the register, or in the result. */
const APPRAISED: readonly Partial<Matter>[] = [
  ...Array.from({ length: 18 }, () => ({ keyword: "质量；鉴定" })),
  ...Array.from({ length: 8 }, () => ({ registerKeyword: "质量、鉴定" })),
  { result: "经厂家指定维修店鉴定，属质量问题，予以退货。" },
  { result: "消费者申请鉴定，经厂家指定维修店鉴定为质量问题，已退货。" },
  { result: "已送指定维修店鉴定，确认主板故障。" },
  { result: "鉴定结论为质量问题，商家同意退货。" },
  { result: "依据鉴定报告，商家退还货款。" },
  { result: "鉴定结果显示电池故障，已更换。" },
  { result: "按维修店出具的鉴定意见退货。" },
  { result: "凭鉴定书达成协议。" },
  { result: "由厂家指定维修店鉴定，商家据此退货。" },
];

/** What speaks of an appraisal but tells of none that was made. */
const WISHES: readonly Partial<Matter>[] = [
  { told: "样例：所购电动车充不进电，要求鉴定电池并退货。" },
  { told: "样例：所购手机黑屏，希望做鉴定，鉴定费由商家出。" },
  { told: "样例：所购冰箱不制冷，申请鉴定报告。" },
  { result: "建议消费者自行鉴定，双方当场和好。" },
  { result: "商家不同意鉴定，愿意直接退货。" },
  { result: "无需鉴定，商家当场退款。" },
];

const id = (year: number, number: number) => `YL${year}${String(number).padStart(4, "0")}`;

/** Days of a complaint that ran its course: accepted up to four days later, concluded some weeks after. */
const course = (first: string, n: number) => {
  const registered = addDays(first, (n * 7) % 240);
  const accepted = addDays(registered, n % 5);
  return { registered, accepted, concluded: addDays(accepted, 8 + (n % 23)) };
};

/** 47 below 500 yuan. */
function small(): Matter[] {
  const on = (number: number, more: Partial<Matter>): Matter => ({
    id: id(2014, number),
    ...course("2014-01-02", number),
    outcome: AGREED,
    ...more,
  });
  const usual = Array.from({ length: 37 }, (_, i) => {
    const recovered = 60 + 10 * i;
    const marks = i < 10 ? APPRAISED[i] : i < 16 ? WISHES[i - 10] : {};
    return on(101 + i, { disputed: written(recovered + 20, i + 3), recovered: written(recovered, i), ...marks });
  });
  // Three times the price is less than 500 yuan (article 55), since 15 March 2014.
  const floor = ["98", "128.00", "￥158"].map((disputed, i) =>
    on(151 + i, {
      registered: `2014-04-0${i + 3}`,
      accepted: `2014-04-0${i + 4}`,
      concluded: `2014-05-1${i}`,
      disputed,
      recovered: ["500", "５００", "伍佰元"][i] as string,
      added: ["500", "500.00", "伍佰元整"][i] as string,
    }),
  );
  return [
    ...usual,
    ...floor,
    on(161, { disputed: "499.99", recovered: "499.99" }),
    // Pre-filled with 0: the band then is that of what was recovered.
    on(162, { disputed: "0", recovered: "260" }),
    on(163, { disputed: "0.00", recovered: "180" }),
    on(164, { outcome: NOT_AGREED, disputed: "320", recovered: "" }),
    on(165, { outcome: NOT_AGREED, disputed: "77.5", recovered: "0" }),
    on(166, { outcome: "自行和解", disputed: "240", recovered: "240" }),
    // Opened again and still open on the cut-off day: see REOPENED.
    on(167, { ...REOPENED_OPEN, disputed: "460" }),
  ];
}

/** Concluded in June, opened again in October, concluded a second time after the cut-off day. */
const REOPENED_OPEN = {
  registered: "2014-05-12",
  accepted: "2014-05-13",
  concluded: "2014-11-20",
  recovered: "455",
};
/** Concluded in May with 800 yuan, opened again in July, concluded in September with 1,100. */
const REOPENED_DONE = { registered: "2014-04-14", accepted: "2014-04-15", concluded: "2014-09-12", recovered: "1,100" };

/** 73 from 500 yuan on and below 5,000. */
function middle(): Matter[] {
  const on = (number: number, more: Partial<Matter>): Matter => ({
    id: id(2014, number),
    ...course("2014-01-03", number),
    outcome: AGREED,
    ...more,
  });
  const amounts = [...Array.from({ length: 60 }, (_, i) => 1400 + 30 * i), 2182];
  const usual = amounts.map((recovered, i) =>
    on(201 + i, {
      disputed: written(recovered + 300, i + 5),
      recovered: written(recovered, i),
      ...(i < 25 ? APPRAISED[10 + i] : {}),
    }),
  );
  return [
    ...usual,
    on(271, { disputed: "500.00", recovered: "500" }),
    on(272, { disputed: "4,999.99", recovered: "4,000.01" }),
    // Swapped for another one of the same price: no money came back.
    on(273, { goods: "手机", disputed: "1,550", recovered: "", result: "更换同品牌新款手机一部（样例）。" }),
    on(274, { outcome: NOT_AGREED, disputed: "壹仟元整", recovered: "" }),
    on(275, { outcome: NOT_AGREED, disputed: "2,000", recovered: "0.00" }),
    on(276, { outcome: NOT_AGREED, disputed: "３，０００", recovered: "" }),
    on(277, { outcome: "撤回", disputed: "900", recovered: "" }),
    on(278, { ...REOPENED_DONE, disputed: "1,200" }),
    on(279, { ...REFUSED_FIRST, disputed: "壹仟贰佰元", recovered: "1000" }),
    // Accepted by the cut-off day, concluded after it.
    on(280, {
      registered: "2014-10-17",
      accepted: "2014-10-20",
      concluded: "2014-11-06",
      disputed: "3,500",
      recovered: "3,333",
    }),
    on(281, {
      registered: "2014-10-30",
      accepted: CUT_OFF,
      concluded: "2014-11-20",
      disputed: "2,000",
      recovered: "2,000",
    }),
    // Registered in the year before, accepted in this one.
    on(282, {
      registered: "2013-12-30",
      accepted: "2014-01-02",
      concluded: "2014-01-20",
      disputed: "0.18万元",
      recovered: "1,500",
    }),
  ];
}

/** Refused in June, opened again in July. */
const REFUSED_FIRST = { registered: "2014-06-09", accepted: "2014-07-08", concluded: "2014-08-04" };

/** 9 from 5,000 yuan on. */
function big(): Matter[] {
  const on = (number: number, more: Partial<Matter>): Matter => ({
    id: id(2014, number),
    ...course("2014-02-10", number),
    outcome: AGREED,
    ...more,
  });
  return [
    on(301, {
      registered: "2014-07-07",
      accepted: "2014-07-08",
      concluded: "2014-08-11",
      goods: "净水器",
      told: "样例：花2600元购买的净水器爆裂，家中被水浸泡，要求赔偿32000元。",
      disputed: "32,000.00",
      recovered: "叁万贰仟元",
    }),
    // 78,000 yuan are printed first; with the deposit of 3,000 it is one complaint.
    on(302, {
      registered: "2014-09-16",
      accepted: "2014-09-17",
      concluded: "2014-09-29",
      goods: "收割机",
      disputed: "8.1万元",
      recovered: "81,000",
    }),
    on(303, { goods: "老年代步车", disputed: "17,900", recovered: "", result: "更换同价位其他品牌代步车（样例）。" }),
    on(304, { disputed: "5000", recovered: "伍仟元整" }),
    on(305, { disputed: "6,800.00", recovered: "6800" }),
    on(306, { disputed: "７５００", recovered: "７，５００．００" }),
    on(307, { disputed: "9,300", recovered: "￥9,000" }),
    on(308, { disputed: "1.2万元", recovered: "12000元" }),
    on(309, { disputed: "1.5万", recovered: "15,000" }),
  ];
}

/** Accepted in the year before; of the last two one brought money in this year, the other none. */
function before(): Matter[] {
  const year = Array.from(
    { length: 89 },
    (_, i): Matter => ({
      id: id(2013, 101 + i),
      ...course("2013-01-04", i),
      outcome: i % 6 === 0 ? NOT_AGREED : AGREED,
      disputed: written(300 + 41 * i, i),
      recovered: i % 6 === 0 ? "" : written(200 + 40 * i, i),
      ...(i === 3 ? { keyword: "质量；鉴定" } : {}),
    }),
  );
  const late = Array.from(
    { length: 13 },
    (_, i): Matter => ({
      id: id(2013, 201 + i),
      registered: `2013-11-${String(i + 2).padStart(2, "0")}`,
      accepted: `2013-11-${String(i + 4).padStart(2, "0")}`,
      concluded: `2013-12-${String(i + 4).padStart(2, "0")}`,
      outcome: AGREED,
      disputed: "6,000",
      recovered: "6,000",
    }),
  );
  return [
    ...year,
    {
      id: id(2013, 190),
      registered: "2013-10-28",
      accepted: "2013-10-31",
      concluded: "2013-12-02",
      outcome: AGREED,
      recovered: "350",
    },
    {
      id: id(2013, 191),
      registered: "2013-10-29",
      accepted: "2013-11-01",
      concluded: "2013-12-02",
      outcome: AGREED,
      recovered: "350",
    },
    ...late,
    {
      id: id(2013, 221),
      registered: "2013-12-20",
      accepted: "2013-12-23",
      concluded: "2014-01-15",
      outcome: AGREED,
      disputed: "1,300",
      recovered: "1,200.00",
    },
    {
      id: id(2013, 222),
      registered: "2013-11-18",
      accepted: "2013-11-20",
      concluded: "2014-02-10",
      outcome: NOT_AGREED,
      disputed: "9,900",
      recovered: "0",
    },
  ];
}

/** What was never accepted, or only after the cut-off day, and what is no complaint. */
function others(): Matter[] {
  const archived = "已归档";
  const more: readonly Partial<Matter>[] = [
    ...Array.from({ length: 4 }, () => ({ status: "不予受理", keyword: "质量；鉴定" })),
    { status: archived, outcome: "不予受理", concluded: "2014-06-30" },
    ...Array.from({ length: 3 }, () => ({ status: "待受理", outcome: "撤回" })),
    { status: archived, outcome: "移送" },
    { status: archived, outcome: "转办", disputed: "20,000" },
    { status: "待受理" },
    { status: "预登记" },
  ];
  const said: readonly Partial<Matter>[] = [
    { kind: "咨询", status: archived, keyword: "鉴定" },
    { kind: "咨询", status: "办理中" },
    { kind: "咨询", accepted: "2014-06-20", concluded: "2014-06-20" },
    { kind: "建议", status: archived },
    { kind: "建议", accepted: "2014-06-21", concluded: "2014-06-23" },
  ];
  return [
    ...more.map((each, i) => ({ id: id(2014, 401 + i), registered: "2014-06-16", ...each })),
    ...said.map((each, i) => ({ id: id(2014, 421 + i), registered: "2014-06-19", ...each })),
    {
      id: id(2014, 431),
      registered: "2014-10-30",
      accepted: "2014-11-03",
      concluded: "2014-11-10",
      outcome: AGREED,
      disputed: "8,000",
      recovered: "8,000",
      keyword: "质量；鉴定",
    },
    ...Array.from({ length: 6 }, (_, i) => ({
      id: id(2014, 441 + i),
      registered: `2014-11-0${i + 1}`,
      accepted: `2014-11-0${i + 2}`,
      concluded: `2014-11-1${i}`,
      outcome: AGREED,
      disputed: "150",
      recovered: "500",
      added: "500",
    })),
    { id: id(2013, 301), registered: "2013-07-01", status: "不予受理" },
    { id: id(2013, 302), registered: "2013-07-02", status: "待受理", outcome: "撤回" },
  ];
}

export interface Complaints {
  /** Accepted from 2014-01-01 to the cut-off day. */
  readonly accepted: readonly Matter[];
  /** Accepted in the year before. */
  readonly before: readonly Matter[];
  /** Neither. */
  readonly others: readonly Matter[];
  /** How the query told of some before their last state. */
  readonly earlier: readonly Matter[];
}

export function complaints(): Complaints {
  const accepted = [...small(), ...middle(), ...big()];
  const find = (number: number) => accepted.find((each) => each.id === id(2014, number)) as Matter;
  const again = "重办审批";
  return {
    accepted,
    before: before(),
    others: others(),
    earlier: [
      { ...find(167), concluded: "2014-06-10", recovered: "460" },
      { ...find(167), concluded: "2014-12-31", status: again },
      { ...find(278), concluded: "2014-05-20", recovered: "800" },
      { ...find(278), concluded: "2014-12-31", status: again },
      { ...find(279), accepted: "2014-12-31", concluded: "2014-12-31", status: "不予受理" },
      { ...find(302), recovered: "7.8万元" },
    ],
  };
}
