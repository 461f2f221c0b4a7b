import { DAY, isoMoment } from "../calendar.ts";
import { dueCell, momentCell } from "../cells.ts";
import type { Layout, Row } from "../says.ts";
import { stateOn } from "../state.ts";
import { KIND_WORDS, type Ticket } from "../ticket.ts";

/** 12315 列表导出. */
export const LIST_12315: Layout = {
  id: "list-12315",
  header: [
    "序号",
    "登记编号",
    "类型",
    "当前环节",
    "登记时间",
    "提供方",
    "涉及主体名称",
    "登记内容",
    "处理部门",
    "到期时间",
    "来电号码",
  ],
  date: "登记时间",
  number: "",
  required: "登记编号",
};

/** 12345 列表导出. */
export const LIST_12345: Layout = {
  id: "list-12345",
  header: [
    "序号",
    "业务类型",
    "表单号",
    "工单号",
    "工单标题",
    "登记内容",
    "当前环节",
    "交办时间",
    "到期时间",
    "来电号码",
  ],
  date: "交办时间",
  number: "",
  required: "工单号",
};

/** The limit that is running: 60 days of mediation from acceptance, before that some days to decide. */
function dueOf(ticket: Ticket, accepted: boolean): string {
  const day = Math.floor(ticket.facts.registered / DAY);
  return dueCell(accepted ? ticket.life.decided + 60 : day + 9);
}

/** Rows of the national platform's tickets as they stood at the end of `day`. */
export function list12315Rows(tickets: readonly Ticket[], day: number): Row[] {
  const rows: Row[] = [];
  for (const ticket of tickets) {
    const { facts } = ticket;
    const state = facts.route === "12315" ? stateOn(ticket, day) : null;
    if (state === null) continue;
    rows.push({
      cells: [
        String(rows.length + 1),
        ticket.id,
        KIND_WORDS[facts.kind],
        state.status,
        momentCell(facts.registered),
        facts.person.name,
        facts.business,
        facts.told,
        facts.unit,
        dueOf(ticket, state.accepted),
        facts.person.phone,
      ],
      says: { record: "ticket", ticket, kind: facts.kind, registered: facts.registered },
    });
  }
  return rows;
}

/** Rows of the 12345 line's tickets as they stood at the end of `day`. The hand-over is the moment of registration. */
export function list12345Rows(tickets: readonly Ticket[], day: number): Row[] {
  const rows: Row[] = [];
  for (const ticket of tickets) {
    const { facts } = ticket;
    const state = facts.route === "12345" ? stateOn(ticket, day) : null;
    if (state === null) continue;
    rows.push({
      cells: [
        String(rows.length + 1),
        KIND_WORDS[facts.kind],
        ticket.form,
        ticket.id,
        facts.title,
        facts.told,
        state.status,
        isoMoment(facts.registered),
        dueOf(ticket, state.accepted),
        facts.person.phone,
      ],
      says: { record: "ticket", ticket, kind: facts.kind, registered: facts.registered },
    });
  }
  return rows;
}
