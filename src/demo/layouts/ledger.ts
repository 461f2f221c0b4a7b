import type { Layout } from "../says.ts";

/** 工作台账, a layout of our own. */
export const LEDGER: Layout = {
  id: "ledger",
  header: ["日期", "处理部门", "类型", "项目", "数量", "计量单位", "至少", "价值(元)", "备注"],
  date: "日期",
  number: "数量",
  required: "类型",
};

/** The same with English titles; the docs of the command line promise both. */
export const LEDGER_ENGLISH: readonly string[] = [
  "date",
  "unit",
  "type",
  "item",
  "quantity",
  "measure_unit",
  "at_least",
  "value",
  "note",
];
