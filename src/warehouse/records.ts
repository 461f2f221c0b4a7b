/**
 * What the warehouse keeps of each kind of record, as data: the tables, the mapping of exports, the merging of versions
 * and the data dictionary all come from this one list.
 */

/** SQL types that a field may have. Money is DECIMAL(18,2) in the bureau's currency. */
export type FieldType =
  | "VARCHAR"
  | "INTEGER"
  | "TIMESTAMP"
  | "DATE"
  | "DECIMAL(18,2)"
  | "DECIMAL(18,3)"
  | "BOOLEAN"
  | "VARCHAR[]";

export interface Field {
  readonly name: string;
  readonly type: FieldType;
  /** True where the value tells about a person who complained: it never leaves the warehouse. */
  readonly personal?: true;
  /** The values that there can be, where the list is closed: versions are kept as numbers in it. */
  readonly choices?: readonly string[];
  /** True where the value follows from others of the same version, and is not kept with it. */
  readonly follows?: true;
  readonly zh: string;
  readonly en: string;
}

export const RECORD_NAMES = ["ticket", "report_outcome", "follow_up", "activity"] as const;
export type RecordName = (typeof RECORD_NAMES)[number];

/** 投诉, 举报, 咨询, 建议. */
export const KINDS = ["complaint", "report", "inquiry", "suggestion"] as const;
/** The steps that a ticket goes through, in their order: a later one outranks an earlier one on the same date. */
export const STATUSES = ["registered", "assigned", "in_progress", "suspended", "concluded", "archived"] as const;
export const OUTCOMES = [
  "agreement",
  "no_agreement",
  "withdrawn",
  "settled_by_parties",
  "unreachable",
  "not_accepted",
  "referred",
  "other",
] as const;
/** How an amount came to be: printed, printed as zero (forms are pre-filled with 0), absent, or contradicted. */
export const MONEY_BASES = ["stated", "zero_stated", "not_recorded", "conflicting"] as const;
const PRECISIONS = ["day", "second"] as const;
const ACCEPTANCES = ["accepted", "refused", "pending"] as const;
export const MONEY_FIELDS = ["paid", "disputed", "recovered", "added", "in_kind"] as const;

const field = (name: string, type: FieldType, zh: string, en: string, personal?: true): Field =>
  personal ? { name, type, zh, en, personal } : { name, type, zh, en };

const choice = (name: string, choices: readonly string[], zh: string, en: string): Field => ({
  ...field(name, "VARCHAR", zh, en),
  choices,
});

const moment = (name: string, zh: string, en: string): Field[] => [
  field(name, "TIMESTAMP", zh, `${en}; local time as printed, no zone`),
  choice(`${name}_precision`, PRECISIONS, `${zh}的精度`, `precision of ${name}: day or second`),
];

const money = (name: string, zh: string, en: string): Field[] => [
  field(name, "DECIMAL(18,2)", zh, en),
  {
    ...choice(
      `${name}_basis`,
      MONEY_BASES,
      `${zh}的依据`,
      `basis of ${name}: stated, zero_stated, not_recorded or conflicting`,
    ),
    follows: true,
  },
];

export const RECORDS: Readonly<Record<RecordName, readonly Field[]>> = {
  ticket: [
    field("native_id", "VARCHAR", "登记编号", "number that the source gave"),
    choice("kind", KINDS, "类型", "complaint 投诉, report 举报, inquiry 咨询, suggestion 建议"),
    ...moment("registered_at", "登记时间", "when it was registered"),
    ...moment("accepted_at", "受理时间", "when it was accepted"),
    ...moment("first_checked_at", "初查时间", "when it was first checked"),
    ...moment("concluded_at", "办结时间", "when it was concluded"),
    ...moment("first_check_due", "初查期限", "limit of the first check"),
    ...moment("due", "办理期限", "limit of the conclusion"),
    choice("acceptance", ACCEPTANCES, "受理情况", "accepted, refused or pending"),
    field("refusal_words", "VARCHAR", "不受理原因", "reason for refusal in the source's words"),
    field("channel", "VARCHAR", "诉求来源", "channel in the source's words"),
    field("unit", "VARCHAR", "处理部门", "unit that handles it"),
    choice("status", STATUSES, "状态", "step that it has reached"),
    field("status_words", "VARCHAR", "状态原文", "status in the source's words"),
    field("respondent_name", "VARCHAR", "被投诉人", "business as printed"),
    field("respondent_key", "VARCHAR", "被投诉人(归并)", "business, normalized for counting"),
    field("respondent_code", "VARCHAR", "统一社会信用代码", "unified social credit code"),
    field("respondent_natural", "BOOLEAN", "是否自然人", "whether the business looks like a natural person"),
    field("category_code", "VARCHAR", "客体类别", "house category of goods or services; null = unmapped"),
    field("category_words", "VARCHAR", "客体类别原文", "category in the source's words"),
    field("brand", "VARCHAR", "品牌", "brand"),
    field("online", "BOOLEAN", "是否网购", "bought online"),
    field("platform", "VARCHAR", "网购平台", "platform"),
    field("problem_codes", "VARCHAR[]", "问题类别", "house problem kinds, one or more; empty = unmapped"),
    field("problem_words", "VARCHAR", "问题类别原文", "problem in the source's words"),
    choice("outcome", OUTCOMES, "调解结果", "how it ended"),
    field("outcome_words", "VARCHAR", "调解结果原文", "outcome in the source's words"),
    field("satisfied", "BOOLEAN", "消费者满意", "consumer said to be satisfied; null = not asked"),
    ...money("paid", "消费金额", "amount paid for the goods or service"),
    ...money("disputed", "争议金额", "amount in dispute"),
    ...money("recovered", "挽回经济损失", "amount recovered for the consumer"),
    ...money("added", "加倍赔偿金额", "added (punitive) damages"),
    ...money("in_kind", "实物价值", "value of replacement in kind"),
    field("region_code", "VARCHAR", "区域代码", "region of the region table; null = unmapped"),
    field("region_words", "VARCHAR", "区域原文", "region in the source's words"),
    field("case_filed", "BOOLEAN", "是否立案", "filed as a case 诉转案/立案"),
    field("appraisal", "BOOLEAN", "是否鉴定", "an appraisal was made 鉴定"),
    field("professional", "BOOLEAN", "是否职投", "source marks a professional complainant; internal only"),
    field("consent", "BOOLEAN", "同意公示", "consent to publish; absent = no"),
    field("people", "INTEGER", "投诉人数", "number of people in a joint complaint 共同投诉; null = not said"),
    field("complainant_name", "VARCHAR", "投诉人", "complainant", true),
    field("complainant_phone", "VARCHAR", "来电号码", "complainant's number", true),
    field("complainant_area", "VARCHAR", "投诉人地区", "complainant's postcode or area", true),
    field("complainant_key", "VARCHAR", "投诉人(归并)", "complainant, normalized for counting", true),
    field("address", "VARCHAR", "经营地址", "address of the business as printed", true),
    field("title", "VARCHAR", "标题", "title", true),
    field("narrative", "VARCHAR", "诉求内容", "what the complainant told", true),
    field("result_words", "VARCHAR", "处理结果", "what the unit wrote of the result", true),
  ],
  report_outcome: [
    field("native_id", "VARCHAR", "工单号", "number of the ticket"),
    field("case_number", "VARCHAR", "案号", "number of the case"),
    ...moment("filed_at", "立案日期", "when the case was filed"),
    ...moment("decided_at", "处罚决定日期", "when the penalty was decided"),
    field("unit", "VARCHAR", "处理部门", "unit that decided"),
    field("fine", "DECIMAL(18,2)", "罚款", "fine"),
    field("forfeited", "DECIMAL(18,2)", "没收违法所得", "forfeited income"),
    field("confiscated_value", "DECIMAL(18,2)", "没收物品价值", "value of confiscated goods"),
    field("confiscated_words", "VARCHAR", "没收物品", "confiscated goods as printed"),
  ],
  follow_up: [
    field("native_id", "VARCHAR", "工单号", "number of the ticket"),
    ...moment("called_at", "回访时间", "when the complainant was called"),
    field("finding", "VARCHAR", "回访结论", "finding as printed"),
    field("satisfaction", "VARCHAR", "满意度", "satisfaction as printed; null = not rated"),
  ],
  activity: [
    ...moment("happened_at", "日期", "date"),
    field("unit", "VARCHAR", "处理部门", "unit"),
    field("type", "VARCHAR", "类型", "type of activity as printed"),
    field("item", "VARCHAR", "项目", "item"),
    field("quantity", "DECIMAL(18,3)", "数量", "quantity"),
    field("measure_unit", "VARCHAR", "计量单位", "unit of measure as printed"),
    field("at_least", "BOOLEAN", "至少", "the quantity is a lower bound (余/多)"),
    field("value", "DECIMAL(18,2)", "价值", "value in money"),
    field("note", "VARCHAR", "备注", "note"),
  ],
};

/**
 * Codes, and the field with the source's words that they were found for. Both come from one version: a word that is not known
 * must not keep an older code.
 */
export const CODED: Readonly<Record<string, string>> = {
  category_code: "category_words",
  problem_codes: "problem_words",
  region_code: "region_words",
  outcome: "outcome_words",
  status: "status_words",
};

/** The moments by which a version is ranked: when something happened, not when something is due. */
export function eventFields(record: RecordName): string[] {
  return RECORDS[record]
    .filter((field) => field.type === "TIMESTAMP" && !/due$/u.test(field.name))
    .map((field) => field.name);
}
