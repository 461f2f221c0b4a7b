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
    zh: "{name}：全局 {value}（{numerator}/{denominator}）。{units, number} 个处理部门中有 {outside, number} 个超出 95% 控制限，仅凭偶然约有 {expected} 个。",
    en: "{name}: {value} for the whole bureau ({numerator} of {denominator}). Of {units, number} units, {outside, number} {outside, plural, one {lies} other {lie}} outside the 95% limits; chance alone would put about {expected} there.",
  },
  "assessment.dispersion": {
    zh: "部门之间的差异为偶然差异的 {value} 倍（φ，1 表示与偶然相当）。",
    en: "The units differ {value} times as much as chance makes them differ (φ; 1 is as by chance).",
  },
  "assessment.unit": {
    zh: "{unit}：{value}（{numerator}/{denominator}，偶然范围 {least}–{most}） {position}",
    en: "{unit}: {value} ({numerator} of {denominator}; {least} to {most} by chance), {position}",
  },
  "assessment.none": {
    zh: "该期间没有两个及以上有办件的处理部门，无法比较。",
    en: "No two units have cases in this period: there is nothing to compare.",
  },
});
