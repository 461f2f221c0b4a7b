import { defineMessages } from "../define.ts";

export const config = defineMessages({
  "config.syntax": { zh: "不是有效的 {format}：{reason}", en: "This is not valid {format}: {reason}" },
  "config.invalid": { zh: "内容有误：{reason}", en: "This is not right: {reason}" },
});
