import { defineMessages } from "../define.ts";

export const release = defineMessages({
  "release.missing": {
    zh: "{directory} 中没有发布版本。请先运行 forewarn release。",
    en: "There is no release in {directory}. Run forewarn release first.",
  },
  "release.manifest": { zh: "发布清单无法读取:{reason}", en: "The release's manifest cannot be read: {reason}" },
  "release.half": {
    zh: "这里应为 {expected} 部分,实际为 {found} 部分。",
    en: "This should be the {expected} half of a release; it is the {found} half.",
  },
});
