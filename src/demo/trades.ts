import type { Taxonomy } from "../config/taxonomy.ts";
import { TOWNSHIPS } from "./county.ts";
import { GOODS } from "./mix/goods.ts";
import { SERVICES } from "./mix/services.ts";
import type { Trade } from "./mix/shape.ts";

export const TRADES: readonly Trade[] = [...GOODS, ...SERVICES];

/** A trade's share of each township: by population, more in town or in the country as the trade is. Adds up to 1. */
export function townshipShares(trade: Trade): number[] {
  const weights = TOWNSHIPS.map(({ population, urban }) => {
    const lean = trade.town >= 0 ? 1 - trade.town + trade.town * urban : 1 + trade.town * urban * 0.95;
    return population * lean;
  });
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

export interface TradeName {
  readonly group: string;
  readonly groupName: string;
  readonly name: string;
  readonly kind: "goods" | "services";
}

/** Names of the trades in the house taxonomy, by code. */
export function tradeNames(taxonomy: Taxonomy): ReadonlyMap<string, TradeName> {
  return new Map(
    taxonomy.categories.flatMap((group) =>
      group.children.map((leaf) => [
        leaf.code,
        { group: group.code, groupName: group.zh, name: leaf.zh, kind: group.kind },
      ]),
    ),
  );
}
