import { defineMessages } from "../define.ts";

/**
 * What one row of each table of a release is (`marts.<mart>`), and what its columns hold: `columns.<mart>.<column>` where a column
 * means something of its own there, else `columns.<column>`.
 */
export const columns = defineMessages({
  "marts.dimension": { zh: "维度的一个值及其名称", en: "one value of one dimension, with its names" },
  "marts.measure": { zh: "一个指标在一个期间、一个分组的值", en: "the value of one measure in one period and group" },
  "marts.definition": { zh: "一个指标的定义", en: "the definition of one measure" },
  "marts.assessment": {
    zh: "一个处理部门在一个期间的一项比率与全局的比较",
    en: "one unit's share in one period, compared with the whole bureau's",
  },
  "marts.cube": { zh: "一个登记月份与各维度的一个组合", en: "one combination of month of registration and dimensions" },
  "marts.count": { zh: "一张公开表的一个单元格", en: "one cell of one published table" },
  "marts.series": {
    zh: "一个监测单元在一个期间的投诉件数、投诉人数、预期人数与范围",
    en: "one period of one cell: complaints, complainants, those expected, and their range",
  },
  "marts.hotspot": { zh: "一个上升单元在一个期间的检出", en: "one rising cell in one period" },
  "marts.contributor": {
    zh: "一项检出中推高上升的一个组成部分",
    en: "one part that carries the rise of a signal",
  },
  "marts.disproportion": {
    zh: "近一年中一个经营者的一类问题与预期的比较",
    en: "one business and one problem of the last year, compared with what was to be expected",
  },
  "marts.scan": {
    zh: "一个类别在地区与时间上最突出的聚集",
    en: "where and since when the complaints of one category gather most",
  },
  "marts.delay": {
    zh: "一个来源在登记后若干天时已到达的比例",
    en: "how complete one source's complaints are so many days after registration",
  },
  "marts.break": { zh: "一次统计口径或者系统的变化", en: "one break of the series" },
  "marts.bench": { zh: "监测方法的一项检验结果", en: "one measured figure of the rules that look for rises" },
  "marts.evidence": { zh: "一项检出的完整记录", en: "the whole record of one signal" },
  "marts.time_limit": { zh: "一项规定对一个环节的期限", en: "the limit that one rule sets for one step" },
  "marts.holiday_year": { zh: "已有放假通知的一个年份", en: "one year whose days off are known" },
  "marts.accounting_file": { zh: "一个来源文件及其各行的去向", en: "one source file with the fates of its rows" },
  "marts.accounting_month": { zh: "一个月份、一种去向的行数", en: "the rows of one month and fate" },
  "marts.accounting_reject": { zh: "一种拒收原因的行数", en: "the rows rejected for one reason" },
  "marts.accounting_gap": { zh: "一种数据缺口的工单数", en: "the tickets with one kind of gap" },
  "columns.grain": {
    zh: "期间的长短：week 周、month 月、quarter 季、half 半年、year 年；ytd 为年初至截止日",
    en: "Length of the period: week, month, quarter, half or year; ytd is from 1 January to the as-of date",
  },
  "columns.period": {
    zh: "期间的写法，如 2026-05、2026-Q2、2026-H1、2026",
    en: "The period as written: 2026-05, 2026-Q2, 2026-H1, 2026",
  },
  "columns.from": { zh: "期间的第一天", en: "First day of the period" },
  "columns.to": {
    zh: "期间的最后一天；超过数据截止日的，截至截止日",
    en: "Last day of the period, cut at the as-of date",
  },
  "columns.complete": {
    zh: "期间是否已经结束；未结束的期间截至截止日",
    en: "Whether the period has ended; one that has not is cut at the as-of date",
  },
  "columns.measure": {
    zh: "指标编号，定义见指标口径",
    en: "Id of the measure; the mart definition says what it means",
  },
  "columns.unit": {
    zh: "处理部门编号，名称见 dimension；空文本为不详",
    en: "Key of the unit, its names in the mart dimension; an empty text for unknown",
  },
  "columns.category": {
    zh: "客体类别编号，名称见 dimension",
    en: "Key of the category of goods or service, its names in the mart dimension",
  },
  "columns.region": { zh: "地区编号，名称见 dimension", en: "Key of the region, its names in the mart dimension" },
  "columns.zh": { zh: "中文名称", en: "Name in Chinese" },
  "columns.en": { zh: "英文名称", en: "Name in English" },
  "columns.withheld": {
    zh: "按公开规则不予公布；此时数值为空",
    en: "Withheld by the rules of disclosure; its figures are null",
  },
  "columns.cell": {
    zh: "监测单元，如 category:G0101|problem:P01|region:，冒号后为空表示全部",
    en: "The cell that is watched, such as category:G0101|problem:P01|region: where an empty part means all",
  },
  "columns.level": { zh: "检出等级；未检出为空", en: "Level of the signal; null where there is none" },
  "columns.observed": { zh: "投诉件数", en: "Complaints" },
  "columns.complainants": {
    zh: "期内不同投诉人数；身份不明的每件算一人",
    en: "Different complainants of the period; one who is not known counts as a person of their own",
  },
  "columns.expected": { zh: "预期人数，不与件数相比", en: "Complainants expected; never to be set against complaints" },
  "columns.low": {
    zh: "预期人数的 95% 预测区间下限，含本数",
    en: "Lower end of the 95% prediction interval of complainants, included",
  },
  "columns.high": {
    zh: "预期人数的 95% 预测区间上限，含本数",
    en: "Upper end of the 95% prediction interval of complainants, included",
  },
  "columns.detector": {
    zh: "检验所用的规则及版本；未检验为空",
    en: "Rule and version that tested the period; null where it was not tested",
  },
  "columns.rows": { zh: "行数", en: "Rows" },
  "columns.tickets": { zh: "工单件数", en: "Tickets" },
  "columns.dimension.dim": {
    zh: "维度：unit 处理部门、category 客体类别、problem 问题性质、region 地区、channel 渠道、kind 种类、outcome 结果",
    en: "The dimension: unit, category, problem, region, channel, kind or outcome",
  },
  "columns.dimension.key": { zh: "该维度的一个值的编号", en: "Key of one value of the dimension" },
  "columns.dimension.parent": {
    zh: "上级编号，同一维度；没有上级为空",
    en: "Key of the value above it in the same dimension; null where there is none",
  },
  "columns.dimension.level": { zh: "层级，1 或者 2", en: "Level, 1 or 2" },
  "columns.dimension.position": { zh: "显示次序", en: "Order in which it is shown" },
  "columns.measure.dim": {
    zh: "分组的维度；空值为全局。band 为金额分档，activity、item 为工作台账的类型和项目",
    en: "The dimension of the group; null for the whole. band: by amount; activity and item: kinds and items of the ledger",
  },
  "columns.measure.group_key": {
    zh: "该维度的值；空文本为不详。台账的类型、项目、计量单位之间以 U+001F 分隔。按问题性质分组的不可相加，一件可有多项",
    en: "Value of the dimension; an empty text for unknown. Type, item and unit of the ledger are separated by U+001F. Problems do not add up: a ticket may have several",
  },
  "columns.measure.value": {
    zh: "指标值：件、元、天，或者 0 至 1 的比率",
    en: "The figure: tickets, money of the bureau's currency, days, or a ratio of 0 to 1",
  },
  "columns.measure.numerator": { zh: "比率、平均数的分子", en: "Top of a ratio or a mean" },
  "columns.measure.denominator": { zh: "比率、平均数的分母", en: "Bottom of a ratio or a mean" },
  "columns.measure.n": { zh: "所依据的件数", en: "Tickets that the figure rests on" },
  "columns.measure.low": {
    zh: "比率、件数或者中位数的 95% 区间下限",
    en: "Lower end of the 95% interval of a share, a count or a median",
  },
  "columns.measure.high": {
    zh: "比率、件数或者中位数的 95% 区间上限",
    en: "Upper end of the 95% interval of a share, a count or a median",
  },
  "columns.measure.previous": {
    zh: "上年同期（相同日历日）的值；记录未覆盖的为空",
    en: "The figure of the same calendar days one year before; null where records do not reach back",
  },
  "columns.measure.change": {
    zh: "同比：增减比例，或者比率之差（百分点）；口径中断的为空",
    en: "Change on the year before: a ratio, or points between shares; null across a break of the series",
  },
  "columns.measure.change_unit": {
    zh: "同比的单位：ratio 为比例，points 为百分点（1 即 100 个百分点）",
    en: "Unit of the changes: ratio, or points between shares (1 is 100 points)",
  },
  "columns.measure.p": {
    zh: "同等或者更大的变化仅因偶然出现的概率",
    en: "How probable a change as large is by chance",
  },
  "columns.measure.preceding": {
    zh: "环比所用的前一期间的值；期间未结束的，为前一期间最初的相同天数；公开部分为空",
    en: "The figure of the period directly before, or of as many of its first days; null in the public half",
  },
  "columns.measure.preceding_change": {
    zh: "环比，单位同同比",
    en: "Change on the days directly before, in the unit of change",
  },
  "columns.measure.note": {
    zh: "附注，为编号、半角冒号和数，以空格分隔",
    en: "Remarks as code:number, separated by spaces",
  },
  "columns.definition.measure": { zh: "指标编号", en: "Id of the measure" },
  "columns.definition.position": { zh: "排列次序", en: "Order in which measures are told" },
  "columns.definition.note_zh": { zh: "含义，中文", en: "What it means, in Chinese" },
  "columns.definition.note_en": { zh: "含义，英文", en: "What it means, in English" },
  "columns.definition.unit": {
    zh: "单位：item 件、money 金额、ratio 比率、day 天、quantity 台账数量",
    en: "What its values are: item, money, ratio, day, or quantity of the ledger",
  },
  "columns.definition.measure_unit": {
    zh: "数量的计量单位；各条不同的为空",
    en: "Unit of a quantity; null where each entry has its own",
  },
  "columns.definition.source": {
    zh: "统计的记录：ticket 工单、penalty 处罚决定、activity 工作台账",
    en: "Records that are counted: tickets, decisions of penalty, or entries of the ledger",
  },
  "columns.definition.basis": {
    zh: "归属期间的日期：如 registered 登记、accepted 受理、concluded 办结",
    en: "The day by which a record belongs to a period: registered, accepted, concluded and so on",
  },
  "columns.definition.population": { zh: "统计范围，SQL 条件", en: "Records that it is about, as an SQL condition" },
  "columns.definition.numerator": { zh: "分子或者数值，SQL", en: "The figure or its top, in SQL" },
  "columns.definition.denominator": {
    zh: "分母，SQL；不是比率的为空",
    en: "Its bottom, in SQL; null where it is no ratio",
  },
  "columns.definition.interval": {
    zh: "区间的算法：wilson、poisson、order；没有区间为空",
    en: "How its interval is reckoned: wilson, poisson or order; null where it has none",
  },
  "columns.definition.smallest_n": {
    zh: "基数低于此数的比率读作几件中的几件",
    en: "Below this n a ratio is read as so many of so many",
  },
  "columns.definition.rule_set": { zh: "统计规则的版本", en: "Version of the rules of counting" },
  "columns.definition.better": {
    zh: "考核时较好的方向；不考核为空",
    en: "Which share is the better one in the assessment; null where it is not assessed",
  },
  "columns.definition.matures": {
    zh: "期间结束后，随办理进展仍会变化",
    en: "Whether the figure of an ended period goes on changing as more becomes known of its tickets",
  },
  "columns.assessment.numerator": { zh: "分子件数", en: "Tickets at the top of the share" },
  "columns.assessment.denominator": { zh: "分母件数", en: "Tickets at its bottom" },
  "columns.assessment.value": { zh: "该部门的比率，0 至 1", en: "The unit's share, 0 to 1" },
  "columns.assessment.pooled": { zh: "全局合并比率，0 至 1", en: "Pooled share of the whole bureau, 0 to 1" },
  "columns.assessment.low": {
    zh: "偶然范围（95%）的下限比率，含本数",
    en: "Lowest share that chance gives at 95%, included",
  },
  "columns.assessment.high": {
    zh: "偶然范围（95%）的上限比率，含本数",
    en: "Highest share that chance gives at 95%, included",
  },
  "columns.assessment.far_low": {
    zh: "偶然范围（99.8%）的下限比率，含本数",
    en: "Lowest share that chance gives at 99.8%, included",
  },
  "columns.assessment.far_high": {
    zh: "偶然范围（99.8%）的上限比率，含本数",
    en: "Highest share that chance gives at 99.8%, included",
  },
  "columns.assessment.position": {
    zh: "位置：far_below 远低于、below 低于、within 范围内、above 高于、far_above 远高于",
    en: "Where it lies: far_below, below, within, above or far_above",
  },
  "columns.assessment.expected_outside": {
    zh: "仅因偶然会落在 95% 范围之外的部门数",
    en: "Units that chance alone would put outside the 95% limits",
  },
  "columns.assessment.dispersion": {
    zh: "离散系数 φ：各部门的差异是偶然差异的几倍",
    en: "Dispersion φ: how many times the units differ more than chance makes them",
  },
  "columns.assessment.colour": {
    zh: "本局设定的红、黄、蓝：red、yellow、blue；未设定或者基数过小为空",
    en: "Colour by the bureau's own bounds: red, yellow or blue; null where it has none, or for too few cases",
  },
  "columns.assessment.red_below": { zh: "红色的上界，不含本数", en: "Below this share it is red" },
  "columns.assessment.blue_from": { zh: "蓝色的下界，含本数", en: "From this share on it is blue" },
  "columns.cube.month": { zh: "登记月份的第一天", en: "First day of the month of registration" },
  "columns.cube.kind": {
    zh: "种类：complaint 投诉、report 举报等；空文本为不详",
    en: "Kind: complaint, report and so on; an empty text for unknown",
  },
  "columns.cube.channel": { zh: "渠道编号；空文本为不详", en: "Key of the channel; an empty text for unknown" },
  "columns.cube.problem": {
    zh: "第一项问题性质；空文本为不详",
    en: "Key of the ticket's first problem; an empty text for unknown",
  },
  "columns.cube.outcome": { zh: "办理结果；空文本为不详", en: "Outcome; an empty text for unknown" },
  "columns.cube.accepted": { zh: "已受理件数", en: "Tickets accepted" },
  "columns.cube.concluded": { zh: "已办结件数", en: "Tickets concluded" },
  "columns.cube.agreements": { zh: "达成调解协议件数", en: "Tickets that ended in a mediated agreement" },
  "columns.cube.mediations_ended": { zh: "调解终结件数", en: "Tickets whose mediation ended" },
  "columns.cube.disputed": { zh: "投诉的争议金额之和", en: "Sum in dispute, complaints only" },
  "columns.cube.recovered": { zh: "投诉的挽回金额之和", en: "Sum recovered, complaints only" },
  "columns.count.grid": {
    zh: "公开表：如 month 按月、category_month 按类别和月、region_quarter 按地区和季",
    en: "The published table: month, category_month, region_quarter and so on",
  },
  "columns.count.category": {
    zh: "一级类别编号；空文本为全部，? 为不详",
    en: "Key of the category of level 1; an empty text for all, ? for unknown",
  },
  "columns.count.problem": {
    zh: "问题性质编号；空文本为全部，? 为不详",
    en: "Key of the kind of problem; an empty text for all, ? for unknown",
  },
  "columns.count.region": {
    zh: "地区编号；空文本为全部，? 为不详",
    en: "Key of the region; an empty text for all, ? for unknown",
  },
  "columns.count.tickets": {
    zh: "按登记日期统计的投诉件数；不予公布的为空",
    en: "Complaints by day of registration; null where withheld",
  },
  "columns.hotspot.id": { zh: "检出的编号", en: "Id of the signal" },
  "columns.hotspot.rank": {
    zh: "最近一个完整期间的名次；其他期间为空",
    en: "Rank in the last complete period; null in others",
  },
  "columns.hotspot.category": {
    zh: "客体类别编号；空值为全部，? 为不详",
    en: "Key of the category; null for all, ? for unknown",
  },
  "columns.hotspot.problem": {
    zh: "问题性质编号；空值为全部，? 为不详",
    en: "Key of the kind of problem; null for all, ? for unknown",
  },
  "columns.hotspot.region": {
    zh: "地区编号；空值为全部，? 为不详",
    en: "Key of the region; null for all, ? for unknown",
  },
  "columns.hotspot.business": { zh: "经营者名称；空值为全部", en: "Name of the business; null for all" },
  "columns.hotspot.brand": { zh: "品牌；空值为全部", en: "The brand; null for all" },
  "columns.hotspot.ratio": { zh: "投诉人数与预期人数之比", en: "Complainants divided by those expected" },
  "columns.hotspot.ratio_at_least": {
    zh: "该比值收缩后的下限：至少为预期的几倍",
    en: "Its shrunk lower bound: at least so many times as expected",
  },
  "columns.hotspot.p": {
    zh: "预期之下出现同样多或者更多人数的概率",
    en: "How probable as many complainants or more are where nothing rises",
  },
  "columns.hotspot.q": {
    zh: "多重检验校正后的错误检出率（Benjamini–Hochberg）",
    en: "False discovery rate after correction for many tests (Benjamini and Hochberg)",
  },
  "columns.hotspot.reason": { zh: "检出理由的文字编号", en: "Key of the text that gives the reason" },
  "columns.hotspot.years": {
    zh: "方法所比较的往年年数；0 为只与近期比较",
    en: "Past years that the rule looked at; 0 where it looked at the recent past only",
  },
  "columns.hotspot.phi": {
    zh: "预期分布的方差与均值之比",
    en: "Variance over mean of what was expected",
  },
  "columns.hotspot.tests": { zh: "该期间共检验的单元数", en: "Cells that were tested in the period" },
  "columns.hotspot.one_in": {
    zh: "在检验数据的平静期间中，同样罕见的情形出现的频率不到几分之一；未能测得的为空",
    en: "So unlikely a count came up in fewer than one in so many quiet periods of the bench; null where not measured",
  },
  "columns.hotspot.quiet_periods": {
    zh: "检验数据中平静期间的个数",
    en: "Quiet periods of the bench behind that figure",
  },
  "columns.hotspot.completeness": {
    zh: "该期间的投诉已到达的比例，0 至 1",
    en: "The part of the period's complaints that is in, 0 to 1",
  },
  "columns.hotspot.breaks": {
    zh: "触及该单元的口径变化的起始日",
    en: "First days of the breaks of the series that touch the cell",
  },
  "columns.contributor.id": { zh: "检出的编号", en: "Id of the signal" },
  "columns.contributor.dim": {
    zh: "维度：category 类别、problem 问题、region 地区、channel 渠道、business 经营者",
    en: "Dimension: category, problem, region, channel or business",
  },
  "columns.contributor.key": {
    zh: "组成部分的编号或名称；? 为不详",
    en: "Key or name of the part; ? for unknown",
  },
  "columns.contributor.observed": { zh: "该期间的投诉人数", en: "Complainants in the period" },
  "columns.contributor.usual": {
    zh: "此前一年每个期间的平均投诉人数",
    en: "Mean number of complainants in a period of the year before",
  },
  "columns.contributor.part": {
    zh: "占上升人数的比例；各部分可以重叠，合计可以超过 1",
    en: "Its share of the rise; parts may overlap, so that they may add up to more than 1",
  },
  "columns.disproportion.rank": { zh: "名次", en: "Rank" },
  "columns.disproportion.business": { zh: "经营者名称", en: "Name of the business" },
  "columns.disproportion.problem": {
    zh: "问题性质编号，名称见 dimension",
    en: "Key of the kind of problem, its names in the mart dimension",
  },
  "columns.disproportion.observed": {
    zh: "投诉该经营者这类问题的人数",
    en: "People who complained of this problem with this business",
  },
  "columns.disproportion.all_of_business": {
    zh: "投诉该经营者的人数",
    en: "People who complained of this business",
  },
  "columns.disproportion.expected": {
    zh: "经营者与问题互不相关时的预期人数",
    en: "People expected if business and problem had nothing to do with each other",
  },
  "columns.disproportion.ic": {
    zh: "信息分量：实际与预期之比的对数（以 2 为底，收缩）",
    en: "Information component: shrunk binary logarithm of observed over expected",
  },
  "columns.disproportion.ic_low": { zh: "信息分量的 95% 下限", en: "Lower 95% limit of the information component" },
  "columns.disproportion.ebgm": {
    zh: "经验贝叶斯几何均值；数据过少时为空",
    en: "Empirical Bayes geometric mean of the ratio; null for too few pairs",
  },
  "columns.disproportion.eb05": { zh: "该比值的 5% 下限", en: "Its lower 5% limit" },
  "columns.disproportion.stands_out": {
    zh: "是否突出：信息分量下限大于 0，或者经验贝叶斯下限不小于 2",
    en: "Whether it stands out: the lower limit of the information component is above 0, or EB05 is at least 2",
  },
  "columns.disproportion.rate_ratio": {
    zh: "按经营规模计的投诉率与其他经营者之比；规模不详的为空",
    en: "Complaints for its size, over those of the other businesses; null where its size is not known",
  },
  "columns.disproportion.rate_ratio_low": { zh: "该比值的 95% 下限", en: "Its lower 95% limit" },
  "columns.scan.rank": { zh: "名次", en: "Rank" },
  "columns.scan.category": { zh: "客体类别编号；空值为全部", en: "Key of the category; null for all" },
  "columns.scan.regions": { zh: "聚集的地区编号", en: "Keys of the regions" },
  "columns.scan.from": { zh: "聚集的第一天", en: "First day of it" },
  "columns.scan.to": { zh: "聚集的最后一天", en: "Last day of it" },
  "columns.scan.observed": { zh: "投诉人次（每周每人计一次）", en: "Complainants, each counted once a week" },
  "columns.scan.expected": {
    zh: "地区与时间互不相关时的预期人次",
    en: "Those expected if region and week had nothing to do with each other",
  },
  "columns.scan.llr": { zh: "对数似然比", en: "Log-likelihood ratio" },
  "columns.scan.p": {
    zh: "随机排列中出现同样突出的聚集的比例",
    en: "The part of random orders in which complaints gather as much",
  },
  "columns.scan.q": { zh: "多重检验校正后的错误检出率", en: "False discovery rate after correction for many scans" },
  "columns.scan.draws": { zh: "随机排列的次数", en: "Random orders that were drawn" },
  "columns.delay.source": { zh: "来源（导出系统）", en: "The source: the system that exports" },
  "columns.delay.age": { zh: "登记后的天数", en: "Days since registration" },
  "columns.delay.completeness": {
    zh: "已到达的比例，0 至 1；无法得知的为空",
    en: "The part that is in, 0 to 1; null where it is not known",
  },
  "columns.delay.exports": {
    zh: "据以推算的导出次数（近 90 天、文件名带日期）",
    en: "Exports that tell: of the last 90 days, with a day in their name",
  },
  "columns.delay.known": {
    zh: "是否可以推算；否则最近 7 天不作检验",
    en: "Whether it is known; else the last 7 days are not tested",
  },
  "columns.break.from": { zh: "变化后的第一天", en: "The first day that is not as before" },
  "columns.break.to": { zh: "变化的最后一天；持续的为空", en: "The last day of it; null where it lasts" },
  "columns.break.what": {
    zh: "变化的种类：form 表单、category 分类、system 系统、law 法规、coverage 覆盖范围",
    en: "What changed: form, category, system, law or coverage",
  },
  "columns.break.effect": {
    zh: "监测如何处理：break 前后不比较、exclude 其间不检验、flag 检验并注明、note 只标示",
    en: "What looking for rises makes of it: break, exclude, flag or note",
  },
  "columns.break.fields": { zh: "触及的字段；空为全部", en: "The fields that it touches; empty for all" },
  "columns.break.zh": { zh: "说明（中文）", en: "What changed, in Chinese" },
  "columns.break.en": { zh: "说明（英文）", en: "What changed, in English" },
  "columns.bench.position": { zh: "次序", en: "Place in the list" },
  "columns.bench.figure": { zh: "结果的编号", en: "Id of the figure" },
  "columns.bench.value": { zh: "数值", en: "Its value" },
  "columns.bench.unit": { zh: "单位", en: "Its unit" },
  "columns.bench.aim": { zh: "目标范围；没有的为空", en: "What it should be; null where nothing is aimed at" },
  "columns.bench.must": { zh: "必须达到的范围；没有的为空", en: "What it has to be; null where there is no bound" },
  "columns.bench.ok": { zh: "是否在必须达到的范围内", en: "Whether it is what it has to be" },
  "columns.bench.made": { zh: "检验的日期", en: "The day on which it was measured" },
  "columns.bench.seed": { zh: "随机数种子", en: "Seed of the random numbers" },
  "columns.evidence.id": { zh: "检出的编号", en: "Id of the signal" },
  "columns.evidence.sha256": { zh: "记录的 SHA-256 摘要", en: "SHA-256 digest of the record" },
  "columns.evidence.json": { zh: "记录全文（JSON）", en: "The record as JSON" },
  "columns.time_limit.step": {
    zh: "环节：acceptance 受理、mediation 调解、report_check 举报核查",
    en: "The step: acceptance, mediation or report_check",
  },
  "columns.time_limit.rule": { zh: "规定编号", en: "Id of the rule" },
  "columns.time_limit.zh": { zh: "规定的中文名称", en: "The rule's name in Chinese" },
  "columns.time_limit.en": { zh: "规定的英文名称", en: "The rule's name in English" },
  "columns.time_limit.from": { zh: "生效日期", en: "First day in force" },
  "columns.time_limit.to": { zh: "失效前的最后一日；现行有效为空", en: "Last day in force; null where it still is" },
  "columns.time_limit.limit_days": { zh: "期限天数", en: "Length of the limit" },
  "columns.time_limit.day_kind": { zh: "working 工作日，natural 日", en: "working or natural days" },
  "columns.time_limit.extension": {
    zh: "经批准可延长的天数；不得延长为空",
    en: "Days by which it may be extended with approval; null where it may not",
  },
  "columns.time_limit.stops_for": {
    zh: "不计入期限的时间：appraisal 鉴定",
    en: "What the clock stands still for: appraisal",
  },
  "columns.time_limit.article": { zh: "条文", en: "Article" },
  "columns.time_limit.counts_from": {
    zh: "按本局设置，自此日起适用此规定；不适用为空",
    en: "First day on which this rule decides, as the bureau chose; null where another one does",
  },
  "columns.time_limit.counts_to": {
    zh: "按本局设置，至此日止适用；仍适用为空",
    en: "Last day on which it decides; null where it still does, or never does",
  },
  "columns.time_limit.moves_after": {
    zh: "末日顺延：holiday 遇法定节假日，day_off 遇任何休息日；工作日期限为空",
    en: "Where a last day moves on: after a holiday, or after any day off; null for working days",
  },
  "columns.holiday_year.year": { zh: "年份", en: "The year" },
  "columns.holiday_year.notice": { zh: "放假通知", en: "The notice of the days off" },
  "columns.holiday_year.days_off": { zh: "放假天数", en: "Days off by the notice" },
  "columns.holiday_year.days_worked": { zh: "调休上班天数", en: "Days at weekends that are worked for them" },
  "columns.accounting_file.name": { zh: "文件名", en: "Name of the file" },
  "columns.accounting_file.sha256": { zh: "文件内容的 SHA-256", en: "SHA-256 of its bytes" },
  "columns.accounting_file.format": { zh: "文件格式", en: "Format of the file" },
  "columns.accounting_file.encoding": { zh: "文字编码", en: "Encoding of its text" },
  "columns.accounting_file.profile": { zh: "所用的导入方案", en: "Profile by which it was read" },
  "columns.accounting_file.layout": { zh: "导入方案中的表式", en: "Layout of the profile" },
  "columns.accounting_file.rows": {
    zh: "文件的行数，等于以下四项之和",
    en: "Rows of the file: the sum of the four fates that follow",
  },
  "columns.accounting_file.accepted": { zh: "采用的行数", en: "Rows accepted" },
  "columns.accounting_file.unchanged": { zh: "与已有记录相同的行数", en: "Rows that say what was known already" },
  "columns.accounting_file.duplicate": { zh: "重复的行数", en: "Rows that are duplicates" },
  "columns.accounting_file.rejected": { zh: "拒收的行数", en: "Rows rejected" },
  "columns.accounting_month.month": {
    zh: "登记月份的第一天；日期不明为空",
    en: "First day of the month of registration; null where it is unknown",
  },
  "columns.accounting_month.fate": {
    zh: "去向：accepted 采用、unchanged 无变化、duplicate 重复、rejected 拒收",
    en: "The fate: accepted, unchanged, duplicate or rejected",
  },
  "columns.accounting_reject.code": { zh: "拒收原因编号", en: "Code of the reason" },
  "columns.accounting_reject.column_name": {
    zh: "有问题的列；与单列无关为空",
    en: "Column at fault; null where it is not one",
  },
  "columns.accounting_gap.gap": {
    zh: "缺口：如 unmapped_category 类别未对应、no_amount_recovered 无挽回金额",
    en: "The gap: unmapped_category, no_amount_recovered and so on",
  },
  "columns.accounting_gap.of": { zh: "应有的工单件数", en: "Tickets that could have it" },
});
