import { brand, business } from "./businesses.ts";
import { DAY, isoDay, weekday, workingDay } from "./calendar.ts";
import { RAID_UNIT, RIGHTS_UNIT, TOWNSHIPS, type Township, UNITS } from "./county.ts";
import type { Draw } from "./draw.ts";
import { PROBLEMS, type ProblemCode, type Trade } from "./mix/shape.ts";
import { PROBLEM_TELLING, PROBLEM_WORDS } from "./mix/words.ts";
import type { People, Person } from "./people.ts";
import { type Facts, KIND_WORDS, type Kind, type Route } from "./ticket.ts";
import type { TradeName } from "./trades.ts";

/** What is already settled of a ticket that is being drawn. */
export interface Given {
  readonly trade: Trade;
  readonly name: TradeName;
  readonly shares: readonly number[];
  readonly day: number;
  readonly kind?: Kind;
  readonly problem?: ProblemCode;
  readonly township?: Township | null;
  readonly person?: Person;
  readonly online?: boolean;
  readonly serial?: boolean;
  readonly hotspot?: string;
}

const CHANNELS: readonly (readonly [Route, string])[] = [
  ["12315", "全国12315平台"],
  ["12315", "微信小程序"],
  ["12315", "支付宝小程序"],
  ["12345", "12345转办"],
  ["local", "来电"],
  ["local", "来人"],
  ["local", "来函"],
];
/** The 12345 line took over most calls on this day; before and after it, weights of {@link CHANNELS}. */
const MERGER = "2022-03-01";
const BEFORE = [34, 14, 4, 9, 31, 6, 2];
const AFTER = [36, 16, 5, 30, 9, 3, 1];

/** Seconds of the day: most call in office hours, some at night through the platforms. */
function timeOfDay(draw: Draw): number {
  if (draw.chance(0.14)) return draw.below(DAY);
  return draw.between(8 * 3600 + 1800, 17 * 3600 + 1800);
}

/** Days from registration to when it stands in the system. */
function lag(draw: Draw): number {
  const days = [0, 1, 2, 3, draw.between(4, 7), draw.between(8, 14)];
  return days[draw.weighted([62, 18, 8, 5, 5, 2])] as number;
}

function kindOf(draw: Draw, trade: Trade): Kind {
  const u = draw.uniform();
  if (u < trade.reports) return "report";
  return u < trade.reports + trade.inquiries ? "inquiry" : "complaint";
}

function problemsOf(draw: Draw, trade: Trade, first: ProblemCode | undefined): ProblemCode[] {
  const lead = first ?? (PROBLEMS[draw.weighted(trade.problems)] as ProblemCode);
  if (!draw.chance(0.13)) return [lead];
  const second = PROBLEMS[draw.weighted(trade.problems)] as ProblemCode;
  return second === lead ? [lead] : [lead, second];
}

const usual = (draw: Draw, words: readonly string[]): string =>
  draw.chance(0.7) ? (words[0] as string) : draw.pick(words);

/** The class of goods as the system exports it: the whole cascade, its last level, a synonym, or too little. */
function classWords(draw: Draw, { trade, name }: Given): Pick<Facts, "category" | "categoryWords" | "registerWords"> {
  const u = draw.uniform();
  if (u < 0.006) return { category: null, categoryWords: "其他类别", registerWords: "其他类别" };
  if (u < 0.026) return { category: name.group, categoryWords: name.groupName, registerWords: name.groupName };
  const root = name.kind === "goods" ? "商品" : "服务";
  const written =
    u < 0.5 ? `${root}/${name.groupName}/${name.name}` : u < 0.85 ? name.name : draw.pick([name.name, ...trade.words]);
  return { category: trade.code, categoryWords: written, registerWords: draw.chance(0.8) ? name.name : written };
}

function regionOf(draw: Draw, given: Given): { township: Township; known: boolean; words: string } {
  const township = given.township ?? (TOWNSHIPS[draw.weighted(given.shares)] as Township);
  const u = draw.uniform();
  // A hotspot of one place must be told as that place.
  if (!given.township && u < 0.012) return { township, known: false, words: u < 0.009 ? "" : "县外" };
  const words = u < 0.55 ? `云雀县/${township.zh}` : u < 0.9 ? township.zh : township.short;
  return { township, known: true, words };
}

function unitOf(draw: Draw, kind: Kind, township: Township): string {
  if (kind === "report" && draw.chance(0.3)) return RAID_UNIT;
  if (draw.chance(kind === "inquiry" ? 0.35 : 0.05)) return RIGHTS_UNIT;
  return UNITS.includes(township.unit) ? township.unit : RIGHTS_UNIT;
}

function telling(draw: Draw, given: Given, kind: Kind, where: string, thing: string, problem: ProblemCode): string {
  const bought = isoDay(given.day - draw.below(40));
  const what = draw.pick(PROBLEM_TELLING[problem]);
  if (kind === "inquiry") return `咨询${thing}${what}时如何维权，应当保留哪些凭证。`;
  const wish =
    kind === "report"
      ? "要求查处"
      : draw.chance(0.02)
        ? "要求鉴定并退款"
        : draw.pick(["要求退款", "要求赔偿", "要求更换"]);
  // Some tell it in paragraphs: a cell with a line break.
  const gap = draw.chance(0.03) ? "\n" : "";
  return `${kind === "report" ? "举报" : "反映"}${bought}在${where}消费（${thing}），${what}。${gap}${wish}。`;
}

/** Draws what a ticket is about. */
export function drawFacts(draw: Draw, people: People, given: Given): Facts {
  const { trade, day } = given;
  const kind = given.kind ?? kindOf(draw, trade);
  const problems = problemsOf(draw, trade, given.problem);
  const region = regionOf(draw, given);
  const online = given.online ?? draw.chance(trade.online);
  const place = business(draw, trade, region.township, online);
  const thing = draw.pick(trade.things);
  const [route, channel] = CHANNELS[draw.weighted(isoDay(day) < MERGER ? BEFORE : AFTER)] as readonly [Route, string];
  const lead = problems[0] as ProblemCode;
  const words = problems.map((code) => usual(draw, PROBLEM_WORDS[code]));
  const written = classWords(draw, given);
  // A slip on a weekend is put in on Monday.
  const entered = day + lag(draw);
  return {
    kind,
    registered: day * DAY + timeOfDay(draw),
    entered: route === "local" && weekday(entered) > 4 ? workingDay(entered) : entered,
    person: given.person ?? people.next(),
    business: place.name,
    address: place.address,
    township: region.known ? region.township : null,
    regionWords: region.words,
    category: written.category,
    categoryWords: written.categoryWords,
    registerWords: written.registerWords,
    problems,
    problemWords: words.join(draw.pick([";", "；", "、"])),
    brand: brand(draw, trade),
    title: `关于${thing}${PROBLEM_WORDS[lead][0]}问题的${KIND_WORDS[kind]}`,
    told: telling(draw, given, kind, place.name, thing, lead),
    online,
    route,
    channel,
    unit: unitOf(draw, kind, region.township),
    disputed: kind === "complaint" ? amount(draw, trade.price) : null,
    serial: given.serial ?? false,
    style: draw.below(1_000_000),
    hotspot: given.hotspot ?? null,
  };
}

/** An amount in fen: mostly whole yuan, often ending in 8 or 9, sometimes with jiao and fen; a few tell none. */
function amount(draw: Draw, median: number): number | null {
  if (draw.chance(0.06)) return null;
  const yuan = Math.max(1, Math.round(draw.spread(median, 0.9)));
  const u = draw.uniform();
  if (u < 0.2) return yuan * 100 + draw.between(1, 99);
  return (u < 0.45 && yuan > 20 ? yuan - (yuan % 10) + 9 : yuan) * 100;
}
