import type { Duck } from "../duck/open.ts";
import type { RecordName } from "../warehouse/records.ts";
import { addVersionColumns } from "../warehouse/version-columns.ts";
import { amount, days, oneIn, SPAN, weighted } from "./bench-tickets.ts";

const DAY = `DATE '${SPAN.to}'`;

/** SQL of the columns of each kind of record, over `ticket_version` with its row as `i`, or, of the ledger, over numbers `i`. */
const COLUMNS: Readonly<Record<Exclude<RecordName, "ticket">, Readonly<Record<string, string>>>> = {
  report_outcome: {
    case_number: "'样例罚' || i",
    filed_at: "first_checked_at + INTERVAL 5 DAY",
    decided_at: `first_checked_at + INTERVAL 5 DAY + ${days(90, "decided")}`,
    unit: "unit",
    fine: amount(3000, 1.2, "fine"),
    forfeited: `CASE WHEN ${oneIn(3, "forfeited")} THEN ${amount(500, 1.2, "forfeited, amount")} END`,
    confiscated_value: `CASE WHEN ${oneIn(6, "confiscated")} THEN ${amount(800, 1, "confiscated, amount")} END`,
  },
  follow_up: {
    called_at: `concluded_at + ${days(30, "called")}`,
    finding: weighted({ 属实: 90, 无人接听: 10 }, "finding"),
    satisfaction: weighted({ 满意: 55, 基本满意: 15, 一般: 8, 不满意: 7 }, "satisfaction"),
  },
  activity: {
    happened_at: `TIMESTAMP '${SPAN.from}' + to_days(CAST(i AS INTEGER))`,
    unit: `'样例' || (i % 30 + 1) || '所'`,
    type: weighted({ 抽检: 50, 宣传活动: 30, 消费警示: 10, 一会两站: 10 }, "type"),
    item: `CASE WHEN ${oneIn(3, "item")} THEN '合格' WHEN ${oneIn(3, "other item")} THEN '不合格' END`,
    quantity: `CAST(hash(i, $1::BIGINT) % 40 + 1 AS DECIMAL(18,3))`,
    measure_unit: weighted({ 批次: 60, 人次: 30, 条: 10 }, "measure unit"),
  },
};

/** Which records there are: those of one report in ten, calls about one in five complaints that were concluded, the days' ledger. */
const SOURCES: Readonly<Record<keyof typeof COLUMNS, string>> = {
  report_outcome: `SELECT *, rowid AS i, record_key AS record FROM ticket_version WHERE kind = 'report' AND first_checked_at < ${DAY} - 100 AND file_id = 1 AND hash(rowid, $1::BIGINT) % 10 = 0`,
  follow_up: `SELECT *, rowid AS i, record_key AS record FROM ticket_version WHERE kind = 'complaint' AND concluded_at < ${DAY} - 31 AND hash(rowid, $1::BIGINT) % 5 = 0`,
  activity: `SELECT i, 'bench#' || md5(CAST(i AS VARCHAR)) AS record FROM range(${SPAN.days}) AS range(i)`,
};

/** Makes the records beside the tickets: penalties 处罚, follow-up calls 回访 and the ledger of work 工作台账. */
export async function makeRecords(duck: Duck, seed: number): Promise<void> {
  for (const record of Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]) {
    const names = Object.keys(COLUMNS[record]);
    await addVersionColumns(duck, record, names);
    await duck.run(
      `INSERT INTO ${record}_version (record_key, part, file_id, line, ${names.join(", ")})
       SELECT record, false, 3, i + 2, ${Object.values(COLUMNS[record]).join(", ")} FROM (${SOURCES[record]})`,
      [BigInt(seed)],
    );
  }
}
