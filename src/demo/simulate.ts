import type { Taxonomy } from "../config/taxonomy.ts";
import { DAY, dayFactor, FIRST_DAY, isoDay, LAST_DAY } from "./calendar.ts";
import { TOWNSHIPS } from "./county.ts";
import { type Draw, seeded } from "./draw.ts";
import { drawFacts, type Given } from "./facts.ts";
import { HOTSPOTS, type Hotspot } from "./hotspots.ts";
import { type Intensity, makeIntensity } from "./intensity.ts";
import { drawLife } from "./life.ts";
import { PROBLEMS } from "./mix/shape.ts";
import { People, serialPerson } from "./people.ts";
import { SERIAL_PROBLEM_WEIGHTS, SERIAL_PROBLEMS, SERIAL_TRADES, SERIAL_WEIGHTS, SERIALS } from "./serial.ts";
import type { Facts, Ticket } from "./ticket.ts";
import { TRADES, type TradeName, townshipShares, tradeNames } from "./trades.ts";

/** A hotspot as it came out. */
export interface Injected extends Hotspot {
  /** Complaints of the cell that the model expects in its weeks without it. */
  readonly usual: number;
  /** Complaints added. */
  readonly extra: number;
}

export interface Simulation {
  /** By moment of registration. */
  readonly tickets: readonly Ticket[];
  readonly hotspots: readonly Injected[];
}

/** One ticket in this many is told again, in the same words, some days later. */
const REPEATED = 0.022;

class World {
  readonly people: People;
  readonly #names: ReadonlyMap<string, TradeName>;
  readonly #shares = TRADES.map(townshipShares);

  constructor(taxonomy: Taxonomy, draw: Draw) {
    this.people = new People(draw);
    this.#names = tradeNames(taxonomy);
  }

  place(code: string): number {
    const index = TRADES.findIndex((trade) => trade.code === code);
    if (index < 0) throw new TypeError(`no trade ${code}`);
    return index;
  }

  shares(trade: number): number[] {
    return this.#shares[trade] as number[];
  }

  ticket(draw: Draw, trade: number, day: number, settled: Partial<Given> = {}): Facts {
    const kind = TRADES[trade] as (typeof TRADES)[number];
    const name = this.#names.get(kind.code);
    if (!name) throw new TypeError(`the taxonomy has no class ${kind.code}`);
    return drawFacts(draw, this.people, { trade: kind, name, shares: this.shares(trade), day, ...settled });
  }
}

function background(world: World, intensity: Intensity, draw: Draw): Facts[] {
  const all: Facts[] = [];
  for (let day = FIRST_DAY; day <= LAST_DAY; day++) {
    for (let trade = 0; trade < TRADES.length; trade++) {
      const count = draw.poisson(intensity.actual(trade, day));
      for (let i = 0; i < count; i++) all.push(world.ticket(draw, trade, day));
    }
  }
  return all;
}

/** Complaints of a hotspot's cell that the model expects on a day. */
function usualOn(world: World, intensity: Intensity, { category, problem, township }: Hotspot, day: number): number {
  const place = world.place(category);
  const trade = TRADES[place] as (typeof TRADES)[number];
  const sum = trade.problems.reduce((total, weight) => total + weight, 0);
  const problemShare = (trade.problems[PROBLEMS.indexOf(problem)] as number) / sum;
  const share = township === null ? 1 : (world.shares(place)[townshipAt(township)] as number);
  return intensity.expected(place, day) * (1 - trade.reports - trade.inquiries) * problemShare * share;
}

function townshipAt(short: string): number {
  const index = TOWNSHIPS.findIndex((township) => township.short === short);
  if (index < 0) throw new TypeError(`no township ${short}`);
  return index;
}

function inject(world: World, intensity: Intensity, draw: Draw, all: Facts[]): Injected[] {
  return HOTSPOTS.map((hotspot) => {
    const place = world.place(hotspot.category);
    let usual = 0;
    let extra = 0;
    const end = Math.min(LAST_DAY, hotspot.start + hotspot.weeks * 7 - 1);
    for (let day = hotspot.start; day <= end; day++) {
      const mean = usualOn(world, intensity, hotspot, day);
      usual += mean;
      const count = draw.poisson(mean * (hotspot.multiplier - 1));
      extra += count;
      for (let i = 0; i < count; i++) {
        all.push(
          world.ticket(draw, place, day, {
            kind: "complaint",
            problem: hotspot.problem,
            township: hotspot.township === null ? null : (TOWNSHIPS[townshipAt(hotspot.township)] ?? null),
            hotspot: hotspot.id,
          }),
        );
      }
    }
    return { ...hotspot, usual, extra };
  });
}

function addSerials(world: World, draw: Draw, all: Facts[]): void {
  SERIALS.forEach(({ start, end, items, reports }, number) => {
    let weight = 0;
    for (let day = start; day <= end; day++) weight += dayFactor(day);
    for (let day = start; day <= end; day++) {
      const count = draw.poisson((items * dayFactor(day)) / weight);
      for (let i = 0; i < count; i++) {
        const place = world.place(SERIAL_TRADES[draw.weighted(SERIAL_WEIGHTS)] as string);
        const problem = SERIAL_PROBLEMS[draw.weighted(SERIAL_PROBLEM_WEIGHTS)] ?? "P07";
        const kind = draw.chance(reports) ? "report" : "complaint";
        all.push(world.ticket(draw, place, day, { kind, problem, person: serialPerson(number), serial: true }));
      }
    }
  });
}

/** The same person tells the same facts again: mostly of reports, as the law's article 35 has it, and through other channels. */
function addRepeats(draw: Draw, all: Facts[]): void {
  for (const facts of [...all]) {
    if (facts.kind === "inquiry" || !draw.chance(facts.kind === "report" ? REPEATED * 2 : REPEATED * 0.7)) continue;
    const later = facts.registered + draw.between(1, 20) * DAY + draw.between(-7_200, 7_200);
    if (later >= (LAST_DAY + 1) * DAY) continue;
    all.push({ ...facts, registered: later, entered: Math.floor(later / DAY) + draw.below(3), hotspot: null });
  }
}

const pad = (value: number, width: number) => String(value).padStart(width, "0");

/** Numbers tickets in the order of their registration, as the system that took them does. */
function numbered(draw: Draw, all: readonly Facts[]): Ticket[] {
  const last = new Map<string, number>();
  const next = (series: string) => {
    const number = (last.get(series) ?? 0) + 1;
    last.set(series, number);
    return number;
  };
  return all.map((facts) => {
    const day = isoDay(Math.floor(facts.registered / DAY)).replaceAll("-", "");
    const series = facts.route === "12345" ? `RX12345${day}` : `990101${day}`;
    const id = `${series}${pad(next(series), facts.route === "12345" ? 4 : 5)}`;
    const life = drawLife(draw, facts, (year) => next(`case${year}`));
    return { id, form: `BD${day}${pad(next(`form${day}`), 4)}`, facts, life };
  });
}

/** Everything that happened in the county: the same for the same seed and taxonomy. */
export function simulate(seed: number, taxonomy: Taxonomy): Simulation {
  const world = new World(taxonomy, seeded(seed, 1));
  const intensity = makeIntensity(seeded(seed, 2));
  const all = background(world, intensity, seeded(seed, 3));
  const hotspots = inject(world, intensity, seeded(seed, 4), all);
  addSerials(world, seeded(seed, 5), all);
  addRepeats(seeded(seed, 6), all);
  // Stable, so that the order of equal moments is the order in which they were drawn.
  all.sort((a, b) => a.registered - b.registered);
  return { tickets: numbered(seeded(seed, 7), all), hotspots };
}
