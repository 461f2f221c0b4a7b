import { defineMessages } from "../define.ts";

/** Texts of what the public site gives to machines: feeds, CAP messages, structured data, the API. */
export const machine = defineMessages({
  "machine.feedTitle": { zh: "{site}：{category}", en: "{site}: {category}" },
  "machine.feedSubtitle": {
    zh: "数据版本{release}，数据截至{date}。",
    en: "Data release {release}, as of {date}.",
  },
  "machine.titleEnded": { zh: "【{state}】{title}", en: "[{state}] {title}" },
  "machine.read": { zh: "阅读全文", en: "Read the warning" },
  "machine.readEnded": { zh: "查看原文", en: "See the page of the warning" },

  "machine.cap.mapping": {
    zh: "urgency、severity、certainty由本局按警示类型和风险等级对应得出，并非按紧急事件评定。",
    en: "Urgency, severity and certainty are our own mapping of the kind and the risk level of a consumer warning.",
  },
  "machine.cap.area": { zh: "{bureau}辖区", en: "Area of {bureau}" },
  "machine.cap.replaces": {
    zh: "本警示替代此前的警示：{title}",
    en: "This warning takes the place of an earlier one: {title}",
  },
  "machine.cap.ends": { zh: "本警示于{date}结束。", en: "This warning ends on {date}." },

  "machine.sameFile": {
    zh: "两条警示会写入同一个文件{file}。请更改尚未发布的那一条的文件夹名称。",
    en: "Two warnings would be written to the same file {file}. Rename the folder of the one that is not published yet.",
  },

  "machine.data": { zh: "{bureau}消费投诉统计数据", en: "Consumer complaint counts of {bureau}" },
  "machine.dataOf": { zh: "{subject}：各期投诉人数", en: "People who complained, by period: {subject}" },
  "machine.dataDescription": {
    zh: "{bureau}接收的消费投诉，按期间、类别、问题和地区统计。不公布任何单件投诉和投诉人信息，数值过小的不公布。",
    en: "Consumer complaints that {bureau} received, counted by period, category, problem and region. No single complaint and no person is in it, and small numbers are withheld.",
  },
  "machine.measured": {
    zh: "对投诉登记的计数。同一人在一期内多次投诉的，只计一人；重复登记的，只计一次。",
    en: "Counts of the complaint register: each person once a period, each complaint once however often it was entered.",
  },

  "machine.disclaimer": {
    zh: "数字来自消费者投诉登记，投诉不等于经核实的事实，也不说明某一经营者有过错。警示可能被更正、替代或者撤回，使用前请核对最新状态。",
    en: "The figures come from a register of complaints. A complaint is not an established fact and says nothing about the fault of any business. A warning may be corrected, superseded or withdrawn: check its status before you use it.",
  },
  "machine.field.disclaimer": {
    zh: "引用这些数据时须一并说明的事项。",
    en: "What must be said along with these data.",
  },
  "machine.field.bureau": { zh: "发布机构及其投诉电话。", en: "The bureau, and the number to call." },
  "machine.field.license": {
    zh: "许可协议的网址；没有的为null。",
    en: "Address of the licence; null where there is none.",
  },
  "machine.field.release": { zh: "生成本文件时的数据版本。", en: "The data release that was the current one." },
  "machine.field.as_of": { zh: "数据截至的日期。", en: "The last day of the data." },
  "machine.field.covered": { zh: "数据涵盖的期间。", en: "The period that the data cover." },
  "machine.field.generated_for": {
    zh: "文件对应的日期，状态以这一天为准。",
    en: "The day that the file was made for: status is that of this day.",
  },
  "machine.field.count": { zh: "警示条数。", en: "How many warnings there are." },
  "machine.field.list": { zh: "全部警示的列表。", en: "The list of all warnings." },
  "machine.field.schemas": { zh: "各文件的JSON Schema。", en: "The JSON Schema of each kind of file." },
  "machine.field.feeds": { zh: "订阅源，按语言和类别。", en: "Feeds by language and category." },
  "machine.field.feed_category": {
    zh: "订阅源所属的类别；全部警示的为null。",
    en: "Category of the feed; null for that of all warnings.",
  },
  "machine.field.id": { zh: "警示的标识，永不改变。", en: "Id of the warning; it never changes." },
  "machine.field.number": { zh: "警示编号。", en: "Number of the warning, in Chinese." },
  "machine.field.kind": {
    zh: "类型：warning为警示，advice为提示，early_warning为预警。",
    en: "warning: harm is being done. advice: what to mind. early_warning: harm is expected.",
  },
  "machine.field.risk": {
    zh: "风险等级；not_given为未评定。",
    en: "Risk level; not_given where the bureau gives none.",
  },
  "machine.field.status": { zh: "当日的状态。", en: "Where the warning stands on the day of the file." },
  "machine.field.title": {
    zh: "标题；没有英文的，en为null。",
    en: "Title; en is null where nobody has translated it.",
  },
  "machine.field.scope": {
    zh: "类别、问题和地区的代码；null为全部。",
    en: "Codes of category, problem and region; null means all.",
  },
  "machine.field.issued": { zh: "发布日期。", en: "Day of publication." },
  "machine.field.updated": {
    zh: "最近更新日期；没有的为null。",
    en: "Day of the last update; null where there was none.",
  },
  "machine.field.review_by": { zh: "复核日期。", en: "Day by which it is reviewed." },
  "machine.field.expires": { zh: "有效期的最后一天。", en: "The last day on which it is in force." },
  "machine.field.modified_at": {
    zh: "公众所见内容最近一次变化的时间。",
    en: "When what the public sees was changed last.",
  },
  "machine.field.business": {
    zh: "点名的经营者及其意见；一般不点名，为null。",
    en: "The business that is named and what it said; null where none is named, which is the rule.",
  },
  "machine.field.issuer": { zh: "发布单位。", en: "Who issued it." },
  "machine.field.sign_off": { zh: "起草、审核、签发的人。", en: "Who wrote, reviewed and approved it." },
  "machine.field.text": {
    zh: "正文，数字已填入；没有英文的，en为null。",
    en: "The text with its figures; en is null where nobody has translated it.",
  },
  "machine.field.evidence_release": {
    zh: "证据所依据的数据版本。",
    en: "The data release that the figures were frozen from.",
  },
  "machine.field.cell": {
    zh: "统计单元：类别、问题、地区和经营者。",
    en: "The cell that was counted: category, problem, region and business.",
  },
  "machine.field.hotspot": {
    zh: "所依据的热点及其摘要值；人工编写的为null。",
    en: "The hotspot behind it and its digest; null where it was made by hand.",
  },
  "machine.field.names": { zh: "统计单元各部分的名称；null为全部。", en: "Names of the cell's parts; null means all." },
  "machine.field.observed": {
    zh: "投诉人数，同一人在一期内只计一次。",
    en: "People who complained in the period, each counted once.",
  },
  "machine.field.complaints": { zh: "这些人投诉的件数。", en: "How many complaints they lodged." },
  "machine.field.expected": { zh: "预期人数。", en: "The number of people that was expected." },
  "machine.field.low": { zh: "通常范围的下限。", en: "Lower end of the usual range." },
  "machine.field.high": { zh: "通常范围的上限。", en: "Upper end of the usual range." },
  "machine.field.ratio_at_least": {
    zh: "至少为通常水平的几倍（保守的下限）；没有计算的为null。",
    en: "At least so many times the usual number (a cautious lower bound); null where not reckoned.",
  },
  "machine.field.odds": {
    zh: "实测的误报频率：平静期间中不到one_in分之一会出现如此明显的上升。",
    en: "Measured: so strong a rise came up in fewer than one in one_in quiet periods.",
  },
  "machine.field.family": {
    zh: "同期检验和标出的单元数，以及其中可能出于偶然的个数。",
    en: "How many cells were tested and flagged in the period, and how many flags chance may have given.",
  },
  "machine.field.completeness": {
    zh: "该期投诉已登记的比例，0至1；不知道的为null。",
    en: "The part of the period's complaints that was in, 0 to 1; null where not known.",
  },
  "machine.field.breaks": {
    zh: "影响该序列的类别、系统或者法律变化。",
    en: "Changes of category, system or law that touch the series.",
  },
  "machine.field.detector": { zh: "检测方法及其版本。", en: "The detector and its version." },
  "machine.field.method": {
    zh: "预期人数和范围的算法，一句话说明。",
    en: "How expected number and range came about, in a sentence.",
  },
  "machine.field.series": { zh: "以往各期的数字。", en: "The figures of the periods before." },
  "machine.field.complete": { zh: "该期是否已经结束。", en: "Whether the period is over." },
  "machine.field.withheld": {
    zh: "数字是否不公布；不公布的为null。",
    en: "Whether figures are withheld, and therefore null.",
  },
  "machine.field.corrections": {
    zh: "发布后的更正及签发人。",
    en: "What was corrected after publication, and who signed it.",
  },
  "machine.field.reason": { zh: "撤回的原因；未撤回的为null。", en: "Why it was withdrawn; null where it was not." },
  "machine.field.successor": {
    zh: "替代它的警示；没有的为null。",
    en: "The warning that took its place; null where none did.",
  },
  "machine.field.related": { zh: "相关的警示。", en: "Related warnings." },
  "machine.field.api": { zh: "警示的完整内容。", en: "The whole of the warning." },
  "machine.field.cap": { zh: "最近一条CAP 1.2消息。", en: "The latest CAP 1.2 message." },
  "machine.field.cap_messages": {
    zh: "依次发出的全部CAP 1.2消息。",
    en: "All its CAP 1.2 messages in the order of sending.",
  },
  "machine.field.history": {
    zh: "各步骤的时间、人员和哈希值；正在起草的更正不在其中。",
    en: "Each step with its time, person and hash; a correction that is being written is left out.",
  },
  "machine.field.head": {
    zh: "最后一个步骤的哈希值，它涵盖此前所有步骤。",
    en: "Hash of the last step; it covers all steps before.",
  },
});
