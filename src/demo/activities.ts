import { dayOf, FIRST_DAY, isoDay, LAST_DAY, workingDay } from "./calendar.ts";
import { yuan } from "./cells.ts";
import { RIGHTS_UNIT, UNITS } from "./county.ts";
import type { Draw } from "./draw.ts";
import type { Row } from "./says.ts";

/** One entry of the ledger. */
interface Entry {
  readonly day: number;
  readonly unit: string;
  readonly type: string;
  readonly item: string;
  readonly quantity: string;
  readonly measure: string;
  /** 至少 as typed; 余 or 多 in the quantity says the same. */
  readonly atLeast?: boolean;
  /** Fen. */
  readonly value?: number;
  readonly note?: string;
}

const STATIONS = UNITS.slice(0, 10);

/** A round number with 余 or 多 behind it, as summaries write what nobody counted. */
function about(draw: Draw, low: number, high: number): string {
  const step = high > 1_000 ? 100 : 10;
  return `${draw.between(low / step, high / step) * step}${draw.pick(["余", "多"])}`;
}

/** Networks of stations, counted at the end of each year. Lists overlap, so they are kept apart. */
function networks(draw: Draw, year: number): Entry[] {
  const day = workingDay(dayOf(`${year}-12-20`));
  return STATIONS.flatMap((unit) => [
    { day, unit, type: "一会两站", item: "消费者协会分会", quantity: "1", measure: "个" },
    { day, unit, type: "一会两站", item: "村(社区)投诉站", quantity: String(draw.between(6, 14)), measure: "个" },
    { day, unit, type: "五进维权站点", item: "进学校", quantity: String(draw.between(3, 9)), measure: "个" },
    { day, unit, type: "五进维权站点", item: "进企业", quantity: String(draw.between(1, 5)), measure: "个" },
    { day, unit, type: "五进维权站点", item: "进超市", quantity: String(draw.between(1, 3)), measure: "个" },
    { day, unit, type: "快速通道", item: "商场", quantity: String(draw.between(1, 2)), measure: "个" },
  ]);
}

/** 3·15 in the county town: leaflets, boards, advice on the spot, goods destroyed. */
function campaign(draw: Draw, year: number): Entry[] {
  const day = dayOf(`${year}-03-15`);
  const unit = RIGHTS_UNIT;
  const type = "3·15宣传";
  const many = draw.chance(0.5);
  return [
    { day, unit, type, item: "参与单位", quantity: String(draw.between(24, 38)), measure: "家" },
    { day, unit, type, item: "横幅", quantity: String(draw.between(30, 60)), measure: "条" },
    { day, unit, type, item: "展板", quantity: String(draw.between(40, 70)), measure: "块" },
    { day, unit, type, item: "宣传资料", quantity: about(draw, 12_000, 30_000), measure: "份" },
    { day, unit, type, item: "现场咨询", quantity: String(draw.between(120, 420)), measure: "人次", atLeast: many },
    { day, unit, type, item: "展示假冒伪劣商品", quantity: about(draw, 20, 60), measure: "种" },
    {
      day,
      unit,
      type: "销毁",
      item: "假冒伪劣商品",
      quantity: `${draw.between(120, 980)}.${draw.between(1, 9)}`,
      measure: "公斤",
      value: draw.between(8_000, 60_000) * 100,
    },
  ];
}

/** What a station does in a month. */
function month(draw: Draw, unit: string, first: number): Entry[] {
  const on = () => workingDay(first + draw.below(24));
  const entries: Entry[] = [];
  const add = (entry: Entry) => entries.push(entry);
  const day = on();
  const visits = draw.between(18, 90);
  add({ day, unit, type: "检查", item: "检查经营主体", quantity: String(visits), measure: "户次" });
  add({ day, unit, type: "检查", item: "出动执法人员", quantity: String(draw.between(12, 60)), measure: "人次" });
  if (draw.chance(0.25)) {
    add({ day, unit, type: "检查", item: "出动执法车辆", quantity: String(draw.between(4, 20)), measure: "台次" });
  }
  if (draw.chance(0.45)) {
    const tested = draw.between(4, 30);
    const failed = draw.weighted([70, 18, 8, 4]);
    const sampled = on();
    const note = draw.pick(["食品快检", "送检", "监督抽检"]);
    add({ day: sampled, unit, type: "抽检", item: "检测", quantity: String(tested), measure: "批次", note });
    add({ day: sampled, unit, type: "抽检", item: "合格", quantity: String(tested - failed), measure: "批次", note });
  }
  if (draw.chance(0.14)) {
    const people = draw.between(12, 70);
    add({ day: on(), unit, type: "培训", item: "维权站工作人员", quantity: String(people), measure: "人次" });
  }
  if (draw.chance(0.16)) {
    const [item, measure, price] = draw.pick([
      ["过期饮料", "瓶", 250],
      ["过期食品", "公斤", 1_800],
      ["无标识调味料", "袋", 600],
      ["不合格插座", "个", 1_500],
    ] as const);
    const quantity = draw.between(6, 160);
    add({
      day: on(),
      unit,
      type: "没收",
      item,
      quantity: String(quantity),
      measure,
      value: quantity * price,
    });
  }
  return entries;
}

/** Warnings that the bureau says it gave out: three or four a quarter, none on the sites of this product. */
function warnings(draw: Draw, first: number): Entry[] {
  const count = draw.weighted([30, 45, 25]);
  return count === 0
    ? []
    : [
        {
          day: workingDay(first + draw.below(25)),
          unit: RIGHTS_UNIT,
          type: "消费警示",
          item: draw.pick(["预付式消费", "网络购物", "食品安全", "旅游消费", "老年人保健品"]),
          quantity: String(count),
          measure: "条",
        },
      ];
}

/** All entries of the ledger by date, without two that say the same. */
export function ledgerRows(draw: Draw): Row[] {
  const entries: Entry[] = [];
  for (let day = FIRST_DAY; day <= LAST_DAY; day++) {
    const iso = isoDay(day);
    if (!iso.endsWith("-01")) continue;
    const year = Number(iso.slice(0, 4));
    for (const unit of STATIONS) entries.push(...month(draw, unit, day));
    entries.push(...warnings(draw, day));
    if (iso.endsWith("-03-01")) entries.push(...campaign(draw, year));
    if (iso.endsWith("-12-01")) entries.push(...networks(draw, year));
  }
  const seen = new Set<string>();
  return entries
    .sort((a, b) => a.day - b.day)
    .map(row)
    .filter(({ says }) => {
      if (says.record !== "activity" || seen.has(says.key)) return false;
      seen.add(says.key);
      return true;
    });
}

function row(entry: Entry): Row {
  const cells = [
    isoDay(entry.day),
    entry.unit,
    entry.type,
    entry.item,
    entry.quantity,
    entry.measure,
    entry.atLeast ? "是" : "",
    entry.value === undefined ? "" : yuan(entry.value),
    entry.note ?? "",
  ];
  const atLeast = (entry.atLeast ?? false) || /[余多]$/u.test(entry.quantity);
  return { cells, says: { record: "activity", key: cells.join("\u001f"), type: entry.type, atLeast } };
}
