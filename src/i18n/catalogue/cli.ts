import { defineMessages } from "../define.ts";

export const cli = defineMessages({
  "cli.description": {
    zh: "把投诉举报导出数据变成消费警示：导入、统计、发现热点、发布两个静态网站。",
    en: "Turns complaint exports into consumer warnings: load, measure, find hotspots, publish two static sites.",
  },
  "cli.option.data": {
    zh: "数据文件夹（默认 data/bureau，或环境变量 FOREWARN_DATA）",
    en: "data folder (default data/bureau, or FOREWARN_DATA)",
  },
  "cli.option.json": { zh: "在标准输出写一个 JSON 文档", en: "write one JSON document to standard output" },
  "cli.option.lang": { zh: "消息的语言：zh 或 en", en: "language of messages: zh or en" },
  "cli.option.debug": { zh: "出错时显示调用栈", en: "show a stack trace with an error" },
  "cli.option.help": { zh: "显示用法", en: "show usage" },
  "cli.option.version": { zh: "显示版本", en: "show the version" },
  "cli.usage": { zh: "用法：", en: "Usage:" },
  "cli.arguments": { zh: "参数：", en: "Arguments:" },
  "cli.options": { zh: "选项：", en: "Options:" },
  "cli.commands": { zh: "命令：", en: "Commands:" },
  "cli.error": { zh: "错误：{message}", en: "Error: {message}" },
  "cli.bug": {
    zh: "程序内部错误：{message}。加 --debug 可查看详情。",
    en: "Internal error: {message}. Run with --debug for details.",
  },
  "cli.bad_usage": { zh: "命令用法不对：{message}", en: "Wrong usage: {message}" },
  "cli.bad_choice": {
    zh: "{option} 应为 {choices} 之一，不能是“{value}”。",
    en: "{option} is one of {choices}, not “{value}”.",
  },
  "cli.bad_number": { zh: "{option} 应为整数，不能是“{value}”。", en: "{option} is a whole number, not “{value}”." },
  "cli.bad_date": {
    zh: "{option} 应为日期，如 2026-10-31，不能是“{value}”。",
    en: "{option} is a date such as 2026-10-31, not “{value}”.",
  },
  "cli.future_date": {
    zh: "{option} 不能晚于今天（{today}），现为 {value}。",
    en: "{option} cannot lie after today ({today}); it is {value}.",
  },
  "cli.file_error": {
    zh: "{code, select, EACCES {没有访问权限} EPERM {没有访问权限} ENOTDIR {这是文件，不是文件夹} ENOENT {文件或文件夹不存在} ENOSPC {磁盘已满} EROFS {磁盘是只读的} EADDRINUSE {端口已被占用} other {系统错误 {code}}}。",
    en: "{code, select, EACCES {You have no permission for it} EPERM {You have no permission for it} ENOTDIR {It is a file where a folder is needed} ENOENT {It does not exist} ENOSPC {The disk is full} EROFS {The disk cannot be written} EADDRINUSE {The port is in use} other {System error {code}}}.",
  },

  "cli.ingest": {
    zh: "导入文件或文件夹；不给路径时导入 exports/",
    en: "load files or folders; without a path, exports/",
  },
  "cli.ingest.profile": { zh: "只用此配置", en: "use this profile only" },
  "cli.status": {
    zh: "显示仓库：文件、行的去向、件数、期间",
    en: "show the warehouse: files, fates of rows, tickets, period",
  },
  "cli.status.line": {
    zh: "{files, number} 个文件，{rows, number} 行 = 接收 {accepted, number} + 已有 {unchanged, number} + 重复 {duplicate, number} + 拒收 {rejected, number}",
    en: "{files, plural, one {# file} other {# files}}, {rows, number} rows = {accepted, number} accepted + {unchanged, number} unchanged + {duplicate, number} duplicate + {rejected, number} rejected",
  },
  "cli.status.tickets": {
    zh: "{tickets, number} 件：投诉 {complaint, number}，举报 {report, number}，咨询 {inquiry, number}，建议 {suggestion, number}，类型不明 {unknown, number}",
    en: "{tickets, number} tickets: {complaint, number} complaints, {report, number} reports, {inquiry, number} inquiries, {suggestion, number} suggestions, {unknown, number} of unknown kind",
  },
  "cli.status.no_period": {
    zh: "没有带日期的工单，暂无趋势",
    en: "no ticket has a date, so there is no trend",
  },
  "cli.status.period": { zh: "期间 {from} 至 {to}", en: "period {from} to {to}" },
  "cli.status.release": {
    zh: "{release, select, none {还没有发布版本} other {当前发布版本 {release}}}；结构版本 {schema}；待处理警示 {warnings, number} 条",
    en: "{release, select, none {no release yet} other {current release {release}}}; schema version {schema}; {warnings, plural, one {# warning waits} other {# warnings wait}}",
  },
  "cli.rejects": { zh: "列出每一条被拒收的行及原因", en: "list every rejected row with its reason" },
  "cli.rejects.file": {
    zh: "只列此文件（文件名或 sha256 开头）",
    en: "of this file only (its name or the beginning of its sha256)",
  },
  "cli.file_exists": { zh: "文件已存在，未覆盖。", en: "The file exists already and was not overwritten." },
  "cli.ingest.undo": {
    zh: "撤销已导入的一个文件或一个批次",
    en: "take a file, or all files of a batch, out again",
  },
  "cli.rejects.all": {
    zh: "也列出改正后已重新导入的行",
    en: "list the rows too that came back in a mended file",
  },
  "cli.rejects.out": {
    zh: "写入新文件，供电子表格改正后再导入",
    en: "write to a new file, to be mended in a spreadsheet and loaded again",
  },
  "cli.rejects.cell": { zh: "第 {number} 格", en: "cell {number}" },
  "cli.rejects.format": { zh: "csv 或 json", en: "csv or json" },
  "cli.release": { zh: "生成一个发布版本", en: "build a release" },
  "cli.as_of": { zh: "截止日期（默认：数据中最后一天）", en: "as-of date (default: the last day in the data)" },
  "cli.release.built": { zh: "已生成发布版本 {release}({path})", en: "Built release {release} ({path})" },
  "cli.release.same": {
    zh: "发布版本 {release} 已存在，内容不变。",
    en: "Release {release} exists already and is unchanged.",
  },
  "cli.release.empty": {
    zh: "仓库中没有带日期的工单，无法生成发布版本。",
    en: "The warehouse holds no dated ticket, so there is nothing to release.",
  },
  "cli.releases": { zh: "列出发布版本", en: "list the releases" },
  "cli.measures": { zh: "计算一个期间的指标", en: "compute the measures of a period" },
  "cli.measures.period": {
    zh: "期间：2026-10、2026-Q3、2026-H1、2026、2026-01-01..2026-09-30 或 ytd:2026-09-30",
    en: "2026-10, 2026-Q3, 2026-H1, 2026, 2026-01-01..2026-09-30 or ytd:2026-09-30",
  },
  "cli.measures.by": { zh: "按此维度分组", en: "group by this dimension" },
  "cli.revisions": {
    zh: "列出已结束期间的指标与上一发布版本相比的变化",
    en: "list what changed in the figures of ended periods since the release before",
  },
  "cli.revisions.since": { zh: "与此发布版本比较", en: "compare with this release" },
  "cli.assessment": {
    zh: "将各处理部门的比率与全局比较，并给出偶然范围",
    en: "compare the units' rates with the whole bureau's, within what chance explains",
  },
  "cli.measures.unit": { zh: "只算此处理部门", en: "of this unit only" },
  "cli.hotspots": { zh: "列出上升超出偶然的热点", en: "list the hotspots that rise beyond chance" },
  "cli.hotspots.grain": {
    zh: "week（周）、month（月）或 day（截至某日的七天）",
    en: "week, month, or day: the seven days that end with the date",
  },
  "cli.hotspots.level": { zh: "只列此级别及以上：watch 或 warning", en: "of this level and above: watch or warning" },
  "cli.hotspots.at": {
    zh: "此日期时的情形（默认：数据中最后一天）",
    en: "as it stood on this date (default: the last day in the data)",
  },
  "cli.hotspots.line": {
    zh: "{rank}. {level} {cell} {period}：{people, number} 人投诉，预期 {expected} 人（{low}–{high}），至少为预期的 {ratio} 倍",
    en: "{rank}. {level}: {cell}, {period}: {people, number} people where {expected} were expected ({low}–{high}), at least {ratio} times as many",
  },
  "cli.hotspots.none": { zh: "没有超出偶然的上升。", en: "Nothing rises beyond chance." },
  "cli.warnings": { zh: "消费警示", en: "consumer warnings" },
  "cli.warnings.list": { zh: "列出警示", en: "list the warnings" },
  "cli.warnings.show": { zh: "显示一条警示", en: "show one warning" },
  "cli.warnings.unknown": { zh: "没有编号为 {id} 的警示。", en: "There is no warning {id}." },
  "cli.site": { zh: "两个静态网站", en: "the two static sites" },
  "cli.site.build": { zh: "生成网站：public、bureau，或两者", en: "build a site: public, bureau, or both" },
  "cli.site.preview": { zh: "生成并在本机打开网站", en: "build and serve a site on this machine" },
  "cli.site.out": { zh: "输出文件夹（默认 dist）", en: "output folder (default dist)" },
  "cli.site.port": { zh: "端口（默认 3000 起）", en: "port (default from 3000)" },
  "cli.site.built": {
    zh: "{site} 网站：{pages, number} 页，{seconds} 秒，{output}",
    en: "{site} site: {pages, number} pages in {seconds} s, {output}",
  },
  "cli.site.serving": { zh: "{site} 网站：{url}", en: "{site} site: {url}" },
  "cli.site.stop": { zh: "按 Ctrl-C 停止。", en: "Press Ctrl-C to stop." },
  "cli.check": {
    zh: "检查已生成的网站；发现问题时退出码为 3",
    en: "check a built site; exit code 3 when a fault is found",
  },
  "cli.check.clean": { zh: "{directory}：没有发现问题。", en: "{directory}: no fault found." },
  "cli.demo": {
    zh: "造一个虚构县的数据，走完全程",
    en: "make an invented county's exports and run everything on them",
  },
  "cli.demo.serve": { zh: "最后不启动网站服务", en: "do not serve the sites at the end" },
  "cli.demo.seed": { zh: "随机种子", en: "seed" },
  "cli.demo.stage": { zh: "{stage}: {seconds} 秒", en: "{stage}: {seconds} s" },
  "cli.demo.stage.make": { zh: "造数据", en: "make the county's exports" },
  "cli.demo.stage.ingest": { zh: "导入", en: "ingest" },
  "cli.demo.stage.release": { zh: "发布版本", en: "release" },
  "cli.demo.stage.warning": { zh: "示例警示", en: "sample warning" },
  "cli.demo.stage.public": { zh: "公众网站", en: "public site" },
  "cli.demo.stage.bureau": { zh: "内部网站", en: "bureau site" },
  "cli.demo.done": { zh: "共 {seconds} 秒。", en: "{seconds} s in all." },
  "cli.bench": { zh: "测量速度与质量", en: "measure speed and quality" },
  "cli.bench.quick": { zh: "小规模", en: "a small run" },
  "cli.bench.seed": { zh: "随机种子", en: "seed" },
  "cli.bench.line": {
    zh: "{ok, select, true {✓} false {✗} other {·}} {id}: {value} {unit}（目标 {aim}，必须 {must}）",
    en: "{ok, select, true {✓} false {✗} other {·}} {id}: {value} {unit} (aim {aim}, must {must})",
  },
  "cli.table.more": {
    zh: "……另有 {more, number} 行，见 forewarn rejects",
    en: "… {more, number} more; see forewarn rejects",
  },
});
