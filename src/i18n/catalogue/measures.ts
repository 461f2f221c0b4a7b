import { defineMessages } from "../define.ts";

/** Names (`measures.<id>`), meanings (`measures.note.<id>`) and remarks (`measures.remark.<code>`) of the measures. */
export const measures = defineMessages({
  "measures.received": { zh: "接收投诉", en: "Complaints received" },
  "measures.note.received": {
    zh: "按登记日期统计的投诉件数，含不予受理和移送的；举报、咨询、建议不计入。",
    en: "Complaints by day of registration, those refused or handed on included; reports, inquiries and suggestions are not complaints.",
  },
  "measures.accepted": { zh: "受理投诉", en: "Complaints accepted" },
  "measures.note.accepted": {
    zh: "按受理日期统计的已受理投诉件数。",
    en: "Complaints that were accepted, by day of acceptance.",
  },
  "measures.not_accepted": { zh: "不予受理投诉", en: "Complaints not accepted" },
  "measures.note.not_accepted": {
    zh: "依照《市场监督管理投诉举报处理办法》第十六条不予受理的投诉件数，按初查日期统计，无初查日期的按办结日期统计。",
    en: "Complaints refused under article 16 of the Measures for Handling Complaints and Reports, by day of the first check, else of conclusion.",
  },
  "measures.concluded": { zh: "办结投诉", en: "Complaints concluded" },
  "measures.note.concluded": {
    zh: "按办结日期统计的投诉件数，不论结果，含不予受理和移送的。",
    en: "Complaints by day of conclusion, whatever the outcome, those refused or handed on included.",
  },
  "measures.agreements": { zh: "达成调解协议", en: "Agreements" },
  "measures.note.agreements": {
    zh: "按办结日期统计的达成调解协议的投诉件数；当事人自行和解的另列。",
    en: "Complaints that ended in a mediated agreement, by day of conclusion; those that the parties settled themselves are shown apart.",
  },
  "measures.mediations_ended": { zh: "调解终结", en: "Mediations ended" },
  "measures.note.mediations_ended": {
    zh: "按办结日期统计的已受理投诉中达成协议或依照《市场监督管理投诉举报处理办法》第二十三条终止调解的件数；自行和解、移送以及受理后发现不属于受理范围的不计入。",
    en: "Accepted complaints that ended in agreement or by termination of the mediation (article 23), by day of conclusion; without those settled by the parties, handed on, or found to be out of scope later.",
  },
  "measures.settled_by_parties": { zh: "自行和解", en: "Settled by the parties" },
  "measures.note.settled_by_parties": {
    zh: "当事人自行和解的投诉件数，按办结日期统计。",
    en: "Complaints that the parties settled themselves, by day of conclusion.",
  },
  "measures.withdrawn": { zh: "撤回投诉", en: "Complaints withdrawn" },
  "measures.note.withdrawn": {
    zh: "投诉人撤回的投诉件数，受理前后均计入，按办结日期统计。",
    en: "Complaints withdrawn by the consumer, before or after acceptance, by day of conclusion.",
  },
  "measures.unreachable": { zh: "联系不到当事人", en: "Party not reached" },
  "measures.note.unreachable": {
    zh: "因联系不到当事人而终结的投诉件数，按办结日期统计。",
    en: "Complaints that ended because a party could not be reached, by day of conclusion.",
  },
  "measures.mediation_success_rate": { zh: "调解成功率", en: "Mediation success rate" },
  "measures.note.mediation_success_rate": {
    zh: "达成协议数除以调解终结数；自行和解另列。",
    en: "Agreements divided by mediations ended; those settled by the parties are shown apart.",
  },
  "measures.mediation_success_rate.of_accepted": {
    zh: "调解成功率（占受理）",
    en: "Mediation success rate (of accepted)",
  },
  "measures.note.mediation_success_rate.of_accepted": {
    zh: "期内受理的投诉中已达成协议的比例；尚未办结的计入分母。上年同期按上年同日已知的结果计算。",
    en: "The share of the complaints accepted in the period that have ended in agreement; those still open count below the line. The year before is taken as it was known one year before the as-of date.",
  },
  "measures.mediation_success_rate.of_concluded": {
    zh: "调解成功率（占办结）",
    en: "Mediation success rate (of concluded)",
  },
  "measures.note.mediation_success_rate.of_concluded": {
    zh: "期内办结的投诉中达成协议的比例；不予受理和移送的计入分母。",
    en: "The share of the complaints concluded in the period that ended in agreement; those refused or handed on count below the line.",
  },
  "measures.mediation_success_rate.of_received": {
    zh: "调解成功率（占接收）",
    en: "Mediation success rate (of received)",
  },
  "measures.note.mediation_success_rate.of_received": {
    zh: "期内登记的投诉中已达成协议的比例；不予受理、移送和尚未办结的计入分母。上年同期按上年同日已知的结果计算。",
    en: "The share of the complaints registered in the period that have ended in agreement; all others count below the line. The year before is taken as it was known one year before the as-of date.",
  },
  "measures.amount_disputed": { zh: "争议金额", en: "Amount in dispute" },
  "measures.note.amount_disputed": {
    zh: "期内受理的投诉的争议金额之和；未填写的不计入。",
    en: "The sum of the amounts in dispute of the complaints accepted in the period, where recorded.",
  },
  "measures.amount_recovered": { zh: "挽回经济损失", en: "Amount recovered" },
  "measures.note.amount_recovered": {
    zh: "期内办结的投诉中挽回经济损失之和；实物价值、加倍赔偿和罚没款不计入，未填写的不计入。",
    en: "The sum recovered for consumers in the complaints concluded in the period, where recorded; without goods in kind, added damages and fines.",
  },
  "measures.recovery_rate": { zh: "挽损率", en: "Recovery rate" },
  "measures.note.recovery_rate": {
    zh: "同一批投诉的挽回经济损失除以争议金额；只计两项金额均有记录的办结投诉。",
    en: "Money recovered divided by money in dispute, over the same concluded complaints: those with both amounts on record.",
  },
  "measures.amount_recovered_median": { zh: "挽回经济损失中位数", en: "Median amount recovered" },
  "measures.note.amount_recovered_median": {
    zh: "期内办结且挽回金额大于零的投诉的挽回金额中位数。",
    en: "The median of the amounts recovered above zero in the complaints concluded in the period.",
  },
  "measures.amount_band": { zh: "受理投诉（按金额分档）", en: "Complaints accepted by amount" },
  "measures.note.amount_band": {
    zh: "期内受理的投诉按争议金额分档，各档含下限、不含上限；无争议金额的按挽回金额分档，两者均无的单列。",
    en: "Complaints accepted in the period by the amount in dispute; a band holds its lower edge and not its upper one. Without an amount in dispute the amount recovered decides; those with neither stand apart.",
  },
  "measures.big_ticket_count": { zh: "大额投诉", en: "Large complaints" },
  "measures.note.big_ticket_count": {
    zh: "期内受理的投诉中属于最高金额档的件数。",
    en: "Complaints accepted in the period that are in the highest amount band.",
  },
  "measures.reports_received": { zh: "接收举报", en: "Reports received" },
  "measures.note.reports_received": {
    zh: "按登记日期统计的举报件数。",
    en: "Reports of wrongdoing by day of registration.",
  },
  "measures.reports_accepted": { zh: "受理举报", en: "Reports accepted" },
  "measures.note.reports_accepted": {
    zh: "按受理日期统计的已受理举报件数；同一人就同一事实的重复举报未合并。",
    en: "Reports that were accepted, by day of acceptance; repeated reports of the same facts are not merged.",
  },
  "measures.reports_filed": { zh: "举报立案", en: "Reports filed as cases" },
  "measures.note.reports_filed": {
    zh: "按立案日期统计的举报转案件数。",
    en: "Reports that became cases, by day of filing.",
  },
  "measures.report_filing_rate": { zh: "举报转案率", en: "Report filing rate" },
  "measures.note.report_filing_rate": {
    zh: "期内受理的举报中已立案的比例；近期受理的举报可能尚未立案。上年同期按上年同日已知的立案情况计算。",
    en: "The share of the reports accepted in the period that have become cases; recent ones may still become one. The year before is taken as it was known one year before the as-of date.",
  },
  "measures.remark.registered_undated": {
    zh: "其中 {count, number} 件无登记日期，按其最早的已知日期计入。",
    en: "{count, plural, one {# without a day of registration counts} other {# without a day of registration count}} on the first known day.",
  },
  "measures.remark.accepted_undated": {
    zh: "其中 {count, number} 件无受理日期，按登记日期计入。",
    en: "{count, plural, one {# without a day of acceptance counts} other {# without a day of acceptance count}} on the day of registration.",
  },
  "measures.remark.refused_undated": {
    zh: "其中 {count, number} 件无初查和办结日期，按登记日期计入。",
    en: "{count, plural, one {# without a day of refusal counts} other {# without a day of refusal count}} on the day of registration.",
  },
  "measures.remark.concluded_undated": {
    zh: "其中 {count, number} 件无办结日期，按受理日期或登记日期计入。",
    en: "{count, plural, one {# without a day of conclusion counts} other {# without a day of conclusion count}} on the day of acceptance or registration.",
  },
  "measures.remark.filed_undated": {
    zh: "其中 {count, number} 件无立案日期，按受理日期或登记日期计入。",
    en: "{count, plural, one {# without a day of filing counts} other {# without a day of filing count}} on the day of acceptance or registration.",
  },
  "measures.remark.zero_stated": {
    zh: "其中 {count, number} 件的金额填写为 0。",
    en: "{count, plural, one {# has} other {# have}} an amount of 0 on record.",
  },
  "measures.remark.band_by_recovered": {
    zh: "其中 {count, number} 件无争议金额，按挽回金额分档。",
    en: "{count, plural, one {# has} other {# have}} no amount in dispute and {count, plural, one {is} other {are}} placed by the amount recovered.",
  },
  "measures.remark.small_n": {
    zh: "基数不足 {count, number} 件，宜读作几件中的几件。",
    en: "Fewer than {count, number} tickets: read it as so many of so many.",
  },
  "measures.remark.no_records": {
    zh: "这段时间没有任何记录，可能缺少导出文件。",
    en: "There is no record of these days: an export may be missing.",
  },
  "measures.remark.previous_part": {
    zh: "上年同期的部分日期早于首条记录。",
    en: "Some of the days one year before lie before the first record.",
  },
  "measures.error.period": {
    zh: "无法识别期间“{value}”，应为 2026-10、2026-Q3、2026-H1、2026、2026-01-01..2026-09-30 或 ytd:2026-09-30 这样的写法。",
    en: "“{value}” is not a period. Right forms are 2026-10, 2026-Q3, 2026-H1, 2026, 2026-01-01..2026-09-30 and ytd:2026-09-30.",
  },
  "measures.error.ahead": {
    zh: "期间 {period} 在截止日期 {asOf} 之后才开始。",
    en: "The period {period} begins after the as-of date {asOf}.",
  },
  "measures.error.dimension": {
    zh: "没有维度“{value}”，可用的维度有：{known}。",
    en: "There is no dimension “{value}”. The dimensions are {known}.",
  },
  "measures.error.measure": {
    zh: "没有指标“{value}”，可用的指标有：{known}。",
    en: "There is no measure “{value}”. The measures are {known}.",
  },
  "measures.error.unit": {
    zh: "数据中没有处理部门“{value}”，已有的处理部门有：{known}。",
    en: "No ticket was handled by a unit “{value}”. The units are {known}.",
  },
  "measures.error.as_of": {
    zh: "截止日期“{value}”不是有效日期，应为 YYYY-MM-DD。",
    en: "The as-of date “{value}” is not a day of the form YYYY-MM-DD.",
  },
});
