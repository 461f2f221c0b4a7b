import { defineMessages } from "../define.ts";

/** Units against the pooled share of the whole bureau: words of pages and commands. */
export const assessment = defineMessages({
  "assessment.position.far_below": { zh: "明显低于", en: "far below" },
  "assessment.position.below": { zh: "低于", en: "below" },
  "assessment.position.within": { zh: "范围内", en: "within" },
  "assessment.position.above": { zh: "高于", en: "above" },
  "assessment.position.far_above": { zh: "明显高于", en: "far above" },
  "assessment.colour.red": { zh: "红", en: "red" },
  "assessment.colour.yellow": { zh: "黄", en: "yellow" },
  "assessment.colour.blue": { zh: "蓝", en: "blue" },
  "assessment.measure": {
    zh: "{name}：全局{value}（{numerator}/{denominator}）。{units, number}个处理部门中有{outside, number}个超出95%控制限，仅凭偶然约有{expected}个。",
    en: "{name}: {value} for the whole bureau ({numerator} of {denominator}). Of {units, number} units, {outside, number} {outside, plural, one {lies} other {lie}} outside the 95% limits; chance alone would put about {expected} there.",
  },
  "assessment.dispersion": {
    zh: "部门之间的差异为偶然差异的{value}倍（φ，1表示与偶然相当）。",
    en: "The units differ {value} times as much as chance makes them differ (φ; 1 is as by chance).",
  },
  "assessment.unit": {
    zh: "{unit}：{value}（{numerator}/{denominator}，偶然范围{least}–{most}）{position}",
    en: "{unit}: {value} ({numerator} of {denominator}; {least} to {most} by chance), {position}",
  },
  "assessment.none": {
    zh: "该期间没有两个及以上有办件的处理部门，无法比较。",
    en: "No two units have cases in this period: there is nothing to compare.",
  },
  "assessment.title": {
    zh: "部门考核",
    en: "Assessment of units",
  },
  "assessment.description": {
    zh: "{period}各处理部门的比率与全局比较，剔除偶然因素。",
    en: "The units' shares in {period} against the whole bureau's, with what chance explains.",
  },
  "assessment.intro": {
    zh: "办件少的部门，比率受偶然影响大。这里把每个部门与全局的合计比率（各部门合并计算，不取平均）比较：只有超出偶然所能解释的范围，才标为高于或低于。",
    en: "The fewer cases a unit has, the more chance moves its share. Here each unit stands against the share of the whole bureau (all units pooled, never averaged) and is called above or below only where chance does not explain the difference.",
  },
  "assessment.periods": {
    zh: "其他期间",
    en: "Other periods",
  },
  "assessment.grain.month": {
    zh: "月",
    en: "Months",
  },
  "assessment.grain.quarter": {
    zh: "季度",
    en: "Quarters",
  },
  "assessment.grain.half": {
    zh: "半年",
    en: "Half-years",
  },
  "assessment.grain.year": {
    zh: "年",
    en: "Years",
  },
  "assessment.grain.ytd": {
    zh: "年初至今",
    en: "This year",
  },
  "assessment.all": {
    zh: "{period}各部门一览",
    en: "All units, {period}",
  },
  "assessment.legend": {
    zh: "▽、△：超出95%控制限，即偶然的可能性约为二十分之一；▼、▲：超出99.8%控制限，约为五百分之一。没有标记的，在偶然范围内。办件少于最低件数的，只列件数。",
    en: "▽ and △: outside the 95% limits, which chance does about once in twenty; ▼ and ▲: outside the 99.8% limits, about once in five hundred. No sign: within the range of chance. Where cases are too few for a share, the counts stand in its place.",
  },
  "assessment.many": {
    zh: "这里共有{count, number}个数值，其中{outside, number}个超出95%控制限；仅凭偶然约有{expected}个。",
    en: "Of the {count, number} shares here, {outside, number} {outside, plural, one {is} other {are}} outside the 95% limits; chance alone would put about {expected} there.",
  },
  "assessment.whole": {
    zh: "全局",
    en: "Whole bureau",
  },
  "assessment.named": {
    zh: "{position}：{units}。",
    en: "{position}: {units}.",
  },
  "assessment.value": {
    zh: "比率",
    en: "Share",
  },
  "assessment.of": {
    zh: "件数",
    en: "Cases",
  },
  "assessment.byChance": {
    zh: "偶然范围（95%）",
    en: "By chance (95%)",
  },
  "assessment.position": {
    zh: "位置",
    en: "Position",
  },
  "assessment.before": {
    zh: "{period}的位置",
    en: "Position in {period}",
  },
  "assessment.colour": {
    zh: "颜色",
    en: "Colour",
  },
  "assessment.from": {
    zh: "{low}–{high}",
    en: "{low} to {high}",
  },
  "assessment.near": {
    zh: "95%控制限",
    en: "95% limits",
  },
  "assessment.far": {
    zh: "99.8%控制限",
    en: "99.8% limits",
  },
  "assessment.cases": {
    zh: "办件数",
    en: "Cases",
  },
  "assessment.table": {
    zh: "{name}，{period}",
    en: "{name}, {period}",
  },
  "assessment.numbers": { zh: "数据表", en: "Numbers as a table" },
  "assessment.rule": {
    zh: "{name}：低于{red}为红，{blue}及以上为蓝，其间为黄。",
    en: "{name}: red below {red}, blue from {blue}, yellow between.",
  },
  "assessment.rules": {
    zh: "红黄蓝按本局规定的界限划分，不考虑偶然因素；办件少于最低件数的不划分。",
    en: "Red, yellow and blue follow the bureau's own bounds and do not allow for chance; units with too few cases have no colour.",
  },
  "assessment.rulesTitle": {
    zh: "红黄蓝的界限",
    en: "Bounds of the colours",
  },
  "assessment.nothing": {
    zh: "没有哪个期间有两个及以上有办件的处理部门，无法比较。",
    en: "In no period do two units have cases: there is nothing to compare.",
  },
});
