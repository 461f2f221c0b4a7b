import { defineMessages } from "../define.ts";

export const release = defineMessages({
  "release.missing": {
    zh: "{directory} 中没有发布版本。请先运行 forewarn release。",
    en: "There is no release in {directory}. Run forewarn release first.",
  },
  "release.history": {
    zh: "此行不是发布记录：{value}。应为 forewarn release 写入的原样内容。",
    en: "This line is no entry of the history of releases: {value}. It should stand as forewarn release wrote it.",
  },
  "release.manifest": { zh: "发布清单无法读取：{reason}", en: "The release's manifest cannot be read: {reason}" },
  "release.damaged": {
    zh: "此数据表已损坏或被改动，与发布清单不符。请删除该发布版本后重新运行 forewarn release。",
    en: "This table is damaged or has been changed: it is not the one of the manifest. Remove the release and run forewarn release again.",
  },
  "release.half": {
    zh: "这里应为 {expected} 部分，实际为 {found} 部分。",
    en: "This should be the {expected} half of a release; it is the {found} half.",
  },
  "release.empty": {
    zh: "截至 {asOf} 没有任何有日期的工单，无法生成发布版本。",
    en: "No ticket has a date on or before {asOf}, so there is nothing to release.",
  },
  "release.stage.measures": { zh: "计算指标", en: "Reckoning the measures" },
  "release.stage.hotspots": { zh: "查找热点", en: "Finding hotspots" },
  "release.stage.disclosure": { zh: "检查可公布的数字", en: "Choosing what may be published" },
  "release.stage.bureau": { zh: "写入内部数据", en: "Writing the bureau's half" },
  "release.stage.public": { zh: "写入公开数据", en: "Writing the public half" },
  "release.kind.complaint": { zh: "投诉", en: "Complaints" },
  "release.kind.report": { zh: "举报", en: "Reports" },
  "release.kind.inquiry": { zh: "咨询", en: "Inquiries" },
  "release.kind.suggestion": { zh: "建议", en: "Suggestions" },
  "release.outcome.agreement": { zh: "达成调解协议", en: "Agreement" },
  "release.outcome.no_agreement": { zh: "未达成调解协议", en: "No agreement" },
  "release.outcome.withdrawn": { zh: "撤回", en: "Withdrawn" },
  "release.outcome.settled_by_parties": { zh: "自行和解", en: "Settled by the parties" },
  "release.outcome.unreachable": { zh: "联系不到当事人", en: "Party not reached" },
  "release.outcome.not_accepted": { zh: "不予受理", en: "Not accepted" },
  "release.outcome.referred": { zh: "移送", en: "Handed on" },
  "release.outcome.other": { zh: "其他", en: "Other" },
});
