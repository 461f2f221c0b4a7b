import { type MoneyUnit, momentCell, prefilled } from "../cells.ts";
import type { ProblemCode } from "../mix/shape.ts";
import { PROBLEM_WORDS } from "../mix/words.ts";
import type { Layout, Row } from "../says.ts";
import { stateOn } from "../state.ts";
import { KIND_WORDS, type Ticket } from "../ticket.ts";

/** 综合查询导出. */
export const QUERY: Layout = {
  id: "query",
  header: [
    "序号",
    "表单号",
    "工单号",
    "标题",
    "诉求内容",
    "诉求时间",
    "诉求来源",
    "来电号码",
    "工单状态",
    "来电人姓名",
    "关键字",
    "涉及主体名称",
    "处理部门",
    "处理结果",
    "商品品牌",
    "挽回经济损失",
    "加倍赔偿金额",
    "经营地址区域",
    "经营地址详细地址",
    "涉及客体分类",
    "涉及问题分类",
    "是否诉转案",
    "业务性质",
    "调解结果",
  ],
  date: "诉求时间",
  number: "挽回经济损失",
  required: "工单号",
};

/** 关键字: the problem, and 鉴定 where an appraisal was ordered. */
export function keywords({ facts, life }: Ticket, accepted: boolean): string {
  const problem = PROBLEM_WORDS[facts.problems[0] as ProblemCode][0] as string;
  return accepted && life.appraisal ? `${problem}；鉴定` : problem;
}

/** Rows of the tickets as they stood at the end of `day`; the unit of recovered money is that of its caption. */
export function queryRows(tickets: readonly Ticket[], day: number, unit: MoneyUnit): Row[] {
  const rows: Row[] = [];
  for (const ticket of tickets) {
    const state = stateOn(ticket, day);
    if (state === null) continue;
    const { facts, life } = ticket;
    const recovered = state.concluded ? life.recovered : null;
    const added = state.concluded ? life.added : null;
    const recoveredCell = prefilled(recovered, facts.style, unit);
    const addedCell = prefilled(added, facts.style >> 1, "元");
    const isComplaint = facts.kind === "complaint";
    rows.push({
      cells: [
        String(rows.length + 1),
        ticket.form,
        ticket.id,
        facts.title,
        facts.told,
        momentCell(facts.registered),
        facts.channel,
        facts.person.phone,
        state.status,
        facts.person.name,
        keywords(ticket, state.accepted),
        facts.business,
        facts.unit,
        state.result,
        facts.brand,
        recoveredCell,
        addedCell,
        facts.regionWords,
        facts.address,
        facts.categoryWords,
        facts.problemWords,
        isComplaint ? (state.filed ? "是" : "否") : "",
        KIND_WORDS[facts.kind],
        state.concluded ? life.outcomeWords : "",
      ],
      says: {
        record: "ticket",
        ticket,
        kind: facts.kind,
        registered: facts.registered,
        category: facts.category,
        region: facts.township?.code ?? null,
        appraisal: state.accepted && life.appraisal,
        ...(state.concluded && life.outcome ? { outcome: life.outcome } : {}),
        ...(recoveredCell === "" ? {} : { recovered: recovered ?? 0 }),
        ...(addedCell === "" ? {} : { added: added ?? 0 }),
      },
    });
  }
  return rows;
}
