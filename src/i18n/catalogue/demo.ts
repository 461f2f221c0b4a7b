import { defineMessages } from "../define.ts";

export const demo = defineMessages({
  "demo.not_a_demo": {
    zh: "此文件夹已有内容，且不是演示数据，不会覆盖。请用 --data 指定另一个文件夹。",
    en: "This folder holds something that is not a demo, so it is left as it is. Name another with --data.",
  },
  "demo.not_a_folder": {
    zh: "这是一个文件，不是文件夹。请用 --data 指定文件夹。",
    en: "This is a file, not a folder. Name a folder with --data.",
  },
});
