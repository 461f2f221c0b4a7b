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

  "warnings.status.dismissed": { zh: "不予发布", en: "Dismissed" },
  "warnings.status.amending": { zh: "有效（正在起草更正）", en: "In force, correction being written" },
  "warnings.status.amendment_in_review": { zh: "有效（更正审核中）", en: "In force, correction in review" },
  "warnings.status.amendment_approved": { zh: "有效（更正已审签）", en: "In force, correction approved" },

  "warnings.did.draft": { zh: "起草", en: "drafted" },
  "warnings.did.submit": { zh: "提交审核", en: "submitted" },
  "warnings.did.review": { zh: "审核通过", en: "reviewed" },
  "warnings.did.return": { zh: "退回修改", en: "sent back" },
  "warnings.did.approve": { zh: "签发", en: "approved" },
  "warnings.did.publish": { zh: "发布", en: "published" },
  "warnings.did.dismiss": { zh: "决定不予发布", en: "dismissed" },
  "warnings.did.correct": { zh: "启动更正", en: "correction begun" },
  "warnings.did.drop": { zh: "放弃更正", en: "correction dropped" },
  "warnings.did.reaffirm": { zh: "重新确认", en: "confirmed again" },
  "warnings.did.supersede": { zh: "被替代", en: "superseded" },
  "warnings.did.expire": { zh: "到期", en: "ended" },
  "warnings.did.withdraw": { zh: "撤回", en: "withdrawn" },

  "warnings.section.happens": { zh: "常见情形", en: "What happens" },
  "warnings.section.recognise": { zh: "如何识别", en: "How to recognise it" },
  "warnings.section.advice": { zh: "防范建议", en: "What to do" },
  "warnings.section.contact": { zh: "如何维权", en: "Whom to call" },
  "warnings.section.law": { zh: "法律依据", en: "Legal basis" },
  "warnings.method": {
    zh: "预期人数由此前各月的投诉人数推算，同一人在一个月内多次投诉的，只计一人；通常范围是没有异常时投诉人数一般不会超出的上下限。",
    en: "The expected number of people is reckoned from the months before, each person counted once a month; the usual range is where it stays when nothing unusual happens.",
  },
  "warnings.draft.lead": {
    zh: "近期，'{{'subject'}}'类投诉明显增多，{what}。**{act}**",
    en: "Complaints in the group “'{{'subject'}}'” have risen clearly: {what}. **{act}**",
  },
  "warnings.draft.who": { zh: "Forewarn（自动起草）", en: "Forewarn (drafted by the program)" },
  "warnings.draft.why": {
    zh: "数据版本{release}中的热点{hotspot}达到“警示”级别。",
    en: "Hotspot {hotspot} of release {release} has the level warning.",
  },
  "warnings.samplePerson.author": { zh: "王样例（虚构）", en: "Wang Sample (invented)" },
  "warnings.samplePerson.reviewer": { zh: "李样例（虚构）", en: "Li Sample (invented)" },
  "warnings.samplePerson.approver": { zh: "赵样例（虚构）", en: "Zhao Sample (invented)" },
  "warnings.sampleWhy": {
    zh: "演示数据自动生成的样例，人员和事实均为虚构。",
    en: "Sample made with the demo data; people and facts are invented.",
  },
  "warnings.sample.adviceTitle": { zh: "'{{'subject'}}'消费提示", en: "Before you pay: '{{'subject'}}'" },
  "warnings.sample.adviceLead": {
    zh: "'{{'period'}}'，'{{'subject'}}'类有'{{'observed'}}'人投诉，处在通常范围之内。**{act}**",
    en: "'{{'observed'}}' people complained about '{{'subject'}}' in '{{'period'}}', which is no more than usual. **{act}**",
  },
  "warnings.sample.earlyTitle": { zh: "旺季将至，当心'{{'subject'}}'纠纷", en: "The season begins: '{{'subject'}}'" },
  "warnings.sample.withdrawn": {
    zh: "复核发现，部分投诉由同一活动引起，商家已全部退款。",
    en: "On checking, part of the complaints came from one event, and the business has paid all of it back.",
  },
  "warnings.sample.corrected": {
    zh: "补充了防范建议的说明，数字没有变化。",
    en: "The advice was made clearer; the figures are the same.",
  },
  "warnings.subject": { zh: "{main}·{rest}", en: "{main} – {rest}" },
  "warnings.subjectSeparator": { zh: "、", en: ", " },
  "warnings.subjectAll": { zh: "全部投诉", en: "all complaints" },
  "warnings.week": { zh: "{from}至{to}", en: "{from} to {to}" },

  "warnings.noFile": { zh: "缺少这个文件。", en: "This file is missing." },
  "warnings.encoding": {
    zh: "这一行不是UTF-8编码，请将文件另存为UTF-8。",
    en: "This line is not in UTF-8: save the file as UTF-8.",
  },
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
  "warnings.unknown": { zh: "没有编号为{id}的警示。", en: "There is no warning {id}." },
  "warnings.exists": { zh: "已经有这个编号的警示。", en: "There is a warning with this id already." },
  "warnings.sameNumber": { zh: "这个编号已用于{other}。", en: "This number was given to {other} already." },
  "warnings.scope": {
    zh: "范围与证据不符：证据针对的是{value}。",
    en: "The scope is not that of the evidence, which is about {value}.",
  },
  "warnings.drift": {
    zh: "{id}与数据版本{release}不符：{kind, select, gone {该版本中没有这一类别和期间的数字} other {{figures}}}。须重新确认（approve）或者更正（correct）。",
    en: "{id} does not match release {release}: {kind, select, gone {it has no figures for this cell and period} other {{figures}}}. Approve it again, or correct it.",
  },
  "warnings.busy": {
    zh: "{who}自{at}起正在处理这条警示，请稍后再试。",
    en: "{who} has been working on this warning since {at}. Try again when that is done.",
  },
  "warnings.step.forbidden": {
    zh: "现在的状态是{stage}，不能进行{step}；只有以下状态可以：{from}。",
    en: "The step {step} cannot be taken at the stage {stage}; it can be taken at: {from}.",
  },
  "warnings.step.order": {
    zh: "在{stage}状态下不能进行{step}。",
    en: "The step {step} cannot be taken at the stage {stage}.",
  },
  "warnings.step.earlier": {
    zh: "这一步的时间早于上一步（{at}）。",
    en: "This step is dated before the one that it follows ({at}).",
  },
  "warnings.step.samePerson": {
    zh: "{who}已经是{role, select, author {起草人} other {审核人}}。起草、审核、签发须由不同的人承担。",
    en: "{who} is its {role} already. Author, reviewer and approver must be three different people.",
  },
  "warnings.step.notReviewed": {
    zh: "提交之后还没有经过审核，不能签发。",
    en: "It has not been reviewed since it was submitted, so it cannot be approved.",
  },
  "warnings.step.changed": {
    zh: "内容与上一步签署的不同，不能进行{step}；请先重新提交审核。",
    en: "What lies there is not what was signed before, so the step {step} cannot be taken. Submit it anew.",
  },
  "warnings.step.seen": {
    zh: "您看到的内容（{seen}）已被改动，现在是{now}。请重新查看后再操作。",
    en: "What you saw ({seen}) has been changed since: it is {now} now. Look at it again.",
  },
  "warnings.step.role": {
    zh: "{who}没有进行{step}的权限。设置中可以进行的人有：{list}。",
    en: "{who} may not take the step {step}. The settings name: {list}.",
  },
  "warnings.step.told": {
    zh: "{step, select, withdraw {撤回须向公众说明原因} other {更正须向公众说明更正了什么}}：请用--told-zh写明（--told-en为英文）。",
    en: "{step, select, withdraw {The public must be told why it is withdrawn} other {The public must be told what was corrected}}: say it with --told-zh (and --told-en).",
  },
  "warnings.step.successor": {
    zh: "替代它的警示须是有效的，但它的状态是{status}。",
    en: "The warning that takes its place must be in force; its status is {status}.",
  },
  "warnings.amendmentMissing": {
    zh: "正在更正，但更正的文件夹不见了。",
    en: "A correction is being made, but its folder is missing.",
  },
  "warnings.amendmentStray": {
    zh: "没有启动更正，却有更正的文件夹。请先用 warnings correct 启动更正。",
    en: "There is a folder of a correction that nobody has begun. Begin one with: warnings correct.",
  },
  "warnings.amendmentState": {
    zh: "更正不能改动状态、编号、签名和日期。",
    en: "A correction must not change status, number, signatures or dates.",
  },
  "warnings.naming.missing": {
    zh: "证据针对某一经营者，须填写“business”。",
    en: "The evidence is about one business, so business must be filled in.",
  },
  "warnings.naming.notAllowed": {
    zh: "设置不允许警示点名经营者（warnings.nameBusinesses）。",
    en: "The settings do not allow a warning to name a business (warnings.nameBusinesses).",
  },
  "warnings.naming.person": {
    zh: "个体工商户的名称可能含有个人姓名，不得点名。",
    en: "A sole trader bears a person's name and is not named.",
  },
  "warnings.naming.other": {
    zh: "经营者名称与证据不符：证据针对的是{name}。",
    en: "This is not the business of the evidence, which is {name}.",
  },
  "warnings.naming.few": {
    zh: "点名经营者须有至少{minimum}件投诉，证据中只有{count}件。",
    en: "To name a business, {minimum} complaints must stand behind it; the evidence has {count}.",
  },
  "warnings.naming.notAsked": {
    zh: "点名之前须告知经营者并听取其意见，填写告知日期。",
    en: "A business must be told and asked before it is named; say when that was.",
  },
  "warnings.naming.tooEarly": {
    zh: "经营者尚未答复，告知满{days}日后（{date}）方可点名。",
    en: "The business has not answered. It may be named {days} days after it was asked: on {date}.",
  },
  "warnings.naming.noStatement": {
    zh: "经营者已经答复，须刊登其意见。",
    en: "The business has answered: what it said must be printed.",
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
  "warnings.rewritten": {
    zh: "历史记录中没有网站已公布的那一步：历史被重写过。",
    en: "The history does not hold the step that the site has published: it has been written anew.",
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
