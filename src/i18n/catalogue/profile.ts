import { defineMessages } from "../define.ts";

export const profile = defineMessages({
  "profile.cli": { zh: "配置：一种系统的导出如何读取", en: "profiles: how the exports of a system are read" },
  "profile.cli.list": { zh: "列出已知的配置", en: "list the known profiles" },
  "profile.cli.scaffold": {
    zh: "为没有配置适合的文件草拟一个配置，逐行注明推测的理由",
    en: "draft a profile for a file that none fits, with the reason of each guess",
  },
  "profile.cli.scaffold.id": {
    zh: "配置的编号（默认取自文件名）",
    en: "id of the profile (default: from the file's name)",
  },
  "profile.cli.scaffold.out": {
    zh: "写入此文件（已存在则不写）；默认写到标准输出",
    en: "write to this file, which must not exist yet; default standard output",
  },
  "profile.cli.test": {
    zh: "按一个配置试读文件并显示读法；不写入任何内容",
    en: "read a file by a profile and show how it reads; nothing is written",
  },
  "profile.cli.test.rows": { zh: "显示的行数（默认 10）", en: "how many rows to show (default 10)" },
  "profile.written": {
    zh: "已写入 {file}：{guesses, number} 处推测，其中 {loud, number} 处须由人确认。",
    en: "Wrote {file}: {guesses, plural, one {# guess} other {# guesses}}, {loud, plural, one {# of which a person must settle} other {# of which a person must settle}}.",
  },
  "profile.overrides": {
    zh: "编号 {id} 与已有配置相同，放入 profiles/ 后将取代它。",
    en: "A profile {id} is known already; once in profiles/, this one takes its place.",
  },
  "profile.origin": {
    zh: "{origin, select, built_in {内置} own {自有} other {自有，取代内置}}",
    en: "{origin, select, built_in {built-in} own {own} other {own, overrides built-in}}",
  },
  "profile.list.line": {
    zh: "{id}  第 {version} 版  {title}  布局：{layouts}（{origin}）",
    en: "{id}  version {version}  {title}  layouts: {layouts} ({origin})",
  },
  "profile.pattern": {
    zh: "此正则表达式无法使用（RE2 语法，不支持前后查找和反向引用）：{reason}",
    en: "This regular expression cannot be used (they are RE2's, without lookaround or back references): {reason}",
  },
  "profile.format": { zh: "此日期格式无法使用：{reason}", en: "This date format cannot be used: {reason}" },
  "profile.orders": {
    zh: "{first} 与 {second} 会把同一文字读成不同的日期。请只保留一种，或为各布局分别写 dates。",
    en: "{first} and {second} read one text as different days. Keep one, or give each layout its own dates.",
  },
  "profile.narrow": {
    zh: "文件不足两列有标题，无法写配置。",
    en: "Fewer than two columns have a caption, so there is nothing to map.",
  },
  "profile.no_looks": {
    zh: "文件没有表头，且没有一列的值有固定样式，无法与其他文件区分。请在第一行加上表头。",
    en: "The file has no header, and no column whose values look alike by which to know it again. Put a header in its first line.",
  },
  "profile.bad_id": {
    zh: "--id 只能用小写字母、数字和连字符，不能是“{id}”。",
    en: "--id is made of lower-case letters, digits and hyphens, not “{id}”.",
  },
  "profile.folder": {
    zh: "{path} 是文件夹。请给出一个文件。",
    en: "{path} is a folder. Name one file.",
  },
  "profile.unknown": {
    zh: "没有名为 {id} 的配置，也没有这个文件。现有：{known}",
    en: "There is no profile {id}, and no such file. There are: {known}",
  },

  "profile.sure.high": { zh: "把握大", en: "sure" },
  "profile.sure.medium": { zh: "把握中等", en: "likely" },
  "profile.sure.low": { zh: "把握小", en: "not sure" },

  "profile.head.from": {
    zh: "由 forewarn profile scaffold 根据“{file}”草拟：{rows, number} 行，{line, select, 0 {没有表头} other {表头在第 {line} 行}}。",
    en: "Drafted by forewarn profile scaffold from “{file}”: {rows, number} rows, {line, select, 0 {no header} other {header in line {line}}}.",
  },
  "profile.head.sheet": { zh: "工作表：{sheet}", en: "Sheet: {sheet}" },
  "profile.head.guesses": {
    zh: "标有 guess: 的行是推测，附有理由；标有 GUESS: 的行必须由人确认。各键的含义见 docs/profiles.md。",
    en: "Lines marked guess: are guesses with their reasons; those marked GUESS: a person must settle. docs/profiles.md explains the keys.",
  },
  "profile.head.next": {
    zh: "放入数据文件夹的 profiles/，再用 forewarn profile test 查看读法。",
    en: "Put it into profiles/ of the data folder, and look at how it reads with forewarn profile test.",
  },

  "profile.guess.joined": { zh: "{first}；{second}", en: "{first}; {second}" },
  "profile.guess.line": { zh: "{reason}（{sure}）", en: "{reason} ({sure})" },
  "profile.guess.name": { zh: "取自文件名", en: "from the name of the file" },
  "profile.guess.dates": {
    zh: "{cells, number} 个单元格按这些格式读出",
    en: "{cells, plural, one {# cell reads} other {# cells read}} so",
  },
  "profile.guess.order": {
    zh: "{order}：{certain, number} 个只能这样读，{against, number} 个只能按另一顺序读，{open, number} 个两者皆可",
    en: "{order}: {certain, number} can only be so, {against, number} only the other way round, {open, number} either",
  },
  "profile.guess.order_open": { zh: "日与月的先后无法确定", en: "order not certain" },
  "profile.guess.words": {
    zh: "{list, select, missing {表示“无值”的词} other {合计行的首词}}：{told}",
    en: "{list, select, missing {words for “no value”} other {first words of rows of totals}}: {told}",
  },
  "profile.guess.header": {
    zh: "{headerless, select, true {前几行都像数据，没有表头；列名由位置而来} other {第 {record, number} 条记录；{of, number} 个标题中认得 {known, number} 个}}",
    en: "{headerless, select, true {the first rows look like data, so there is no header; names are those of places} other {record {record, number}; {known, number} of {of, number} captions are known words}}",
  },
  "profile.guess.record": {
    zh: "{record, select, follow_up {标题是回访记录的} report_outcome {标题是处罚信息的} other {每行一件诉求}}",
    en: "{record, select, follow_up {the captions are those of follow-up calls} report_outcome {the captions are those of penalties} other {one complaint to a row}}",
  },
  "profile.guess.identity": {
    zh: "{reason, select, number {{column} 从不为空，也不重复} repeated_rows {{column} 从不为空，仅整行重复时重复（{rows, number} 行，{distinct, number} 个编号）} parts {{rows, number} 行只有 {distinct, number} 个 {column}，同一编号的各行登记时间相同，故作同一件的各部分（repeats）；若不是，请改为 content} unique {{column} 从不为空且不重复，但标题没有说是编号} shared {{column} 像编号，但 {rows, number} 行只有 {distinct, number} 个；若同一编号的各行是同一件，请改为 native 并加 repeats: true} gaps {{column} 像编号，但 {rows, number} 行只有 {filled, number} 行填写} other {没有不重复的编号，以全部列的内容为准}}",
    en: "{reason, select, number {{column} is never empty and never twice the same} repeated_rows {{column} is never empty, and repeated only where the whole row is ({rows, number} rows, {distinct, number} numbers)} parts {{rows, number} rows have {distinct, number} {column}, and those of one number the same time of registration, so they are taken for parts of one case (repeats); where they are not, identify by content} unique {{column} is never empty and never twice the same, though its caption does not call it a number} shared {{column} is called a number, but {rows, number} rows have only {distinct, number}; where rows of one number are one case, make it native with repeats: true} gaps {{column} is called a number, but only {filled, number} of {rows, number} rows have one} other {no column is a number of its own for each row, so the content of all is}}",
  },
  "profile.guess.kind": {
    zh: "没有一列说明类型，全部作投诉",
    en: "no column tells the kind, so all are taken for complaints",
  },
  "profile.guess.caption": {
    zh: "{by, select, whole {标题即“{word}”} part {标题含“{word}”} other {标题没有说明，由内容推测}}",
    en: "{by, select, whole {the caption says “{word}”} part {the caption holds “{word}”} other {told by the content, not by a caption}}",
  },
  "profile.guess.cells": {
    zh: "{kind, select, timestamp {{filled, number} 个单元格中 {read, number} 个是日期} amounts {{filled, number} 个单元格中 {read, number} 个是金额} boolean {{filled, number} 个单元格中 {read, number} 个是是或否} days {{filled, number} 个单元格都是电子表格的日序数} other {{rows, number} 行中 {filled, number} 行有值，{distinct, number} 种}}",
    en: "{kind, select, timestamp {{read, number} of {filled, number} cells are dates} amounts {{read, number} of {filled, number} cells are amounts} boolean {{read, number} of {filled, number} cells are yes or no} days {all {filled, number} cells are day numbers of a spreadsheet} other {{filled, number} of {rows, number} rows have a value, {distinct, number} different}}",
  },
  "profile.guess.codes": {
    zh: "{words, number} 个词中认得 {known, number} 个{written, select, true {，见 values.{list}} other {，按本系统的词表查找}}",
    en: "{known, number} of {words, number} words are known{written, select, true {, see values.{list}} other {, looked up among the house''s own words}}",
  },
  "profile.guess.to_place": {
    zh: "待归类：{column} 的词，右边是行数；把词移到上面合适的代码之下",
    en: "to be placed: words of {column} and how many rows have them; move each below the code that it means",
  },
  "profile.guess.codes_of": { zh: "可用代码：{codes}", en: "codes: {codes}" },
  "profile.guess.rare": {
    zh: "另有 {rare, number} 个词不足 {least, number} 行，未列出",
    en: "{rare, plural, one {# word that stands} other {# words that stand}} in fewer than {least, number} rows {rare, plural, one {is} other {are}} not written down",
  },
  "profile.guess.personal": { zh: "个人信息，不出仓库", en: "personal: never leaves the warehouse" },
  "profile.guess.not_used": { zh: "未用到的列：", en: "Columns not used:" },
  "profile.guess.unused": {
    zh: "{kind, select, doubled {与另一列同名，无法区分} untitled {没有标题} personal {个人信息} empty {没有值} dates {读作日期，{filled, number} 个值} commas {数字用逗号作小数点，目前不能读取} serial {行号} numbers {数字，{filled, number} 个值} other {{rows, number} 行中 {filled, number} 行有值，{distinct, number} 种}}",
    en: "{kind, select, doubled {another column has the same caption} untitled {no caption} personal {personal} empty {no values} dates {reads as dates, {filled, number} values} commas {numbers with a decimal comma, which are not read} serial {numbers of lines} numbers {numbers, {filled, number} values} other {{filled, number} of {rows, number} rows have a value, {distinct, number} different}}",
  },

  "profile.test.fits": {
    zh: "{file}：布局 {layout}，{line, select, 0 {没有表头} other {表头在第 {line} 行}}，标题相符 {score, number, percent}",
    en: "{file}: layout {layout}, {line, select, 0 {no header} other {header in line {line}}}, {score, number, percent} of the captions in common",
  },
  "profile.test.unfit": {
    zh: "{file}：{refused, select, aggregate_table {这是汇总表，不是逐件清单} ambiguous_profile {配置中有两个布局同样适合} other {配置不适合这个文件}}。{layout, select, none {} other {最接近的是 {layout}（第 {line} 行，相符 {score, number, percent}）。}}",
    en: "{file}: {refused, select, aggregate_table {this is a table of sums, not a list of tickets} ambiguous_profile {two layouts of the profile fit equally well} other {the profile does not fit this file}}.{layout, select, none {} other { Closest is {layout} (line {line}, {score, number, percent} in common).}}",
  },
  "profile.test.missing": { zh: "文件中没有的标题：{captions}", en: "Captions that the file lacks: {captions}" },
  "profile.test.unknown": { zh: "布局中没有的标题：{captions}", en: "Captions that the layout lacks: {captions}" },
  "profile.test.rows": {
    zh: "{rows, number} 行，其中 {rejected, number} 行会被拒收",
    en: "{rows, plural, one {# row} other {# rows}}, of which {rejected, number} would be rejected",
  },
  "profile.test.columns": { zh: "列 → 字段", en: "Columns → fields" },
  "profile.test.not_used": { zh: "未用到", en: "not used" },
  "profile.test.field": { zh: "{field}（{title}）← {from}", en: "{field} ({title}) ← {from}" },
  "profile.test.coverage": {
    zh: "{rows, number} 行中 {filled, number} 行有值，读出 {read, number} 行（{share, number, percent}）",
    en: "{filled, number} of {rows, number} rows have a value, {read, number} were read ({share, number, percent})",
  },
  "profile.test.contradicted": {
    zh: "日期与配置所说的日、月顺序矛盾",
    en: "its dates contradict the order of day and month that the profile states",
  },
  "profile.test.unmapped": {
    zh: "{unmapped, number} 个词没有代码：",
    en: "{unmapped, plural, one {# word has} other {# words have}} no code:",
  },
  "profile.test.faults": {
    zh: "会被拒收的 {rejected, number} 行：",
    en: "{rejected, plural, one {# row} other {# rows}} would be rejected:",
  },
  "profile.test.wrong_column_count": {
    zh: "单元格数与表头不符。可能有未加引号的分隔符。",
    en: "The row has not as many cells as the header. There may be a delimiter outside quotes.",
  },
  "profile.test.more": { zh: "……另有 {more, number} 行", en: "… {more, number} more" },
});
