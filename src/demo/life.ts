import { DAY, isoDay, workingDay } from "./calendar.ts";
import type { Draw } from "./draw.ts";
import type { Decision, Facts, FollowUp, Life, Outcome, Penalty } from "./ticket.ts";

/** 调解结果 as forms print it. */
export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  agreement: "达成调解协议",
  no_agreement: "未达成调解协议",
  withdrawn: "撤回",
  unreachable: "联系不到当事人",
  other: "其他",
};
const OUTCOMES: readonly Outcome[] = ["agreement", "no_agreement", "withdrawn", "unreachable", "other"];

function decide(draw: Draw, facts: Facts): Decision {
  if (facts.kind === "inquiry") return "answered";
  const weights = facts.serial ? [48, 44, 6, 2] : facts.kind === "report" ? [87, 10, 0, 3] : [86, 8, 3, 3];
  return (["accepted", "refused", "withdrawn", "referred"] as const)[draw.weighted(weights)] as Decision;
}

/** Some agreements are exported as a code. */
function outcomeWords(draw: Draw, outcome: Outcome | null): string {
  if (outcome === null) return "";
  if (outcome === "agreement" && draw.chance(0.12)) return draw.pick(["1", "2", "3"]);
  return OUTCOME_WORDS[outcome];
}

/** Fraud: 3 times the price but at least 500 yuan; food: 10 times but at least 1,000 (消费者权益保护法 55, 食品安全法 148). */
function addedDamages(disputed: number, food: boolean): number {
  return food ? Math.max(disputed * 10, 100_000) : Math.max(disputed * 3, 50_000);
}

function penalty(draw: Draw, filed: number, food: boolean, number: number): Penalty {
  const withGoods = draw.chance(food ? 0.5 : 0.22);
  const pieces = draw.between(3, 180);
  return {
    caseNumber: `云雀市监处罚(虚构)〔${isoDay(filed).slice(0, 4)}〕${number}号`,
    filed,
    decided: workingDay(filed + draw.between(18, 85)),
    fine: Math.round(draw.spread(30, 0.9)) * 10_000,
    forfeited: draw.chance(0.35) ? Math.round(draw.spread(45_000, 1)) : 0,
    goods: withGoods ? `${food ? "过期食品" : "不合格商品"}${pieces}${food ? "袋" : "件"}` : "",
    goodsValue: withGoods ? pieces * draw.between(150, 2_400) : 0,
  };
}

function followUp(draw: Draw, concluded: number, happy: boolean): FollowUp {
  const called = workingDay(concluded + draw.between(2, 15)) * DAY + draw.between(9 * 3600, 17 * 3600);
  const finding = draw.weighted([78, 6, 13, 3]);
  if (finding === 2) return { called, finding: "无法联系", satisfaction: "" };
  const rated = draw.chance(0.82);
  const rating = draw.weighted(happy ? [70, 24, 6] : [22, 36, 42]);
  return {
    called,
    finding: ["属实", "不属实", "无法联系", "其他"][finding] as string,
    satisfaction: rated ? (["满意", "基本满意", "不满意"][rating] as string) : "",
  };
}

/** Draws what becomes of a ticket. `caseNumber` gives the next case number of a year. */
export function drawLife(draw: Draw, facts: Facts, caseNumber: (year: string) => number): Life {
  const day = Math.floor(facts.registered / DAY);
  const decision = decide(draw, facts);
  const decided = workingDay(Math.max(facts.entered, day + draw.weighted([10, 22, 22, 16, 11, 8, 6, 3, 2])));
  const food = facts.category?.startsWith("G01") ?? false;
  const accepted = decision === "accepted";
  const isComplaint = facts.kind === "complaint";
  const appraisal = accepted && isComplaint && draw.chance(food ? 0.01 : 0.045);
  const length = Math.min(58, Math.round(draw.spread(13, 0.75)) + 1);
  const concluded = accepted
    ? workingDay(decided + length + (appraisal ? draw.between(10, 30) : 0))
    : decision === "answered"
      ? day
      : decided;
  let outcome: Outcome | null = null;
  if (isComplaint && accepted)
    outcome = OUTCOMES[draw.weighted(facts.serial ? [22, 64, 8, 2, 4] : [54, 31, 8, 3, 4])] ?? null;
  if (isComplaint && decision === "withdrawn") outcome = "withdrawn";
  const agreed = outcome === "agreement";
  const disputed = facts.disputed;
  let recovered: number | null = null;
  if (agreed && disputed !== null && !draw.chance(0.07)) {
    recovered = draw.chance(0.62) ? disputed : Math.max(100, Math.round((disputed * draw.between(20, 95)) / 100));
  }
  const fraud = agreed && disputed !== null && draw.chance(food ? 0.05 : 0.02);
  const filedShare = facts.kind === "report" ? (facts.serial ? 0.04 : 0.16) : isComplaint ? 0.012 : 0;
  const filed = accepted && draw.chance(filedShare) ? workingDay(decided + draw.between(3, 15)) : null;
  return {
    decision,
    decided,
    concluded,
    outcome,
    outcomeWords: outcomeWords(draw, outcome),
    recovered,
    added: fraud && disputed !== null ? addedDamages(disputed, food) : null,
    mental: agreed && draw.chance(0.004) ? draw.between(1, 20) * 10_000 : null,
    appraisal,
    fraud,
    professional: facts.serial ? draw.chance(0.62) : draw.chance(0.002),
    penalty: filed === null ? null : penalty(draw, filed, food, caseNumber(isoDay(filed).slice(0, 4))),
    followUp: isComplaint && accepted && draw.chance(0.46) ? followUp(draw, concluded, agreed) : null,
  };
}
