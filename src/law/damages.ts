import { literal } from "../duck/identifier.ts";
import type { Law } from "./rules.ts";

/**
 * SQL of whether added damages 加倍赔偿 are the floor 保底 that the law sets where the multiple of the price is smaller
 * (消费者权益保护法第五十五条: max(3 × price, 500)). Where the price is not told, the sum itself shows it. Over `added`, `paid`,
 * `registered_on`, `category_code` and `"group"`, its group.
 */
export function floorSql(law: Law): string {
  const cases = law.damages.map(({ from, category, times, floor }) => {
    const goods = category === undefined ? "" : ` AND coalesce("group", category_code) = ${literal(category)}`;
    return `(added = ${floor} AND registered_on >= DATE ${literal(from)} AND coalesce(paid * ${times} < ${floor}, true)${goods})`;
  });
  return `coalesce(${cases.join(" OR ") || "false"}, false)`;
}
