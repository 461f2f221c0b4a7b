/** Codes of the ten kinds of problem, in the order in which weights are written. */
export const PROBLEMS = ["P01", "P02", "P03", "P04", "P05", "P06", "P07", "P08", "P09", "P10"] as const;
export type ProblemCode = (typeof PROBLEMS)[number];

/** Yearly courses, January to December; only their proportions count. */
export const SEASONS = {
  flat: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
  summer: [0.35, 0.35, 0.45, 0.7, 1.2, 2.1, 2.6, 2.2, 1.1, 0.5, 0.3, 0.3],
  warm: [0.7, 0.7, 0.8, 0.9, 1.1, 1.35, 1.45, 1.35, 1.1, 0.9, 0.8, 0.75],
  winter: [2.3, 1.3, 0.7, 0.4, 0.3, 0.3, 0.3, 0.3, 0.5, 1.1, 2.1, 2.6],
  heating: [2.6, 1.8, 1.2, 0.25, 0.1, 0.1, 0.1, 0.15, 0.3, 1.1, 2.4, 2.2],
  school: [0.8, 1.2, 1, 0.8, 0.75, 0.95, 1.25, 1.6, 1.45, 0.8, 0.7, 0.7],
  travel: [0.7, 1.1, 0.7, 0.95, 1.45, 0.9, 1.3, 1.45, 0.9, 1.6, 0.5, 0.5],
  spring: [0.5, 0.8, 1.7, 2.3, 1.9, 1, 0.8, 0.7, 0.7, 0.6, 0.5, 0.5],
  gifts: [1.6, 1.1, 0.8, 0.7, 0.8, 0.9, 0.8, 0.9, 1.3, 1, 0.9, 1.2],
  sales: [0.9, 0.7, 0.95, 0.85, 0.85, 1.35, 0.9, 0.85, 0.9, 0.95, 1.65, 1.35],
  homes: [0.7, 0.6, 1.15, 1.2, 1.15, 1.1, 1, 0.95, 1.1, 1.15, 1.05, 0.85],
} as const;

/** Usual mixes of problems, as weights of P01 … P10. */
export const NATURES = {
  food: [28, 34, 8, 4, 5, 2, 14, 0, 4, 1],
  fresh: [30, 18, 14, 30, 1, 1, 4, 0, 2, 0],
  claims: [16, 14, 6, 0, 8, 8, 42, 1, 4, 1],
  liquor: [18, 10, 10, 3, 42, 3, 12, 0, 2, 0],
  wear: [44, 2, 8, 0, 9, 6, 10, 0, 20, 1],
  appliance: [34, 9, 6, 0, 4, 7, 9, 0, 30, 1],
  heater: [36, 24, 4, 0, 8, 4, 8, 0, 15, 1],
  house: [30, 3, 8, 3, 2, 32, 8, 0, 13, 1],
  vehicle: [26, 8, 10, 1, 3, 24, 10, 0, 17, 1],
  pump: [18, 4, 16, 52, 4, 1, 3, 0, 2, 0],
  farm: [40, 6, 8, 6, 24, 3, 9, 0, 4, 0],
  prepaid: [8, 2, 8, 0, 1, 58, 10, 3, 8, 2],
  table: [20, 34, 26, 4, 1, 4, 5, 3, 2, 1],
  service: [22, 4, 22, 1, 1, 26, 8, 3, 11, 2],
  internet: [8, 2, 14, 0, 5, 30, 16, 7, 14, 4],
  utility: [30, 6, 34, 6, 0, 12, 1, 1, 8, 2],
  money: [4, 1, 26, 0, 1, 38, 14, 8, 4, 4],
} as const satisfies Record<string, readonly number[]>;

/** One leaf of the house taxonomy as it occurs in the county. */
export interface Trade {
  readonly code: string;
  /** Share of all tickets; only proportions count. */
  readonly share: number;
  readonly season: readonly number[];
  readonly problems: readonly number[];
  /** Median of the amount in dispute, yuan. */
  readonly price: number;
  /** What its places of business are called. */
  readonly shop: string;
  /** What is complained of. */
  readonly things: readonly string[];
  /** Other words by which exports call the class. */
  readonly words: readonly string[];
  /** −1: in the country; 0: everywhere by population; 1: in town. */
  readonly town: number;
  /** Share that was bought online. */
  readonly online: number;
  /** Shares of reports and inquiries; the rest are complaints. */
  readonly reports: number;
  readonly inquiries: number;
}

type Options = Partial<Pick<Trade, "town" | "online" | "reports" | "inquiries" | "words">>;

export function trade(
  code: string,
  share: number,
  season: keyof typeof SEASONS,
  nature: keyof typeof NATURES,
  price: number,
  shop: string,
  things: readonly string[],
  options: Options = {},
): Trade {
  const usual = { town: 0, online: 0.12, reports: 0.145, inquiries: 0.088, words: [] };
  return { code, share, season: SEASONS[season], problems: NATURES[nature], price, shop, things, ...usual, ...options };
}
