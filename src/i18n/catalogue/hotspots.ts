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
});
