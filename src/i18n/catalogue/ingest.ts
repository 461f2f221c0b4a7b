import { defineMessages } from "../define.ts";

export const ingest = defineMessages({
  "ingest.profile_unknown": {
    zh: "没有名为 {id} 的配置。现有：{known}",
    en: "There is no profile {id}. There are: {known}",
  },
  "ingest.nothing": { zh: "{path} 中没有可读取的文件。", en: "There is no file to read in {path}." },
  "ingest.not_found": { zh: "找不到 {path}。", en: "{path} does not exist." },
  "ingest.no_profile": {
    zh: "没有配置适合这个文件{best, select, none {} other {（最接近的是 {best}，相符 {score, number, percent}）}}。表头为：{header}",
    en: "No profile fits this file{best, select, none {} other { (closest is {best}, {score, number, percent} in common)}}. Its header is: {header}",
  },
  "ingest.ambiguous_profile": {
    zh: "{first} 与 {second} 同样适合这个文件。请用 --profile 指定一个。",
    en: "{first} and {second} fit this file equally well. Choose one with --profile.",
  },
  "ingest.aggregate_table": {
    zh: "这是一张汇总表（{header}），不是逐件清单。请导出明细。",
    en: "This is a table of sums ({header}), not a list of tickets. Export the tickets themselves.",
  },
  "ingest.failed": {
    zh: "读取时出错：{reason}",
    en: "It could not be loaded: {reason}",
  },
  "ingest.no_memory": {
    zh: "内存不足，无法读取。请关闭其他程序后重试，或将文件分成几份；仓库未被改动。",
    en: "There is not enough memory to read it. Close other programs and try again, or split the file; the warehouse was not changed.",
  },
  "ingest.no_space": {
    zh: "磁盘已满或超出配额，此文件未导入任何内容。请腾出空间后重新导入。",
    en: "The disk is full or the quota used up; nothing of this file was kept. Make room and load it again.",
  },
  "ingest.record_count": {
    zh: "读出 {read} 条，应为 {counted} 条。文件可能已损坏。",
    en: "{read} records were read where {counted} were counted. The file may be damaged.",
  },
  "ingest.reject.not_a_number": {
    zh: "应为数字或金额，如 1,234.50 或 1.2万元。",
    en: "Should be a number or an amount, such as 1,234.50.",
  },
  "ingest.reject.not_a_date": {
    zh: "应为存在的日期，如 2026-03-15。",
    en: "Should be a date that exists, such as 2026-03-15.",
  },
  "ingest.reject.future_date": { zh: "日期在导入日之后。", en: "The date lies after the day of loading." },
  "ingest.reject.out_of_range": {
    zh: "超出可能的范围（金额不为负且不超过一万亿，日期不早于 1990 年）。",
    en: "Out of range: amounts are not negative and at most 10^12, dates not before 1990.",
  },
  "ingest.reject.missing_required": { zh: "此列不能为空。", en: "This column must have a value." },
  "ingest.reject.wrong_column_count": {
    zh: "此行有 {found} 个单元格，表头有 {expected} 个。可能有未加引号的分隔符。",
    en: "The row has {found} cells, the header {expected}. There may be a delimiter outside quotes.",
  },
  "ingest.reject.bad_encoding": {
    zh: "此行的文字无法按文件的编码读出。",
    en: "The row's text cannot be read in the file's encoding.",
  },
  "ingest.reject.malformed": {
    zh: "此行的引号不成对，无法可靠地分成单元格。",
    en: "The quotes in this row do not pair, so it cannot be split into cells with certainty.",
  },
  "ingest.reject.native_id": {
    zh: "编号被电子表格改成了科学记数法，末几位已丢失。请将该列设为文本后重新导出。",
    en: "A spreadsheet has cut off the last digits of this number. Export the column as text.",
  },
  "ingest.reject.total_row": { zh: "这是合计行，不是一件诉求。", en: "This is a row of totals, not a ticket." },
  "ingest.reject.header_row": { zh: "这是重复的表头。", en: "This is the header again." },
  "ingest.reject.unknown_code": {
    zh: "此值不在配置的代码表中。",
    en: "This value is not in the profile's list of codes.",
  },
  "ingest.reject.date_order": {
    zh: "此列的日期与配置写明的日、月次序矛盾，整列均未读取。请在配置的 dates 中写明正确的次序。",
    en: "Dates in this column contradict the order of day and month that the profile states, so none of them was read. State the right order in the profile’s dates.",
  },
  "ingest.reject.size": {
    zh: "此行过长，或单元格过多。",
    en: "The row is too long, or has too many cells.",
  },
  "ingest.reject.unmended": {
    zh: "此行未改正，单元格的个数仍与表头不符。",
    en: "The row came back as it was; the number of its cells still differs from the header’s.",
  },
  "ingest.reject.syntax": {
    zh: "这一条不是有效的 JSON 对象。",
    en: "This record is no valid JSON object.",
  },
  "ingest.mend.unknown": {
    zh: "此行来自数据仓库中没有的文件。sha256 以 {sha256} 开头。请先导入该文件。",
    en: "This row came from a file that is not in the warehouse; its sha256 begins with {sha256}. Load that file first.",
  },
  "ingest.mend.layout": {
    zh: "此行按 {profile} 读取，现已没有这一配置。",
    en: "This row was read by {profile}, which is no longer there.",
  },
  "ingest.note.mended": {
    zh: "这是改正后的拒收行，共 {rows, number} 行，按原文件的配置读取。",
    en: "These are mended rows that had been rejected, {rows, number} in all, read as the files they came from.",
  },
  "ingest.note.anew": {
    zh: "配置、分类或区域表已有变化，此文件已重新读取。",
    en: "Profiles, taxonomy or regions have changed since; the file was read anew.",
  },
  "ingest.note.copy": { zh: "与已导入的 {name} 内容相同。", en: "The same bytes as {name}, loaded before." },
  "ingest.note.no_rows": { zh: "只有表头，没有数据行。", en: "There is a header and no row below it." },
  "ingest.note.no_dates": {
    zh: "这些列中没有任何日期：记录照收，但不能按时期统计，也没有趋势。",
    en: "No column of it is a date: its records are kept, but count in no period and have no trend.",
  },
  "ingest.note.padded": {
    zh: "列“{caption}”有 {rows, number} 个值补回了开头的零。",
    en: "{rows, number} values of “{caption}” got back the zeros at their front.",
  },
  "ingest.undone": {
    zh: "已撤销 {files, plural, other {# 个文件}}，共 {rows, number} 行。",
    en: "{files, plural, one {# file} other {# files}} taken out again, {rows, number} rows.",
  },
  "ingest.undo_unknown": {
    zh: "没有名为 {what} 的已导入文件或批次。",
    en: "No file or batch that was loaded is called {what}.",
  },
  "ingest.undo_several": {
    zh: "{what} 指向 {count} 个文件。请改用 sha256。",
    en: "{what} names {count} files. Use their sha256.",
  },
  "ingest.note.doubled": {
    zh: "金额列“{caption}”出现两次，无法判断取哪一列，未读取。",
    en: "The money column “{caption}” stands twice; which one counts would be a guess, so neither was read.",
  },
  "ingest.note.unknown": { zh: "未用到的列：{captions}", en: "Columns not used: {captions}" },
  "ingest.note.sheet": {
    zh: "工作表“{sheet}”不适合任何配置，未读取。",
    en: "Sheet “{sheet}” fits no profile and was not read.",
  },
  "ingest.progress": { zh: "读取 {file}", en: "Reading {file}" },
  "ingest.line.loaded": {
    zh: "{file}: {rows, number} 行 = 接收 {accepted, number} + 已有 {unchanged, number} + 重复 {duplicate, number} + 拒收 {rejected, number}({profile})",
    en: "{file}: {rows, number} rows = {accepted, number} accepted + {unchanged, number} unchanged + {duplicate, number} duplicate + {rejected, number} rejected ({profile})",
  },
  "ingest.line.refused": { zh: "{file}：未导入。{reason}", en: "{file}: not loaded. {reason}" },
  "ingest.line.totals": {
    zh: "共 {files, number} 个文件，{rows, number} 行；仓库现有 {tickets, number} 件。",
    en: "{files, plural, one {# file} other {# files}}, {rows, number} rows; the warehouse now holds {tickets, number} tickets.",
  },
});
