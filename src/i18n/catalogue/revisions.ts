import { defineMessages } from "../define.ts";

/** Figures that changed since they were published: words of pages and commands. */
export const revisions = defineMessages({
  "revisions.summary": {
    zh: "与版本{release}（数据截至{asOf}）相比，已结束期间的{compared, number}个数值中有{changed, number}个发生变化。",
    en: "Since release {release} (data as of {asOf}), {changed, number} of {compared, number} figures of ended periods {changed, plural, one {has} other {have}} changed.",
  },
  "revisions.files": {
    zh: "新增{added, number}个来源文件，移除{gone, number}个。",
    en: "{added, plural, =0 {No source file was added} one {# source file was added} other {# source files were added}}; {gone, plural, =0 {none is gone} one {# is gone} other {# are gone}}.",
  },
  "revisions.method": {
    zh: "规则版本变化：{method} {before} → {now}。",
    en: "A rule changed its version: {method} {before} → {now}.",
  },
  "revisions.matures": { zh: "随时间自然变化", en: "matures with time" },
  "revisions.none": {
    zh: "{release}之前没有发布版本，可用 --since 指定。",
    en: "No release was published before {release}. Name one with --since.",
  },
  "revisions.unknown": {
    zh: "没有发布版本“{value}”，已有的版本：{known}。",
    en: "There is no release “{value}”. The releases are {known}.",
  },
  "revisions.title": { zh: "数值修订", en: "Revised figures" },
  "revisions.description": {
    zh: "已结束期间的数值与上一发布版本相比的变化。",
    en: "What changed in the figures of ended periods since the release before.",
  },
  "revisions.intro": {
    zh: "迟报的工单、补正的数据和新的规则会改变已结束期间的数值。已发布的版本不再改动，这里逐项列出本版本与上一版本的差异。",
    en: "Late entries, corrected exports and new rules change figures of periods that have ended. A published release stays as it was; here is every difference between this one and the one before.",
  },
  "revisions.noneBefore": {
    zh: "之前没有发布版本，没有可比较的数值。",
    en: "No release was published before this one: there is nothing to compare with.",
  },
  "revisions.same": {
    zh: "没有数值发生变化。",
    en: "No figure has changed.",
  },
  "revisions.whole": { zh: "全局数值的修订", en: "Revised figures of the whole bureau" },
  "revisions.wholeNone": {
    zh: "全局数值没有修订。",
    en: "No figure of the whole bureau was revised.",
  },
  "revisions.wholeNote": {
    zh: "由于数据或规则变化而改变的数值，从最近的期间起排列。",
    en: "Figures that changed because the data or the rules did, from the latest period back.",
  },
  "revisions.matured": { zh: "随时间自然变化的数值", en: "Figures that matured" },
  "revisions.maturedNote": {
    zh: "同一期间的工单后续办结、达成协议，这类数值本来就会继续变化，不属于差错。",
    en: "More became known of the same tickets, as of how complaints of a month ended. Such figures go on changing by their nature; it is no error.",
  },
  "revisions.maturedNone": {
    zh: "没有这类变化。",
    en: "None changed.",
  },
  "revisions.period": { zh: "期间", en: "Period" },
  "revisions.measure": { zh: "指标", en: "Measure" },
  "revisions.before": { zh: "已发布", en: "As published" },
  "revisions.now": { zh: "本版本", en: "Now" },
  "revisions.difference": { zh: "差异", en: "Difference" },
  "revisions.points": { zh: "{size}个百分点", en: "{size} points" },
  "revisions.more": {
    zh: "另有{count, number}项未列出，见下载文件。",
    en: "{count, number} more {count, plural, one {is} other {are}} in the download.",
  },
  "revisions.parts": { zh: "分组数值的修订", en: "Revised figures of parts" },
  "revisions.partsNote": {
    zh: "按各维度统计发生变化的数值个数，逐项内容见下载文件。",
    en: "How many figures of each dimension changed; each of them is in the download.",
  },
  "revisions.revised": { zh: "修订", en: "Revised" },
  "revisions.maturedCount": { zh: "自然变化", en: "Matured" },
  "revisions.download": { zh: "下载全部修订（JSON）", en: "Download all revisions (JSON)" },
  "revisions.between": { zh: "两个版本之间", en: "Between the two releases" },
});
