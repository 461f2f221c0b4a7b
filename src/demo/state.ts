import { OUTCOME_WORDS } from "./life.ts";
import type { Ticket } from "./ticket.ts";

/** How a ticket stands at the end of a day, as far as the system shows it. */
export interface State {
  /** 工单状态, 当前环节. */
  readonly status: string;
  readonly accepted: boolean;
  readonly concluded: boolean;
  readonly filed: boolean;
  /** 处理结果; empty while it is open. */
  readonly result: string;
}

/** Days from the conclusion to the archive. */
const ARCHIVED_AFTER = 20;
const REFUSALS = ["不属于市场监管部门职责", "未提供消费事实证据", "非生活消费需要", "同一纠纷已处理", "超过三年"];

/** The state of a ticket on a day; null where it is not in the system yet. */
export function stateOn(ticket: Ticket, day: number): State | null {
  const { facts, life } = ticket;
  if (facts.entered > day) return null;
  const open = (status: string, accepted: boolean, filed = false): State => ({
    status,
    accepted,
    filed,
    concluded: false,
    result: "",
  });
  if (day < life.decided) return open(day === facts.entered ? "待分派" : "待受理", false);
  if (life.decision === "refused") {
    const reason = REFUSALS[facts.style % REFUSALS.length];
    return { ...open("不予受理", false), result: `不予受理：${reason}。` };
  }
  const filed = life.penalty !== null && life.penalty.filed <= day;
  const accepted = life.decision === "accepted";
  if (day < life.concluded) return open("办理中", accepted, filed);
  const status = day < life.concluded + ARCHIVED_AFTER ? "办结" : "已归档";
  return { status, accepted, filed, concluded: true, result: resultOf(ticket, filed) };
}

function resultOf({ facts, life }: Ticket, filed: boolean): string {
  if (facts.kind === "inquiry") return "已解答。";
  if (life.decision === "referred") return "已移送有管辖权的部门处理。";
  const appraised = life.appraisal ? "经委托鉴定机构鉴定，" : "";
  if (facts.kind === "report") return filed ? "经核查，已立案查处。" : "经核查，不符合立案条件，决定不予立案。";
  if (life.outcome === "agreement") return `${appraised}经调解，双方达成协议。`;
  return life.outcome === null ? "" : `${appraised}调解终止：${OUTCOME_WORDS[life.outcome]}。`;
}
