import { defineMessages } from "../define.ts";

/** Texts of the public site, in words that need no schooling in statistics. */
export const publicSite = defineMessages({
  "public.home": { zh: "首页", en: "Home" },
  "public.homeTitle": { zh: "近期要当心什么", en: "What to watch out for now" },
  "public.intro": {
    zh: "{bureau}根据群众投诉数据，经核实后发布消费警示，提醒您近期要当心什么、怎么办、找谁帮忙。",
    en: "{bureau} warns you here of what consumers complain about more than usual: what to look out for, what to do, and whom to call.",
  },
  "public.latest": { zh: "最新消费警示", en: "Latest warnings" },
  "public.noneInForce": {
    zh: "目前没有有效的消费警示。遇到消费纠纷，请按下方方式投诉。",
    en: "No warning is in force at present. If you have a dispute with a business, see below how to complain.",
  },
  "public.allWarnings": { zh: "查看全部消费警示", en: "All warnings" },
  "public.issued": { zh: "发布日期：{date}", en: "Issued {date}" },
  "public.expires": { zh: "有效期至：{date}", en: "In force until {date}" },

  "public.month": { zh: "{period}投诉情况", en: "Complaints in {period}" },
  "public.monthDescription": {
    zh: "本局接收的消费投诉和为消费者挽回的经济损失。",
    en: "Complaints that the bureau received, and money recovered for consumers.",
  },
  "public.yearOnYear": {
    zh: "上年同月{previous}，{change}",
    en: "{change}, when it was {previous}",
  },
  "public.yearBefore": { zh: "上年同月{previous}", en: "{previous} in the same month of the year before" },
  "public.noYearBefore": { zh: "没有上年同月的数据", en: "no figure for the year before" },
  "public.pieces": { zh: "{count, number}件", en: "{count, number}" },
  "public.noMonth": {
    zh: "数据中还没有完整的月份。",
    en: "There is no complete month in the data yet.",
  },
  "public.trendSentence": {
    zh: "{from}至{to}每月接收投诉件数。{period}为{value}件。",
    en: "Complaints received per month, {from} to {to}. {period} had {value}.",
  },
  "public.trendCaption": { zh: "每月接收投诉件数", en: "Complaints received per month" },
  "public.complaints": { zh: "投诉件数", en: "Complaints" },

  "public.howToComplain": { zh: "怎样投诉", en: "How to complain" },
  "public.call": { zh: "拨打{phone}", en: "Call {phone}" },
  "public.callNote": { zh: "消费者投诉举报专线电话", en: "The consumers' hotline" },
  "public.step.business": {
    zh: "先与经营者协商，保留好合同、发票、付款记录和聊天记录。",
    en: "Talk to the business first. Keep the contract, invoice, payment records and chats.",
  },
  "public.step.call": {
    zh: "协商不成的，拨打{phone}，或者登录全国12315平台投诉。",
    en: "If that fails, call {phone} or use the national 12315 platform.",
  },
  "public.step.answer": {
    zh: "市场监管部门自收到投诉之日起七个工作日内告知您是否受理，受理后组织调解。",
    en: "Within seven working days you are told whether the complaint is accepted; then the bureau mediates.",
  },
  "public.step.police": {
    zh: "涉嫌诈骗的，立即拨打110报警。",
    en: "If it looks like fraud, call the police on 110 at once.",
  },

  "public.warnings": { zh: "消费警示", en: "Warnings" },
  "public.warningsDescription": {
    zh: "{bureau}发布的全部消费警示、提示和预警。",
    en: "All consumer warnings, advice and early warnings of {bureau}.",
  },
  "public.inForce": { zh: "有效", en: "In force" },
  "public.earlier": { zh: "以往发布", en: "Earlier" },
  "public.noWarnings": { zh: "还没有发布过消费警示。", en: "No warning has been issued yet." },
  "public.noWarningsInForce": { zh: "目前没有有效的消费警示。", en: "No warning is in force at present." },
  "public.notTranslatedShort": { zh: "暂无英文版", en: "Chinese only" },

  "public.evidence": {
    zh: "{period}有{count, plural, other {{observed}人}}投诉{repeated, select, yes {（共{complaints}件）} other {}}，通常约{expected}人（通常范围{low}至{high}人）。",
    en: "{count, plural, one {{observed} person} other {{observed} people}} complained in {period}{repeated, select, yes { ({complaints} complaints)} other {}}; about {expected} were expected (usual range {low} to {high}).",
  },
  "public.atLeast": {
    zh: "排除偶然波动后，至少为通常水平的{ratio}倍。",
    en: "Allowing for chance, that is at least {ratio} times the usual number.",
  },
  "public.evidenceHeading": { zh: "有多少人投诉", en: "How many people complained" },
  "public.chartSentence": {
    zh: "{subject}：{from}至{to}每月投诉人数。{period}为{observed}人，通常不超过{high}人。",
    en: "{subject}: people who complained per month, {from} to {to}. {period} had {observed}; usually there are no more than {high}.",
  },
  "public.chartSentenceWeek": {
    zh: "{subject}：{from}至{to}每周投诉人数。{period}为{observed}人，通常不超过{high}人。",
    en: "{subject}: people who complained per week, {from} to {to}. {period} had {observed}; usually there are no more than {high}.",
  },
  "public.chartExpected": { zh: "预期人数", en: "people expected" },
  "public.chartRange": { zh: "通常范围", en: "usual range" },
  "public.chartIncomplete": { zh: "未满一期", en: "not over yet" },
  "public.chartWithheld": { zh: "不公布", en: "withheld" },
  "public.people": { zh: "投诉人数", en: "People complaining" },
  "public.rangePeople": { zh: "通常范围（人）", en: "usual range (people)" },
  "public.chartFlagged": { zh: "高于通常范围", en: "above the usual range" },
  "public.period": { zh: "期间", en: "Period" },
  "public.rangeCell": { zh: "{low}至{high}", en: "{low} to {high}" },
  "public.table": { zh: "用表格查看数字", en: "The numbers as a table" },
  "public.incompletePeriod": { zh: "{period}（未满）", en: "{period} (not over)" },

  "public.ordinal": {
    zh: "{n, select, 1 {一是} 2 {二是} 3 {三是} 4 {四是} 5 {五是} other {六是}}",
    en: "{n}.",
  },
  "public.sure": { zh: "这些数字有多可靠", en: "How sure are we?" },
  "public.sureNot": {
    zh: "投诉多少不等于问题多少。投诉人数上升也可能是因为消费的人多了、媒体有报道，或者登记方式有变化。不是每次上升都说明有问题，也不说明这一行业的每个经营者都有问题。",
    en: "Complaints are not incidents. A rise may also come from more customers, from news, or from a changed form. Not every rise is a problem, and not every business of the trade is at fault.",
  },
  "public.surePeople": {
    zh: "数字上升只是线索。本警示由工作人员核实、审核、签发后发布。",
    en: "A rise is only a lead: people have checked, reviewed and signed this warning.",
  },
  "public.sureLink": { zh: "数字是怎样得来的", en: "How the numbers are made" },

  "public.signOff": { zh: "发布信息", en: "Issued by" },
  "public.number": { zh: "编号", en: "Number" },
  "public.issuer": { zh: "发布单位", en: "Issuer" },
  "public.author": { zh: "起草", en: "Author" },
  "public.reviewer": { zh: "审核", en: "Reviewer" },
  "public.approver": { zh: "签发", en: "Approver" },
  "public.dateIssued": { zh: "发布日期", en: "Issued" },
  "public.dateUpdated": { zh: "更新日期", en: "Updated" },
  "public.dateReview": { zh: "复核日期", en: "Review due" },
  "public.dateExpires": { zh: "有效期至", en: "In force until" },
  "public.evidenceId": { zh: "数据依据", en: "Evidence" },
  "public.evidenceLine": {
    zh: "{release} · {subject} · {period} · {method}",
    en: "{release} · {subject} · {period} · {method}",
  },
  "public.methodVersion": { zh: "{name}第{version}版", en: "{name}, version {version}" },
  "public.related": { zh: "相关警示", en: "Related warnings" },

  "public.corrected": { zh: "更正（{date}）：{text}", en: "Corrected on {date}: {text}" },
  "public.expired": {
    zh: "本警示已于{date}到期，内容仅供参考。",
    en: "This warning ran out on {date}. It is kept for reference.",
  },
  "public.withdrawn": {
    zh: "本警示已于{date}撤回。原因：{reason}",
    en: "This warning was withdrawn on {date}. Reason: {reason}",
  },
  "public.superseded": {
    zh: "本警示已于{date}被新的警示替代：",
    en: "On {date} a newer warning took the place of this one:",
  },
  "public.notTranslated": {
    zh: "本警示暂无英文版。",
    en: "This warning has not been translated into English. The facts below are; the text is in Chinese only.",
  },
  "public.readChinese": { zh: "阅读中文版", en: "Read it in Chinese" },

  "public.about": { zh: "关于数据", en: "About the numbers" },
  "public.aboutDescription": {
    zh: "本站数字的来源、期间、计算方法和不公布的内容。",
    en: "Where the numbers of this site come from, what they cover, how they are reckoned, and what is withheld.",
  },
  "public.aboutSource": { zh: "数据从哪里来", en: "Where they come from" },
  "public.aboutSourceText": {
    zh: "数字来自{bureau}的投诉登记。一件投诉按登记日期计入，重复登记的只计一次。",
    en: "The numbers come from the complaint register of {bureau}. A complaint counts on the day of its registration, and once, however often it was entered.",
  },
  "public.aboutRows": {
    zh: "本次共读取{files, number}个文件、{rows, number}行：接收{accepted, number}行，与已有内容相同{unchanged, number}行，重复{duplicate, number}行，无法可靠读取而拒收{rejected, number}行。",
    en: "This release read {rows, number} rows of {files, plural, one {# file} other {# files}}: {accepted, number} were accepted, {unchanged, number} said what was known, {duplicate, number} were duplicates, and {rejected, number} could not be read with certainty and were rejected.",
  },
  "public.aboutCover": { zh: "数据版本和期间", en: "Release and period" },
  "public.release": { zh: "数据版本", en: "Data release" },
  "public.asOf": { zh: "数据截至", en: "Data as of" },
  "public.covers": { zh: "涵盖期间", en: "Period covered" },
  "public.fromTo": { zh: "{from}至{to}", en: "{from} to {to}" },
  "public.methods": { zh: "方法版本", en: "Method versions" },
  "public.aboutIncomplete": {
    zh: "尚未结束的月份用空心点表示，不与完整月份相比。同比是与上年同月相比。",
    en: "A month that is not over is drawn as a hollow dot and compared with nothing. Changes compare with the same month of the year before.",
  },
  "public.aboutExpected": { zh: "“通常”是怎样算出来的", en: "How “usual” is reckoned" },
  "public.aboutExpectedText": {
    zh: "预期人数由该类投诉以往各期的投诉人数推算。同一人在同一期内多次投诉的，只计一人；登记中没有投诉人信息的，每件计一人。通常范围是没有异常时投诉人数一般不会超出的上下限：即使什么也没有发生，人数也会上下波动。只有明显超出通常范围的上升才作为线索，交由工作人员核实。",
    en: "The expected number of people is reckoned from how many complained of the same kind of thing in earlier periods. Whoever complains several times in a period counts once; a complaint whose complainant was not recorded counts as one person. The usual range is where the number stays when nothing unusual happens: it goes up and down by chance. Only a rise well beyond the range becomes a lead, and people check it.",
  },
  "public.aboutAtLeast": {
    zh: "“至少为几倍”取的是保守的下限，不是实际人数与预期人数之比，因此人数少的类别不会因偶然波动而显得突出。",
    en: "“At least x times” is a cautious lower bound and not the plain ratio, so that small groups do not stand out by chance.",
  },
  "public.aboutWithheld": { zh: "哪些数字不公布", en: "What is withheld" },
  "public.aboutWithheldText": {
    zh: "为保护个人信息，少于{tickets, number}件或者少于{people, number}名投诉人的数字不公布，在表格和图中用“{sign}”表示。为防止从合计数推算，个别较大的数字也不公布。本站不公布任何单件投诉和投诉人信息。",
    en: "To protect people, numbers of fewer than {tickets, number} complaints or fewer than {people, number} complainants are withheld: “{sign}” stands for them in tables and charts. Some larger numbers are withheld too, so that none can be worked out from a total. No single complaint, and nothing about a person who complained, is on this site.",
  },
  "public.aboutDownload": { zh: "下载数据", en: "Download" },
  "public.aboutDownloadText": {
    zh: "本站公布的全部投诉统计表，共{rows, number}行，JSON格式。不公布的数字为空值并注明。",
    en: "All complaint tables of this site: {rows, number} rows as JSON. A number that is withheld is null and says so.",
  },
  "public.download": { zh: "下载投诉统计（JSON）", en: "Download the counts (JSON)" },
  "public.downloadMeasures": { zh: "下载主要指标（JSON）", en: "Download the main figures (JSON)" },
});
