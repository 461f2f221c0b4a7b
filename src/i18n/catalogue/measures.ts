import { defineMessages } from "../define.ts";

/**
 * Names (`measures.<id>`), meanings (`measures.note.<id>`) and remarks (`measures.remark.<code>`) of the measures, and what the
 * parts of a definition are called (`measures.basis.<basis>` and so on).
 */
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
  "measures.conclusion_rate": { zh: "办结率", en: "Conclusion rate" },
  "measures.note.conclusion_rate": {
    zh: "期内受理的投诉中已办结的比例；上年同期按上年同日已知的结果计算。",
    en: "The share of the complaints accepted in the period that have been concluded. The year before is taken as it was known one year before the as-of date.",
  },
  "measures.solved_rate": { zh: "投诉解决率", en: "Solved rate" },
  "measures.note.solved_rate": {
    zh: "期内受理的投诉中达成调解协议或者当事人自行和解的比例（中国消费者协会口径）；上年同期按上年同日已知的结果计算。",
    en: "The share of the complaints accepted in the period that ended in agreement or were settled by the parties, as the China Consumers Association counts. The year before is taken as it was known one year before the as-of date.",
  },
  "measures.first_check_on_time_rate": { zh: "按时初查率", en: "First check on time" },
  "measures.note.first_check_on_time_rate": {
    zh: "受理期限在期内届满的投诉中，在七个工作日内作出受理或者不予受理决定的比例；首日不计，期限前撤回、和解或者移送的不计，决定日期不明的不计。",
    en: "Of the complaints whose limit of seven working days ended in the period, the share that was accepted or refused within it. The first day is not counted; those withdrawn, settled or handed on before, and those decided on an unknown day, are left out.",
  },
  "measures.conclusion_on_time_rate": { zh: "按时办结率", en: "Concluded on time" },
  "measures.note.conclusion_on_time_rate": {
    zh: "期内办结的已受理投诉中，自受理之日起在法定调解期限内办结的比例；期限按受理当日有效的规定，首日不计；鉴定时间不计入期限，因鉴定起止不明，经鉴定而超期的不计；受理或者办结日期不明的不计。",
    en: "Of the accepted complaints concluded in the period, the share concluded within the limit for mediation that stood on the day of acceptance. The first day is not counted. An appraisal stops the clock, for how long is not recorded: late ones after an appraisal are left out, as are those without a day of acceptance or conclusion.",
  },
  "measures.open_overdue": { zh: "超期未办结", en: "Open beyond the limit" },
  "measures.note.open_overdue": {
    zh: "调解期限在期内届满、至数据截止日仍未办结的已受理投诉件数。",
    en: "Accepted complaints whose limit for mediation ended in the period and that were still open on the as-of date.",
  },
  "measures.appraisal_count": { zh: "经鉴定的投诉", en: "Complaints with an appraisal" },
  "measures.note.appraisal_count": {
    zh: "期内受理的投诉中作过鉴定、检测的件数。",
    en: "Complaints accepted in the period in which an appraisal or test was made.",
  },
  "measures.appraisal_rate": { zh: "鉴定率", en: "Appraisal rate" },
  "measures.note.appraisal_rate": {
    zh: "期内受理的投诉中作过鉴定、检测的比例。",
    en: "The share of the complaints accepted in the period in which an appraisal or test was made.",
  },
  "measures.added_damages_count": { zh: "加倍赔偿件数", en: "Complaints with added damages" },
  "measures.note.added_damages_count": {
    zh: "期内办结的投诉中获得加倍赔偿（惩罚性赔偿）的件数。",
    en: "Complaints concluded in the period in which added (punitive) damages were paid.",
  },
  "measures.added_damages_amount": { zh: "加倍赔偿金额", en: "Added damages" },
  "measures.note.added_damages_amount": {
    zh: "期内办结的投诉中加倍赔偿金额之和，不含退款和挽回经济损失。",
    en: "The sum of added (punitive) damages in the complaints concluded in the period; refunds and recovered losses are not in it.",
  },
  "measures.added_damages_floor_count": { zh: "按保底数额赔偿的件数", en: "Added damages at the floor" },
  "measures.note.added_damages_floor_count": {
    zh: "加倍赔偿为法定保底数额的件数（《消费者权益保护法》第五十五条五百元，《食品安全法》第一百四十八条一千元），即价款的倍数低于保底数额；价款未记录的，以赔偿金额恰为保底数额为准。",
    en: "Complaints in which added damages were the floor of the law (500 yuan by article 55 of the consumer protection law, 1,000 by article 148 of the food safety law), because the multiple of the price is smaller. Where no price is recorded, the sum itself shows it.",
  },
  "measures.reports_concluded": { zh: "办结举报", en: "Reports concluded" },
  "measures.note.reports_concluded": {
    zh: "按办结日期统计的举报件数。",
    en: "Reports by day of conclusion.",
  },
  "measures.report_check_on_time_rate": { zh: "举报按时核查率", en: "Reports checked on time" },
  "measures.note.report_check_on_time_rate": {
    zh: "核查期限在期内届满的举报中，在十五个工作日内完成核查的比例；经批准延长的期限未作记录，一律按十五个工作日计算；核查日期不明的不计。",
    en: "Of the reports whose limit of fifteen working days ended in the period, the share that was checked within it. Extensions with approval are not recorded and not counted; reports checked on an unknown day are left out.",
  },
  "measures.complaint_to_case_rate": { zh: "诉转案率", en: "Complaints that became cases" },
  "measures.note.complaint_to_case_rate": {
    zh: "期内受理的投诉中转为案件的比例；与举报立案率是两项不同的指标。",
    en: "The share of the complaints accepted in the period that became cases. It is not the filing rate of reports.",
  },
  "measures.amount_recovered_mean": { zh: "件均挽回金额", en: "Mean amount recovered" },
  "measures.note.amount_recovered_mean": {
    zh: "期内办结且有挽回金额的投诉的平均挽回金额，与中位数同一批投诉；少数大额投诉会显著抬高平均数，宜与中位数并看。",
    en: "The mean of the amounts recovered in the complaints concluded in the period that recovered any: the same complaints as those of the median. A few large amounts raise it; read it beside the median.",
  },
  "measures.amount_in_kind": { zh: "实物退换价值", en: "Value of replacement in kind" },
  "measures.note.amount_in_kind": {
    zh: "期内办结的投诉中更换商品等实物退换的价值，按记录的价值计算。是否计入挽回经济损失由设置决定（缺省不计入）。",
    en: "The recorded value of replacements in kind in the complaints concluded in the period. Whether it counts as recovered is a setting; by default it does not.",
  },
  "measures.fines": { zh: "罚款", en: "Fines" },
  "measures.note.fines": {
    zh: "期内作出处罚决定的罚款之和，按决定日期统计，不按举报日期。",
    en: "The sum of fines by day of the decision, not of the report.",
  },
  "measures.forfeited_income": { zh: "没收违法所得", en: "Forfeited income" },
  "measures.note.forfeited_income": {
    zh: "期内作出处罚决定的没收违法所得之和，按决定日期统计。",
    en: "The sum of illegal income forfeited, by day of the decision.",
  },
  "measures.confiscated_value": { zh: "没收物品价值", en: "Value of confiscated goods" },
  "measures.note.confiscated_value": {
    zh: "期内作出处罚决定的没收物品的价值之和，按决定日期统计。",
    en: "The value of the goods confiscated, by day of the decision.",
  },
  "measures.penalty_total": { zh: "罚没款合计", en: "Penalties in all" },
  "measures.note.penalty_total": {
    zh: "罚款、没收违法所得与没收物品价值之和；三项另行分列。",
    en: "Fines, forfeited income and the value of confiscated goods together; the three are also told apart.",
  },
  "measures.follow_up_rate": { zh: "回访率", en: "Follow-up rate" },
  "measures.note.follow_up_rate": {
    zh: "期内办结的投诉中已回访的比例。",
    en: "The share of the complaints concluded in the period whose complainant was called afterwards.",
  },
  "measures.satisfaction_rate": { zh: "满意率", en: "Satisfaction rate" },
  "measures.note.satisfaction_rate": {
    zh: "在已评价的投诉中，评价为满意（含非常满意、比较满意、基本满意）的比例；未评价的不视为满意，宜与评价率并看。",
    en: "Of the complaints that were rated, the share rated satisfied or better (fairly satisfied included). Unrated is not satisfied; read it beside the response rate.",
  },
  "measures.satisfaction_response_rate": { zh: "满意度评价率", en: "Response rate of satisfaction" },
  "measures.note.satisfaction_response_rate": {
    zh: "期内办结并已回访或者已征询评价的投诉中，作出评价的比例。",
    en: "Of the complaints concluded in the period whose complainant was asked, the share that gave a rating.",
  },
  "measures.days_to_conclude_median": { zh: "办理天数中位数", en: "Median days to conclude" },
  "measures.note.days_to_conclude_median": {
    zh: "自登记至办结的自然日天数的中位数；登记或者办结日期不明的、尚未办结的不计。",
    en: "The median number of days from registration to conclusion. Those still open, and those without either day, are left out.",
  },
  "measures.days_to_conclude_median.working_days": { zh: "办理工作日中位数", en: "Median working days to conclude" },
  "measures.note.days_to_conclude_median.working_days": {
    zh: "自登记至办结的工作日天数的中位数，首日不计；登记或者办结日期不明的、尚未办结的不计。",
    en: "The median number of working days from registration to conclusion, the first day not counted. Those still open, and those without either day, are left out.",
  },
  "measures.warnings_published": { zh: "发布消费警示", en: "Consumer warnings published" },
  "measures.note.warnings_published": {
    zh: "工作台账中期内登记的消费警示、消费提示条数。",
    en: "Consumer warnings entered in the ledger of work in the period.",
  },
  "measures.stations": { zh: "一会两站", en: "Association branches and stations" },
  "measures.note.stations": {
    zh: "工作台账中期内登记的一会两站个数。五进维权站点、快速通道等名单相互重叠，另列于工作台账，不相加。",
    en: "Branches of the consumers' association and complaint stations entered in the ledger in the period. Other networks overlap with them; they stand in the ledger and are not added.",
  },
  "measures.activity": { zh: "工作台账", en: "Ledger of work" },
  "measures.note.activity": {
    zh: "工作台账中期内登记的数量，按类型和计量单位分列，不同计量单位不折算、不相加。",
    en: "Quantities entered in the ledger in the period, by type and unit of measure. Different units are neither converted nor added.",
  },
  "measures.activity.by_item": { zh: "工作台账（分项目）", en: "Ledger of work by item" },
  "measures.note.activity.by_item": {
    zh: "工作台账中期内登记的数量，按类型、项目和计量单位分列。",
    en: "Quantities entered in the ledger in the period, by type, item and unit of measure.",
  },
  "measures.sample_pass_rate": { zh: "抽检合格率", en: "Pass rate of samples" },
  "measures.note.sample_pass_rate": {
    zh: "工作台账抽检类中合格数与抽检数之比；只登记抽检数的，合格率不明。",
    en: "Of what was sampled according to the ledger, the share that passed. Where only the number sampled is entered, the rate is unknown.",
  },
  "measures.remark.decided_undated": {
    zh: "其中{count, number}件无处罚决定日期，按立案或者登记日期计入。",
    en: "{count, plural, one {# without a day of decision counts} other {# without a day of decision count}} on the day of filing or registration.",
  },
  "measures.remark.rollover": {
    zh: "其中{count, number}件是否超期，取决于期限末日为休息日时是否顺延。",
    en: "Whether {count, number} were late depends on whether a limit that ends on a day off moves on.",
  },
  "measures.remark.top_share": {
    zh: "其中最大的一件占总额的{count, number}%。",
    en: "One ticket alone makes {count, number}% of the sum.",
  },
  "measures.remark.outlier": {
    zh: "有金额超过中位数的{count, number}倍，可能多录了位数，宜核对。",
    en: "Some amount is more than {count, number} times the median: it may be a slip of digits.",
  },
  "measures.remark.at_least": {
    zh: "其中{count, number}项为至少数（余、多）。",
    en: "{count, plural, one {# quantity is a lower bound} other {# quantities are lower bounds}}: read it as at least.",
  },
  "measures.remark.break": {
    zh: "{day}起统计口径有变化，与上年同期不完全可比。",
    en: "The series has a break on {day}: it is not fully comparable with the year before.",
  },
  "measures.remark.registered_undated": {
    zh: "其中{count, number}件无登记日期，按其最早的已知日期计入。",
    en: "{count, plural, one {# without a day of registration counts} other {# without a day of registration count}} on the first known day.",
  },
  "measures.remark.accepted_undated": {
    zh: "其中{count, number}件无受理日期，按登记日期计入。",
    en: "{count, plural, one {# without a day of acceptance counts} other {# without a day of acceptance count}} on the day of registration.",
  },
  "measures.remark.refused_undated": {
    zh: "其中{count, number}件无初查和办结日期，按登记日期计入。",
    en: "{count, plural, one {# without a day of refusal counts} other {# without a day of refusal count}} on the day of registration.",
  },
  "measures.remark.concluded_undated": {
    zh: "其中{count, number}件无办结日期，按受理日期或登记日期计入。",
    en: "{count, plural, one {# without a day of conclusion counts} other {# without a day of conclusion count}} on the day of acceptance or registration.",
  },
  "measures.remark.filed_undated": {
    zh: "其中{count, number}件无立案日期，按受理日期或登记日期计入。",
    en: "{count, plural, one {# without a day of filing counts} other {# without a day of filing count}} on the day of acceptance or registration.",
  },
  "measures.remark.check_due_undated": {
    zh: "其中{count, number}件没有登记日期，期限自已知的第一个日期起算。",
    en: "{count, number} without a day of registration are reckoned from the first day known.",
  },
  "measures.remark.conclusion_due_undated": {
    zh: "其中{count, number}件没有受理日期。",
    en: "{count, number} have no day of acceptance.",
  },
  "measures.remark.estimated_due": {
    zh: "其中{count, number}件的期限为估算，因当年放假安排尚未公布。",
    en: "The limit of {count, number} is an estimate, since the days off of that year are not yet announced.",
  },
  "measures.remark.limit_regulation_2024": {
    zh: "其中{count, number}件按《消费者权益保护法实施条例》六十日计算。",
    en: "For {count, number} the limit is the 60 days of the Regulation of 2024.",
  },
  "measures.remark.limit_samr_20": {
    zh: "其中{count, number}件按总局令第20号四十五个工作日计算。",
    en: "For {count, number} the limit is the 45 working days of SAMR Order No. 20.",
  },
  "measures.remark.zero_stated": {
    zh: "其中{count, number}件的金额填写为0。",
    en: "{count, plural, one {# has} other {# have}} an amount of 0 on record.",
  },
  "measures.remark.band_by_recovered": {
    zh: "其中{count, number}件无争议金额，按挽回金额分档。",
    en: "{count, plural, one {# has} other {# have}} no amount in dispute and {count, plural, one {is} other {are}} placed by the amount recovered.",
  },
  "measures.remark.small_n": {
    zh: "基数不足{count, number}件，宜读作几件中的几件。",
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
    zh: "无法识别期间“{value}”，应为2026-10、2026-Q3、2026-H1、2026、2026-01-01..2026-09-30 或 ytd:2026-09-30 这样的写法。",
    en: "“{value}” is not a period. Right forms are 2026-10, 2026-Q3, 2026-H1, 2026, 2026-01-01..2026-09-30 and ytd:2026-09-30.",
  },
  "measures.error.ahead": {
    zh: "期间{period}在截止日期{asOf}之后才开始。",
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
  "measures.basis.registered": { zh: "登记日期", en: "day of registration" },
  "measures.basis.accepted": { zh: "受理日期", en: "day of acceptance" },
  "measures.basis.refused": { zh: "不予受理日期", en: "day of refusal" },
  "measures.basis.concluded": { zh: "办结日期", en: "day of conclusion" },
  "measures.basis.filed": { zh: "立案日期", en: "day of filing" },
  "measures.basis.check_due": { zh: "初查或者核查期限届满日", en: "last day of the limit of the first check" },
  "measures.basis.conclusion_due": { zh: "调解期限届满日", en: "last day of the limit of mediation" },
  "measures.basis.decided": { zh: "处罚决定日期", en: "day of the decision of penalty" },
  "measures.basis.happened": { zh: "台账记载日期", en: "day entered in the ledger" },
  "measures.unit.item": { zh: "件（个、条）", en: "number" },
  "measures.unit.money": { zh: "金额（{currency}）", en: "money ({currency})" },
  "measures.unit.ratio": { zh: "比率", en: "share" },
  "measures.unit.day": { zh: "天", en: "days" },
  "measures.unit.quantity": { zh: "台账的计量单位", en: "quantity in the ledger's unit" },
  "measures.source.ticket": { zh: "投诉举报工单", en: "tickets" },
  "measures.source.penalty": { zh: "处罚决定", en: "decisions of penalty" },
  "measures.source.activity": { zh: "工作台账", en: "ledger of work" },
  "measures.interval.wilson": { zh: "威尔逊（Wilson）区间", en: "Wilson" },
  "measures.interval.poisson": { zh: "泊松精确区间", en: "exact Poisson" },
  "measures.interval.order": { zh: "顺序统计量", en: "order statistics" },
  "measures.interval.none": { zh: "没有", en: "none" },
});
