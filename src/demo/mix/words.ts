import type { ProblemCode } from "./shape.ts";

/** What exports call each kind of problem; the first is the usual one. */
export const PROBLEM_WORDS: Readonly<Record<ProblemCode, readonly string[]>> = {
  P01: ["质量", "产品质量", "质量问题"],
  P02: ["安全", "食品安全", "人身安全"],
  P03: ["价格", "价格问题", "乱收费"],
  P04: ["计量", "缺斤短两"],
  P05: ["假冒", "假冒伪劣", "商标"],
  P06: ["合同", "合同问题", "合同纠纷"],
  P07: ["虚假宣传", "广告", "宣传问题"],
  P08: ["人格尊严", "个人信息"],
  P09: ["售后服务", "售后问题", "三包"],
  P10: ["其他", "其他问题"],
};

/** What the complainant tells, after "反映在…消费(…),". */
export const PROBLEM_TELLING: Readonly<Record<ProblemCode, readonly string[]>> = {
  P01: ["使用不久出现质量问题", "与约定质量不符", "收到后发现有瑕疵"],
  P02: ["存在安全隐患", "食用后身体不适", "发现超过保质期"],
  P03: ["未明码标价", "结算价高于标价", "被多收费用"],
  P04: ["重量不足", "计量不准"],
  P05: ["怀疑是假冒商品", "包装与正品不一致"],
  P06: ["商家拒绝退还余款", "商家不履行合同约定", "格式条款不合理"],
  P07: ["与宣传不符", "广告夸大功效"],
  P08: ["个人信息被泄露", "受到言语侮辱"],
  P09: ["商家拒绝售后", "多次维修未修好", "拒绝退换货"],
  P10: ["对处理不满意"],
};
