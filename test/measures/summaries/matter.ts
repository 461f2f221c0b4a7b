import type { Cells } from "./exports.ts";

/** An invented complaint, report, consultation or suggestion. Days are `2014-03-05`; money is printed as it stands here. */
export interface Matter {
  readonly id: string;
  /** Number of the form 表单号, which another line may print too. */
  readonly form?: string;
  readonly kind?: "投诉" | "举报" | "咨询" | "建议";
  readonly registered: string;
  readonly accepted?: string;
  readonly concluded?: string;
  readonly outcome?: string;
  readonly disputed?: string;
  readonly recovered?: string;
  readonly added?: string;
  /** What a system prints, where it does not follow from the days. */
  readonly status?: string;
  readonly keyword?: string;
  /** 关键字 of the register, where it is another one. */
  readonly registerKeyword?: string;
  readonly result?: string;
  readonly told?: string;
  readonly phone?: string;
  readonly goods?: string;
  readonly problem?: string;
  /** 是否立案. */
  readonly filed?: boolean;
}

const numberOf = (matter: Matter) => matter.id.replaceAll(/\D/gu, "").slice(-6);

export interface Place {
  readonly unit: string;
  readonly region: string;
}

const shopOf = (matter: Matter) => `样例${numberOf(matter)}号商店（虚构）`;
/** No telephone number begins so. */
const phoneOf = (matter: Matter) => matter.phone ?? `10000${numberOf(matter)}`;
const nameOf = (matter: Matter) => `样例人${numberOf(matter)}`;
const toldOf = (matter: Matter) => matter.told ?? `样例：称在${shopOf(matter)}所购商品与约定不符，要求处理。`;

const reached = (day: string | undefined, on: string) => day !== undefined && day <= on;

function statusOn(matter: Matter, on: string): string {
  if (matter.status !== undefined) return matter.status;
  if (reached(matter.concluded, on)) return "已归档";
  return reached(matter.accepted, on) ? "办理中" : "待受理";
}

/** A row of 综合查询导出 as the matter stood at the end of `on`; amounts not known yet are pre-filled with 0. */
export function queryRow(matter: Matter, { unit, region }: Place, on: string): Cells {
  const done = reached(matter.concluded, on) || (matter.concluded === undefined && matter.outcome !== undefined);
  const isComplaint = (matter.kind ?? "投诉") === "投诉";
  return {
    表单号: matter.form ?? "",
    工单号: matter.id,
    标题: `样例事项${numberOf(matter)}`,
    诉求内容: toldOf(matter),
    诉求时间: `${matter.registered} 09:${numberOf(matter)
      .slice(-2)
      .replace(/[6-9]./u, "07")}:00`,
    诉求来源: "电话",
    来电号码: phoneOf(matter),
    工单状态: statusOn(matter, on),
    来电人姓名: nameOf(matter),
    关键字: matter.keyword ?? "质量",
    涉及主体名称: shopOf(matter),
    处理部门: unit,
    处理结果: matter.result ?? (done ? "已依法处理并答复。" : ""),
    挽回经济损失: done ? (matter.recovered ?? "0") : isComplaint ? "0" : "",
    加倍赔偿金额: done ? (matter.added ?? "0") : "",
    经营地址区域: region,
    涉及客体分类: matter.goods ?? "家用电器",
    涉及问题分类: matter.problem ?? "质量",
    是否诉转案: isComplaint ? "否" : "",
    业务性质: matter.kind ?? "投诉",
    调解结果: done ? (matter.outcome ?? "") : "",
  };
}

/** A row of 12315列表导出. */
export function list12315Row(matter: Matter, { unit }: Place, on: string): Cells {
  return {
    登记编号: matter.id,
    类型: matter.kind ?? "投诉",
    当前环节: statusOn(matter, on),
    登记时间: `${matter.registered} 09:00:00 `,
    提供方: nameOf(matter),
    涉及主体名称: shopOf(matter),
    登记内容: toldOf(matter),
    处理部门: unit,
    来电号码: phoneOf(matter),
  };
}

/** A row of 12345列表导出: the same matter under the number that the other line gave it. */
export function list12345Row(matter: Matter, number: string, form = ""): Cells {
  return {
    业务类型: matter.kind ?? "投诉",
    表单号: form,
    工单号: number,
    工单标题: `样例事项${numberOf(matter)}`,
    登记内容: toldOf(matter),
    当前环节: "已分派",
    交办时间: `${matter.registered} 08:30:00`,
    来电号码: phoneOf(matter),
  };
}

/** A row of 办理登记簿 as it stood at the end of `on`; `date` prints days. */
export function registerRow(matter: Matter, { unit }: Place, on: string, date: (day: string) => string): Cells {
  const done = reached(matter.concluded, on);
  return {
    工单号: matter.id,
    业务性质: matter.kind ?? "投诉",
    "投诉/举报人姓名": nameOf(matter),
    来电号码: phoneOf(matter),
    被投诉人名称: shopOf(matter),
    处理部门: unit,
    办理时间: matter.accepted === undefined ? "" : date(matter.accepted),
    商品服务类型: matter.goods ?? "家用电器",
    是否网购: "否",
    是否职投: "否",
    关键字: matter.registerKeyword ?? matter.keyword ?? "质量",
    是否立案: matter.filed ? "是" : "否",
    调解结果: done ? (matter.outcome ?? "") : "",
    办结时间: done ? date(matter.concluded as string) : "",
  };
}

/** A row of 办结反馈导出. */
export function closingRow(matter: Matter): Cells {
  return {
    工单号: matter.id,
    业务性质: matter.kind ?? "投诉",
    "争议金额(元)": matter.disputed ?? "",
    "挽回经济损失(元)": matter.recovered ?? "",
    "加倍赔偿金额(元)": matter.added ?? "0",
    "精神赔偿金额(元)": "0",
    调解方式: "现场调解",
    调解结果: matter.outcome ?? "",
    办结日期: matter.concluded ?? "",
  };
}
