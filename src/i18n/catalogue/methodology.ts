import { defineMessages } from "../define.ts";

/** The pages that say how figures are reckoned and what the columns of each table hold. */
export const methodology = defineMessages({
  "methodology.title": { zh: "口径说明", en: "How the figures are reckoned" },
  "methodology.description": {
    zh: "各项指标的含义、统计范围、计算方法和适用的期限规定。",
    en: "What each measure means, which records it is about, how it is reckoned, and which limits of time apply.",
  },
  "methodology.intro": {
    zh: "每项指标只有一个定义；网站、下载数据和本页都出自同一定义（统计规则{rules}）。",
    en: "Each measure has one definition. The pages, the downloads and this page all come from it (rules of counting {rules}).",
  },
  "methodology.general": { zh: "通用规则", en: "Rules for all measures" },
  "methodology.general.compared": {
    zh: "同比是与上年相同日历日比较，环比是与前一期间比较；期间未结束时，两者都只比较相同天数。记录未覆盖上年同期的，不作同比。",
    en: "A change is measured against the same calendar days one year before; beside it may stand the period directly before. Where a period has not ended, only as many days are compared. Where records do not reach back a year there is no comparison.",
  },
  "methodology.general.pooled": {
    zh: "比率一律由件数合并计算，不对各部门的比率取平均；问题性质一件可有多项，各项之和大于全局。",
    en: "Shares are reckoned from the tickets of all units together, never as a mean of the units' shares. A ticket may have several kinds of problem, so that these add up to more than the whole.",
  },
  "methodology.general.interval": {
    zh: "95%区间表示数值因偶然可能偏离的范围：比率用威尔逊（Wilson）区间，件数用泊松精确区间，中位数用顺序统计量。同比的p值是同样大的变化仅因偶然出现的概率。",
    en: "A 95% interval says how far a figure may be off by chance: the Wilson interval of a share, the exact Poisson interval of a count, order statistics around a median. The p of a change is how probable one as large is by chance alone.",
  },
  "methodology.general.small": {
    zh: "基数过小的比率读作几件中的几件，各指标的最低基数见下。",
    en: "A share of very few tickets is read as so many of so many; below which number is told with each measure.",
  },
  "methodology.general.missing": {
    zh: "没有记录的数值为空，不视为零；金额不折算、不估计。",
    en: "What is not recorded is missing, never zero. Amounts are neither converted nor estimated.",
  },
  "methodology.general.frozen": {
    zh: "数字以数据截止日为准，随数据版本固定。以后补录的记录进入新的数据版本，已公布的数字不作改动。",
    en: "Figures are as of a date and are frozen with the release. Records that come later go into a new release; what was published stays as it was.",
  },
  "methodology.general.break": {
    zh: "登记口径有变化的，前后不作比较，并在数值旁注明日期。",
    en: "Where the way of recording changed, figures before and after are not compared, and the day of the change stands beside them.",
  },
  "methodology.limits": { zh: "期限规定", en: "Limits of time" },
  "methodology.limitsNote": {
    zh: "按时初查率、按时办结率等指标所依据的期限；两项规定并存时适用哪一项由本局设置决定，见“适用”一栏。首日不计入期限。",
    en: "The limits that the rates of timeliness rest on. Where two rules stand for one step, the bureau chose which one decides; see the last column. The first day is never counted.",
  },
  "methodology.limitsNone": {
    zh: "本机构不适用中国的期限规定，没有按时率。",
    en: "No limits of Chinese law apply to this agency, so there are no rates of timeliness.",
  },
  "methodology.step": { zh: "环节", en: "Step" },
  "methodology.step.acceptance": { zh: "受理", en: "Acceptance" },
  "methodology.step.mediation": { zh: "调解", en: "Mediation" },
  "methodology.step.report_check": { zh: "举报核查", en: "Check of reports" },
  "methodology.rule": { zh: "规定", en: "Rule" },
  "methodology.inForce": { zh: "有效期间", en: "In force" },
  "methodology.limit": { zh: "期限", en: "Limit" },
  "methodology.counts": { zh: "适用", en: "Decides" },
  "methodology.days.working": {
    zh: "{count, number}个工作日",
    en: "{count, plural, one {# working day} other {# working days}}",
  },
  "methodology.days.natural": { zh: "{count, number}日", en: "{count, plural, one {# day} other {# days}}" },
  "methodology.extension": {
    zh: "，经批准可延长{count, number}个工作日",
    en: ", and {count, number} more with approval",
  },
  "methodology.stops": { zh: "，鉴定时间不计入", en: ", without the time of an appraisal" },
  "methodology.moves.holiday": { zh: "；末日为法定节假日的顺延", en: "; a last day that is a holiday moves on" },
  "methodology.moves.day_off": { zh: "；末日为休息日的顺延", en: "; a last day off moves on" },
  "methodology.since": { zh: "{from}起", en: "from {from}" },
  "methodology.span": { zh: "{from}至{to}", en: "{from} to {to}" },
  "methodology.never": { zh: "不适用", en: "never" },
  "methodology.calendar": {
    zh: "工作日按国务院办公厅放假通知计算，已有{years}年的通知；其他年份只除去周末，由此得出的期限注明为估算。",
    en: "Working days follow the notices of the State Council, which are known for {years}. For other years only weekends are left out, and limits that rest on them are marked as estimates.",
  },
  "methodology.measures": { zh: "指标", en: "Measures" },
  "methodology.basis": { zh: "归属期间", en: "Belongs to a period by" },
  "methodology.unit": { zh: "单位", en: "Unit" },
  "methodology.source": { zh: "统计记录", en: "Records" },
  "methodology.population": { zh: "统计范围", en: "About" },
  "methodology.numerator": { zh: "分子", en: "Top" },
  "methodology.value": { zh: "数值", en: "Figure" },
  "methodology.denominator": { zh: "分母", en: "Bottom" },
  "methodology.interval": { zh: "95%区间", en: "95% interval" },
  "methodology.smallest": { zh: "最低基数", en: "Smallest n" },
  "methodology.smallestText": {
    zh: "少于{count, number}件的，读作几件中的几件",
    en: "below {count, number} it is read as so many of so many",
  },
  "methodology.id": { zh: "编号", en: "Id" },
  "methodology.matures": {
    zh: "期间结束后，随办理进展仍会变化。",
    en: "The figure of an ended period goes on changing, as more becomes known of its tickets.",
  },
  "methodology.assessed": {
    zh: "用于部门考核，较高为好。",
    en: "It is used in the assessment of units; higher is better.",
  },
  "methodology.formula": { zh: "统计规则的写法（SQL）", en: "The rule as written (SQL)" },
  "methodology.disclosure": { zh: "哪些数字不予公布", en: "What is withheld" },
  "methodology.dictionary": {
    zh: "数据字典：各数据表的内容和字段",
    en: "Data dictionary: what each table and column holds",
  },
  "methodology.definition": { zh: "{name}的口径", en: "How it is reckoned: {name}" },
  "methodology.measuresLink": { zh: "各项指标的口径", en: "How each measure is reckoned" },
  "dictionary.title": { zh: "数据字典", en: "Data dictionary" },
  "dictionary.description": {
    zh: "本数据版本各数据表的内容和字段。",
    en: "What each table of this release holds, and its columns.",
  },
  "dictionary.intro": {
    zh: "本数据版本共有{tables, number}张数据表；每张表一行是什么、各列的含义和类型如下。空值表示没有记录或者不适用，不表示零。",
    en: "This release has {tables, plural, one {# table} other {# tables}}. What a row of each is, and what its columns mean, stands below. An empty value means not recorded or not applicable, never zero.",
  },
  "dictionary.introPublic": {
    zh: "本站的下载数据共有{tables, number}个文件；每个文件一行是什么、各列的含义和类型如下。空值表示没有记录、不适用或者不予公布，不表示零。",
    en: "This site offers {tables, plural, one {# file} other {# files}} for download. What a row of each is, and what its columns mean, stands below. An empty value means not recorded, not applicable or withheld, never zero.",
  },
  "dictionary.rows": { zh: "{rows, number}行", en: "{rows, plural, one {# row} other {# rows}}" },
  "dictionary.row": { zh: "一行是{row}。", en: "One row is {row}." },
  "dictionary.json.text": { zh: "文本", en: "text" },
  "dictionary.json.date": { zh: "日期（文本，如2026-05-31）", en: "date (text, such as 2026-05-31)" },
  "dictionary.json.decimal": { zh: "小数（文本，以免失真）", en: "decimal (text, so that no digit is lost)" },
  "dictionary.json.number": { zh: "数", en: "number" },
  "dictionary.json.truth": { zh: "真假", en: "true or false" },
});
