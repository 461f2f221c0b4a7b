import { defineMessages } from "../define.ts";

export const warehouse = defineMessages({
  "warehouse.locked": {
    zh: "数据仓库正被另一个进程（进程号 {process}）使用。请等它结束后再试。",
    en: "Another process ({process}) is using the warehouse. Try again when it has ended.",
  },
  "warehouse.newer": {
    zh: "数据仓库的结构版本为 {found}，本程序只认识到 {known}。请升级 Forewarn。",
    en: "The warehouse has schema version {found}; this program knows up to {known}. Update Forewarn.",
  },
  "warehouse.older": {
    zh: "数据仓库的结构版本为 {found}，本程序需要 {known}。请先运行 forewarn ingest 升级。",
    en: "The warehouse has schema version {found}; this program needs {known}. Run forewarn ingest to bring it up to date.",
  },
  "warehouse.early": {
    zh: "数据仓库的结构版本为 {found}，由首次发布之前的程序建立，无法升级。请把它移走，再用 forewarn ingest 重新载入导出文件。",
    en: "The warehouse has schema version {found}, made before the first release; it cannot be brought up to date. Move it away and load the exports again with forewarn ingest.",
  },
  "warehouse.missing": {
    zh: "还没有数据仓库（{file}）。请先运行 forewarn ingest。",
    en: "There is no warehouse yet ({file}). Run forewarn ingest first.",
  },
  "warehouse.damaged": { zh: "数据仓库无法打开：{reason}", en: "The warehouse cannot be opened: {reason}" },
});
