import { defineMessages } from "../define.ts";

/** The page that says how often the rules for rises are wrong. */
export const sure = defineMessages({
  "sure.title": { zh: "我们有多大把握", en: "How sure are we?" },
  "sure.description": {
    zh: "上升线索的误报和漏报有多少：在模拟数据上实测的结果。",
    en: "How often a rise that we point out is chance, and what we miss: measured on made-up data.",
  },
  "sure.lead": {
    zh: "投诉多少本来就会上下波动。我们用事先知道答案的模拟数据检验监测方法：没有异常时会误报多少，真有上升时能发现多少。",
    en: "Numbers of complaints go up and down by themselves. We test our rules on made-up data of which we know the answer: how often they raise a false alarm, and how many real rises they find.",
  },
  "sure.alarms": { zh: "没有异常时", en: "When nothing happens" },
  "sure.alarmsText": {
    zh: "在{weeks, number}个没有异常的模拟周中，每100周约有{alarms}周超出警戒线；按设计应为1周。",
    en: "Of {weeks, number} made-up weeks in which nothing happened, about {alarms} in 100 were beyond the line; by design it is 1.",
  },
  "sure.flags": { zh: "标出的线索", en: "Of what we flag" },
  "sure.flagsText": {
    zh: "每周要检验许多组，只凭警戒线会有许多误报，所以再按组数校正。校正之后，标出的100组中约有{share}组只是偶然。因此线索都由人核实，不自动发布。",
    en: "Many groups are tested every week, so the line alone would raise many false alarms; we allow for their number. After that about {share} of 100 flags are chance. So people check every flag, and nothing publishes itself.",
  },
  "sure.missed": { zh: "会漏掉什么", en: "What we miss" },
  "sure.missedText": {
    zh: "上升越小越难与偶然区分。上升为通常波动（一个标准差）的3倍时，100次中发现{small}次；5倍时{medium}次；10倍时{large}次。没有警示不等于没有问题。",
    en: "The smaller a rise, the less it can be told from chance. Of rises three times the usual ups and downs (standard deviations) {small} in 100 are found, of five times {medium}, and of ten times {large}. No warning does not mean that there is no problem.",
  },
  "sure.limits": { zh: "还要知道", en: "What else to know" },
  "sure.limitTest": {
    zh: "以上是模拟数据上的结果。真实数据更复杂，一条新闻可能同时影响许多组，结果可能差一些。",
    en: "These results are of made-up data. Real data are less tidy: one piece of news may move many groups at once, and results may be worse.",
  },
  "sure.limitDelay": {
    zh: "投诉到达得晚：到达不足一半的时段不检验，不足95%的注明。",
    en: "Complaints come in late: a period with less than half of them in is not tested, and one with less than 95% says so.",
  },
  "sure.limitPeople": {
    zh: "检验的是投诉人数而不是件数，同一人多次投诉只计一人；不足5人的不标出。",
    en: "What is tested is people, not complaints: whoever complains often counts once, and fewer than five people raise no flag.",
  },
  "sure.figures": { zh: "实测数值", en: "The measured figures" },
  "sure.figure": { zh: "指标", en: "Figure" },
  "sure.value": { zh: "数值", en: "Value" },
  "sure.made": {
    zh: "{day}测得，随机数种子{seed}。",
    en: "Measured on {day}, seed {seed}.",
  },
  "sure.methods": { zh: "方法及版本：{methods}。", en: "Rules and versions: {methods}." },
  "sure.figure.alarms": {
    zh: "没有异常的周中超出警戒线的（名义1%）",
    en: "Quiet weeks beyond the line (nominally 1%)",
  },
  "sure.figure.worst": { zh: "其中最差的一周", en: "In the worst of 52 weeks" },
  "sure.figure.months": { zh: "按月：没有异常而超出警戒线的", en: "By months: quiet ones beyond the line" },
  "sure.figure.false": { zh: "标出的线索中只是偶然的", en: "Flags that are chance" },
  "sure.figure.falseShort": {
    zh: "同上，历史不足一年的",
    en: "The same with less than a year of history",
  },
  "sure.figure.top": { zh: "前20名中确有上升的", en: "Real rises among the top 20" },
  "sure.figure.found": { zh: "发现的上升（各种大小）", en: "Rises found, of all sizes" },
  "sure.figure.found3": { zh: "发现的上升：3个标准差", en: "Rises found: three standard deviations" },
  "sure.figure.found5": { zh: "发现的上升：5个标准差", en: "Rises found: five standard deviations" },
  "sure.figure.found10": { zh: "发现的上升：10个标准差", en: "Rises found: ten standard deviations" },
  "sure.figure.weeks": { zh: "从开始到发现的周数", en: "Weeks from its beginning until a rise is found" },
});
