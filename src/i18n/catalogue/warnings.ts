import { defineMessages } from "../define.ts";

export const warnings = defineMessages({
  "warnings.kind.warning": { zh: "消费警示", en: "Consumer warning" },
  "warnings.kind.advice": { zh: "消费提示", en: "Consumer advice" },
  "warnings.kind.early_warning": { zh: "消费预警", en: "Early consumer warning" },
  "warnings.number": { zh: "{kind}〔{year}〕第{serial}号", en: "{kind} {year} No. {serial}" },

  "warnings.risk.serious": { zh: "特别重大风险", en: "Serious risk" },
  "warnings.risk.high": { zh: "较高风险", en: "High risk" },
  "warnings.risk.medium": { zh: "中等风险", en: "Medium risk" },
  "warnings.risk.low": { zh: "较低风险", en: "Low risk" },
  "warnings.risk.not_given": { zh: "未评定风险等级", en: "Risk level not given" },

  "warnings.status.draft": { zh: "草稿", en: "Draft" },
  "warnings.status.in_review": { zh: "审核中", en: "In review" },
  "warnings.status.approved": { zh: "已审签", en: "Approved" },
  "warnings.status.published": { zh: "有效", en: "In force" },
  "warnings.status.corrected": { zh: "有效（已更正）", en: "In force, corrected" },
  "warnings.status.superseded": { zh: "已被替代", en: "Superseded" },
  "warnings.status.expired": { zh: "已过期", en: "Expired" },
  "warnings.status.withdrawn": { zh: "已撤回", en: "Withdrawn" },

  "warnings.section.happens": { zh: "常见情形", en: "What happens" },
  "warnings.section.recognise": { zh: "如何识别", en: "How to recognise it" },
  "warnings.section.advice": { zh: "防范建议", en: "What to do" },
  "warnings.section.contact": { zh: "如何维权", en: "Whom to call" },
  "warnings.section.law": { zh: "法律依据", en: "Legal basis" },
  "warnings.method": {
    zh: "预期人数由此前各月的投诉人数推算，同一人在一个月内多次投诉的，只计一人；通常范围是没有异常时投诉人数一般不会超出的上下限。",
    en: "The expected number of people is reckoned from the months before, each person counted once a month; the usual range is where it stays when nothing unusual happens.",
  },
  "warnings.samplePerson.author": { zh: "王样例（虚构）", en: "Wang Sample (invented)" },
  "warnings.samplePerson.reviewer": { zh: "李样例（虚构）", en: "Li Sample (invented)" },
  "warnings.samplePerson.approver": { zh: "赵样例（虚构）", en: "Zhao Sample (invented)" },
  "warnings.sampleWhy": {
    zh: "演示数据自动生成的样例，人员和事实均为虚构。",
    en: "Sample made with the demo data; people and facts are invented.",
  },
  "warnings.subject": { zh: "{main}·{rest}", en: "{main} – {rest}" },
  "warnings.subjectSeparator": { zh: "、", en: ", " },
  "warnings.subjectAll": { zh: "全部投诉", en: "all complaints" },
  "warnings.week": { zh: "{from}至{to}", en: "{from} to {to}" },

  "warnings.noFile": { zh: "缺少这个文件。", en: "This file is missing." },
  "warnings.id": {
    zh: "警示文件夹的名称只能用小写字母、数字和单个连字符，例如2026-001。",
    en: "The name of a warning's folder may hold small letters, digits and single hyphens, such as 2026-001.",
  },
  "warnings.notYaml": { zh: "文件格式有误，无法读取（{reason}）。", en: "The file cannot be read: {reason}." },
  "warnings.unknownField": { zh: "没有名为“{field}”的字段。", en: "There is no field named {field}." },
  "warnings.missing": { zh: "缺少字段“{field}”。", en: "The field {field} is missing." },
  "warnings.empty": { zh: "字段“{field}”不能为空。", en: "The field {field} must not be empty." },
  "warnings.wrongForm": { zh: "字段“{field}”的格式不对。", en: "The field {field} does not have the right form." },
  "warnings.notADate": {
    zh: "字段“{field}”应为日期，写作2026-05-31。",
    en: "The field {field} must be a date, written as 2026-05-31.",
  },
  "warnings.notOneOf": {
    zh: "字段“{field}”只能是：{list}。",
    en: "The field {field} must be one of: {list}.",
  },
  "warnings.numberKind": {
    zh: "编号与类型不符：此类型的编号应为“消费{kind}”。",
    en: "The number does not fit the kind: it should say 消费{kind}.",
  },
  "warnings.samePerson": {
    zh: "{role}与{other}是同一人。起草、审核、签发须由不同的人承担。",
    en: "{role} and {other} are the same person. Author, reviewer and approver must differ.",
  },
  "warnings.dateOrder": {
    zh: "“{field}”不能早于{other}（{date}）。",
    en: "{field} must not be earlier than {other} ({date}).",
  },
  "warnings.needed": {
    zh: "状态为{status}的警示必须填写“{field}”。",
    en: "A warning whose status is {status} must have {field}.",
  },
  "warnings.unknownId": { zh: "没有这个编号的警示。", en: "There is no warning with this id." },

  "warnings.heading": {
    zh: "没有这个小标题。可用的小标题有：{list}。标题写在 warning.yaml 中。",
    en: "There is no such heading. Use these: {list}. The title stands in warning.yaml.",
  },
  "warnings.headingTwice": { zh: "小标题重复。", en: "This heading stands here twice." },
  "warnings.markdown": {
    zh: "正文只能使用段落、列表和 **加粗**，不能使用 HTML、链接、图片、表格、引用和其他格式。",
    en: "The text may hold paragraphs, lists and **strong** words: no HTML, links, pictures, tables, quotes or other forms.",
  },
  "warnings.unclosedStrong": { zh: "** 没有成对出现。", en: "A ** has no partner." },
  "warnings.leadMissing": {
    zh: "第一个小标题之前应有一段话，说明发生了什么、涉及谁、该怎么做。",
    en: "Before the first heading a paragraph must say what happens, to whom, and what to do.",
  },
  "warnings.sectionMissing": { zh: "缺少“{heading}”部分。", en: "The section “{heading}” is missing." },
  "warnings.adviceCount": {
    zh: "“{heading}”应有3至6条，现有{count}条。",
    en: "“{heading}” must have 3 to 6 items; it has {count}.",
  },
  "warnings.placeholder": {
    zh: "没有这个占位符。可用的占位符有：{list}。",
    en: "There is no such placeholder. Use these: {list}.",
  },
  "warnings.noValue": { zh: "证据中没有这个占位符的值。", en: "The evidence has no value for this placeholder." },
  "warnings.typedNumber": {
    zh: "正文中的数字必须来自证据，请改用占位符（如 '{{'observed'}}'）。日期、法律条款和电话号码除外。",
    en: "A number in the text must come from the evidence: use a placeholder such as '{{'observed'}}'. Dates, articles of law and telephone numbers are free.",
  },

  "warnings.historyLine": { zh: "这一行不是完整的历史记录。", en: "This line is not a whole entry of the history." },
  "warnings.historyBroken": {
    zh: "这一行与前一行不衔接：历史记录被改动过。",
    en: "This line does not follow the one before it: the history has been changed.",
  },
  "warnings.historyStatus": {
    zh: "状态为{status}，但历史记录的最后一步是{last}。",
    en: "The status is {status}, but the last step of the history led to {last}.",
  },
  "warnings.changed": {
    zh: "内容在{at}的步骤（{step}）之后被改动，没有相应的记录。已签发的内容须经更正程序修改。",
    en: "The content has changed since the step {step} at {at}, and no step says so. What has been signed is changed by a correction.",
  },
});
