import type { Township } from "./county.ts";
import type { Draw } from "./draw.ts";
import type { Trade } from "./mix/shape.ts";

export interface Business {
  readonly name: string;
  readonly address: string;
}

/** A place of business. A few of each trade are large and draw most tickets. All names say that they are invented. */
export function business(draw: Draw, trade: Trade, township: Township, online: boolean): Business {
  const u = draw.uniform();
  const number = 1 + Math.floor(u * u * (3 + township.population / 12_000));
  const road = `云雀县(虚构)${township.zh}样例路${number * 3 + trade.shop.length}号`;
  if (online) return { name: `虚构${trade.shop}网上${number}号店`, address: road };
  const name =
    number % 3 === 0 ? `样例${trade.shop}(虚构)${township.short}店` : `虚构${trade.shop}${township.short}${number}号店`;
  return { name, address: road };
}

/** Brands of the goods of a trade: 样牌A, 样牌B, …; services and half of the goods have none. */
export function brand(draw: Draw, trade: Trade): string {
  if (trade.code.startsWith("S") || draw.chance(0.5)) return "";
  const u = draw.uniform();
  return `样牌${String.fromCharCode(65 + Math.floor(u * u * 12))}`;
}
