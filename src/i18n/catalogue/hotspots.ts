import { defineMessages } from "../define.ts";

export const hotspots = defineMessages({
  "hotspots.as_of": {
    zh: "截止日期“{value}”不是有效日期，应为 YYYY-MM-DD。",
    en: "The as-of date “{value}” is not a date of the form YYYY-MM-DD.",
  },
  "hotspots.level.watch": { zh: "关注", en: "Watch" },
  "hotspots.level.warning": { zh: "预警", en: "Warning" },
  "hotspots.detector.share": { zh: "占比法", en: "Share rule" },
  "hotspots.detector.farrington": { zh: "法林顿–努法伊利法", en: "Farrington–Noufaily" },
  "hotspots.detector.farrington-flat": {
    zh: "法林顿–努法伊利法（不计趋势）",
    en: "Farrington–Noufaily without trend",
  },
  "hotspots.reason.share": {
    zh: "尚无可比的往年同期数据，因此只与该单元近期在全部投诉中的占比相比。",
    en: "There is no comparable season of an earlier year, so the yardstick is the recent share of all complaints alone.",
  },
  "hotspots.reason.farrington": {
    zh: "已有三年以上的往年数据，因此与往年同期在全部投诉中的占比相比，并计入趋势。",
    en: "There are three or more past years, so the yardstick is the share of all complaints at the same time of these years, with its trend.",
  },
  "hotspots.reason.farrington_flat": {
    zh: "已有一至两年的往年数据，因此与往年同期在全部投诉中的占比相比，不计趋势。",
    en: "There are one or two past years, so the yardstick is the share of all complaints at the same time of these years, without a trend.",
  },
  "hotspots.reason.festival": {
    zh: "春节前后，往年的春节不足三个，不可比，不作检验。",
    en: "Spring Festival, and fewer than three earlier ones to compare with: not tested.",
  },
  "hotspots.reason.no_history": {
    zh: "历史数据过短，不作检验。",
    en: "The history is too short to test anything.",
  },
  "hotspots.joiner": { zh: "·", en: " · " },
  "hotspots.unknown": {
    zh: "{dim, select, category {类别未填} problem {问题未填} region {地区未填} channel {渠道未填} business {经营者未填} other {未填}}",
    en: "{dim, select, category {unknown category} problem {unknown problem} region {unknown region} channel {unknown channel} business {unknown business} other {unknown}}",
  },
  "hotspots.span": { zh: "{from}至{to}", en: "{from} to {to}" },
  "hotspots.sentence.counts": {
    zh: "{period}，{name}有{people, number}人投诉（{complaints, number}件），预期约{expected}人，通常在{low, number}至{high, number}人之间。",
    en: "{name}, {period}: {people, plural, one {# person} other {# people}} complained ({complaints, plural, one {# complaint} other {# complaints}}); about {expected} were expected, usually between {low, number} and {high, number}.",
  },
  "hotspots.sentence.incomplete": {
    zh: "目前该{grain, select, month {月} other {周}}的投诉约有{part, number, percent}已到达，比较时已计及。",
    en: "So far about {part, number, percent} of the {grain, select, month {month} other {week}}’s complaints are in, which is allowed for.",
  },
  "hotspots.sentence.ratio": {
    zh: "至少为通常的{ratio}倍。",
    en: "That is at least {ratio} times the usual.",
  },
  "hotspots.sentence.odds": {
    zh: "在没有异常的检验数据中，{oneIn, number}{grain, select, month {个月} other {周}}里出现这样的上升不到一次。",
    en: "In our test on quiet data a rise this unlikely came up in fewer than 1 in {oneIn, number} {grain, select, month {months} other {weeks}}.",
  },
  "hotspots.sentence.family": {
    zh: "本{grain, select, month {月} other {周}}共检验{tests, number}组，标出{flags, number}组，其中{byChance, plural, =0 {平均不到1组} other {约#组}}可能只是偶然。",
    en: "{tests, plural, one {# group was} other {# groups were}} tested that {grain, select, month {month} other {week}} and {flags, number} flagged; {byChance, plural, =0 {on average fewer than one of the flags is chance} other {about # of the flags may be chance}}.",
  },
  "hotspots.and": { zh: "、", en: "; " },
  "hotspots.dim.category": { zh: "类别", en: "Goods or service" },
  "hotspots.dim.problem": { zh: "问题", en: "Problem" },
  "hotspots.dim.region": { zh: "地区", en: "Region" },
  "hotspots.dim.channel": { zh: "渠道", en: "Channel" },
  "hotspots.dim.business": { zh: "经营者", en: "Business" },
  "hotspots.contributor": {
    zh: "{name}{people, number}人（平时{usual}人，占上升的{part}）",
    en: "{name}: {people, plural, one {# person} other {# people}} (usually {usual}; {part} of the rise)",
  },
  "hotspots.rule": {
    zh: "方法：{name}第{version}版{years, plural, =0 {} other {，比较#个往年}}。{reason}",
    en: "Rule: {name}, version {version}{years, plural, =0 {} one {, one past year} other {, # past years}}. {reason}",
  },
  "hotspots.break": { zh: "{day}起口径有变化：{text}", en: "A break of the series on {day}: {text}" },
  "hotspots.behind": { zh: "{name}：依据", en: "{name}: what stands behind it" },
  "hotspots.record": { zh: "记录编号{id}，摘要{digest}", en: "Record {id}, digest {digest}" },
  "hotspots.late": {
    zh: "{period}已结束，但到达的投诉不足一半，尚未检验。",
    en: "{period} has ended but is not tested yet: less than half of its complaints are in.",
  },
  "hotspots.where": { zh: "何处聚集", en: "Where complaints gather" },
  "hotspots.whereNote": {
    zh: "近八周内、至今仍在持续，且偶然难以解释的聚集（时空扫描，不需要人口数）。",
    en: "Gatherings of up to eight weeks that are still under way and that chance hardly explains (a space-time scan, which needs no population).",
  },
  "hotspots.whereNone": { zh: "没有偶然难以解释的聚集。", en: "No gathering that chance does not explain." },
  "hotspots.byChance": { zh: "偶然出现的比例", en: "As much by chance" },
  "hotspots.who": { zh: "哪些经营者突出", en: "Which businesses stand out" },
  "hotspots.whoNote": {
    zh: "近一年中，某类问题的投诉人数明显高于按该经营者和该类问题总数推算的经营者。这是构成比，不是投诉率：规模大的经营者投诉自然多。仅供内部核查。",
    en: "Businesses that in the last year drew clearly more complaints of one problem than their and the problem’s totals lead to expect. It is a matter of proportion, not a rate: large businesses have more complaints. For internal checks only.",
  },
  "hotspots.whoNone": { zh: "没有突出的经营者。", en: "No business stands out." },
  "hotspots.allOfBusiness": { zh: "该经营者全部投诉人数", en: "All complainants of the business" },
  "hotspots.bySize": { zh: "按经营规模", en: "For its size" },
  "hotspots.rate": { zh: "为其他经营者的{ratio}倍（至少{low}倍）", en: "{ratio} times the others (at least {low})" },
  "hotspots.delayTitle": { zh: "投诉到达的快慢", en: "How complaints come in" },
  "hotspots.delay": {
    zh: "{source}：按近90天的{exports, number}次导出推算，登记后1天约有{day}到达，7天约有{week}到达。",
    en: "{source}: by the {exports, plural, one {# export} other {# exports}} of the last 90 days, about {day} of a day’s complaints are in after one day and {week} after seven.",
  },
  "hotspots.delayUnknown": {
    zh: "{source}：近90天带日期的导出只有{exports, number}次，无法推算，最近7天不作检验。",
    en: "{source}: {exports, plural, =0 {no export of the last 90 days has} one {only one export of the last 90 days has} other {# exports of the last 90 days have}} a day in its name; how complaints come in is not known, and the last 7 days are not tested.",
  },
  "hotspots.delayNote": {
    zh: "到达不足一半的时段不检验；一半至95%的，按到达的比例比较并注明。",
    en: "A period with less than half of its complaints in is not tested; between half and 95% it is compared with what is in, and says so.",
  },
  "hotspots.breaks": { zh: "口径变化登记", en: "Register of breaks" },
  "hotspots.breaksDrawn": {
    zh: "竖的虚线是口径变化，见登记",
    en: "Dotted upright lines are breaks of the series: see the register",
  },
  "hotspots.what.form": { zh: "表单变化", en: "form changed" },
  "hotspots.what.category": { zh: "分类变化", en: "categories changed" },
  "hotspots.what.system": { zh: "系统变化", en: "system changed" },
  "hotspots.what.law": { zh: "法规变化", en: "law changed" },
  "hotspots.what.coverage": { zh: "范围变化", en: "coverage changed" },
  "hotspots.breaksNone": { zh: "没有登记的口径变化。", en: "No break is registered." },
  "hotspots.breakFrom": { zh: "起始日", en: "From" },
  "hotspots.breakWhat": { zh: "变化", en: "What changed" },
  "hotspots.breakEffect": { zh: "监测如何处理", en: "What is made of it" },
  "hotspots.effect.break": { zh: "前后不作比较", en: "Before and after are not compared" },
  "hotspots.effect.exclude": { zh: "其间不比较、不检验", en: "The days are neither compared nor tested" },
  "hotspots.effect.flag": { zh: "检验并注明", en: "Tested, and said beside every flag" },
  "hotspots.effect.note": { zh: "只标示", en: "Only drawn" },
  "hotspots.download": { zh: "下载全部记录（JSON）", en: "Download all records (JSON)" },
});
