import { writeFile } from "node:fs/promises";
import path from "node:path";

/** Header of the local register, one of the layouts of the cn-12315 profile. */
export const REGISTER =
  "工单号,业务性质,来函单位,投诉/举报人姓名,来电号码,被投诉人名称,处理部门,办理时间,商品服务类型,是否网购,是否职投,关键字,是否立案,调解结果,办结时间";
/** Header of the closing form. */
export const CLOSING =
  "工单号,业务性质,争议金额(元),挽回经济损失(元),加倍赔偿金额(元),精神赔偿金额(元),行政调解文书号,侵权类型,欺诈标志,调解方式,调解结果,办结日期";
export const LIST = "序号,登记编号,类型,当前环节,登记时间,提供方,涉及主体名称,登记内容,处理部门,到期时间,来电号码";

/** A register row of an invented person about an invented shop. */
export function registerRow(
  id: string,
  changes: { accepted?: string; concluded?: string; outcome?: string; kind?: string; unit?: string } = {},
): string {
  const { accepted = "2026-03-02", concluded = "", outcome = "", kind = "投诉", unit = "东河所" } = changes;
  return [
    id,
    kind,
    "",
    "张样例",
    "19900000001",
    "样例商店(虚构)",
    unit,
    accepted,
    "食品",
    "否",
    "否",
    "",
    "否",
    outcome,
    concluded,
  ].join(",");
}

export function closingRow(
  id: string,
  changes: { disputed?: string; recovered?: string; outcome?: string; concluded?: string } = {},
): string {
  const { disputed = "100", recovered = "80", outcome = "达成调解协议", concluded = "2026-03-20" } = changes;
  return [id, "投诉", disputed, recovered, "0", "0", "", "", "", "现场调解", outcome, concluded].join(",");
}

export function listRow(id: string, changes: { status?: string; registered?: string } = {}): string {
  const { status = "办理中", registered = "2026-03-01 09:30:00 " } = changes;
  return [
    "1",
    id,
    "投诉",
    status,
    registered,
    "张样例",
    "样例商店(虚构)",
    "虚构的内容",
    "东河所",
    "2026-05-01",
    "19900000001",
  ].join(",");
}

/** Writes lines as a CSV file of a folder and gives its path. */
export async function writeLines(folder: string, name: string, lines: readonly string[]): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, `${lines.join("\n")}\n`);
  return file;
}
