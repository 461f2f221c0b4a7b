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
});
