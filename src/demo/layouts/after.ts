import { DAY, isoMoment } from "../calendar.ts";
import { dayCell, moneyCell, yuan } from "../cells.ts";
import type { Layout, Row } from "../says.ts";
import type { Ticket } from "../ticket.ts";

/** 回访记录导出. */
export const FOLLOW_UP: Layout = {
  id: "follow-up",
  header: ["工单号", "回访时间", "回访结论", "满意度"],
  date: "回访时间",
  number: "",
  required: "工单号",
};

/** 处罚信息导出. */
export const PENALTY: Layout = {
  id: "penalty",
  header: [
    "工单号",
    "案号",
    "处理部门",
    "立案日期",
    "处罚决定日期",
    "罚款(元)",
    "没收违法所得(元)",
    "没收物品",
    "没收物品价值(元)",
  ],
  date: "处罚决定日期",
  number: "罚款(元)",
  required: "工单号",
};

/** Follow-up calls made by the end of `day`, by moment of the call. */
export function followUpRows(tickets: readonly Ticket[], day: number): Row[] {
  return tickets
    .flatMap((ticket) => {
      const call = ticket.life.followUp;
      return call && call.called < (day + 1) * DAY ? [{ id: ticket.id, call }] : [];
    })
    .sort((a, b) => a.call.called - b.call.called)
    .map(({ id, call }) => ({
      cells: [id, isoMoment(call.called), call.finding, call.satisfaction],
      says: { record: "follow_up", key: id, satisfaction: call.satisfaction },
    }));
}

/** Cases filed by the end of `day`; those not decided yet have no date of decision and no amounts. */
export function penaltyRows(tickets: readonly Ticket[], day: number): Row[] {
  return tickets
    .flatMap(({ id, facts, life }) => {
      const { penalty } = life;
      return penalty && penalty.filed <= day ? [{ id, facts, penalty }] : [];
    })
    .sort((a, b) => a.penalty.filed - b.penalty.filed)
    .map(({ id, facts, penalty }) => {
      const decided = penalty.decided <= day;
      const money = (fen: number) => (decided && fen > 0 ? moneyCell(fen, facts.style, "元") : "");
      return {
        cells: [
          id,
          penalty.caseNumber,
          facts.unit,
          dayCell(penalty.filed, "iso"),
          decided ? dayCell(penalty.decided, "iso") : "",
          money(penalty.fine),
          money(penalty.forfeited),
          decided ? penalty.goods : "",
          decided && penalty.goodsValue > 0 ? yuan(penalty.goodsValue) : "",
        ],
        says: {
          record: "report_outcome",
          key: penalty.caseNumber,
          fine: decided ? penalty.fine : 0,
          forfeited: decided ? penalty.forfeited : 0,
          goodsValue: decided ? penalty.goodsValue : 0,
        },
      };
    });
}
