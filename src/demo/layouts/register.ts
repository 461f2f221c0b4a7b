import { type DayForm, dayCell } from "../cells.ts";
import type { Layout, Row } from "../says.ts";
import { stateOn } from "../state.ts";
import { KIND_WORDS, type Ticket } from "../ticket.ts";
import { keywords } from "./query.ts";

/** 办理登记簿. */
export const REGISTER: Layout = {
  id: "register",
  header: [
    "工单号",
    "业务性质",
    "来函单位",
    "投诉/举报人姓名",
    "来电号码",
    "被投诉人名称",
    "处理部门",
    "办理时间",
    "商品服务类型",
    "是否网购",
    "是否职投",
    "关键字",
    "是否立案",
    "调解结果",
    "办结时间",
  ],
  date: "办理时间",
  number: "",
  required: "工单号",
};

/** Rows of accepted tickets as they stood at the end of `day`, by day of acceptance. */
export function registerRows(tickets: readonly Ticket[], day: number, form: DayForm): Row[] {
  const rows: Row[] = [];
  for (const ticket of tickets) {
    const state = stateOn(ticket, day);
    if (!state?.accepted) continue;
    const { facts, life } = ticket;
    const { concluded } = state;
    rows.push({
      cells: [
        ticket.id,
        KIND_WORDS[facts.kind],
        facts.route === "12345" ? "12345政务服务热线" : "",
        facts.person.name,
        facts.person.phone,
        facts.business,
        facts.unit,
        dayCell(life.decided, form),
        facts.registerWords,
        facts.online ? "是" : "否",
        life.professional ? "是" : "否",
        keywords(ticket, true),
        state.filed ? "是" : "否",
        concluded ? life.outcomeWords : "",
        concluded ? dayCell(life.concluded, form) : "",
      ],
      says: {
        record: "ticket",
        ticket,
        kind: facts.kind,
        accepted: life.decided,
        category: facts.category,
        appraisal: life.appraisal,
        professional: life.professional,
        ...(concluded ? { concluded: life.concluded } : {}),
        ...(concluded && life.outcome ? { outcome: life.outcome } : {}),
      },
    });
  }
  return rows;
}
