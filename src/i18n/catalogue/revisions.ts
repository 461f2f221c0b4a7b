import { defineMessages } from "../define.ts";

/** Figures that changed since they were published: words of pages and commands. */
export const revisions = defineMessages({
  "revisions.summary": {
    zh: "与版本 {release}（数据截至 {asOf}）相比，已结束期间的 {compared, number} 个数值中有 {changed, number} 个发生变化。",
    en: "Since release {release} (data as of {asOf}), {changed, number} of {compared, number} figures of ended periods {changed, plural, one {has} other {have}} changed.",
  },
  "revisions.files": {
    zh: "新增 {added, number} 个来源文件，移除 {gone, number} 个。",
    en: "{added, plural, =0 {No source file was added} one {# source file was added} other {# source files were added}}; {gone, plural, =0 {none is gone} one {# is gone} other {# are gone}}.",
  },
  "revisions.method": {
    zh: "规则版本变化：{method} {before} → {now}。",
    en: "A rule changed its version: {method} {before} → {now}.",
  },
  "revisions.matures": { zh: "随时间自然变化", en: "matures with time" },
  "revisions.none": {
    zh: "{release} 之前没有发布版本，可用 --since 指定。",
    en: "No release was published before {release}. Name one with --since.",
  },
  "revisions.unknown": {
    zh: "没有发布版本“{value}”，已有的版本：{known}。",
    en: "There is no release “{value}”. The releases are {known}.",
  },
});
