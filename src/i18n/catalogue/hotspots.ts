import { defineMessages } from "../define.ts";

export const hotspots = defineMessages({
  "hotspots.as_of": {
    zh: "截止日期“{value}”不是有效日期，应为 YYYY-MM-DD。",
    en: "The as-of date “{value}” is not a date of the form YYYY-MM-DD.",
  },
  "hotspots.level.watch": { zh: "关注", en: "Watch" },
  "hotspots.level.warning": { zh: "预警", en: "Warning" },
  "hotspots.detector.share": { zh: "占比法", en: "Share rule" },
  "hotspots.detector.share-season": { zh: "占比法（含往年同期）", en: "Share rule with season" },
  "hotspots.reason.share": {
    zh: "尚无可比的往年同期数据，因此只与该单元近期在全部投诉中的占比相比。",
    en: "There is no comparable season of an earlier year, so the yardstick is the recent share of all complaints alone.",
  },
  "hotspots.reason.share_season": {
    zh: "已有可比的往年同期数据，因此与近期占比相比，并按往年同期的高低作调整。",
    en: "There is at least one comparable season of an earlier year, so the yardstick is the recent share of all complaints, adjusted by how the same season stood out before.",
  },
  "hotspots.reason.no_history": {
    zh: "历史数据过短，不作检验。",
    en: "The history is too short to test anything.",
  },
});
