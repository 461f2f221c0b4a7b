import { isoDay } from "../calendar.ts";
import { type DayForm, dayCell, prefilled } from "../cells.ts";
import type { Layout, Row } from "../says.ts";
import { stateOn } from "../state.ts";
import { KIND_WORDS, type Ticket } from "../ticket.ts";

/** 办结反馈导出. */
export const CLOSING: Layout = {
  id: "closing",
  header: [
    "工单号",
    "业务性质",
    "争议金额(元)",
    "挽回经济损失(元)",
    "加倍赔偿金额(元)",
    "精神赔偿金额(元)",
    "行政调解文书号",
    "侵权类型",
    "欺诈标志",
    "调解方式",
    "调解结果",
    "办结日期",
  ],
  date: "办结日期",
  number: "争议金额(元)",
  required: "工单号",
};

/** Rows of the complaints that were concluded by the end of `day`. */
export function closingRows(tickets: readonly Ticket[], day: number, form: DayForm): Row[] {
  const rows: Row[] = [];
  for (const ticket of tickets) {
    const { facts, life } = ticket;
    if (life.outcome === null || !stateOn(ticket, day)?.concluded) continue;
    const agreed = life.outcome === "agreement";
    const disputed = prefilled(facts.disputed, facts.style, "元");
    const recovered = prefilled(life.recovered, facts.style >> 2, "元");
    const added = prefilled(life.added, facts.style >> 3, "元");
    rows.push({
      cells: [
        ticket.id,
        KIND_WORDS[facts.kind],
        disputed,
        recovered,
        added,
        prefilled(life.mental, facts.style >> 4, "元"),
        agreed ? `云雀市监调(虚构)〔${isoDay(life.concluded).slice(0, 4)}〕${(facts.style % 9_000) + 1}号` : "",
        facts.online ? "网络交易" : "一般侵权",
        life.fraud ? "是" : "否",
        facts.style % 4 === 0 ? "现场调解" : "电话调解",
        life.outcomeWords,
        dayCell(life.concluded, form),
      ],
      says: {
        record: "ticket",
        ticket,
        kind: facts.kind,
        concluded: life.concluded,
        outcome: life.outcome,
        ...(disputed === "" ? {} : { disputed: facts.disputed ?? 0 }),
        ...(recovered === "" ? {} : { recovered: life.recovered ?? 0 }),
        ...(added === "" ? {} : { added: life.added ?? 0 }),
      },
    });
  }
  return rows;
}
